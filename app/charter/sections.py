"""A charter's sections in the community's own order: moved, renamed, one's own, one under another.

Rows are written once somebody arranges something; until then, the catalogue's order stands. Clauses
name a section of the catalogue by its id, one's own by its name, which is never such an id.
"""

from collections.abc import Iterable, Sequence
from typing import TypedDict, Unpack

import msgspec

from app.catalogue.entries import Section
from app.charter.clauses import LONGEST_HEADING, clauses_of
from app.library.charter_rows import FrozenClause, FrozenSection
from app.library.columns import ID
from app.library.journal import Scope
from app.library.library import Library
from app.library.reader import Reader
from app.library.rows import CharterSection, Version
from app.library.trouble import Trouble
from app.library.writer import Writer
from app.typed_text import one_line, required_line, several_lines, unmarked
from app.words import capitalized

STEP = 1000


class ShapedSection(msgspec.Struct, frozen=True):
    """A section as this charter has it: what clauses name it by, the catalogue's (None for one's
    own), and how the community writes it (None where it wrote nothing of it)."""

    id: str
    section: Section | None
    shape: FrozenSection | None = None

    def heading(self, language: str) -> str:
        """What stands over it: the community's words, else the catalogue's."""
        if self.shape is not None and self.shape.title:
            return self.shape.title
        return self.section.in_language(language).heading if self.section else self.id

    def name(self, language: str) -> str:
        """What it is called in lists: the community's words, else the catalogue's."""
        if self.shape is not None and self.shape.title:
            return self.shape.title
        return self.section.in_language(language).name if self.section else self.id

    def columns(self, language: str) -> tuple[str, ...]:
        """The heads of its tables; none where nobody named any."""
        if self.shape is not None and self.shape.columns:
            return self.shape.columns
        if self.section is None:
            return ()
        wording = self.section.in_language(language)
        return tuple(wording.columns.get(column, "") for column in self.section.columns)

    @property
    def told(self) -> bool:
        """Whether it says something without a clause: left empty on purpose, or how it stands to
        the rules of the body above."""
        return self.shape is not None and tells(self.shape)


class SectionPlace(msgspec.Struct, frozen=True):
    """A section that is shown, and the id of the one it stands under, if any."""

    id: str
    under: str = ""
    own: bool = False
    """Whether it is no section of the catalogue."""


class Described(TypedDict, total=False):
    """What a community says of a section; what is left out stays as it is."""

    title: str
    under: str
    form: str
    columns: Sequence[str]
    rule: str
    parent_rule: str
    reason: str
    left_empty: bool


def tells(shape: FrozenSection) -> bool:
    """Whether a section says something without a clause."""
    return shape.left_empty or shape.rule != "own"


def section_rows(reader: Reader, community: str) -> list[CharterSection]:
    """What the community arranged, in its order; none where the catalogue's order stands."""
    return reader.rows(CharterSection, order="position, id", community=community)


def clause_name(row: CharterSection) -> str:
    """What clauses name a section by."""
    return row.section or row.title


def shape_of(reader: Reader, community: str) -> tuple[FrozenSection, ...]:
    """The draft's sections as the community arranged them, in its order."""
    return tuple(_frozen(row) for row in section_rows(reader, community))


def frozen_shape(
    reader: Reader, community: str, clauses: Iterable[FrozenClause]
) -> list[FrozenSection]:
    """The sections as a version of these ``clauses`` would freeze them: those that say something,
    and those that such a one stands under."""
    said = {clause.section for clause in clauses}
    every = shape_of(reader, community)
    kept = {one.id for one in every if one.id in said or tells(one)}
    kept |= {one.under for one in every if one.id in kept}
    return [one for one in every if one.id in kept]


def frozen_sections(version: Version) -> list[FrozenSection]:
    """The sections a version holds, in order; none of one made before charters were arranged."""
    return msgspec.json.decode(version.sections, type=list[FrozenSection])


def arranged(
    sections: Sequence[Section], shape: Sequence[FrozenSection], named: Iterable[str] = ()
) -> list[tuple[ShapedSection, tuple[ShapedSection, ...]]]:
    """Every section of the catalogue and of the community, each with those under it, in order.

    What was not arranged follows what it follows in the catalogue; ``named`` are the sections that
    clauses name, of which unknown ones stand last, by their name.
    """
    known = {section.id: section for section in sections}
    placed = {one.id: one for one in shape}
    order = list(placed)
    for at, section in enumerate(sections):
        if section.id not in placed:
            before = order.index(sections[at - 1].id) + 1 if at else 0
            order.insert(before, section.id)
    order += [one for one in dict.fromkeys(named) if one not in known and one not in placed]
    above = {one: _above(one, known, placed) for one in order}
    # One level: under a section that is gone, or that stands under another itself, is on its own.
    lone = {one: "" if above.get(up, "-") else up for one, up in above.items()}
    told = {one: ShapedSection(one, known.get(one), placed.get(one)) for one in order}
    return [
        (told[top], tuple(told[one] for one in order if lone[one] == top))
        for top in order
        if not lone[top]
    ]


def told_sections(
    sections: Sequence[Section], shape: Sequence[FrozenSection], named: Iterable[str] = ()
) -> dict[str, ShapedSection]:
    """The sections of a charter of that ``shape`` by what clauses name them, in its own order;
    ``sections`` and ``named`` as for :func:`arranged`."""
    order = arranged(sections, shape, named)
    return {one.id: one for top, children in order for one in (top, *children)}


def draft_sections(
    reader: Reader, sections: Sequence[Section], community: str, named: Iterable[str] = ()
) -> dict[str, ShapedSection]:
    """The sections of a community's draft (its id), as :func:`told_sections` has them."""
    return told_sections(sections, shape_of(reader, community), named)


def move_section(
    library: Library, scope: Scope, shown: Sequence[SectionPlace], section: str, by: int
) -> str:
    """Move a section up (-1) or down (1) among those it stands beside; at the end of them it stays.

    Gives what clauses name it by. Raises Trouble (``gone``)."""
    place = next((one for one in shown if one.id == section), None)
    if place is None:
        raise Trouble("gone")
    peers = [one.id for one in shown if one.under == place.under]
    to = peers.index(section) + by
    if not 0 <= to < len(peers):
        return section
    with library.change("section-move", scope) as writer:
        settled = _settle(writer, library, scope, shown)
        one, other = settled[section], settled[peers[to]]
        writer.change(one, position=other.position)
        writer.change(other, position=one.position)
        return clause_name(one)


def describe_section(
    library: Library,
    scope: Scope,
    shown: Sequence[SectionPlace],
    section: str,
    **said: Unpack[Described],
) -> str:
    """Say how the charter writes a section; an empty ``title`` is the catalogue's heading.

    Gives what clauses name it by. Raises Trouble (``gone``, ``too-long``; ``empty`` for one's own
    without a name, ``section-there`` where another has it; ``section-nested`` where it would stand
    two levels deep)."""
    with library.change("section-describe", scope) as writer:
        settled = _settle(writer, library, scope, shown)
        row = settled.get(section)
        if row is None:
            raise Trouble("gone")
        if "under" in said:
            row = writer.change(row, under=_under(shown, section, settled, said["under"]))
        if "title" in said:
            row = _call(writer, row, said["title"])
        if "columns" in said:
            row = writer.change(row, columns=_columns(said["columns"]))
        for key in ("parent_rule", "reason"):
            if key in said:
                row = writer.change(row, **{key: several_lines(said[key])})
        row = writer.change(
            row,
            form=said.get("form", row.form),
            rule=said.get("rule", row.rule),
            left_empty=said.get("left_empty", row.left_empty),
        )
        return clause_name(row)


def _call(writer: Writer, row: CharterSection, title: str) -> CharterSection:
    """Give a section another heading; of one's own the clauses, and what stands under it, go
    along."""
    if row.section:
        return writer.change(row, title=one_line(unmarked(title), LONGEST_HEADING))
    name = required_line(unmarked(title), LONGEST_HEADING)
    # As a heading is written; and so never the id of a section of the catalogue.
    name = capitalized(name) if ID.fits(name) else name
    others = section_rows(writer, row.community)
    there = any(clause_name(one) == name for one in others if one.id != row.id)
    if there or (name != row.title and clauses_of(writer, row.community, name)):
        raise Trouble("section-there", name=name)
    for clause in clauses_of(writer, row.community, row.title):
        writer.change(clause, section=name)
    for one in others:
        if one.under == row.title:
            writer.change(one, under=name)
    return writer.change(row, title=name)


def _settle(
    writer: Writer, library: Library, scope: Scope, shown: Sequence[SectionPlace]
) -> dict[str, CharterSection]:
    """A row for every section there is, in the order shown; by what it was shown as."""
    community = _community(scope)
    rows = {clause_name(row): row for row in section_rows(writer, community)}
    found: dict[str, CharterSection] = {}
    for at, place in enumerate(shown, 1):
        position, row = at * STEP, rows.pop(place.id, None)
        if row is None:
            row = writer.add(
                CharterSection(
                    id=library.moment.new_id(),
                    community=community,
                    section="" if place.own else place.id,
                    title=place.id if place.own else "",
                    under=place.under,
                    position=position,
                )
            )
        elif row.position != position:
            row = writer.change(row, position=position)
        found[place.id] = row
    for at, (name, row) in enumerate(rows.items(), len(shown) + 1):
        found[name] = writer.change(row, position=at * STEP)
    return found


def _under(
    shown: Sequence[SectionPlace], section: str, settled: dict[str, CharterSection], under: str
) -> str:
    """What a section is to stand under, as clauses name it."""
    if not under:
        return ""
    above = next((one for one in shown if one.id == under), None)
    carries = any(one.under == section for one in shown)
    if above is None or above.under or carries or under == section:
        raise Trouble("section-nested")
    return clause_name(settled[under])


def _above(one: str, known: dict[str, Section], placed: dict[str, FrozenSection]) -> str:
    if one in placed:
        return placed[one].under
    return (known[one].parent or "") if one in known else ""


def _columns(names: Sequence[str]) -> str:
    said = [one_line(name, LONGEST_HEADING) for name in names]
    while said and not said[-1]:
        said.pop()
    return msgspec.json.encode(said).decode()


def _frozen(row: CharterSection) -> FrozenSection:
    return FrozenSection(
        id=clause_name(row),
        title=row.title,
        under=row.under,
        form=row.form,
        columns=tuple(msgspec.json.decode(row.columns, type=list[str])),
        rule=row.rule,
        parent_rule=row.parent_rule,
        reason=row.reason,
        left_empty=row.left_empty,
    )


def _community(scope: Scope) -> str:
    if scope.community is None:
        raise ValueError("a section belongs to a community")
    return scope.community
