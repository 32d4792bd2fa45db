"""What the wall shows of a pulse: how to answer and how many have; then, once it is shown, the
scales: one statement at a time, or all of them."""

from functools import partial

import msgspec

from app.kinds.kind import CaptureKind, facts_of
from app.kinds.pulse.facts import PulseFacts
from app.kinds.pulse.rounds import FORMS
from app.kinds.pulse.setup import pulse_words
from app.words import Words
from app.workshop.ballots import given, open_ballot_of
from app.workshop.scale_diagram import scale_diagram
from exports.kinds.pulse import pulse_rows
from ui.wall.wall_picture import RunSeen, WallPicture, WallText


def picture(kind: CaptureKind, seen: RunSeen) -> WallPicture:
    """No value before the facilitator shows it; then the scales, in the first language."""
    reader, running, words = seen.reader, seen.running, seen.words
    opened = open_ballot_of(reader, running.run.id, FORMS)
    found = facts_of(kind.facts(reader, running), PulseFacts)
    last = found[-1] if found and opened is None else None
    if last is None or not last.answered or not last.shown:
        number = given(reader, opened) if opened is not None else last.answered if last else 0
        return WallPicture(
            texts=tuple(WallText("", (one("ballot.private"),)) for one in words),
            small=tuple(one("ballot.answered", n=number) for one in words) if number else (),
        )
    ends = pulse_words(running.recipe, words[0].language)
    # Remarks would be too small for the back row: the ring says what moved.
    rows = [
        row if row.middle is None else msgspec.structs.replace(row, remark="")
        for row in pulse_rows(words[0], running.recipe, last, seen.of)
    ]
    small = tuple(_small_print(one, last) for one in words)
    return WallPicture(diagram=partial(scale_diagram, rows, (ends.low, ends.high)), small=small)


def _small_print(words: Words, facts: PulseFacts) -> str:
    parts = [words("ballot.answered", n=facts.answered)]
    if facts.since is not None:
        parts.append(words("pulse.ring", date=words.day(facts.since)))
    return " · ".join((*parts, words("ballot.what-do-you-see")))
