"""An exchange on paper: what meets as a picture and a table, then what is open on both sides."""

from collections.abc import Mapping, Sequence

from app.catalogue.catalogue import Catalogue
from app.catalogue.recipe import Recipe
from app.kinds.exchange.matching import Match, Unmatched
from app.kinds.exchange.promises import REGISTER, Promise, promises_of
from app.kinds.exchange.reading_back import promises_read
from app.kinds.exchange.setup import exchange_setup
from app.kinds.kind import CaptureKind, facts_of
from app.library.rows import Note
from app.registers.cells import Party
from app.words import Words
from app.workshop.zones import NamedZone, zone_colour, zones_named
from exports.answer_words import answer_words
from exports.kinds.exchange.figure import SideNote, as_drawn, exchange_diagram
from exports.kinds.report import (
    ReportedRun,
    listed,
    small,
    writing_table,
    zone_among,
    zones_of,
)
from exports.page import Figure, Heading, Piece, Table
from exports.register_words import party_words

WIDTHS = (0.32, 0.32, 0.2, 0.16)
SHEET_ROWS = 14
"""Rows of a worksheet with several tables: what fits on a page of either paper."""


class ExchangeReport:
    """A figure of both sides with a table of what meets, and lists of what is open."""

    def __init__(self, kind: CaptureKind) -> None:
        """Report the facts of ``kind``."""
        self._kind = kind

    def pieces(self, run: ReportedRun) -> tuple[Piece, ...]:
        """What the audience may read: a match where it may read both notes."""
        notes = run.readable(Note)
        facts = self._kind.facts(run.reader, run.running)
        register = run.catalogue.find_register(REGISTER)
        promises = promises_of(run.reader, run.running, register, run.audience)
        matches = [
            one for one in facts_of(facts, Match) if one.give.id in notes and one.ask.id in notes
        ]
        met = {note.id for one in matches for note in (one.give, one.ask)}
        alone = [
            one.note
            for one in facts_of(facts, Unmatched)
            if one.note.id in notes and one.note.id in promises
        ]
        pieces = _read_back(run)
        if matches:
            pieces.append(_figure(run, matches))
        if matches or alone:
            pieces.append(_table(run.words, matches, alone, promises))
        still = [note for note in notes.values() if note.id not in met]
        return (*pieces, *_open(run, still, headed=bool(matches)))

    def worksheet(self, recipe: Recipe, catalogue: Catalogue, words: Words) -> tuple[Piece, ...]:
        """Two columns, what is given and what is asked, for each of those who give."""
        zones = zones_named(recipe, words.language)
        if len(zones) <= 2:
            return writing_table([zone.label for zone in zones])
        setup = exchange_setup(recipe)
        labels = {zone.id: zone.label for zone in zones}
        pieces: list[Piece] = []
        rows = SHEET_ROWS // max(1, len(setup.gives))
        for give, party in setup.gives.items():
            ask = next((one for one, asker in setup.asks.items() if asker != party), "")
            heads = (labels.get(give, ""), labels.get(ask, words("exchange.asked")))
            pieces += writing_table(heads, rows)
        return tuple(pieces)


def _read_back(run: ReportedRun) -> list[Piece]:
    """The promises of last time that were read, from both sides in turn, and what became of each.

    Of those that were not read, how many: nobody meets theirs on paper first."""
    register = run.catalogue.find_register(REGISTER)
    if register is None or not exchange_setup(run.recipe).reads_back:
        return []
    lines = promises_read(run.reader, run.running, register, run.audience)
    read = [one for one in lines if one.state]
    if not read:
        return []
    words = run.words
    heads = tuple(words(f"inroom.{one}") for one in ("promise", "side", "became"))
    rows = tuple(
        (one.text, party_words(words, Party(party=one.side)), answer_words(words, register, one))
        for one in read
    )
    pieces: list[Piece] = [Heading(3, words("inroom.promises"))]
    pieces.append(Table(heads, rows, (0.4, 0.2, 0.4)))
    if len(read) < len(lines):
        pieces.append(small(words("inroom.not-read", n=len(lines) - len(read))))
    return pieces


def _figure(run: ReportedRun, matches: Sequence[Match]) -> Figure:
    words, recipe = run.words, run.recipe

    def side_note(note: Note) -> SideNote:
        return SideNote(note.id, note.text, zone_colour(recipe, note.zone))

    shown = as_drawn([(side_note(one.give), side_note(one.ask)) for one in matches])
    heads = (words("exchange.given"), words("exchange.asked"))
    said = "; ".join(
        words("exchange.said", give=one.give.text, ask=one.ask.text) for one in matches
    )
    count = len(matches)
    caption = (
        words("exchange.caption", n=count)
        if len(shown.pairs) == count
        else words("exchange.caption-some", shown=len(shown.pairs), n=count)
    )
    return Figure(
        exchange_diagram(shown, heads),
        words("exchange.alternative", said=said),
        caption,
        Table(heads, tuple((one.give.text, one.ask.text) for one in matches), (0.5, 0.5)),
    )


def _table(
    words: Words,
    matches: Sequence[Match],
    alone: Sequence[Note],
    promises: Mapping[str, Promise],
) -> Table:
    """What meets, and what was promised all the same."""
    heads = tuple(words(f"exchange.{one}") for one in ("given", "asked", "who", "due"))
    pairs = [(one.give, one.ask.text) for one in matches] + [(note, "") for note in alone]
    rows = tuple(
        (give.text, ask, *promise_words(words, promises.get(give.id))) for give, ask in pairs
    )
    return Table(heads, rows, WIDTHS)


def promise_words(words: Words, promise: Promise | None) -> tuple[str, str]:
    """Who promised, and by which day; nothing where it was not said."""
    if promise is None:
        return "", ""
    by = party_words(words, promise.by) if promise.by else ""
    return by, words.day(promise.due) if promise.due else ""


def _open(run: ReportedRun, notes: Sequence[Note], *, headed: bool) -> list[Piece]:
    """What meets nothing yet, by zone; said to be open once something else meets."""
    zones = zones_of(run, [note.zone for note in notes])
    pieces: list[Piece] = []
    for zone in zones:
        inside = [note for note in notes if zone_among(zones, note.zone) == zone.id]
        if inside:
            pieces += [Heading(3, _head(run.words, zone, headed=headed)), listed(inside, run.words)]
    return pieces


def _head(words: Words, zone: NamedZone, *, headed: bool) -> str:
    still = words("exchange.still-open")
    if not zone.label:
        return still
    return words("exchange.given-in", zone=still, text=zone.label) if headed else zone.label
