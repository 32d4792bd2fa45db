"""Agendas that are proposed, the best first, each with why; and the one that is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.catalogue.agenda_fit import kept_starts
from app.catalogue.catalogue import Catalogue
from app.catalogue.proposing import Proposal
from app.words import Words
from ui.look.look import Look
from ui.look.themes import Tone
from ui.parts.card_list import CardLine
from ui.parts.deletion import delete_later
from ui.parts.fit_text import against_text, agenda_block_name, fit_text, reasons_text
from ui.parts.labels import WrapLabel, eyebrow, heading
from ui.parts.whole_card_list import WholeCardList
from ui.world import World

EMPTY = "empty"
"""The choice of an agenda without blocks."""

WHAT = 1
"""The column of a row that says what a block is."""


class AgendaChoice(WholeCardList):
    """The proposals and an empty agenda, all of them in sight: what holds them scrolls."""

    def __init__(self, look: Look, words: Words) -> None:
        """Nothing proposed yet."""
        super().__init__(look, words("fit.proposal.title"))
        self._words = words

    def show_proposals(self, catalogue: Catalogue, proposals: Sequence[Proposal]) -> None:
        """List agendas; the one that is chosen stays so where it is still proposed."""
        words = self._words
        lines = [
            CardLine(
                id=one.agenda.id,
                name=one.agenda.in_language(words.language).name,
                right=words.duration(one.fit.planned),
                under=reasons_text(words, catalogue, one),
                reason=against_text(words, catalogue, one),
                muted=not one.fits,
            )
            for one in proposals
        ]
        self.show_cards([*lines, CardLine(id=EMPTY, name=words("fit.proposal.empty"))])
        self.take_height()


class AgendaShown(QWidget):
    """An agenda as it would be planned: what was fitted, for whom it is, block by block."""

    changed = Signal()
    """It needs another height."""

    def __init__(self, world: World) -> None:
        """Nothing shown yet."""
        super().__init__()
        self._world = world
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._inner: QWidget | None = None
        self._column.addStretch(1)

    def show_proposal(self, proposal: Proposal | None, starts: int) -> None:
        """Show an agenda that begins at a minute of the day; None: an empty one."""
        if self._inner is not None:
            self._inner.hide()
            delete_later(self._inner)
        self._inner = self._empty() if proposal is None else self._told(proposal, starts)
        self._column.insertWidget(0, self._inner)
        self.changed.emit()

    def _empty(self) -> QWidget:
        look, words = self._world.look, self._world.words
        return _stacked(look, [WrapLabel(look, words("fit.proposal.empty-said"), "body", "mute")])

    def _told(self, proposal: Proposal, starts: int) -> QWidget:
        look, words, catalogue = self._world.look, self._world.words, self._world.catalogue
        wording = proposal.agenda.in_language(words.language)
        parts: list[QWidget] = [
            heading(look, wording.name),
            WrapLabel(look, wording.sentence, "body", "mute"),
        ]
        changed = fit_text(words, catalogue, proposal.fit)
        if changed:
            parts.append(WrapLabel(look, changed, "small", "amber"))
        for label, text in (
            ("whom", wording.whom),
            ("result", wording.result),
            ("order", wording.order),
        ):
            parts.append(eyebrow(look, words(f"fit.proposal.{label}")))
            parts.append(WrapLabel(look, text, "small"))
        parts += [eyebrow(look, words("fit.proposal.blocks")), self._blocks(proposal, starts)]
        return _stacked(look, parts)

    def _blocks(self, proposal: Proposal, starts: int) -> QWidget:
        """Each block with its time and its minutes."""
        look, words = self._world.look, self._world.words
        rows = QWidget()
        grid = QGridLayout(rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.px(12))
        grid.setVerticalSpacing(look.px(4))
        grid.setColumnStretch(1, 1)
        told = []
        for at, (cells, tone) in enumerate(
            agenda_rows(words, self._world.catalogue, proposal, starts)
        ):
            for column, text in enumerate(cells):
                of: Tone = tone if column == WHAT or tone == "amber" else "mute"
                label = WrapLabel(look, text, "small", of)
                grid.addWidget(label, at, column, Qt.AlignmentFlag.AlignTop)
            told.append(" ".join(cells))
        rows.setAccessibleName("; ".join(told))
        return rows


def agenda_rows(
    words: Words, catalogue: Catalogue, proposal: Proposal, starts: int
) -> list[tuple[tuple[str, str, str], Tone]]:
    """Each block: when, what, for how many minutes; marked where it is not as the agenda has it."""
    rows: list[tuple[tuple[str, str, str], Tone]] = []
    clock, fit = starts, proposal.fit
    for one, due in zip(fit.blocks, kept_starts(fit, starts), strict=True):
        name = agenda_block_name(words, catalogue, one.block)
        if not one.minutes:
            rows.append((("–", name, words("fit.row-left-out")), "amber"))
            continue
        clock = clock if due is None else due
        if one.block.optional:
            name = words("parts.title-optional", title=name)
        same = one.minutes == one.block.minutes
        key = "parts.minutes" if same else "fit.row-resized"
        minutes = words(key, n=one.minutes, was=one.block.minutes)
        rows.append(((words.clock(clock), name, minutes), "plain" if same else "amber"))
        clock += one.minutes
    return rows


def _stacked(look: Look, parts: Sequence[QWidget]) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(look.px(8))
    for one in parts:
        column.addWidget(one)
    return whole
