"""Notes as the wall shows them: by zone, in the workshop's languages, and only what it may."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

import msgspec

from app.colours import NoteColour, colour_together, note_colour
from app.kinds.ranked import Ranked
from app.library.audience import hidden
from app.library.reader import Reader
from app.library.rows import Note
from app.words import Words
from app.workshop.planning import languages_of
from app.workshop.rounds import Count, came_after, dots_round
from app.workshop.running import Running
from app.workshop.zones import both, home_of, zones_shown
from ui.wall.wall_picture import Tone, WallColumn, WallNote

IN_BOTH = 3
"""Columns whose headings have room for two languages; over more, the leading one says them."""
TOGETHER = 3
"""Notes of a cluster under one title on the wall."""

_TONES: Mapping[str, Tone] = {
    "rose": "ember",
    "green": "teal",
    "orange": "amber",
    "blue": "put-to-work",
    "violet": "renew",
    "yellow": "ink",
}
"""The tone of a column's heading, by the colour of its notes."""


class _Shown(msgspec.Struct, frozen=True):
    """How the notes of a zone are shown: in its colour, with the dots of a count."""

    zone: NoteColour
    count: Count | None
    words: Sequence[Words]
    said: Mapping[str, str]


def wall_columns(
    reader: Reader,
    running: Running,
    lying: Sequence[Ranked],
    *,
    dots: bool,
    words: Sequence[Words],
    said: Mapping[str, str] = MappingProxyType({}),
) -> tuple[WallColumn, ...]:
    """A column for each zone, with the notes that the room may read; none when it may read none.

    ``dots``: whether the count is shown. Colours that notes have of their own are also told in
    ``words``, those of the workshop's languages. ``said``: what stands below a note that is by
    itself, by its id, such as what became of it.
    """
    secret = hidden(reader, "room", Note, "run = ?", running.run.id)
    count = dots_round(reader, running.run.id) if dots else None
    languages = languages_of(running.workshop)
    zones = zones_shown(running, languages)
    if len(zones) > IN_BOTH:
        zones = zones_shown(running, languages[:1])
    homes: dict[str, list[WallNote]] = {zone.id: [] for zone in zones}
    colours = {zone.id: zone.colour for zone in zones}
    for one in lying:
        home = one.zone if one.zone in homes else home_of(one.zone, zones)
        _add_notes(homes[home], one, secret, _Shown(colours[home], count, words, said))
    columns = []
    for zone in zones:
        shown = tuple(homes[zone.id])
        tone = _TONES.get(zone.colour, "ink")
        heading = zone.label if len(zones) > 1 else ""
        columns.append(WallColumn(heading, shown, tone))
    empty = not any(column.notes for column in columns)
    if running.block.audience == "facilitator" or (empty and len(columns) == 1):
        return ()
    return tuple(columns)


def _add_notes(
    column: list[WallNote],
    one: Ranked,
    secret: set[str],
    shown: _Shown,
) -> None:
    """Add a note, or a cluster: its title over its notes, a few at a time, so that the wall can
    page.

    Once the count is shown a cluster is told by its title alone, which is what was ranked. Nothing
    is told of what nobody may see.
    """
    told = [note for note in one.notes if note.id not in secret]
    texts = [note.text for note in told]
    if not texts:
        return
    count = shown.count
    given = one.dots if count is not None else None
    colour = colour_together(shown.zone, (note.colour for note in told))
    mark = own_colour_said((note.colour for note in told), shown.words)
    if one.cluster is None:
        # Who came after the dots has none to show, rather than no dots.
        late = came_after(told[0].id, count)
        below = shown.said.get(told[0].id)
        if below:
            column.append(WallNote(below, colour, None if late else given, texts[0], mark=mark))
            return
        column.append(WallNote(texts[0], colour, None if late else given, mark=mark))
        return
    title = one.cluster.title
    if count is not None:
        named = title or texts[0]
        column.append(WallNote("", colour, given, title=named, holds=len(texts), mark=mark))
        return
    for at in range(0, len(texts), TOGETHER):
        part = texts[at : at + TOGETHER]
        held = len(part)
        column.append(WallNote("\n".join(part), colour, title=title, holds=held, mark=mark))


def own_colour_said(own: Iterable[str], words: Sequence[Words]) -> str:
    """The colour that notes have of their own, all of them the same one, in words; else nothing."""
    colours = set(own)
    if len(colours) != 1 or not (colour := colours.pop()):
        return ""
    said = both(one(f"kinds.colour.{note_colour(colour)}") for one in words)
    return said.replace(" ", "\N{NO-BREAK SPACE}")
