"""Who held what: many roles take several pictures, over the same years; nobody is named twice."""

from datetime import UTC, date, datetime

import msgspec

from app.community.holdings import HoldingFields, give_role
from app.diagram import Label
from app.moment import day
from app.words import Words
from exports.export import make_page
from exports.page import Figure
from exports.role_years_figure import MOST_ROLES
from tests.exports.making import House
from tests.exports.telling import tables


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


def test_who_goes_on_in_a_role_is_named_once(house: House, words: Words) -> None:
    """On the day on which one turn ends and the next begins, with the end that now counts."""
    person = house.person("Ana Ruiz").id
    for starts, ends in (("2024-01-15", "2026-01-15"), ("2026-01-15", "2028-01-15")):
        fields = HoldingFields(role="sponsor", person=person, starts=day(starts), ends=day(ends))
        give_role(house.library, house.community.id, fields)
    house.clause("purpose", "To keep the lamps lit.")
    house.propose("2026-01-15")
    (table,) = tables(house.page("charter", words).pieces)
    assert [row[1:] for row in table.rows] == [("Ana Ruiz", words.day(day("2028-01-15")))]
