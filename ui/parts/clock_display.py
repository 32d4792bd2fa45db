"""The time left, large: minutes and seconds, below zero in amber; one pulse at the end."""

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.words import Words
from ui.look.look import Look

_PULSE = 900  # milliseconds


def clock_text(seconds: int) -> str:
    """Seconds as they stand on a clock: ``8:42``, ``0:07``, ``−0:42`` below zero."""
    minutes, rest = divmod(abs(seconds), 60)
    sign = "\N{MINUS SIGN}" if seconds < 0 else ""
    return f"{sign}{minutes}:{rest:02d}"


class ClockDisplay(QWidget):
    """The clock of the cockpit, of stand back and of the wall. It shows; it does not count."""

    def __init__(
        self, look: Look, words: Words, pixels: int | None = None, *, right: bool = True
    ) -> None:
        """Show 0:00 in the look's size, or in true ``pixels``; at the right or the left."""
        super().__init__()
        self._look, self._words, self._right = look, words, right
        self._font = look.font("clock") if pixels is None else look.font_of("sans", pixels, 700)
        self._font.setFeature(QFont.Tag("tnum"), 1)
        self._seconds = 0
        self._read_aloud = ""
        self._pulse = QVariantAnimation(self)
        self._pulse.setDuration(_PULSE)
        self._pulse.setStartValue(1.0)
        self._pulse.setEndValue(0.0)
        self._pulse.setEasingCurve(QEasingCurve.Type.OutQuad)
        self._pulse.valueChanged.connect(self._fade)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._tell()

    @property
    def text(self) -> str:
        """What stands on the clock."""
        return clock_text(self._seconds)

    @property
    def seconds(self) -> int:
        """The seconds left that it shows; below zero once the time is up."""
        return self._seconds

    @property
    def pulsing(self) -> bool:
        """Whether the one pulse at the end is being drawn."""
        return self._pulse.state() == QVariantAnimation.State.Running

    def set_seconds(self, seconds: int) -> None:
        """Show so many seconds left; the step from above zero to zero pulses once."""
        if seconds == self._seconds:
            return
        ends = self._seconds > 0 >= seconds
        longer = len(clock_text(seconds)) != len(self.text)
        self._seconds = seconds
        if ends and self.isVisible():
            self._pulse.start()
        if longer:
            self.updateGeometry()
        self._tell()
        self.update()

    def colour(self) -> QColor:
        """Ink, and amber below zero."""
        return self._look.colour("amber" if self._seconds < 0 else "plain")

    def sizeHint(self) -> QSize:
        """Room for the figures, and for a minus, so that nothing moves at zero."""
        metrics = QFontMetricsF(self._font)
        widest = max(("\N{MINUS SIGN}0:00", "00:00", self.text), key=metrics.horizontalAdvance)
        return QSize(
            round(metrics.horizontalAdvance(widest)) + 2, round(self._font.pixelSize() * 0.92)
        )

    def minimumSizeHint(self) -> QSize:
        """The clock never shrinks."""
        return self.sizeHint()

    def fits(self) -> bool:
        """Whether the figures stand whole."""
        advance = QFontMetricsF(self._font).horizontalAdvance(self.text)
        return (
            advance <= self.width() + 1 and self.height() >= QFontMetricsF(self._font).capHeight()
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the figures, and the fading ground of the pulse."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.pulsing:
            ground = self._look.background("amber")
            ground.setAlphaF(float(self._pulse.currentValue()))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        painter.setPen(self.colour())
        painter.setFont(self._font)
        metrics = QFontMetricsF(self._font)
        left = self.width() - metrics.horizontalAdvance(self.text) if self._right else 0.0
        # Figures have no tails: they stand in the middle by their own height.
        painter.drawText(QPointF(left, (self.height() + metrics.capHeight()) / 2), self.text)
        painter.end()

    def _fade(self) -> None:
        self.update()

    def _tell(self) -> None:
        """Say the time to screen readers, minute by minute rather than second by second."""
        minutes = -(-abs(self._seconds) // 60)
        key = "parts.clock.over" if self._seconds < 0 else "parts.clock.left"
        name = self._words(key, n=minutes)
        if name != self._read_aloud:
            self._read_aloud = name
            self.setAccessibleName(name)
