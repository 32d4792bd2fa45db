"""The sections a charter shows, in their order, and where each stands."""

from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec

from app.catalogue.entries import Section
from app.charter.changes import ClauseChange
from app.charter.sections import SectionPlace, ShapedSection, arranged
from app.library.charter_rows import FrozenSection
from app.typed_text import unmarked
from app.words import capitalized

State = Literal["empty", "written", "kept", "new", "edited"]
"""``written`` without a version to compare with; ``kept`` when it says what the version said."""

ROLES_SECTION = ("changes",)
"""Sections that are told by what was recorded, and offered to nobody."""


class SectionLine(msgspec.Struct, frozen=True):
    """A section with the sections that stand under it. ``section`` is None for one's own.

    ``new`` is how many clauses, items or rows were added, where nothing else happened.
    """

    shaped: ShapedSection
    children: tuple[ShapedSection, ...]
    state: State
    new: int = 0

    @property
    def id(self) -> str:
        """What its clauses name it by."""
        return self.shaped.id

    @property
    def section(self) -> Section | None:
        """The catalogue's, if it is one of them."""
        return self.shaped.section

    @property
    def ids(self) -> tuple[str, ...]:
        """The section and those under it."""
        return (self.id, *(child.id for child in self.children))


def outline(
    sections: Sequence[Section],
    changes: Sequence[ClauseChange],
    *,
    compared: bool,
    also: Iterable[str] = (),
    offer: bool = True,
    shape: Sequence[FrozenSection] = (),
) -> tuple[SectionLine, ...]:
    """The sections that have clauses or had them, that ``also`` or ``shape`` (what the community
    arranged) name, and (``offer``) that are offered in a first charter; in the community's order,
    the rest in the catalogue's, then one's own.

    ``compared`` says whether there is a version that the changes are counted from.
    """
    by_section: dict[str, list[ClauseChange]] = {}
    for change in changes:
        by_section.setdefault(change.section, []).append(change)
    wanted = {*by_section, *also, *(one.id for one in shape)}
    lines = []
    # A section of one's own stands where its first clause stands among them.
    for top, children in arranged(sections, shape, [*by_section, *also]):
        family = [top, *children]
        known = [one.section for one in family if one.section is not None]
        offered = offer and any(one.launch and one.id not in ROLES_SECTION for one in known)
        if offered or any(one.id in wanted for one in family):
            lines.append(_line(top, children, by_section, compared))
    return tuple(lines)


def places_of(lines: Iterable[SectionLine]) -> list[SectionPlace]:
    """Where the sections that are shown stand, in their order: what arranging them begins from."""
    places = []
    for line in lines:
        places.append(SectionPlace(line.id, own=line.section is None))
        places += [SectionPlace(one.id, line.id, own=one.section is None) for one in line.children]
    return places


def rest_of(sections: Sequence[Section], shown: Sequence[SectionLine]) -> tuple[Section, ...]:
    """The sections of the catalogue that could still be added."""
    there = {one for line in shown for one in line.ids}
    return tuple(
        one
        for one in sections
        if one.parent is None and one.id not in there and one.id not in ROLES_SECTION
    )


def own_section(sections: Sequence[Section], name: str) -> str:
    """The id of a section of one's own: its name, and never the id of one of the catalogue's.

    Where the two are the same word, one's own begins with a capital, as a heading does.
    """
    said = " ".join(unmarked(name).split())
    taken = any(section.id == said for section in sections)
    return capitalized(said) if taken else said


def namesakes(sections: Sequence[Section], name: str) -> tuple[Section, ...]:
    """The catalogue's sections that have this name too, in whichever language."""
    said = " ".join(unmarked(name).split()).casefold()
    return tuple(
        one for one in sections if said in {words.name.casefold() for words in one.words.values()}
    )


def _line(
    top: ShapedSection,
    children: tuple[ShapedSection, ...],
    by_section: dict[str, list[ClauseChange]],
    compared: bool,
) -> SectionLine:
    ids = (top.id, *(child.id for child in children))
    changes = [change for one in ids for change in by_section.get(one, ())]
    state, new = _state(changes, compared)
    return SectionLine(top, children, state, new)


def _state(changes: Sequence[ClauseChange], compared: bool) -> tuple[State, int]:
    if not changes:
        return "empty", 0
    if not compared:
        return "written", 0
    changed = [change for change in changes if change.mark != "kept"]
    if not changed:
        return "kept", 0
    new = [change.new_items for change in changed]
    return ("new", sum(new)) if all(new) else ("edited", 0)
