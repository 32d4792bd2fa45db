"""What a group placed is kept as the portfolio: each note is a domain, judged on that day.

A matrix is no register: notes are moved about before anything is settled, so that nothing is
written until the facilitator says so. A domain that a community has in view already is judged
anew there, and keeps who tends it and what goes into it; any other is written into the register of
the community whose workshop it is.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from app.catalogue.register_shapes import Register
from app.catalogue.setup import read_setup
from app.folding import fold
from app.kinds.matrix.facts import is_placed
from app.kinds.matrix.setup import MatrixSetup
from app.library.audience import narrowest
from app.library.library import Library
from app.library.reader import Reader
from app.library.rows import Note
from app.library.trouble import Trouble
from app.library.workshop_rows import PLACES
from app.registers.cells import Party, Value
from app.registers.portfolio import SCALE, Domain, domains_of, with_domains
from app.registers.register_entries import EntryFields, add_entry, set_cells
from app.typed_text import joined_lines, unmarked
from app.workshop.notes import notes_of
from app.workshop.planning import scope_of
from app.workshop.running import Running

JUDGES = Party(party="organization")
"""People of several communities and of those who decide judged together."""


def is_portfolio(running: Running) -> bool:
    """Whether what is placed can be kept as the portfolio: across lies how alive a domain is,
    upwards its weight."""
    return read_setup(running.recipe.setup, MatrixSetup).portfolio


def keep_portfolio(library: Library, register: Register, running: Running) -> int:
    """Keep every note that was placed as a domain of ``register``; gives how many.

    One change of the workshop. Kept once more on the same day, a domain is changed and not doubled.
    Raises Trouble (``nothing-placed``).
    """
    notes = [one for one in notes_of(library.reader, running.run.id) if is_placed(one)]
    if not notes:
        raise Trouble("nothing-placed")
    known = _known(library.reader, register, running)
    with library.change("portfolio-keep", scope_of(running.workshop)):
        for note in notes:
            _keep(library, register, running, note, known.get(fold(_name(note))))
    return len(notes)


def degree(place: int) -> str:
    """The option of a weight or a vitality for a place from 0 to 1000: five equal parts."""
    return SCALE[min(len(SCALE) - 1, place * len(SCALE) // PLACES)]


def _known(reader: Reader, register: Register, running: Running) -> Mapping[str, Domain]:
    """The domains in view of living communities by their folded names, the workshop's own first.

    A name that only several others have is nobody's in particular, and left out.
    """
    own: dict[str, Domain] = {}
    others: dict[str, list[Domain]] = {}
    for community in with_domains(reader):
        for one in domains_of(reader, register, community):
            if community.id == running.community.id:
                own[fold(one.name)] = one
            elif not one.rests:
                others.setdefault(fold(one.name), []).append(one)
    alone = {name: found[0] for name, found in others.items() if len(found) == 1}
    return {**alone, **own}


def _name(note: Note) -> str:
    """What a note calls a domain: on one line, without the number before it."""
    return joined_lines(unmarked(note.text))


def _keep(
    library: Library, register: Register, running: Running, note: Note, before: Domain | None
) -> None:
    """Write what a note says, in the place of what was said ``before``."""
    day, scope = date.fromisoformat(running.workshop.date), scope_of(running.workshop)
    judged: dict[str, Value] = {
        "weight": degree(note.y or 0),
        "vitality": degree(note.x or 0),
        "judged-by": JUDGES,
        "judged-on": day,
    }
    if before is not None and (before.judged_on, before.judged_by) == (day, JUDGES):
        set_cells(library, register, before.entry.id, judged, scope)
        return
    kept = before.entry.values if before is not None else {"domain": _name(note)}
    community = before.community.id if before is not None else running.community.id
    own = community == running.community.id
    readers = _readers(register, running, note, before)
    # Only a community's own workshop can have said what stands in its register.
    fields = EntryFields(
        audience=readers,
        workshop=running.workshop.id if own else None,
        run=running.run.id if own else None,
    )
    add_entry(library, register, community, {**kept, **judged}, fields, scope)


def _readers(register: Register, running: Running, note: Note, before: Domain | None) -> str:
    """No further than the note, its block and what was said before go."""
    marks: Sequence[str] = (register.audience, running.block.audience, note.audience)
    return narrowest(*marks, *([before.entry.row.audience] if before is not None else []))
