"""What a community became, when and why: paused, closed, merged, and so on."""

from datetime import date

import msgspec

from app.community.some_communities import Queries
from app.community.today import today_of
from app.library.journal import Scope
from app.library.library import Library
from app.library.reader import Reader
from app.library.rows import Community, CommunityState
from app.library.trouble import Trouble
from app.library.writer import Writer
from app.typed_text import one_line

ENDINGS = frozenset(("closed", "merged"))
"""The states in which a community has ended."""
WITH_ANOTHER = frozenset(("merged", "split"))
"""The states that may name another community."""
_LABELS = {"closed": "community-end", "reactivated": "community-reopen"}


class StateNow(msgspec.Struct, frozen=True, kw_only=True):
    """How a community stands: its state, ``since`` when if somebody said so, why, and the id of the
    ``other`` community it merged into or split off."""

    state: str
    since: date | None = None
    reason: str = ""
    other: str | None = None


def state_of(reader: Reader, community: str, today: date) -> StateNow:
    """The state of a community ``today``: the latest that was said by then, the last one said where
    a day has several. Where nobody said, it is what the library knows: closed once it has ended,
    active once a workshop or a gathering was held, else forming."""
    past = [row for row in states_of(reader, community) if row.date <= today.isoformat()]
    if past:
        return _now(past[-1])
    ended = reader.row(Community, community).ended
    if ended is not None:
        return StateNow(state="closed", since=date.fromisoformat(ended))
    held = reader.number(
        "SELECT EXISTS (SELECT 1 FROM workshop WHERE community = ? AND closed IS NOT NULL)"
        " OR EXISTS (SELECT 1 FROM gathering WHERE community = ? AND state = 'held')",
        community,
        community,
    )
    return StateNow(state="active" if held else "forming")


def states_of(reader: Reader, community: str) -> list[CommunityState]:
    """All that was said of what a community became, the earliest first."""
    return reader.rows(CommunityState, order="date, id", community=community)


def latest_states(asked: Queries) -> dict[str, StateNow]:
    """The latest state of each community of which one was said, in one query for all of them."""
    found = {}
    for one, state, day, reason, other in asked.cells(
        "SELECT community, state, date, reason, other FROM community_state"
        " WHERE 1 {and_one} ORDER BY date, id"
    ):
        found[str(one)] = StateNow(
            state=str(state),
            since=date.fromisoformat(str(day)),
            reason=str(reason),
            other=None if other is None else str(other),
        )
    return found


def record_state(
    library: Library,
    community: str,
    day: date,
    state: str,
    reason: str = "",
    other: str | None = None,
) -> Community:
    """Keep what a community became on ``day``, why, and with which ``other`` community where it
    merged or split; gives the community, which has ended where its latest state says so.

    An end that was known without a state is written down as one, so that an earlier day does not
    open the community again. Raises :class:`Trouble`: ``state-ahead`` for a day that has not come,
    ``state-itself`` where ``other`` is the community, ``too-long``.
    """
    today = today_of(library, community)
    if day > today:
        raise Trouble("state-ahead")
    if other == community:
        raise Trouble("state-itself")
    reason = one_line(reason)
    label = _LABELS.get(state, "community-state")
    with library.change(label, Scope(community)) as rows:
        before = rows.row(Community, community)
        if before.ended is not None and not rows.rows(CommunityState, community=community):
            rows.add(_closed(library, community, before.ended))
        rows.add(
            CommunityState(
                id=library.moment.new_id(),
                community=community,
                date=day.isoformat(),
                state=state,
                reason=reason,
                other=other if state in WITH_ANOTHER else None,
            )
        )
        return _settle(rows, before)


def reopen_community(library: Library, community: str) -> Community:
    """Say that a community goes on again, as of today. Raises as :func:`record_state`."""
    return record_state(library, community, today_of(library, community), "reactivated")


def _closed(library: Library, community: str, day: str) -> CommunityState:
    return CommunityState(id=library.moment.new_id(), community=community, date=day, state="closed")


def _settle(rows: Writer, community: Community) -> Community:
    """Have a community ended on the day of its latest state, where that is an ending."""
    last = max(
        rows.rows(CommunityState, community=community.id), key=lambda one: (one.date, one.id)
    )
    return rows.change(community, ended=last.date if last.state in ENDINGS else None)


def _now(row: CommunityState) -> StateNow:
    return StateNow(
        state=row.state, since=date.fromisoformat(row.date), reason=row.reason, other=row.other
    )
