"""Roles on paper: who agreed to hold what, until when. Only a yes is ever told."""

from datetime import date

from app.catalogue.catalogue import Catalogue
from app.catalogue.recipe import Recipe
from app.kinds.roles import agreed
from app.library.rows import Holding, Person
from app.words import Words
from exports.kinds.telling import Told, small, writing_table
from exports.page import Piece, Table


class RolesTelling:
    """A table of holdings, and the roles still open."""

    def pieces(self, told: Told) -> tuple[Piece, ...]:
        """Roles agreed in this run; those nobody holds yet are named without a name."""
        words = told.words
        yes = agreed(told.reader, told.run.id)
        rows = []
        for naming in yes:
            person = told.reader.row(Person, naming.person)
            held = told.reader.rows(
                Holding, workshop=told.workshop.id, role=naming.role, person=naming.person
            )
            until = held[0].ends if held else None
            name = role_name(told.catalogue, words, naming.role, naming.label)
            when = words.day(date.fromisoformat(until)) if until else words("paper.no-end")
            rows.append((name, person.name, when))
        held_roles = {naming.role for naming in yes}
        open_roles = [
            role_name(told.catalogue, words, role, "")
            for role in told.recipe.roles
            if role not in held_roles
        ]
        pieces: list[Piece] = []
        if rows:
            heads = (words("paper.role"), words("paper.held-by"), words("paper.until"))
            pieces.append(Table(heads, tuple(rows), (0.4, 0.35, 0.25), strong_column=1))
        if open_roles:
            named = words.series(open_roles)
            pieces.append(small(words("paper.roles-open", n=len(open_roles), roles=named)))
        return tuple(pieces)

    def worksheet(self, recipe: Recipe, catalogue: Catalogue, words: Words) -> tuple[Piece, ...]:
        """A row for each role, with room for a name once somebody has said yes."""
        heads = (words("paper.role"), words("paper.held-by"), words("paper.until"))
        space = "\N{NO-BREAK SPACE}\n\N{NO-BREAK SPACE}"
        rows = tuple((role_name(catalogue, words, role, ""), space, space) for role in recipe.roles)
        return (Table(heads, rows, (0.4, 0.35, 0.25)),) if rows else writing_table(heads)


def role_name(catalogue: Catalogue, words: Words, role: str, label: str) -> str:
    """A role's name in these words; a community's own role has its own."""
    known = catalogue.find_role(role)
    return label or (known.in_language(words.language).name if known else role)
