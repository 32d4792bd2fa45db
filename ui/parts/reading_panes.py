"""All that can be read: found at the left, read at the right; on the screen and beside the work."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.catalogue.catalogue import Catalogue
from app.catalogue.reading_pages import ReadingEntry
from app.catalogue.reading_search import ReadingSearch
from app.words import Words
from ui.look.look import Look
from ui.parts.card_list import CardLine, CardList
from ui.parts.labels import heading, small
from ui.parts.reading import for_reading
from ui.parts.reading_page import ReadingPage
from ui.parts.scroll_column import PAGE_TOP
from ui.parts.search_field import SearchField
from ui.parts.tabbed_panes import TabbedPane, TabbedPanes

LIST, PAGE = 0, 1


class ReadingPanes(QWidget):
    """The list and the page. ``exercise_asked`` is sent with the id of an exercise to open,
    ``shown`` when another page is."""

    exercise_asked = Signal(str)
    shown = Signal()

    def __init__(self, look: Look, words: Words, catalogue: Catalogue) -> None:
        """Everything listed, the first page to be read."""
        super().__init__()
        for_reading(self)
        self._words = words
        self._search = ReadingSearch(catalogue, words.language)
        self.field = SearchField(look, words, words("reading.find"))
        self.field.textChanged.connect(self._list)
        self.field.returnPressed.connect(self._read_first)
        self.found = small(look, "")
        self.cards = CardList(look, words("reading.title"))
        self.cards.chosen.connect(self._read)
        self.cards.clicked.connect(self._turn)
        self.cards.asked.connect(self._turn)
        self.page = ReadingPage(look, words, catalogue, self._search)
        self.page.exercise_asked.connect(self.exercise_asked)
        self.page.entry_asked.connect(self.open_entry)
        left = _Left(look, heading(look, words("reading.title"), 1), self.field, self.found)
        left.add_list(self.cards)
        panes = (
            TabbedPane(left, words("reading.tab-list"), 320, 2),
            TabbedPane(self.page, words("reading.tab-page"), 520, 5),
        )
        self.panes = TabbedPanes(look, panes, LIST, gap=0, inset=20)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.panes)
        self.setFocusProxy(self.field)
        self._list()

    @property
    def entry(self) -> ReadingEntry | None:
        """The page that is read."""
        return self.page.entry

    def open_entry(self, key: str) -> bool:
        """Read the page of a key; gives whether there is one."""
        if key not in self._search.by_key:
            return False
        if not self.cards.choose(key):
            self.field.clear()
            self.cards.choose(key)
        self._turn()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down from the field goes to the list."""
        if event.key() == Qt.Key.Key_Down and self.field.hasFocus():
            self.cards.setFocus()
            if not self.cards.current:
                self.cards.choose_first()
        else:
            super().keyPressEvent(event)

    def _list(self) -> None:
        """List what fits: sort by sort, or where something is typed the best match first."""
        words, text = self._words, self.field.text().strip()
        found = self._search.find(text)
        lines: list[CardLine] = []
        sort = ""
        for entry in found:
            if not text and entry.sort != sort:
                sort = entry.sort
                lines.append(CardLine(name=words(f"reading.sorts.{sort}")))
            lines.append(self._line(entry, ranked=bool(text)))
        self.cards.show_cards(lines)
        total = len(self._search.entries)
        self.found.setText(
            words("reading.found" if found else "reading.found-none", n=len(found), total=total)
            if text
            else words("reading.total", n=total)
        )
        current = self.entry.key if self.entry is not None else ""
        if not self.cards.choose(current) and found:
            self.cards.choose(found[0].key)

    def _line(self, entry: ReadingEntry, *, ranked: bool) -> CardLine:
        right = self._words(f"reading.sort.{entry.sort}") if ranked else ""
        return CardLine(id=entry.key, name=entry.name, right=right, under=entry.lead)

    def _read(self, key: str) -> None:
        self.page.show_entry(self._search.by_key[key])
        self.shown.emit()

    def _read_first(self) -> None:
        if self.cards.current or self.cards.choose_first():
            self.cards.setFocus()
            self._turn()

    def _turn(self) -> None:
        """Where only one of both has room, turn to the page."""
        self.panes.show_pane(PAGE)


class _Left(QWidget):
    """The left: title, field, how many, the list."""

    def __init__(self, look: Look, *widgets: QWidget) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        side = look.px(20)
        self._column.setContentsMargins(side, look.px(PAGE_TOP), look.px(12), look.px(12))
        self._column.setSpacing(look.px(10))
        for widget in widgets:
            self._column.addWidget(widget)

    def add_list(self, cards: CardList) -> None:
        """Put the list below, in what room is left."""
        self._column.addWidget(cards, 1)

    def minimumSizeHint(self) -> QSize:
        """As narrow as what it holds may become."""
        return self._column.minimumSize()
