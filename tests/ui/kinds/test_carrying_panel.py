"""What earlier exercises led to is offered above the canvas: seen, chosen from, taken or left."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox

from app.charter.clauses import clauses_of
from app.library.rows import Block
from tests.ui.fitting import misfits, settle
from tests.ui.kinds.room import CONTROL, SHIFT, Room
from ui.cockpit.carrying_panel import CarryingPanel

THEMES = ("Which shoreline holds?", "Who decides?", "What may be published?")


def offered(room: Room) -> CarryingPanel:
    """The card, at the block in which people give their word, after three themes were said."""
    room.go_to("questions-we-hold")
    room.say(*THEMES)
    room.go_to("our-word")
    return room.cockpit.run_canvas.carrying


def texts(panel: CarryingPanel) -> list[str]:
    """What can be ticked."""
    return [tick.accessibleName() for tick in panel.findChildren(QCheckBox)]


def drafted(room: Room) -> list[str]:
    """The lines of the charter's questions."""
    clauses = clauses_of(room.library.reader, room.workshop.community, "questions")
    return [line for clause in clauses for line in clause.text.split("\n")]


def carried(room: Room) -> str:
    """What the block remembers of the answer."""
    return room.library.reader.row(Block, room.running.block.id).carried


def test_one_key_takes_all_of_it_along(room: Room) -> None:
    """The texts and where they are from are seen first; the line keeps the keyboard; one undo."""
    panel = offered(room)
    assert panel.isVisible()
    assert texts(panel) == list(THEMES)
    assert room.cockpit.bottom.line.hasFocus()
    assert misfits(panel) == []
    room.press(Qt.Key.Key_F, CONTROL | SHIFT)
    assert drafted(room) == list(THEMES)
    assert carried(room) == "taken"
    assert not panel.isVisible()
    assert room.cockpit.bottom.line.hasFocus()
    assert room.said()
    room.press(Qt.Key.Key_Z, CONTROL)
    assert drafted(room) == []
    assert panel.isVisible()


def test_each_can_be_left_out(room: Room) -> None:
    """To the texts by a key, Space takes one out, Tab goes on; then the others come along."""
    panel = offered(room)
    room.press(Qt.Key.Key_L, CONTROL | SHIFT)
    first = QApplication.focusWidget()
    assert isinstance(first, QCheckBox)
    assert first.accessibleName() == THEMES[0]
    room.press(Qt.Key.Key_Space)
    room.press(Qt.Key.Key_F, CONTROL | SHIFT)
    assert drafted(room) == list(THEMES[1:])
    assert room.cockpit.bottom.line.hasFocus()
    assert not panel.isVisible()


def test_it_can_be_declined(room: Room) -> None:
    """It is not offered again when one comes back, unless that is undone."""
    panel = offered(room)
    room.press(Qt.Key.Key_D, CONTROL | SHIFT)
    assert (drafted(room), carried(room)) == ([], "declined")
    room.go_to("questions-we-hold")
    room.go_to("our-word")
    assert not panel.isVisible()
    room.library.undo(room.cockpit.scope())
    assert carried(room) == ""


def test_nothing_ticked_is_nothing_taken(room: Room) -> None:
    """A sentence says so, and the keyboard is where it can be helped."""
    panel = offered(room)
    for tick in panel.findChildren(QCheckBox):
        tick.click()
    room.press(Qt.Key.Key_F, CONTROL | SHIFT)
    assert carried(room) == ""
    assert panel.isVisible()
    assert room.said() == room.words("carrying.none-chosen")
    assert isinstance(QApplication.focusWidget(), QCheckBox)


def test_where_nothing_is_offered_the_keys_do_nothing(room: Room) -> None:
    """Nothing was said before: no card, and no answer is remembered."""
    room.go_to("our-word")
    assert not room.cockpit.run_canvas.carrying.isVisible()
    room.press(Qt.Key.Key_F, CONTROL | SHIFT)
    room.press(Qt.Key.Key_D, CONTROL | SHIFT)
    settle()
    assert carried(room) == ""


def test_what_was_ticked_stays_so_while_others_type(room: Room) -> None:
    """A change elsewhere in the workshop does not tick anything anew."""
    panel = offered(room)
    panel.findChildren(QCheckBox)[1].click()
    room.count_people(12)
    ticked = [tick.isChecked() for tick in panel.findChildren(QCheckBox)]
    assert ticked == [True, False, True]
