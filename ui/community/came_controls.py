"""Who came to a gathering: a line that takes names fast, and a pill for each to turn on or off."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.community.pasting import read_people
from app.folding import fold, names_like
from app.library.rows import Person
from app.words import Words
from ui.look.look import Look
from ui.parts.fields import Value
from ui.parts.keycaps import ENTER
from ui.parts.layouts import FlowLayout
from ui.parts.name_completer import NameCompleter
from ui.parts.pill import PillButton
from ui.parts.text_edits import LineEdit

_BETWEEN = "\n"
_NEW = "+"
"""Before the name of somebody who is not known yet; an id never begins so."""


def names_typed(text: str) -> list[str]:
    """The names in a line, as a pasted list of people is read. Raises Trouble as it does."""
    return [one.name for one in read_people(text).entries if one.name]


class CamePills(QWidget):
    """A pill for each person. ``edited`` is sent when the person turns one on or off."""

    edited = Signal()

    def __init__(self, look: Look) -> None:
        """Nobody yet."""
        super().__init__()
        self._look = look
        self.pills: dict[str, PillButton] = {}
        self._flow = FlowLayout(look.px(6), look.px(6))
        self.setLayout(self._flow)

    def add(self, key: str, name: str) -> None:
        """Show somebody, who has not come yet."""
        pill = self.pills[key] = PillButton(self._look, name, "teal", checkable=True)
        pill.clicked.connect(self.edited)
        if self._flow.count() == 0:
            self.setFocusProxy(pill)
        self._flow.addWidget(pill)
        # Those above have to learn of a row more.
        self.updateGeometry()


class CameControl:
    """Who came, of those who may have: the ids of known people, and the names of others."""

    def __init__(self, look: Look, people: Sequence[Person]) -> None:
        """None of the ``people`` has come yet."""
        self.widget = CamePills(look)
        self._names: dict[str, str] = {}
        for person in people:
            self._show(person.id, person.name)

    @property
    def edited(self) -> SignalInstance:
        """Sent when the person turns one on or off."""
        return self.widget.edited

    @property
    def known(self) -> tuple[str, ...]:
        """The ids of the known people who came."""
        return tuple(one for one in self._on() if not one.startswith(_NEW))

    @property
    def newcomers(self) -> tuple[str, ...]:
        """The names of those who came and are not known here yet."""
        return tuple(one.removeprefix(_NEW) for one in self._on() if one.startswith(_NEW))

    def said(self, people: Sequence[str]) -> str:
        """People, by their ids, as a value of this field."""
        return _BETWEEN.join(people)

    def names(self) -> list[str]:
        """Everybody who can be turned on or off."""
        return list(self._names.values())

    def name(self, name: str) -> None:
        """Turn somebody on, however their name is written; somebody new is added."""
        key = next((key for key, one in self._names.items() if fold(one) == fold(name)), "")
        if not key:
            key = f"{_NEW}{name}"
            self._show(key, name)
        self.widget.pills[key].setChecked(True)
        self.widget.edited.emit()

    def value(self) -> Value:
        """Those who came, one a line."""
        return _BETWEEN.join(self._on())

    def set_value(self, value: Value) -> None:
        """Turn these on, and the others off."""
        chosen = [one for one in str(value or "").split(_BETWEEN) if one]
        for one in chosen:
            if one.startswith(_NEW) and one not in self._names:
                self._show(one, one.removeprefix(_NEW))
        for key, pill in self.widget.pills.items():
            pill.setChecked(key in chosen)

    def _on(self) -> list[str]:
        return [key for key, pill in self.widget.pills.items() if pill.isChecked()]

    def _show(self, key: str, name: str) -> None:
        self._names[key] = name
        self.widget.add(key, name)


class NameLine(LineEdit):
    """A line in which Enter hands on what was typed. ``entered`` is sent then."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is the line's own while something stands in it, not the window's."""
        if event.key() in ENTER and self.text().strip():
            self.entered.emit()
            event.accept()
            return
        super().keyPressEvent(event)


class NameLineControl:
    """A line of names, completed by those who may have come."""

    def __init__(
        self, look: Look, words: Words, names: Callable[[], Sequence[str]], shows: str
    ) -> None:
        """``shows`` stands in the empty line."""
        self.widget = NameLine()
        self.widget.setFont(look.font("body"))
        self.widget.setPlaceholderText(shows)
        self.widget.setMinimumWidth(look.size(96))
        NameCompleter(words, self.widget, lambda typed: names_like(names(), typed))

    @property
    def edited(self) -> SignalInstance:
        """Sent at each letter."""
        return self.widget.textEdited

    def value(self) -> Value:
        """What stands in the line."""
        return self.widget.text().strip()

    def set_value(self, value: Value) -> None:
        """Show a text."""
        self.widget.setText(str(value or ""))
