"""Measuring and painting the items of a view of notes."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from app.colours import NOTE_INK
from app.words import Words
from ui.look.icons import paint_icon
from ui.look.look import Look
from ui.look.scaling import RADIUS_CONTROL, RADIUS_NOTE
from ui.look.text_styles import TextRole
from ui.parts.note_card import NotePainter, Papers
from ui.parts.notes.model import DotsMode, NoteItem
from ui.parts.text_block import RichText, TextBlock, TextRun

_AT_ONCE = 1000
"""Notes whose lines are kept for painting: more than there are on any screen."""


class ItemPainter:
    """Measures and paints items in one look, for one view.

    Heights are kept for each text and width, whether it is in sight or not; lines only of the
    notes painted last.
    """

    def __init__(
        self,
        look: Look,
        words: Words,
        *,
        large: bool = False,
        share: float = 1.0,
        longest: int = 0,
    ) -> None:
        """``large`` sets notes in larger letters: for a few things worth keeping. ``share`` sets
        everything smaller: for many that are to be seen at once. Only the first ``longest``
        letters of a note are shown (0: all), where notes may lie over one another."""
        self._look, self._words, self._longest = look, words, longest
        self._font = look.font_of("sans", 18 * look.scale) if large else look.font("note")
        self._title_font, self._total_font = look.font("strong"), look.font("small")
        self._flag_font = look.font("key")
        self._padding: float = look.px(16) if large else 0
        if share < 1:
            for font in (self._font, self._title_font, self._total_font, self._flag_font):
                font.setPixelSize(max(9, round(font.pixelSize() * share)))
            self._padding = (self._padding or look.px(11)) * share * share
        self._papers = Papers(look)
        plain = (QColor(look.theme.card), QColor(look.theme.sunk))
        self._behind = None if longest else plain
        self._mark_role: TextRole | None = "small" if share == 1 else None
        self._heights: dict[tuple[str, str, int, int], int] = {}
        self._notes: dict[tuple[str, str, int], NotePainter] = {}
        self._titles: dict[str, TextBlock] = {}
        self._totals: dict[int, TextBlock] = {}
        self.dots: DotsMode = "none"

    @property
    def font(self) -> QFont:
        """The font notes are set in."""
        return self._font

    def height(self, item: NoteItem, width: int) -> int:
        """The height of an item in ``width`` pixels."""
        stepper = self._step_height() if self.dots == "counting" else 0
        if item.title:
            words = self._title(item.text).lay(max(1, width - self._beside_title(item)))
            return max(words, stepper)
        key = (item.text, item.mark, self._shown_dots(item), width)
        if key not in self._heights:
            self._heights[key] = self._note(item).height(width)
        return self._heights[key] + stepper

    def paint(self, painter: QPainter, rect: QRect, item: NoteItem, *, chosen: bool) -> None:
        """Paint an item; ``chosen`` marks it with a ring and a tick."""
        look = self._look
        if item.title:
            title = self._title(item.text)
            title.lay(max(1, rect.width() - self._beside_title(item)))
            ink = look.colour("plain" if item.text else "mute")
            title.draw(painter, rect.left(), rect.top(), ink)
            if self._shows_total(item):
                total = self._total(item.dots)
                x = rect.right() + 1 - total.natural_width
                total.draw(painter, x, rect.top(), look.colour("plain"))
        else:
            ring = QColor(look.theme.note_ring) if chosen else None
            if self._behind is not None:
                # An opaque picture is painted several times as fast as one that is clear.
                self._papers.behind = self._behind[bool(item.group)]
            self._note(item).paint(
                painter, QRectF(rect), item.colour, ring=ring, papers=self._papers
            )
        if self.dots == "counting":
            self._paint_stepper(painter, rect, item)
        if item.late:
            self._paint_late(painter, rect)
        if chosen or item.kept:
            self._paint_tick(painter, rect, "ember" if chosen else "teal")

    def paint_box(self, painter: QPainter, rect: QRect) -> None:
        """Paint the box of a group."""
        tokens = self._look.theme
        painter.setPen(QPen(QColor(tokens.control if tokens.name == "contrast" else tokens.line)))
        painter.setBrush(QColor(tokens.sunk))
        box = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)

    def paint_focus(self, painter: QPainter, rect: QRect, item: NoteItem) -> None:
        """Paint the ring around what the keys act on, a little outside it."""
        ring = self._look.theme.ring
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self._look.theme.ember), ring))
        out = 1 + ring / 2
        across = out + 4 if item.title else out
        box = QRectF(rect).adjusted(-across, -out, across, out)
        painter.drawRoundedRect(box, RADIUS_NOTE + 2, RADIUS_NOTE + 2)

    def paint_drop(self, painter: QPainter, view: QRect, ring: QRect, line: QRect) -> None:
        """Paint what letting go would do: a ``ring`` around what is joined, a ``line`` where notes
        would stand, and an edge around the ``view`` they would lie in."""
        ember, wide = QColor(self._look.theme.ember), self._look.size(3)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(ember, 1))
        painter.drawRoundedRect(view.adjusted(1, 1, -2, -2), RADIUS_CONTROL, RADIUS_CONTROL)
        if not ring.isNull():
            painter.setPen(QPen(ember, wide))
            out = wide
            painter.drawRoundedRect(
                ring.adjusted(-out, -out, out, out), RADIUS_CONTROL, RADIUS_CONTROL
            )
        if not line.isNull():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ember)
            painter.drawRoundedRect(line, 2, 2)

    def paint_empty(self, painter: QPainter, width: int, sentence: str) -> None:
        """Paint the one sentence of an empty place."""
        block = TextBlock(self._look, sentence, "body")
        margin = self._look.px(4)
        block.lay(max(1, min(width - 2 * margin, self._look.size(420))))
        block.draw(painter, margin, margin, self._look.colour("mute"))

    def stepper(self, rect: QRect) -> tuple[QRect, QRect]:
        """Where an item's minus and plus are pressed while dots are counted."""
        side = self._look.size(26)
        bottom = rect.bottom() - self._look.px(4) - side
        right = rect.right() - self._look.px(6) - side
        plus = QRect(right, bottom, side, side)
        return plus.translated(-side - self._number_width(), 0), plus

    def forget(self) -> None:
        """Let go of what was measured for another width."""
        self._heights.clear()
        self._titles.clear()

    def _step_height(self) -> int:
        return self._look.size(26) + self._look.px(6)

    def _number_width(self) -> int:
        return self._look.size(34)

    def _shown_dots(self, item: NoteItem) -> int:
        return item.dots if self.dots == "shown" else 0

    def _note(self, item: NoteItem) -> NotePainter:
        key = (item.text, item.mark, self._shown_dots(item))
        found = self._notes.get(key)
        if found is None:
            if len(self._notes) >= _AT_ONCE:
                self._notes.clear()
            first = _first(item.text, self._longest)
            text: RichText = first
            if item.mark:
                text = [TextRun(first), TextRun(f"\n{item.mark}", role=self._mark_role)]
            found = NotePainter(self._look, text, key[2], self._font, self._padding)
            self._notes[key] = found
        return found

    def _title(self, text: str) -> TextBlock:
        found = self._titles.get(text)
        if found is None:
            said = text or self._words("kinds.unnamed")
            found = self._titles[text] = TextBlock(
                self._look, said, "strong", font=self._title_font
            )
        return found

    def _total(self, dots: int) -> TextBlock:
        found = self._totals.get(dots)
        if found is None:
            text = self._words("parts.dots", n=dots)
            found = self._totals[dots] = TextBlock(self._look, text, "small", font=self._total_font)
            found.lay(found.natural_width)
        return found

    def _beside_title(self, item: NoteItem) -> int:
        """Room at the right of a group's title, for its dots or its stepper."""
        gap = self._look.px(8)
        if self.dots == "counting":
            return 2 * self._look.size(26) + self._number_width() + 2 * gap
        return self._total(item.dots).natural_width + gap if self._shows_total(item) else 0

    def _shows_total(self, item: NoteItem) -> bool:
        return self.dots == "shown" and item.dots > 0

    def _paint_stepper(self, painter: QPainter, rect: QRect, item: NoteItem) -> None:
        look = self._look
        ink = look.colour("plain") if item.title else QColor(NOTE_INK)
        minus, plus = self.stepper(rect)
        painter.setPen(QPen(ink, 1.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        arm = minus.width() * 0.22
        for button in (minus, plus):
            box = QRectF(button).adjusted(1, 1, -1, -1)
            painter.drawEllipse(box)
            middle = box.center()
            painter.drawLine(middle - QPointF(arm, 0), middle + QPointF(arm, 0))
        middle = QRectF(plus).adjusted(1, 1, -1, -1).center()
        painter.drawLine(middle - QPointF(0, arm), middle + QPointF(0, arm))
        painter.setFont(look.font("strong"))
        between = QRectF(minus.right(), minus.top(), self._number_width(), minus.height())
        painter.drawText(between, Qt.AlignmentFlag.AlignCenter, str(item.dots))

    def _paint_late(self, painter: QPainter, rect: QRect) -> None:
        """Say of a note that it came after the dots: on a little flag at its upper corner."""
        look, tokens, metrics = self._look, self._look.theme, QFontMetricsF(self._flag_font)
        text = self._words("kinds.late-mark")
        wide, high = metrics.horizontalAdvance(text) + 2 * look.px(5), metrics.height()
        flag = QRectF(rect.right() - wide - look.px(4), rect.top() - high * 0.35, wide, high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.amber))
        painter.drawRoundedRect(flag, high / 2, high / 2)
        painter.setFont(self._flag_font)
        painter.setPen(QColor(tokens.on_ember))
        painter.drawText(flag, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_tick(self, painter: QPainter, rect: QRect, tone: str) -> None:
        tokens = self._look.theme
        side = self._look.size(18)
        badge = QRectF(rect.right() + 1 - side * 0.75, rect.top() - side * 0.25, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.ember if tone == "ember" else tokens.teal))
        painter.drawEllipse(badge)
        inner = badge.adjusted(side * 0.15, side * 0.15, -side * 0.15, -side * 0.15)
        paint_icon(painter, inner, "tick", QColor(tokens.on_ember))


def _first(text: str, longest: int) -> str:
    """The first words of a text, as many as ``longest`` letters hold; all of it for 0."""
    if not longest or len(text) <= longest:
        return text
    cut = text[:longest]
    words, space, _ = cut.rpartition(" ")
    return f"{words if space else cut}…"
