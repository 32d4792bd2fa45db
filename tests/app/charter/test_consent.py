"""Consent: who cannot agree yet, against how many, by which rule; the away are in none of it."""

import pytest

from app.charter.clauses import add_clause, write_clause
from app.charter.consent import Consent, Objection, consent_to
from app.charter.people_asked import PeopleAsked, people_asked
from app.charter.versions import agree, propose, record_stances
from app.library.journal import Scope
from app.library.library import Library
from app.library.rows import Community, Membership
from tests.app.community.village import joins


@pytest.mark.parametrize(
    ("counted", "cannot", "said"),
    [
        (12, 0, "none"),
        (12, 1, "few"),
        (12, 3, "few"),
        (11, 3, "many"),
        (40, 4, "many"),
        (3, 1, "many"),
        (12, 12, "many"),
    ],
)
def test_a_few_are_three_and_a_quarter_at_most(counted: int, cannot: int, said: Objection) -> None:
    """A fourth person weighs in any room, and one of three does."""
    assert Consent(counted, cannot, PeopleAsked(20, True)).objection == said


@pytest.mark.parametrize(
    ("counted", "asked", "many"), [(12, 15, False), (11, 15, True), (8, 15, True), (3, 0, False)]
)
def test_more_than_one_in_five_missing_are_many(counted: int, asked: int, many: bool) -> None:
    """Where it is not known how many were asked, nobody is missing."""
    assert Consent(counted, 0, PeopleAsked(asked, True)).many_missing is many


def test_a_version_of_the_past_is_held_against_those_who_were_there(
    library: Library, scope: Scope, community: Community
) -> None:
    """Whoever came later was not asked; who left since was."""
    for name in ("Nora Singh", "Wei Zhang"):
        joins(library, community, name)
    add_clause(library, scope, "purpose", "Together.")
    version = propose(library, scope, date="2026-01-15", language="en")
    record_stances(library, scope, version, {"fine": 2})
    there = people_asked(library.reader, community.id, version).people
    agreed = agree(library, scope, version, "2026-07-15")
    late = joins(library, community, "Ana Costa")
    with library.change("test", scope) as writer:
        for row in library.reader.rows(Membership, person=late.person):
            writer.change(row, joined="2026-03-01")
    assert people_asked(library.reader, community.id, agreed).people == there
    assert people_asked(library.reader, community.id, None).people == there + 1


def test_the_away_are_not_counted(library: Library, scope: Scope, community: Community) -> None:
    """Neither among those who were counted nor against the room."""
    for name in ("Nora Singh", "Wei Zhang"):
        joins(library, community, name)
    add_clause(library, scope, "purpose", "Together.")
    version = propose(library, scope, date="2026-01-15", language="en")
    record_stances(library, scope, version, {"fine": 2, "away": 5})
    consent = consent_to(library.reader, version)
    assert (consent.counted, consent.more, consent.objection) == (2, 0, "none")
    record_stances(library, scope, version, {"fine": 4, "cannot": 1, "away": 5})
    assert consent_to(library.reader, version).more == 3


def test_the_rule_is_what_the_charter_says_about_deciding(library: Library, scope: Scope) -> None:
    """Of the version in force rather than of the one asked about; of the charter, if it says so."""
    add_clause(library, scope, "purpose", "Together.")
    version = propose(library, scope, date="2026-01-15", language="en")
    assert consent_to(library.reader, version).rule == ""
    rows = "Our rhythm\tThe core\t\nThe charter\tAll, by consent\tWe ask the sponsor"
    rule = add_clause(library, scope, "decisions", rows, form="table")
    version = propose(library, scope, date="2026-01-15", language="en")
    assert consent_to(library.reader, version).rule == (
        "The charter · All, by consent · We ask the sponsor"
    )
    record_stances(library, scope, version, {"fine": 2})
    agree(library, scope, version, "2026-07-15")
    write_clause(library, scope, rule, "The charter\tThe coordinator alone\t")
    later = propose(library, scope, date="2026-07-15", language="en")
    assert "by consent" in consent_to(library.reader, later).rule
