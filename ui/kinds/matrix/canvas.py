"""The facilitator's matrix: notes waiting beside a ground with two axes."""

from collections.abc import Sequence
from datetime import date

import msgspec
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.kinds.kind import CaptureKind
from app.kinds.matrix.diagram import margins, matrix_ground, word_lines
from app.kinds.matrix.facts import reading_at
from app.kinds.matrix.keeping import is_portfolio, keep_portfolio
from app.kinds.matrix.placing import put_beside
from app.kinds.matrix.setup import Axes, axes_of
from app.kinds.ranked import Ranked
from app.library.library import Library
from app.library.rows import Note
from app.registers.portfolio import REGISTER
from app.workshop.ground_shapes import tenths
from app.workshop.notes import notes_of
from app.workshop.running import Running
from app.workshop.titles import prompt_language
from app.workshop.zones import NamedZone
from ui.attempt import attempt
from ui.kinds.matrix.axes_dialog import AxesDialog
from ui.parts.notes.ground import Ground
from ui.parts.notes.ground_canvas import GroundCanvas
from ui.parts.notes.ground_controller import FreePlacing
from ui.parts.notes.model import NoteItem
from ui.world import World

AXES_KEY = "Shift+F2"
"""Asks what the axes are called, as it asks for zones where there are zones."""
KEEP_KEY = "Ctrl+F2"
"""Keeps what is placed as the portfolio, where it can be."""

SIZE = 13
"""The words on the ground, pixels at 100 %."""
NARROW = 560
"""How wide a ground is at least, for whether its words take one line or two."""


class MatrixPlacing(FreePlacing):
    """Notes lie anywhere, beside those that lie there already."""

    def put(
        self, library: Library, running: Running, notes: Sequence[Note], x: int, y: int
    ) -> None:
        """Put notes at a place, or beside what lies there."""
        put_beside(library, running, notes, x, y)


class MatrixCanvas(GroundCanvas):
    """Notes to place, and the ground on which they are placed."""

    def __init__(self, kind: CaptureKind, world: World, running: Running, parent: QWidget) -> None:
        """The matrix of a run."""
        self._axes = _axes_said(world, running)
        ground = _ground(world, self._axes)
        super().__init__(
            kind,
            world,
            running,
            ground,
            parent,
            tray=True,
            keypad=True,
            placing=MatrixPlacing(),
        )
        self.bar.said.say(world.words("matrix.keys"))
        self.bar.offer(world.words("matrix.axes"), AXES_KEY, self.ask_axes)
        QShortcut(QKeySequence(AXES_KEY), self.widget).activated.connect(self.ask_axes)
        if is_portfolio(running):
            self.bar.offer(world.words("portfolio.keep"), KEEP_KEY, self.keep)
            QShortcut(QKeySequence(KEEP_KEY), self.widget).activated.connect(self.keep)
        self.refresh()

    def show_zones(self, zones: Sequence[NamedZone]) -> None:
        """What is to be placed as it came, and the ground."""
        before, self._axes = self._axes, _axes_said(self.world, self.running)
        notes = notes_of(self.world.library.reader, self.running.run.id)
        self.show_ground(zones, [Ranked(None, (note,), 0) for note in notes])
        if self._axes != before:
            self.show_ground_behind(_ground(self.world, self._axes))

    def ask_axes(self) -> None:
        """Ask what the axes are called here."""
        dialog = AxesDialog(self.world, self.widget, self.running)
        dialog.accepted.connect(self.refresh)
        dialog.open()

    def keep(self) -> None:
        """Keep what is placed as domains of the portfolio, and say so."""
        world, running, kept = self.world, self.running, list[int]()
        register = world.catalogue.register(REGISTER)
        if attempt(world, lambda: kept.append(keep_portfolio(world.library, register, running))):
            day = world.words.day(date.fromisoformat(running.workshop.date))
            world.notice.say(world.words("portfolio.kept", n=kept[0], day=day))

    def dressed(self, note: Note, item: NoteItem) -> NoteItem:
        """A note where it lies, and its reading in words."""
        if note.x is None or note.y is None:
            return item
        place = self.world.words(
            "matrix.place",
            reading=self._axes.readings[reading_at(note.x, note.y)],
            across=self._axes.across.name,
            x=tenths(note.x),
            up=self._axes.up.name,
            y=tenths(note.y),
        )
        return msgspec.structs.replace(item, x=note.x, y=note.y, place=place)


def _axes_said(world: World, running: Running) -> Axes:
    """The axes in the language in which the facilitator reads prompts."""
    return axes_of(running.recipe, (prompt_language(running.workshop, world.words.language),))


def _ground(world: World, axes: Axes) -> Ground:
    look = world.look
    size = float(look.size(SIZE))
    lines = word_lines(axes, look.size(NARROW), size)
    above, below = margins(size, lines)
    return Ground(
        lambda width, height: matrix_ground(axes, width, height, size, lines),
        (0, round(above), 0, round(below)),
    )
