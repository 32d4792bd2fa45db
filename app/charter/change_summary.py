"""What changed between two charters, section by section, as facts to make sentences of."""

from collections.abc import Sequence
from typing import Literal

import msgspec

from app.charter.changes import ClauseChange, Stretches, compare, pair_up
from app.charter.clauses import cells_of
from app.library.charter_rows import FrozenClause

SectionMark = Literal["new", "gone", "rewritten", "edited"]

_REWRITTEN = 5
"""Where less than a fifth of the letters stayed, a section was written anew."""


class SectionChange(msgspec.Struct, frozen=True, kw_only=True):
    """What happened to a section that is not as it was.

    ``new``: it said nothing before; ``gone``: it says nothing now; ``rewritten``: hardly a word
    stayed; ``edited``: so many lines (paragraphs, items, rows, headings) were ``added``,
    ``removed`` or ``edited``. ``reordered``: what stayed stands in another order.
    """

    section: str
    mark: SectionMark
    added: int = 0
    removed: int = 0
    edited: int = 0
    reordered: bool = False


def change_summary(
    before: Sequence[FrozenClause], now: Sequence[FrozenClause], order: Sequence[str] = ()
) -> tuple[SectionChange, ...]:
    """The sections that changed from one charter to another, those of ``order`` first and in it.

    Empty where both read the same.
    """
    by_section: dict[str, list[ClauseChange]] = {one: [] for one in order}
    for change in compare(before, now):
        by_section.setdefault(change.section, []).append(change)
    found = (_section_change(section, changes, before) for section, changes in by_section.items())
    return tuple(one for one in found if one is not None)


def _section_change(
    section: str, changes: Sequence[ClauseChange], before: Sequence[FrozenClause]
) -> SectionChange | None:
    """What happened to one section; None where nothing did."""
    reordered = _reordered(changes, [one.id for one in before if one.section == section])
    if not reordered and all(change.mark == "kept" for change in changes):
        return None
    if all(change.before is None for change in changes):
        return SectionChange(section=section, mark="new")
    if all(change.now is None for change in changes):
        return SectionChange(section=section, mark="gone")
    if _rewritten(changes):
        return SectionChange(section=section, mark="rewritten")
    added, removed, edited = _lines(changes)
    return SectionChange(
        section=section,
        mark="edited",
        added=added,
        removed=removed,
        edited=edited,
        reordered=reordered,
    )


def _lines(changes: Sequence[ClauseChange]) -> tuple[int, int, int]:
    """How many lines were added, removed and edited."""
    added = removed = edited = 0
    for change in changes:
        for old, new in _pairs(change):
            if not old:
                added += 1
            elif not new:
                removed += 1
            elif old != new:
                edited += 1
    return added, removed, edited


def _pairs(change: ClauseChange) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The lines before and now, side by side: its heading, then its paragraphs, items or rows."""
    heading_before = (change.before.heading,) if change.before and change.before.heading else ()
    heading_now = (change.now.heading,) if change.now and change.now.heading else ()
    pairs = list(pair_up(_rows(change.before), _rows(change.now)))
    heads = [(heading_before, heading_now)] if heading_before or heading_now else []
    return [*heads, *pairs]


def _rows(clause: FrozenClause | None) -> list[tuple[str, ...]]:
    return [tuple(row) for row in cells_of(clause)] if clause is not None else []


def _rewritten(changes: Sequence[ClauseChange]) -> bool:
    """Whether hardly a word of what a section said is still there."""
    kept = old = new = 0
    for change in changes:
        for stretches in _all_stretches(change):
            for one in stretches:
                letters = sum(letter.isalnum() for letter in one.text)
                kept += letters if one.mark == "kept" else 0
                old += letters if one.mark != "added" else 0
                new += letters if one.mark != "removed" else 0
    return kept * _REWRITTEN < max(old, new)


def _all_stretches(change: ClauseChange) -> list[Stretches]:
    if change.form == "list":
        return [change.heading, *change.items]
    if change.form == "table":
        return [change.heading, *(cell for row in change.rows for cell in row)]
    return [change.heading, change.words]


def _reordered(changes: Sequence[ClauseChange], before: Sequence[str]) -> bool:
    """Whether the clauses that stayed stand in another order; ``before`` is the one there was."""
    now = [one.now.id for one in changes if one.now is not None and one.before is not None]
    return now != [one for one in before if one in set(now)]
