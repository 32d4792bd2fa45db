"""Entering replies that came by message or on paper: one after the other, counted all together.

Nothing half entered is kept aside: it is private, and a draft has a time. It stands in the window
until it is counted, or the person lets it go.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.charter.asked_sections import asked_sections
from app.charter.replies import Reply, enter_replies, not_yet, who_may_reply
from app.charter.typed_positions import TypedPositions, read_positions
from app.folding import fold, names_like
from app.library.journal import Scope
from app.library.rows import Person, Version
from app.text_direction import join_isolated
from exports.agreement_words import answered_sentence, position_names
from ui.parts.autosave import Autosave
from ui.parts.ballot.sheets_dialog import digits_meant
from ui.parts.buttons import IconButton, quiet_button
from ui.parts.controls import Tick
from ui.parts.deletion import delete_later
from ui.parts.form_dialog import QuestionDialog
from ui.parts.keycaps import is_enter
from ui.parts.labels import WrapLabel, small
from ui.parts.layouts import ShareLayout, holding
from ui.parts.name_completer import NameCompleter
from ui.parts.text_edits import LineEdit
from ui.parts.text_fields import line_field
from ui.world import World

MOST_LISTED = 8
"""Sections whose names are listed; of more, the one that the next number is for is named."""


class RepliesDialog(QuestionDialog):
    """Takes replies to a version that is proposed."""

    wide = 760

    def __init__(self, world: World, parent: QWidget, version: Version) -> None:
        """No reply yet."""
        words, look = world.words, world.look
        title = words("agreement.enter-title", number=version.number)
        super().__init__(world, parent, title, words("agreement.enter-said"), "")
        self._version = version
        self._sections = asked_sections(world.catalogue, words.language, version)
        self._people = who_may_reply(world.library.reader, version)
        self.replies: list[Reply] = []
        self._rows: list[QWidget] = []
        self.column.add(small(look, self._legend()))
        self.who = _Line(world, words("agreement.who"), words("agreement.who-shows"))
        self.digits = _Line(world, words("agreement.digits"), words("agreement.digits-shows"))
        self.reservation = _Line(world, words("agreement.reservation"), "")
        self.named = Tick(look, words("agreement.named-wish"))
        self.add_button = quiet_button(look, words("agreement.add"), small=True)
        self.add_button.setAutoDefault(False)
        NameCompleter(words, self.who.line, self._names_for)
        self.who.entered.connect(self.digits.line.setFocus)
        self.digits.entered.connect(self.add)
        self.reservation.entered.connect(self.add)
        self.add_button.clicked.connect(self.add)
        # Private: without a key nothing is kept aside, and the window asks before it goes.
        self.next_told = small(look, "", "plain")
        self.next_told.setVisible(len(self._sections) > MOST_LISTED)
        self.digits.line.textChanged.connect(self._tell_next)
        self._tell_next()
        self._typed: list[Autosave] = []
        for one in (self.who, self.digits, self.reservation):
            save = self.follow(line_field(one.line), "")
            save.show("")
            self._typed.append(save)
            one.line.textEdited.connect(self._touch)
        first = ShareLayout(look.px(12), look.px(8))
        first.add(self.who, 1, look.size(220))
        first.add(self.digits, 1, look.size(220))
        last = ShareLayout(look.px(16), look.px(8), middle=True)
        last.add(self.named, 1, look.size(180))
        last.add(self.add_button, 0)
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(look.px(4))
        self.told = small(look, "", "plain")
        for widget in (holding(first), self.next_told, self.reservation, holding(last), self.told):
            self.column.add(widget)
        self.column.add(holding(self._list))
        self._show()

    def first(self) -> QWidget:
        """From whom the first reply is."""
        return self.who.line

    def add(self) -> None:
        """Take the reply that stands in the lines, and go on to the next one."""
        if self._take():
            self.bar.clear()
            self.who.line.setFocus()

    def ready(self) -> bool:
        """Whether there is a reply; one that still stands in the lines is taken first."""
        typed = any(one.line.text().strip() for one in (self.who, self.digits, self.reservation))
        if (typed or not self.replies) and not self._take():
            return False
        return bool(self.replies)

    def keep(self) -> None:
        """Count them. Raises Trouble."""
        world, version = self.world, self._version
        enter_replies(world.library, Scope(version.community), version, self.replies)
        told = answered_sentence(world.words, not_yet(world.library.reader, version))
        number = len(self.replies)
        world.notice.say(world.words("agreement.counted", n=number, answered=told).strip())

    def _take(self) -> bool:
        words = self.world.words
        typed = read_positions(digits_meant(self.digits.line.text().strip()), self._sections)
        name = self.who.line.text().strip()
        person = self._person(name)
        if name and person is None:
            self._refuse(self.who, words("agreement.unknown-name", name=name))
            return False
        if typed is None:
            self._refuse(self.digits, words("agreement.unfit", n=len(self._sections)))
            return False
        if self.named.isChecked() and person is None:
            self._refuse(self.who, words("trouble.reply-unnamed"))
            return False
        self.replies.append(self._reply(typed, person))
        for one, save in zip((self.who, self.digits, self.reservation), self._typed, strict=True):
            one.line.clear()
            save.show("")
        self.named.setChecked(False)
        self._show()
        return True

    def _reply(self, typed: TypedPositions, person: Person | None) -> Reply:
        return Reply(
            typed.whole,
            typed.sections,
            self.reservation.line.text().strip(),
            person.id if person else None,
            self.named.isChecked(),
        )

    def _refuse(self, line: "_Line", sentence: str) -> None:
        self.bar.say(sentence, "ember")
        line.line.setFocus()
        line.line.selectAll()

    def _take_out(self, at: int) -> None:
        del self.replies[at]
        self._show()
        self.who.line.setFocus()

    def _free(self) -> list[Person]:
        """Those of whom no reply stands here yet."""
        taken = {one.person for one in self.replies}
        return [one for one in self._people if one.id not in taken]

    def _names_for(self, typed: str) -> Sequence[str]:
        return names_like([one.name for one in self._free()], typed)

    def _person(self, name: str) -> Person | None:
        return next((one for one in self._free() if fold(one.name) == fold(name)), None)

    def _touch(self) -> None:
        self.dirty = True

    def _show(self) -> None:
        words, number = self.world.words, len(self.replies)
        self.dirty = bool(self.replies)
        self.told.set_text(words("agreement.entered", n=number) if number else "")
        self.told.setVisible(bool(number))
        self.keep_button.setText(words("agreement.count", n=max(1, number)))
        for row in self._rows:
            self._list.removeWidget(row)
            row.hide()
            delete_later(row)
        self._rows = [self._row(at, one) for at, one in enumerate(self.replies)]
        for row in self._rows:
            self._list.addWidget(row)

    def _row(self, at: int, reply: Reply) -> QWidget:
        look, said = self.world.look, self._told_of(reply)
        place = QWidget()
        row = QHBoxLayout(place)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(WrapLabel(look, said, "small"), 1)
        button = IconButton(look, "close", self.world.words("agreement.take-out", reply=said))
        button.setAutoDefault(False)
        button.clicked.connect(partial(self._take_out, at))
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return place

    def _told_of(self, reply: Reply) -> str:
        words = self.world.words
        names = {one.id: one.name for one in self._people}
        who = names[reply.person] if reply.person else words("agreement.nobody")
        position = words(f"stances.name.{reply.whole}")
        parts = [words("agreement.reply-line", who=who, position=position)]
        if reply.sections:
            parts.append(words("agreement.reply-sections", n=len(reply.sections)))
        if reply.reservation:
            parts.append(words("paper.quoted", text=reply.reservation))
        if reply.named:
            parts.append(words("agreement.reply-named"))
        return join_isolated(parts)

    def _tell_next(self) -> None:
        """Name what the next number is for: where sections are many, nobody counts them."""
        words, sections = self.world.words, self._sections
        typed = sum(one.isdigit() for one in digits_meant(self.digits.line.text()))
        if typed == 0:
            said = words("agreement.next-whole", n=len(sections))
        elif typed <= len(sections):
            one = sections[typed - 1]
            said = words("agreement.next-section", n=one.number, section=one.title)
        else:
            said = words("agreement.next-none")
        self.next_told.set_text(said)

    def _legend(self) -> str:
        words = self.world.words
        positions = [
            words("agreement.legend", n=at, name=name)
            for at, (name, _) in enumerate(position_names(words), start=1)
        ]
        legend = join_isolated(positions)
        if not self._sections or len(self._sections) > MOST_LISTED:
            return legend
        titles = join_isolated([one.title for one in self._sections], ", ")
        return f"{legend}\n{words('agreement.sections-order', sections=titles)}"


class _Line(QWidget):
    """A line under its label; ``entered`` is sent by Enter, which presses no button here."""

    entered = Signal()

    def __init__(self, world: World, text: str, shows: str) -> None:
        super().__init__()
        look = world.look
        self.line = _EnterLine()
        self.line.setFont(look.font("body"))
        self.line.setPlaceholderText(shows)
        self.line.setAccessibleName(text)
        self.line.entered.connect(self.entered)
        label = WrapLabel(look, text, "small-strong")
        label.setBuddy(self.line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(4))
        column.addWidget(label)
        column.addWidget(self.line)


class _EnterLine(LineEdit):
    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if is_enter(event) and not control:
            self.entered.emit()
        else:
            super().keyPressEvent(event)
