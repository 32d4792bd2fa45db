"""A matrix in the room: typed, placed by a digit each, moved, named anew; what the wall shows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.kinds.matrix.setup import axes_of
from app.library.rows import Note
from app.registers.portfolio import REGISTER, domains_of
from app.workshop.notes import notes_of
from app.workshop.placing import place_notes
from app.workshop.planning import add_exercise, scope_of
from tests.ui.fitting import settle
from tests.ui.kinds.room import SHIFT, Room
from ui.kinds.matrix.axes_dialog import AxesDialog
from ui.parts.notes.ground import GROUND
from ui.parts.notes.ground_controller import TRAY

CHALLENGES = ("One map of the coast", "A common alphabet", "Apprentices everywhere")


@pytest.fixture
def matrix(room: Room) -> Room:
    """The block in which challenges are placed, three of them typed."""
    add_exercise(room.library, room.house.hearth.catalogue, room.workshop, "which-challenge")
    settle()
    room.go_to("which-challenge")
    room.say(*CHALLENGES)
    return room


def rows(room: Room) -> list[Note]:
    """The notes as the library has them."""
    return notes_of(room.library.reader, room.running.run.id)


def shown(room: Room, zone: str) -> list[str]:
    """What a part of the canvas shows."""
    return [item.text for item in room.zones_view().view(zone).notes.items]


def test_what_is_typed_waits_beside_the_ground(matrix: Room) -> None:
    assert shown(matrix, TRAY) == list(CHALLENGES)
    assert shown(matrix, GROUND) == []
    (column,) = matrix.picture().columns
    assert [note.text for note in column.notes] == list(CHALLENGES), "the wall shows what came"


def test_a_digit_a_note_places_them_all(matrix: Room) -> None:
    matrix.into_canvas()
    for key in (Qt.Key.Key_9, Qt.Key.Key_1, Qt.Key.Key_9):
        matrix.press(key)
    assert shown(matrix, TRAY) == []
    first, second, third = rows(matrix)
    assert (first.x, first.y) == (833, 833)
    assert (second.x, second.y) == (166, 166)
    assert (third.x, third.y) != (first.x, first.y), "beside what lies there"
    picture = matrix.picture()
    assert picture.pages is not None
    assert not picture.small
    matrix.library.undo(scope_of(matrix.workshop))
    settle()
    assert shown(matrix, TRAY) == [CHALLENGES[2]]
    assert matrix.picture().small == (matrix.words("matrix.not-placed-n", n=1),)


def test_a_screen_reader_hears_the_reading(matrix: Room) -> None:
    matrix.into_canvas()
    matrix.press(Qt.Key.Key_9)
    model = matrix.zones_view().view(GROUND).notes
    said = model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    axes = axes_of(matrix.running.recipe, ("en",))
    assert str(said).startswith(f"{CHALLENGES[0]}, {axes.readings['both']}")
    assert axes.up.name in str(said)


def test_the_axes_are_named_in_the_room(matrix: Room) -> None:
    matrix.cockpit.bottom.line.setFocus()
    QTest.keyClick(matrix.cockpit.bottom.line, Qt.Key.Key_F2, SHIFT)
    (dialog,) = matrix.house.hearth.window.findChildren(AxesDialog)
    dialog.form.set_values({"across-name": "Effort", "across-low": "much", "across-high": "little"})
    QTest.keyClick(dialog.form.field_widget("up-high"), Qt.Key.Key_Return)
    settle()
    axes = axes_of(matrix.running.recipe, ("en",))
    assert (axes.across.name, axes.across.low, axes.across.high) == ("Effort", "much", "little")
    matrix.into_canvas()
    matrix.press(Qt.Key.Key_3)
    model = matrix.zones_view().view(GROUND).notes
    said = model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert "Effort" in str(said)


def test_nothing_for_the_facilitator_is_on_the_wall(matrix: Room) -> None:
    one, two, three = rows(matrix)
    place_notes(matrix.library, matrix.running, [(one, 900, 900), (two, 100, 100)])
    with matrix.library.change("test", scope_of(matrix.workshop)) as writer:
        for note in (rows(matrix)[0], three):
            writer.change(note, audience="facilitator")
    picture = matrix.picture()
    assert picture.pages is not None
    drawn = str(picture.pages(1700.0, 700.0, 44.0, lambda text, width, size: 1))
    assert CHALLENGES[1] in drawn
    assert CHALLENGES[0] not in drawn
    assert CHALLENGES[2] not in drawn
    assert not picture.small, "nor is it counted"


def test_domains_that_are_placed_are_kept_as_portfolio(room: Room) -> None:
    """By one key, with a sentence; where nothing is placed that is said, and nothing is kept."""
    catalogue = room.house.hearth.catalogue
    add_exercise(room.library, catalogue, room.workshop, "domain-portfolio")
    settle()
    room.go_to("domain-portfolio")
    room.say("Bridges", "Water")
    room.into_canvas()
    control = Qt.KeyboardModifier.ControlModifier
    room.press(Qt.Key.Key_F2, control)
    register = catalogue.register(REGISTER)
    assert domains_of(room.library.reader, register, room.running.community) == []
    room.press(Qt.Key.Key_9)
    room.press(Qt.Key.Key_F2, control)
    (one,) = domains_of(room.library.reader, register, room.running.community)
    assert (one.name, one.weight, one.vitality) == ("Bridges", 5, 5)
