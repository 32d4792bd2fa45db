"""Each fact that signals stand on: rows that give it, and rows that do not."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.catalogue.catalogue import Catalogue
from app.catalogue.load import load_catalogue
from app.community.actions import settle_action
from app.community.memberships import leave
from app.community.stages import record_reading
from app.library.journal import Scope
from app.library.rows import Outcome, Reservation
from app.moment import stamp
from app.registers.cells import Party
from app.resources import resources_folder
from app.signals.signal_facts import FACTS
from tests.app.community.village import TODAY, action, charter, joins, new_library, workshop
from tests.app.signals.village_facts import Village, ago


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """The shipped one."""
    return load_catalogue(resources_folder())


@pytest.fixture
def village(tmp_path: Path, catalogue: Catalogue) -> Iterator[Village]:
    """A village in which nothing has happened."""
    library = new_library(tmp_path)
    yield Village(library, catalogue)
    library.close()


def test_where_nothing_happened_nothing_is_said(village: Village) -> None:
    """Every fact is read, and none is above zero."""
    assert {name: village.fact(name) or 0 for name in FACTS} == dict.fromkeys(FACTS, 0)


def test_days_since_people_last_met(village: Village) -> None:
    """In a gathering or a workshop, whichever was later; what is planned is no meeting."""
    village.planned(20)
    assert village.fact("silent-days") is None
    village.held(70)
    assert village.fact("silent-days") == 70
    workshop(village.library, village.community, ago(30), state="closed")
    assert village.fact("silent-days") == 30


def test_no_next_date(village: Village) -> None:
    """Once something was held; a gathering or a workshop ahead is a date."""
    village.held(10)
    assert village.fact("no-next-date") == 1
    village.planned(20)
    assert village.fact("no-next-date") == 0


def test_a_workshop_ahead_is_a_next_date(village: Village) -> None:
    """As a gathering is."""
    village.held(10)
    workshop(village.library, village.community, ago(-30))
    assert village.fact("no-next-date") == 0


def test_the_trial_and_the_age_of_a_charter(village: Village) -> None:
    """Of the version that is agreed."""
    assert village.fact("trial-over-days") is village.fact("charter-age") is None
    charter(village.library, village.community, ago(5))
    assert village.fact("trial-over-days") == 5
    assert village.fact("charter-age") == (TODAY - date(2025, 1, 10)).days


def test_a_trial_that_goes_on_is_not_over(village: Village) -> None:
    """Its days are below zero."""
    charter(village.library, village.community, ago(-5))
    assert village.fact("trial-over-days") == -5


@pytest.mark.parametrize(
    ("days", "years"), [(365, 1), (340, 1), (394, 1), (730, 2), (200, None), (500, None)]
)
def test_years_since_the_launch(village: Village, days: int, years: int | None) -> None:
    """Within a month of the day; a renewal is no launch."""
    workshop(village.library, village.community, ago(365), purpose="renewal", state="closed")
    assert village.fact("years-since-launch") is None
    workshop(village.library, village.community, ago(days), state="closed")
    assert village.fact("years-since-launch") == years


def test_terms_that_end_with_nobody_to_follow(village: Village) -> None:
    """Within two months; whoever follows is named."""
    village.holds("coordinator", "Maude", 300, -30)
    village.holds("sponsor", "Denis", 300, -90)
    assert village.fact("terms-ending") == 1
    village.holds("coordinator", "Ines", -31, -400)
    assert village.fact("terms-ending") == 0


def test_terms_without_an_end(village: Village) -> None:
    """Held now; what has ended does not count."""
    village.holds("facilitator", "Maude", 300, 10)
    assert village.fact("endless-terms") == 0
    village.holds("sponsor", "Denis", 300, None)
    assert village.fact("endless-terms") == 1


@pytest.mark.parametrize(
    ("role", "fact"), [("coordinator", "coordinator-gone"), ("sponsor", "sponsor-gone")]
)
def test_a_role_that_nobody_holds_any_more(village: Village, role: str, fact: str) -> None:
    """Days since its last holder's last day; None while somebody holds it, or nobody ever did."""
    assert village.fact(fact) is None
    village.holds(role, "Maude", 300, 20)
    assert village.fact(fact) == 20
    village.holds(role, "Ines", 5)
    assert village.fact(fact) is None


def test_days_since_another_sponsor_began(village: Village) -> None:
    """The first one is not new."""
    village.holds("sponsor", "Denis", 300, 40)
    assert village.fact("sponsor-new") is None
    village.holds("sponsor", "Rose", 30, -20)
    assert village.fact("sponsor-new") == 30
    village.holds("sponsor", "Awa", -21)
    assert village.fact("sponsor-new") == 30, "whoever follows has not begun"


def test_people_in_coordination(village: Village) -> None:
    """Once launched; one person with both roles is one."""
    maude = village.holds("coordinator", "Maude", 300)
    assert village.fact("coordinators") is None
    workshop(village.library, village.community, ago(100), state="closed")
    village.holds_too("co-coordinator", maude, 300)
    assert village.fact("coordinators") == 1
    village.holds("co-coordinator", "Ines", 10)
    assert village.fact("coordinators") == 2


def test_the_most_roles_of_one_person(village: Village) -> None:
    """Those held now."""
    maude = village.holds("coordinator", "Maude", 300)
    village.holds_too("facilitator", maude, 300, 50)
    village.holds("sponsor", "Denis", 300)
    assert village.fact("most-roles") == 1
    village.holds_too("journalist", maude, 100)
    assert village.fact("most-roles") == 2


def test_the_core_of_one_unit(village: Village) -> None:
    """In percent, of three people at least, where units are known."""
    for name, unit in (("Ana", "Roads"), ("Bo", "Roads")):
        joins(village.library, village.community, name, level="core", unit=unit)
    assert village.fact("core-from-one-unit") is None
    joins(village.library, village.community, "Cy", level="core", unit="Bridges")
    joins(village.library, village.community, "Di", level="active", unit="Bridges")
    assert village.fact("core-from-one-unit") == 66


def test_newcomers(village: Village) -> None:
    """Their part of six at least, in percent, once the community is a year old."""
    for number in range(5):
        joins(village.library, village.community, f"Old {number}", joined=ago(500))
    assert village.fact("newcomers") is None
    joins(village.library, village.community, "New", joined=ago(30))
    assert village.fact("newcomers") == 100 // 6


def test_a_young_community_has_no_newcomers(village: Village) -> None:
    """Everybody is one."""
    for number in range(7):
        joins(village.library, village.community, f"New {number}", joined=ago(100))
    assert village.fact("newcomers") is None


def test_those_who_left(village: Village) -> None:
    """Within half a year."""
    for name, days in (("Ana", 400), ("Bo", 20), ("Cy", 100)):
        member = joins(village.library, village.community, name, joined=ago(900))
        leave(village.library, member.id, ago(days))
    assert village.fact("left") == 2


def test_actions_past_their_date(village: Village) -> None:
    """Open ones; done, ahead or without a date they do not count."""
    library, community = village.library, village.community
    late = action(library, community, "Write to the sponsor", ago(3))
    action(library, community, "Later", ago(-3))
    action(library, community, "Some day", None)
    assert village.fact("actions-late") == 1
    settle_action(library, late, "done")
    assert village.fact("actions-late") == 0


def test_what_was_set_aside(village: Village) -> None:
    """And is still open; an action is none."""
    action(village.library, village.community, "Write", None)
    assert village.fact("parked") == 0
    for state in ("open", "dropped"):
        with village.library.change("test", Scope(village.community.id)) as rows:
            rows.add(
                Outcome(
                    id=village.library.moment.new_id(),
                    community=village.community.id,
                    form="parked",
                    text="A budget",
                    state=state,
                    position=0,
                    made=stamp(village.library.moment.now()),
                )
            )
    assert village.fact("parked") == 1


def test_promises_past_their_date(village: Village) -> None:
    """Ours and those made to us, apart; those ahead are not late."""
    ours, theirs = Party(party="community"), Party(party="sponsor")
    for giver, days in ((ours, 3), (ours, -3), (theirs, 5), (theirs, 6)):
        village.writes("gives-and-asks", promise="A room", **{"from": giver}, due=ago(days))
    assert village.fact("our-promises-late") == 1
    assert village.fact("their-promises-late") == 2


def test_views_that_are_late(village: Village) -> None:
    """By the day by which they were expected."""
    village.writes("voice", decision="A new form", due=ago(-2))
    assert village.fact("views-late") == 0
    village.writes("voice", decision="An old form", due=ago(2))
    assert village.fact("views-late") == 1


def test_decisions_about_which_nobody_asked(village: Village) -> None:
    """Asked, or not known, is something else."""
    village.writes("voice", decision="One", asked=True)
    village.writes("voice", decision="Two")
    assert village.fact("not-asked") == 0
    village.writes("voice", decision="Three", asked=False)
    assert village.fact("not-asked") == 1


def test_reservations_of_the_version_in_force(village: Village) -> None:
    """Not those of an earlier one."""
    first = charter(village.library, village.community, None)
    with village.library.change("test", Scope(village.community.id)) as rows:
        new_id = village.library.moment.new_id
        rows.add(Reservation(id=new_id(), version=first.id, text="Too long"))
    assert village.fact("reservations") == 1
    charter(village.library, village.community, None, number=2)
    assert village.fact("reservations") == 0


def test_fewer_people_come(village: Village) -> None:
    """The last three against the three before, in percent; six that were counted at least."""
    for days, came in ((200, 12), (170, 9), (140, 9), (110, 6), (80, 5)):
        village.held(days, came)
    village.held(60)
    assert village.fact("fewer-came") is None
    village.held(50, 4)
    assert village.fact("fewer-came") == 50


def test_the_longest_gap(village: Village) -> None:
    """Between two gatherings of the last year."""
    village.held(800)
    village.held(300)
    assert village.fact("longest-gap") is None
    village.held(180)
    village.held(170)
    assert village.fact("longest-gap") == 120


def test_the_age_of_the_portrait(village: Village) -> None:
    """Since the group last said which stages it lives."""
    assert village.fact("portrait-age") is None
    record_reading(village.library, village.community.id, ago(400), {"grow": ""})
    record_reading(village.library, village.community.id, ago(-30), {"renew": ""})
    assert village.fact("portrait-age") == 400


def test_the_age_of_the_last_story(village: Village) -> None:
    """Where some were kept."""
    assert village.fact("stories-age") is None
    village.writes("stories", help="A crack was seen in time")
    assert village.fact("stories-age") == 0


def test_hopes_and_worries_of_the_launch(village: Village) -> None:
    """Notes of that exercise there alone, two months later, until they were looked at again."""
    launch = workshop(village.library, village.community, ago(90), state="closed")
    village.notes(village.run_of("hopes-and-fears", launch), 4)
    other = workshop(village.library, village.community, ago(60), state="closed")
    village.notes(village.run_of("opening-round", other), 5)
    again = workshop(village.library, village.community, ago(9), purpose="renewal", state="closed")
    village.notes(village.run_of("hopes-and-fears", again), 3)
    assert village.fact("launch-notes") == 4
    village.run_of("worries-revisited", other)
    assert village.fact("launch-notes") is None


def test_hopes_of_a_new_launch_rest_for_two_months(village: Village) -> None:
    """Nobody has to be reminded of last week."""
    launch = workshop(village.library, village.community, ago(40), state="closed")
    village.notes(village.run_of("hopes-and-fears", launch), 4)
    assert village.fact("launch-notes") is None


def test_answers_far_apart(village: Village) -> None:
    """Of seven people at least, at the last pulse."""
    first = workshop(village.library, village.community, ago(90), state="closed")
    village.answers(village.run_of("taking-the-pulse", first), heard="1115555")
    assert village.fact("pulse-spread") == 4
    last = workshop(village.library, village.community, ago(9), state="closed")
    village.answers(village.run_of("taking-the-pulse", last), heard="155", known="3334444")
    assert village.fact("pulse-spread") == 1


def test_lower_middles(village: Village) -> None:
    """Of statements that three people answered both times."""
    first = workshop(village.library, village.community, ago(90), state="closed")
    run = village.run_of("taking-the-pulse", first)
    village.answers(run, heard="444", known="444", few="55")
    assert village.fact("pulse-fell") is None
    last = workshop(village.library, village.community, ago(9), state="closed")
    run = village.run_of("taking-the-pulse", last)
    village.answers(run, heard="333", known="444", few="11", new="111")
    assert village.fact("pulse-fell") == 1
