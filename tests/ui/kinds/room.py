"""The room as the tests of canvases meet it: a cockpit in the real window."""

from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.exchange.sample import import_sample
from app.library.library import Library
from app.library.rows import Attendance, Note, Workshop
from app.resources import resources_folder
from app.words import Words
from app.workshop.planning import scope_of
from app.workshop.running import Running, place_of
from tests.ui.fitting import settle
from tests.ui.opened import Opened
from ui.cockpit.cockpit import Cockpit
from ui.kind_tables import make_views
from ui.parts.notes.notes_canvas import NotesCanvas
from ui.parts.notes.view import NotesView
from ui.parts.notes.zones_view import ZonesView
from ui.parts.sentences import SentenceBar
from ui.wall.wall_picture import RunSeen, WallPicture

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier

HOPES = ("One person to call", "Shorelines that agree", "Friends in the regions")
"""What the room hopes for, as it is typed on the board of hopes and fears."""

T = TypeVar("T", bound=QWidget)


@dataclass
class Room:
    """A cockpit over a running sample launch."""

    house: Opened
    cockpit: Cockpit
    workshop: Workshop

    @property
    def library(self) -> Library:
        """The library in which everything said is kept."""
        return self.house.hearth.library

    @property
    def words(self) -> Words:
        """The workshop's leading language."""
        return self.house.hearth.speech("en")

    @property
    def running(self) -> Running:
        """The run on screen."""
        place = place_of(self.library.reader, self.workshop.id)
        assert place is not None
        return place.running

    @property
    def canvas_widget(self) -> QWidget:
        """The canvas on screen."""
        assert self.cockpit.canvas is not None
        return self.cockpit.canvas.widget

    def go_to(self, exercise: str) -> None:
        """Enter the block of an exercise from the agenda."""
        lines = self.cockpit.controller.state().lines
        line = next(line for line in lines if line.block.exercise == exercise)
        self.cockpit.side.block_asked.emit(line.block.id)
        settle()

    def say(self, *lines: str) -> None:
        """Type lines into the capture line, each with Enter."""
        for line in lines:
            self.cockpit.bottom.line.setFocus()
            type_text(self.cockpit.bottom.line, line)
            QTest.keyClick(self.cockpit.bottom.line, Qt.Key.Key_Return)

    def tab(self) -> None:
        """Tab in the capture line."""
        QTest.keyClick(self.cockpit.bottom.line, Qt.Key.Key_Tab)

    def press(
        self,
        key: Qt.Key,
        modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """Press a key wherever the focus is."""
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClick(widget, key, modifier)
        settle()

    def write(self, text: str) -> None:
        """Type a text wherever the focus is."""
        widget = QApplication.focusWidget()
        assert widget is not None
        type_text(widget, text)

    def into_canvas(self) -> QWidget:
        """F6 from the capture line: what has the focus then."""
        # Off the screen a list of names that went does not give the keys back to its window.
        self.house.hearth.window.activateWindow()
        settle()
        self.cockpit.bottom.line.setFocus()
        self.press(Qt.Key.Key_F6)
        focused = QApplication.focusWidget()
        assert focused is not None
        assert self.canvas_widget.isAncestorOf(focused)
        return focused

    def said(self) -> str:
        """The sentence the window says; empty when it says none."""
        bar = self.house.hearth.window.findChild(SentenceBar)
        assert isinstance(bar, SentenceBar)
        return bar.sentence.text() if bar.isVisible() else ""

    def notes(self, zone: str | None = None) -> list[str]:
        """The words of the run's notes as the library has them, in order."""
        rows = self.library.reader.rows(Note, order="position", run=self.running.run.id)
        return [row.text for row in rows if zone is None or row.zone == zone]

    def count_people(self, number: int) -> None:
        """So many people came, nobody took names."""
        with self.library.change("door-number", scope_of(self.workshop)) as writer:
            new = self.library.moment.new_id()
            writer.add(Attendance(id=new, workshop=self.workshop.id, state="number", number=number))
        settle()

    def picture(self) -> WallPicture:
        """What the room may see now."""
        catalogue = self.house.hearth.catalogue
        place = place_of(self.library.reader, self.workshop.id)
        assert place is not None
        make = make_views(catalogue)[place.running.block.kind].picture
        reader, running = self.library.reader, place.running
        return make(RunSeen(reader, catalogue, running, place.zone, (self.words,)))

    def child(self, kind: type[T]) -> T:
        """The one widget of a class in the canvas."""
        found = self.canvas_widget.findChildren(kind)
        assert len(found) == 1, found
        return found[0]

    def notes_canvas(self) -> NotesCanvas:
        """The canvas of a board or a talk."""
        assert isinstance(self.cockpit.canvas, NotesCanvas)
        return self.cockpit.canvas

    def zones_view(self) -> ZonesView:
        """The zones of a board or a talk."""
        return self.notes_canvas().zones_view


def type_text(widget: QWidget, text: str) -> None:
    """Type letter by letter, those with accents too, which QTest has no keys for."""
    none = Qt.KeyboardModifier.NoModifier
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, 0, none, letter))


def open_room(house: Opened) -> Room:
    """Plan the sample launch and enter its room."""
    hearth = house.hearth
    planned = import_sample(hearth.library, hearth.catalogue, resources_folder())
    workshop = hearth.library.reader.row(Workshop, planned.workshop.id)
    hearth.window.cockpit(workshop.id)
    hearth.window.activateWindow()
    screen = hearth.window.screen_shown
    assert isinstance(screen, Cockpit)
    settle()
    return Room(house, screen, workshop)


def texts_shown(view: NotesView) -> list[str]:
    """The notes and titles of a view, in the order they lie."""
    return [item.text for item in view.notes.items]


def click_item(
    view: NotesView,
    text: str,
    modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Click the note or title with these words."""
    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, modifier, place_of_item(view, text)
    )
    settle()


def place_of_item(view: NotesView, text: str) -> QPoint:
    """The middle of the left half of a note, where no stepper is."""
    row = texts_shown(view).index(text)
    rect = view.visualRect(view.notes.index(row))
    return QPoint(rect.left() + rect.width() // 4, rect.top() + 8)


def hopes(room: Room) -> NotesView:
    """The view of the hopes, on the board of hopes and fears."""
    return room.zones_view().view("hopes")
