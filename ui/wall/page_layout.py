"""Laying notes and text on the wall's pages."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import msgspec
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from app.colours import note_colour
from ui.look.look import Look
from ui.look.themes import Tone as LookTone
from ui.parts.note_card import NotePainter
from ui.parts.text_block import RichText, TextBlock, TextRun
from ui.wall.wall_picture import WallColumn, WallNote, WallText

HEADING = 38
RULE = 6
GAP = 22
EMS = 7.5
"""The least width of a note, in its own letters: narrower breaks every word onto its line."""

_WORD = re.compile(r"\s*\S{1,80}")
"""A word, with the space before it; what never ends is cut."""


@dataclass(frozen=True)
class DrawnPiece:
    """Something with a place on a page."""

    paint: Callable[[QPainter], None]


@dataclass(frozen=True)
class WallPage:
    """A page: what is drawn on it, and how many notes that is."""

    pieces: tuple[DrawnPiece, ...]
    notes: int = 0


class NotePainters:
    """Notes set before, so that one more note does not mean to set all of them anew."""

    def __init__(self, look: Look) -> None:
        """None yet."""
        self._look = look
        self._known: dict[tuple[WallNote, float], NotePainter] = {}
        self._before: dict[tuple[WallNote, float], NotePainter] = {}

    def forget(self) -> None:
        """Begin another picture: notes that it does not show are let go of after it."""
        self._before, self._known = self._known, {}

    def painter(self, note: WallNote, pixels: float) -> NotePainter:
        """A note set in letters of ``pixels``."""
        key = (note, pixels)
        found = self._known.get(key) or self._before.get(key)
        if found is None:
            font = self._look.font_of("sans", pixels)
            found = NotePainter(self._look, _said(note), note.dots or 0, font, pixels * 0.42)
        self._known[key] = found
        return found


def lay_columns(
    look: Look,
    notes: NotePainters,
    body: QRectF,
    columns: Sequence[WallColumn],
    pixels: float,
    unit: float,
) -> list[WallPage]:
    """Columns side by side, each filling its own pages; as many pages as the fullest needs."""
    gap = GAP * 1.6 * unit
    width = (body.width() - gap * (len(columns) - 1)) / len(columns)
    pages: list[list[list[DrawnPiece]]] = []
    counts: list[list[int]] = []
    for number, column in enumerate(columns):
        left = body.left() + number * (width + gap)
        place = QRectF(left, body.top(), width, body.height())
        drawn, held = _lay_column(look, notes, place, column, pixels, unit)
        pages.append(drawn)
        counts.append(held)
    sheets = []
    for at in range(max(len(drawn) for drawn in pages)):
        pieces = [piece for drawn in pages for piece in drawn[min(at, len(drawn) - 1)]]
        shown = sum(held[min(at, len(held) - 1)] for held in counts)
        sheets.append(WallPage(tuple(pieces), shown))
    return sheets


def lay_texts(
    look: Look, body: QRectF, texts: Sequence[WallText], pixels: float, unit: float
) -> list[WallPage]:
    """Text to be read together, from the top, over as many pages as it needs.

    A heading stands with what it heads. What is longer than a page goes on on the next.
    """
    sheets: list[list[DrawnPiece]] = [[]]
    top, width = body.top(), int(body.width())
    face = look.font_of("serif", pixels)
    for text in texts:
        font = look.font_of("sans", HEADING * unit, 600)
        heading = TextBlock(look, text.heading, "strong", font=font) if text.heading else None
        head = heading.lay(width) + 10 * unit if heading is not None else 0.0
        for number, line in enumerate(text.lines or ("",)):
            said = f"•\N{NO-BREAK SPACE}{line}" if text.listed and line else line
            block = TextBlock(look, said, "charter", font=face)
            above = head if number == 0 else 0.0
            if top + above + block.lay(width) > body.bottom() and sheets[-1]:
                sheets.append([])
                top = body.top()
            if heading is not None and number == 0:
                sheets[-1].append(_text(look, heading, body.left(), top, "teal"))
                top += head
            for start, end in _pieces(block, body.bottom() - top, body.height()):
                if start:
                    sheets.append([])
                    top = body.top()
                place = QRectF(body.left(), top, width, end - start)
                sheets[-1].append(_piece(look, block, place, start))
                top += end - start
            top += 14 * unit
        top += GAP * unit
    return [WallPage(tuple(pieces)) for pieces in sheets]


def _pieces(block: TextBlock, first: float, whole: float) -> Iterator[tuple[float, float]]:
    """A block cut between lines: the first piece within ``first`` pixels, others in a page."""
    start, before, room = 0.0, 0.0, first
    for bottom in block.bottoms():
        if bottom - start > room and before > start:
            yield start, before
            start, room = before, whole
        before = bottom
    yield start, before


def _piece(look: Look, block: TextBlock, place: QRectF, start: float) -> DrawnPiece:
    """The lines of a block from ``start`` pixels below its top, drawn in a place."""

    def paint(painter: QPainter) -> None:
        painter.save()
        if start or place.height() < block.lay(int(place.width())) - 1:
            painter.setClipRect(place)
        block.draw(painter, place.left(), place.top() - start, look.colour("plain"))
        painter.restore()

    return DrawnPiece(paint)


def _lay_column(
    look: Look, notes: NotePainters, place: QRectF, column: WallColumn, pixels: float, unit: float
) -> tuple[list[list[DrawnPiece]], list[int]]:
    head, top = _heading(look, place, column, unit)
    gap = GAP * unit
    pages: list[list[DrawnPiece]] = [list(head)]
    counts = [0]
    at = top
    for row, width in _rows(notes, column.notes, place, place.bottom() - top, (pixels, gap)):
        set_notes = [(notes.painter(note, pixels), note) for note in row]
        height = float(max(painter.height(width) for painter, _ in set_notes))
        if at + height > place.bottom() and at > top:
            pages.append(list(head))
            counts.append(0)
            at = top
        for number, (painter, note) in enumerate(set_notes):
            box = QRectF(place.left() + number * (width + gap), at, width, height)
            pages[-1].append(_note(painter, note, box))
        counts[-1] += sum(note.holds for note in row)
        at += height + gap
    return pages, counts


def _rows(
    notes: NotePainters,
    some: Sequence[WallNote],
    place: QRectF,
    high: float,
    letters: tuple[float, float],
) -> Iterator[tuple[list[WallNote], float]]:
    """Notes side by side, with the width of each; ``letters``: their size, and the gap, pixels.

    One that would be taller than a page (``high``) has the whole width, and goes on below.
    """
    pixels, gap = letters
    across = max(1, int((place.width() + gap) // (pixels * EMS + gap)))
    across = min(across, max(1, len(some)))
    width = (place.width() - gap * (across - 1)) / across
    row: list[WallNote] = []
    for note in some:
        tall = notes.painter(note, pixels).height(width) > high
        if row and (tall or len(row) == across):
            yield row, width
            row = []
        if tall:
            for piece in _cut(notes, note, place.width(), high, pixels):
                yield [piece], place.width()
        else:
            row.append(note)
    if row:
        yield row, width


def _cut(
    notes: NotePainters, note: WallNote, width: float, high: float, pixels: float
) -> Iterator[WallNote]:
    """A note in as many pieces as pages need; each goes on where the one before stopped."""
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
            holds=note.holds if first else 0,
        )

    while words:
        counts = range(1, len(words) + 1)
        fit = bisect_right(
            counts, high, key=lambda n: notes.painter(piece(n), pixels).height(width)
        )
        fit = max(1, fit)
        yield piece(fit)
        words, first = words[fit:], False


def _heading(
    look: Look, place: QRectF, column: WallColumn, unit: float
) -> tuple[list[DrawnPiece], float]:
    if not column.heading:
        return [], place.top()
    tone: LookTone = "plain" if column.tone == "ink" else column.tone
    font = look.font_of("sans", HEADING * unit, 600)
    block = TextBlock(look, column.heading, "strong", font=font)
    height = block.lay(int(place.width()))
    under = place.top() + height + 6 * unit

    def rule(painter: QPainter) -> None:
        line = QRectF(place.left(), under, place.width(), RULE * unit)
        painter.fillRect(line, look.colour(tone))

    drawn = [_text(look, block, place.left(), place.top(), tone), DrawnPiece(rule)]
    return drawn, under + (RULE + GAP) * unit


def _said(note: WallNote) -> RichText:
    if not note.title:
        return note.text
    return [TextRun(note.title, strong=True), TextRun(f"\n{note.text}" if note.text else "")]


def _text(look: Look, block: TextBlock, left: float, top: float, tone: LookTone) -> DrawnPiece:
    return DrawnPiece(lambda painter: block.draw(painter, left, top, look.colour(tone)))


def _note(painter: NotePainter, note: WallNote, box: QRectF) -> DrawnPiece:
    colour = note_colour(note.colour)
    return DrawnPiece(lambda canvas: painter.paint(canvas, box, colour))
