"""Short passages under small heads, one below the other: what a recipe says beside its steps."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.look.look import Look
from ui.parts.deletion import clear_layout
from ui.parts.labels import eyebrow, heading, small
from ui.parts.layouts import FlowLayout, holding
from ui.parts.pill import PillButton


class Topics(QWidget):
    """The passages. ``asked`` is sent with the id of a link that is followed."""

    asked = Signal(str)

    def __init__(self, look: Look) -> None:
        """Nothing to read yet."""
        super().__init__()
        self._look = look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(3))
        self._column.addStretch(1)

    def clear(self) -> None:
        """Nothing to read any more."""
        clear_layout(self._column, keep=1)

    def title(self, text: str) -> None:
        """A heading over what follows."""
        self._add(heading(self._look, text, 3))
        self._space(4)

    def add(self, head: str, *texts: str) -> None:
        """A passage of some paragraphs; nothing at all where all are empty."""
        said = [text for text in texts if text]
        if said:
            self._add(eyebrow(self._look, head))
            for text in said:
                self._add(small(self._look, text, "plain"))
            self._space(10)

    def add_widget(self, head: str, widget: QWidget) -> None:
        """Something of its own under a head."""
        self._add(eyebrow(self._look, head))
        self._add(widget)
        self._space(10)

    def add_links(self, head: str, named: Mapping[str, str]) -> None:
        """Links by their ids, with their names."""
        if named:
            self.add_widget(head, holding(self._links(tuple(named.items()))))

    def _links(self, named: Sequence[tuple[str, str]]) -> FlowLayout:
        flow = FlowLayout(self._look.px(6), self._look.px(6))
        for key, name in named:
            pill = PillButton(self._look, name)
            pill.setProperty("link", key)
            pill.clicked.connect(self._follow)
            flow.addWidget(pill)
        return flow

    def _follow(self) -> None:
        self.asked.emit(str(self.sender().property("link")))

    def _add(self, widget: QWidget) -> None:
        self._column.insertWidget(self._column.count() - 1, widget)

    def _space(self, pixels: int) -> None:
        gap = QWidget()
        gap.setFixedHeight(self._look.px(pixels))
        self._add(gap)
