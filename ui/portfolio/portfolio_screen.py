"""The portfolio: a picture of weight and vitality, the domains beside it, what may want a
conversation. Every line leads to the register that it stands in."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.catalogue.reading_pages import entry_key
from app.collation import Key, sort_key
from app.community.today import today_of
from app.library.journal import Change
from app.library.rows import Community
from app.registers.portfolio import REGISTER, Portfolio, read_portfolio
from exports.portfolio_words import counted, gaps_told, not_placed
from ui.parts.buttons import Button, KeyButton
from ui.parts.card import Card
from ui.parts.column_list import ColumnListCard, ColumnListModel, ListLine, follow
from ui.parts.deletion import clear_layout
from ui.parts.filter_pill import FilterPill
from ui.parts.labels import WrapLabel, body, heading, small
from ui.parts.layouts import FlowLayout, ShareLayout, holding
from ui.parts.page_header import PageHeader
from ui.parts.pill import PillButton
from ui.parts.reading import for_reading
from ui.parts.screen import Screen
from ui.parts.scroll_column import ScrollColumn
from ui.parts.wrapped_lines import WrappedDelegate
from ui.portfolio.portfolio_lines import domain_line, portfolio_columns
from ui.portfolio.portfolio_picture import PortfolioPicture
from ui.world import World

DOCUMENT, CONVERSATION = "portfolio", "portfolio-conversation"
"""The ids of the documents that are made of it."""
AT_MOST = 3
"""Domains that are named for one sort of gap: the list beside has them all."""


class PortfolioScreen(Screen):
    """The domains of all communities, or of one."""

    def __init__(
        self, world: World, export: Callable[[QWidget, str, str], None], community: str = ""
    ) -> None:
        """Those of the community of that id, of all where it is empty; ``export`` asks how a
        document of one, or of all, is exported."""
        super().__init__(world.words("portfolio.title"))
        self._world, self._export = world, export
        self._only, self._ended = community, False
        self._portfolio: Portfolio | None = None
        look, words = world.look, world.words
        self._build_header()
        self._build_tools()
        self.model = ColumnListModel(self)
        self.list_card = ColumnListCard(
            look,
            words("portfolio.table"),
            self.model,
            portfolio_columns(words),
            delegate=WrappedDelegate,
        )
        self.list_card.lines.asked.connect(self._open_entry)
        self.list_card.lines.current_moved.connect(self._follow)
        self.picture_card = Card(look)
        self.picture = PortfolioPicture(look, words)
        self.none_placed = body(look, words("portfolio.none-placed"), "mute")
        self.caption = small(look, words("portfolio.caption"))
        self.left_over = small(look, "")
        self.picture_card.add(self.picture, self.none_placed, self.caption, self.left_over)
        self._gaps = QVBoxLayout()
        self._gaps.setSpacing(look.px(2))
        self.gaps_card = Card(look, words("portfolio.gaps"))
        self.gaps_card.body.addLayout(self._gaps)
        self._build_empty()
        self._page = ScrollColumn(look, page=True)
        self._page.add(self.header, self._tools, self.empty_card, self._beside())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._page)

    def touches(self, change: Change) -> bool:
        """Entries, and whom they name."""
        return change.touches("register_entry", "person", "community", "community_state")

    def reads(self) -> str:
        """What a portfolio is."""
        return entry_key("term", "portfolio")

    def refresh(self) -> None:
        """Show the domains as they are now."""
        world = self._world
        reader, words = world.library.reader, world.words
        if self._only and reader.find(Community, self._only) is None:
            self._only = ""
        found = read_portfolio(
            reader, world.catalogue, self._today(), only=self._only, ended=self._ended
        )
        self._portfolio = found
        there = bool(found.domains)
        self.header.set_sentence(counted(words, found) if there else "")
        self._offer(found)
        self._show_empty(found)
        for one in (self.export_button, self.prepare_button, self.list_card, self.picture_card):
            one.setVisible(there)
        self.setFocusProxy(self.list_card.lines if there else self.first_button)
        self._show_picture(found)
        self._show_gaps(found)
        current = self.list_card.lines.current
        self.model.set_lines([one.entry.id for one in found.domains], self._line)
        self.list_card.lines.choose(current)

    def export(self) -> None:
        """Ask how the portfolio is exported."""
        self._export(self, DOCUMENT, self._only)

    def prepare(self) -> None:
        """Ask how what prepares a conversation with the sponsor is written."""
        self._export(self, CONVERSATION, self._only)

    def _today(self) -> date:
        """What day it is where the community lives; of all of them, here."""
        if self._only:
            return today_of(self._world.library, self._only)
        return self._world.moment.now().astimezone().date()

    def _build_header(self) -> None:
        look, words = self._world.look, self._world.words
        self.header = PageHeader(look, words("portfolio.title"))
        self.prepare_button = for_reading(
            KeyButton(look, words, words("portfolio.prepare"), "Ctrl+Shift+P", "primary")
        )
        self.export_button = for_reading(
            KeyButton(look, words, words("portfolio.export"), "Ctrl+P")
        )
        self.prepare_button.clicked.connect(self.prepare)
        self.export_button.clicked.connect(self.export)
        self.header.add(self.export_button, self.prepare_button)

    def _build_tools(self) -> None:
        """Whose domains are shown."""
        look, words = self._world.look, self._world.words
        self.community = for_reading(
            FilterPill(look, words, words("portfolio.all"), words("portfolio.all"))
        )
        self.community.picked.connect(self._pick)
        self.ended_button = for_reading(PillButton(look, "", "teal", checkable=True))
        self.ended_button.clicked.connect(self._toggle_ended)
        row = FlowLayout(look.px(12), look.px(8))
        row.addWidget(self.community)
        row.addWidget(self.ended_button)
        self._tools = holding(row)

    def _beside(self) -> QWidget:
        """The picture and what may want a conversation, and beside them the domains."""
        look = self._world.look
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(16))
        column.addWidget(self.picture_card)
        column.addWidget(self.gaps_card)
        column.addStretch(1)
        row = ShareLayout(look.px(16), look.px(16))
        row.add(left, 5, look.size(500))
        row.add(self.list_card, 4, look.size(400))
        return holding(row)

    def _build_empty(self) -> None:
        """What is written down first, and where."""
        look, words = self._world.look, self._world.words
        self.empty_card = Card(look)
        self.empty_said = WrapLabel(look, "", "body", "mute")
        self.empty_where = WrapLabel(look, "", "body", "mute")
        self.first_button = for_reading(Button(look, "", "primary"))
        self.first_button.clicked.connect(self._begin)
        column = QVBoxLayout()
        column.setSpacing(look.px(8))
        column.setContentsMargins(0, look.px(16), 0, look.px(16))
        for label in (heading(look, words("portfolio.empty-title")), self.empty_said):
            column.addWidget(label)
        column.addWidget(self.empty_where)
        column.addSpacing(look.px(8))
        column.addWidget(self.first_button, 0, Qt.AlignmentFlag.AlignLeft)
        # Lines short enough to read: the words take part of the card, empty space the rest.
        row = QHBoxLayout()
        row.addLayout(column, 3)
        row.addStretch(2)
        self.empty_card.body.addLayout(row)

    def _show_empty(self, found: Portfolio) -> None:
        words = self._world.words
        self.empty_card.setVisible(not found.domains)
        one = found.only is not None
        self.empty_said.setText(words("portfolio.empty-one" if one else "portfolio.empty"))
        where = "" if one else words("portfolio.empty-where")
        if found.resting:
            where = f"{words('portfolio.empty-resting', n=found.resting)} {where}"
        self.empty_where.setText(where)
        self.empty_where.setVisible(bool(where))
        key = "portfolio.open-register" if one else "portfolio.to-communities"
        self.first_button.setText(words(key))

    def _offer(self, found: Portfolio) -> None:
        """The communities, and the ended ones where they have a domain."""
        words, reader = self._world.words, self._world.library.reader
        rows = sorted(reader.rows(Community), key=_by_name)
        shown = [one for one in rows if one.id == self._only or not _rests(one)]
        self.community.offer([(one.id, one.name, "teal") for one in shown])
        self.community.show_chosen(self._only)
        self._tools.setVisible(len(rows) > 1 or bool(self._only))
        self.ended_button.set_text(words("portfolio.show-ended"))
        self.ended_button.setChecked(self._ended)
        self.ended_button.setVisible(not self._only and (self._ended or found.resting > 0))

    def _show_picture(self, found: Portfolio) -> None:
        placed = any(one.placed for one in found.domains)
        self.picture.setVisible(placed)
        self.caption.setVisible(placed)
        self.none_placed.setVisible(not placed)
        self.picture.show_portfolio(found)
        left = not_placed(self._world.words, found) if placed else ""
        self.left_over.setText(left)
        self.left_over.setVisible(bool(left))

    def _show_gaps(self, found: Portfolio) -> None:
        look, words = self._world.look, self._world.words
        clear_layout(self._gaps)
        told = gaps_told(words, found, AT_MOST)
        for sentence, facts in told.items():
            if self._gaps.count():
                self._gaps.addSpacing(look.px(8))
            self._gaps.addWidget(WrapLabel(look, sentence, "small-strong"))
            for fact in facts:
                self._gaps.addWidget(small(look, fact))
        if not told:
            self._gaps.addWidget(small(look, words("portfolio.no-gaps")))
        self.gaps_card.setVisible(bool(told) or bool(found.domains))

    def _line(self, row: int) -> ListLine:
        if self._portfolio is None:
            raise IndexError(row)
        found = self._portfolio.domains[row]
        return domain_line(self._world.words, row + 1, found, named=not self._only)

    def _open_entry(self, entry: str) -> None:
        """To the register in which a domain stands."""
        domains = self._portfolio.domains if self._portfolio is not None else ()
        found = next((one for one in domains if one.entry.id == entry), None)
        if found is not None:
            self._world.navigator.register(found.community.id, REGISTER, entry)

    def _begin(self) -> None:
        """To where the first domain is written down."""
        if self._only:
            self._world.navigator.register(self._only, REGISTER)
        else:
            self._world.navigator.home()

    def _pick(self) -> None:
        self._only = self.community.value
        self.refresh()

    def _toggle_ended(self) -> None:
        self._ended = self.ended_button.isChecked()
        self.refresh()

    def _follow(self, place: QRect) -> None:
        follow(self._page, self.list_card.lines, place)


def _by_name(community: Community) -> Key:
    return sort_key(community.name)


def _rests(community: Community) -> bool:
    return community.ended is not None or community.archived is not None
