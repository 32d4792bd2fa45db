"""Controls of an entry that other forms do not have: who, and a note or clause to link to."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.folding import fold, names_like
from app.registers.cells import Link, Party
from app.words import Words
from ui.look.look import Look
from ui.parts.buttons import link_button, quiet_button
from ui.parts.fields import Value
from ui.parts.labels import WrapLabel
from ui.parts.layouts import FlowLayout, holding
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


class LinkControl(QWidget):
    """What an entry links to, in its words, with a button to choose another and one to let go."""

    edited = Signal()

    def __init__(
        self,
        look: Look,
        words: Words,
        table: str,
        ask: Callable[["LinkControl"], None],
        find: Callable[[str], Link | None],
    ) -> None:
        """A link to a row of ``table``, none yet; ``ask`` asks for one, ``find`` knows one by the
        id of its row."""
        super().__init__()
        self.table, self._ask, self._find, self._words = table, ask, find, words
        self._link: Link | None = None
        self.said = WrapLabel(look, "", "body")
        self.choose = quiet_button(look, words(f"registers.link.choose-{table}"), small=True)
        self.let_go = link_button(look, words("registers.link.let-go"))
        self.choose.clicked.connect(self._choose)
        self.let_go.clicked.connect(self._clear)
        buttons = FlowLayout(look.px(12), look.px(8), middle=True)
        buttons.addWidget(self.choose)
        buttons.addWidget(self.let_go)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        column.addWidget(self.said)
        column.addWidget(holding(buttons))
        self.setFocusProxy(self.choose)
        self._show()

    @property
    def widget(self) -> QWidget:
        """The control itself."""
        return self

    def value(self) -> Value:
        """The id of the row, or nothing."""
        return self._link.id if self._link else ""

    def set_value(self, value: Value) -> None:
        """Show the link to a row by its id, or nothing; one that is gone changes nothing."""
        link = self._find(str(value)) if value else None
        if link is not None or not value:
            self.show_link(link)

    def show_link(self, link: Link | None) -> None:
        """Show what is linked to."""
        self._link = link
        self._show()

    def take(self, link: Link) -> None:
        """The person chose another row."""
        self.show_link(link)
        self.edited.emit()

    def link(self) -> Link | None:
        """What is linked to."""
        return self._link

    def _choose(self) -> None:
        self._ask(self)

    def _clear(self) -> None:
        self.show_link(None)
        self.choose.setFocus()
        self.edited.emit()

    def _show(self) -> None:
        link = self._link
        self.said.setText(link.said if link else "")
        self.said.setVisible(link is not None)
        self.let_go.setVisible(link is not None)
        key = "another" if link else f"choose-{self.table}"
        self.choose.setText(self._words(f"registers.link.{key}"))


def party_names(words: Words, parties: Sequence[str]) -> dict[str, Party]:
    """The parties of a column by their names."""
    return {words(f"registers.party.{one}"): Party(party=one) for one in parties}
