"""Versions: frozen, numbered, answered to, agreed to be tried, or set aside."""

from datetime import date

import pytest

from app.charter.clauses import add_clause, clauses_of, remove_clause, tie, write_clause
from app.charter.versions import (
    agree,
    agreement_of,
    draft_clauses,
    draft_status,
    frozen_clauses,
    propose,
    record_stances,
    reserve,
    stances_round,
    unreserve,
    update_proposed,
    usual_until,
    versions_of,
    withdraw,
)
from app.library.journal import Scope
from app.library.library import Library
from app.library.rows import Clause, ClosedTally, Community, Version
from app.library.trouble import Trouble
from tests.app.charter.test_clauses import said
from tests.app.community.village import joins, refusal, workshop

COUNTS = {"wholehearted": 9, "fine": 4, "reservation": 2, "cannot": 0, "away": 1}


def drafted(library: Library, scope: Scope, text: str = "We keep the maps honest.") -> Clause:
    """A charter of one clause."""
    return add_clause(library, scope, "purpose", text)


def proposed(library: Library, scope: Scope, reason: str = "", date: str = "2025-11-12") -> Version:
    """The draft as a version, on that Wednesday."""
    return propose(library, scope, date=date, language="en", reason=reason)


def agreed(library: Library, scope: Scope, version: Version, until: str) -> Version:
    """A version as people were counted on it, and agreed to."""
    record_stances(library, scope, version, COUNTS)
    return agree(library, scope, version, until)


def statuses(library: Library, community: Community) -> dict[int, str]:
    """Where each version stands, by number."""
    return {one.number: one.status for one in versions_of(library.reader, community.id)}


def test_an_empty_charter_is_not_proposed(library: Library, scope: Scope) -> None:
    """Also when its only clause has been emptied."""
    assert refusal(lambda: proposed(library, scope)) == "charter-empty"
    clause = drafted(library, scope)
    write_clause(library, scope, clause, "")
    assert refusal(lambda: proposed(library, scope)) == "charter-empty"


def test_a_version_is_frozen(library: Library, scope: Scope, community: Community) -> None:
    """What is written later does not change it; a clause that says nothing is left out."""
    note = said(library, scope, "Somebody said so")
    clause = drafted(library, scope)
    tie(library, scope, clause, note.id)
    empty = add_clause(library, scope, "domain", "Something")
    write_clause(library, scope, empty, "")
    version = proposed(library, scope, " First  one ")
    assert (version.number, version.status, version.reason) == (1, "proposed", "First one")
    write_clause(library, scope, clause, "Other words")
    frozen = frozen_clauses(versions_of(library.reader, community.id)[0])
    assert [one.text for one in frozen] == ["We keep the maps honest."]
    assert frozen[0].sources == (note.id,)


def test_unchanged_is_said(library: Library, scope: Scope) -> None:
    """A charter that says what was agreed to is not proposed again; a tied note says nothing."""
    clause = drafted(library, scope)
    agreed(library, scope, proposed(library, scope), "2026-11-12")
    assert refusal(lambda: proposed(library, scope)) == "charter-unchanged"
    tie(library, scope, clause, said(library, scope, "A note").id)
    with pytest.raises(Trouble) as met:
        proposed(library, scope)
    assert met.value.facts == {"number": 1}


def test_a_proposed_version_goes_on(library: Library, scope: Scope, community: Community) -> None:
    """Proposing the same words again is the same version; in a workshop it becomes its own."""
    drafted(library, scope)
    first = proposed(library, scope, "Because")
    record_stances(library, scope, first, COUNTS)
    meeting = workshop(library, community, date.fromisoformat(first.date))
    again = proposed(library, Scope(community.id, meeting.id))
    assert (again.id, again.number, again.reason) == (first.id, 1, "Because")
    assert again.workshop == meeting.id
    known = agreement_of(library.reader, again.id)
    assert known is not None
    assert known.counts == COUNTS


def test_before_anybody_answered_edits_are_taken_in(
    library: Library, scope: Scope, community: Community
) -> None:
    """The number stays, the words are the draft's."""
    clause = drafted(library, scope)
    first = proposed(library, scope)
    write_clause(library, scope, clause, "Other words")
    assert draft_status(library.reader, community.id).next == 1
    again = proposed(library, scope)
    assert (again.id, again.number) == (first.id, 1)
    assert [one.text for one in frozen_clauses(again)] == ["Other words"]


@pytest.mark.parametrize("answer", ["stance", "reservation"])
def test_once_answered_edits_are_another_version(
    library: Library, scope: Scope, community: Community, answer: str
) -> None:
    """What people answered to is set aside as it was, with their answers."""
    clause = drafted(library, scope)
    first = proposed(library, scope)
    if answer == "stance":
        record_stances(library, scope, first, COUNTS)
    else:
        reserve(library, scope, first, "Not in fire season.")
    write_clause(library, scope, clause, "Other words")
    standing = draft_status(library.reader, community.id)
    assert (standing.next, standing.answered, standing.changed) == (2, True, True)
    second = proposed(library, scope)
    assert second.number == 2
    assert statuses(library, community) == {2: "proposed", 1: "withdrawn"}
    kept = agreement_of(library.reader, first.id)
    assert kept is not None
    assert kept.answered
    assert [one.text for one in frozen_clauses(first)] == ["We keep the maps honest."]


def test_only_the_away_is_no_answer(library: Library, scope: Scope, community: Community) -> None:
    """Absence and silence are never consent, nor are they anything else."""
    drafted(library, scope)
    record_stances(library, scope, proposed(library, scope), {"away": 3})
    assert not draft_status(library.reader, community.id).answered


def test_taking_edits_in(library: Library, scope: Scope) -> None:
    """Only while a version is proposed, and never an empty charter."""
    clause = drafted(library, scope)
    version = proposed(library, scope)
    write_clause(library, scope, clause, "Put right")
    assert [one.text for one in frozen_clauses(update_proposed(library, scope, version))] == [
        "Put right"
    ]
    remove_clause(library, scope, clause)
    assert refusal(lambda: update_proposed(library, scope, version)) == "charter-empty"
    drafted(library, scope)
    agreed(library, scope, version, "2026-11-12")
    assert refusal(lambda: update_proposed(library, scope, version)) == "version-settled"


def test_agreeing(library: Library, scope: Scope, community: Community) -> None:
    """To be tried until a date after its own; the version before is replaced."""
    clause = drafted(library, scope)
    first = proposed(library, scope)
    assert refusal(lambda: agree(library, scope, first, "2025-11-12")) == "until-before-date"
    assert agreed(library, scope, first, "2026-05-12").until == "2026-05-12"
    write_clause(library, scope, clause, "More")
    second = agreed(library, scope, proposed(library, scope, date="2026-05-01"), "2027-05-01")
    assert statuses(library, community) == {2: "agreed", 1: "replaced"}
    # The date of a version that is agreed may be set anew; of one that is not, no more.
    assert agree(library, scope, second, "2027-12-01").until == "2027-12-01"
    assert statuses(library, community) == {2: "agreed", 1: "replaced"}
    assert refusal(lambda: agree(library, scope, first, "2027-12-01")) == "version-settled"


def test_counts_stand_once_agreed(library: Library, scope: Scope) -> None:
    """They may be corrected until then, are never below zero, and name no other stance."""
    drafted(library, scope)
    version = proposed(library, scope)
    assert agreement_of(library.reader, version.id) is None
    record_stances(library, scope, version, COUNTS)
    record_stances(library, scope, version, {**COUNTS, "fine": 5})
    known = agreement_of(library.reader, version.id)
    assert known is not None
    assert known.counted == 16
    below = {**COUNTS, "fine": -1}
    assert refusal(lambda: record_stances(library, scope, version, below)) == "below-zero"
    with pytest.raises(ValueError, match="no such stance"):
        record_stances(library, scope, version, {"perhaps": 1})
    agree(library, scope, version, "2026-11-12")
    assert refusal(lambda: record_stances(library, scope, version, COUNTS)) == "round-closed"
    assert library.reader.count(ClosedTally) == 5


@pytest.mark.parametrize("counts", [{}, {"away": 12}])
def test_nobody_counted_is_no_agreement(
    library: Library, scope: Scope, community: Community, counts: dict[str, int]
) -> None:
    """Refused before anything is written; the away are nobody. The count can still be made."""
    drafted(library, scope)
    version = proposed(library, scope)
    if counts:
        record_stances(library, scope, version, counts)
    assert refusal(lambda: agree(library, scope, version, "2026-11-12")) == "nobody-counted"
    assert statuses(library, community) == {1: "proposed"}
    agreed(library, scope, version, "2026-11-12")
    assert statuses(library, community) == {1: "agreed"}


def test_reservations(library: Library, scope: Scope, community: Community) -> None:
    """Word for word, in the order they came, by nobody unless the person wishes it."""
    person = joins(library, community, "Nora Singh").person
    drafted(library, scope)
    version = proposed(library, scope)
    first = reserve(library, scope, version, "  Closing a lane is not\nours. ")
    reserve(library, scope, version, "Not in fire season.", said_by=person)
    assert refusal(lambda: reserve(library, scope, version, " ")) == "empty"
    known = agreement_of(library.reader, version.id)
    assert known is not None
    assert [(one.text, one.said_by) for one in known.reservations] == [
        ("Closing a lane is not ours.", None),
        ("Not in fire season.", person),
    ]
    unreserve(library, scope, first)
    known = agreement_of(library.reader, version.id)
    assert known is not None
    assert [one.said_by for one in known.reservations] == [person]


def test_a_number_is_never_used_again(library: Library, scope: Scope, community: Community) -> None:
    """Also when a version is set aside; the same words may be proposed again under the next."""
    drafted(library, scope)
    first = proposed(library, scope)
    record_stances(library, scope, first, COUNTS)
    withdraw(library, scope, first)
    assert refusal(lambda: withdraw(library, scope, first)) == "version-settled"
    second = proposed(library, scope)
    assert second.number == 2
    assert statuses(library, community) == {2: "proposed", 1: "withdrawn"}
    # What was counted stays with the version that was set aside, and is closed.
    opened = stances_round(library.reader, first.id)
    assert opened is not None
    assert opened.closed is not None
    kept = agreement_of(library.reader, first.id)
    assert kept is not None
    assert kept.counts == COUNTS


def test_standing(library: Library, scope: Scope, community: Community) -> None:
    """Nothing, a draft, a proposal, an agreement, a draft again."""
    standing = draft_status(library.reader, community.id)
    assert (standing.latest, standing.asking, standing.next) == (None, None, 1)
    clause = drafted(library, scope)
    version = proposed(library, scope)
    standing = draft_status(library.reader, community.id)
    assert (standing.asking, standing.changed, standing.next) == (version, False, 1)
    agreed(library, scope, version, "2026-11-12")
    standing = draft_status(library.reader, community.id)
    assert (standing.asking, standing.changed, standing.next) == (None, False, 2)
    write_clause(library, scope, clause, "More")
    assert draft_status(library.reader, community.id).changed


def test_a_charter_says_the_same_in_the_same_order(
    library: Library, scope: Scope, community: Community
) -> None:
    """Moving a clause is a change of the charter."""
    one = drafted(library, scope)
    other = drafted(library, scope, "Second")
    agreed(library, scope, proposed(library, scope), "2026-11-12")
    with library.change("test", scope) as writer:
        writer.change(one, position=other.position + 1)
    assert draft_clauses(library.reader, community.id)[0].text == "Second"
    assert proposed(library, scope).number == 2
    assert len(clauses_of(library.reader, community.id)) == 2


def test_a_charter_is_tried_for_half_a_year() -> None:
    """The same wherever it is agreed to."""
    assert usual_until(date(2026, 1, 15)) == date(2026, 7, 15)
