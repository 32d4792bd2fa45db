"""Advice on a draft: only facts, each gone with its cause; set aside, and back when it grows."""

from app.catalogue.catalogue import Catalogue
from app.charter.charter_advice import Advice, advice_of, set_advice_aside, take_advice_up
from app.charter.charter_head import write_head
from app.charter.clauses import add_clause, tie, untie, write_clause
from app.community.holdings import HoldingFields, give_role_to_new_person
from app.library.journal import Scope
from app.library.library import Library
from app.library.rows import Community
from tests.app.charter.test_clauses import said
from tests.app.community.village import StandingClock


def codes(library: Library, catalogue: Catalogue, community: Community) -> dict[str, Advice]:
    """What is given now, by its code."""
    now = advice_of(library.reader, catalogue, community.id, library.moment.now())
    return {one.code: one for one in now.given}


def test_an_empty_draft_has_no_advice(
    library: Library, community: Community, catalogue: Catalogue
) -> None:
    """Nothing was written that something could be missing from."""
    assert codes(library, catalogue, community) == {}


def test_each_fact_goes_with_its_cause(
    library: Library, scope: Scope, community: Community, catalogue: Catalogue
) -> None:
    """A lead, a date, a limit, an owner, a voice: once there, nothing is said of it."""
    table = "30 days\tA first date\t\n60 days\tA list\tthe core"
    plan = add_clause(library, scope, "first-90-days", table, form="table")
    found = codes(library, catalogue, community)
    assert list(found) == ["no-lead", "no-next-date", "nothing-out", "no-owner", "nobody-said"]
    assert found["no-owner"] == Advice("no-owner", "first-90-days", 1, ("first-90-days",))
    assert found["nobody-said"].sections == ("first-90-days",)
    write_clause(library, scope, plan, table.replace("date\t", "date\tAwa"))
    tie(library, scope, plan, said(library, scope, "A first date").id)
    limit = add_clause(library, scope, "out-of-scope", "No translations", form="list")
    assert list(codes(library, catalogue, community)) == ["no-lead", "no-next-date", "nobody-said"]
    assert codes(library, catalogue, community)["nobody-said"].section == "out-of-scope"
    tie(library, scope, limit, said(library, scope, "Not translations").id)
    today = library.moment.now().date()
    write_head(
        library, scope, title="", parent_body="", approver="", voters="", quorum=0,
        signatures=False, renew_on=today,
    )  # fmt: skip
    role = HoldingFields(role="co-coordinator", person="", starts=today)
    give_role_to_new_person(library, community.id, "Awa Diallo", role)
    assert codes(library, catalogue, community) == {}


def test_what_is_recorded_needs_nobody_to_have_said_it(
    library: Library, scope: Scope, community: Community, catalogue: Catalogue
) -> None:
    """Roles and how it was agreed; a table with columns of one's own is not judged."""
    add_clause(library, scope, "roles", "As printed below")
    add_clause(library, scope, "agreement", "By all of us")
    found = codes(library, catalogue, community)
    assert "nobody-said" not in found
    assert "no-owner" not in found


def test_advice_is_set_aside_until_there_is_more_of_it(
    library: Library, scope: Scope, community: Community, catalogue: Catalogue
) -> None:
    """For a year; taken up again at once where one wants."""
    clause = add_clause(library, scope, "purpose", "Why")
    advice = codes(library, catalogue, community)["nobody-said"]
    today = library.moment.now().date()
    set_advice_aside(library, community.id, advice, today)
    now = advice_of(library.reader, catalogue, community.id, library.moment.now())
    assert now.aside == (advice,)
    assert advice not in now.given
    take_advice_up(library, community.id, now.aside)
    assert codes(library, catalogue, community)["nobody-said"] == advice
    set_advice_aside(library, community.id, advice, today)
    add_clause(library, scope, "norms", "How", form="list")
    assert codes(library, catalogue, community)["nobody-said"].number == 2
    note = said(library, scope, "Why")
    tie(library, scope, clause, note.id)
    assert "nobody-said" not in codes(library, catalogue, community), (
        "one, as when it was set aside"
    )
    untie(library, scope, clause, note.id)
    assert "nobody-said" in codes(library, catalogue, community)
    set_advice_aside(library, community.id, codes(library, catalogue, community)["no-lead"], today)
    clock = library.moment
    assert isinstance(clock, StandingClock)
    assert "no-lead" not in codes(library, catalogue, community)
    clock.go_on(days=366)
    assert "no-lead" in codes(library, catalogue, community)
