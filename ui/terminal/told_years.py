"""A community's state and its years, as text: what it became, its portraits, its pulse."""

from collections.abc import Iterator
from datetime import date

from app.catalogue.catalogue import Catalogue
from app.community.facts import CommunityFacts
from app.community.stage_years import CommunityYears, community_years
from app.kinds.pulse.years import pulse_glance
from app.library.reader import Reader
from app.words import Words
from exports.community_years_figure import portrait_rows, state_rows

LATEST = 3
"""Portraits that are told; all of them stand in the document of the years."""


def told_state(facts: CommunityFacts, words: Words) -> list[str]:
    """That it was archived, and what it was last said to have become, since when and why."""
    lines = []
    community, now = facts.community, facts.became
    if community.archived is not None:
        day = words.day(date.fromisoformat(community.archived))
        lines.append(words("community.archived", day=day))
    if now is not None and now.since is not None:
        state, day = words(f"states.state.{now.state}"), words.day(now.since)
        lines.append(words("states.since", state=state, day=day))
        if now.reason:
            lines.append(words("states.because", reason=now.reason))
    elif community.ended is not None:
        day = words.day(date.fromisoformat(community.ended))
        lines.append(words("community.ended", day=day))
    return lines


def told_years(
    reader: Reader, catalogue: Catalogue, facts: CommunityFacts, words: Words
) -> Iterator[tuple[str, Iterator[str]]]:
    """The keys of the heads, each with its lines; what it became only where somebody said it."""
    stages = [stage.id for stage in catalogue.stages]
    years = community_years(reader, facts.community.id, stages, facts.today)
    yield "community.stages", _portraits(catalogue, years, words)
    yield "years.pulse", _pulse(reader, facts, words)
    if years.became:
        yield "years.became", _states(years, words)


def _portraits(catalogue: Catalogue, years: CommunityYears, words: Words) -> Iterator[str]:
    """The latest portraits: the day, the stages, who said so."""
    for number, (day, stages, _, who) in enumerate(portrait_rows(catalogue, words, years)):
        if number < LATEST:
            said = words("years.portrait-line", stages=stages, who=who)
            yield words("commands.report-line", what=day, rest=said)
    if len(years.portraits) > LATEST:
        yield words("community.more", n=len(years.portraits) - LATEST)


def _pulse(reader: Reader, facts: CommunityFacts, words: Words) -> Iterator[str]:
    glance = pulse_glance(reader, facts.community.id)
    if glance.last is not None:
        yield words("years.pulse-taken", n=glance.number, day=words.day(glance.last))


def _states(years: CommunityYears, words: Words) -> Iterator[str]:
    for day, state, why in state_rows(words, years):
        said = words("years.state-line", state=state, why=why) if why else state
        yield words("commands.report-line", what=day, rest=said)
