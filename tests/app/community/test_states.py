"""What a community became: told or derived, in step with its end, taken back; paused."""

from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.community.attention import next_ahead, reminders_of
from app.community.facts import gather
from app.community.overview import home_line
from app.community.states import (
    ENDINGS,
    record_state,
    reopen_community,
    state_of,
    states_of,
)
from app.library.journal import Scope
from app.library.library import Library
from app.library.people_rows import STATES
from app.library.rows import Community, CommunityState
from app.library.trouble import Trouble
from tests.app.community.village import (
    NOW,
    TODAY,
    found,
    known,
    launched,
    new_library,
    workshop,
)

EARLIER = TODAY - timedelta(days=30)


def test_where_nobody_said_the_library_knows(library: Library, community: Community) -> None:
    assert state_of(library.reader, community.id, TODAY).state == "forming"
    launched(library, community)
    assert state_of(library.reader, community.id, TODAY).state == "active"
    with library.change("test", Scope(community.id)) as rows:
        rows.change(rows.row(Community, community.id), ended="2025-10-01")
    now = state_of(library.reader, community.id, TODAY)
    assert (now.state, now.since) == ("closed", date(2025, 10, 1))


def test_the_state_is_the_latest_by_its_day(library: Library, community: Community) -> None:
    record_state(library, community.id, TODAY, "paused", "no room\n until spring")
    record_state(library, community.id, EARLIER, "active")
    now = state_of(library.reader, community.id, TODAY)
    assert (now.state, now.since, now.reason) == ("paused", TODAY, "no room until spring")
    assert state_of(library.reader, community.id, EARLIER).state == "active"
    assert [one.state for one in states_of(library.reader, community.id)] == ["active", "paused"]


def test_ending_and_reopening_are_states(library: Library, community: Community) -> None:
    record_state(library, community.id, TODAY, "closed")
    assert state_of(library.reader, community.id, TODAY).state == "closed"
    reopen_community(library, community.id)
    assert state_of(library.reader, community.id, TODAY).state == "reactivated"


def test_an_end_known_without_a_state_is_not_undone_by_an_earlier_one(
    library: Library, community: Community
) -> None:
    with library.change("test", Scope(community.id)) as rows:
        rows.change(rows.row(Community, community.id), ended=TODAY.isoformat())
    assert record_state(library, community.id, EARLIER, "active").ended == TODAY.isoformat()
    assert state_of(library.reader, community.id, TODAY).state == "closed"
    assert reopen_community(library, community.id).ended is None


def test_only_where_there_is_another_is_it_kept(library: Library, community: Community) -> None:
    other = found(library, "Bridges")
    record_state(library, community.id, EARLIER, "paused", other=other.id)
    assert state_of(library.reader, community.id, TODAY).other is None
    assert record_state(library, community.id, TODAY, "merged", other=other.id).ended is not None
    assert state_of(library.reader, community.id, TODAY).other == other.id
    (facts,) = gather(library.reader, NOW, community.id)
    assert home_line(facts).rests == "merged"


@pytest.mark.parametrize("code", ["state-ahead", "state-itself", "too-long"])
def test_what_cannot_be_is_refused_with_nothing_written(
    library: Library, community: Community, code: str
) -> None:
    day = TODAY + timedelta(days=code == "state-ahead")
    reason = "x" * 10_000 if code == "too-long" else ""
    other = community.id if code == "state-itself" else None
    with pytest.raises(Trouble, match=code):
        record_state(library, community.id, day, "merged", reason, other)
    assert library.reader.count(CommunityState) == 0
    assert library.reader.row(Community, community.id).ended is None


def test_a_paused_community_stays_and_is_asked_nothing(
    library: Library, community: Community
) -> None:
    workshop(library, community, TODAY + timedelta(days=1))
    assert next_ahead([known(library, community)])
    assert reminders_of(known(library, community))
    record_state(library, community.id, EARLIER, "paused")
    facts = known(library, community)
    assert facts.asks_nothing
    assert not facts.resting
    assert reminders_of(facts) == []
    assert next_ahead([facts]) is None
    line = home_line(facts)
    assert (line.rests, line.since) == ("paused", EARLIER)
    reopen_community(library, community.id)
    assert reminders_of(known(library, community))


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 5), st.sampled_from(STATES)), max_size=8))
def test_any_states_keep_the_end_in_step_and_are_taken_back(told: list[tuple[int, str]]) -> None:
    with TemporaryDirectory() as folder:
        library = new_library(Path(folder))
        try:
            one = found(library).id
            stood = []
            for ago, state in told:
                stood.append((library.reader.row(Community, one), states_of(library.reader, one)))
                record_state(library, one, TODAY - timedelta(days=ago), state)
                now = state_of(library.reader, one, TODAY)
                since = None if now.since is None else now.since.isoformat()
                ended = library.reader.row(Community, one).ended
                assert ended == (since if now.state in ENDINGS else None)
            for before in reversed(stood):
                library.undo(Scope(one))
                after = (library.reader.row(Community, one), states_of(library.reader, one))
                assert after == before
        finally:
            library.close()
