"""A library that is lived in: a launch that is over, and one under way with something in it all.

``furnished_library`` in tests/conftest.py is one, made once.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.catalogue.exercise_entries import Exercise
from app.catalogue.register_shapes import RegisterColumn
from app.exchange.sample import import_sample
from app.kinds.pulse.rounds import FORMS
from app.library.rows import Block, Community, Workshop
from app.registers.cells import Party, Value
from app.registers.register_entries import EntryFields, add_entry
from app.resources import resources_folder
from app.workshop.ballots import open_ballot
from app.workshop.planning import add_exercise
from tests.played import import_played_sample
from tests.ui.fitting import settle
from tests.ui.kinds.room import Room
from tests.ui.opened import Opened, opened
from ui.cockpit.cockpit import Cockpit

DAY = date(2026, 1, 15)
HEARD = ("One person to call", "Shorelines that agree")


def furnish(application: QApplication, folder: Path) -> Path:
    """Make it in a folder; gives its file, which is closed."""
    folder.mkdir(exist_ok=True)
    with opened(application, folder) as house:
        hearth = house.hearth
        made = (hearth.library, hearth.catalogue, resources_folder())
        played, ahead = import_played_sample(*made), import_sample(*made)
        for register in hearth.catalogue.registers:
            values = {one.id: _value(one) for one in register.columns if one.required}
            add_entry(hearth.library, register, played.community.id, values, EntryFields())
        workshop = hearth.library.reader.row(Workshop, ahead.workshop.id)
        there = hearth.library.reader.rows(Block, workshop=workshop.id)
        planned = {block.exercise for block in there}
        for exercise in _one_of_each_shape(hearth.catalogue.exercises):
            if exercise.id not in planned:
                add_exercise(hearth.library, hearth.catalogue, workshop, exercise.id)
        _speak(house, workshop)
        return hearth.library.path


def _one_of_each_shape(exercises: Iterable[Exercise]) -> Iterator[Exercise]:
    """Of the exercises that set the same things up, the first: the others look the same but for
    their words, and whoever goes through every block need not meet them."""
    met = set()
    for one in exercises:
        shape = (one.kind, frozenset(one.setup), bool(one.takes), bool(one.sections))
        if shape not in met:
            met.add(shape)
            yield one


def _value(column: RegisterColumn) -> Value:
    """Something that a column takes."""
    other: dict[str, Value] = {
        "person": Party(name="Ann Lee"),
        "date": DAY,
        "choice": next(iter(column.options), ""),
        "yes-no": True,
        "number": 1,
        "hours": 1,
    }
    return other.get(column.type, "Moved")


def _speak(house: Opened, workshop: Workshop) -> None:
    """Say something in each block in which something can be said."""
    house.hearth.window.cockpit(workshop.id)
    screen = house.hearth.window.screen_shown
    assert isinstance(screen, Cockpit)
    settle()
    room = Room(house, screen, workshop)
    house.answers.yes = True  # a first reservation asks whether to propose a version
    for line in screen.controller.state().lines:
        screen.side.block_asked.emit(line.block.id)
        settle()
        if room.running.block.kind == "pulse":
            open_ballot(room.library, room.running, FORMS)
        else:
            room.say(*HEARD)


def screens(house: Opened) -> Iterator[str]:
    """Go to every screen, and in the room to every block; gives where one is."""
    hearth, window = house.hearth, house.hearth.window
    reader = hearth.library.reader
    visits = {
        "home": window.home,
        "portfolio": window.portfolio,
        "exercises": window.exercises,
        "reading": window.reading,
        "search": window.search,
    }
    visits["settings"] = window.settings
    for community in reader.rows(Community):
        visits[f"community {community.name}"] = partial(window.community, community.id)
        visits[f"people {community.name}"] = partial(window.people, community.id)
        visits[f"renewal {community.name}"] = partial(window.renewal, community.id)
        visits[f"charter {community.name}"] = partial(window.charter, community.id)
        for register in hearth.catalogue.registers:
            visits[register.id] = partial(window.register, community.id, register.id)
    for workshop in reader.rows(Workshop):
        visits[f"design {workshop.state}"] = partial(window.design, workshop.id)
        visits[f"closing {workshop.state}"] = partial(window.closing, workshop.id)
    for name, visit in visits.items():
        visit()
        settle()
        yield name
    cockpit = _room(house)
    for line in cockpit.controller.state().lines:
        cockpit.side.block_asked.emit(line.block.id)
        settle()
        yield f"room {line.block.exercise}"


def go_to_block(house: Opened, exercise: str) -> Cockpit:
    """Go to the room, to its block of an exercise; gives the cockpit."""
    return _go_to(house, lambda block: block.exercise == exercise)


def go_to_kind(house: Opened, kind: str) -> Cockpit:
    """Go to the room, to its first block of a kind of exercise; gives the cockpit."""
    return _go_to(house, lambda block: block.kind == kind)


def _go_to(house: Opened, wanted: Callable[[Block], bool]) -> Cockpit:
    cockpit = _room(house)
    lines = cockpit.controller.state().lines
    block = next(line.block for line in lines if wanted(line.block))
    cockpit.side.block_asked.emit(block.id)
    settle()
    return cockpit


def _room(house: Opened) -> Cockpit:
    """Go to the room of the launch that is under way."""
    workshops = house.hearth.library.reader.rows(Workshop)
    house.hearth.window.cockpit(next(one.id for one in workshops if one.state == "running"))
    cockpit = house.hearth.window.screen_shown
    assert isinstance(cockpit, Cockpit)
    return cockpit
