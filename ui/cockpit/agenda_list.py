"""The cockpit's agenda: every block with its time, and any of them one key away."""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.words import Words
from app.workshop.course import AgendaEntry
from app.workshop.interludes import is_optional
from app.workshop.titles import block_name
from ui.look.look import Look
from ui.look.themes import Tone
from ui.parts.plain_list import LINE, Index, PlainListModel, PlainListView
from ui.parts.text_block import TextBlock

TIME = 54
"""Pixels at 100 % text from the time to the title: "10 h 45" and a little air."""


class AgendaLine(msgspec.Struct, frozen=True):
    """A block by its id and title: when it began or is to begin, how it stands, its minutes.

    ``later``: when it would begin as things go, where that is another time; ``tone`` says which.
    """

    id: str
    name: str
    whole: str
    time: str
    mark: str
    state: str
    later: str = ""
    tone: Tone = "amber"


def agenda_line(line: AgendaEntry, words: Words) -> AgendaLine:
    """A block's line in words."""
    title = block_name(words, line.block)
    time = words.clock(line.real if line.real is not None else line.planned)
    state = words(f"room.block-{line.state}")
    n = line.block.minutes
    whole = words("room.block-line", time=time, title=title, n=n, state=state)
    mark = "✓" if line.state == "done" else str(n)
    if line.state == "ahead" and is_optional(line.block):
        title = words("parts.title-optional", title=title)
        whole = words("room.block-line-optional", line=whole)
    later = ""
    if line.expected is not None and line.expected != line.planned:
        later = words("room.later", time=words.clock(line.expected))
        whole = words("room.block-line-later", line=whole, time=words.clock(line.expected))
    return AgendaLine(line.block.id, title, whole, time, mark, line.state, later, line_tone(line))


def line_tone(line: AgendaEntry) -> Tone:
    """Of the time a block would begin at: later than planned, or sooner."""
    return "teal" if line.expected is not None and line.expected < line.planned else "amber"


class AgendaDelegate(QStyledItemDelegate):
    """Paints a line: time, title over as many lines as it needs, minutes or a tick.

    The time it would begin at, where that is another, has a line of its own below the title.
    """

    def __init__(self, look: Look, view: QListView) -> None:
        """Paint the lines of ``view``."""
        super().__init__(view)
        self._look, self._view = look, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As tall as the title set in the width there is."""
        # Qt asks before it knows the width.
        width = self._view.viewport().width()
        height = self._title(index).lay(self._title_width(width))
        line = index.data(LINE)
        if isinstance(line, AgendaLine) and line.later:
            height += self._later(line).lay(self._title_width(width))
        return QSize(width, height + 2 * self._look.px(9))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        line = index.data(LINE)
        if not isinstance(line, AgendaLine):
            return
        look, rect = self._look, QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if line.state == "now" or focused:
            edge = QColor(look.theme.ember if focused else look.theme.line)
            painter.setPen(QPen(edge, look.theme.ring if focused else 1))
            painter.setBrush(QColor(look.theme.card if line.state == "now" else look.theme.sunk))
            painter.drawRoundedRect(rect.adjusted(4, 1, -4, -1), 8, 8)
        tone = look.colour("mute" if line.state == "done" else "plain")
        top, pad = rect.top() + look.px(9), look.px(16)
        time = TextBlock(look, line.time, "small")
        time.lay(look.size(TIME))
        time.draw(painter, rect.left() + pad, top, look.colour("mute"))
        title, left = self._title(index), rect.left() + pad + look.size(TIME)
        below = top + title.lay(self._title_width(rect.width()))
        title.draw(painter, left, top, tone)
        if line.later:
            later = self._later(line)
            later.lay(self._title_width(rect.width()))
            later.draw(painter, left, below, look.colour(line.tone))
        end = TextBlock(look, line.mark, "small", align="right")
        end.lay(look.size(32))
        end.draw(painter, rect.right() - pad - look.size(32), top, look.colour("mute"))
        painter.restore()

    def _title(self, index: Index) -> TextBlock:
        line = index.data(LINE)
        now = isinstance(line, AgendaLine) and line.state == "now"
        return TextBlock(self._look, str(index.data()), "small-strong" if now else "small")

    def _later(self, line: AgendaLine) -> TextBlock:
        return TextBlock(self._look, line.later, "small")

    def _title_width(self, width: int) -> int:
        return max(40, width - 2 * self._look.px(16) - self._look.size(TIME + 36))


class AgendaList(PlainListView):
    """The agenda as a list: Enter or a click goes to a block. It scrolls where it must."""

    def __init__(self, look: Look, words: Words) -> None:
        """An empty list in ``look``."""
        self.lines: PlainListModel[AgendaLine] = PlainListModel()
        super().__init__(words("room.agenda"), self.lines)
        self._words = words
        self._shown: tuple[AgendaEntry, ...] = ()
        self.setItemDelegate(AgendaDelegate(look, self))

    def show_lines(self, lines: Sequence[AgendaEntry]) -> bool:
        """Show the agenda; gives whether it is another than before: most changes are notes."""
        if tuple(lines) == self._shown:
            return False
        self._shown = tuple(lines)
        self.lines.set_lines([agenda_line(line, self._words) for line in lines])
        self.scheduleDelayedItemsLayout()
        return True

    def see_current(self) -> None:
        """Bring the block the room is in into sight, with the next one where there is room."""
        now = next((at for at, line in enumerate(self.lines.lines) if line.state == "now"), None)
        if now is not None:
            self.executeDelayedItemsLayout()
            for row in (min(now + 1, len(self.lines.lines) - 1), now):
                self.scrollTo(self.lines.index(row))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks titles elsewhere."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
        self.see_current()
