"""The power goes in the middle of a workshop: what stands on the disk opens where the room was."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.exchange.sample import import_sample
from app.library import library_check
from app.library.rows import Outcome, Workshop
from app.moment import MachineMoment
from app.resources import resources_folder
from tests.journeys.person import CONTROL, Person
from tests.journeys.said import SAID
from tests.ui.opened import opened
from ui.cockpit.cockpit import Cockpit
from ui.home.home_screen import HomeScreen

Key = Qt.Key


class LaterMoment(MachineMoment):
    """The machine's clock, set ahead by hand."""

    ahead = timedelta()

    def now(self) -> datetime:
        """Now, as far ahead as it was set."""
        return datetime.now(UTC) + self.ahead

    def monotonic(self) -> float:
        """As far ahead: time has gone by."""
        return super().monotonic() + self.ahead.total_seconds()


@pytest.fixture
def moment() -> LaterMoment:
    """A clock that the test moves."""
    return LaterMoment()


def power_cut(house_folder: Path, after: Path) -> None:
    """What the disk holds at this instant, taken to another place: files, logs, nothing closed."""
    after.mkdir()
    for file in house_folder.iterdir():
        if file.is_file() and file.name.startswith("library.hearth"):
            shutil.copy(file, after / file.name)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_after_a_power_cut_the_room_is_as_it_was(
    qapp: QApplication, tmp_path: Path, moment: LaterMoment, language: str
) -> None:
    said = SAID[language]
    before, after = tmp_path / "before", tmp_path / "after"
    before.mkdir()
    with opened(qapp, before, language=language, moment=moment) as house:
        person = Person(house, language)
        hearth = house.hearth
        sample = import_sample(hearth.library, hearth.catalogue, resources_folder())
        person.window.cockpit(sample.workshop.id)
        cockpit = person.screen(Cockpit)
        line = cockpit.bottom.line
        for _ in range(2):
            person.press(Key.Key_PageDown, CONTROL)
        for hope in said.hopes:
            person.type(hope, line)
            person.press(Key.Key_Return)
        person.press(Key.Key_Tab)
        person.press(Key.Key_PageDown)
        person.type(said.decision, line)
        person.press(Key.Key_D, CONTROL)
        moment.ahead = timedelta(seconds=100)
        cockpit.show_time()
        person.type(said.half, line)
        cockpit.capturing.autosave.flush()  # the fingers rest
        cockpit.controller.record_heartbeat()  # five seconds pass
        clock = cockpit.timing.clock.seconds
        shown = (cockpit.step_view.eyebrow.text(), cockpit.bottom.where.text())
        power_cut(before, after)
    moment.ahead = timedelta(minutes=50)
    assert library_check.check(after / "library.hearth").sound
    with opened(qapp, after, language=language, moment=moment) as house:
        person = Person(house, language)
        person.window.home()
        home = person.screen(HomeScreen)
        person.click(home.cards[0].button)
        cockpit = person.screen(Cockpit)
        assert cockpit.bottom.line.text() == said.half
        assert (cockpit.step_view.eyebrow.text(), cockpit.bottom.where.text()) == shown
        cockpit.show_time()
        assert abs(cockpit.timing.clock.seconds - clock) <= 6
        assert person.says() == person.words("room.welcome-back")
        canvas = cockpit.canvas
        assert canvas is not None
        assert canvas.target() == "fears"
        reader = house.hearth.library.reader
        assert [one.text for one in reader.rows(Outcome)] == [said.decision]
        assert reader.rows(Workshop)[0].state == "running"
        # And on: the half line is finished, and undo reaches back to before the cut.
        person.type(" …", cockpit.bottom.line)
        person.press(Key.Key_Return)
        notes = [item.text for item in canvas.zones_view.view("fears").notes.items]  # type: ignore[attr-defined]
        assert notes == [f"{said.half} …"]
        person.press(Key.Key_Z, CONTROL)
        person.press(Key.Key_Z, CONTROL)
        assert reader.rows(Outcome) == []
