"""Words on the window: labels that wrap and never clip, headings, eyebrows, one-line labels."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.look.look import Look, elided
from ui.look.text_styles import TextRole
from ui.look.themes import Tone
from ui.parts.text_block import Align, RichText, TextBlock, plain_text

_EMS = 36  # the width a paragraph would like; it takes more or less as it is given


class WrapLabel(QLabel):
    """A label that wraps, as high as its lines; text is plain, whatever people typed.

    Stands at the top of its place; :meth:`setAlignment` with ``AlignVCenter`` puts it in the
    middle.
    """

    def __init__(
        self,
        look: Look,
        text: RichText = "",
        role: TextRole = "body",
        tone: Tone = "plain",
        align: Align = "left",
    ) -> None:
        """Show plain text or pieces in a role and a tone."""
        super().__init__()
        self._look, self._role, self._tone, self._align = look, role, tone, align
        self._rich_text: RichText | None = None
        self._block = TextBlock(look, "", role)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(look.font(role))
        self.setAlignment(Qt.AlignmentFlag.AlignTop)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_text(text)

    def set_text(self, text: RichText) -> None:
        """Show other text, or pieces of it. The same again costs nothing, and moves nothing."""
        if text == self._rich_text:
            return
        self._rich_text = text
        self._block = TextBlock(self._look, text, self._role, align=self._align)
        super().setText(plain_text(text))
        self.updateGeometry()
        self.update()

    def setText(self, text: str) -> None:
        """Show other plain text."""
        self.set_text(text)

    @property
    def content(self) -> RichText:
        """What it shows: plain text, or pieces of it."""
        return self._rich_text or ""

    @property
    def role(self) -> TextRole:
        """How it speaks."""
        return self._role

    def run_places(self, run: int) -> list[QRect]:
        """Where a piece of its text stands on it, line by line."""
        place = self.contentsRect()
        self._block.lay(max(1, place.width()))
        return [
            one.translated(place.left(), self._top(place)).toAlignedRect()
            for one in self._block.run_places(run)
        ]

    def set_tone(self, tone: Tone) -> None:
        """Show the text in another tone."""
        self._tone = tone
        self.update()

    def colour(self) -> QColor:
        """The colour the text is drawn in."""
        if not self.isEnabled():
            return QColor(self._look.theme.control)
        return self._look.colour(self._tone)

    def hasHeightForWidth(self) -> bool:
        """Its height follows from its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the text set in ``width`` pixels, margins and all."""
        around = self.contentsMargins()
        words = self._block.lay(max(1, width - around.left() - around.right()))
        return words + around.top() + around.bottom()

    def sizeHint(self) -> QSize:
        """One line, or a comfortable paragraph."""
        around = self.contentsMargins()
        width = min(self._block.natural_width, self._look.size(_EMS * 15))
        width += around.left() + around.right()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """As narrow as the longest word, within reason."""
        least = QSize(self._block.least_width(), self._block.pitch)
        return least.grownBy(self.contentsMargins())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines."""
        painter = QPainter(self)
        place = self.contentsRect()
        self._block.draw(painter, place.left(), self._top(place), self.colour())
        painter.end()

    def _top(self, place: QRect) -> int:
        """Where the first line begins."""
        height = self._block.lay(max(1, place.width()))
        middle = self.alignment() & Qt.AlignmentFlag.AlignVCenter
        return place.top() + (max(0, (place.height() - height) // 2) if middle else 0)


class ElidedLabel(QLabel):
    """One line that is cut with an ellipsis where it is too narrow; the whole text is its tooltip
    then, and always its accessible name."""

    def __init__(
        self, look: Look, text: str = "", role: TextRole = "body", tone: Tone = "plain"
    ) -> None:
        """Show ``text`` on one line."""
        super().__init__()
        self._look, self._role, self._tone = look, role, tone
        self._block = TextBlock(look, "", role)
        self._shorter = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(look.font(role))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show other text."""
        self.show_text(text)

    def show_text(self, text: str, shorter: str = "") -> None:
        """Show other text; where it has no room, what is ``shorter`` and says the most of it."""
        self._shorter = shorter
        self._block = TextBlock(self._look, text.replace("\n", " "), self._role)
        super().setText(text)
        self.setAccessibleName(text)
        self._tell()

    def shown_text(self) -> str:
        """The text as it stands on the window, cut or not."""
        line = whole = self.text().replace("\n", " ")
        block, room = self._block, self.width()
        if self._shorter and block.natural_width > room:
            line = whole = self._shorter.replace("\n", " ")
            block = TextBlock(self._look, whole, self._role)
        # By what draws it: a line that is a part of a pixel too wide for it loses its last word.
        while block.natural_width > self.width() and room > 0:
            line = elided(whole, self._look.font(self._role), room)
            block = TextBlock(self._look, line, self._role)
            room -= 1
        return line

    def fits(self) -> bool:
        """Always: what is cut can be read in the tooltip."""
        return True

    def sizeHint(self) -> QSize:
        """Room for the whole line."""
        return QSize(self._block.natural_width, self._look.pitch(self._role))

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters."""
        return QSize(min(self._look.size(48), self.sizeHint().width()), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See whether the text still fits."""
        self._tell()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line."""
        painter = QPainter(self)
        block = TextBlock(self._look, self.shown_text(), self._role)
        block.draw_in(painter, QRectF(self.rect()), self._look.colour(self._tone))
        painter.end()

    def _tell(self) -> None:
        self.setToolTip("" if self.shown_text() == self.text() else self.text())


def heading(look: Look, text: str, level: int = 2) -> WrapLabel:
    """A heading in Literata: 1 a page, 2 a part, 3 a card."""
    roles: dict[int, TextRole] = {1: "heading1", 2: "heading2", 3: "heading3"}
    return WrapLabel(look, text, roles[level])


def eyebrow(look: Look, text: str, tone: Tone = "mute") -> WrapLabel:
    """The line of small capitals above a title or a group."""
    return WrapLabel(look, text, "eyebrow", tone)


def small(look: Look, text: RichText, tone: Tone = "mute") -> WrapLabel:
    """A small remark, muted unless told otherwise."""
    return WrapLabel(look, text, "small", tone)


def body(look: Look, text: RichText, tone: Tone = "plain") -> WrapLabel:
    """A paragraph."""
    return WrapLabel(look, text, "body", tone)


class Hairline(QWidget):
    """A thin line from side to side, with a little air above and below."""

    def __init__(self, look: Look) -> None:
        """A line."""
        super().__init__()
        self._look = look
        self.setFixedHeight(2 * look.px(6) + 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line."""
        painter = QPainter(self)
        line = QRect(0, self.height() // 2, self.width(), 1)
        painter.fillRect(line, QColor(self._look.theme.line))
        painter.end()


def hairline(look: Look) -> QWidget:
    """A thin line from side to side, with a little air above and below."""
    return Hairline(look)
