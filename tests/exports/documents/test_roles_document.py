"""Who held what: many roles take several pictures, over the same years."""

from datetime import UTC, date, datetime

import msgspec

from app.community.holdings import HoldingFields, give_role
from app.diagram import Label
from app.words import Words
from exports.export import make_page
from exports.page import Figure
from exports.role_years_figure import MOST_ROLES
from tests.exports.making import House


def test_many_roles_take_several_pictures_over_the_same_years(house: House, words: Words) -> None:
    """Each short enough to stand on a page beside other things; every role in one of them."""
    roles = [one.id for one in house.catalogue.roles if not one.workshop]
    for number, role in enumerate(roles):
        fields = HoldingFields(
            role=role,
            person=house.person(f"Noor Haddad {number}").id,
            starts=date(2015 + number % 9, 1, 2),
            ends=date(2027, 1, 2),
        )
        give_role(house.library, house.community.id, fields)
    now = datetime(2026, 7, 1, 15, tzinfo=UTC)
    request = msgspec.structs.replace(house.request("roles"), now=now)
    with house.library.snapshot() as reader:
        made = make_page(request, reader, house.catalogue, house.reports, words)
    drawn = [one for one in made.pieces if isinstance(one, Figure)]
    named = [row[0] for one in drawn for row in one.table.rows]
    assert len(drawn) == -(-len(roles) // MOST_ROLES) > 1
    assert len(named) == len(set(named)) == len(roles)
    assert all(one.diagram.height < 400 for one in drawn)
    years = {
        tuple(
            one.text
            for one in figure.diagram.shapes
            if isinstance(one, Label) and one.text.isdecimal()
        )
        for figure in drawn
    }
    assert len(years) == 1
