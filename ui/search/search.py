"""Search: any words people said, decided or wrote, wherever they are."""

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.library.journal import Change
from app.library.rows import Clause, Membership, Note, Outcome
from app.library.search import Found, search
from ui.parts.buttons import Button
from ui.parts.card import Card
from ui.parts.labels import WrapLabel, small
from ui.parts.page_header import PageHeader
from ui.parts.screen import Screen
from ui.parts.scroll_column import ScrollColumn
from ui.world import World

REST = 120
"""Milliseconds after the last letter before it is looked for."""


class SearchScreen(Screen):
    """One field, and what it finds, by where it leads."""

    def __init__(self, world: World) -> None:
        """An empty search."""
        super().__init__(world.words("search.title"))
        self._world = world
        look, words = world.look, world.words
        header = PageHeader(look, words("search.title"), words("search.sentence"))
        self.field = QLineEdit()
        self.field.setFont(look.font("body"))
        self.field.setPlaceholderText(words("search.shows"))
        self.field.setAccessibleName(words("search.title"))
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self.refresh)
        self.field.textChanged.connect(self._rest.start)
        self.field.returnPressed.connect(self.refresh)
        self.results = ScrollColumn(look, gap=8)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(32), look.px(24), look.px(32), look.px(16))
        column.setSpacing(look.px(12))
        column.addWidget(header)
        column.addWidget(self.field)
        column.addWidget(self.results, 1)
        self.setFocusProxy(self.field)

    def touches(self, change: Change) -> bool:
        """Whatever holds words."""
        return not change.kept

    def refresh(self) -> None:
        """Look for what the field holds."""
        words = self._world.words
        self.results.clear()
        text = self.field.text().strip()
        if not text:
            return
        found = search(self._world.library.reader, text)
        said = words("search.found", n=len(found)) if found else words("search.nothing")
        self.results.add(small(self._world.look, said))
        for one in found:
            self.results.add(self._card(one))

    def _card(self, found: Found) -> QWidget:
        look, words = self._world.look, self._world.words
        card = Card(look, tight=True)
        card.add(
            small(look, words(f"search.in-{found.table}")),
            WrapLabel(look, found.excerpt, "body"),
        )
        button = Button(look, words("search.open"), "link")
        button.setAccessibleName(words("search.open-named", text=found.excerpt))
        button.clicked.connect(partial(self._open, found))
        card.add(button)
        return card

    def _open(self, found: Found) -> None:
        reader, go = self._world.library.reader, self._world.go
        if found.table == "community":
            go.community(found.row)
        elif found.table == "person":
            belongs = reader.rows(Membership, person=found.row)
            if belongs:
                go.people(belongs[0].community)
        elif found.table == "clause":
            go.charter(reader.row(Clause, found.row).community)
        else:
            row = reader.row(Note if found.table == "note" else Outcome, found.row)
            if isinstance(row, Note | Outcome) and row.workshop is not None:
                go.closing(row.workshop)
