"""From an empty library to a launch of an hour, a half-day, a day, with its agenda: few keys."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.catalogue.agenda_entries import Agenda
from app.catalogue.agenda_fit import fit_agenda, most_planned
from app.library.rows import Session, Workshop
from app.workshop.agenda import BREAK
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


def plan(who: Person, moves: tuple[Qt.Key, ...]) -> tuple[Workshop, Agenda]:
    """Found a community and plan its launch; ``moves`` are what it takes to choose the length.

    With the agenda that was proposed for it.
    """
    found(who)
    who.press(Key.Key_Return)
    asked = who.dialog(PlanDialog)
    for move in moves:
        who.press(move)
    agenda = who.house.hearth.catalogue.agenda(asked.agenda)
    who.press(Key.Key_Return)
    who.screen(DesignScreen)
    library = who.house.hearth.library
    (workshop,) = library.reader.rows(Workshop)
    return workshop, agenda


def used_by(agenda: Agenda) -> set[str | None]:
    """The exercises of an agenda."""
    return {block.exercise for block in agenda.blocks} - {None}


@pytest.mark.parametrize(
    ("moves", "least", "most"),
    [((Key.Key_Up,), 45, 90), ((), 180, 300), ((Key.Key_Down,), 360, 540)],
    ids=["an hour", "half a day", "a day"],
)
def test_a_launch_is_planned_with_its_agenda(
    somebody: Person, moves: tuple[Qt.Key, ...], least: int, most: int
) -> None:
    workshop, agenda = plan(somebody, moves)
    reader = somebody.house.hearth.library.reader
    (layout,) = layouts(reader, workshop.id)
    session = layout.session
    assert least <= agenda.minutes <= most
    assert (session.minutes, session.starts) == (agenda.minutes, agenda.first_minute)
    assert {slot.block.exercise for slot in layout.slots} - {None, BREAK} == used_by(agenda)
    assert layout.planned <= most_planned(session.minutes)
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
    asked = somebody.dialog(PlanDialog)
    somebody.press(Key.Key_Up)
    agenda = somebody.house.hearth.catalogue.agenda(asked.agenda)
    somebody.press(Key.Key_Return)
    somebody.screen(DesignScreen)
    reader = somebody.house.hearth.library.reader
    assert [one.minutes for one in reader.rows(Session)] == [agenda.minutes]


def test_an_agenda_is_shortened_to_the_time_typed(somebody: Person) -> None:
    """Twenty minutes less than it is for: the agenda that was chosen, with a tenth to spare."""
    found(somebody)
    somebody.press(Key.Key_Return)
    asked = somebody.dialog(PlanDialog)
    asked.choice.setFocus()
    somebody.press(Key.Key_End)
    somebody.press(Key.Key_Home)
    agenda = somebody.house.hearth.catalogue.agenda(asked.agenda)
    there = agenda.minutes - 20
    somebody.fill(asked.form, "minutes", str(there))
    assert asked.form.text("length") == "half-day"
    assert asked.agenda == agenda.id
    somebody.press(Key.Key_Return, CONTROL)
    somebody.screen(DesignScreen)
    library = somebody.house.hearth.library
    (workshop,) = library.reader.rows(Workshop)
    (layout,) = layouts(library.reader, workshop.id)
    fit = fit_agenda(somebody.house.hearth.catalogue, agenda, there, workshop.expected)
    assert not fit.over
    assert [slot.block.minutes for slot in layout.slots] == [
        one.minutes for one in fit.blocks if one.minutes
    ]
    assert layout.planned <= most_planned(there) < agenda.planned_minutes


def test_an_hour_that_begins_empty_is_offered_the_agenda_of_an_hour(somebody: Person) -> None:
    """Whatever was chosen first: the agenda that fits the time is one button away."""
    found(somebody)
    somebody.press(Key.Key_Return)
    asked = somebody.dialog(PlanDialog)
    somebody.press(Key.Key_Up)
    agenda = somebody.house.hearth.catalogue.agenda(asked.agenda)
    asked.choice.setFocus()
    somebody.press(Key.Key_End)
    assert asked.agenda == EMPTY
    somebody.press(Key.Key_Return, CONTROL)
    design = somebody.screen(DesignScreen)
    somebody.click(design.middle.empty.button)
    library = somebody.house.hearth.library
    (workshop,) = library.reader.rows(Workshop)
    used = {block.exercise for block in blocks_of(library.reader, workshop.id)}
    assert used - {None, BREAK} == used_by(agenda)
