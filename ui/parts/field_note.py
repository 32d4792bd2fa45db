"""What is wrong with a field: its edge, and a sentence that stands over the page below it."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QVBoxLayout, QWidget

from ui.look.look import Look
from ui.parts.labels import WrapLabel

_WIDE = 280
"""How wide a sentence is at 100 %, pixels."""


def mark_wrong(field: QWidget, wrong: bool) -> None:
    """Draw the edge of a field as of one that is wrong, or as any other."""
    if bool(field.property("wrong")) != wrong:
        field.setProperty("wrong", wrong)
        field.style().unpolish(field)
        field.style().polish(field)


class FieldNote(QFrame):
    """A sentence below a field, or above it where there is no room; it moves nothing.

    It goes with its field: where that is hidden or gone, so is this.
    """

    def __init__(self, look: Look, field: QWidget) -> None:
        """Nothing to say of ``field`` yet."""
        super().__init__(_page_of(field))
        self._look, self._field = look, field
        self.setProperty("card", True)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.said = WrapLabel(look, "", "small", "ember")
        self._column = QVBoxLayout(self)
        around = look.px(8)
        self._column.setContentsMargins(around, look.px(6), around, look.px(6))
        self._column.addWidget(self.said)
        field.installEventFilter(self)
        field.destroyed.connect(self.deleteLater)
        self.hide()

    def say(self, sentence: str) -> None:
        """Show a sentence, or nothing."""
        self.said.setText(sentence)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay with the field."""
        kinds = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Hide, QEvent.Type.Show)
        if watched is self._field and event.type() in kinds:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        page, field = _page_of(self._field), self._field
        if not self.said.text() or not field.isVisible():
            self.hide()
            return
        if self.parentWidget() is not page:
            self.setParent(page)
        wide = min(max(self._look.size(_WIDE), field.width()), page.width())
        high = self._column.totalHeightForWidth(wide) + 2 * self.frameWidth()
        gap = self._look.px(4)
        place = field.mapTo(page, QPoint(0, field.height() + gap))
        if place.y() + high > page.height():
            place.setY(max(0, field.mapTo(page, QPoint(0, 0)).y() - gap - high))
        place.setX(max(0, min(place.x(), page.width() - wide)))
        self.setGeometry(place.x(), place.y(), wide, high)
        self.show()
        self.raise_()


def _page_of(field: QWidget) -> QWidget:
    """What scrolls with a field, or its window."""
    at, above = field, field.parentWidget()
    while above is not None and not above.isWindow():
        if isinstance(above.parentWidget(), QAbstractScrollArea):
            # In a view the fields stand in its viewport itself, in a page one step deeper.
            return above if at is field else at
        at, above = above, above.parentWidget()
    return above or at
