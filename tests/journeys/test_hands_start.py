"""A workshop planned for another day: today, a rehearsal, not yet; and a start taken back."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from app.community.today import today_in
from app.exchange.sample import import_sample
from app.library.rows import Note, Run, Session, Workshop
from app.moment import day
from app.resources import resources_folder
from app.workshop.agenda_order import sessions_of
from app.workshop.planning import add_session
from tests.journeys.person import CONTROL, SHIFT, Person, settle, wait_for
from tests.ui.opened import opened
from ui.cockpit.cockpit import Cockpit
from ui.design.design_screen import DesignScreen
from ui.design.start_dialog import StartDialog
from ui.window import Window

Key = Qt.Key


class Early(Person):
    """At the agenda of a launch of two days that is planned for another day."""

    planned: Workshop

    def workshop(self) -> Workshop:
        """The workshop as it now is."""
        return self.house.hearth.library.reader.row(Workshop, self.planned.id)

    def runs(self) -> list[Run]:
        """What has begun."""
        return self.house.hearth.library.reader.rows(Run)

    def dates(self) -> list[date]:
        """Its days."""
        reader = self.house.hearth.library.reader
        return [day(one.date) for one in sessions_of(reader, self.planned.id)]

    def today(self) -> date:
        """Today, where the launch is."""
        return today_in(self.workshop().zone, self.house.hearth.library.moment.now())

    def move_to(self, when: date) -> None:
        """Plan it for another day."""
        with self.house.hearth.library.change("test") as writer:
            writer.change(self.workshop(), date=when.isoformat())
            for one in writer.rows(Session, workshop=self.planned.id)[:1]:
                writer.change(one, date=when.isoformat())

    def start(self) -> StartDialog:
        """Press the key that begins it; gives what is asked."""
        self.press(Key.Key_Return, CONTROL)
        return self.dialog(StartDialog)

    def begin(self) -> Cockpit:
        """Hold it today."""
        self.start()
        self.press(Key.Key_Return)
        return self.screen(Cockpit)


@pytest.fixture(params=["en", "fr"])
def early(qapp: QApplication, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Early]:
    """At the agenda, two weeks before the day."""
    language = str(request.param)
    with opened(qapp, tmp_path, language=language) as house:
        person = Early(house, language)
        hearth = house.hearth
        person.planned = import_sample(
            hearth.library, hearth.catalogue, resources_folder()
        ).workshop
        with hearth.library.change("test") as writer:
            writer.change(person.planned, zone="UTC")
        second = day(person.planned.date) + timedelta(days=1)
        add_session(hearth.library, person.planned, second.isoformat(), 540, 60)
        hearth.window.design(person.planned.id)
        settle()
        yield person


def test_held_today_its_days_move_with_it(early: Early) -> None:
    """One Enter; a second day follows the first; on its own day nothing is asked."""
    dialog = early.start()
    assert early.words.day(day(early.planned.date), "long") in dialog.title.text()
    early.press(Key.Key_Return)
    early.screen(Cockpit)
    today = day(early.workshop().date)
    assert abs((today - early.today()).days) <= 1
    assert early.dates() == [today, today + timedelta(days=1)]
    assert early.workshop().state == "running"


def test_not_yet_changes_nothing(early: Early) -> None:
    before = early.dates()
    early.start()
    early.press(Key.Key_Escape)
    early.screen(DesignScreen)
    assert (early.dates(), early.runs(), early.workshop().state) == (before, [], "planned")


def test_on_its_day_nothing_is_asked(early: Early) -> None:
    early.move_to(early.today())
    early.press(Key.Key_Return, CONTROL)
    early.screen(Cockpit)


def test_a_day_that_is_over_is_written_up_under_its_own_date(early: Early) -> None:
    """As when it was held on paper; or it is held today after all."""
    was = early.today() - timedelta(days=9)
    early.move_to(was)
    early.start()
    early.press(Key.Key_Return)
    early.screen(Cockpit)
    assert early.dates()[0] == was
    early.press(Key.Key_F9, SHIFT)
    early.screen(DesignScreen)
    dialog = early.start()
    early.click(dialog.today_button)
    early.screen(Cockpit)
    assert early.dates()[0] != was


def test_a_start_is_taken_back_from_the_room_and_from_the_agenda(early: Early) -> None:
    """While nothing was written down; Ctrl+Z brings it back, and takes it back as well."""
    early.begin()
    early.press(Key.Key_F9, SHIFT)
    wait_for(lambda: isinstance(early.window.screen_shown, DesignScreen))
    design = early.screen(DesignScreen)
    assert early.says() == early.words("design.start-taken-back")
    assert (early.runs(), early.workshop().state) == ([], "planned")
    assert early.window.room is None
    assert not design.unstart_button.isVisible()

    early.press(Key.Key_Return, CONTROL)
    early.screen(Cockpit)
    early.press(Key.Key_Z, CONTROL)
    wait_for(lambda: isinstance(early.window.screen_shown, DesignScreen))
    assert (early.runs(), early.workshop().state) == ([], "planned")

    early.press(Key.Key_Return, CONTROL)
    early.screen(Cockpit)
    early.press(Key.Key_F3, SHIFT)
    early.click(early.screen(DesignScreen).unstart_button)
    assert early.workshop().state == "planned"
    assert early.window.room is None


def test_a_start_with_words_stays(early: Early) -> None:
    """What somebody said is never thrown away with a key; the sentence says what can be done."""
    cockpit = early.begin()
    early.type("Somebody said this")
    early.press(Key.Key_Return)
    early.press(Key.Key_F9, SHIFT)
    assert early.screen(Cockpit) is cockpit
    assert early.says() == early.words("trouble.start-has-words", n=1)
    early.press(Key.Key_F3, SHIFT)
    assert not early.screen(DesignScreen).unstart_button.isVisible()


def rehearsed(early: Early) -> Window:
    """The window of the rehearsal that was asked for."""
    early.click(early.start().rehearse_button)
    (window,) = [
        one
        for one in QApplication.topLevelWidgets()
        if isinstance(one, Window) and one is not early.window and one.isVisible()
    ]
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    return window


def folder_of(window: Window) -> Path:
    """Where the copy lies that a rehearsal is played in."""
    assert window.world is not None
    return window.world.library.path.parent


def test_a_rehearsal_leaves_no_trace(early: Early) -> None:
    """It is played in a window that says so; ended, nothing of it is left anywhere."""
    library = early.house.hearth.library
    window = rehearsed(early)
    folder, cockpit = folder_of(window), window.screen_shown
    assert window.world is not None
    assert isinstance(cockpit, Cockpit)
    assert cockpit.controller.state().course is not None, "it runs as if it were held now"
    QTest.keyClicks(cockpit.bottom.line, "Only tried")
    QTest.keyClick(cockpit.bottom.line, Key.Key_Return)
    assert [one.text for one in window.world.library.reader.rows(Note)] == ["Only tried"]
    assert library.reader.rows(Note) == []
    (end,) = [
        one
        for one in window.findChildren(QAbstractButton)
        if one.accessibleName() == early.words("room.end-rehearsal")
    ]
    early.click(end)
    wait_for(lambda: not folder.exists())
    early.screen(DesignScreen)
    assert (early.runs(), early.workshop().state) == ([], "planned")


def test_a_rehearsal_ends_with_hearth(early: Early) -> None:
    """Another one can be begun, and goes when Hearth is closed."""
    first = rehearsed(early)
    gone = folder_of(first)
    QTest.keyClick(first, Key.Key_W, CONTROL)
    wait_for(lambda: not gone.exists())
    folder = folder_of(rehearsed(early))
    assert folder.exists()
    early.house.hearth.close()
    assert not folder.exists()
