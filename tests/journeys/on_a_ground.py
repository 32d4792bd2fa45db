"""A person at a block whose notes lie on a ground: types, places, leaves, comes back, prints."""

from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from app.exchange.sample import Sample
from app.library.rows import Note, Workshop
from app.workshop.notes import notes_of
from app.workshop.planning import add_exercise
from app.workshop.running import Running, place_of
from tests.journeys.person import CONTROL, NONE, Person, settle, wait_for
from tests.ui.opened import Opened
from ui.closing.closing_screen import ClosingScreen
from ui.cockpit.cockpit import Cockpit
from ui.design.design_screen import DesignScreen
from ui.exporting.export_dialog import ExportDialog
from ui.parts.notes.drag_view import carry
from ui.parts.notes.ground import GROUND
from ui.parts.notes.ground_canvas import GroundCanvas
from ui.parts.notes.view import NotesView

Key = Qt.Key


class OnGround(Person):
    """A facilitator at one exercise of the sample launch, whose block they added to its agenda."""

    def __init__(self, house: Opened, language: str, sample: Sample, exercise: str) -> None:
        """In the room, at the block of ``exercise``."""
        super().__init__(house, language)
        self.sample, self.exercise = sample, exercise
        hearth = house.hearth
        workshop = hearth.library.reader.row(Workshop, sample.workshop.id)
        add_exercise(hearth.library, hearth.catalogue, workshop, exercise)
        self.enter_room()
        self.keys = 0

    def enter_room(self) -> None:
        """Into the room, and by the next block's key to the exercise."""
        self.window.cockpit(self.sample.workshop.id)
        self.window.activateWindow()
        settle()
        while self.running.block.exercise != self.exercise:
            self.press(Key.Key_PageDown, CONTROL)

    @property
    def running(self) -> Running:
        """The run on screen."""
        place = place_of(self.house.hearth.library.reader, self.sample.workshop.id)
        assert place is not None
        return place.running

    @property
    def notes(self) -> list[Note]:
        """The notes as the library has them."""
        return notes_of(self.house.hearth.library.reader, self.running.run.id)

    @property
    def canvas(self) -> GroundCanvas:
        """The canvas they sit at."""
        canvas = self.screen(Cockpit).canvas
        assert isinstance(canvas, GroundCanvas)
        return canvas

    def view(self, zone: str = GROUND) -> NotesView:
        """A part of the canvas."""
        return self.canvas.zones_view.view(zone)

    def say(self, *lines: str) -> None:
        """Type lines where the keyboard is, each with Enter."""
        for line in lines:
            self.type(line)
            self.press(Key.Key_Return)

    def drag(self, zone: str, text: str, across: float, up: float) -> None:
        """Drag a note from a part of the canvas to a share of the ground's width and height."""
        items = {item.text: item.id for item in self.view(zone).notes.items}
        ground = self.view()
        size = ground.viewport().size()
        point = QPoint(round(size.width() * across), round(size.height() * (1 - up)))
        data = carry([items[text]])
        action, button = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
        for event in (
            QDragEnterEvent(point, action, data, button, NONE),
            QDragMoveEvent(point, action, data, button, NONE),
            QDropEvent(QPointF(point), action, data, button, NONE),
        ):
            QApplication.sendEvent(ground.viewport(), event)
        settle()

    def summary(self, folder: Path, form: str) -> Path:
        """The summary in a format, by the dialog of the closing screen."""
        self.window.closing(self.sample.workshop.id)
        self.click_text(self.screen(ClosingScreen), self.words("closing.export-summary"))
        return self._take(folder / f"summary.{form}", format=form)

    def worksheet(self, folder: Path, paper: str) -> Path:
        """The run sheet with its worksheets, on a paper."""
        self.window.design(self.sample.workshop.id)
        self.click(self.screen(DesignScreen).sheet_button)
        return self._take(folder / f"sheet-{paper}.pdf", paper=paper)

    def _take(self, path: Path, **wanted: str) -> Path:
        dialog = self.dialog(ExportDialog)
        for key, value in wanted.items():
            self.fill(dialog.form, key, value)
        self.house.answers.path = path
        self.click(dialog.save)
        wait_for(dialog.said.isVisible)
        dialog.reject()
        settle()
        return path
