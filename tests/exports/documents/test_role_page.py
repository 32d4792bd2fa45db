"""The page for whoever takes a role: whom to ask, on one sheet."""

from datetime import UTC, date, datetime

import msgspec
import pytest

from app.community.holdings import HoldingFields, give_role
from app.words import Words
from exports.export import make_page
from exports.writers.pdf.pdf_writer import fewest_sheets
from tests.exports.making import House, house_fonts
from tests.exports.telling import everything

TURNS = (
    ("Noor Haddad", date(2024, 1, 2), date(2025, 1, 2)),
    ("Tomás Oyarzún", date(2025, 1, 3), date(2026, 6, 1)),
    ("Mei Tanaka", date(2026, 6, 2), date(2027, 6, 1)),
)


@pytest.mark.parametrize(
    ("on", "asked", "key"),
    [
        (datetime(2026, 1, 20, 15, tzinfo=UTC), "Tomás Oyarzún", "now"),
        (datetime(2026, 7, 1, 15, tzinfo=UTC), "Tomás Oyarzún", "before"),
    ],
)
def test_whom_to_ask(house: House, words: Words, on: datetime, asked: str, key: str) -> None:
    """Whoever holds it until the next turn begins holds it now, and held it before afterwards."""
    for name, starts, ends in TURNS:
        fields = HoldingFields(
            role="coordinator", person=house.person(name).id, starts=starts, ends=ends
        )
        give_role(house.library, house.community.id, fields)
    request = msgspec.structs.replace(house.request("role-page"), role="coordinator", now=on)
    with house.library.snapshot() as reader:
        made = make_page(request, reader, house.catalogue, house.reports, words)
    said = {
        "now": words("roles.holds-now", n=1, names=asked),
        "before": words("roles.held-before", name=asked),
    }
    told = everything(made)
    assert said[key] in told
    assert said["before" if key == "now" else "now"] not in told
    assert fewest_sheets(made, "letter", house_fonts()) == 1
