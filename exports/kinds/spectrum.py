"""A spectrum on paper: where people stand on each question, then and now, and why; or its map."""

from collections.abc import Sequence

import msgspec

from app.catalogue.catalogue import Catalogue
from app.catalogue.recipe import Recipe
from app.kinds.kind import CaptureKind, facts_of
from app.kinds.ranked import Ranked
from app.kinds.spectrum.facts import Position, QuestionFacts, SpectrumFacts, latest_of
from app.kinds.spectrum.map_diagram import MapPart, map_diagram
from app.kinds.spectrum.setup import (
    POLARITY_ZONES,
    is_map,
    questions_of,
    spectrum_setup,
    spectrum_words,
)
from app.library.rows import Note
from app.text_direction import join_isolated
from app.words import Words
from app.workshop.scale_diagram import SCALE, ScaleRow, scale_diagram
from app.workshop.zones import zones_named
from exports.kinds.report import (
    ReportedRun,
    listed,
    small,
    writing_table,
    zone_among,
    zones_of,
)
from exports.page import Figure, Heading, Piece, Table

WIDTH, SIZE = 500.0, 9.5
"""Points: how wide the figure is, and how large it is written."""
WIDTHS = (0.23, 0.17, 0.08, 0.08, 0.08, 0.17, 0.19)


class Ends(msgspec.Struct, frozen=True):
    """A question in words, with what stands at its two ends."""

    question: str
    low: str
    high: str


class SpectrumReport:
    """A figure for each question, and the reasons under it; nothing of an open round."""

    def __init__(self, kind: CaptureKind) -> None:
        """Report the facts of ``kind``."""
        self._kind = kind

    def pieces(self, run: ReportedRun) -> tuple[Piece, ...]:
        """The middle and the spread of each question, then what was said to it."""
        facts, readable = self._kind.facts(run.reader, run.running), run.readable(Note)
        notes = [
            note for one in facts_of(facts, Ranked) for note in one.notes if note.id in readable
        ]
        rounds = facts_of(facts, SpectrumFacts)
        zones = zones_of(run, [note.zone for note in notes])
        pieces: list[Piece] = _map(run, notes) if is_map(run.recipe) and notes else []
        told = False
        for zone in zones:
            inside = [note for note in notes if zone_among(zones, note.zone) == zone.id]
            asked = latest_of(rounds, zone.id)
            if zone.label and (inside or asked):
                pieces.append(Heading(3, zone.label))
            if asked is not None:
                # What may be told, and what the ring is, is said once.
                pieces.append(_figure(run.words, run.recipe, asked, whole=not told))
                told = True
            if inside:
                pieces.append(listed(inside, run.words))
        return tuple(pieces) if notes or rounds else ()

    def worksheet(self, recipe: Recipe, catalogue: Catalogue, words: Words) -> tuple[Piece, ...]:
        """A sheet for one person, unsigned, with the places to circle; of a map, room to write."""
        if is_map(recipe):
            return writing_table([zone.label for zone in zones_named(recipe, words.language)])
        pieces: list[Piece] = [small(words("spectrum.worksheet-how"))]
        times = spectrum_setup(recipe).times
        for one in questions_of(recipe):
            ends = question_ends(recipe, words.language, one)
            heads = ("", ends.low, *("" for _ in SCALE[1:-1]), ends.high, "")
            rows = tuple(
                (time_name(words, time) if len(times) > 1 else "", *SCALE, words("ballot.unknown"))
                for time in times
            )
            pieces += [Heading(3, ends.question), Table(heads, rows, WIDTHS)]
        return tuple(pieces)


def question_ends(recipe: Recipe, language: str, question: str) -> Ends:
    """A question (its id) and its ends in a language."""
    said = spectrum_words(recipe, language)
    return Ends(
        said.zones.get(question, question), said.low.get(question, ""), said.high.get(question, "")
    )


def time_name(words: Words, time: str) -> str:
    """What a time is called."""
    return words("spectrum.then" if time == "then" else "spectrum.now")


def question_rows(words: Words, asked: QuestionFacts) -> list[ScaleRow]:
    """The rows of a question's picture: one for each time. The last has the middle of the first as
    a ring."""
    first = asked.positions[0].middle if len(asked.positions) > 1 else None
    return [
        ScaleRow(
            statement=time_name(words, one.time),
            remark=_remark(words, one),
            middle=one.middle,
            spread=one.spread,
            before=first if at and one.middle is not None else None,
        )
        for at, one in enumerate(asked.positions)
    ]


def said_of(words: Words, recipe: Recipe, asked: QuestionFacts) -> str:
    """What the picture of a question shows, in words."""
    ends = question_ends(recipe, words.language, asked.id)
    told = "; ".join(
        words("spectrum.said", time=time_name(words, one.time), where=_where(words, one))
        for one in asked.positions
    )
    return words(
        "spectrum.alternative", question=ends.question, low=ends.low, high=ends.high, said=told
    )


def _map(run: ReportedRun, notes: Sequence[Note]) -> list[Piece]:
    """The picture of a map, with what lies in each of its parts."""
    language = run.words.language
    said = spectrum_words(run.recipe, language).poles
    poles = (said.get("left", ""), said.get("right", ""))
    parts = {
        zone.id: MapPart(
            zone.label, zone.colour, tuple(note.text for note in notes if note.zone == zone.id)
        )
        for zone in zones_named(run.recipe, language)
    }
    sides = zip(POLARITY_ZONES[::2], POLARITY_ZONES[1::2], strict=True)
    rows = [(parts.get(left), parts.get(right)) for left, right in sides]
    lying = [(part.label, text) for part in parts.values() for text in part.notes]
    told = "; ".join(run.words("spectrum.in-part", part=part, text=text) for part, text in lying)
    return [
        Figure(
            map_diagram(poles, rows, WIDTH, SIZE),
            run.words("spectrum.map-alternative", left=poles[0], right=poles[1], said=told),
            run.words("spectrum.poles", left=poles[0], right=poles[1]),
            Table((run.words("paper.zone"), run.words("paper.note")), tuple(lying), (0.35, 0.65)),
        )
    ]


def _remark(words: Words, one: Position) -> str:
    if one.middle is None:
        return words("ballot.too-few")
    return words("ballot.unknown-n", n=one.unknown) if one.unknown else ""


def _figure(words: Words, recipe: Recipe, asked: QuestionFacts, *, whole: bool) -> Figure:
    ends = question_ends(recipe, words.language, asked.id)
    diagram = scale_diagram(question_rows(words, asked), (ends.low, ends.high), WIDTH, SIZE)
    key = "spectrum.caption-counted" if asked.counted else "spectrum.caption"
    caption = words(key if whole else "ballot.answered", n=asked.people)
    if whole and len(asked.positions) > 1 and asked.moved is not None:
        caption = f"{caption} {words('spectrum.caption-ring')}"
    return Figure(diagram, said_of(words, recipe, asked), caption, _table(words, asked))


def _table(words: Words, asked: QuestionFacts) -> Table:
    heads = [words("spectrum.when"), words("ballot.middle"), words("ballot.spread")]
    rows = [
        [time_name(words, one.time), _middle(words, one), _spread(words, one)]
        for one in asked.positions
    ]
    if asked.moved is not None:
        heads.append(words("spectrum.moved"))
        for at, row in enumerate(rows):
            last = at == len(rows) - 1
            row.append(f"{asked.moved:+d}" if last and asked.moved else "0" if last else "")
    widths = (0.34, 0.2, 0.28, 0.18) if asked.moved is not None else (0.4, 0.26, 0.34)
    return Table(tuple(heads), tuple(tuple(row) for row in rows), widths)


def _where(words: Words, one: Position) -> str:
    spread = _spread(words, one) if one.spread is not None else ""
    return join_isolated((_middle(words, one), spread), ", ")


def _middle(words: Words, one: Position) -> str:
    return words("ballot.too-few") if one.middle is None else str(one.middle)


def _spread(words: Words, one: Position) -> str:
    if one.spread is None:
        return words("ballot.none")
    low, high = one.spread.low, one.spread.high
    return (
        words("ballot.at", value=low)
        if low == high
        else words("ballot.from-to", low=low, high=high)
    )
