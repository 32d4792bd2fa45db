"""What bears on which renewal to propose, as the library has it; and on which day."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.catalogue.catalogue import Catalogue
from app.library.journal import Scope
from app.library.rows import CharterHead
from app.registers.cells import Party, Value
from app.renewal.proposal import MORNING, Reason, RenewalFacts, order_agendas
from app.renewal.renewal_facts import late_with_sponsor, proposed_day, renewal_facts
from tests.app.community.village import TODAY, joins, known, launched, new_library, workshop
from tests.app.signals.village_facts import Village, ago

WHY_NOW = (
    "trial-over terms-end quiet long-quiet our-late-promises their-late-promises sponsor-open"
    " coordination-open many-newcomers far-apart pulse-lower first-anniversary later-anniversary"
    " many-roles half-came charter-a-year-old charter-two-years-old renewal-near renewal-past"
    " some-left often-not-asked late-views launch-hopes"
).split()


@pytest.fixture
def village(tmp_path: Path, catalogue: Catalogue) -> Iterator[Village]:
    """Launched in March."""
    library = new_library(tmp_path)
    made = Village(library, catalogue)
    launched(library, made.community)
    yield made
    library.close()


def facts(village: Village) -> RenewalFacts:
    """What is known of it now."""
    return renewal_facts(
        village.library.reader, village.catalogue, known(village.library, village.community)
    )


def late(village: Village) -> int:
    """How many promises of the sponsor, or to them, are past their date."""
    there = known(village.library, village.community)
    return len(late_with_sponsor(village.library.reader, village.catalogue, there))


def day(village: Village) -> date:
    """The day that is proposed."""
    there = known(village.library, village.community)
    return proposed_day(village.library.reader, village.catalogue, there)


def wants(village: Village, by: date) -> None:
    """The charter says by when to renew."""
    with village.library.change("test", Scope(village.community.id)) as rows:
        for one in village.library.reader.rows(CharterHead, community=village.community.id):
            rows.remove(one)
        rows.add(
            CharterHead(
                id=village.library.moment.new_id(),
                community=village.community.id,
                renew_on=by.isoformat(),
            )
        )


def test_every_reason_to_renew_leads_there(catalogue: Catalogue) -> None:
    """Each of those there are, and no other."""
    assert {one.id for one in catalogue.signals if one.leads} == set(WHY_NOW)


def test_terms_that_end_are_counted_with_the_last_of_their_days(village: Village) -> None:
    """Of those held today; not where somebody is known to follow."""
    before = facts(village)
    village.holds("facilitator", "Ines", 200, -30)
    village.holds("sponsor", "Karim", 200, -80)
    village.holds("newcomer-guide", "Lucie", 200, -400)
    found = facts(village)
    more = (found.terms - before.terms, found.ending - before.ending)
    assert (more, found.ends_by) == ((3, 2), ago(-80))
    village.holds("sponsor", "Oumar", -81, -500)
    assert facts(village).ends_by == ago(-30)


def test_newcomers_are_those_who_came_after_the_launch(village: Village) -> None:
    before = facts(village)
    assert before.since == "launch"
    joins(village.library, village.community, "Awa Diop", joined=ago(10))
    after = facts(village)
    assert (after.members, after.came) == (before.members + 1, before.came + 1)


@pytest.mark.parametrize(
    ("giver", "taker", "count"),
    [
        (Party(party="sponsor"), Party(party="community"), 1),
        (Party(party="community"), Party(party="organization"), 1),
        (Party(party="community"), Party(name="Karim"), 1),
        (Party(party="community"), Party(name="Lucie"), 0),
    ],
)
def test_late_promises_of_the_sponsor_are_found_on_either_side(
    village: Village, giver: Party, taker: Party, count: int
) -> None:
    """By the party, or by the sponsor's name."""
    village.holds("sponsor", "Karim", 200)
    row: dict[str, Value] = {"promise": "A room", "from": giver, "to": taker}
    village.writes("gives-and-asks", **row, due=ago(-3))
    assert late(village) == 0
    village.writes("gives-and-asks", **row, due=ago(3))
    assert late(village) == count


def test_the_day_is_that_by_which_the_community_wants_to_renew(village: Village) -> None:
    """Or the Friday before; where that is too near, in six weeks."""
    assert day(village) == TODAY + timedelta(days=42)
    saturday = date(2025, 12, 13)
    wants(village, saturday)
    assert day(village) == saturday - timedelta(days=1)
    assert facts(village).renew_on == saturday
    assert village.fact("renewal-ahead") == (saturday - TODAY).days
    wants(village, ago(5))
    assert day(village) == TODAY + timedelta(days=42)
    assert (village.fact("renewal-past"), village.fact("renewal-ahead")) == (5, None)
    morning = next(one for one in order_agendas(facts(village)) if one.agenda == MORNING)
    assert Reason(code="renew-on", day=ago(5)) in morning.reasons


def test_a_renewal_that_is_planned_leaves_nothing_to_be_reminded_of(village: Village) -> None:
    wants(village, ago(-20))
    workshop(village.library, village.community, ago(-15), purpose="renewal")
    assert village.fact("renewal-ahead") is None
    assert facts(village).renew_on is None
