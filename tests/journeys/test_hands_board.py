"""Thirty notes; groups named and dots on them; zones, a late note: by hand, the keys counted."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu

from app.exchange.sample import import_sample
from app.kinds.ranked import Ranked, ranking
from app.library.library import Library
from app.library.rows import Attendance, Note, Workshop
from app.resources import resources_folder
from app.workshop.planning import scope_of
from app.workshop.running import Running, place_of
from app.workshop.zones import zones_shown
from tests.journeys.person import CONTROL, NONE, SHIFT, Person, settle
from tests.ui.opened import opened
from ui.cockpit.cockpit import Cockpit
from ui.kinds.board import BoardCanvas
from ui.parts.notes.dots_dialog import DotsDialog
from ui.parts.notes.drag_view import carry
from ui.parts.notes.view import NotesView

pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)

Key = Qt.Key

HOPES = tuple(f"What somebody hopes for, number {number}" for number in range(1, 18))
FEARS = tuple(f"What somebody fears, number {number}" for number in range(1, 14))


class Hands(Person):
    """A facilitator at a board."""

    @property
    def library(self) -> Library:
        """The library, to see that what is shown is so."""
        return self.house.hearth.library

    @property
    def canvas(self) -> BoardCanvas:
        """The board they sit at."""
        canvas = self.screen(Cockpit).canvas
        assert isinstance(canvas, BoardCanvas)
        return canvas

    @property
    def running(self) -> Running:
        """The run on screen."""
        (workshop,) = self.library.reader.rows(Workshop)
        place = place_of(self.library.reader, workshop.id)
        assert place is not None
        return place.running

    @property
    def ranked(self) -> list[Ranked]:
        """What the notes add up to."""
        return ranking(self.library.reader, self.running.run.id)

    def in_zone(self, zone: str) -> list[str]:
        """The notes of a zone."""
        rows = self.library.reader.rows(Note, order="position", run=self.running.run.id, zone=zone)
        return [note.text for note in rows]

    def say(self, *lines: str) -> None:
        """Type lines where the keyboard is, each with Enter."""
        for line in lines:
            self.type(line)
            self.press(Key.Key_Return)

    def count_people(self, number: int) -> None:
        """So many people came."""
        (workshop,) = self.library.reader.rows(Workshop)
        with self.library.change("door-number", scope_of(workshop)) as writer:
            new = self.library.moment.new_id()
            writer.add(Attendance(id=new, workshop=workshop.id, state="number", number=number))
        settle()

    def labels(self) -> list[str]:
        """What the zones are called."""
        return [zone.label for zone in zones_shown(self.running, ("en",))]


@pytest.fixture
def hands(qapp: QApplication, tmp_path: Path) -> Iterator[Hands]:
    """In the room of the sample launch, at its first block."""
    with opened(qapp, tmp_path) as house:
        hearth = house.hearth
        sample = import_sample(hearth.library, hearth.catalogue, resources_folder())
        hearth.window.cockpit(sample.workshop.id)
        hearth.window.activateWindow()
        settle()
        yield Hands(house, "en")


def to_board(hands: Hands) -> None:
    """On to the board of hopes and fears: by the next block's key, wherever it stands."""
    while hands.running.block.exercise != "hopes-and-fears":
        hands.press(Key.Key_PageDown, CONTROL)


def test_thirty_notes_take_thirty_three_keys(hands: Hands) -> None:
    """To the board, seventeen hopes, Tab, thirteen fears: a key a note, and hardly another."""
    to_board(hands)
    hands.say(*HOPES)
    hands.press(Key.Key_Tab)
    hands.say(*FEARS)
    assert hands.in_zone("hopes") == list(HOPES)
    assert hands.in_zone("fears") == list(FEARS)
    assert hands.keys <= 33, hands.keys


def test_three_named_groups_and_their_dots_take_twenty_keys(hands: Hands) -> None:
    """Eight notes in three groups, each named; dots given, counted on each, shown."""
    to_board(hands)
    hands.say(*HOPES[:8])
    hands.count_people(15)
    hands.keys = 0
    hands.press(Key.Key_F6)
    for name, more in (("Calling", 2), ("Sharing", 2), ("Meeting", 1)):
        for _ in range(more):
            hands.press(Key.Key_Right, SHIFT)
        hands.press(Key.Key_G, CONTROL)
        hands.type(name)
        hands.press(Key.Key_Return)
    hands.press(Key.Key_B, CONTROL)
    for number, digit in enumerate((Key.Key_3, Key.Key_9, Key.Key_5)):
        if number:
            hands.press(Key.Key_Return)
        hands.press(digit)
    hands.press(Key.Key_B, CONTROL)
    told = [(one.cluster.title if one.cluster else "", len(one.notes), one.dots)
            for one in hands.ranked]  # fmt: skip
    assert told == [("Sharing", 3, 9), ("Meeting", 2, 5), ("Calling", 3, 3)]
    assert hands.keys <= 20, hands.keys


def drag_through(hands: Hands, view: NotesView, pressed: str, at: str) -> None:
    """What dragging one note onto the middle of another does, step by step as Qt tells it."""
    items = {item.text: row for row, item in enumerate(view.notes.items)}
    point: QPoint = view.visualRect(view.notes.index(items[at])).center()
    data = carry([view.notes.items[items[pressed]].id])
    action, button = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
    for event in (
        QDragEnterEvent(point, action, data, button, NONE),
        QDragMoveEvent(point, action, data, button, NONE),
        QDropEvent(QPointF(point), action, data, button, NONE),
    ):
        QApplication.sendEvent(view.viewport(), event)
    settle()


def test_a_group_by_the_mouse_and_one_undo(hands: Hands) -> None:
    """Dropped on one another, named or not, taken back by one key."""
    to_board(hands)
    hands.say(*HOPES[:4])
    view = hands.canvas.zones_view.view("hopes")
    drag_through(hands, view, HOPES[3], HOPES[0])
    hands.type("Alike")
    hands.press(Key.Key_Return)
    (group, *_) = hands.ranked
    assert group.cluster is not None
    assert (group.cluster.title, [note.text for note in group.notes]) == (
        "Alike",
        [HOPES[0], HOPES[3]],
    )
    hands.press(Key.Key_Z, CONTROL)
    assert [one.cluster for one in hands.ranked] == [None] * 4


def choose(hands: Hands, begins: str) -> None:
    """Walk down the menu that is open to the entry that begins so, and press Enter on it."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    while not menu.activeAction().text().startswith(begins):
        hands.keys += 1
        QTest.keyClick(menu, Key.Key_Down)
    hands.keys += 1
    QTest.keyClick(menu, Key.Key_Return)
    hands.window.activateWindow()
    settle()


def test_a_zone_more_is_written_in_and_counted(hands: Hands) -> None:
    """Shift+F2, the name, a note: at once; and back by two keys."""
    to_board(hands)
    hands.say(*HOPES[:2])
    hands.keys = 0
    hands.press(Key.Key_F2, SHIFT)
    choose(hands, "Add a zone")
    hands.say("What we know")
    assert hands.keys <= 4, hands.keys
    assert hands.labels() == ["Hopes", "Worries", "What we know"]
    hands.press(Key.Key_F6)
    hands.say("The coast is ours")
    assert hands.in_zone(hands.canvas.target()) == ["The coast is ours"]
    hands.keys = 0
    hands.press(Key.Key_Z, CONTROL)
    hands.press(Key.Key_Z, CONTROL)
    assert hands.labels() == ["Hopes", "Worries"]


def test_dots_on_a_board_that_nobody_planned_to_vote_on(hands: Hands) -> None:
    """Ctrl+B, Enter; what comes later is told, and another round has it."""
    while hands.running.block.exercise != "who-is-missing":
        hands.press(Key.Key_PageDown, CONTROL)
    hands.say("The harbour master", "The schools")
    hands.count_people(12)
    hands.keys = 0
    hands.press(Key.Key_B, CONTROL)
    asked = hands.dialog(DotsDialog)
    QTest.keyClick(asked.form.field_widget("each"), Key.Key_Return)
    hands.keys += 1
    settle()
    hands.window.activateWindow()
    settle()
    hands.press(Key.Key_F6)
    hands.press(Key.Key_4)
    hands.press(Key.Key_F6)
    hands.say("The fishers, said late")
    hands.press(Key.Key_B, CONTROL)
    assert hands.keys <= 7, hands.keys
    assert "1 note came after the dots" in hands.canvas.bar.said.text()
    assert [one.dots for one in hands.ranked] == [4, 0, 0]
    assert not [one for one in hands.window.findChildren(QDialog) if one.isVisible()]


def test_all_notes_on_the_wall_by_one_key(hands: Hands) -> None:
    """Where they need several pages, Shift+F12 shows them all; again, the newest."""
    to_board(hands)
    hands.say(*(f"Hope {number}" for number in range(17)))
    hands.press(Key.Key_Tab)
    hands.say(*(f"Fear {number}" for number in range(13)))
    preview = hands.screen(Cockpit).wall.preview()
    preview.resize(1280, 720)
    newest = preview.grab().toImage()
    hands.keys = 0
    hands.press(Key.Key_F12, SHIFT)
    assert hands.keys == 1
    assert preview.grab().toImage() != newest
    hands.press(Key.Key_F12, SHIFT)
    assert preview.grab().toImage() == newest
    preview.deleteLater()


def test_where_all_notes_are_there_already_the_key_says_so(hands: Hands) -> None:
    """Three notes need one page: the wall stays, and a sentence tells why."""
    to_board(hands)
    hands.say("One", "Two", "Three")
    hands.press(Key.Key_F12, SHIFT)
    assert "one page only" in hands.window.notice.sentence.text()
