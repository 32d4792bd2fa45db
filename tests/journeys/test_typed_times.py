"""Days and times typed as people write them, field after field, in the real window, in both
languages: a launch is planned, its agenda set, a gathering and a role put in the calendar."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from app.library.reader import Reader
from app.library.rows import Block, Gathering, Holding, Session, StageReading, Workshop
from tests.app.community.village import StandingClock, found, joins
from tests.journeys.person import CONTROL, Person, settle
from tests.ui.opened import opened
from ui.community.community_screen import CommunityScreen
from ui.community.stages_dialog import StagesDialog
from ui.design.design_screen import DesignScreen
from ui.parts.form_dialog import FormDialog
from ui.parts.typed_fields import TypedLine

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard")
Key = Qt.Key

TYPED = {
    "en": {
        "day": "15 jan",
        "start": "9 h 30",
        "minutes": "4 h",
        "block": "1:15",
        "fixed": "2 pm",
        "other": "Feb 3, 2026",
        "starts": "noon",
        "ends": "in 6 months",
        "joined": "yesterday",
        "bad": "when we can",
    },
    "fr": {
        "day": "15 janv.",
        "start": "9h30",
        "minutes": "4 h",
        "block": "1 h 15",
        "fixed": "14 h",
        "other": "3 février 2026",
        "starts": "midi",
        "ends": "dans 6 mois",
        "joined": "hier",
        "bad": "un de ces jours",
    },
}


class Planner(Person):
    """Somebody who plans with the keyboard."""

    def over(self, line: TypedLine, text: str) -> None:
        """Come to a field by Tab, type over what stands there, and go on by Tab."""
        self.look_at_window()
        line.clearFocus()
        line.setFocus(Qt.FocusReason.TabFocusReason)
        self.type(text, line)
        QTest.keyClick(line, Key.Key_Tab)
        settle()

    def answer(self, form: FormDialog, key: str, text: str) -> TypedLine:
        """Type over what stands in a field of a form."""
        line = form.form.field_widget(key)
        assert isinstance(line, TypedLine)
        self.over(line, text)
        return line

    @property
    def reader(self) -> Reader:
        """What the library says."""
        return self.house.hearth.library.reader

    @property
    def typed(self) -> dict[str, str]:
        """What is typed in their language."""
        return TYPED[self.words.language]

    def keep(self, dialog: QDialog) -> None:
        """Ctrl+Enter."""
        QTest.keyClick(dialog, Key.Key_Return, CONTROL)
        settle()

    def asked(self) -> FormDialog:
        """The form that is open."""
        return self.dialog(FormDialog)


@pytest.fixture(params=sorted(TYPED))
def planner(
    request: pytest.FixtureRequest, qapp: QApplication, tmp_path: Path
) -> Iterator[Planner]:
    """A window with one community of one person."""
    with opened(qapp, tmp_path, language=request.param, moment=StandingClock()) as house:
        community = found(house.hearth.library)
        joins(house.hearth.library, community, "Ann Lee")
        planner = Planner(house, request.param)
        house.hearth.window.community(community.id)
        settle()
        yield planner


def test_a_launch_is_planned_by_typing(planner: Planner) -> None:
    """Day, time and length in forms people write; then a block's minutes and its fixed start."""
    typed, reader = planner.typed, planner.reader
    page = planner.screen(CommunityScreen)
    page.plan()
    settle()
    plan = planner.asked()
    day = planner.answer(plan, "date", typed["bad"])
    assert day.text() == typed["bad"]
    assert day.accessibleDescription() == planner.words("typed_dates.unread.date")
    planner.keep(plan)
    assert plan.isVisible(), "it does not go on without an answer"
    assert not reader.rows(Workshop)
    planner.answer(plan, "date", typed["day"])
    planner.answer(plan, "starts", typed["start"])
    planner.answer(plan, "minutes", typed["minutes"])
    planner.keep(plan)
    (workshop,) = reader.rows(Workshop)
    (session,) = reader.rows(Session)
    assert (workshop.date, session.starts, session.minutes) == ("2026-01-15", 570, 240)
    design = planner.screen(DesignScreen)
    block = design.list.current
    planner.over(design.panel.times.minutes, typed["block"])
    assert reader.row(Block, block).minutes == 75
    planner.over(design.panel.times.minutes, typed["bad"])
    assert reader.row(Block, block).minutes == 75
    assert design.panel.times.minutes.text() == typed["bad"]
    planner.over(design.panel.times.minutes, "20")
    design.panel.times.lock.click()
    planner.over(design.panel.times.start, typed["fixed"])
    assert reader.row(Block, block).starts == 14 * 60


def test_the_calendar_of_a_community_is_filled_by_typing(planner: Planner) -> None:
    """A gathering, a role until a day, when somebody joined, and the stages of last week."""
    typed, reader = planner.typed, planner.reader
    page = planner.screen(CommunityScreen)
    page.meet()
    settle()
    gathering = planner.asked()
    planner.answer(gathering, "date", typed["other"])
    planner.answer(gathering, "starts", "")
    planner.answer(gathering, "starts", typed["starts"])
    planner.answer(gathering, "minutes", "90")
    planner.keep(gathering)
    (row,) = reader.rows(Gathering)
    assert (row.date, row.starts, row.minutes) == ("2026-02-03", 720, 90)
    page.roles.give("coordinator")
    settle()
    role = planner.asked()
    planner.answer(role, "ends", typed["ends"])
    planner.keep(role)
    (holding,) = reader.rows(Holding)
    assert holding.ends == "2026-05-12"
    page.read_stages()
    settle()
    stages = planner.dialog(StagesDialog)
    stages.questions[0].tick.click()
    planner.over(stages.day, typed["bad"])
    planner.keep(stages)
    assert stages.isVisible()
    planner.over(stages.day, typed["joined"])
    planner.keep(stages)
    assert {one.date for one in reader.rows(StageReading)} == {"2025-11-11"}
