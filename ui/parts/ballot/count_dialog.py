"""What is counted in the room, typed in: how many stand where, how many tokens lie on a thing."""

from collections.abc import Callable, Mapping, Sequence

import msgspec
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.look.look import Look
from ui.parts.controls import NumberBox
from ui.parts.form_dialog import QuestionDialog
from ui.parts.keycaps import is_enter
from ui.parts.labels import WrapLabel
from ui.world import World

MOST = 2000
"""The most that is counted at one place."""

Numbers = Mapping[tuple[str, str], int]
"""Numbers by row and column."""


class CountTable(msgspec.Struct, frozen=True):
    """What is asked: rows and columns by their ids, with their labels; ``known`` is what was
    counted before. ``check`` gives a sentence on how far it is, shown below at each key."""

    rows: Sequence[tuple[str, str]]
    columns: Sequence[tuple[str, str]]
    known: Numbers
    check: Callable[[Numbers], str]


class NumberTable(QWidget):
    """Numbers in rows and columns; Enter goes from one to the next, as Tab does."""

    def __init__(self, look: Look, table: CountTable, edited: Callable[[], None]) -> None:
        """The numbers as they are known."""
        super().__init__()
        self.boxes: dict[tuple[str, str], NumberBox] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.px(12))
        grid.setVerticalSpacing(look.px(8))
        grid.setColumnStretch(0, 1)
        for across, (_, label) in enumerate(table.columns, start=1):
            head = WrapLabel(look, label, "small", "mute")
            head.setMinimumWidth(look.size(84))
            grid.addWidget(head, 0, across, Qt.AlignmentFlag.AlignBottom)
        for down, (row, label) in enumerate(table.rows, start=1):
            name = WrapLabel(look, label, "body")
            name.setAlignment(Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(name, down, 0)
            for across, (column, head_text) in enumerate(table.columns, start=1):
                box = self._box(look, f"{label}, {head_text}")
                box.setValue(table.known.get((row, column), 0))
                box.valueChanged.connect(edited)
                grid.addWidget(box, down, across)
                self.boxes[row, column] = box

    def numbers(self) -> dict[tuple[str, str], int]:
        """The numbers as they stand in the boxes."""
        return {at: box.value() for at, box in self.boxes.items()}

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A number that is come to is typed over; Enter goes on to the next."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, NumberBox):
            QTimer.singleShot(0, watched, watched.selectAll)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            plain = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if is_enter(event) and not plain and isinstance(watched, NumberBox):
                watched.interpretText()
                watched.focusNextChild()
                return True
        return super().eventFilter(watched, event)

    def _box(self, look: Look, name: str) -> NumberBox:
        box = NumberBox(look)
        box.setRange(0, MOST)
        box.setFixedWidth(look.size(84))
        box.setAccessibleName(name)
        box.installEventFilter(self)
        return box


class CountDialog(QuestionDialog):
    """Asks for the numbers. ``write`` keeps them; it may raise Trouble."""

    def __init__(
        self,
        world: World,
        parent: QWidget,
        title: str,
        how: str,
        table: CountTable,
        write: Callable[[Numbers], object],
    ) -> None:
        """The numbers as they are known."""
        super().__init__(world, parent, title, how, world.words("ballot.count-keep"))
        self._table, self._write = table, write
        self.table = NumberTable(world.look, table, self._edited)
        self.check = WrapLabel(world.look, "", "small", "mute")
        self.column.add(self.table, self.check)
        self._say()

    def first(self) -> QWidget:
        """Where counting begins."""
        return next(iter(self.table.boxes.values()))

    def keep(self) -> None:
        """Write the numbers down. Raises Trouble."""
        for box in self.table.boxes.values():
            box.interpretText()
        self._write(self.table.numbers())

    def _edited(self) -> None:
        self.dirty = True
        self._say()

    def _say(self) -> None:
        said = self._table.check(self.table.numbers())
        self.check.set_text(said)
        self.check.setVisible(bool(said))
