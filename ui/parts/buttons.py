"""Buttons: one filled, the others quiet, each with its key beside it."""

from typing import Literal

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import QPushButton, QSizePolicy

from app.words import Words
from ui.look.icons import IconName, paint_icon
from ui.look.look import Look
from ui.look.scaling import RADIUS_CONTROL
from ui.look.style_sheet import pressed_background
from ui.look.text_styles import TextRole
from ui.parts.keycaps import key_text, keycap_size, paint_keycap
from ui.parts.push_button import PushButton
from ui.parts.text_block import TextBlock

ButtonRole = Literal["primary", "quiet", "flat", "link", "crumb"]
"""``primary`` is filled, one on a screen; ``quiet`` has an edge; ``flat`` shows a ground only
when it is pointed at; ``link`` reads as underlined words, ``crumb`` as small muted ones."""

_LINKS = ("link", "crumb")


class Button(PushButton):
    """A button whose text wraps rather than being cut where its place is narrow."""

    def __init__(
        self,
        look: Look,
        text: str,
        role: ButtonRole = "quiet",
        *,
        small: bool = False,
        wide: bool = False,
    ) -> None:
        """``small`` is for cards and bars; ``wide`` fills its place, and may be made narrower
        than its text, which then wraps."""
        super().__init__()
        self._look, self._role, self._small = look, role, small
        self._shown_text: str | None = None
        self._cap, self._cap_size = "", QSize(0, 0)
        self._block = TextBlock(look, "", self._face())
        self.setProperty("role", role)
        self.setProperty("small", small)
        self.setFont(look.font(self._face()))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policies = QSizePolicy.Policy
        # A fixed height would not let a wide button grow when its words wrap.
        policy = QSizePolicy(
            policies.Preferred if wide else policies.Minimum,
            policies.Preferred if wide else policies.Fixed,
        )
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Say something else on the button; an ampersand is only an ampersand."""
        if text == self._shown_text:
            return
        self._shown_text = text
        super().setText(text.replace("&", "&&"))
        font = self._look.font(self._face())
        font.setUnderline(self._role == "link")
        self._block = TextBlock(self._look, text, self._face(), font=font)
        self.setAccessibleName(text)
        self.updateGeometry()

    def set_filled(self, filled: bool) -> None:
        """Fill it, as the one thing to do next, or give it an edge as any other."""
        role: ButtonRole = "primary" if filled else "quiet"
        if role != self._role:
            self._role = role
            self.setProperty("role", role)
            self.update()

    def set_cap(self, text: str) -> None:
        """Show a little cap after the text: a key, or a state such as "on"."""
        self._cap = text
        self._cap_size = keycap_size(self._look, text) if text else QSize(0, 0)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Its height follows from its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the button when it is ``width`` pixels wide."""
        across, down = self._padding()
        room = max(1, width - 2 * across - self._cap_width())
        return max(self._block.lay(room), self._cap_size.height()) + 2 * down

    def sizeHint(self) -> QSize:
        """The text on one line, and its cap."""
        width = self._block.natural_width + self._cap_width() + 2 * self._padding()[0]
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The longest word; a plain row keeps the whole text, a flow may wrap it."""
        width = self._block.least_width(9) + self._cap_width() + 2 * self._padding()[0]
        return QSize(width, self._look.pitch(self._face()) + 2 * self._padding()[1])

    def fits(self) -> bool:
        """Whether the text and its cap stand whole on the button."""
        across, down = self._padding()
        room = self.width() - 2 * across - self._cap_width()
        block = self._block
        return room >= block.least_width(9) and block.lay(room) + 2 * down <= self.height() + 1

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box, then the words and the cap in its middle."""
        painter = QPainter(self)
        _paint_box(painter, self, self._look, self._role)
        across, _ = self._padding()
        block = self._block
        room = max(1, self.width() - 2 * across - self._cap_width())
        words = min(block.natural_width, room)
        height = block.lay(words)
        left = (self.width() - words - self._cap_width()) // 2
        if self._role in _LINKS:
            left = across
        top = (self.height() - height) // 2
        colour = self._ink()
        block.draw(painter, left, top, colour)
        if self._cap:
            size = self._cap_size
            corner = QPoint(left + words + self._gap(), (self.height() - size.height()) // 2)
            on = colour if self._role == "primary" or not self.isEnabled() else None
            paint_keycap(painter, QRectF(QRect(corner, size)), self._cap, self._look, on)
        painter.end()

    def _ink(self) -> QColor:
        """The colour of the words."""
        tokens = self._look.theme
        if not self.isEnabled():
            return QColor(tokens.control)
        if self._role == "primary":
            return QColor(tokens.on_ember)
        if self._role in _LINKS:
            return QColor(tokens.ember if self.underMouse() else tokens.mute)
        return QColor(tokens.ink)

    def _face(self) -> TextRole:
        if self._role in _LINKS:
            return "small"
        return "small-strong" if self._small else "button"

    def _padding(self) -> tuple[int, int]:
        """Pixels from the edge to the words, across and down, with the edge itself."""
        if self._role in _LINKS:
            return 0, self._look.px(2)
        if self._small:
            return self._look.px(16), self._look.px(9)
        return self._look.px(17), self._look.px(10)

    def _gap(self) -> int:
        return self._look.px(5)

    def _cap_width(self) -> int:
        return self._gap() + self._cap_size.width() if self._cap else 0


class KeyButton(Button):
    """A button that shows its key on a cap beside its words, and answers to it."""

    def __init__(
        self,
        look: Look,
        words: Words,
        text: str,
        key: str,
        role: ButtonRole = "quiet",
        *,
        small: bool = False,
        wide: bool = False,
        bind: bool = True,
    ) -> None:
        """``key`` is written as for QKeySequence ("F9", "Ctrl+D"). ``bind`` false only shows it,
        for a key that somebody else listens to."""
        super().__init__(look, text, role, small=small, wide=wide)
        self.set_cap(key_text(words, key))
        self.setAccessibleDescription(key_text(words, key))
        self.setProperty("key", key)
        if bind:
            # Not the button's own shortcut, which Qt answers a tenth of a second late and drops
            # whenever the text changes.
            self._key = QShortcut(QKeySequence(key), self)
            self._key.activated.connect(self.click)


class IconButton(PushButton):
    """A small square button with a drawn sign; its words are its tooltip and accessible name."""

    def __init__(self, look: Look, name: IconName, text: str) -> None:
        """A sign that means ``text``."""
        super().__init__()
        self._look, self._name = look, name
        self.setProperty("role", "flat")
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, name: IconName) -> None:
        """Show another sign."""
        self._name = name
        self.update()

    def sizeHint(self) -> QSize:
        """A square that a finger can hit."""
        side = self._look.size(16) + 2 * self._look.px(8)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Never less."""
        return self.sizeHint()

    def fits(self) -> bool:
        """Whether the sign stands whole."""
        return min(self.width(), self.height()) >= self._look.size(16)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box, then the sign."""
        painter = QPainter(self)
        _paint_box(painter, self, self._look, "flat")
        tokens = self._look.theme
        colour = QColor(tokens.ink if self.isEnabled() else tokens.control)
        side = self._look.size(16)
        left, top = (self.width() - side) / 2, (self.height() - side) / 2
        paint_icon(painter, QRectF(left, top, side, side), self._name, colour)
        painter.end()


def _paint_box(painter: QPainter, button: QPushButton, look: Look, role: ButtonRole) -> None:
    """Draw a button's ground, edge and ring, as the style sheet draws them on plain buttons.

    Not through QStyle, which under a style sheet rounds corners coarsely.
    """
    tokens = look.theme
    ring = tokens.ring
    box = QRectF(button.rect())
    focused = button.hasFocus() and button.isEnabled()
    if role in _LINKS:
        if focused:
            foot = box.adjusted(0, box.height() - ring, 0, 0)
            painter.fillRect(foot, QColor(tokens.ember))
        return
    ground, edge = _box_colours(button, look, role)
    if focused:
        edge = tokens.ink if role == "primary" else tokens.ember
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(ground) if ground else Qt.BrushStyle.NoBrush)
    width = ring if focused else 1
    painter.setPen(QPen(QColor(edge), width) if edge else Qt.PenStyle.NoPen)
    inset = width / 2
    painter.drawRoundedRect(
        box.adjusted(inset, inset, -inset, -inset), RADIUS_CONTROL, RADIUS_CONTROL
    )


def _box_colours(button: QPushButton, look: Look, role: ButtonRole) -> tuple[str, str]:
    """The ground and the edge of a button as it is now; nothing where it has none."""
    tokens = look.theme
    if not button.isEnabled():
        return (tokens.sunk if role == "primary" else ""), ("" if role == "flat" else tokens.line)
    if role == "primary":
        lifted = button.underMouse() or button.isDown()
        return (tokens.ember_hover,) * 2 if lifted else (tokens.ember,) * 2
    ground = "" if role == "flat" else tokens.card
    if button.underMouse():
        ground = tokens.sunk
    if button.isDown() or button.isChecked():
        ground = pressed_background(tokens)
    return ground, "" if role == "flat" else tokens.control


def primary_button(look: Look, text: str, *, small: bool = False) -> Button:
    """The filled button: the one thing to do next."""
    return Button(look, text, "primary", small=small)


def quiet_button(look: Look, text: str, *, small: bool = False) -> Button:
    """A button with an edge."""
    return Button(look, text, "quiet", small=small)


def link_button(look: Look, text: str) -> Button:
    """A button that reads as underlined words."""
    return Button(look, text, "link")
