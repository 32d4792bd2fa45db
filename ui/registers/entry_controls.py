"""The control of an entry that other forms do not have: a note or clause to link to."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.registers.cells import Link
from app.words import Words
from ui.look.look import Look
from ui.parts.buttons import link_button, quiet_button
from ui.parts.fields import Value
from ui.parts.labels import WrapLabel
from ui.parts.layouts import FlowLayout, holding


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
