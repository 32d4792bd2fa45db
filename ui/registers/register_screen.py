"""A register of a community: its entries as a list, found, filtered, sorted, moved and exported."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from app.community.today import today_of
from app.library.journal import Change, Scope
from app.registers.listing import (
    BY_DUE,
    BY_STATE,
    OPEN,
    Wanted,
    count,
    listed,
    orders_of,
)
from app.registers.register_entries import Entry, entries_of, move_entries, remove_entries
from exports.register_words import cell_words, counted_words
from ui.attempt import attempt
from ui.parts.buttons import IconButton, KeyButton
from ui.parts.card import Card
from ui.parts.column_list import ColumnListCard, ColumnListModel, ListLine, follow
from ui.parts.controls import Choice
from ui.parts.labels import WrapLabel, heading, small
from ui.parts.layouts import FlowLayout, holding
from ui.parts.page_header import PageHeader
from ui.parts.reading import for_reading
from ui.parts.screen import Screen
from ui.parts.scroll_column import ScrollColumn
from ui.parts.search_field import SearchField
from ui.parts.state_named import state_named
from ui.parts.wrapped_lines import WrappedDelegate
from ui.registers.entry_form import EntryForm
from ui.registers.lines import STATE, entry_columns, entry_line
from ui.world import World

ALL = ""
"""The filter that lets every state pass."""

DOCUMENT = "register"
"""The id of the document that a register is exported as."""


class RegisterScreen(Screen):
    """The entries of one register."""

    def __init__(
        self,
        world: World,
        community: str,
        register: str,
        export: Callable[[QWidget, str, str], None],
        entry: str = "",
    ) -> None:
        """The register of that id; ``export`` asks how it is exported, ``entry`` is in sight."""
        self._world, self._community = world, community
        self._register = world.catalogue.register(register)
        self._wording = self._register.in_language(world.words.language)
        super().__init__(self._wording.name)
        self._export, self._first = export, entry
        self._entries: list[Entry] = []
        self._shown: list[Entry] = []
        self._lines: dict[str, tuple[tuple[Entry, date], ListLine]] = {}
        self._today = today_of(world.library, community)
        self._orders = orders_of(self._register)
        self._order, self._backwards = self._orders[0], False
        look, words = world.look, world.words
        self._build_header()
        self._build_tools()
        self.model = ColumnListModel(self)
        columns = entry_columns(self._register, words)
        self.list_card = ColumnListCard(
            look, self._wording.name, self.model, columns, several=True, delegate=WrappedDelegate
        )
        lines = self.list_card.lines
        lines.asked.connect(self._edit_key)
        lines.current_moved.connect(self._follow)
        lines.selectionModel().selectionChanged.connect(self._allow)
        self.model.modelReset.connect(self._allow)
        self.list_card.heads.chosen.connect(self._sort_by_head)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), lines)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.setWhatsThis(words("registers.take-out"))
        delete.activated.connect(self.remove)
        self.nothing = small(look, words("registers.nothing-found"))
        self._empty = self._empty_card()
        self._page = ScrollColumn(look, page=True)
        self._page.add(self.header, self._empty, self._tools, self.list_card, self.nothing)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._page)

    def scope(self) -> Scope:
        """The community's own changes."""
        return Scope(self._community)

    def touches(self, change: Change) -> bool:
        """Entries, and what they name."""
        told = ("register_entry", "person", "note", "clause", "workshop")
        return change.touches(*told, "community", "community_state")

    def refresh(self) -> None:
        """Show the entries as they are now."""
        reader = self._world.library.reader
        self._today = today_of(self._world.library, self._community)
        self.header.set_crumb(state_named(reader, self._world.words, self._community))
        self._entries = entries_of(reader, self._register, self._community)
        self._empty.setVisible(not self._entries)
        self._tools.setVisible(bool(self._entries))
        self.export_button.setVisible(bool(self._entries))
        self.setFocusProxy(self.search if self._entries else self.add_button)
        self.header.set_sentence(self._sentence())
        self._show()
        if self._first:
            self._reveal(self._first)
            self._first = ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrow down leads from the search to the list."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Down and self._shown:
                self.list_card.lines.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def add(self) -> None:
        """Ask for a new entry."""
        EntryForm(self._world, self, self._community, self._register).open()

    def edit(self) -> None:
        """Ask about the entry that is chosen."""
        chosen = self.chosen
        if chosen:
            self._ask_about(chosen[0])

    def remove(self) -> None:
        """Take the chosen entries out; they can be brought back."""
        library, keys = self._world.library, [one.id for one in self.chosen]
        if keys and attempt(self._world, lambda: remove_entries(library, keys)):
            self._world.notice.say(self._world.words("registers.removed", n=len(keys)))

    def export(self) -> None:
        """Ask how the register is exported."""
        self._export(self, DOCUMENT, self._community)

    def states_menu(self) -> QMenu:
        """The states that the chosen entries may be brought into."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for state in self._register.states:
            action = menu.addAction(self._wording.states[state.id])
            action.triggered.connect(partial(self._move, state.id))
        return menu

    @property
    def chosen(self) -> list[Entry]:
        """The entries that are chosen in the list, from the top."""
        keys = set(self.list_card.lines.chosen())
        return [one for one in self._shown if one.id in keys]

    def _build_header(self) -> None:
        look, words = self._world.look, self._world.words
        self.header = PageHeader(look, self._wording.name)
        self.header.back.connect(self._to_community)
        self.export_button = for_reading(
            KeyButton(look, words, words("registers.export"), "Ctrl+P")
        )
        self.add_button = KeyButton(look, words, self._wording.add, "Ctrl+N", "primary")
        self.export_button.clicked.connect(self.export)
        self.add_button.clicked.connect(self.add)
        self.header.add(self.export_button, self.add_button)

    def _build_tools(self) -> None:
        """The search, the filter, the order, and what can be done with those that are chosen."""
        look, words = self._world.look, self._world.words
        self.search = SearchField(look, words, words("registers.find"))
        self.search.setMinimumWidth(look.size(220))
        self.search.textChanged.connect(self._show)
        self.search.installEventFilter(self)
        states = [(one.id, self._wording.states[one.id]) for one in self._register.states]
        begin = [(ALL, words("registers.all")), (OPEN, words("registers.open"))]
        self.filter = for_reading(Choice(look, [*begin, *states]))
        self.filter.setAccessibleName(words("registers.filter"))
        self.filter.activated.connect(self._show)
        orders = [(one, self._order_words(one)) for one in self._orders]
        self.sorting = for_reading(Choice(look, orders))
        self.sorting.setAccessibleName(words("registers.sort"))
        self.sorting.activated.connect(self._sort_by_choice)
        self.turn = for_reading(IconButton(look, "down", words("registers.turn")))
        self.turn.clicked.connect(self._turn)
        self.edit_button = KeyButton(
            look, words, words("registers.change"), "Return", small=True, bind=False
        )
        self.state_button = KeyButton(look, words, words("registers.move"), "Ctrl+T", small=True)
        self.remove_button = KeyButton(
            look, words, words("registers.take-out"), "Del", small=True, bind=False
        )
        self.edit_button.clicked.connect(self.edit)
        self.state_button.clicked.connect(self._offer_states)
        self.remove_button.clicked.connect(self.remove)
        self.hint = small(look, words("registers.choose"))
        finding, doing = (FlowLayout(look.px(12), look.px(8)) for _ in range(2))
        for widget in (self.search, self.filter, self.sorting, self.turn):
            finding.addWidget(widget)
        for button in (self.edit_button, self.state_button, self.remove_button):
            button.hide()
            doing.addWidget(button)
        doing.addWidget(self.hint)
        acts = holding(doing)
        # As tall without the buttons: the list does not move when an entry is chosen.
        acts.setMinimumHeight(self.edit_button.sizeHint().height())
        self._tools = QWidget()
        tools = QVBoxLayout(self._tools)
        tools.setContentsMargins(0, 0, 0, 0)
        tools.setSpacing(look.px(8))
        tools.addWidget(holding(finding))
        tools.addWidget(acts)

    def _order_words(self, order: str) -> str:
        if order in self._wording.columns:
            return self._world.words("registers.by-column", name=self._wording.columns[order])
        return self._world.words(f"registers.{order}")

    def _sentence(self) -> str:
        """What the register is for; once something is in it, how much is open and was due."""
        words = self._world.words
        if not self._entries:
            return self._wording.sentence
        counts = count(self._register, self._entries, self._today)
        sentence = counted_words(words, counts.all, counts.open)
        if counts.past:
            sentence = words("registers.counted-past", counted=sentence, n=counts.past)
        return sentence

    def _show(self) -> None:
        """List what is looked for, in the order that is asked for."""
        wanted = Wanted(
            text=self.search.text(),
            state=self.filter.value,
            order=self._order,
            backwards=self._backwards,
        )
        speak = partial(cell_words, self._world.words, self._register)
        self._shown = listed(self._register, self._entries, wanted, speak)
        lines = self.list_card.lines
        chosen, current = lines.chosen(), lines.current
        self.model.set_lines([one.id for one in self._shown], self._line)
        lines.choose_all(chosen, current)
        self.list_card.setVisible(bool(self._shown))
        self.nothing.setVisible(bool(self._entries) and not self._shown)
        self._show_order()

    def _line(self, row: int) -> ListLine:
        """An entry's line: the same one, where the entry says the same."""
        entry, today = self._shown[row], self._today
        kept = self._lines.get(entry.id)
        if kept is None or kept[0] != (entry, today):
            line = entry_line(entry, self._register, self._world.words, today)
            kept = self._lines[entry.id] = ((entry, today), line)
        return kept[1]

    def _show_order(self) -> None:
        heads = {BY_STATE: STATE, BY_DUE: self._register.due_column or ""}
        sorting = [heads.get(one, one) for one in self._orders]
        order = heads.get(self._order, self._order)
        self.list_card.heads.set_order(sorting, order, backwards=self._backwards)
        self.sorting.set_value(self._order)
        self.turn.set_icon("up" if self._backwards else "down")

    def _sort_by_head(self, column: str) -> None:
        """Sort by a column; by the same once more, the other way round."""
        order = {STATE: BY_STATE, self._register.due_column: BY_DUE}.get(column, column)
        self._backwards = order == self._order and not self._backwards
        self._order = order
        self._show()

    def _sort_by_choice(self) -> None:
        self._order, self._backwards = self.sorting.value, False
        self._show()

    def _turn(self) -> None:
        self._backwards = not self._backwards
        self._show()

    def _allow(self) -> None:
        """Only what can be done with those that are chosen is offered."""
        number = len(self.chosen)
        self.edit_button.setVisible(number == 1)
        self.state_button.setVisible(number > 0)
        self.remove_button.setVisible(number > 0)
        self.hint.setVisible(number == 0)

    def _offer_states(self) -> None:
        if self.chosen:
            place = self.state_button.mapToGlobal(QPoint(0, self.state_button.height()))
            self.states_menu().popup(place)

    def _move(self, state: str) -> None:
        library, keys = self._world.library, [one.id for one in self.chosen]
        attempt(self._world, lambda: move_entries(library, self._register, keys, state))

    def _edit_key(self, key: str) -> None:
        found = next((one for one in self._shown if one.id == key), None)
        if found is not None:
            self._ask_about(found)

    def _ask_about(self, entry: Entry) -> None:
        EntryForm(self._world, self, self._community, self._register, entry).open()

    def _reveal(self, entry: str) -> None:
        """Choose an entry, and bring it into view once the page has its size."""
        if self.list_card.lines.choose(entry):
            QTimer.singleShot(0, self, self._follow_current)

    def _follow_current(self) -> None:
        lines = self.list_card.lines
        lines.setFocus()
        self._follow(lines.place_of(lines.current))

    def _to_community(self) -> None:
        self._world.navigator.community(self._community)

    def _follow(self, place: QRect) -> None:
        follow(self._page, self.list_card.lines, place)

    def _empty_card(self) -> Card:
        """What to do first."""
        look = self._world.look
        card = Card(look)
        card.add(heading(look, self._wording.empty_title))
        card.add(WrapLabel(look, self._wording.empty, "body", "mute"))
        return card
