"""This machine as the window meets it: its clock, dialogs, monitors, settings and languages."""

from collections.abc import Callable
from pathlib import Path

import msgspec
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from app.moment import MachineMoment, Moment
from app.resources import resources_folder
from app.words import Words
from ui.awake import MachineAwake
from ui.look.look import Look, make_look
from ui.look.system_theme import system_theme
from ui.settings import Settings, own_settings
from ui.system_dialogs import SystemDialogs
from ui.wall.monitors import MachineMonitors
from ui.world import Awake, Dialogs, Monitors


class Machine(msgspec.Struct, frozen=True, eq=False):
    """The machine's edge; tests hand in another."""

    moment: Moment
    dialogs: Callable[[Words, Look], Dialogs]
    monitors: Monitors
    awake: Awake
    settings_file: Path
    resources: Path


def machine_of(
    application: QApplication,
    *,
    settings_file: Path | None = None,
    dialogs: Callable[[Words, Look], Dialogs] = SystemDialogs,
) -> Machine:
    """This machine's own edge; settings in the person's own folder unless said otherwise."""
    return Machine(
        moment=MachineMoment(),
        dialogs=dialogs,
        monitors=MachineMonitors(application),
        awake=MachineAwake(),
        settings_file=settings_file or own_settings(),
        resources=resources_folder(),
    )


def language_of(settings: Settings) -> str:
    """The window's language: the chosen one, else the system's, else English."""
    if settings.language:
        return settings.language
    return "fr" if QLocale.system().language() == QLocale.Language.French else "en"


def look_of(application: QApplication, settings: Settings) -> Look:
    """The look of the chosen theme, or of the system's."""
    theme = settings.theme
    chosen = system_theme(application.styleHints()) if theme == "system" else theme
    return make_look(chosen, settings.text)
