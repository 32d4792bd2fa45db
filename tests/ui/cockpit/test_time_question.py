"""The machine's clock is set while people are in the room: durations are measured, and go on."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.exchange.sample import import_sample
from app.library.rows import Run, Session, Workshop
from app.library.trouble import Trouble
from app.moment import stamp
from app.resources import resources_folder
from app.workshop.history import times_used
from tests.ui.opened import Opened, opened
from tests.ui.two_clocks import BEGINS, TwoClocks
from ui.cockpit.cockpit import Cockpit
from ui.wall.wall import Wall

HOUR = timedelta(hours=1)


@dataclass
class Venue:
    """The cockpit of the sample launch, ten minutes into its first step, and its clocks."""

    house: Opened
    cockpit: Cockpit
    clocks: TwoClocks
    workshop: str

    def look(self) -> None:
        """Let the cockpit look at its clocks, as it does every second."""
        self.cockpit.time_question.look()
        self.cockpit.show_time()

    def gone_by(self) -> int:
        """The seconds of the step that have gone by, as the clock shows."""
        place = self.cockpit.controller.state().place
        assert place is not None
        return place.running.recipe.steps[place.step].minutes * 60 - self.left()

    def left(self) -> int:
        """What the clock shows, in seconds."""
        self.look()
        return self.cockpit.timing.clock.seconds

    def asked(self) -> str:
        """What is asked in the strip; nothing where there is none."""
        self.look()
        question = self.cockpit.time_question
        return question.sentence.text() if question.isVisible() else ""

    def press(self, key: str) -> None:
        """A key, wherever the keyboard is."""
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keySequence(focus, QKeySequence(key))

    def run(self) -> Run:
        """The run on screen, as it is kept."""
        place = self.cockpit.controller.state().place
        assert place is not None
        return self.house.hearth.library.reader.row(Run, place.running.run.id)


@pytest.fixture
def venue(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Venue]:
    """In the room, the clock of the step having run for ten minutes."""
    clocks = TwoClocks()
    with opened(qapp, tmp_path, moment=clocks) as house:
        hearth = house.hearth
        sample = import_sample(hearth.library, hearth.catalogue, resources_folder()).workshop
        with hearth.library.change("test") as writer:
            writer.change(writer.row(Workshop, sample.id), date="2026-06-10", zone="UTC")
            for session in writer.rows(Session, workshop=sample.id):
                writer.change(session, date="2026-06-10", starts=13 * 60)
        hearth.window.cockpit(sample.id)
        cockpit = hearth.window.screen_shown
        assert isinstance(cockpit, Cockpit)
        with qtbot.waitExposed(hearth.window):
            pass
        cockpit.bottom.line.setFocus()
        stay = Venue(house, cockpit, clocks, sample.id)
        for _ in range(10):
            clocks.go_on(minutes=1)
            stay.look()
        yield stay


@pytest.mark.parametrize("apart", [HOUR, -HOUR, timedelta(days=3650), timedelta(days=-3650)])
def test_the_countdown_goes_on_whatever_the_clock_is_set_to(venue: Venue, apart: timedelta) -> None:
    """An hour ahead or back, or ten years: second by second, in the cockpit and on the wall."""
    left = venue.left()
    venue.clocks.apart = apart
    assert venue.left() == left
    for _ in range(5):
        venue.clocks.go_on(seconds=7)
        left -= 7
        assert venue.left() == left
    wall = venue.cockpit.wall
    assert isinstance(wall, Wall)
    venue.cockpit.cockpit_actions.add_minute()
    assert wall.scene.questions
    assert wall.seconds == venue.left() == left + 60
    venue.cockpit.cockpit_actions.toggle_clock()
    venue.clocks.go_on(seconds=30)
    venue.clocks.apart = timedelta()
    assert venue.left() == left + 60
    venue.cockpit.cockpit_actions.toggle_clock()
    venue.clocks.go_on(seconds=5)
    assert venue.left() == left + 55


@pytest.mark.parametrize(("apart", "word"), [(HOUR, "ahead by 60"), (-HOUR, "back by 60")])
def test_it_is_asked_once_and_quietly(venue: Venue, apart: timedelta, word: str) -> None:
    """The keyboard stays in the line; dismissed, the question does not come back."""
    assert not venue.asked()
    venue.clocks.apart = apart
    assert word in venue.asked()
    assert venue.cockpit.bottom.line.hasFocus()
    question = venue.cockpit.time_question
    assert question.minutes.value == 10
    venue.clocks.go_on(minutes=1)
    venue.look()
    assert question.minutes.value == 11, "as it goes on"
    question.close_button.click()
    assert not venue.asked()
    assert venue.gone_by() == 11 * 60
    venue.clocks.go_on(minutes=1)
    assert not venue.asked()
    assert venue.gone_by() == 12 * 60
    venue.clocks.apart -= apart
    assert venue.asked(), "set once more, it is another question"


def test_the_keyboard_answers_it(venue: Venue) -> None:
    """F10, the minutes, Enter: so many have gone by, and the keyboard is back in the line."""
    venue.clocks.apart = HOUR
    assert venue.asked()
    venue.press("F10")
    assert venue.cockpit.time_question.minutes.hasFocus()
    QTest.keyClicks(venue.cockpit.time_question.minutes, "4")
    venue.clocks.go_on(minutes=1)
    venue.look()
    assert venue.cockpit.time_question.minutes.value == 4, "as it was corrected"
    venue.press("Return")
    assert not venue.asked()
    assert venue.cockpit.bottom.line.hasFocus()
    assert venue.gone_by() == 4 * 60
    venue.clocks.go_on(seconds=9)
    assert venue.gone_by() == 4 * 60 + 9


def test_escape_leaves_it_as_measured(venue: Venue) -> None:
    """And the keyboard goes back to the line."""
    venue.clocks.apart = -HOUR
    assert venue.asked()
    venue.press("F10")
    venue.press("Esc")
    assert not venue.asked()
    assert venue.cockpit.bottom.line.hasFocus()
    assert venue.gone_by() == 10 * 60


def test_less_than_a_minute_is_nothing(venue: Venue) -> None:
    """As when a network sets the time right by seconds."""
    for apart in (59, -59, 3):
        venue.clocks.apart = timedelta(seconds=apart)
        assert not venue.asked()
    assert venue.gone_by() == 10 * 60


def test_set_back_again_by_itself_the_question_goes(venue: Venue) -> None:
    """Two networks that do not agree."""
    venue.clocks.apart = HOUR
    assert venue.asked()
    venue.clocks.apart = timedelta()
    assert not venue.asked()


def test_a_closed_lid_counts_and_is_asked_about(venue: Venue) -> None:
    """The room went on while the machine slept; a night between two days can be taken off."""
    venue.clocks.go_on(minutes=14)
    assert "slept for 14" in venue.asked()
    assert venue.gone_by() == 24 * 60
    venue.press("F10")
    QTest.keyClicks(venue.cockpit.time_question.minutes, "10")
    venue.press("Return")
    assert venue.gone_by() == 10 * 60
    assert not venue.asked()


def test_what_cannot_be_kept_is_asked_again(venue: Venue, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk: the sentence says so, and the question stays."""

    def full(*asked: object, **named: object) -> object:
        raise Trouble("disk-full", path="library.hearth")

    venue.clocks.apart = HOUR
    assert venue.asked()
    with monkeypatch.context() as patch:
        patch.setattr(venue.house.hearth.library, "change", full)
        venue.cockpit.time_question.close_button.click()
        assert venue.house.hearth.window.notice.isVisible()
        assert venue.asked()
    venue.cockpit.time_question.close_button.click()
    assert not venue.asked()


@pytest.mark.parametrize("apart", [HOUR, -HOUR])
@pytest.mark.parametrize("answered", [True, False])
def test_how_long_a_block_took_is_measured(venue: Venue, apart: timedelta, answered: bool) -> None:
    """From its first minute to the next block, answered or not; the day's pace is the day's."""
    place = venue.cockpit.controller.state().place
    assert place is not None
    exercise = place.running.block.exercise
    assert exercise is not None
    venue.clocks.apart = apart
    assert venue.asked()
    if answered:
        venue.cockpit.time_question.close_button.click()
        began = BEGINS + apart
        assert venue.run().started == stamp(began)
    venue.clocks.go_on(minutes=3)
    venue.cockpit.cockpit_actions.next_block()
    (took,) = times_used(venue.house.hearth.library.reader, exercise)
    assert took.took == 13


def test_the_pace_goes_by_the_clock_as_it_is_and_by_what_was_measured(venue: Venue) -> None:
    """An hour ahead is an hour behind the plan, not two; and ends are told by today's clock."""
    before = venue.cockpit.top.pace.accessibleName() or venue.cockpit.top.pace.text()
    ends = venue.cockpit.controller.state().ends
    venue.clocks.apart = HOUR
    venue.look()
    after = venue.cockpit.top.pace.accessibleName() or venue.cockpit.top.pace.text()
    assert (before, after) == ("on time", "60 min behind")
    assert venue.cockpit.controller.state().ends == ends + 60
    venue.cockpit.time_question.close_button.click()
    assert venue.cockpit.controller.state().ends == ends + 60


def test_it_is_in_the_menu_while_it_is_asked(venue: Venue) -> None:
    """With its key."""
    named = [text for text, _, _ in venue.cockpit.top.offered()]
    assert "Minutes gone by in this step" not in named
    venue.clocks.apart = HOUR
    assert venue.asked()
    offers = {text: key for text, key, _ in venue.cockpit.top.offered()}
    assert offers["Minutes gone by in this step"] == "F10"


def test_undone_the_run_began_as_it_was_kept(venue: Venue) -> None:
    """Ctrl+Z in the room takes the correction of the run back, by name."""
    began = venue.run().started
    venue.clocks.apart = HOUR
    assert venue.asked()
    venue.cockpit.time_question.close_button.click()
    assert venue.run().started != began
    venue.house.hearth.window.undo()
    assert venue.run().started == began
    assert "correcting the time gone by" in venue.house.hearth.window.notice.sentence.text()


@pytest.mark.parametrize("apart", [HOUR, -HOUR])
def test_set_between_two_starts_the_countdown_goes_on(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, apart: timedelta
) -> None:
    """Killed in the room, the clock set meanwhile, opened again: it stands where it stood."""
    clocks = TwoClocks()
    with opened(qapp, tmp_path, moment=clocks) as house:
        hearth = house.hearth
        sample = import_sample(hearth.library, hearth.catalogue, resources_folder()).workshop
        hearth.window.cockpit(sample.id)
        cockpit = hearth.window.screen_shown
        assert isinstance(cockpit, Cockpit)
        clocks.go_on(minutes=2)
        cockpit.heartbeats.record()
        cockpit.show_time()
        left = cockpit.timing.clock.seconds
    clocks.apart = apart
    clocks.agree()  # as a new process does
    with opened(qapp, tmp_path, moment=clocks) as house:
        house.hearth.window.cockpit(sample.id)
        cockpit = house.hearth.window.screen_shown
        assert isinstance(cockpit, Cockpit)
        for gone in (0, 20):
            clocks.go_on(seconds=gone)
            cockpit.show_time()
            assert cockpit.timing.clock.seconds == left - gone
