"""A clause to be read, plain or with its changes marked word by word."""

from collections.abc import Mapping, Sequence
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.charter.changes import ClauseChange, Mark, Stretch, Stretches
from app.words import Words
from ui.look.look import Look
from ui.look.scaling import RADIUS_NOTE
from ui.parts.cell_rows import CellRows, Column, TonedCell
from ui.parts.clauses.table_edit import shares_of
from ui.parts.keycaps import is_enter
from ui.parts.labels import WrapLabel
from ui.parts.text_block import TextRun

_MARKS: Mapping[Mark, Literal["", "added", "removed"]] = {
    "kept": "",
    "added": "added",
    "removed": "removed",
}
_BULLET = "•"
_APART = "\N{THIN SPACE}"
"""Between what went and what came in its place."""


class MarkedClause(QWidget):
    """A clause that is read. ``asked`` is sent when it is to be written in, if it may be."""

    asked = Signal()

    def __init__(
        self,
        look: Look,
        words: Words,
        change: ClauseChange,
        columns: Sequence[str],
        *,
        marked: bool,
        editable: bool = False,
    ) -> None:
        """Show ``change``: what changed is ``marked``, or only how it now reads."""
        super().__init__()
        self._look, self._words, self._marked = look, words, marked
        self._editable = editable
        self._shown: list[Stretches] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(8) if change.form == "text" else look.px(3))
        heading = self._pieces(self._tell(change.heading))
        if heading:
            self._column.addWidget(WrapLabel(look, heading, "charter-strong"))
        {"list": self._list, "table": self._table}.get(change.form, self._text)(change, columns)
        self.setAccessibleName(self._accessible_text())
        if editable:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.IBeamCursor)
            self.setToolTip(words("charter.marked-tip"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter asks to write."""
        if self._editable and (is_enter(event) or event.key() == Qt.Key.Key_F2):
            self.asked.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click asks to write."""
        if self._editable and event.button() == Qt.MouseButton.LeftButton:
            self.asked.emit()
        else:
            super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Draw the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Draw no ring."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring of the focus."""
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ring = self._look.theme.ring
            painter.setPen(QPen(QColor(self._look.theme.ember), ring))
            box = self.rect().adjusted(ring - 1, ring - 1, -ring, -ring)
            painter.drawRoundedRect(box, RADIUS_NOTE, RADIUS_NOTE)
            painter.end()

    def _text(self, change: ClauseChange, columns: Sequence[str]) -> None:
        for paragraph in self._paragraphs(self._tell(change.words)):
            self._column.addWidget(WrapLabel(self._look, paragraph, "charter"))

    def _list(self, change: ClauseChange, columns: Sequence[str]) -> None:
        for item in change.items:
            pieces = self._pieces(self._tell(item))
            if pieces:
                self._column.addLayout(self._bullet(pieces))

    def _bullet(self, pieces: Sequence[TextRun]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._look.px(10))
        row.addSpacing(self._look.px(4))
        row.addWidget(WrapLabel(self._look, _BULLET, "charter"), 0)
        row.addWidget(WrapLabel(self._look, pieces, "charter"), 1)
        return row

    def _table(self, change: ClauseChange, columns: Sequence[str]) -> None:
        wide = max([len(columns), *(len(row) for row in change.rows)], default=0)
        heads = (*columns, *("" for _ in range(wide - len(columns))))
        marked_rows = change.rows
        texts = [["".join(one.text for one in cell) for cell in row] for row in marked_rows]
        rows = CellRows(
            self._look,
            [
                Column(share, head=head, role="body")
                for share, head in zip(shares_of(texts, wide), heads, strict=True)
            ],
            lines=True,
        )
        for row in marked_rows:
            cells = [tuple(self._pieces(self._tell(cell))) for cell in row]
            if any(cells):
                rows.add(*(TonedCell(cell, role="body") for cell in cells))
        self._column.addWidget(rows)

    def _paragraphs(self, stretches: Stretches) -> list[list[TextRun]]:
        """The pieces of each paragraph; a line end ends one, kept, added or removed."""
        paragraphs: list[list[TextRun]] = [[]]
        for piece in self._pieces(stretches):
            first, *others = piece.text.split("\n")
            if first:
                paragraphs[-1].append(TextRun(first, mark=piece.mark))
            for line in others:
                paragraphs.append([TextRun(line, mark=piece.mark)] if line else [])
        return [paragraph for paragraph in paragraphs if paragraph]

    def _pieces(self, stretches: Sequence[Stretch]) -> list[TextRun]:
        """The stretches as the window sets them; unmarked, what is gone is not shown."""
        if not self._marked:
            return [TextRun(one.text) for one in stretches if one.mark != "removed"]
        pieces: list[TextRun] = []
        for one in stretches:
            if pieces and pieces[-1].mark and one.mark == "added":
                pieces.append(TextRun(_APART))
            pieces.append(TextRun(one.text, mark=_MARKS[one.mark]))
        return pieces

    def _tell(self, stretches: Stretches) -> Stretches:
        """Remember what is shown, for whoever does not see it."""
        self._shown.append(stretches)
        return stretches

    def _accessible_text(self) -> str:
        """What it says now, and what changed in it."""
        texts: dict[str, list[str]] = {"now": [], "added": [], "removed": []}
        for line in self._shown:
            texts["now"].append("".join(one.text for one in line if one.mark != "removed"))
            for one in line:
                if one.mark != "kept":
                    texts[one.mark].append(one.text.strip())
        parts = [" ".join(" ".join(texts["now"]).split())]
        for mark in ("added", "removed") if self._marked else ():
            if any(texts[mark]):
                parts.append(self._words(f"charter.told-{mark}", text=" … ".join(texts[mark])))
        return "\n".join(part for part in parts if part)
