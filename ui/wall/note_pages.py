"""Columns of notes on the wall's pages. What was laid before is laid anew only where it changed:
one more note among thousands costs a page, not all of them."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import msgspec
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF, QPainter

from app.colours import note_colour
from ui.look.look import Look
from ui.look.text_styles import TEXT_STYLES
from ui.look.themes import Tone as LookTone
from ui.parts.equal_items import equal_first
from ui.parts.note_card import NotePainter
from ui.parts.text_block import RichText, TextBlock, TextRun, plain_text
from ui.wall.page_layout import GAP, DrawnPiece, WallPage, drawn_text
from ui.wall.wall_picture import WallColumn, WallNote

HEADING = 48
"""The size of a column's heading: never smaller than the smallest notes, or it reads as one."""
RULE = 8
EMS = 7.5
"""The least width of a note, in its own letters: narrower breaks every word onto its line."""
FEWER = 2
"""How many notes fewer may stand side by side, where wider ones need fewer pages."""
TRIED = 60
"""Notes up to which that is tried: more need several pages anyway."""
GROWTH = 0.4
"""The share of their height that notes take in addition, so that a page is filled."""

_WORD = re.compile(r"\s*\S{1,80}")
"""A word, with the space before it; what never ends is cut."""


@dataclass(frozen=True)
class _Frame:
    """The place of a column and the size of what stands in it, in pixels."""

    place: QRectF
    pixels: float
    unit: float
    across: int

    @property
    def gap(self) -> float:
        """Pixels between two notes."""
        return GAP * self.unit

    @property
    def width(self) -> float:
        """The width of a note, in pixels."""
        return (self.place.width() - self.gap * (self.across - 1)) / self.across


@dataclass(frozen=True)
class _Row:
    """Notes side by side, each ``width`` pixels wide; ``first`` is the number of the first one,
    None where a note goes on that was begun before."""

    notes: Sequence[WallNote]
    width: float
    first: int | None


@dataclass
class _Page:
    """A page of one column; ``first`` is that of its first row. Its rows are each as high as their
    highest note, until the page is filled."""

    head: list[DrawnPiece]
    first: int | None
    notes: int = 0
    rows: list[tuple[float, _Row]] = field(default_factory=list)
    pieces: list[DrawnPiece] = field(default_factory=list)


@dataclass
class _Laid:
    """A column as it was laid, to go on from."""

    column: WallColumn
    frame: _Frame
    pages: list[_Page] = field(default_factory=list)


MEASURED = 100
"""Pixels of the letters in which texts are measured on one line."""
SURELY = 0.95
"""The share of its measured length that a text has in any size at least."""


class NotePages:
    """Lays columns of notes on the pages of a wall of one size."""

    def __init__(self, look: Look) -> None:
        """Nothing is laid yet."""
        self._look = look
        self._set: dict[tuple[WallNote, float], NotePainter] = {}
        self._set_before: dict[tuple[WallNote, float], NotePainter] = {}
        self._laid: dict[tuple[int, float, float, int], _Laid] = {}
        self._laid_before: dict[tuple[int, float, float, int], _Laid] = {}
        self._metrics = QFontMetricsF(look.font_of("sans", MEASURED))
        self._long: dict[WallNote, float] = {}
        self._long_before: dict[WallNote, float] = {}

    def forget(self) -> None:
        """Begin another picture: what it does not show is let go of after it."""
        self._set_before, self._set = self._set, {}
        self._laid_before, self._laid = self._laid, {}
        self._long_before, self._long = self._long, {}

    def too_many(
        self, body: QRectF, columns: Sequence[WallColumn], pixels: float, pages: int
    ) -> bool:
        """Whether the words alone surely need more room than so many pages have: then nothing need
        be laid to know it."""
        pitch = pixels * TEXT_STYLES["note"].pitch
        room = body.width() / max(1, len(columns)) * body.height() * pages
        for column in columns:
            words = sum(self._length(note) for note in column.notes) * pixels * SURELY
            if words * pitch > room:
                return True
        return False

    def _length(self, note: WallNote) -> float:
        """How long its words are on one line, in letters of one pixel."""
        found = self._long.get(note) or self._long_before.get(note)
        if found is None:
            said = plain_text(said_on(note))
            found = self._metrics.horizontalAdvance(said) / MEASURED
        self._long[note] = found
        return found

    def lay(
        self, body: QRectF, columns: Sequence[WallColumn], pixels: float, unit: float
    ) -> list[WallPage]:
        """Columns side by side, with notes in letters of ``pixels``; ``unit`` is the wall's own.

        Each fills its own pages; there are as many as the fullest needs. Notes are as many side by
        side as their letters allow, or some fewer where that saves pages.
        """
        pages = self._lay_columns(body, columns, pixels, unit, 0)
        if sum(len(column.notes) for column in columns) <= TRIED:
            for fewer in range(1, FEWER + 1):
                if len(pages) == 1:
                    break
                wider = self._lay_columns(body, columns, pixels, unit, fewer)
                pages = wider if len(wider) < len(pages) else pages
        return pages

    def _lay_columns(
        self,
        body: QRectF,
        columns: Sequence[WallColumn],
        pixels: float,
        unit: float,
        fewer: int,
    ) -> list[WallPage]:
        gap = GAP * 1.6 * unit
        width = (body.width() - gap * (len(columns) - 1)) / len(columns)
        filled = []
        for number, column in enumerate(columns):
            left = body.left() + number * (width + gap)
            place = QRectF(left, body.top(), width, body.height())
            across = max(1, _across(place, pixels, unit, len(column.notes)) - fewer)
            frame = _Frame(place, pixels, unit, across)
            filled.append(self._lay_column(number, column, frame))
        together = []
        for at in range(max(len(pages) for pages in filled)):
            side_by_side = [pages[min(at, len(pages) - 1)] for pages in filled]
            pieces = tuple(piece for page in side_by_side for piece in page.pieces)
            together.append(WallPage(pieces, sum(page.notes for page in side_by_side)))
        return together

    def _lay_column(self, number: int, column: WallColumn, frame: _Frame) -> Sequence[_Page]:
        key = (number, frame.pixels, frame.place.height(), frame.across)
        before = self._laid.get(key) or self._laid_before.get(key)
        laid = self._laid[key] = _Laid(column, frame)
        head, top = _heading(self._look, frame.place, column, frame.unit)
        start = 0
        if before is not None and before.frame == frame and _same_head(before.column, column):
            laid.pages, start = _still_right(before, column.notes)
        kept = len(laid.pages)
        laid.pages.append(_Page(head, start))
        bottom, at = frame.place.bottom(), top
        for row in self._rows(column.notes, start, bottom - top, frame):
            painters = [self._painter(note, frame.pixels) for note in row.notes]
            height = float(max(painter.height(row.width) for painter in painters))
            if at + height > bottom and at > top:
                laid.pages.append(_Page(head, row.first))
                at = top
            page = laid.pages[-1]
            page.rows.append((height, row))
            page.notes += sum(note.holds for note in row.notes)
            at += height + frame.gap
        for page in laid.pages[kept:]:
            self._fill(page, top, frame)
        return [*laid.pages[:-1], self._newest(laid.pages, top, frame)]

    def _newest(self, pages: Sequence[_Page], top: float, frame: _Frame) -> _Page:
        """The last page, filled with the rows before its own: they are on two pages then. Not
        where notes are ranked, or one goes on from a page to the next."""
        last = pages[-1]
        rows = [row for page in pages for row in page.rows]
        ranked = any(note.dots is not None for _, row in rows for note in row.notes)
        if len(pages) == 1 or ranked or any(row.first is None for _, row in rows):
            return last
        taken, start = 0.0, len(rows)
        while start and top + taken + rows[start - 1][0] <= frame.place.bottom():
            start -= 1
            taken += rows[start][0] + frame.gap
        start = min(start, len(rows) - len(last.rows))
        notes = sum(note.holds for _, row in rows[start:] for note in row.notes)
        full = _Page(last.head, last.first, notes, rows[start:])
        self._fill(full, top, frame)
        return full

    def _fill(self, page: _Page, top: float, frame: _Frame) -> None:
        """Draw a page's notes, somewhat higher than their words where that fills it."""
        page.pieces = list(page.head)
        if not page.rows:
            return
        taken = sum(height + frame.gap for height, _ in page.rows) - frame.gap
        spare = max(0.0, frame.place.bottom() - top - taken)
        growth = min(GROWTH, spare / max(1.0, sum(height for height, _ in page.rows)))
        at = top
        for height, row in page.rows:
            high = height * (1 + growth)
            for beside, note in enumerate(row.notes):
                left = frame.place.left() + beside * (row.width + frame.gap)
                box = QRectF(left, at, row.width, high)
                page.pieces.append(_note(self._painter(note, frame.pixels), note, box))
            at += high + frame.gap

    def _rows(
        self, notes: Sequence[WallNote], start: int, high: float, frame: _Frame
    ) -> Iterator[_Row]:
        """The notes from number ``start`` on, side by side.

        One that would be taller than a page (``high``) has the whole width, and goes on below.
        """
        row: list[WallNote] = []
        for number in range(start, len(notes)):
            note = notes[number]
            tall = self._painter(note, frame.pixels).height(frame.width) > high
            if row and (tall or len(row) == frame.across):
                yield _Row(row, frame.width, number - len(row))
                row = []
            if tall:
                whole = frame.place.width()
                for part, piece in enumerate(self.cut(note, whole, high, frame.pixels)):
                    yield _Row([piece], whole, number if part == 0 else None)
            else:
                row.append(note)
        if row:
            yield _Row(row, frame.width, len(notes) - len(row))

    def cut(self, note: WallNote, width: float, high: float, pixels: float) -> Iterator[WallNote]:
        """A note in as many pieces as pages of ``high`` pixels need; each goes on where the one
        before stopped."""
        words = _WORD.findall(note.text)
        first = True

        def piece(count: int) -> WallNote:
            text = "".join(words[:count]).strip()
            last = count == len(words)
            return msgspec.structs.replace(
                note,
                text=("" if first else "… ") + text + ("" if last else " …"),
                title=note.title if first else "",
                dots=note.dots if last else None,
                mark=note.mark if last else "",
                holds=note.holds if first else 0,
            )

        while words:
            counts = range(1, len(words) + 1)
            fit = bisect_right(
                counts, high, key=lambda n: self._painter(piece(n), pixels).height(width)
            )
            fit = max(1, fit)
            yield piece(fit)
            words, first = words[fit:], False

    def _painter(self, note: WallNote, pixels: float) -> NotePainter:
        """A note set in letters of ``pixels``."""
        key = (note, pixels)
        found = self._set.get(key) or self._set_before.get(key)
        if found is None:
            font = self._look.font_of("sans", pixels)
            found = NotePainter(self._look, said_on(note), note.dots or 0, font, pixels * 0.42)
        self._set[key] = found
        return found


def _across(place: QRectF, pixels: float, unit: float, notes: int) -> int:
    """How many notes stand side by side."""
    gap = GAP * unit
    fit = max(1, int((place.width() + gap) // (pixels * EMS + gap)))
    return min(fit, max(1, notes))


def _same_head(before: WallColumn, now: WallColumn) -> bool:
    return (before.heading, before.tone) == (now.heading, now.tone)


def _still_right(before: _Laid, notes: Sequence[WallNote]) -> tuple[list[_Page], int]:
    """The pages that are as they were, and the number of the first note after them.

    A page is, where the whole row below it is as it was: that one did not fit on it.
    """
    same = equal_first(before.column.notes, notes)
    for at in range(len(before.pages) - 1, 0, -1):
        first = before.pages[at].first
        if first is not None and first + before.frame.across <= same:
            return before.pages[:at], first
    return [], 0


def _heading(
    look: Look, place: QRectF, column: WallColumn, unit: float
) -> tuple[list[DrawnPiece], float]:
    if not column.heading:
        return [], place.top()
    tone: LookTone = "plain" if column.tone == "ink" else column.tone
    font = look.font_of("sans", HEADING * unit, 700)
    block = TextBlock(look, column.heading, "strong", font=font)
    height = block.lay(int(place.width()))
    under = place.top() + height + 6 * unit

    def rule(painter: QPainter) -> None:
        line = QRectF(place.left(), under, place.width(), RULE * unit)
        painter.fillRect(line, look.colour(tone))

    drawn = [drawn_text(look, block, place.left(), place.top(), tone), DrawnPiece(rule)]
    return drawn, under + (RULE + GAP) * unit


def said_on(note: WallNote) -> RichText:
    """The words on a note: the title of a group, what was said, its colour in words."""
    if not note.title and not note.mark:
        return note.text
    title = [TextRun(note.title, strong=True)] if note.title else []
    text = f"\n{note.text}" if title and note.text else note.text
    mark = [TextRun(f" ({note.mark})", tone="mute")] if note.mark else []
    return [*title, TextRun(text), *mark]


def _note(painter: NotePainter, note: WallNote, box: QRectF) -> DrawnPiece:
    colour = note_colour(note.colour)
    return DrawnPiece(lambda canvas: painter.paint(canvas, box, colour))
