"""A charter written elsewhere comes in: a section is proposed for each part; clauses are added."""

from collections.abc import Mapping, Sequence
from typing import Literal

import msgspec

from app.catalogue.entries import Section
from app.charter.charter_text import CharterPart, charter_parts, without_number
from app.charter.clauses import add_clause, clauses_of
from app.charter.intake_shape import arrange, heads_of
from app.charter.outline import own_section
from app.charter.sections import section_rows
from app.folding import fold
from app.library.journal import Scope
from app.library.library import Library
from app.library.rows import Clause
from app.library.trouble import Trouble

Why = Literal["name", "under", "own", "title", "none", "alone", "chosen"]


class IntakeRow(msgspec.Struct, frozen=True, kw_only=True):
    """A part, and where it goes: ``section`` is the id of a section, or "" to leave it out.

    ``why``: it has the ``name`` of a section of the catalogue; it stands ``under`` the heading of
    one; it gets its ``own``; it is the document's ``title``; it has no heading (``none``); nothing
    stands under its heading (``alone``); or the person has ``chosen``.
    """

    part: CharterPart
    section: str
    why: Why


def read_charter(sections: Sequence[Section], text: str) -> list[IntakeRow]:
    """What a text holds, and the section proposed for each part of it."""
    names = section_names(sections)
    parts = charter_parts(text, names.keys())
    title = _title(parts)
    rows: list[IntakeRow] = []
    above: list[tuple[int, str]] = []
    for part in parts:
        named = names.get(_folded(part.heading), "")
        if not part.heading:
            rows.append(IntakeRow(part=part, section="", why="none"))
            continue
        if part.group == title and not named:
            why: Why = "none" if part.text else "title"
            rows.append(IntakeRow(part=part, section="", why=why))
            continue
        above = [one for one in above if one[0] < part.level]
        under = above[-1][1] if above else ""
        section = named or under or own_section(sections, without_number(part.heading))
        above.append((part.level, section))
        found: Why = "name" if named else "under" if under else "own"
        if part.text:
            rows.append(IntakeRow(part=part, section=section, why=found))
        else:
            rows.append(IntakeRow(part=part, section="", why="alone"))
    return rows


def section_names(sections: Sequence[Section]) -> Mapping[str, str]:
    """The section of each name and heading, folded, in whichever language; not of one that two
    sections have."""
    found: dict[str, set[str]] = {}
    for section in sections:
        for words in section.words.values():
            for name in (words.name, words.heading):
                found.setdefault(fold(name), set()).add(section.id)
    return {name: next(iter(ids)) for name, ids in found.items() if len(ids) == 1 and name}


def chosen_for(rows: Sequence[IntakeRow], at: int, section: str) -> list[IntakeRow]:
    """The rows with another section for the one at ``at``; what follows it under the same heading
    goes along."""
    group = rows[at].part.group
    return [
        msgspec.structs.replace(row, section=section, why="chosen")
        if place == at or (place > at and row.part.group == group)
        else row
        for place, row in enumerate(rows)
    ]


def bring_in(
    library: Library, scope: Scope, sections: Sequence[Section], rows: Sequence[IntakeRow]
) -> list[Clause]:
    """Add a clause for each row that is not left out, after those that are there; in one change.

    A heading stays with its clause, unless it is the section's own name. A charter in which nothing
    was written or arranged takes over order, headings and columns. Raises Trouble (``empty`` where
    all is left out, ``too-long``).
    """
    names = section_names(sections)
    taken = [row for row in rows if row.section]
    if not taken:
        raise Trouble("empty")
    community = scope.community or ""
    with library.change("charter-intake", scope) as writer:
        whole = not (section_rows(writer, community) or clauses_of(writer, community))
        heads = heads_of(taken) if whole else {}
        said: set[int] = set()
        named: list[bool] = []
        clauses = []
        for row in taken:
            part = row.part
            plain = without_number(part.heading)
            own = fold(plain) == fold(row.section) or names.get(fold(plain)) == row.section
            named.append(own)
            heading = "" if own or not part.text or part.group in said else plain
            said.add(part.group)
            text = part.text or plain
            if part.form == "table" and heads.get(row.section):
                text = text.partition("\n")[2]
            clauses.append(
                add_clause(
                    library,
                    scope,
                    row.section,
                    text,
                    form=part.form,
                    heading=heading,
                )
            )
        if whole:
            arrange(writer, library.moment, community, sections, taken, named)
        return clauses


def _title(parts: Sequence[CharterPart]) -> int:
    """The group of the document's own title: the first heading, where all others are deeper."""
    levels = {part.group: part.level for part in parts if part.heading}
    first = next(iter(levels), 0)
    others = [level for group, level in levels.items() if group != first]
    return first if others and levels[first] < min(others) else 0


def _folded(heading: str) -> str:
    return fold(without_number(heading))
