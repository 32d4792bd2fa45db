"""Roles on paper: who agreed to hold what, until when. Only a yes is ever told."""

from app.catalogue.catalogue import Catalogue
from app.catalogue.recipe import Recipe
from app.community import holdings
from app.kinds.handing_over import endings
from app.kinds.kind import CaptureKind, facts_of
from app.kinds.roles import Candidate, hands_over, own_name, roles_offered
from app.library.rows import Holding, Note
from app.text_direction import self_contained
from app.words import Words
from exports.facts.holders import holdings_on, read_holder
from exports.kinds.report import ReportedRun, small
from exports.page import Heading, Piece, Table
from exports.role_table import WIDTHS, heads, role_name, role_row, role_table
from exports.writers.table_widths import TO_WRITE_IN

MORE_ROLES = 4
"""Rows of a worksheet for roles that the room thinks of."""


class RolesReport:
    """A table of holdings, and the roles still open."""

    def __init__(self, kind: CaptureKind) -> None:
        """Report the facts of ``kind``."""
        self._kind = kind

    def pieces(self, run: ReportedRun) -> tuple[Piece, ...]:
        """Roles agreed in this run; those nobody holds yet are named without a name."""
        words, reader, running = run.words, run.reader, run.running
        agreed = facts_of(self._kind.facts(reader, running), Candidate)
        pieces = [*_handed(run), *role_table(words, [_row(run, one) for one in agreed])]
        held = [
            *reader.rows(Holding, workshop=running.workshop.id),
            *holdings_on(reader, run.catalogue, running.community.id, running.workshop.date),
        ]
        taken = {_key(one.naming.role) for one in agreed} | {holdings.role_key(one) for one in held}
        open_roles = [
            role_name(run.catalogue, words, role)
            for role in roles_offered(run.recipe)
            if _key(role) not in taken
        ]
        if open_roles:
            named = words.series(open_roles)
            pieces.append(small(words("paper.roles-open", n=len(open_roles), roles=named)))
        return tuple(pieces)

    def worksheet(self, recipe: Recipe, catalogue: Catalogue, words: Words) -> tuple[Piece, ...]:
        """A row for each role, with room for a name once somebody has said yes, and some more."""
        named = [role_name(catalogue, words, role) for role in roles_offered(recipe)]
        rows = [(name, TO_WRITE_IN, TO_WRITE_IN) for name in (*named, *[TO_WRITE_IN] * MORE_ROLES)]
        return (Table(heads(words), tuple(rows), WIDTHS),)


def _handed(run: ReportedRun) -> list[Piece]:
    """Whose turn ends, with thanks; what they pass on goes to whoever comes next alone."""
    if not hands_over(run.recipe):
        return []
    words, notes = run.words, run.readable(Note)
    rows = []
    for one in endings(run.reader, run.catalogue.roles, run.running):
        since = words("inroom.since", day=words.day(one.held.starts))
        thanked = one.thanks is not None and one.thanks.id in notes
        rows.append(
            (
                role_name(run.catalogue, words, one.role, one.label),
                f"{self_contained(one.held.person.name)}, {since}",
                one.thanks.text if thanked and one.thanks is not None else "",
            )
        )
    if not rows:
        return []
    named = tuple(words(f"inroom.{one}") for one in ("role", "held", "thanked"))
    table = Table(named, tuple(rows), (0.24, 0.3, 0.46))
    if not any(thanks for *_, thanks in rows):
        # Nobody's thanks were written down: a column for them would stand empty.
        table = Table(named[:2], tuple(row[:2] for row in rows), (0.35, 0.65))
    return [Heading(3, words("inroom.handed")), table]


def _row(run: ReportedRun, agreed: Candidate) -> tuple[str, str, str]:
    role, label = _key(agreed.naming.role)
    found = read_holder(run.reader, role, label, agreed.person.id, agreed.holding)
    return role_row(run.catalogue, run.words, found)


def _key(role: str) -> tuple[str, str]:
    """A role as a holding knows it: its id, and the name of a role that the room made up."""
    name = own_name(role)
    return (holdings.OWN, name) if name else (role, "")
