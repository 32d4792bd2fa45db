"""What a spectrum adds up to: for each question the middle and the spread, then and now, and how
far the middle moved; of a map, its safeguards."""

from collections.abc import Mapping, Sequence

import msgspec

from app.kinds.spectrum.setup import SAFEGUARDS, is_map, questions_of, spectrum_setup
from app.library.reader import Reader
from app.library.rows import Note
from app.workshop.ballots import Ballot, ballots_of, counts_in
from app.workshop.notes import notes_of
from app.workshop.running import Running
from app.workshop.scale_diagram import SCALE
from app.workshop.spread import Place, Spread, middle_of, places_of, spread_of, unknown_in


class Position(msgspec.Struct, frozen=True):
    """Where people stand on a question at one time.

    ``middle`` is None where fewer than three stand anywhere, ``spread`` where fewer than seven do.
    ``places`` is how many stand where, one or two taken together with their neighbours: only of
    what was counted in the room, and for the facilitator alone.
    """

    time: str
    middle: int | None
    spread: Spread | None
    unknown: int
    places: tuple[Place, ...]


class QuestionFacts(msgspec.Struct, frozen=True):
    """What a closed round says of one question: how many ``people`` stood somewhere, and where.

    ``counted``: in the room, and not in private. ``shown``: whether the room may see it.
    """

    id: str
    positions: tuple[Position, ...]
    people: int
    counted: bool
    shown: bool

    @property
    def moved(self) -> int | None:
        """How far the middle went from the first time to the last; None where there are not two."""
        middles = [one.middle for one in self.positions]
        if len(middles) < 2 or middles[0] is None or middles[-1] is None:
            return None
        return middles[-1] - middles[0]


class SpectrumFacts(msgspec.Struct, frozen=True):
    """A closed round: what it says of each question that somebody stood on."""

    questions: tuple[QuestionFacts, ...]


class Safeguard(msgspec.Struct, frozen=True):
    """What people want to do so that neither pole is overdone, as a note says it."""

    note: Note


def spectrum_facts(reader: Reader, running: Running) -> list[SpectrumFacts]:
    """What each closed round of a run says."""
    times = spectrum_setup(running.recipe).times
    found = ballots_of(reader, running.run.id, times)
    return [_facts(reader, running, one) for one in found if not one.open]


def safeguards_of(reader: Reader, running: Running) -> list[Safeguard]:
    """The safeguards of a map, as they were noted."""
    if not is_map(running.recipe):
        return []
    notes = notes_of(reader, running.run.id)
    return [Safeguard(note) for note in notes if note.zone == SAFEGUARDS]


def latest_of(found: Sequence[SpectrumFacts], question: str) -> QuestionFacts | None:
    """What was found last on a question (its id), in whatever round; None before the first."""
    asked = [one for facts in found for one in facts.questions if one.id == question]
    return asked[-1] if asked else None


def _facts(reader: Reader, running: Running, ballot: Ballot) -> SpectrumFacts:
    counts = {time: counts_in(reader, asked) for time, asked in ballot.rounds.items()}
    questions = [
        QuestionFacts(
            id=one,
            positions=tuple(
                _position(time, told.get(one, {}), counted=ballot.counted)
                for time, told in counts.items()
            ),
            people=max(sum(told.get(one, {}).values()) for told in counts.values()),
            counted=ballot.counted,
            shown=ballot.shown,
        )
        for one in questions_of(running.recipe)
    ]
    return SpectrumFacts(tuple(one for one in questions if one.people))


def _position(time: str, told: Mapping[str, int], *, counted: bool) -> Position:
    low, high = int(SCALE[0]), int(SCALE[-1])
    return Position(
        time=time,
        middle=middle_of(told),
        spread=spread_of(told),
        unknown=unknown_in(told),
        places=places_of(told, low, high) if counted else (),
    )
