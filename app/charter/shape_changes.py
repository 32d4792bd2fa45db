"""What changed between two charters beside their clauses: order, headings, columns, rules, head."""

from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from app.catalogue.entries import Section
from app.charter.sections import ShapedSection, arranged
from app.library.charter_rows import FrozenClause, FrozenHead, FrozenSection

ShapeCode = Literal[
    "added", "taken-out", "renamed", "moved", "under", "columns", "rule", "left-empty"
]


class CharterSide(msgspec.Struct, frozen=True):
    """A version or the draft as far as it is compared: its clauses, how its sections are written,
    and what stands on top."""

    clauses: Sequence[FrozenClause] = ()
    shape: Sequence[FrozenSection] = ()
    head: FrozenHead = FrozenHead()


class ShapeChange(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a section beside what stands in it, as its ``code``.

    ``added`` and ``taken-out``: one that says something without a clause; ``moved``: it follows
    ``other`` now (None: it is the first); ``under``: it stands under ``other`` (None: on its own);
    ``rule``: how it stands to the rules of the body above; ``left-empty``: its heading is kept
    with nothing under it, or no longer.
    """

    code: ShapeCode
    before: ShapedSection
    now: ShapedSection
    other: ShapedSection | None = None


class HeadChange(msgspec.Struct, frozen=True):
    """A line on top of the charter that is not as it was, by its ``field``."""

    field: str
    before: FrozenHead
    now: FrozenHead


def sections_of_both(
    sections: Sequence[Section], before: CharterSide, now: CharterSide
) -> dict[str, ShapedSection]:
    """The sections that either charter has, by what clauses name them: as the newer one writes and
    orders them; one that only the older has follows what it followed there."""
    old, new = _Told(sections, before), _Told(sections, now)
    order, above = list(new.sections), ""
    for name in old.sections:
        if name not in new.sections:
            order.insert(order.index(above) + 1 if above else 0, name)
        above = name
    return {one: new.sections.get(one) or old.sections[one] for one in order}


def shape_changes(
    sections: Sequence[Section], before: CharterSide, now: CharterSide, language: str
) -> tuple[ShapeChange, ...]:
    """What became of the sections, in the newer charter's order, then what is gone; ``language`` is
    that of the catalogue's headings. What only one of them has is told where no clause tells it."""
    old, new = _Told(sections, before), _Told(sections, now)
    found: list[ShapeChange] = []
    for name, section in new.sections.items():
        was = old.sections.get(name)
        if was is not None:
            found += _placed(old, new, name)
            found += [
                ShapeChange(code=code, before=was, now=section)
                for code in _differing(was, section, language)
            ]
        elif section.told and name not in new.written:
            found.append(ShapeChange(code="added", before=section, now=section))
    found += [
        ShapeChange(code="taken-out", before=was, now=was)
        for name, was in old.sections.items()
        if name not in new.sections and was.told and name not in old.written
    ]
    return tuple(found)


def head_changes(before: FrozenHead, now: FrozenHead) -> tuple[HeadChange, ...]:
    """What changed on top."""
    fields = ("title", "parent_body", "approver", "voters", "quorum", "renew_on", "signatures")
    return tuple(
        HeadChange(one, before, now) for one in fields if getattr(before, one) != getattr(now, one)
    )


class _Told:
    """The sections of a charter that say something, or carry one that does, in its order."""

    def __init__(self, sections: Sequence[Section], side: CharterSide) -> None:
        self.written = {clause.section for clause in side.clauses}
        self.sections: dict[str, ShapedSection] = {}
        self.above: dict[str, str] = {}
        named = dict.fromkeys(clause.section for clause in side.clauses)
        for top, children in arranged(sections, side.shape, named):
            said = [one for one in children if one.told or one.id in self.written]
            if said or top.told or top.id in self.written:
                self.sections |= {one.id: one for one in (top, *said)}
                self.above |= {one.id: top.id for one in said} | {top.id: ""}

    def beside(self, name: str) -> list[str]:
        """The section and those it stands beside, in order."""
        return [one for one, above in self.above.items() if above == self.above[name]]


def _placed(old: _Told, new: _Told, name: str) -> Iterator[ShapeChange]:
    """Where a section stands that both charters have, if elsewhere than it stood."""
    was, now = old.sections[name], new.sections[name]
    above = new.above[name]
    if above != old.above[name]:
        yield ShapeChange(code="under", before=was, now=now, other=new.sections.get(above))
        return
    peers = new.beside(name)
    still = [one for one in peers if old.above.get(one) == above]
    if name not in _longest_kept([old.beside(name).index(one) for one in still], still):
        at = peers.index(name)
        other = new.sections[peers[at - 1]] if at else None
        yield ShapeChange(code="moved", before=was, now=now, other=other)


def _longest_kept(places: Sequence[int], names: Sequence[str]) -> set[str]:
    """The most of ``names`` whose former ``places`` rise: they kept their order, so that as few as
    can be are told as moved."""
    best: list[list[int]] = []
    for at, place in enumerate(places):
        before = [run for run, end in zip(best, range(at), strict=True) if places[end] < place]
        best.append([*max(before, key=len, default=[]), at])
    return {names[at] for at in max(best, key=len, default=[])}


def _differing(was: ShapedSection, now: ShapedSection, language: str) -> Iterator[ShapeCode]:
    """In which ways a section is written otherwise, beside its place."""
    before = was.shape or FrozenSection(was.id)
    after = now.shape or FrozenSection(now.id)
    if was.heading(language) != now.heading(language):
        yield "renamed"
    if was.columns(language) != now.columns(language):
        yield "columns"
    ruled = [(one.rule, one.parent_rule, one.reason) for one in (before, after)]
    if ruled[0] != ruled[1] and {before.rule, after.rule} != {"own"}:
        yield "rule"
    if before.left_empty != after.left_empty:
        yield "left-empty"
