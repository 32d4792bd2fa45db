"""No piece of a screen is ever shown before it has a parent: it would flash as a window."""

import traceback
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from app.exchange.sample import import_sample
from app.resources import resources_folder
from tests.played import import_played_sample
from tests.ui.opened import opened
from ui.cockpit.cockpit import Cockpit
from ui.window import Window


class Watch(QObject):
    """Remembers every window that is shown, and from where."""

    def __init__(self) -> None:
        """None yet."""
        super().__init__()
        self.strays: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A widget without a parent, shown: only Hearth's own window may be."""
        shown = event.type() == QEvent.Type.Show and isinstance(watched, QWidget)
        if shown and isinstance(watched, QWidget) and watched.isWindow():
            if not isinstance(watched, Window):
                place = traceback.extract_stack()[-4:-1]
                self.strays.append(f"{type(watched).__name__}: {place}")
        return False


def test_no_piece_of_a_screen_flashes_as_a_window(qapp: QApplication, tmp_path: Path) -> None:
    """Every screen, with and without data."""
    watch = Watch()
    qapp.installEventFilter(watch)
    with opened(qapp, tmp_path) as house:
        hearth = house.hearth
        window = hearth.window
        window.home()
        resources = resources_folder()
        played = import_played_sample(hearth.library, hearth.catalogue, resources)
        planned = import_sample(hearth.library, hearth.catalogue, resources)
        for show in (window.home, window.settings, window.search, window.exercises):
            show()
        for of_community in (window.community, window.people, window.charter):
            of_community(played.community.id)
        window.design(planned.workshop.id)
        window.closing(played.workshop.id)
        window.cockpit(planned.workshop.id)
        cockpit = window.screen_shown
        assert isinstance(cockpit, Cockpit)
        for line in cockpit.controller.state().lines:
            cockpit.side.block_asked.emit(line.block.id)
    qapp.removeEventFilter(watch)
    assert watch.strays == []
