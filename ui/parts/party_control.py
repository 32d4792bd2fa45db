"""A line for who is meant: a member, a party, or any name."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import SignalInstance

from app.folding import fold, names_like
from app.registers.cells import Party
from app.words import Words
from ui.look.look import Look
from ui.parts.fields import Value
from ui.parts.name_completer import NameCompleter
from ui.parts.text_edits import LineEdit


class PartyControl:
    """A line for who is meant: a member or a party, completed while it is typed, or any name."""

    def __init__(self, look: Look, words: Words, known: Mapping[str, Party], shows: str) -> None:
        """``known`` are members and parties by their names; ``shows`` stands in the empty line."""
        self.widget = LineEdit()
        self.widget.setFont(look.font("body"))
        self.widget.setPlaceholderText(shows)
        self.widget.setMinimumWidth(look.size(96))
        self._known = {fold(name): party for name, party in known.items()}
        self._shown, self._party = "", Party()
        NameCompleter(words, self.widget, partial(names_like, list(known)))

    @property
    def edited(self) -> SignalInstance:
        """Sent at each letter, and when a name is taken from the list."""
        return self.widget.textChanged

    def value(self) -> Value:
        """What stands in the line."""
        return self.widget.text().strip()

    def set_value(self, value: Value) -> None:
        """Show a name."""
        self.widget.setText(str(value or ""))

    def show_party(self, party: Party | None, name: str) -> None:
        """Show somebody under a name. While that stands unchanged, it is they who are meant."""
        self._shown, self._party = name, party or Party()
        self.widget.setText(name)

    def party(self) -> Party | None:
        """Who is meant: one of those known by that name, otherwise the name alone."""
        text = self.widget.text().strip()
        if not text:
            return None
        if text == self._shown:
            return self._party
        return self._known.get(fold(text), Party(name=text))
