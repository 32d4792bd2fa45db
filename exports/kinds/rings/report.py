"""Rings on paper: the picture with its links, a table, and whom to invite."""

from collections.abc import Mapping, Sequence

from app.catalogue.catalogue import Catalogue
from app.catalogue.recipe import Recipe
from app.kinds.kind import CaptureKind, facts_of
from app.kinds.rings.diagram import RingPlace, RingRow, rings_diagram
from app.kinds.rings.kind import Asks, Placed
from app.kinds.rings.setup import rings_setup
from app.library.rows import Note
from app.words import Words
from app.workshop.zones import NamedZone, home_of, zones_named, zones_shown
from exports.kinds.report import ReportedRun, listed, writing_table
from exports.page import Figure, Heading, Piece, Table

WIDTH, SIZE = 500.0, 9.0
"""Points: how wide the figure is, and how large names are written in it."""
AIR = 1.2
"""What is free between two rows of it, in parts of that size: on paper there is room."""
MOST = 60
"""Those who have room in the figure; where there are more, the table has all."""
WIDTHS = (0.2, 0.4, 0.4)
SHEET_ROWS = 5
"""Empty rows of a worksheet below its rings, for who asks whom."""
SHEET_SIZE, SHEET_HEIGHT = 11.0, 2
"""Points: how large rings are named there; and how many rows high each is, to be written in."""


class RingsReport:
    """A figure of the rings, a table of all with whom they ask, and a list of whom to invite."""

    def __init__(self, kind: CaptureKind) -> None:
        """Report the facts of ``kind``."""
        self._kind = kind

    def pieces(self, run: ReportedRun) -> tuple[Piece, ...]:
        """What the audience may read."""
        readable = run.readable(Note)
        facts = self._kind.facts(run.reader, run.running)
        placed = [one for one in facts_of(facts, Placed) if one.note.id in readable]
        asks = [
            one
            for one in facts_of(facts, Asks)
            if one.who.id in readable and one.whom.id in readable
        ]
        if not placed:
            return ()
        zones = zones_shown(run.running, (run.words.language,))
        pieces: list[Piece] = []
        table = _table(run.words, zones, placed, asks)
        if len(placed) <= MOST:
            pieces.append(_figure(run, zones, placed, asks, table))
        invite = [one.note for one in placed if not one.here]
        pieces.append(table)
        if invite:
            pieces += [Heading(3, run.words("rings.to-invite")), listed(invite, run.words)]
        return tuple(pieces)

    def worksheet(self, recipe: Recipe, catalogue: Catalogue, words: Words) -> tuple[Piece, ...]:
        """The rings, empty, and lines for who asks whom."""
        zones = zones_named(recipe, words.language)
        rows = ring_rows(recipe, zones, (), high=SHEET_HEIGHT)
        heads = (words("rings.head-who"), words("rings.head-asks"))
        picture = rings_diagram(rows, (), WIDTH, SHEET_SIZE, air=AIR)
        names = Table((words("rings.head-ring"),), tuple((zone.label,) for zone in zones), (1.0,))
        how = words("rings.worksheet-how")
        return (Figure(picture, how, how, names), *writing_table(heads, SHEET_ROWS))


def ring_rows(
    recipe: Recipe, zones: Sequence[NamedZone], placed: Sequence[Placed], *, high: int = 0
) -> list[RingRow]:
    """The rings with their names and those in them; each at least ``high`` rows high. Whoever
    stands in a ring that the recipe lost stands in the first."""
    beyond = rings_setup(recipe).beyond
    inside: dict[str, list[RingPlace]] = {zone.id: [] for zone in zones}
    for one in placed:
        inside[home_of(one.ring, zones)].append(RingPlace(one.note.id, one.note.text))
    return [
        RingRow(zone.label, zone.colour, tuple(inside[zone.id]), zone.id in beyond, high)
        for zone in zones
    ]


def rings_in_words(
    words: Words, zones: Sequence[NamedZone], placed: Sequence[Placed], asks: Sequence[Asks]
) -> str:
    """Who stands in each ring, and who asks whom, for whoever does not see the picture."""
    rings = " ".join(
        words("rings.in-ring", ring=zone.label, names=words.series(names))
        for zone in zones
        if (names := [one.note.text for one in placed if home_of(one.ring, zones) == zone.id])
    )
    links = "; ".join(words("rings.link", who=one.who.text, whom=one.whom.text) for one in asks)
    return words("rings.alternative", rings=rings, links=links)


def _figure(
    run: ReportedRun,
    zones: Sequence[NamedZone],
    placed: Sequence[Placed],
    asks: Sequence[Asks],
    table: Table,
) -> Figure:
    links = [(one.who.id, one.whom.id) for one in asks]
    picture = rings_diagram(ring_rows(run.recipe, zones, placed), links, WIDTH, SIZE, air=AIR)
    told = rings_in_words(run.words, zones, placed, asks)
    return Figure(picture, told, run.words("rings.caption", n=len(placed)), table)


def _table(
    words: Words,
    zones: Sequence[NamedZone],
    placed: Sequence[Placed],
    asks: Sequence[Asks],
) -> Table:
    labels: Mapping[str, str] = {zone.id: zone.label for zone in zones}
    heads = tuple(words(f"rings.{one}") for one in ("head-ring", "head-who", "head-asks"))
    asked: dict[str, list[str]] = {}
    for one in asks:
        asked.setdefault(one.who.id, []).append(one.whom.text)
    return Table(
        heads,
        tuple(
            (
                labels[home_of(one.ring, zones)],
                one.note.text,
                words.series(asked[one.note.id]) if one.note.id in asked else "",
            )
            for one in placed
        ),
        WIDTHS,
    )
