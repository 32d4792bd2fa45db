"""The door list: who is here, by one key each, or just a number."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QMenu,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.library.rows import Workshop
from app.workshop import attendance
from app.workshop.attendance import AtDoor
from ui.attempt import attempt
from ui.parts.buttons import Button, primary_button
from ui.parts.labels import body, heading, small
from ui.parts.layouts import FlowLayout, holding
from ui.world import World

Index = QModelIndex | QPersistentModelIndex
STATES = ("present", "guest", "walk-in", "left", "expected")


class DoorModel(QAbstractListModel):
    """The door list, a tick for everyone who is here."""

    def __init__(self, world: World, workshop: Workshop) -> None:
        """The list of ``workshop``."""
        super().__init__()
        self._world, self._workshop = world, workshop
        self._lines = attendance.door_list(world.library.reader, workshop)

    def read(self) -> None:
        """Show the list as it now is."""
        lines = attendance.door_list(self._world.library.reader, self._workshop)
        if len(lines) == len(self._lines):
            self._lines = lines
            if lines:
                self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))
            return
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def line(self, index: Index) -> AtDoor | None:
        """The line at an index."""
        return self._lines[index.row()] if 0 <= index.row() < len(self._lines) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        """How many people."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The name with how it stands, and the tick."""
        line = self.line(index)
        if line is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            state = self._world.words(f"room.door-{line.state}")
            return f"{line.name} · {state}"
        if role == Qt.ItemDataRole.CheckStateRole:
            here = line.state in ("present", "guest", "walk-in")
            return Qt.CheckState.Checked if here else Qt.CheckState.Unchecked
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """A tick set or taken away."""
        line = self.line(index)
        if line is None or role != Qt.ItemDataRole.CheckStateRole:
            return False
        here = Qt.CheckState(value) == Qt.CheckState.Checked
        state = "present" if here else "expected" if line.person else "left"
        return attempt(self._world, lambda: self.mark(line, state))

    def mark(self, line: AtDoor, state: str) -> None:
        """Mark somebody. Raises Trouble."""
        attendance.mark(self._world.library, self._workshop, line, state)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Lines can be chosen and ticked."""
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable


class Door(QDialog):
    """The door list in a window of its own, over the cockpit."""

    def __init__(self, world: World, workshop: Workshop, parent: QWidget) -> None:
        """The list of ``workshop``."""
        super().__init__(parent)
        look, words = world.look, world.words
        self._world, self._workshop = world, workshop
        self.setWindowTitle(words("room.door-title"))
        self.model = DoorModel(world, workshop)
        self.people = QListView()
        self.people.setModel(self.model)
        self.people.setMinimumHeight(look.px(48))  # it scrolls; the buttons below do not
        self.people.setAccessibleName(words("room.door-title"))
        self.people.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.people.customContextMenuRequested.connect(self._offer)
        self.name = QLineEdit()
        self.name.setPlaceholderText(words("room.door-name"))
        self.name.setAccessibleName(words("room.door-name"))
        self.name.returnPressed.connect(self._let_in_walk_in)
        self.guest = Button(look, words("room.door-add-guest"), small=True)
        self.guest.clicked.connect(self._let_in_guest)
        self.walk_in = Button(look, words("room.door-add-walk-in"), small=True)
        self.walk_in.clicked.connect(self._let_in_walk_in)
        self.everyone = Button(look, words("room.door-everyone"), small=True)
        self.everyone.clicked.connect(self._everyone)
        self.number = QSpinBox()
        self.number.setRange(0, attendance.MOST)
        self.number.setSpecialValueText(words("room.door-by-list"))
        self.number.setAccessibleName(words("room.door-number"))
        self.number.setValue(self._counted())
        self.number.valueChanged.connect(self._count)
        self.done_button = primary_button(look, words("room.door-done"))
        self.done_button.clicked.connect(self.accept)
        self._lay_out()
        self._stop = world.library.subscribe(lambda change: self.model.read())
        self.finished.connect(self._leave)

    def _lay_out(self) -> None:
        look, words = self._world.look, self._world.words
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(24), look.px(20), look.px(24), look.px(20))
        column.setSpacing(look.px(12))
        column.addWidget(heading(look, words("room.door-title")))
        column.addWidget(small(look, words("room.door-sentence")))
        column.addWidget(self.people, 1)
        column.addWidget(self.name)
        adding = FlowLayout(look.px(8), look.px(8))
        for button in (self.guest, self.walk_in, self.everyone):
            adding.addWidget(button)
        column.addWidget(holding(adding))
        foot = QHBoxLayout()
        foot.addWidget(body(look, words("room.door-number")))
        foot.addWidget(self.number)
        foot.addStretch(1)
        foot.addWidget(self.done_button)
        column.addLayout(foot)
        window, edge = self._world.window.size(), look.px(48)
        wide, high = window.width() - edge, window.height() - edge
        self.resize(min(look.size(520), wide), min(look.size(600), high))

    def _counted(self) -> int:
        rows = self._world.library.reader.cells(
            "SELECT number FROM attendance WHERE workshop = ? AND state = 'number'",
            self._workshop.id,
        )
        return int(rows[0][0] or 0) if rows else 0

    def _offer(self) -> None:
        """The states somebody may have, as a menu."""
        line = self.model.line(self.people.currentIndex())
        if line is None:
            return
        menu = QMenu(self)
        for state in STATES:
            action = menu.addAction(self._world.words(f"room.door-{state}"))
            action.setData(state)
        chosen = menu.exec(self.people.viewport().mapToGlobal(self.people.rect().center()))
        if chosen is not None:
            attempt(self._world, lambda: self.model.mark(line, str(chosen.data())))

    def _let_in_guest(self) -> None:
        self._let_in("guest")

    def _let_in_walk_in(self) -> None:
        self._let_in("walk-in")

    def _let_in(self, state: str) -> None:
        name = self.name.text()
        library, workshop = self._world.library, self._workshop
        if attempt(self._world, lambda: attendance.let_in(library, workshop, name, state)):
            self.name.clear()
        self.name.setFocus()

    def _everyone(self) -> None:
        library, workshop = self._world.library, self._workshop
        attempt(self._world, lambda: attendance.everyone_is_here(library, workshop))

    def _count(self, number: int) -> None:
        library, workshop = self._world.library, self._workshop
        attempt(self._world, lambda: attendance.head_count(library, workshop, number))

    def _leave(self) -> None:
        self._stop()
