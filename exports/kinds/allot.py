"""What was shared out on paper: the profiles now and wanted, their difference, and the reasons."""

from app.catalogue.catalogue import Catalogue
from app.catalogue.recipe import Recipe
from app.kinds.allot.diagram import AllotRow, allot_diagram
from app.kinds.allot.facts import AllotFacts, ThingFacts
from app.kinds.allot.setup import allot_setup
from app.kinds.kind import CaptureKind, facts_of
from app.kinds.ranked import Ranked
from app.library.rows import Note
from app.words import Words
from app.workshop.zones import zones_named
from exports.kinds.report import ReportedRun, listed, small, zone_among, zones_of
from exports.page import Figure, Heading, Piece, Table
from exports.writers.table_widths import TO_WRITE_IN

WIDTH, SIZE = 500.0, 9.5
"""Points: how wide the figure is, and how large it is written."""


class AllotReport:
    """A figure of the last closed round, and the reasons for each thing."""

    def __init__(self, kind: CaptureKind) -> None:
        """Report the facts of ``kind``."""
        self._kind = kind

    def pieces(self, run: ReportedRun) -> tuple[Piece, ...]:
        """The profiles, then what was said of each thing."""
        facts, readable = self._kind.facts(run.reader, run.running), run.readable(Note)
        pieces: list[Piece] = []
        rounds = [one for one in facts_of(facts, AllotFacts) if one.people]
        pieces += [_figure(run.words, run.recipe, one) for one in rounds[-1:]]
        notes = [
            note for one in facts_of(facts, Ranked) for note in one.notes if note.id in readable
        ]
        zones = zones_of(run, [note.zone for note in notes])
        for zone in zones:
            inside = [note for note in notes if zone_among(zones, note.zone) == zone.id]
            if inside:
                pieces += [Heading(3, zone.label)] if zone.label else []
                pieces.append(listed(inside, run.words))
        return tuple(pieces)

    def worksheet(self, recipe: Recipe, catalogue: Catalogue, words: Words) -> tuple[Piece, ...]:
        """A sheet for one person, unsigned, with a box to fill in for each thing."""
        setup = allot_setup(recipe)
        boxes = tuple(TO_WRITE_IN for _ in setup.forms)
        rows = [(zone.label, *boxes) for zone in zones_named(recipe, words.language)]
        rows.append((words("allot.together"), *(str(setup.tokens) for _ in setup.forms)))
        how = words("allot.worksheet-how", tokens=setup.tokens)
        if setup.cap:
            how = f"{how} {words('allot.at-most', n=setup.cap)}"
        heads = (words("allot.thing"), *(form_name(words, form) for form in setup.forms))
        shares = (1 - 0.2 * len(setup.forms), *(0.2 for _ in setup.forms))
        return (small(how), Table(heads, tuple(rows), shares))


def form_name(words: Words, form: str) -> str:
    """What a profile is called."""
    return words("allot.wanted" if form == "wanted" else "allot.now")


def allot_rows(words: Words, recipe: Recipe, facts: AllotFacts) -> list[AllotRow]:
    """The rows of a round's picture; none where nothing may be told."""
    labels = {zone.id: zone.label for zone in zones_named(recipe, words.language)}
    return [
        AllotRow(labels.get(one.id, one.id), tuple(one.tokens.values()))
        for one in facts.things
        if one.tokens
    ]


def profiles_of(words: Words, facts: AllotFacts) -> list[str]:
    """The names of the profiles that may be told."""
    told = facts.things[0].tokens if facts.things else {}
    return [form_name(words, form) for form in told]


def said_of(words: Words, recipe: Recipe, facts: AllotFacts) -> str:
    """What the picture shows, in words."""
    names = profiles_of(words, facts)
    told = "; ".join(
        words(
            "allot.said",
            thing=row.thing,
            tokens=", ".join(f"{name} {n}" for name, n in zip(names, row.tokens, strict=True)),
        )
        for row in allot_rows(words, recipe, facts)
    )
    return words("allot.alternative", tokens=facts.tokens, said=told or words("ballot.too-few"))


def _figure(words: Words, recipe: Recipe, facts: AllotFacts) -> Piece:
    rows = allot_rows(words, recipe, facts)
    if not rows:
        return small(words("allot.too-few", n=facts.people))
    names = profiles_of(words, facts)
    diagram = allot_diagram(rows, names, facts.tokens, WIDTH, SIZE)
    key = "allot.caption-counted" if facts.counted else "allot.caption"
    caption = words(key, n=facts.people, tokens=facts.tokens)
    return Figure(
        diagram, said_of(words, recipe, facts), caption, _table(words, rows, names, facts)
    )


def _table(words: Words, rows: list[AllotRow], names: list[str], facts: AllotFacts) -> Table:
    heads = [words("allot.thing"), *names]
    cells = [[row.thing, *(str(number) for number in row.tokens)] for row in rows]
    if len(names) > 1:
        heads.append(words("allot.difference"))
        told = [one for one in facts.things if one.tokens]
        for line, one in zip(cells, told, strict=True):
            line.append(_difference(one))
    share = 0.5 / (len(heads) - 1)
    widths = (0.5, *(share for _ in heads[1:]))
    return Table(tuple(heads), tuple(tuple(line) for line in cells), widths)


def _difference(one: ThingFacts) -> str:
    return f"{one.difference:+d}" if one.difference else "0"
