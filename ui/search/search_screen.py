"""Search: any words people said, decided or wrote, wherever they are."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout

from app.library.journal import Change
from app.library.search import Found, search
from ui.parts.column_list import ColumnListCard, ColumnListModel, ListLine, follow
from ui.parts.labels import small
from ui.parts.page_header import PageHeader
from ui.parts.reading import for_reading
from ui.parts.screen import Screen
from ui.parts.scroll_column import ScrollColumn
from ui.parts.search_field import SearchField
from ui.search.results import ORDER, SearchResult, SearchResults, result_columns
from ui.world import World

REST = 120
"""Milliseconds after the last letter before it is looked for."""
MOST = 50
"""Places that are shown; a longer word finds fewer."""


class SearchScreen(Screen):
    """One field, and what it finds, a line each."""

    def __init__(self, world: World) -> None:
        """An empty search."""
        super().__init__(world.words("search.title"))
        for_reading(self)
        self._world = world
        self._found: list[Found] = []
        look, words = world.look, world.words
        header = PageHeader(look, words("search.title"), words("search.sentence"))
        self.field = SearchField(look, words, words("search.shows"), words("search.title"))
        self.field.installEventFilter(self)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self.refresh)
        self.field.textChanged.connect(self._rest.start)
        self.field.returnPressed.connect(self.open_first)
        self.said = small(look, "")
        self.model = ColumnListModel(self)
        self.results = ColumnListCard(
            look, words("search.title"), self.model, result_columns(words)
        )
        self.results.lines.asked.connect(self._open)
        self.results.lines.current_moved.connect(self._follow)
        self._page = ScrollColumn(look, page=True)
        self._page.add(header, self.field, self.said, self.results)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._page)
        self.setFocusProxy(self.field)

    @property
    def searching(self) -> bool:
        """Whether what was typed last is still to be looked for."""
        return self._rest.isActive()

    def touches(self, change: Change) -> bool:
        """Whether the change may alter what is found: any but of what is only kept."""
        return not change.kept

    def refresh(self) -> None:
        """Look for what the field holds."""
        self._rest.stop()
        text, words = self.field.text().strip(), self._world.words
        library = self._world.library
        found = search(library.reader, text, most=MOST)
        self._found = sorted(found, key=lambda one: ORDER.index(one.table))
        self._leads = SearchResults(
            library.reader, self._world.catalogue, words, self._world.navigator
        )
        number = len(self._found)
        if not number:
            self.said.set_text(words("search.nothing") if text else "")
        else:
            key = "search.found" if number < MOST - len(ORDER) else "search.found-most"
            self.said.set_text(words(key, n=number))
        self.said.setVisible(bool(text))
        self.model.set_lines([f"{one.table} {one.row}" for one in self._found], self._speak)
        self.results.setVisible(bool(self._found))

    def open_first(self) -> None:
        """Enter in the field: go to what was found first."""
        self.refresh()
        if self._found:
            self._lead(0).go()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrow down leads from the field to what was found."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Down and self.results.isVisible():
                self.results.lines.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _lead(self, row: int) -> SearchResult:
        return self._leads.lead(self._found[row])

    def _speak(self, row: int) -> ListLine:
        return self._lead(row).line

    def _open(self, key: str) -> None:
        row = self.model.row_of(key)
        if row is not None:
            self._lead(row).go()

    def _follow(self, place: QRect) -> None:
        follow(self._page, self.results.lines, place)
