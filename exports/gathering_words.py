"""Gatherings over the years in words: the cells of their table, on screen and on paper."""

from datetime import date

from app.community.gatherings import GatheringLine
from app.words import Words

HEADS = ("gatherings.day", "gatherings.what", "gatherings.place", "gatherings.came",
         "gatherings.helped")  # fmt: skip
"""The keys of the heads of :func:`gathering_row`."""

GatheringRow = tuple[str, str, str, str, str]


def gathering_row(words: Words, line: GatheringLine, *, names: bool) -> GatheringRow:
    """Its day, what it was, where, who came (by name only with ``names``), what helped."""
    row = line.gathering
    return (
        words.day(date.fromisoformat(row.date)),
        row.title or words("community.meeting.untitled"),
        row.place,
        came_words(words, line, names=names),
        row.helped,
    )


def came_words(words: Words, line: GatheringLine, *, names: bool) -> str:
    """How many came, and who of them is known by name; or that it is planned."""
    row = line.gathering
    if row.state == "planned":
        return words("gatherings.planned")
    if not names or not line.people:
        return words("gatherings.people-n", n=row.came)
    named = words.series([one.name for one in line.people])
    key = "among" if row.came > len(line.people) else "named"
    return words(f"gatherings.people-{key}", n=row.came, names=named)
