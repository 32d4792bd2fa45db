"""A community's name as screens about it say it: with its state, where it no longer lives on."""

from datetime import date

from app.community.states import state_of
from app.library.reader import Reader
from app.library.rows import Community
from app.words import Words

_OVER = frozenset(("closed", "merged", "split", "paused"))


def state_named(reader: Reader, words: Words, community: str) -> str:
    """The name of a community (its id); after it what it became and since when, where it is closed,
    merged, split or paused, or that it is archived."""
    row = reader.row(Community, community)
    if row.archived is not None:
        return words("states.named-archived", name=row.name)
    # No state is said ahead of its day, so that the latest is the one of today.
    now = state_of(reader, community, date.max)
    if now.state not in _OVER or now.since is None:
        return row.name
    state, day = words(f"states.state.{now.state}"), words.day(now.since)
    return words("states.named", name=row.name, state=state, day=day)
