"""Gatherings as a sheet: a row each, how many came as a number."""

from datetime import date

from app.community.gatherings import GatheringLine
from app.words import Words
from exports.facts.gatherings_facts import GatheringsFacts
from exports.sheet import Sheet, SheetColumn, SheetValue


def gatherings_sheet(words: Words, facts: GatheringsFacts) -> Sheet:
    """All of them, the latest first; who came by name has a column where its readers are told."""
    heads = ["gatherings.day", "gatherings.what", "registers.state", "gatherings.place",
             "sheets.came"]  # fmt: skip
    if facts.named:
        heads.append("gatherings.name")
    heads.append("gatherings.helped")
    return Sheet(
        name=words("gatherings.title"),
        columns=tuple(SheetColumn(words(key)) for key in heads),
        rows=tuple(_row(words, one, named=facts.named) for one in facts.lines),
        empty=words("gatherings.none"),
    )


def _row(words: Words, line: GatheringLine, *, named: bool) -> tuple[SheetValue, ...]:
    row = line.gathering
    held = row.state == "held"
    names = (words.series([one.name for one in line.people]),) if named else ()
    return (
        date.fromisoformat(row.date),
        row.title or words("community.meeting.untitled"),
        words("sheets.held" if held else "gatherings.planned"),
        row.place,
        row.came if held else None,
        *names,
        row.helped,
    )
