"""Who holds which role, as a table: only what was agreed, by whom, until when."""

from collections.abc import Iterable
from datetime import date

from app.catalogue.catalogue import Catalogue
from app.community import holdings
from app.kinds.roles import own_name
from app.library.reading import Reader
from app.library.rows import Holding, Person
from app.words import Words
from exports.page import Piece, Table

WIDTHS = (0.4, 0.36, 0.24)


def holders_on(
    reader: Reader, catalogue: Catalogue, community: str, day: str | None
) -> list[Holding]:
    """What is held on a day (None: all there ever was), in the order of the catalogue's roles."""
    order = {role.id: place for place, role in enumerate(catalogue.roles)}
    held = [
        one
        for one in reader.rows(Holding, order="starts", community=community)
        if day is None or (one.starts <= day and (one.ends is None or one.ends >= day))
    ]
    return sorted(held, key=lambda one: order.get(one.role, len(order)))


def holder_row(
    reader: Reader,
    catalogue: Catalogue,
    words: Words,
    who: tuple[str, str, str],
    held: Holding | None,
) -> tuple[str, str, str]:
    """A row of the table: ``who`` is a role, its own label, a person's id.

    ``held`` knows until when, and who stands behind that person.
    """
    role, label, person = who
    found = reader.find(Person, person)
    name = found.name if found else ""
    deputy = reader.find(Person, held.deputy) if held and held.deputy else None
    if deputy is not None:
        name = words("paper.with-deputy", name=name, deputy=deputy.name)
    ends = held.ends if held else None
    until = words.day(date.fromisoformat(ends)) if ends else words("paper.no-end")
    return role_name(catalogue, words, role, label), name, until


def holders_table(words: Words, rows: Iterable[tuple[str, str, str]]) -> list[Piece]:
    """The role, who holds it, until when; nothing for nobody."""
    all_rows = tuple(rows)
    return [Table(heads(words), all_rows, WIDTHS)] if all_rows else []


def heads(words: Words) -> tuple[str, str, str]:
    """What the columns are called."""
    return words("paper.role"), words("paper.held-by"), words("paper.until")


def role_name(catalogue: Catalogue, words: Words, role: str, label: str = "") -> str:
    """A role's name in these words; a community's own role has its own."""
    if label or role == holdings.OWN:
        return label or words("paper.own-role")
    known = catalogue.find_role(role)
    return known.in_language(words.language).name if known else own_name(role) or role
