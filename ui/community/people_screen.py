"""The people of a community: who belongs, how near, what they tend; adding, changing, leaving."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.community.memberships import Member, come_back_together, members, set_level
from app.community.today import today_of
from app.folding import fold
from app.library.journal import Change, Scope
from app.library.people_rows import LEVELS
from ui.attempt import attempt
from ui.community.member_dialog import LeavingDialog, MemberDialog
from ui.community.paste_dialog import PasteDialog
from ui.community.person_line import member_line, people_columns
from ui.parts.buttons import Button, KeyButton, quiet_button
from ui.parts.card import Card
from ui.parts.column_list import ColumnListCard, ColumnListModel, ListLine, follow
from ui.parts.labels import WrapLabel, heading, small
from ui.parts.layouts import FlowLayout, holding
from ui.parts.page_header import PageHeader
from ui.parts.pill import PillButton
from ui.parts.reading import for_reading
from ui.parts.screen import Screen
from ui.parts.scroll_column import ScrollColumn
from ui.parts.search_field import SearchField
from ui.parts.state_named import state_named
from ui.world import World


class PeopleScreen(Screen):
    """Everybody who belongs or belonged to a community."""

    def __init__(
        self, world: World, community: str, letter: Callable[[QWidget, str, str], None]
    ) -> None:
        """The people of the community whose id is ``community``; ``letter`` asks, over a widget,
        how to write one for a person of a community, by their ids."""
        super().__init__(world.words("people.title"))
        self._world, self._community, self._letter = world, community, letter
        self._members: list[Member] = []
        self._shown: list[Member] = []
        look, words = world.look, world.words
        self._build_header()
        self.search = SearchField(look, words, words("people.find"))
        self.search.setMinimumWidth(look.size(340))
        self.search.textChanged.connect(self._show)
        self.left_button = for_reading(PillButton(look, "", "amber", checkable=True))
        self.left_button.clicked.connect(self._show)
        self._build_tools()
        self.model = ColumnListModel(self)
        self.list_card = ColumnListCard(
            look, words("people.title"), self.model, people_columns(words), several=True
        )
        lines = self.list_card.lines
        lines.asked.connect(self._edit_key)
        lines.current_moved.connect(self._follow)
        lines.selectionModel().selectionChanged.connect(self._allow)
        self.model.modelReset.connect(self._allow)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), lines)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.setWhatsThis(words("people.leaves"))
        delete.activated.connect(self.ask_leaving)
        self.nobody = small(look, words("people.nobody-found"))
        self._empty = self._empty_card()
        self._page = ScrollColumn(look, page=True)
        self._page.add(self.header, self._empty, self._tools, self.list_card, self.nobody)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._page)

    def scope(self) -> Scope:
        """The community's own changes."""
        return Scope(self._community)

    def touches(self, change: Change) -> bool:
        """People, memberships, roles and the community's name."""
        return change.touches("person", "membership", "holding", "community", "community_state")

    def refresh(self) -> None:
        """Show who belongs now."""
        reader = self._world.library.reader
        words = self._world.words
        self.header.set_crumb(state_named(reader, words, self._community))
        self._members = members(reader, self._community, self._today)
        here = [one for one in self._members if not one.gone]
        self.header.set_sentence(self._counts(here))
        left = len(self._members) - len(here)
        self.left_button.set_text(words("people.who-left", n=left))
        self.left_button.setVisible(left > 0)
        self._empty.setVisible(not self._members)
        self._tools.setVisible(bool(self._members))
        self.setFocusProxy(self.search if self._members else self.add_button)
        self._show()

    def add(self) -> None:
        """Ask for somebody new."""
        MemberDialog(self._world, self, self._community).open()

    def paste(self) -> None:
        """Ask for a list."""
        PasteDialog(self._world, self, self._community).open()

    def edit(self) -> None:
        """Ask about the one who is chosen."""
        chosen = self.chosen
        if chosen:
            MemberDialog(self._world, self, self._community, chosen[0]).open()

    def ask_leaving(self) -> None:
        """Ask when those who are chosen leave."""
        leaving = [one for one in self.chosen if not one.gone]
        if leaving:
            LeavingDialog(self._world, self, self._community, leaving).open()

    def write_letter(self) -> None:
        """Ask how to write a letter for the file of the one who is chosen."""
        chosen = self.chosen
        if chosen:
            self._letter(self, self._community, chosen[0].person.id)

    def come_back(self) -> None:
        """Those who are chosen, and had left, are back today."""
        library, community, today = self._world.library, self._community, self._today
        keys = [one.membership.id for one in self.chosen if one.gone]
        attempt(self._world, lambda: come_back_together(library, community, keys, today))

    @property
    def chosen(self) -> list[Member]:
        """Those who are chosen in the list, from the top."""
        keys = set(self.list_card.lines.chosen())
        return [one for one in self._shown if one.membership.id in keys]

    @property
    def _today(self) -> date:
        return today_of(self._world.library, self._community)

    def _build_header(self) -> None:
        look, words = self._world.look, self._world.words
        self.header = PageHeader(look, words("people.title"))
        self.header.back.connect(self._to_community)
        self.paste_button = KeyButton(look, words, words("people.paste"), "Ctrl+Shift+V")
        self.add_button = KeyButton(look, words, words("people.add"), "Ctrl+N", "primary")
        self.paste_button.clicked.connect(self.paste)
        self.add_button.clicked.connect(self.add)
        self.header.add(self.paste_button, self.add_button)

    def _build_tools(self) -> None:
        """The search, who left, and what can be done with those who are chosen."""
        look, words = self._world.look, self._world.words
        self.edit_button = KeyButton(
            look, words, words("people.change"), "Return", small=True, bind=False
        )
        self.level_button = quiet_button(look, words("people.level-of"), small=True)
        self.leave_button = KeyButton(
            look, words, words("people.leaves"), "Del", small=True, bind=False
        )
        self.back_button = quiet_button(look, words("people.back"), small=True)
        self.letter_button = quiet_button(look, words("recognition.letter"), small=True)
        self.letter_button.setObjectName("letter")
        self.edit_button.clicked.connect(self.edit)
        self.level_button.clicked.connect(self._offer_levels)
        self.leave_button.clicked.connect(self.ask_leaving)
        self.back_button.clicked.connect(self.come_back)
        self.letter_button.clicked.connect(self.write_letter)
        row = FlowLayout(look.px(12), look.px(8))
        row.addWidget(self.search)
        row.addWidget(self.left_button)
        for button in self._doing():
            button.hide()
            row.addWidget(button)
        self.hint = small(look, words("people.choose"))
        row.addWidget(self.hint)
        self._tools = holding(row)

    def _doing(self) -> tuple[Button, ...]:
        return (
            self.edit_button,
            self.level_button,
            self.leave_button,
            self.back_button,
            self.letter_button,
        )

    def _counts(self, here: Sequence[Member]) -> str:
        """How many there are, level by level."""
        words = self._world.words
        parts = []
        for level in LEVELS:
            n = sum(one.membership.level == level for one in here)
            if n:
                parts.append(words(f"people.counted.{level}", n=n))
        return words("people.sentence", counts=words.series(parts)) if parts else ""

    def _show(self) -> None:
        """List those who are looked for."""
        wanted = fold(self.search.text()).split()
        left = self.left_button.isChecked() and not self.left_button.isHidden()
        self._shown = [one for one in self._members if one.gone == left and _matches(one, wanted)]
        chosen = self.list_card.lines.chosen()
        current = self.list_card.lines.current
        keys = [one.membership.id for one in self._shown]
        self.model.set_lines(keys, self._speak)
        self.list_card.lines.choose_all(chosen, current)
        self.list_card.setVisible(bool(self._shown))
        self.nobody.setVisible(bool(self._members) and not self._shown)

    def _speak(self, row: int) -> ListLine:
        return member_line(self._shown[row], self._world.words, self._world.catalogue)

    def _allow(self) -> None:
        """Only what can be done with those who are chosen is offered."""
        chosen = self.chosen
        gone = [one for one in chosen if one.gone]
        self.edit_button.setVisible(len(chosen) == 1)
        self.level_button.setVisible(bool(chosen) and not gone)
        self.leave_button.setVisible(bool(chosen) and not gone)
        self.back_button.setVisible(bool(gone))
        self.letter_button.setVisible(len(chosen) == 1)
        self.hint.setVisible(not chosen)

    def levels_menu(self) -> QMenu:
        """The levels that those who are chosen may be given."""
        menu = QMenu(self)
        for level in LEVELS:
            action = menu.addAction(self._world.words(f"people.level.{level}"))
            action.setData(level)
        menu.triggered.connect(self._set_level)
        return menu

    def _offer_levels(self) -> None:
        place = self.level_button.mapToGlobal(QPoint(0, self.level_button.height()))
        self.levels_menu().popup(place)

    def _set_level(self, action: QAction) -> None:
        keys = [one.membership.id for one in self.chosen]
        library, level = self._world.library, str(action.data())
        attempt(self._world, lambda: set_level(library, self._community, keys, level))

    def _edit_key(self, key: str) -> None:
        found = next((one for one in self._shown if one.membership.id == key), None)
        if found is not None:
            MemberDialog(self._world, self, self._community, found).open()

    def _to_community(self) -> None:
        self._world.navigator.community(self._community)

    def _follow(self, place: QRect) -> None:
        follow(self._page, self.list_card.lines, place)

    def _empty_card(self) -> Card:
        """What to do first."""
        look, words = self._world.look, self._world.words
        column = QVBoxLayout()
        column.setSpacing(look.px(8))
        column.addWidget(heading(look, words("people.empty-title")))
        column.addWidget(WrapLabel(look, words("people.empty"), "body", "mute"))
        row = QHBoxLayout()
        row.addLayout(column, 3)
        row.addStretch(2)
        card = Card(look)
        card.body.addLayout(row)
        return card


def _matches(member: Member, wanted: Sequence[str]) -> bool:
    row, person = member.membership, member.person
    text = fold(f"{person.name} {person.email} {person.organization} {row.unit}")
    return all(word in text for word in wanted)
