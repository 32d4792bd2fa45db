"""A rhythm on paper: the year on a page, what recurs as a table, and what else was said."""

from collections.abc import Callable, Sequence
from datetime import date
from itertools import islice, takewhile

from app.catalogue.catalogue import Catalogue
from app.catalogue.recipe import Recipe
from app.community.rhythm_events import dates_of, fields_of
from app.kinds.kind import CaptureKind, facts_of
from app.kinds.ranked import Ranked
from app.kinds.rhythm.diagram import RhythmRow, Year, rhythm_diagram, year_from
from app.kinds.rhythm.kind import Recurring, day_of
from app.library.rows import Note, RhythmEvent
from app.text_direction import join_isolated
from app.words import Words, capitalized
from app.workshop.circles import Circles
from app.workshop.zones import zones_named
from exports.kinds.report import ReportedRun, listed, writing_table, zone_among, zones_of
from exports.page import Figure, Heading, Piece, Table
from exports.rhythm_words import dates_words, event_words, length_words, often_words, when_words

WIDTH, SIZE = 500.0, 11.0
"""Points: how wide the figure is, and how large its titles are written."""
NEXT = 3
"""Dates that are said to come next."""
AT_HAND = 12
"""Events that a figure shows; the table below it has all."""
WRITING_ROWS = 12


class RhythmReport:
    """A figure and a table of what recurs, then what was said beside it."""

    def __init__(self, kind: CaptureKind) -> None:
        """Report the facts of ``kind``."""
        self._kind = kind

    def pieces(self, run: ReportedRun) -> tuple[Piece, ...]:
        """The year from the workshop's day on, and every note that did not become an event."""
        facts = self._kind.facts(run.reader, run.running)
        may = run.readable(RhythmEvent)
        events = [one.event for one in facts_of(facts, Recurring) if one.event.id in may]
        circles = Circles(run.reader, run.words.language)
        day = day_of(run.running)
        pieces = rhythm_pieces(run.words, events, circles.name, day)
        told, readable = {one.note for one in events}, run.readable(Note)
        notes = [note for one in facts_of(facts, Ranked) for note in one.notes]
        rest = [note for note in notes if note.id in readable and note.id not in told]
        return (*pieces, *_said(run, rest))

    def worksheet(self, recipe: Recipe, catalogue: Catalogue, words: Words) -> tuple[Piece, ...]:
        """Rows to write in what recurs, under what a calendar needs to know."""
        circles = " · ".join(zone.label for zone in zones_named(recipe, words.language))
        heads = [words(f"rhythm.head-{one}") for one in ("what", "often", "first", "long", "whom")]
        under = (Heading(3, words("rhythm.circles", names=circles)),) if circles else ()
        return (*under, *writing_table(heads, WRITING_ROWS))


def rhythm_pieces(
    words: Words,
    events: Sequence[RhythmEvent],
    circle: Callable[[RhythmEvent], str],
    today: date,
) -> tuple[Piece, ...]:
    """What recurs: the year on a page, and a table; nothing where nothing does."""
    if not events:
        return ()
    return _figure(words, events, today), _table(words, events, circle, today)


def year_in(words: Words, today: date) -> Year:
    """The year from this month on, its months named."""
    return year_from(today, [words(f"calendar.short-{number}") for number in range(1, 13)])


def rhythm_row(words: Words, event: RhythmEvent, today: date, *, ahead: bool = True) -> RhythmRow:
    """An event as a row of the picture; ``ahead``: with its next dates."""
    year = year_in(words, today)
    days = tuple(takewhile(lambda day: day < year.ends, dates_of(event, year.begins)))
    coming = next_words(words, event, today) if ahead else ""
    return RhythmRow(event.title, capitalized(event_words(words, fields_of(event))), coming, days)


def next_words(words: Words, event: RhythmEvent, today: date, most: int = NEXT) -> str:
    """The next dates of an event; that it is over, where there are none. What takes place once is
    told by its day."""
    days = list(islice(dates_of(event, today), most))
    if not days:
        return words("rhythm.over")
    if not event.rule:
        return ""
    return words("rhythm.next", days=dates_words(words, days, today))


def clause_row(words: Words, event: RhythmEvent, circle: str) -> tuple[str, str, str, str]:
    """An event as a row of a charter's rhythm: what, how often, how long, for whom."""
    when = [words("rhythm.at", time=words.clock(event.starts))] if event.starts is not None else []
    long = ", ".join(part for part in (length_words(words, event.minutes), *when) if part)
    return event.title, often_words(words, fields_of(event)), long, circle


def _figure(words: Words, events: Sequence[RhythmEvent], today: date) -> Figure:
    year = year_in(words, today)
    shown = events[:AT_HAND]
    rows = [rhythm_row(words, event, today, ahead=False) for event in shown]
    said = "; ".join(
        words("rhythm.alternative-row", title=row.title, said=row.said, n=len(row.days))
        for row in rows
    )
    table = Table(
        (words("rhythm.head-what"), words("rhythm.head-dates")),
        tuple((row.title, dates_words(words, row.days, today)) for row in rows),
        (0.3, 0.7),
    )
    first, last = (words.day(day, "month") for day in (year.begins, _last_day(year)))
    return Figure(
        rhythm_diagram(rows, year, WIDTH, SIZE),
        words("rhythm.alternative", said=said),
        words("rhythm.caption", n=len(events), first=first, last=last),
        table,
    )


def _table(
    words: Words,
    events: Sequence[RhythmEvent],
    circle: Callable[[RhythmEvent], str],
    today: date,
) -> Table:
    heads = [words(f"rhythm.head-{one}") for one in ("what", "often", "long", "whom", "next")]
    rows = []
    for event in events:
        when = join_isolated((", ".join(when_words(words, fields_of(event))), event.place), ", ")
        days = list(islice(dates_of(event, today), NEXT))
        coming = ", ".join(words.near_day(day, today, "medium") for day in days)
        often = often_words(words, fields_of(event))
        rows.append((event.title, often, when, circle(event), coming or words("rhythm.over")))
    return Table(tuple(heads), tuple(rows), (0.21, 0.2, 0.24, 0.15, 0.2), strong_column=0)


def _said(run: ReportedRun, notes: Sequence[Note]) -> list[Piece]:
    """What was said and does not recur, by zone."""
    zones = zones_of(run, [note.zone for note in notes])
    pieces: list[Piece] = []
    for zone in zones:
        inside = [note for note in notes if zone_among(zones, note.zone) == zone.id]
        if inside and zone.label:
            pieces.append(Heading(3, zone.label))
        pieces += [listed(inside, run.words)] if inside else []
    return pieces


def _last_day(year: Year) -> date:
    return date.fromordinal(year.ends.toordinal() - 1)
