"""The communities of a library with their workshops, a line each."""

from collections.abc import Iterator

from app.collation import in_order
from app.community.some_communities import Queries
from app.community.states import StateNow, latest_states
from app.library.reader import Reader
from app.library.rows import Community, Workshop
from app.moment import day
from app.words import Words


def told_list(reader: Reader, words: Words) -> Iterator[str]:
    """Every community, its workshops below it, with their ids; or that there is none."""
    states = latest_states(Queries(reader, None))
    communities = in_order(reader.rows(Community), lambda one: one.name)
    for community in communities:
        yield f"{community.id}  {_community_line(community, states.get(community.id), words)}"
        for workshop in reader.rows(Workshop, order="date", community=community.id):
            title, date = _on_one_line(workshop.title), words.day(day(workshop.date))
            state = "called-off" if workshop.called_off else workshop.state
            line = words(f"commands.workshop-{state}", title=title, date=date)
            yield f"    {workshop.id}  {line}"
    if not communities:
        yield words("commands.nothing-listed")


def _community_line(community: Community, now: StateNow | None, words: Words) -> str:
    """Its name, and after it what it was last said to have become, and that it was archived."""
    name = _on_one_line(community.name)
    if now is not None and now.since is not None:
        state, since = words(f"states.state.{now.state}"), words.day(now.since)
        name = words("commands.community-state", name=name, state=state, date=since)
    elif community.ended is not None:
        name = words("commands.community-ended", name=name, date=words.day(day(community.ended)))
    if community.archived is not None:
        date = words.day(day(community.archived))
        name = words("commands.community-archived", name=name, date=date)
    return name


def _on_one_line(name: str) -> str:
    return " ".join(name.split())
