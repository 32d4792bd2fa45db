"""A charter that comes in whole keeps its order, its headings and its columns."""

from app.catalogue.catalogue import Catalogue
from app.charter.clauses import add_clause, clauses_of
from app.charter.intake import bring_in, read_charter
from app.charter.sections import section_rows, shape_of
from app.library.journal import Scope
from app.library.library import Library
from app.library.rows import Community
from tests.app.charter.test_charter_text import TERMS

TURNED = """# Rhythm

We meet on Mondays.

# PURPOSE

We learn.

# Domain

Maps.

## In scope

- Sea charts

# Seats

| Office | Seats |
| --- | --- |
| North | 2 |
| South | |
"""


def test_order_headings_and_columns(
    library: Library, scope: Scope, community: Community, catalogue: Catalogue
) -> None:
    """As they came; what stood deeper in the text stands under what it stood under."""
    bring_in(library, scope, catalogue.sections, read_charter(catalogue.sections, TURNED))
    shape = shape_of(library.reader, community.id)
    assert [(one.id, one.title, one.under) for one in shape] == [
        ("rhythm", "Rhythm", ""),
        ("purpose", "PURPOSE", ""),
        ("domain", "Domain", ""),
        ("in-scope", "In scope", "domain"),
        ("Seats", "Seats", ""),
    ]
    assert shape[-1].columns == ("Office", "Seats")
    (seats,) = clauses_of(library.reader, community.id, "Seats")
    assert seats.text == "North\t2\nSouth"
    library.undo(scope)
    assert not section_rows(library.reader, community.id)


def test_what_is_there_already_is_not_arranged(
    library: Library, scope: Scope, community: Community, catalogue: Catalogue
) -> None:
    """It comes after what is there, the heads of a table as its first row."""
    add_clause(library, scope, "norms", "We listen.")
    bring_in(library, scope, catalogue.sections, read_charter(catalogue.sections, TERMS))
    assert not section_rows(library.reader, community.id)
    tables = [one for one in clauses_of(library.reader, community.id) if one.form == "table"]
    assert tables[0].text.startswith("Office\tSeats")
