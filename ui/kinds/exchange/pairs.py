"""What meets, line by line: what is given, what it answers, and who does it by when."""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.kinds.exchange.matching import Match, Unmatched
from app.kinds.exchange.promises import Promise
from app.library.rows import Note
from app.text_direction import join_isolated
from app.words import Words
from exports.kinds.exchange.report import promise_words
from ui.look.look import Look
from ui.parts.column_list import ColumnListCard, ColumnListModel, ListCell, ListLine, follow
from ui.parts.labels import WrapLabel
from ui.parts.list_columns import ListColumn
from ui.parts.scroll_column import ScrollColumn
from ui.parts.told_keys import tell_keys
from ui.parts.wrapped_lines import WrappedDelegate


class PairLine(msgspec.Struct, frozen=True):
    """A line: what is given, what it answers where it answers something, and its promise."""

    give: Note
    ask: Note | None
    promise: Promise | None

    @property
    def key(self) -> str:
        """The ids of its notes."""
        return f"{self.give.id} {self.ask.id if self.ask else ''}"


class PairsList(QWidget):
    """The matches, and what was promised without one. ``asked`` is sent with a line's key."""

    asked = Signal(str)

    def __init__(self, look: Look, words: Words) -> None:
        """Nothing meets yet."""
        super().__init__()
        self._words = words
        self._lines: tuple[PairLine, ...] = ()
        self._model = ColumnListModel(self)
        columns = (
            ListColumn(id="give", head=words("exchange.given"), least=120, share=3),
            ListColumn(id="ask", head=words("exchange.asked"), least=110, share=3),
            ListColumn(
                id="who", head=words("exchange.who"), least=90, share=2, folds=1, under=True
            ),
        )
        name = words("exchange.pairs")
        self._card = ColumnListCard(
            look, name, self._model, columns, several=True, delegate=WrappedDelegate
        )
        self.lines = self._card.lines
        self.lines.asked.connect(self.asked)
        tell_keys(
            self.lines, words("exchange.pair-keys"), [("Return", words("exchange.pair-enter"))]
        )
        scroll = ScrollColumn(look, gap=8, by_click=False)
        scroll.add(self._card)
        self.lines.current_moved.connect(lambda place: follow(scroll, self.lines, place))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(6))
        column.addWidget(WrapLabel(look, name, "small-strong"))
        column.addWidget(scroll, 1)

    def show_facts(self, facts: Sequence[Match | Unmatched]) -> None:
        """Show what meets, and what was promised all the same; hidden while there is nothing."""
        lines = tuple(
            PairLine(one.give, one.ask, one.promise)
            if isinstance(one, Match)
            else PairLine(one.note, None, one.promise)
            for one in facts
            if isinstance(one, Match) or one.promise is not None
        )
        self.setVisible(bool(lines))
        if lines == self._lines:
            return
        current, self._lines = self.lines.current, lines
        self._model.set_lines([one.key for one in lines], self._speak)
        if current:
            self.lines.choose(current)

    @property
    def current(self) -> PairLine | None:
        """The line that has the keyboard; None while the list has it not."""
        return self.line(self.lines.current) if self.lines.hasFocus() else None

    def line(self, key: str) -> PairLine | None:
        """The line with a key."""
        return next((one for one in self._lines if one.key == key), None)

    def _speak(self, row: int) -> ListLine:
        one, words = self._lines[row], self._words
        ask = one.ask.text if one.ask else words("exchange.nothing-asked")
        by, due = promise_words(words, one.promise)
        if one.promise is None:
            who = ListCell(words("exchange.not-said"), "mute")
        else:
            who = ListCell(by, strong=True, under=due)
        return ListLine(
            name=one.give.text,
            cells={"ask": ListCell(ask, "plain" if one.ask else "mute"), "who": who},
            whole=words(
                "exchange.pair-whole",
                give=one.give.text,
                ask=ask,
                promise=join_isolated((by, due)) or who.text,
            ),
        )
