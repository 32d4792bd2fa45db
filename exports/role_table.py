"""Who holds which role, as a table: only what was agreed, by whom, until when."""

from collections.abc import Iterable

from app.catalogue.catalogue import Catalogue
from app.community import holdings
from app.kinds.roles import own_name
from app.words import Words
from exports.facts.holders import HolderFacts
from exports.page import Piece, Table

WIDTHS = (0.4, 0.36, 0.24)


def role_row(catalogue: Catalogue, words: Words, held: HolderFacts) -> tuple[str, str, str]:
    """A row of the table: the role, who holds it and who stands in for them, until when."""
    name = held.person.name if held.person else ""
    if held.deputy is not None:
        name = words("paper.with-deputy", name=name, deputy=held.deputy.name)
    until = words.day(held.until) if held.until else words("paper.no-end")
    return role_name(catalogue, words, held.role, held.label), name, until


def role_table(words: Words, rows: Iterable[tuple[str, str, str]]) -> list[Piece]:
    """The table of these rows: the role, who holds it, until when; no piece without a row."""
    all_rows = tuple(rows)
    return [Table(heads(words), all_rows, WIDTHS)] if all_rows else []


def heads(words: Words) -> tuple[str, str, str]:
    """The heads of the three columns: the role, who holds it, until when."""
    return words("paper.role"), words("paper.held-by"), words("paper.until")


def role_name(catalogue: Catalogue, words: Words, role: str, label: str = "") -> str:
    """A role's name in these words; a community's own role has its own."""
    if label or role == holdings.OWN:
        return label or words("paper.own-role")
    known = catalogue.find_role(role)
    return known.in_language(words.language).name if known else own_name(role) or role
