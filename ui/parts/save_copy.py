"""A copy of the whole library, saved where a person wants it."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.library.backup import copy_library
from app.library.own_files import OwnFiles
from app.library.trouble import Trouble
from ui.attempt import attempt
from ui.parts.written_file import show_folder
from ui.world import World


def save_copy(world: World, parent: QWidget, title: str, suggested: str) -> None:
    """Ask where to, copy the library there, and say where the copy lies, or why there is none."""
    library, words = world.library.path, world.words
    target = world.dialogs.save_as(parent, title, suggested, "hearth")
    if target is not None and attempt(world, lambda: _copy(library, target)):
        sentence = words("parts.copied", path=str(target))
        world.notice.offer(sentence, words("parts.show-folder"), lambda: show_folder(world, target))


def _copy(library: Path, target: Path) -> None:
    if OwnFiles(library).hold(target):
        raise Trouble("export-of-library", path=str(target))
    copy_library(library, target)
