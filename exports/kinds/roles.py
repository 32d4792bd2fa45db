"""Roles on paper: who agreed to hold what, until when. Only a yes is ever told."""

from app.catalogue.catalogue import Catalogue
from app.catalogue.recipe import Recipe
from app.community import holdings
from app.kinds.roles import agreed, own_name, roles_offered
from app.library.rows import Holding, Naming
from app.words import Words
from exports.facts.holders import holdings_on, read_holder
from exports.holders import WIDTHS, heads, holder_row, holders_table, role_name
from exports.kinds.telling import Told, small
from exports.page import Piece, Table
from exports.writers.columns import TO_WRITE_IN

MORE_ROLES = 4
"""Rows of a worksheet for roles that the room thinks of."""


class RolesTelling:
    """A table of holdings, and the roles still open."""

    def pieces(self, told: Told) -> tuple[Piece, ...]:
        """Roles agreed in this run; those nobody holds yet are named without a name."""
        words, reader, yes = told.words, told.reader, agreed(told.reader, told.run.id)
        pieces = holders_table(words, [_row(told, naming) for naming in yes])
        held = [
            *reader.rows(Holding, workshop=told.workshop.id),
            *holdings_on(reader, told.catalogue, told.community.id, told.workshop.date),
        ]
        taken = {_key(naming.role) for naming in yes} | {(one.role, one.label) for one in held}
        open_roles = [
            role_name(told.catalogue, words, role)
            for role in roles_offered(told.recipe)
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


def _row(told: Told, naming: Naming) -> tuple[str, str, str]:
    role, label = _key(naming.role)
    held = told.reader.rows(
        Holding, workshop=told.workshop.id, role=role, label=label, person=naming.person
    )
    found = read_holder(told.reader, role, label, naming.person, held[-1] if held else None)
    return holder_row(told.catalogue, told.words, found)


def _key(role: str) -> tuple[str, str]:
    """A role as a holding knows it: its id, and the name of a role that the room made up."""
    name = own_name(role)
    return (holdings.OWN, name) if name else (role, "")
