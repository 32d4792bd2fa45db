"""This machine as the window meets it; tests hand in another."""

from collections.abc import Callable
from pathlib import Path

import msgspec
from PySide6.QtCore import QLocale

from app.moment import Moment
from app.words import Words
from ui.look.look import Look
from ui.settings import Settings
from ui.world import Awake, Dialogs, Monitors


class Machine(msgspec.Struct, frozen=True, eq=False):
    """Its clock, its dialogs in any words and look, its monitors, and where its files lie."""

    moment: Moment
    dialogs: Callable[[Words, Look], Dialogs]
    monitors: Monitors
    awake: Awake
    settings_file: Path
    resources: Path


def language_of(settings: Settings) -> str:
    """The window's language: the chosen one, else the system's, else English."""
    if settings.language:
        return settings.language
    return "fr" if QLocale.system().language() == QLocale.Language.French else "en"
