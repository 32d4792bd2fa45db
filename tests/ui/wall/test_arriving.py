"""A pause that opens a session: nobody comes back from it, people arrive."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.workshop.agenda import Spot
from app.workshop.agenda_order import sessions_of
from app.workshop.planning import add_break, move_block, rename_block
from app.workshop.running import enter_block
from tests.ui.opened import Opened, opened
from tests.ui.wall.test_wall import enter, pictures
from ui.wall.scene import read_scene


@pytest.fixture
def house(qapp: QApplication, tmp_path: Path) -> Iterator[Opened]:
    """Hearth, its window open."""
    with opened(qapp, tmp_path) as hearth:
        yield hearth


@pytest.mark.parametrize("first", [True, False])
def test_when_it_begins_is_said(house: Opened, *, first: bool) -> None:
    """And after any other, when people are back."""
    hearth = house.hearth
    running = enter(house, "hopes-and-fears")
    workshop, library = running.workshop, hearth.library
    pause = rename_block(library, workshop, add_break(library, workshop, 20), "Coffee")
    if first:
        session = sessions_of(library.reader, workshop.id)[0].id
        move_block(library, workshop, pause, Spot(session))
    world = hearth.window.world
    assert world is not None
    place = enter_block(library, workshop, pause)
    (said, *_) = read_scene(world, place, pictures(hearth.catalogue)).questions
    assert said.startswith("Coffee. We begin at" if first else "Coffee. Back at")
