"""Who works with whom: how many groups, people mixed by chance, and moved by hand."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.library.journal import Change
from app.library.rows import Block, Workshop
from app.text_direction import join_isolated
from app.workshop.attendance import in_the_room
from app.workshop.group_names import group_name
from app.workshop.groups import (
    LEAST,
    MOST,
    Group,
    Somebody,
    groups_of,
    in_no_group,
    mix_groups,
    move_to_group,
    number_for,
    people_here,
    work_in_groups,
)
from ui.attempt import attempt
from ui.parts.buttons import KeyButton
from ui.parts.controls import NumberBox
from ui.parts.digit_keys import digit_of
from ui.parts.form_dialog import QuestionDialog
from ui.parts.group_form import GroupForm
from ui.parts.labels import WrapLabel
from ui.parts.layouts import FlowLayout, ShareLayout, holding
from ui.parts.state_list import StateLine, StateList
from ui.parts.told_keys import tell_keys
from ui.world import World

MIX_KEY, EDIT_KEY, TOGETHER_KEY = "Ctrl+M", "F2", "Ctrl+Backspace"
LARGEST = 200
"""People in a group, as far as can be asked."""
USUAL = 4
HIGH = 660
"""Pixels at 100 % text, where the window is as high."""

_BY = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}


class PeopleList(StateList):
    """People, whom a digit puts into the group of that number, and an arrow into the one beside."""

    sent_to = Signal(int)
    """The number of a group, from 0."""
    sent_by = Signal(int)
    """To the group after (1) or before (-1)."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits, and Ctrl with an arrow; the others are the list's own."""
        digit, by = digit_of(event), _BY.get(Qt.Key(event.key()))
        if digit:
            self.sent_to.emit(int(digit) - 1)
        elif by is not None and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.sent_by.emit(by)
        else:
            super().keyPressEvent(event)


class GroupsDialog(QuestionDialog):
    """The groups of a workshop; what is done in it is kept at once."""

    wide = 620

    def __init__(
        self,
        world: World,
        parent: QWidget,
        workshop: Workshop,
        block: Block,
        show: Callable[[], None] | None = None,
    ) -> None:
        """For a block; ``show`` puts the groups on the wall, where there is one."""
        words = world.words
        keep = words("groups.done" if show is None else "groups.show")
        super().__init__(world, parent, words("groups.title"), " ", keep)
        # What was done here is kept already.
        self.cancel_button.setText(words("groups.leave"))
        self._workshop, self._block, self._show_groups = workshop, block, show
        self._groups: list[Group] = []
        self._people: dict[str, tuple[Somebody, int]] = {}
        look = world.look
        self.many, self.large = self._number("groups.how-many"), self._number("groups.how-large")
        self.many.setRange(LEAST, MOST)
        self.large.setRange(1, LARGEST)
        self.mix_button = KeyButton(look, words, words("groups.mix"), MIX_KEY)
        self.mix_button.clicked.connect(self._mix)
        self.list = PeopleList(look, words("groups.list"))
        self.list.sent_to.connect(self._move_to)
        self.list.sent_by.connect(self._move_by)
        digits = [(f"1–{MOST}", "digit"), ("Ctrl+Right", "after"), ("Ctrl+Left", "before")]
        keys = [(key, words(f"groups.key-{code}")) for key, code in digits]
        tell_keys(self.list, words("groups.list"), keys)
        self.how = WrapLabel(look, "", "small", "mute")
        self.edit_button = KeyButton(look, words, words("groups.edit"), EDIT_KEY)
        self.edit_button.clicked.connect(self._edit)
        self._lay_out()
        if block.in_groups:
            together = KeyButton(look, words, words("groups.together"), TOGETHER_KEY)
            together.clicked.connect(self._together)
            self.add_left(together)
        self._read()
        self.many.setValue(len(self._groups) or number_for(self._here(), USUAL))
        self.many.valueChanged.connect(self._say_size)
        self._say_size()
        self.large.valueChanged.connect(self._say_number)
        self._stop = world.library.subscribe(self._changed)
        self.finished.connect(lambda _: self._stop())

    def wish(self) -> QSize:
        """Room for a good part of the list from the beginning, however long it becomes."""
        asked, around = super().wish(), self.parentWidget()
        most = around.window().height() if around is not None else HIGH
        high = max(asked.height(), min(self.world.look.size(HIGH), most))
        return QSize(asked.width(), high)

    def first(self) -> QWidget:
        """How many."""
        return self.many

    def ready(self) -> bool:
        """Whether there are groups."""
        if not self._groups:
            self.bar.say(self.world.words("groups.none-yet"), "amber")
        return bool(self._groups)

    def keep(self) -> None:
        """People work at the block in these groups; they see it on the wall. Raises Trouble."""
        block = self.world.library.reader.row(Block, self._block.id)
        if not block.in_groups:
            work_in_groups(self.world.library, self._workshop, block, apart=True)
        if self._show_groups is not None:
            self._show_groups()

    def _move_by(self, by: int) -> None:
        """Put who is chosen into the group after theirs (1) or before it (-1), around the end."""
        _, at = self._people.get(self.list.current_id(), (None, -1))
        self._move_to((at + by) % max(1, len(self._groups)))

    def _move_to(self, number: int) -> None:
        """Put who is chosen into the group of that number, from 0; nothing where there is none."""
        somebody, _ = self._people.get(self.list.current_id(), (None, -1))
        if somebody is not None and 0 <= number < len(self._groups):
            to, library = self._groups[number].row, self.world.library
            attempt(self.world, lambda: move_to_group(library, self._workshop, somebody, to))

    def _mix(self) -> None:
        library, block = self.world.library, self._block
        number = self.many.value()
        attempt(self.world, lambda: mix_groups(library, self._workshop, number, block))

    def _edit(self) -> None:
        """Ask what is to be said of the group that is chosen, or in which who is chosen is."""
        chosen = self.list.current_id()
        _, at = self._people.get(chosen, (None, -1))
        found = [one for one in self._groups if one.row.id == chosen]
        group = found[0] if found else self._groups[max(0, at)] if self._groups else None
        if group is None:
            self.ready()
        else:
            GroupForm(self.world, self, self._workshop, group).open()

    def _together(self) -> None:
        library = self.world.library
        block = library.reader.row(Block, self._block.id)
        if attempt(self.world, lambda: work_in_groups(library, self._workshop, block, apart=False)):
            self.accept()

    def _here(self) -> int:
        return in_the_room(self.world.library.reader, self._workshop.id)

    def _say_size(self) -> None:
        """About how many are in each of so many groups."""
        blocked = self.large.blockSignals(True)
        self.large.setValue(max(1, round(self._here() / self.many.value())))
        self.large.blockSignals(blocked)

    def _say_number(self) -> None:
        """How many groups of about that size there are."""
        blocked = self.many.blockSignals(True)
        self.many.setValue(number_for(self._here(), self.large.value()))
        self.many.blockSignals(blocked)

    def _changed(self, change: Change) -> None:
        if change.touches("room_group", "group_member", "attendance"):
            self._read()

    def _read(self) -> None:
        """Show the groups as they now are."""
        reader, words = self.world.library.reader, self.world.words
        self._groups, self._people = groups_of(reader, self._workshop), {}
        here, named = self._here(), len(people_here(reader, self._workshop))
        said = words("groups.sentence", n=here) if here else words("groups.sentence-nobody")
        if here > named:
            said = f"{said} {words('groups.nameless', n=here - named)}"
        self.said.set_text(said)
        before = self.list.current_id()
        lines = list(self._lines())
        current = before if any(line.id == before for line in lines) else ""
        self.list.show_lines(lines, current or (lines[0].id if lines else ""))
        self.how.set_text(words("groups.keys" if self._people else "groups.none-yet"))
        self.how.setVisible(bool(self._people) or not self._groups)
        self.edit_button.setVisible(bool(self._groups))

    def _lines(self) -> Iterator[StateLine]:
        """Each group with its people under it, then who is in none."""
        words = self.world.words
        for at, group in enumerate(self._groups):
            name = group_name(words, group)
            taker = (
                words("groups.writes", name=group.row.note_taker) if group.row.note_taker else ""
            )
            many = (
                words("groups.people", n=group.many) if group.many else words("groups.people-none")
            )
            parts = [one for one in (many, group.row.place, taker) if one]
            yield StateLine(group.row.id, f"{group.number}. {name}", join_isolated(parts), "teal")
            for one in group.people:
                yield self._line(one, at, name)
        late = in_no_group(self.world.library.reader, self._workshop) if self._groups else []
        for one in late:
            yield self._line(one, -1, words("groups.in-none"))

    def _line(self, somebody: Somebody, at: int, state: str) -> StateLine:
        key = f"{somebody.person or ''}/{somebody.name}"
        self._people[key] = (somebody, at)
        return StateLine(key, somebody.name, state, "mute" if at >= 0 else "amber")

    def _number(self, key: str) -> NumberBox:
        box = NumberBox(self.world.look)
        box.setAccessibleName(self.world.words(key))
        return box

    def _lay_out(self) -> None:
        look, words = self.world.look, self.world.words
        numbers = FlowLayout(look.px(12), look.px(8))
        for key, box in (("groups.how-many", self.many), ("groups.how-large", self.large)):
            label = WrapLabel(look, words(key), "small-strong")
            label.setBuddy(box)
            pair = ShareLayout(look.px(8), look.px(4), middle=True)
            pair.add(label, 0)
            pair.add(box, 0)
            numbers.addWidget(holding(pair))
        numbers.addWidget(self.mix_button)
        below = FlowLayout(look.px(12), look.px(8))
        below.addWidget(self.edit_button)
        self.column.add(holding(numbers), self.how, self.list, holding(below))
