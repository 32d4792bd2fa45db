"""A table of situations: what is near comes first, and a date far ahead hides nothing."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from app.community.attention import also_ahead, reminders_of, renewal_near
from app.community.gatherings import GatheringFields, plan_gathering
from app.community.overview import home_line, main_step
from app.community.states import record_state
from app.library.library import Library
from app.library.rows import Community
from tests.app.community.village import TODAY, action, joins, known, launched, workshop

Arrange = Callable[[Library, Community], None]


def renews(days: int) -> Arrange:
    """A renewal is planned so many days ahead."""

    def arrange(library: Library, community: Community) -> None:
        launched(library, community)
        day = TODAY + timedelta(days=days)
        workshop(library, community, day, purpose="renewal", title="Renewal")

    return arrange


def meets(days: int, arranged: Arrange) -> Arrange:
    """A gathering is in the calendar besides."""

    def arrange(library: Library, community: Community) -> None:
        arranged(library, community)
        day = TODAY + timedelta(days=days)
        plan_gathering(library, community.id, GatheringFields(date=day))

    return arrange


def promised(days: int, arranged: Arrange) -> Arrange:
    """Something was promised for so many days ahead."""

    def arrange(library: Library, community: Community) -> None:
        arranged(library, community)
        action(library, community, "Send the list", TODAY + timedelta(days=days))

    return arrange


def members_only(library: Library, community: Community) -> None:
    """People, and nothing else."""
    joins(library, community, "Maude")


def launches(days: int) -> Arrange:
    """A launch is planned so many days ahead."""

    def arrange(library: Library, community: Community) -> None:
        members_only(library, community)
        workshop(library, community, TODAY + timedelta(days=days))

    return arrange


def missed_and_far(library: Library, community: Community) -> None:
    """A workshop went by unopened, another is a year off."""
    renews(365)(library, community)
    workshop(library, community, TODAY - timedelta(days=3), purpose="check-up", title="Check-up")


SITUATIONS: list[tuple[str, Arrange, list[str], str, str]] = [
    ("nothing planned", launched, ["next-none"], "", "plan"),
    ("a renewal in a year", renews(365), ["next-far"], "", "plan"),
    ("a renewal in nine weeks", renews(63), ["next-far"], "", "plan"),
    ("a renewal in eight weeks", renews(56), [], "ahead-workshop", "prepare"),
    ("a renewal in ten days", renews(10), ["workshop-soon"], "", "prepare"),
    ("a renewal in a year, a gathering soon", meets(20, renews(365)), [],
        "ahead-gathering", "plan"),
    ("a gathering in half a year", meets(180, launched), ["next-far"], "", "plan"),
    ("a promise past, a renewal in a year", promised(-3, renews(365)),
        ["actions-past", "next-far"], "", "plan"),
    ("a promise for this week, a renewal in a year", promised(4, renews(365)),
        ["actions-soon", "next-far"], "", "plan"),
    ("a promise for next month", promised(30, renews(56)), [], "ahead-workshop", "prepare"),
    ("a promise past, a workshop in ten days", promised(-3, renews(10)),
        ["actions-past", "workshop-soon"], "", "prepare"),
    ("a promise past, a workshop tomorrow", promised(-3, renews(1)),
        ["workshop-tomorrow", "actions-past"], "", "prepare"),
    ("a workshop missed, another in a year", missed_and_far,
        ["workshop-missed"], "ahead-workshop", "prepare"),
    ("people and nothing else", members_only, ["launch-unplanned"], "", "plan-launch"),
    ("a launch in ninety days", launches(90),
        ["coordinator-vacant", "sponsor-vacant"], "ahead-workshop", "prepare"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("arrange", "codes", "later", "step"),
    [one[1:] for one in SITUATIONS],
    ids=[one[0] for one in SITUATIONS],
)
def test_what_comes_first(
    library: Library,
    community: Community,
    arrange: Arrange,
    codes: list[str],
    later: str,
    step: str,
) -> None:
    arrange(library, community)
    facts = known(library, community)
    reminders = reminders_of(facts)
    assert [one.code for one in reminders] == codes
    ahead = also_ahead(facts, reminders)
    assert (ahead.code if ahead else "") == later
    assert main_step(facts).code == step


def test_home_says_beside_a_far_date_that_nothing_is_before(
    library: Library, community: Community
) -> None:
    renews(365)(library, community)
    line = home_line(known(library, community))
    assert line.next.happening is not None
    assert line.worth is not None
    assert line.worth.code == "next-far"


@pytest.mark.parametrize(("days", "near"), [(365, False), (57, False), (56, True), (1, True)])
def test_a_renewal_is_near_from_eight_weeks_on(
    library: Library, community: Community, days: int, near: bool
) -> None:
    renews(days)(library, community)
    assert renewal_near(known(library, community)) is near


def test_nothing_is_ahead_of_a_community_that_has_ended(
    library: Library, community: Community
) -> None:
    renews(30)(library, community)
    record_state(library, community.id, TODAY, "closed")
    facts = known(library, community)
    assert also_ahead(facts, reminders_of(facts)) is None
