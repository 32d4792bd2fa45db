"""The communities of a library with their workshops, a line each."""

from collections.abc import Iterator

from app.collation import in_order
from app.library.reader import Reader
from app.library.rows import Community, Workshop
from app.moment import day
from app.words import Words


def told_list(reader: Reader, words: Words) -> Iterator[str]:
    """Every community, its workshops below it, with their ids; or that there is none."""
    communities = in_order(reader.rows(Community), lambda one: one.name)
    for community in communities:
        yield f"{community.id}  {_community_line(community, words)}"
        for workshop in reader.rows(Workshop, order="date", community=community.id):
            title, date = _on_one_line(workshop.title), words.day(day(workshop.date))
            state = "called-off" if workshop.called_off else workshop.state
            line = words(f"commands.workshop-{state}", title=title, date=date)
            yield f"    {workshop.id}  {line}"
    if not communities:
        yield words("commands.nothing-listed")


def _community_line(community: Community, words: Words) -> str:
    name = _on_one_line(community.name)
    for code, since in (("archived", community.archived), ("ended", community.ended)):
        if since is not None:
            name = words(f"commands.community-{code}", name=name, date=words.day(day(since)))
    return name


def _on_one_line(name: str) -> str:
    return " ".join(name.split())
