"""What the wall shows of a pulse: how to answer and how many have; once closed, the scales."""

from functools import partial

import msgspec

from app.kinds.kind import CaptureKind, facts_of
from app.kinds.pulse.diagram import pulse_diagram
from app.kinds.pulse.facts import PulseFacts
from app.kinds.pulse.rounds import answered, open_round_of
from app.kinds.pulse.setup import pulse_words
from app.words import Words
from exports.kinds.pulse import pulse_rows
from ui.wall.wall_picture import RunSeen, WallPicture, WallText


def picture(kind: CaptureKind, seen: RunSeen) -> WallPicture:
    """No value while the round is open; then the scales of the last, in the first language."""
    reader, running, words = seen.reader, seen.running, seen.words
    opened = open_round_of(reader, running.run.id)
    found = facts_of(kind.facts(reader, running), PulseFacts)
    if opened is not None or not found or not found[-1].answered:
        number = answered(reader, opened) if opened is not None else 0
        return WallPicture(
            texts=tuple(WallText("", (one("pulse.private"),)) for one in words),
            small=tuple(one("pulse.answered", n=number) for one in words) if number else (),
        )
    ends = pulse_words(running.recipe, words[0].language)
    # Remarks would be too small for the back row: the ring says what moved.
    rows = [
        row if row.middle is None else msgspec.structs.replace(row, remark="")
        for row in pulse_rows(words[0], running.recipe, found[-1])
    ]
    small = tuple(_small_print(one, found[-1]) for one in words)
    return WallPicture(diagram=partial(pulse_diagram, rows, (ends.low, ends.high)), small=small)


def _small_print(words: Words, facts: PulseFacts) -> str:
    parts = [words("pulse.answered", n=facts.answered)]
    if facts.since is not None:
        parts.append(words("pulse.ring", date=words.day(facts.since)))
    return " · ".join((*parts, words("pulse.what-do-you-see")))
