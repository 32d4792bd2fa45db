"""A month to choose a day from: by its keys or a click."""

from datetime import date, timedelta

from PySide6.QtCore import QLocale, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.moment import months_after
from app.typed_dates import FIRST, LAST
from app.words import Words, capitalized
from ui.look.look import Look
from ui.look.scaling import RADIUS_NOTE
from ui.parts.buttons import IconButton
from ui.parts.keycaps import is_enter, key_text
from ui.parts.labels import WrapLabel

_CELL_WIDE, _CELL_HIGH = 40, 34
"""A day's room at 100 %, pixels."""
_ROWS, _WEEK = 6, 7
_SATURDAY = 6

_DAYS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -_WEEK,
    Qt.Key.Key_Down: _WEEK,
}
_MONTHS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class MonthGrid(QWidget):
    """The days of a month under the days of the week; one of them is where the keys are."""

    moved = Signal()
    """The keys are at another day."""
    chosen = Signal(object)
    """A day was chosen."""

    def __init__(self, look: Look, words: Words, shown: date, today: date) -> None:
        """The month of ``shown``."""
        super().__init__()
        self._look, self._words, self._today = look, words, today
        self._chosen = self.day = shown
        self._under: date | None = None
        self._begins = first_weekday(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._name()

    def go_to(self, day: date) -> None:
        """Bring the keys to another day, and its month into sight."""
        self.day = max(FIRST, min(LAST, day))
        self._name()
        self.moved.emit()
        self.update()

    def heads(self) -> list[str]:
        """The days of the week, as they stand above."""
        order = [(self._begins - 1 + at) % _WEEK + 1 for at in range(_WEEK)]
        return [self._words(f"calendar.brief-{one}") for one in order]

    def day_at(self, point: QPoint) -> date | None:
        """The day at a place, if it is one."""
        wide, high = self._cell()
        column, row = point.x() // wide, point.y() // high - 1
        if not (0 <= column < _WEEK and 0 <= row < _ROWS):
            return None
        found = self._first() + timedelta(days=row * _WEEK + column)
        return found if FIRST <= found <= LAST else None

    def place_of(self, day: date) -> QPoint:
        """The middle of a day's place."""
        wide, high = self._cell()
        row, column = divmod((day - self._first()).days, _WEEK)
        return QPoint(column * wide + wide // 2, (row + 1) * high + high // 2)

    def sizeHint(self) -> QSize:
        """Seven days wide, six weeks and their heads high."""
        wide, high = self._cell()
        return QSize(_WEEK * wide, (_ROWS + 1) * high)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go by days and weeks, PgUp and PgDn by months, Home goes to today."""
        key = Qt.Key(event.key())
        if is_enter(event) or key == Qt.Key.Key_Space:
            self.chosen.emit(self.day)
        elif key in _DAYS:
            self.go_to(self.day + timedelta(days=_DAYS[key]))
        elif key in _MONTHS:
            self.turn(_MONTHS[key])
        elif key == Qt.Key.Key_Home:
            self.go_to(self._today)
        else:
            super().keyPressEvent(event)

    def turn(self, months: int) -> None:
        """Go some months on or back."""
        self.go_to(months_after(self.day, months))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what a click would choose."""
        self._under = self.day_at(event.position().toPoint())
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose a day."""
        day = self.day_at(event.position().toPoint())
        if day is not None and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(day)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the heads and six weeks."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide, high = self._cell()
        painter.setFont(self._look.font("small"))
        painter.setPen(self._look.colour("mute"))
        for at, head in enumerate(self.heads()):
            box = QRectF(at * wide, 0, wide, high)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, head)
        for number in range(_ROWS * _WEEK):
            row, column = divmod(number, _WEEK)
            box = QRectF(column * wide, (row + 1) * high, wide, high)
            self._paint_day(painter, box, self._first() + timedelta(days=number))
        painter.end()

    def _paint_day(self, painter: QPainter, box: QRectF, day: date) -> None:
        tokens, look = self._look.theme, self._look
        inner = box.adjusted(2, 2, -2, -2)
        chosen, there = day == self._chosen, day == self.day
        ink = tokens.mute if day.isoweekday() >= _SATURDAY else tokens.ink
        if day.month != self.day.month:
            ink = tokens.control
        ground = tokens.ember if chosen else tokens.sunk if day == self._under else None
        if ground is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(inner, RADIUS_NOTE, RADIUS_NOTE)
        if there and not chosen:
            painter.setPen(QPen(QColor(tokens.ember), tokens.ring))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inner.adjusted(1, 1, -1, -1), RADIUS_NOTE, RADIUS_NOTE)
        today = day == self._today
        painter.setFont(look.font("strong" if today or chosen else "body"))
        painter.setPen(QColor(tokens.on_ember if chosen else tokens.ember if today else ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(day.day))
        if today:
            # A line below as well: a colour alone says nothing in print, or to many eyes.
            half, foot = look.size(8), inner.bottom() - look.px(4)
            painter.setPen(QPen(painter.pen().color(), 2))
            middle = box.center().x()
            painter.drawLine(round(middle - half), round(foot), round(middle + half), round(foot))

    def _cell(self) -> tuple[int, int]:
        heads = max(map(self._look.metrics("small").horizontalAdvance, self.heads()))
        return (
            max(self._look.size(_CELL_WIDE), round(heads) + self._look.px(8)),
            self._look.size(_CELL_HIGH),
        )

    def _first(self) -> date:
        """The first day in sight: of the week in which the month begins."""
        begins = self.day.replace(day=1)
        return begins - timedelta(days=(begins.isoweekday() - self._begins) % _WEEK)

    def _name(self) -> None:
        self.setAccessibleName(self._words.day(self.day, "long"))


class CalendarPopup(QFrame):
    """A month over the page. ``chosen`` is sent with a day; Escape or a click beside it closes."""

    chosen = Signal(object)

    def __init__(self, look: Look, words: Words, parent: QWidget, shown: date, today: date) -> None:
        """The month of ``shown``, which is the day chosen so far."""
        super().__init__(parent, Qt.WindowType.Popup)
        self._words, self._look = words, look
        self.setProperty("card", True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(words("parts.calendar.name"))
        self.grid = MonthGrid(look, words, shown, today)
        self.month = WrapLabel(look, "", "strong", align="centre")
        self.month.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        before = words("parts.calendar.before", key=key_text(words, "PgUp"))
        after = words("parts.calendar.after", key=key_text(words, "PgDown"))
        self.before, self.after = IconButton(look, "left", before), IconButton(look, "right", after)
        for button in (self.before, self.after):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.before.clicked.connect(self._turn_back)
        self.after.clicked.connect(self._turn_on)
        self.grid.moved.connect(self._tell)
        self.grid.chosen.connect(self._choose)
        head = QHBoxLayout()
        head.addWidget(self.before)
        head.addWidget(self.month, 1)
        head.addWidget(self.after)
        column = QVBoxLayout(self)
        around = look.px(10)
        column.setContentsMargins(around, around, around, around)
        column.setSpacing(look.px(4))
        column.addLayout(head)
        column.addWidget(self.grid)
        self.setFocusProxy(self.grid)
        self._tell()

    def open_below(self, field: QWidget) -> None:
        """Open under a field, or above it where there is no room on its screen."""
        self.adjustSize()
        room, size = field.screen().availableGeometry(), self.sizeHint()
        gap = self._look.px(4)
        place = field.mapToGlobal(QPoint(0, field.height() + gap))
        if place.y() + size.height() > room.bottom():
            place.setY(field.mapToGlobal(QPoint(0, 0)).y() - gap - size.height())
        place.setX(max(room.left(), min(place.x(), room.right() - size.width())))
        place.setY(max(room.top(), place.y()))
        self.move(place)
        self.show()
        self.grid.setFocus()

    def _tell(self) -> None:
        month = self._words.day(self.grid.day, "month")
        self.month.setText(capitalized(month))

    def _turn_back(self) -> None:
        self.grid.turn(-1)

    def _turn_on(self) -> None:
        self.grid.turn(1)

    def _choose(self, day: date) -> None:
        self.close()
        self.chosen.emit(day)


def first_weekday(words: Words) -> int:
    """The day with which weeks begin, 1 for Monday: in French always, in English as where the
    computer is."""
    if words.language != "en":
        return 1
    return QLocale.system().firstDayOfWeek().value
