"""Board on the second floor: zones of notes, gathered and counted; and what the wall shows."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.catalogue.catalogue import Catalogue
from app.kinds.board import (
    DotsCounted,
    count_in_room,
    dots_given,
    dots_in_all,
    dots_set_up,
    turn_dots,
)
from app.kinds.kind import CaptureKind, facts_of
from app.kinds.ranked import Ranked, arranged, ranking
from app.library.reader import Reader
from app.words import Words
from app.workshop.rounds import Count, dots_round
from app.workshop.running import Running
from app.workshop.zones import NamedZone
from ui.attempt import attempt
from ui.look.look import Look
from ui.parts.buttons import KeyButton
from ui.parts.labels import WrapLabel
from ui.parts.notes.column_layout import sticky_notes
from ui.parts.notes.model import DotsMode
from ui.parts.notes.notes_canvas import NotesCanvas
from ui.parts.notes.zones_view import ZonesStyle
from ui.parts.text_block import TextRun
from ui.wall.note_columns import wall_columns
from ui.wall.wall_picture import WallPicture
from ui.world import World

KEY = "Ctrl+B"
"""Opens the dots, closes them, opens them again."""

SAME_NUMBER = 1.5
"""Seconds within which digits typed one after the other are one number."""


class CountBar(QWidget):
    """How far the dots are counted, and the button that opens and closes the count."""

    def __init__(self, look: Look, words: Words) -> None:
        """A bar that says nothing yet."""
        super().__init__()
        self._words = words
        self.said = WrapLabel(look, "", "small", "mute")
        self.said.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.button = KeyButton(look, words, "", KEY, "link", bind=False)
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(4), 0, 0, 0)
        row.setSpacing(look.px(12))
        row.addWidget(self.said, 1)
        row.addWidget(self.button)

    def show_count(self, running: Running, count: Count | None, total: int) -> None:
        """Say where the count stands; ``total`` dots are in the room, 0 when not known."""
        words = self._words
        dots = dots_given(running, count)
        free = "kinds.dots.ready-free"
        given = words("kinds.dots.ready" if dots.cap else free, n=dots.each, cap=dots.cap)
        if count is None:
            self.button.setText(words("kinds.dots.count"))
            self.said.set_text(given)
            return
        key = "kinds.dots.counted-of" if total else "kinds.dots.counted"
        counted = words(key, n=count.total, total=total)
        opened = count.round.closed is None
        self.button.setText(words("kinds.dots.close" if opened else "kinds.dots.again"))
        rest = [words("kinds.dots.keys"), words("kinds.dots.hidden")]
        if not opened:
            rest = [words("kinds.dots.shown")]
        after = "".join(f" · {one}" for one in rest)
        self.said.set_text([TextRun(counted, strong=True, tone="plain"), TextRun(after)])


class BoardCanvas(NotesCanvas):
    """The facilitator's board."""

    def __init__(self, kind: CaptureKind, world: World, running: Running, parent: QWidget) -> None:
        """The board of a run."""
        self.bar = CountBar(world.look, world.words)
        super().__init__(
            kind, world, running, ZonesStyle(sticky_notes(world.look)), parent, self.bar
        )
        self._typed: tuple[str, float, int] = ("", 0.0, 0)
        self.bar.button.clicked.connect(self.turn_dots)
        self.controller.counted.connect(self._count_by)
        self.controller.digit_typed.connect(self._count_digit)
        QShortcut(QKeySequence(KEY), self.widget).activated.connect(self.turn_dots)
        self.refresh()

    def show_zones(self, zones: Sequence[NamedZone]) -> None:
        """The notes as they lie, or most dots first once the count is shown."""
        reader = self.world.library.reader
        count = dots_round(reader, self.running.run.id)
        total = dots_in_all(reader, self.running, count) if count else 0
        self.bar.setVisible(count is not None or dots_set_up(self.running) is not None)
        self.bar.show_count(self.running, count, total)
        self.show_notes(zones, self._lying(count), dots_mode(count))

    def turn_dots(self) -> None:
        """Open the dots, show them, or count on."""
        attempt(self.world, lambda: turn_dots(self.world.library, self.running))
        self.refresh()

    def _lying(self, count: Count | None) -> list[Ranked]:
        reader, run = self.world.library.reader, self.running.run.id
        return ranking(reader, run) if dots_mode(count) == "shown" else arranged(reader, run)

    def _count_by(self, item: str, by: int) -> None:
        count = dots_round(self.world.library.reader, self.running.run.id)
        if count is not None:
            self._typed = ("", 0.0, 0)
            self._count(item, count.dots.get(item, 0) + by)

    def _count_digit(self, item: str, digit: int) -> None:
        """A digit begins a number, or goes on with the one just begun on the same note."""
        now = self.world.moment.monotonic()
        before, at, number = self._typed
        number = number * 10 + digit if before == item and now - at <= SAME_NUMBER else digit
        if self._count(item, number):
            self._typed = (item, now, number)
        else:
            self._typed = ("", 0.0, 0)

    def _count(self, item: str, number: int) -> bool:
        library = self.world.library
        done = attempt(self.world, lambda: count_in_room(library, self.running, item, number))
        self.refresh()
        return done


def dots_mode(count: Count | None) -> DotsMode:
    """How dots are shown to the facilitator."""
    if count is None:
        return "none"
    return "counting" if count.round.closed is None else "shown"


def picture(
    kind: CaptureKind,
    reader: Reader,
    catalogue: Catalogue,
    running: Running,
    zone: str,
    words: Sequence[Words],
) -> WallPicture:
    """Columns by zone; dots, and most dots first, only once the count is shown."""
    facts = kind.facts(reader, running)
    counted = facts_of(facts, DotsCounted)
    columns = wall_columns(reader, running, facts_of(facts, Ranked), dots=bool(counted))
    if not counted or not columns:
        return WallPicture(columns=columns)
    small = tuple(one("kinds.dots.counted", n=counted[0].total) for one in words)
    return WallPicture(columns=columns, small=small)
