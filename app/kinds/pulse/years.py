"""The pulses of a community over the years: of each statement its middle and spread, each time.

What a time tells is what it tells anywhere (:mod:`app.workshop.spread`); how many people answered
is told for a whole pulse, never for one statement, and not of fewer than three.
"""

from datetime import date

import msgspec

from app.catalogue.catalogue import Catalogue
from app.catalogue.recipe import Recipe
from app.catalogue.retelling import origin_of, told_in
from app.kinds.pulse.rounds import FORM
from app.kinds.pulse.setup import pulse_words, statements_of
from app.library.audience import AUDIENCES, may_read
from app.library.reader import Reader
from app.library.rows import Block, Round
from app.workshop.ballots import Ballot, counts_in, given
from app.workshop.new_blocks import recipe_of
from app.workshop.spread import LEAST, Spread, middle_of, spread_of

KIND = "pulse"
_CLOSED = (
    "JOIN run ON run.id = round.run JOIN block ON block.id = run.block"
    " JOIN workshop ON workshop.id = block.workshop WHERE workshop.community = ?"
    " AND block.kind = ? AND round.form = ? AND round.private = 1 AND round.closed IS NOT NULL"
)


class Answers(msgspec.Struct, frozen=True):
    """What is told of one statement, once: both are None where too few people answered."""

    middle: int | None = None
    spread: Spread | None = None


class PulseTaken(msgspec.Struct, frozen=True, kw_only=True):
    """One pulse: the day of its workshop, its recipe as it was then, its answers by statement.

    ``answered``: how many people answered it; None for fewer than three.
    """

    day: date
    recipe: Recipe
    answered: int | None
    answers: dict[str, Answers]

    def told(self, statement: str) -> Answers:
        """What is told of a statement (its id); nothing where it was not asked."""
        return self.answers.get(statement, Answers())


class PulseYears(msgspec.Struct, frozen=True):
    """All pulses that were taken with one exercise, the earliest first; one at least."""

    taken: tuple[PulseTaken, ...]

    @property
    def recipe(self) -> Recipe:
        """The recipe of the latest."""
        return self.taken[-1].recipe

    @property
    def statements(self) -> tuple[str, ...]:
        """The ids of all that was asked: first what was asked last, in its order, then the rest."""
        return tuple(
            dict.fromkeys(
                one
                for pulse in reversed(self.taken)
                for one in (*statements_of(pulse.recipe), *pulse.answers)
            )
        )

    def told_in(self, catalogue: Catalogue, language: str) -> "PulseYears":
        """The same with statements in a language, the catalogue's own wherever they kept them."""
        return PulseYears(
            tuple(
                msgspec.structs.replace(
                    pulse,
                    recipe=told_in(pulse.recipe, language, origin_of(catalogue, pulse.recipe)),
                )
                for pulse in self.taken
            )
        )

    def wording(self, statement: str, language: str) -> str:
        """A statement (its id) as it was asked last."""
        for pulse in reversed(self.taken):
            said = pulse_words(pulse.recipe, language).statements.get(statement)
            if said:
                return said
        return statement

    def other_wordings(self, statement: str, language: str) -> tuple[tuple[date, str], ...]:
        """How a statement was asked before it was worded as it is, each with the last day on which
        it was asked so: then it was not quite the same question."""
        now = self.wording(statement, language)
        found: dict[str, date] = {}
        for pulse in self.taken:
            said = pulse_words(pulse.recipe, language).statements.get(statement, "")
            if said and said != now:
                found[said] = pulse.day
        return tuple((day, said) for said, day in found.items())


class PulseGlance(msgspec.Struct, frozen=True):
    """How many pulses were taken, and the day of the latest; None where there is none."""

    number: int
    last: date | None


def pulse_glance(reader: Reader, community: str) -> PulseGlance:
    """How many pulses a community closed, without what was answered."""
    rows = reader.cells(
        f"SELECT count(*), max(workshop.date) FROM round {_CLOSED}", community, KIND, FORM
    )
    number, last = rows[0]
    return PulseGlance(int(str(number)), None if last is None else date.fromisoformat(str(last)))


def pulse_years(
    reader: Reader, community: str, audience: str = AUDIENCES[0]
) -> tuple[PulseYears, ...]:
    """The closed pulses that an audience may read, by exercise; the one asked last comes first.

    One's own block without an exercise is compared with itself alone. Raises ValueError for no such
    audience.
    """
    rounds = reader.select(
        Round, f"{_CLOSED} ORDER BY workshop.date, round.id", community, KIND, FORM
    )
    found: dict[str, list[PulseTaken]] = {}
    for asked in rounds:
        (block,) = reader.select(
            Block, "JOIN run ON run.block = block.id WHERE run.id = ?", asked.run
        )
        if may_read(block.audience, audience):
            found.setdefault(block.exercise or block.id, []).append(_taken(reader, asked, block))
    years = [PulseYears(tuple(taken)) for taken in found.values()]
    return tuple(sorted(years, key=lambda one: one.taken[-1].day, reverse=True))


def _taken(reader: Reader, asked: Round, block: Block) -> PulseTaken:
    day = reader.cells("SELECT date FROM workshop WHERE id = ?", block.workshop)[0][0]
    answered = given(reader, Ballot({FORM: asked}))
    return PulseTaken(
        day=date.fromisoformat(str(day)),
        recipe=recipe_of(block),
        answered=answered if answered >= LEAST else None,
        answers={
            statement: Answers(middle_of(counts), spread_of(counts))
            for statement, counts in counts_in(reader, asked).items()
        },
    )
