"""Agendas that are proposed, the best first, each with why; and the one that is chosen."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.catalogue.catalogue import Catalogue
from app.catalogue.proposing import Proposal
from app.words import Words
from ui.look.look import Look
from ui.parts.agenda_blocks import agenda_blocks
from ui.parts.card_list import CardLine
from ui.parts.deletion import delete_later
from ui.parts.fit_text import against_text, fit_text, reasons_text
from ui.parts.labels import WrapLabel, eyebrow, heading
from ui.parts.whole_card_list import WholeCardList
from ui.world import World

EMPTY = "empty"
"""The choice of an agenda without blocks."""


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
        parts = self._empty() if proposal is None else self._told(proposal, starts)
        self._inner = _stacked(self._world.look, parts)
        self._column.insertWidget(0, self._inner)
        self.changed.emit()

    def _empty(self) -> list[QWidget]:
        look, words = self._world.look, self._world.words
        return [WrapLabel(look, words("fit.proposal.empty-said"), "body", "mute")]

    def _told(self, proposal: Proposal, starts: int) -> list[QWidget]:
        """What stands below each other."""
        return [
            *self._head(proposal),
            *self._said(proposal, "whom", "result", "order"),
            eyebrow(self._world.look, self._world.words("fit.proposal.blocks")),
            agenda_blocks(self._world, proposal, starts),
        ]

    def _head(self, proposal: Proposal) -> list[QWidget]:
        """What the agenda is called, what it is, and what was fitted."""
        look, words = self._world.look, self._world.words
        wording = proposal.agenda.in_language(words.language)
        parts = [heading(look, wording.name), WrapLabel(look, wording.sentence, "body", "mute")]
        fitted = fit_text(words, self._world.catalogue, proposal.fit)
        return [*parts, WrapLabel(look, fitted, "small", "amber")] if fitted else [*parts]

    def _said(
        self, proposal: Proposal, *labels: Literal["whom", "result", "order"]
    ) -> list[QWidget]:
        """For whom the agenda is, what comes of it, why it goes in this order: each under its
        label."""
        look, words = self._world.look, self._world.words
        wording = proposal.agenda.in_language(words.language)
        texts = {"whom": wording.whom, "result": wording.result, "order": wording.order}
        parts: list[QWidget] = []
        for label in labels:
            parts.append(eyebrow(look, words(f"fit.proposal.{label}")))
            parts.append(WrapLabel(look, texts[label], "small"))
        return parts


def _stacked(look: Look, parts: Sequence[QWidget]) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(look.px(8))
    for one in parts:
        column.addWidget(one)
    return whole
