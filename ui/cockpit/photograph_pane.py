"""The photographs of a run beside its canvas: one at a time, to be read while one types."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.library.attachments import contents
from app.library.rows import Attachment
from app.library.trouble import Trouble
from ui.parts.buttons import KeyButton
from ui.parts.labels import WrapLabel
from ui.parts.layouts import FlowLayout, holding
from ui.parts.room_keys import DROP_PHOTOGRAPH, ENLARGE, NEXT_PHOTOGRAPH, PREVIOUS_PHOTOGRAPH
from ui.world import World

LEAST = 190
"""The least width, pixels at 100 % text."""
ROOMY = 190
"""Pixels at 100 % text from which on there is room for more than the photograph."""
LARGER = 2.5
"""How many times as high as its place a large photograph is, if it is no wider than that."""
STEP = 0.35
"""The share of what is seen of a large photograph by which it is scrolled."""


class PhotographView(QWidget):
    """A photograph within its place, or as wide as that and scrolled."""

    def __init__(self) -> None:
        """No photograph."""
        super().__init__()
        self._image = QImage()
        self._pixmap = QPixmap()

    def show_image(self, image: QImage) -> None:
        """Show another one."""
        self._image, self._pixmap = image, QPixmap()
        self.updateGeometry()
        self.update()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to be seen."""
        return self._image.isNull()

    def height_in(self, width: int) -> int:
        """The height of the picture in ``width`` pixels."""
        return round(width * self._image.height() / max(1, self._image.width()))

    def sizeHint(self) -> QSize:
        """Any size will do."""
        return QSize(LEAST, LEAST)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the photograph, as sharp as the screen shows it."""
        if self._image.isNull():
            return
        ratio = self.devicePixelRatio()
        room = QSize(round(self.width() * ratio), round(self.height() * ratio))
        size = self._image.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        if self._pixmap.size() != size:
            smooth = Qt.TransformationMode.SmoothTransformation
            kept = Qt.AspectRatioMode.IgnoreAspectRatio
            self._pixmap = QPixmap.fromImage(self._image.scaled(size, kept, smooth))
            self._pixmap.setDevicePixelRatio(ratio)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._pixmap)
        painter.end()


class PhotographPane(QFrame):
    """One photograph and what can be done with it; hidden without any."""

    next_asked = Signal(int)
    enlarge_asked = Signal()
    drop_asked = Signal()

    def __init__(self, world: World) -> None:
        """No photographs."""
        super().__init__()
        look, self._words = world.look, world.words
        self._look = look
        self._reader = world.library.reader
        self._current: Attachment | None = None
        self.large = False
        self.said = WrapLabel(look, "", "small", "mute")
        self.view = PhotographView()
        self.scrolled = QScrollArea()
        self.scrolled.setFrameShape(QFrame.Shape.NoFrame)
        self.scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scrolled.setWidgetResizable(True)
        self.scrolled.viewport().setAutoFillBackground(False)
        self.scrolled.setWidget(self.view)
        self.view.setAutoFillBackground(False)
        self.next = self._button("on_paper.next-photograph", NEXT_PHOTOGRAPH)
        self.next.clicked.connect(lambda: self.next_asked.emit(1))
        self.previous = self._button("on_paper.previous-photograph", PREVIOUS_PHOTOGRAPH)
        self.previous.clicked.connect(lambda: self.next_asked.emit(-1))
        self.enlarge = self._button("on_paper.enlarge", ENLARGE)
        self.enlarge.clicked.connect(self.enlarge_asked)
        self.drop = self._button("on_paper.drop-photograph", DROP_PHOTOGRAPH)
        self.drop.clicked.connect(self.drop_asked)
        row = FlowLayout(look.px(12), look.px(4))
        for button in (self.previous, self.next, self.enlarge, self.drop):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(6))
        column.addWidget(self.said)
        column.addWidget(self.scrolled, 1)
        self.acts = holding(row)
        column.addWidget(self.acts)
        self.setMinimumSize(look.size(LEAST), 0)
        self.hide()

    def show_photographs(self, found: Sequence[Attachment], at: int, block: str) -> None:
        """Show the one ``at`` (from 0) of a run's photographs, of a ``block`` of that title."""
        self.setVisible(bool(found))
        if not found:
            self._current = None
            self.view.show_image(QImage())
            return
        words, facts = self._words, {"at": at + 1, "n": len(found)}
        said = words("on_paper.photograph-of", **facts)
        self.view.setAccessibleName(words("on_paper.photograph-said", block=block, **facts))
        if found[at] != self._current:
            self._current = found[at]
            image = self._image_of(found[at])
            self.view.show_image(image)
            self._fit()
            self.scrolled.verticalScrollBar().setValue(0)
        self.said.set_text(said if self.shows_picture else words("on_paper.photograph-lost"))
        for button in (self.next, self.previous):
            button.setVisible(len(found) > 1)

    @property
    def shows_picture(self) -> bool:
        """Whether there is something to be seen."""
        return not self.view.is_empty

    def set_large(self, large: bool) -> None:
        """As wide as there is room and scrolled, or whole."""
        self.large = large
        self.enlarge.setText(self._words("on_paper.reduce" if large else "on_paper.enlarge"))
        self._fit()

    def scroll_on(self, by: int) -> None:
        """Down (1) or up (-1) a large photograph."""
        bar = self.scrolled.verticalScrollBar()
        bar.setValue(bar.value() + by * round(self.scrolled.viewport().height() * STEP))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A large one is as high as its width asks; where there is little room, all of it is the
        photograph's, and the menu has the rest."""
        super().resizeEvent(event)
        self.acts.setVisible(self.height() >= self._look.size(ROOMY))
        self._fit()

    def _fit(self) -> None:
        place = self.scrolled.viewport().size()
        most = min(self.view.height_in(place.width()), round(LARGER * place.height()))
        self.view.setMinimumHeight(most if self.large else 0)

    def _button(self, key: str, pressed: str) -> KeyButton:
        words = self._words
        button = KeyButton(self._look, words, words(key), pressed, "link", bind=False)
        # The keyboard stays with the capture line.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _image_of(self, photograph: Attachment) -> QImage:
        """What is kept, or nothing where it is damaged: that is said."""
        try:
            return QImage.fromData(contents(self._reader, photograph))
        except Trouble:
            return QImage()
