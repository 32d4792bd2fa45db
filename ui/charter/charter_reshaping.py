"""What makes one clause of a page two, or two of them one, and where one goes on writing."""

from app.library.rows import Clause
from ui.charter.section_page import SectionPage
from ui.parts.clauses.clause_field import ClauseField
from ui.parts.clauses.drafting import Drafting

RESHAPES = ("split", "merge", "wording", "choose")
"""What can be asked of a field that changes how many clauses there are, and loses none."""


def reshape(
    drafting: Drafting, page: SectionPage, field: ClauseField, clause: Clause, code: str
) -> None:
    """Split a clause at the cursor, merge it with the next, begin another wording, choose one.

    One goes on in the half, the wording, or the clause that this led to.
    """
    part = page.part_of(field)
    made: Clause | None
    if code == "split":
        made = drafting.split(clause, field.editor.halves())
    elif code == "merge":
        made = drafting.merge(clause)
    elif code == "wording":
        made = drafting.begin_wording(clause)
    else:
        made = drafting.choose(clause)
    if made is not None:
        there = part.field_of(made.id)
        if there is not None:
            there.begin(at_end=code in ("wording", "choose"))
    else:
        field.begin()
