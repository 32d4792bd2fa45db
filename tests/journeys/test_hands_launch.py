"""From an empty library to a launch of an hour, a half-day, a day, with its agenda: few keys."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.library.rows import Session, Workshop
from app.workshop.planning import blocks_of, layouts
from tests.journeys.person import CONTROL, Person
from tests.ui.opened import opened
from ui.community.community_dialog import CommunityDialog
from ui.community.community_screen import CommunityScreen
from ui.community.plan_dialog import PlanDialog
from ui.design.design_screen import DesignScreen
from ui.home.home_screen import HomeScreen
from ui.parts.agenda_choice import EMPTY

Key = Qt.Key
MOST_KEYS, MOST_CLICKS = 30, 4


@pytest.fixture(params=["en", "fr"])
def somebody(
    request: pytest.FixtureRequest, qapp: QApplication, tmp_path: Path
) -> Iterator[Person]:
    """Somebody at an empty library."""
    with opened(qapp, tmp_path, language=request.param) as house:
        house.hearth.window.home()
        yield Person(house, request.param)


def found(who: Person) -> None:
    """From Home: a community, whose page opens."""
    who.screen(HomeScreen)
    who.press(Key.Key_N, CONTROL)
    who.dialog(CommunityDialog)
    who.type("Water Quality")
    who.press(Key.Key_Return)
    who.screen(CommunityScreen)


def plan(who: Person, moves: tuple[Qt.Key, ...]) -> Workshop:
    """Found a community and plan its launch; ``moves`` are what it takes to choose the length."""
    found(who)
    who.press(Key.Key_Return)
    who.dialog(PlanDialog)
    for move in moves:
        who.press(move)
    who.press(Key.Key_Return)
    who.screen(DesignScreen)
    library = who.house.hearth.library
    (workshop,) = library.reader.rows(Workshop)
    return workshop


@pytest.mark.parametrize(
    ("moves", "minutes", "first_minute"),
    [((Key.Key_Up,), 60, 540), ((), 270, 480), ((Key.Key_Down,), 450, 540)],
    ids=["an hour", "half a day", "a day"],
)
def test_a_launch_is_planned_with_its_agenda(
    somebody: Person, moves: tuple[Qt.Key, ...], minutes: int, first_minute: int
) -> None:
    workshop = plan(somebody, moves)
    reader = somebody.house.hearth.library.reader
    (layout,) = layouts(reader, workshop.id)
    assert (layout.session.minutes, layout.session.starts) == (minutes, first_minute)
    assert len(layout.slots) >= 5
    assert layout.spare * 10 >= minutes
    assert somebody.keys <= MOST_KEYS
    assert somebody.clicks <= MOST_CLICKS


def test_home_opens_the_dialog_that_plans_the_launch(somebody: Person) -> None:
    """Not only the community's page: the card's button asks for the launch itself."""
    found(somebody)
    somebody.window.home()
    home = somebody.screen(HomeScreen)
    card = next(
        one
        for one in home.cards
        if one.button.text() == somebody.words("attention.launch-unplanned.do")
    )
    somebody.click(card.button)
    somebody.dialog(PlanDialog)
    somebody.press(Key.Key_Up)
    somebody.press(Key.Key_Return)
    somebody.screen(DesignScreen)
    reader = somebody.house.hearth.library.reader
    assert [one.minutes for one in reader.rows(Session)] == [60]


def test_an_agenda_is_shortened_to_the_time_typed(somebody: Person) -> None:
    """Four hours: the half-day agenda, each exercise at its shortest or above, a tenth to spare."""
    found(somebody)
    somebody.press(Key.Key_Return)
    asked = somebody.dialog(PlanDialog)
    somebody.fill(asked.form, "minutes", "240")
    assert asked.form.text("length") == "half-day"
    assert asked.agenda == "half-day-launch"
    somebody.press(Key.Key_Return, CONTROL)
    somebody.screen(DesignScreen)
    library = somebody.house.hearth.library
    (workshop,) = library.reader.rows(Workshop)
    (layout,) = layouts(library.reader, workshop.id)
    assert layout.planned == 216
    assert layout.spare == 24


def test_an_hour_that_begins_empty_is_offered_the_agenda_of_an_hour(somebody: Person) -> None:
    """Whatever was chosen first: the agenda that fits the time is one button away."""
    found(somebody)
    somebody.press(Key.Key_Return)
    asked = somebody.dialog(PlanDialog)
    somebody.press(Key.Key_Up)
    asked.choice.setFocus()
    somebody.press(Key.Key_End)
    assert asked.agenda == EMPTY
    somebody.press(Key.Key_Return, CONTROL)
    design = somebody.screen(DesignScreen)
    somebody.click(design.middle.empty.button)
    library = somebody.house.hearth.library
    (workshop,) = library.reader.rows(Workshop)
    used = {block.exercise for block in blocks_of(library.reader, workshop.id)}
    agenda = somebody.house.hearth.catalogue.agenda("one-hour-launch")
    assert used == {block.exercise for block in agenda.blocks}
