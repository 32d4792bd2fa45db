"""A section once more under a name of its own, and a section that goes out of the charter."""

from collections.abc import Sequence

from app.charter.clauses import clauses_of, remove_clause
from app.charter.outline import SectionLine, own_section, places_of
from app.charter.sections import (
    SectionPlace,
    ShapedSection,
    clause_name,
    describe_section,
    section_rows,
)
from app.library.journal import Scope
from app.library.library import Library
from app.library.trouble import Trouble


def repeat_section(
    library: Library, scope: Scope, lines: Sequence[SectionLine], like: ShapedSection, language: str
) -> str:
    """Begin a section of one's own that is written as ``like`` is, right after it.

    It is called as that one is in a ``language``, with the next number. Gives what clauses name it
    by. Raises Trouble (``gone``, ``too-long``).
    """
    shown = places_of(lines)
    at = next((at for at, one in enumerate(shown) if one.id == like.id), None)
    if at is None:
        raise Trouble("gone")
    named = {one.name(language) for line in lines for one in (line.shaped, *line.children)}
    named |= {clause_name(row) for row in section_rows(library.reader, str(scope.community))}
    number = 2
    while f"{like.name(language)} {number}" in named:
        number += 1
    name = own_section((), f"{like.name(language)} {number}")
    under = shown[at].under
    after = at + 1
    while not under and after < len(shown) and shown[after].under == like.id:
        after += 1
    beside = [*shown[:after], SectionPlace(name, under, own=True), *shown[after:]]
    form = (like.shape.form if like.shape else "") or (like.section.form if like.section else "")
    columns = like.columns(language)
    return describe_section(library, scope, beside, name, form=form, columns=columns)


def remove_section(library: Library, scope: Scope, section: str) -> None:
    """Take a section, by what clauses name it, out of the draft with its clauses and their ties to
    notes. What stood under it stands on its own; undo brings all of it back."""
    with library.change("section-remove", scope) as writer:
        for clause in clauses_of(writer, str(scope.community), section):
            remove_clause(library, scope, clause)
        for row in section_rows(writer, str(scope.community)):
            if clause_name(row) == section:
                writer.remove(row)
            elif row.under == section:
                writer.change(row, under="")
