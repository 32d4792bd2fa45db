"""A renewal as it would be planned: why this one, and block by block what people do in it."""

from PySide6.QtWidgets import QWidget

from app.catalogue.proposing import Proposal
from app.renewal.fitted_renewals import FittedRenewal
from app.renewal.proposal import MORNING, Reason
from app.words import Words, capitalized
from ui.parts.agenda_blocks import agenda_blocks
from ui.parts.agenda_choice import AgendaShown


def reason_text(words: Words, reason: Reason) -> str:
    """A fact that speaks for an agenda."""
    day = words.day(reason.day) if reason.day is not None else ""
    return words(f"renewal.reasons.{reason.code}", n=reason.n, of=reason.of, day=day)


def grounds_text(words: Words, one: FittedRenewal) -> str:
    """What speaks for an agenda, in a sentence; nothing where nothing does."""
    if one.reasons:
        return capitalized("; ".join(reason_text(words, each) for each in one.reasons))
    return words("renewal.usual") if one.proposal.agenda.id == MORNING else ""


class RenewalShown(AgendaShown):
    """The agenda that is chosen, or an empty one: its blocks come first, under what people do."""

    def _told(self, proposal: Proposal, starts: int) -> list[QWidget]:
        return [
            *self._head(proposal),
            agenda_blocks(self._world, proposal, starts, grouped=True),
            *self._said(proposal, "order", "whom", "result"),
        ]
