"""Every canvas tells a screen reader what was captured: Qt's accessible tree, kind by kind."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface

from app.kinds.table import make_kinds
from app.workshop.planning import BREAK, add_exercise
from tests.app.workshop.plans import the_catalogue
from tests.ui.fitting import settle
from tests.ui.kinds.room import Room
from ui.kind_tables import make_views

SAID = ("Mira Okonkwo", "Shorelines that agree", "لا أحد ينتظر")
"""What is captured, one of them from the right."""


def kinds() -> tuple[str, ...]:
    """Every kind in the window."""
    return make_views(the_catalogue()).ids


@pytest.fixture
def listening() -> Iterator[None]:
    """A screen reader is there."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def told(face: QAccessibleInterface) -> Iterator[str]:
    """All that is told of what is seen, from a place of the tree down."""
    if face.state().invisible:
        return
    for part in (QAccessible.Text.Name, QAccessible.Text.Value, QAccessible.Text.Description):
        yield face.text(part)
    for at in range(face.childCount()):
        child = face.child(at)
        if child.isValid():
            yield from told(child)


def enter(room: Room, kind: str) -> None:
    """Go to an exercise of a kind, planned if it is not there."""
    catalogue = room.house.hearth.catalogue
    lines = room.cockpit.controller.state().lines
    there = [line.block for line in lines if line.block.kind == kind]
    block = next((one for one in there if one.exercise != BREAK), None)
    if block is None:
        exercise = next(one.id for one in catalogue.exercises if one.kind == kind)
        block = add_exercise(room.library, catalogue, room.workshop, exercise)
        settle()
    room.cockpit.side.block_asked.emit(block.id)
    settle()
    assert room.running.block.kind == kind


@pytest.mark.usefixtures("listening")
@pytest.mark.parametrize("kind", kinds())
def test_every_item_of_a_canvas_is_told(room: Room, kind: str) -> None:
    """What was captured; a kind that takes no line says how it stands."""
    enter(room, kind)
    running, catalogue = room.running, room.house.hearth.catalogue
    first = make_kinds(catalogue)[kind]
    targets = first.targets(running, room.library.reader)
    for text in SAID if targets else ():
        first.capture(room.library, running, targets[0], text)
    settle()
    heard = " ".join(told(QAccessible.queryAccessibleInterface(room.canvas_widget)))
    assert heard.strip()
    assert [text for text in SAID if targets and text not in heard] == []
