"""What people gave on paper, in bulk: a line of digits a person, several at once."""

from collections.abc import Callable, Mapping, Sequence

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.library.journal import Scope
from app.line_marks import without_marks
from app.workshop.ballots import Given
from ui.parts.autosave import Autosave
from ui.parts.buttons import Button, KeyButton
from ui.parts.labels import WrapLabel, heading
from ui.parts.layouts import FlowLayout, holding
from ui.parts.text_edits import PlainEdit
from ui.parts.text_fields import plain_field
from ui.parts.text_places import TextPlace
from ui.world import World

KEY = "Ctrl+Return"
WIDTH, HEIGHT = 560, 460

_WITHOUT_SHIFT: Mapping[int, str] = {
    ord(typed): digit for typed, digit in zip("&é\"'(à’§-è_!ç", "1234504667889", strict=True)
}
"""What French keyboards type on the keys of the digits; an apostrophe may come curved."""


class Sheets(msgspec.Struct, frozen=True):
    """What was typed: what people gave, and the lines (from 1) that do not fit."""

    people: tuple[Given, ...]
    unfit: tuple[int, ...]


class SheetRule(msgspec.Struct, frozen=True):
    """What a line may be. ``read`` gives what one person gave, or None where the line does not
    fit; ``how`` tells how a line is typed, ``unfit`` what is wrong with the one of a number."""

    read: Callable[[str], Given | None]
    how: str
    unfit: Callable[[int], str]


def digits_meant(line: str) -> str:
    """A line with what a French keyboard types on the keys of the digits without Shift taken for
    digits."""
    return line.translate(_WITHOUT_SHIFT)


def read_sheets(text: str, read: Callable[[str], Given | None]) -> Sheets:
    """A person a line; empty lines are passed over. What a French keyboard types on the keys of
    the digits without Shift is taken for them."""
    people: list[Given] = []
    unfit: list[int] = []
    for number, line in enumerate(without_marks(text.split("\n")), start=1):
        if not line.strip():
            continue
        found = read(digits_meant(line.strip()))
        if found is None:
            unfit.append(number)
        else:
            people.append(found)
    return Sheets(tuple(people), tuple(unfit))


class SheetsDialog(QDialog):
    """Takes the sheets. ``keep`` counts them; gives a sentence on why it could not, or nothing.

    What is typed here is private: it is never kept before it is counted. It stays on the screen
    until then, or until the person lets it go.
    """

    def __init__(
        self,
        world: World,
        rule: SheetRule,
        keep: Callable[[Sequence[Given]], str],
        parent: QWidget,
    ) -> None:
        """An empty field."""
        super().__init__(parent)
        look, words = world.look, world.words
        self._world, self._words = world, words
        self._rule, self._keep = rule, keep
        self.setWindowTitle(words("ballot.sheets-title"))
        self.setAccessibleName(words("ballot.sheets-title"))
        self.field = PlainEdit(tabbed=True)
        self.field.setFont(look.font("body"))
        self.field.setAccessibleName(words("ballot.sheets-field"))
        self.field.setTabChangesFocus(True)
        self.field.textChanged.connect(self._show)
        # Without a key nothing is kept aside: the window asks before it goes.
        self._autosave = Autosave(world, plain_field(self.field), TextPlace(key="", scope=Scope()))
        self._autosave.show("")
        self.said = WrapLabel(look, "", "small", "mute")
        count = words("ballot.sheets-count")
        self.count = KeyButton(look, words, count, KEY, "primary", bind=False)
        self.count.clicked.connect(self._count)
        QShortcut(QKeySequence(KEY), self).activated.connect(self._count)
        self.close_button = Button(look, words("parts.not-now"))
        self.close_button.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        around = look.px(24)
        column.setContentsMargins(around, around, around, around)
        column.setSpacing(look.px(12))
        column.addWidget(heading(look, words("ballot.sheets-title")))
        column.addWidget(WrapLabel(look, rule.how, "body", "mute"))
        column.addWidget(self.field, 1)
        column.addWidget(self.said)
        buttons = FlowLayout(look.px(12), look.px(8), right=True)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.count)
        column.addWidget(holding(buttons))
        self.resize(look.size(WIDTH), look.size(HEIGHT))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._show()
        self.field.setFocus()

    def reject(self) -> None:
        """Close, after asking when something was typed."""
        words = self._words
        if not self._autosave.safe and not self._world.dialogs.confirm(
            self, words("parts.leave-question"), words("parts.leave-yes")
        ):
            return
        super().reject()

    def done(self, result: int) -> None:
        """The sheets are counted, or let go."""
        self._autosave.let_go()
        super().done(result)

    def _show(self) -> None:
        """How many sheets there are, and which line does not fit."""
        sheets = read_sheets(self.field.toPlainText(), self._rule.read)
        parts = [self._words("ballot.sheets-n", n=len(sheets.people))]
        if sheets.unfit:
            parts.append(self._rule.unfit(sheets.unfit[0]))
        self.said.set_text(" ".join(parts))
        self.said.set_tone("amber" if sheets.unfit else "mute")
        self.count.setEnabled(bool(sheets.people) and not sheets.unfit)

    def _count(self) -> None:
        sheets = read_sheets(self.field.toPlainText(), self._rule.read)
        if not sheets.people or sheets.unfit:
            return
        why_not = self._keep(sheets.people)
        if why_not:
            self.said.set_text(why_not)
            self.said.set_tone("ember")
        else:
            self.accept()
