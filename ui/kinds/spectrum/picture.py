"""What the wall shows of a spectrum: one question at a time with its two ends; where people stand
once the facilitator shows it, as a middle and a spread."""

from collections.abc import Sequence
from functools import partial

import msgspec

from app.kinds.kind import CaptureKind, facts_of
from app.kinds.ranked import Ranked
from app.kinds.spectrum.facts import QuestionFacts, SpectrumFacts, latest_of
from app.kinds.spectrum.setup import POLARITY_ZONES, is_map, questions_of, spectrum_setup
from app.words import Words
from app.workshop.ballots import given, open_ballot_of
from app.workshop.scale_diagram import ScaleRow, scale_diagram
from app.workshop.zones import zone_targets
from exports.kinds.spectrum import question_ends, question_rows
from ui.wall.note_columns import wall_columns
from ui.wall.wall_picture import RunSeen, WallColumn, WallPicture


def picture(kind: CaptureKind, seen: RunSeen) -> WallPicture:
    """The question that the room is at, in the first language; two parts of a map."""
    reader, running, words = seen.reader, seen.running, seen.words
    facts = kind.facts(reader, running)
    if is_map(running.recipe):
        return WallPicture(columns=_side_by_side(seen, facts_of(facts, Ranked)))
    questions = questions_of(running.recipe)
    at = seen.of if seen.of in questions else next(iter(questions), "")
    times = spectrum_setup(running.recipe).times
    opened = open_ballot_of(reader, running.run.id, times)
    asked = latest_of(facts_of(facts, SpectrumFacts), at) if opened is None else None
    told = asked is not None and asked.shown
    number = given(reader, opened) if opened is not None else asked.people if asked else 0
    ends = question_ends(running.recipe, words[0].language, at)
    rows = _rows(words[0], asked if told else None)
    small = tuple(_small_print(one, number, told=told) for one in words) if number else ()
    make = partial(scale_diagram, rows, (ends.low, ends.high), title=ends.question)
    return WallPicture(diagram=make, small=small)


def _side_by_side(seen: RunSeen, lying: Sequence[Ranked]) -> tuple[WallColumn, ...]:
    """The two parts of a map that belong together where the room is: the gifts of both poles, what
    comes of too much of each, or signs and safeguards. All six would be too narrow to read."""
    at = POLARITY_ZONES.index(seen.of) // 2 if seen.of in POLARITY_ZONES else 0
    pair = POLARITY_ZONES[2 * at : 2 * at + 2]
    columns = wall_columns(seen.reader, seen.running, lying, dots=False, words=seen.words)
    zones = zone_targets(seen.running.recipe)
    return tuple(one for zone, one in zip(zones, columns, strict=False) if zone in pair)


def _rows(words: Words, asked: QuestionFacts | None) -> list[ScaleRow]:
    """The places alone, before anybody is shown on them; then the rows without what would be too
    small for the back row."""
    if asked is None:
        return [ScaleRow("", "", None, None, None)]
    return [
        row if row.middle is None else msgspec.structs.replace(row, remark="")
        for row in question_rows(words, asked)
    ]


def _small_print(words: Words, number: int, *, told: bool) -> str:
    said = words("ballot.answered", n=number)
    return f"{said} · {words('ballot.what-do-you-see')}" if told else said
