"""The menu of what can be done with notes, each act with its key."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from ui.parts.keys import key_text
from ui.parts.notes.keys import Act
from ui.world import World

_OF_GROUPS = {"edit": "rename", "ungather": "dissolve", "remove": "dissolve"}
"""What acts are called when they are done to a group rather than to notes."""


def acts_menu(
    world: World, parent: QWidget, acts: Sequence[Act], groups: bool, act: Callable[[str], None]
) -> QMenu:
    """A menu of acts; ``groups``: they are for groups alone. Choosing one calls ``act``."""
    words, menu = world.words, QMenu(parent)
    menu.setFont(world.look.font("body"))
    said_already: set[str] = set()
    for one in acts:
        told = _OF_GROUPS.get(one.code, one.code) if groups else one.code
        if told in said_already:
            continue
        said_already.add(told)
        said = words(f"kinds.act.{told}")
        action = QAction(f"{said}\t{key_text(words, one.keys[0])}", menu)
        action.setData(one.code)
        action.triggered.connect(lambda _=False, code=one.code: act(code))
        menu.addAction(action)
    return menu
