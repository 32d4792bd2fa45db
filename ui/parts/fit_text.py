"""Agendas fitted to people and time, in words: what was changed, and why one is proposed."""

from collections.abc import Sequence

from app.catalogue.agenda_entries import AgendaBlock
from app.catalogue.agenda_fit import Fit
from app.catalogue.catalogue import Catalogue
from app.catalogue.proposing import Proposal, Reason
from app.words import Words, capitalized

NAMED = 3
"""So many blocks that became shorter or longer are named in a sentence."""


def agenda_block_name(words: Words, catalogue: Catalogue, block: AgendaBlock) -> str:
    """What a block of a catalogue agenda is called."""
    exercise = catalogue.find_exercise(block.exercise or "")
    if exercise is not None:
        return exercise.in_language(words.language).name
    interlude = catalogue.find_interlude(block.interlude or "")
    return interlude.in_language(words.language).title if interlude else words("parts.break")


def fit_text(words: Words, catalogue: Catalogue, fit: Fit, named: int = NAMED) -> str:
    """What was shortened, made longer or left out, and why; nothing where all is as proposed."""
    resized = [
        (agenda_block_name(words, catalogue, one.block), one.block.minutes, one.minutes)
        for one in fit.resized
    ]
    left_out = [agenda_block_name(words, catalogue, one) for one in fit.left_out]
    said = changes_text(words, resized, left_out, named)
    parts = []
    if said:
        why = "both" if fit.by_people and fit.by_time else "people" if fit.by_people else "time"
        time = words.duration(fit.minutes)
        parts.append(words(f"fit.why.{why}", n=fit.people, time=time, what=said))
    if fit.over:
        parts.append(words("fit.why.short", n=fit.over))
    return " ".join(parts)


def changes_text(
    words: Words,
    resized: Sequence[tuple[str, int, int]],
    left_out: Sequence[str],
    named: int = NAMED,
) -> str:
    """Blocks by name, from how many minutes to how many, those that change most first; and those
    that are left out."""
    most = sorted(resized, key=lambda one: -abs(one[1] - one[2]))
    told = [words("fit.resized", block=name, n=n, was=was) for name, was, n in most[:named]]
    if len(most) > named:
        told.append(words("fit.others", n=len(most) - named))
    told += [words("fit.left-out", block=name) for name in left_out]
    return "; ".join(told)


def reasons_text(words: Words, catalogue: Catalogue, proposal: Proposal) -> str:
    """Why an agenda is proposed: "For 18 people, 240 of your 270 min, you are at Grow"."""
    told = [reason_text(words, catalogue, one) for one in proposal.reasons if one.speaks]
    return capitalized(", ".join(told))


def against_text(words: Words, catalogue: Catalogue, proposal: Proposal) -> str:
    """What speaks against an agenda; nothing where it fits."""
    told = [reason_text(words, catalogue, one) for one in proposal.reasons if not one.speaks]
    return capitalized(", ".join(told))


def reason_text(words: Words, catalogue: Catalogue, reason: Reason) -> str:
    """One reason as a fact."""
    if reason.code == "stages":
        names = [catalogue.stage(one).in_language(words.language).name for one in reason.stages]
        return words("fit.reason.stages", stages=words.series(names), n=len(names))
    return words(
        f"fit.reason.{reason.code}", n=reason.n, of=reason.of, least=reason.least, most=reason.most
    )
