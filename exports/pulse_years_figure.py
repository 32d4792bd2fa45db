"""The pulses of a community over the years in words: the picture's own, its tables, the sentence
that stands for it."""

from collections.abc import Iterator, Sequence

from app.kinds.pulse.setup import pulse_words
from app.kinds.pulse.years import Answers, PulseTaken, PulseYears
from app.kinds.pulse.years_diagram import PulseYearsSaid, pulse_years_diagram
from app.text_direction import isolate
from app.words import Words
from app.workshop.scale_diagram import SCALE
from exports.page import Figure, Table

WIDTH, SIZE = 500.0, 9.0
"""Points: how wide the figure is, and how large its statements are written."""
MOST_ROWS = 8
"""Statements in one figure; more of them are spread evenly over several."""


def pulse_years_said(words: Words, years: PulseYears) -> PulseYearsSaid:
    """What is written in the picture."""
    ends = pulse_words(years.recipe, words.language)
    return PulseYearsSaid(
        years=words("years.years"),
        answered=words("years.pulse-answered"),
        few=words("years.pulse-few"),
        middle=words("years.pulse-middle"),
        half=words("years.pulse-half"),
        low=words("years.pulse-end", value=SCALE[0], meaning=isolate(ends.low)),
        high=words("years.pulse-end", value=SCALE[-1], meaning=isolate(ends.high)),
    )


def pulse_name(words: Words, years: PulseYears) -> str:
    """What the exercise is called whose statements these are."""
    return years.recipe.in_language(words.language).title


def pulse_span(words: Words, years: PulseYears) -> str:
    """How often it was taken, and from when to when."""
    first, last = words.day(years.taken[0].day), words.day(years.taken[-1].day)
    return words("years.pulse-span", n=len(years.taken), first=first, day=last)


def rows_of(words: Words, years: PulseYears) -> list[list[tuple[str, str]]]:
    """Each statement's id and words, in as many groups of even length as there are figures."""
    asked = [(one, years.wording(one, words.language)) for one in years.statements]
    groups = -(-len(asked) // MOST_ROWS)
    share = -(-len(asked) // max(groups, 1))
    return [asked[first : first + share] for first in range(0, len(asked), share or 1)]


def pulse_years_figures(words: Words, years: PulseYears) -> Iterator[Figure]:
    """The pictures for paper, in the order of the statements."""
    said = pulse_years_said(words, years)
    for rows in rows_of(words, years):
        yield Figure(
            pulse_years_diagram(years.taken, rows, WIDTH, SIZE, said),
            pulse_alternative(words, years, rows),
            words("years.pulse-caption", n=len(years.taken)),
            _every_time(words, years, rows),
        )


def pulse_alternative(words: Words, years: PulseYears, rows: Sequence[tuple[str, str]]) -> str:
    """The picture in a sentence for whoever does not see it: of each statement the first and the
    last middle that are told."""
    told = []
    for statement, text in rows:
        middles = [
            one.told(statement).middle
            for one in years.taken
            if one.told(statement).middle is not None
        ]
        if middles:
            code = "moved" if len(middles) > 1 else "stayed"
            told.append(
                words(f"years.pulse-{code}", statement=text, first=middles[0], last=middles[-1])
            )
    said = "; ".join(told) if told else words("years.pulse-few")
    return words("years.pulse-alternative", said=said)


def pulse_heads(words: Words, years: PulseYears) -> tuple[str, ...]:
    """The heads of :func:`pulse_rows`: the statement, and the day of each pulse that is told."""
    return (words("pulse.statement"), *(words.day(one.day) for one in _compared(years)))


def pulse_rows(words: Words, years: PulseYears) -> Iterator[tuple[str, ...]]:
    """How many answered, then a row for each statement: the first pulse, the last but one, and
    the last, as many of them as there are."""
    compared = _compared(years)
    yield (words("years.pulse-answered"), *(_answered(words, one) for one in compared))
    for statement in years.statements:
        yield (
            years.wording(statement, words.language),
            *(_answer(words, one.answers.get(statement)) for one in compared),
        )


def other_wordings(words: Words, years: PulseYears) -> Iterator[str]:
    """A sentence for each statement that was once worded otherwise."""
    for statement in years.statements:
        now = years.wording(statement, words.language)
        for day, then in years.other_wordings(statement, words.language):
            yield words(
                "years.pulse-other-words", day=words.day(day), now=isolate(now), then=isolate(then)
            )


def _compared(years: PulseYears) -> tuple[PulseTaken, ...]:
    taken = years.taken
    return taken if len(taken) <= 3 else (taken[0], *taken[-2:])


def _every_time(words: Words, years: PulseYears, rows: Sequence[tuple[str, str]]) -> Table:
    heads = (words("pulse.statement"), words("years.day"), words("ballot.middle"))
    cells = tuple(
        (text, words.day(one.day), _answer(words, one.answers[statement]))
        for statement, text in rows
        for one in years.taken
        if statement in one.answers
    )
    return Table(heads, cells, (0.5, 0.22, 0.28))


def _answered(words: Words, one: PulseTaken) -> str:
    if one.answered is None:
        return words("years.pulse-too-few")
    return words("years.pulse-n", n=one.answered)


def _answer(words: Words, told: Answers | None) -> str:
    """The middle, and where half of the answers lie; or why neither is told."""
    if told is None:
        return words("years.pulse-not-asked")
    if told.middle is None:
        return words("years.pulse-too-few")
    if told.spread is None:
        return str(told.middle)
    low, high = told.spread.low, told.spread.high
    spread = (
        words("ballot.at", value=low)
        if low == high
        else words("ballot.from-to", low=low, high=high)
    )
    return words("years.pulse-answer", middle=told.middle, spread=spread)
