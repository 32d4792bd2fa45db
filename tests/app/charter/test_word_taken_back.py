"""Undo after people were counted: the word given is taken back, what was counted stays closed."""

from datetime import date, timedelta

import pytest

from app.charter.clauses import clauses_of, write_clause
from app.charter.versions import (
    agree,
    agreement_of,
    record_stances,
    reserve,
    stances_round,
    withdraw,
)
from app.library.journal import Scope
from app.library.library import Library
from app.library.rows import ClosedTally, Community, Person, Reservation, Workshop
from app.workshop.calling_off import delete_workshop
from tests.app.charter.test_versions import COUNTS, agreed, drafted, proposed, statuses
from tests.app.community.village import joins, refusal, workshop


def test_an_agreement_is_taken_back_and_its_count_stays_closed(
    library: Library, scope: Scope, community: Community
) -> None:
    """A private round is not opened again, whatever is undone: another is begun by counting."""
    drafted(library, scope)
    version = proposed(library, scope)
    agreed(library, scope, version, "2026-11-12")
    closed = stances_round(library.reader, version.id)
    assert closed is not None
    library.undo(scope)
    assert statuses(library, community) == {1: "proposed"}
    assert stances_round(library.reader, version.id) == closed
    assert refusal(lambda: library.undo(scope)) == "private-closed"
    known = agreement_of(library.reader, version.id)
    assert known is not None
    assert known.counts == COUNTS
    record_stances(library, scope, version, {**COUNTS, "fine": 5})
    counted = stances_round(library.reader, version.id)
    assert counted is not None
    assert (counted.id != closed.id, counted.closed) == (True, None)
    known = agreement_of(library.reader, version.id)
    assert known is not None
    assert known.counts["fine"] == 5
    agree(library, scope, version, "2026-11-12")
    assert library.reader.count(ClosedTally) == 10


def test_an_agreement_is_taken_back_and_given_as_it_was_counted(
    library: Library, scope: Scope, community: Community
) -> None:
    """Also that of a version that took another's place; and redone."""
    clause = drafted(library, scope)
    agreed(library, scope, proposed(library, scope), "2026-11-12")
    write_clause(library, scope, clause, "More")
    second = proposed(library, scope)
    agreed(library, scope, second, "2026-11-12")
    library.undo(scope)
    assert statuses(library, community) == {2: "proposed", 1: "agreed"}
    library.redo(scope)
    assert statuses(library, community) == {2: "agreed", 1: "replaced"}
    library.undo(scope)
    agree(library, scope, second, "2026-11-12")
    assert statuses(library, community) == {2: "agreed", 1: "replaced"}


def test_a_version_set_aside_is_taken_back(
    library: Library, scope: Scope, community: Community
) -> None:
    """As an agreement is."""
    drafted(library, scope)
    version = proposed(library, scope)
    record_stances(library, scope, version, COUNTS)
    withdraw(library, scope, version)
    library.undo(scope)
    assert statuses(library, community) == {1: "proposed"}


def test_the_latest_count_is_the_one_that_was_counted_last(
    library: Library, scope: Scope, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also when the machine's clock was set back in between."""
    drafted(library, scope)
    version = proposed(library, scope)
    agreed(library, scope, version, "2026-05-13")
    library.undo(scope)
    earlier = library.moment.now() - timedelta(hours=1)
    monkeypatch.setattr(library.moment, "now", lambda: earlier)
    record_stances(library, scope, version, {"wholehearted": 1, "cannot": 6})
    agreement = agreement_of(library.reader, version.id)
    assert agreement is not None
    assert (agreement.counts["wholehearted"], agreement.counts["cannot"]) == (1, 6)


def test_a_closed_count_keeps_no_deletion_from_being_undone(
    library: Library, community: Community
) -> None:
    """Nothing of the charter written and agreed to since is taken back with it."""
    scope = Scope(community.id)
    clause = drafted(library, scope)
    gone = workshop(library, community, date(2025, 11, 12))
    delete_workshop(library, gone)
    write_clause(library, scope, clause, "We keep the maps open.")
    version = proposed(library, scope)
    reserve(library, scope, version, "Not in fire season.")
    agreed(library, scope, version, "2026-05-13")
    assert library.undo(scope).label == "version-agree"
    assert library.undo(scope).label == "workshop-delete"
    assert library.reader.rows(Workshop) == [gone]
    assert refusal(lambda: library.undo(scope)) == "private-closed", "and nothing older"
    assert [one.text for one in clauses_of(library.reader, community.id)] == [
        "We keep the maps open."
    ]
    assert library.reader.count(Reservation) == 1
    assert statuses(library, community) == {1: "proposed"}


def test_what_else_was_done_since_keeps_a_deletion_as_it_is(
    library: Library, community: Community
) -> None:
    """Undo goes past nothing that somebody would look for elsewhere."""
    scope = Scope(community.id)
    drafted(library, scope)
    delete_workshop(library, workshop(library, community, date(2025, 11, 12)))
    joins(library, community, "Nora Singh")
    agreed(library, scope, proposed(library, scope), "2026-05-13")
    library.undo(scope)
    assert refusal(lambda: library.undo(scope)) == "private-closed"
    assert library.reader.count(Workshop) == 0
    assert library.reader.count(Person) == 1


def test_an_agreement_is_kept_when_a_later_count_is_closed(
    library: Library, scope: Scope, community: Community
) -> None:
    """The word given to the version before is not taken back in place of the latest."""
    clause = drafted(library, scope)
    agreed(library, scope, proposed(library, scope), "2026-05-13")
    write_clause(library, scope, clause, "We keep the maps open.")
    agreed(library, scope, proposed(library, scope), "2026-05-13")
    library.undo(scope)
    for _ in range(2):
        assert refusal(lambda: library.undo(scope)) == "private-closed"
    assert statuses(library, community) == {2: "proposed", 1: "agreed"}


def test_a_version_that_set_aside_another_can_be_taken_back(
    library: Library, scope: Scope, community: Community
) -> None:
    clause = drafted(library, scope)
    first = proposed(library, scope)
    record_stances(library, scope, first, COUNTS)
    write_clause(library, scope, clause, "We keep the maps open.")
    proposed(library, scope)
    assert library.undo(scope).label == "version-propose"
    assert statuses(library, community) == {1: "proposed"}
