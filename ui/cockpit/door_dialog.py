"""The door: who is here, by a few letters and Enter or by one click; or just a number."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.folding import fold
from app.library.journal import Change
from app.library.rows import Workshop
from app.workshop import attendance
from app.workshop.attendance import DoorEntry
from app.workshop.planning import scope_of
from ui.attempt import attempt
from ui.look.themes import Tone
from ui.parts.autosave import Autosave
from ui.parts.buttons import Button, primary_button
from ui.parts.controls import NumberBox
from ui.parts.keycaps import is_enter
from ui.parts.labels import body, heading, small
from ui.parts.layouts import FlowLayout, holding
from ui.parts.pill import Pill
from ui.parts.state_list import StateLine, StateList
from ui.parts.text_edits import LineEdit
from ui.parts.text_fields import go_on_typing, line_field
from ui.parts.text_places import TextPlace, door_place
from ui.world import World

WIDTH, HEIGHT = 560, 680
"""The size it would like at 100 %, pixels."""

_TONES: Mapping[str, Tone] = {"expected": "mute", "left": "amber"}
_MARKS = ("present", "left", "expected")


class DoorDialog(QDialog):
    """The door list in a window of its own, over the cockpit.

    What is typed finds people; Enter marks the one who is chosen, or lets in somebody who is not
    on the list. Each mark is kept at once; a name half typed is given back at the next opening.
    """

    def __init__(self, world: World, workshop: Workshop, parent: QWidget) -> None:
        """The list of ``workshop``."""
        super().__init__(parent)
        self._world, self._workshop = world, workshop
        self._lines: list[DoorEntry] = []
        look, words = world.look, world.words
        self.setWindowTitle(words("room.door"))
        self.here = Pill(look, "", "teal")
        self.name = LineEdit()
        self.name.setFont(look.font("body"))
        self.name.setPlaceholderText(words("room.door-name"))
        self.name.setAccessibleName(words("room.door-name"))
        self.name.textChanged.connect(self._find)
        self.name.installEventFilter(self)
        place = TextPlace(key=door_place(workshop.id), scope=scope_of(workshop))
        field = line_field(self.name)
        self._autosave = Autosave(world, field, place)
        self._autosave.given_back.connect(partial(go_on_typing, field))
        self.hint = small(look, "")
        self.people = StateList(look, words("room.door"))
        self.people.chosen.connect(self._say_what_enter_does)
        self.people.clicked.connect(self._clicked)
        self.people.installEventFilter(self)
        self.guest = self._button("add-guest", lambda: self._let_in("guest"))
        self.walk_in = self._button("add-walk-in", lambda: self._let_in("walk-in"))
        self.marks = {state: self._mark_button(state) for state in _MARKS}
        self.everyone = self._button("everyone", self._everyone)
        self.number = NumberBox(look)
        self.number.setRange(0, attendance.MOST)
        self.number.setSpecialValueText(words("room.door-by-list"))
        self.number.setAccessibleName(words("room.door-number"))
        self.number.setValue(attendance.counted(world.library.reader, workshop.id))
        self.number.valueChanged.connect(self._count)
        self.done_button = primary_button(look, words("room.door-done"))
        self.done_button.clicked.connect(self.accept)
        QShortcut(QKeySequence("Ctrl+Return"), self.name).activated.connect(self._as_guest)
        self._lay_out()
        self._read()
        self._autosave.show("")
        self._stop = world.library.subscribe(self._changed)
        self.finished.connect(self._leave)
        self.name.setFocus()

    # What it shows

    def chosen(self) -> DoorEntry | None:
        """The line that is chosen, if one is."""
        key = self.people.current_id()
        return next((line for line in self._lines if _key(line) == key), None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys in the field: the arrows choose a line, Enter marks it; space marks in the list."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if is_enter(event):
                self._enter()
                return True
            if watched is self.people and event.key() == Qt.Key.Key_Space:
                self._turn()
                return True
            if watched is self.name and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                self._walk(1 if event.key() == Qt.Key.Key_Down else -1)
                return True
        return super().eventFilter(watched, event)

    def _changed(self, change: Change) -> None:
        if change.touches("attendance", "membership", "person"):
            self._read()

    def _read(self) -> None:
        """Show the list as it now is."""
        reader = self._world.library.reader
        self._lines = attendance.door_list(reader, self._workshop)
        n = attendance.in_the_room(reader, self._workshop.id)
        self.here.set_text(self._world.words("room.people", n=n))
        self._show(self.people.current_id())

    def _find(self) -> None:
        self._show("")

    def _show(self, current: str) -> None:
        """Those whose names have what is typed; the first who is not here yet is chosen."""
        words, typed = self._world.words, f" {fold(self.name.text())}"
        found = [line for line in self._lines if typed in f" {fold(line.name)}"]
        keys = [_key(line) for line in found]
        if current not in keys:
            waited = [_key(line) for line in found if line.state == "expected"]
            current = next(iter(waited or keys), "")
        shown = [
            StateLine(
                id=_key(line),
                name=line.name,
                state=words(f"room.door-{line.state}"),
                tone=_TONES.get(line.state, "teal"),
            )
            for line in found
        ]
        self.people.show_lines(shown, current)
        self._say_what_enter_does()

    def _say_what_enter_does(self) -> None:
        """What Enter would do now, and the buttons that are of use."""
        words, name, line = self._world.words, self._new_name(), self.chosen()
        if name:
            self.hint.set_text(words("room.door-enter-new", name=name))
        elif line is not None and line.state == "expected":
            here, typed = words("room.door-enter-here", name=line.name), self._stranger()
            as_guest = words("room.door-guest-too", name=typed) if typed else ""
            self.hint.set_text(f"{here} {as_guest}".strip())
        else:
            self.hint.set_text(words("room.door-sentence"))
        for button in (self.guest, self.walk_in):
            button.setVisible(bool(name))
        for state, button in self.marks.items():
            button.setVisible(not name)
            button.setEnabled(line is not None and line.state != state)

    def _new_name(self) -> str:
        """A name that is typed and nobody of the list has."""
        name = self.name.text().strip()
        return name if name and not self.people.lines.lines else ""

    def _stranger(self) -> str:
        """A name that is typed and nobody of the list bears, though it may begin somebody's."""
        name = self.name.text().strip()
        return "" if fold(name) in {fold(line.name) for line in self._lines} else name

    # What is done

    def _enter(self) -> None:
        if self._new_name():
            self._let_in("walk-in")
        elif self.name.text().strip() or self.chosen() is not None:
            self._mark("present")

    def _as_guest(self) -> None:
        if self._stranger():
            self._let_in("guest")

    def _clicked(self, index: QModelIndex) -> None:
        """One click is enough for somebody who comes in; it never sends anybody away."""
        line = self.chosen()
        if line is not None and line.state == "expected":
            self._mark("present")

    def _turn(self) -> None:
        line = self.chosen()
        if line is not None:
            self._mark("present" if line.state in ("expected", "left") else "expected")

    def _mark(self, state: str) -> None:
        """Mark whoever is chosen; the next one who is not here yet is chosen then."""
        library, workshop, line = self._world.library, self._workshop, self.chosen()
        if line is None or line.state == state:
            self._clear()
            return
        if attempt(self._world, lambda: attendance.mark(library, workshop, line, state)):
            self._clear()
            if state == "present":
                self._show("")

    def _let_in(self, state: str) -> None:
        name, library, workshop = self.name.text(), self._world.library, self._workshop
        if self._autosave.attempt(lambda: attendance.let_in(library, workshop, name, state)):
            self._clear()
        self.name.setFocus()

    def _clear(self) -> None:
        """What was typed has served."""
        if self.name.text():
            self.name.clear()
        self._autosave.let_go()

    def _everyone(self) -> None:
        library, workshop = self._world.library, self._workshop
        attempt(self._world, lambda: attendance.everyone_is_here(library, workshop))

    def _count(self, number: int) -> None:
        library, workshop = self._world.library, self._workshop
        attempt(self._world, lambda: attendance.head_count(library, workshop, number))

    def _walk(self, step: int) -> None:
        row = self.people.currentIndex().row() + step
        if 0 <= row < self.people.lines.rowCount():
            self.people.setCurrentIndex(self.people.lines.index(row))

    def done(self, result: int) -> None:
        """Close; a name that could not even be kept aside is let go only when that is said."""
        world, words = self._world, self._world.words
        if not self._autosave.flush() and not world.dialogs.confirm(
            self, words("window.leave-unsaved"), words("window.leave-unsaved-yes")
        ):
            return
        if not self._autosave.safe:
            self._autosave.let_go()
        super().done(result)

    def _leave(self) -> None:
        self._stop()

    # How it is laid out

    def _button(self, key: str, act: Callable[[], object]) -> Button:
        button = Button(self._world.look, self._world.words(f"room.door-{key}"), small=True)
        button.clicked.connect(act)
        return button

    def _mark_button(self, state: str) -> Button:
        return self._button(f"mark-{state}", lambda: self._mark(state))

    def _lay_out(self) -> None:
        look, words = self._world.look, self._world.words
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(24), look.px(20), look.px(24), look.px(20))
        column.setSpacing(look.px(12))
        top = FlowLayout(look.px(12), look.px(4))
        top.addWidget(heading(look, words("room.door")))
        top.addWidget(self.here)
        column.addWidget(holding(top))
        column.addWidget(self.name)
        column.addWidget(self.hint)
        column.addWidget(self.people, 1)
        column.addStretch(0)
        doing = FlowLayout(look.px(8), look.px(8))
        for button in (*self.marks.values(), self.guest, self.walk_in, self.everyone):
            doing.addWidget(button)
        column.addWidget(holding(doing))
        foot = QHBoxLayout()
        counting = FlowLayout(look.px(8), look.px(4))
        counting.addWidget(body(look, words("room.door-number")))
        counting.addWidget(self.number)
        foot.addWidget(holding(counting), 1)
        foot.addWidget(self.done_button)
        column.addLayout(foot)
        window, edge = self._world.window.size(), look.px(48)
        wide, high = window.width() - edge, window.height() - edge
        self.resize(min(look.size(WIDTH), wide), min(look.size(HEIGHT), high))


def _key(line: DoorEntry) -> str:
    """What tells a line of the list from all others."""
    if line.person is not None:
        return line.person.id
    return line.row.id if line.row is not None else ""
