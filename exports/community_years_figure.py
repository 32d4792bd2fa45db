"""A community's portraits and states over the years in words: the picture's own, its tables, the
sentence that stands for it."""

from collections.abc import Iterator

from app.catalogue.catalogue import Catalogue
from app.community.stage_years import (
    Became,
    CommunityYears,
    Portrait,
    StageYearsSaid,
    stage_years_diagram,
)
from app.text_direction import isolate, join_isolated
from app.words import Words
from exports.page import Figure, Table

WIDTH, SIZE = 500.0, 9.0
"""Points: how wide the figure is, and how large its names are written."""

PortraitRow = tuple[str, str, str, str]
StateRow = tuple[str, str, str]


def stage_years_said(catalogue: Catalogue, words: Words) -> StageYearsSaid:
    """What is written in the picture."""
    return StageYearsSaid(
        stage=lambda stage: stage_name(catalogue, words, stage),
        state=lambda state: words(f"states.state.{state}"),
        years=words("years.years"),
        became=words("years.became"),
        lit=words("years.lit"),
        not_lit=words("years.not-lit"),
    )


def stage_name(catalogue: Catalogue, words: Words, stage: str) -> str:
    """What a stage is called."""
    known = catalogue.find_stage(stage)
    return known.in_language(words.language).name if known is not None else stage


def portrait_heads(words: Words) -> PortraitRow:
    """The heads of :func:`portrait_rows`."""
    return (
        words("years.day"),
        words("years.stages"),
        words("years.evidence"),
        words("years.who"),
    )


def portrait_rows(
    catalogue: Catalogue, words: Words, years: CommunityYears
) -> Iterator[PortraitRow]:
    """A row for each portrait, the latest first: the stages, their evidence, who said so."""
    for one in reversed(years.portraits):
        yield (
            words.day(one.day),
            _stages(catalogue, words, one),
            _evidence(catalogue, words, one) or words("years.no-evidence"),
            who_said(words, one),
        )


def who_said(words: Words, portrait: Portrait) -> str:
    """Who recognised the community in its stages: the group in a workshop, or the coordinator."""
    if portrait.workshop is None:
        return words("years.by-coordinator")
    return words("years.by-group", workshop=isolate(portrait.workshop))


def state_heads(words: Words) -> StateRow:
    """The heads of :func:`state_rows`."""
    return words("years.day"), words("years.state"), words("years.reason")


def state_rows(words: Words, years: CommunityYears) -> Iterator[StateRow]:
    """A row for each state, the latest first: what it became, with which other community, why."""
    for one in reversed(years.became):
        yield words.day(one.day), words(f"states.state.{one.state}"), _why(words, one)


def community_years_figure(catalogue: Catalogue, words: Words, years: CommunityYears) -> Figure:
    """The picture for paper."""
    said = stage_years_said(catalogue, words)
    rows = tuple(portrait_rows(catalogue, words, years))
    caption = words("years.caption", n=len(years.portraits))
    return Figure(
        stage_years_diagram(years, WIDTH, SIZE, said),
        community_years_alternative(catalogue, words, years),
        caption if years.portraits else words("years.caption-states"),
        portrait_table(words, rows),
    )


def portrait_table(words: Words, rows: tuple[PortraitRow, ...]) -> Table:
    """The portraits as a table for paper."""
    return Table(portrait_heads(words), rows, (0.17, 0.23, 0.38, 0.22), strong_column=1)


def community_years_alternative(catalogue: Catalogue, words: Words, years: CommunityYears) -> str:
    """The picture in words for whoever does not see it."""
    told = [
        words("years.on-day", day=words.day(one.day), items=_stages(catalogue, words, one))
        for one in years.portraits
    ]
    told += [
        words("years.on-day", day=words.day(one.day), items=words(f"states.state.{one.state}"))
        for one in years.became
    ]
    return words("years.alternative", said="; ".join(told))


def _stages(catalogue: Catalogue, words: Words, portrait: Portrait) -> str:
    return ", ".join(stage_name(catalogue, words, stage) for stage, _ in portrait.lit)


def _evidence(catalogue: Catalogue, words: Words, portrait: Portrait) -> str:
    """What each stage was recognised by, a line each; without its name where it is alone."""
    said = [(stage, text) for stage, text in portrait.lit if text]
    if len(portrait.lit) == 1:
        return said[0][1] if said else ""
    return "\n".join(
        words(
            "years.evidence-of", stage=stage_name(catalogue, words, stage), evidence=isolate(text)
        )
        for stage, text in said
    )


def _why(words: Words, one: Became) -> str:
    other = words("years.with-other", other=isolate(one.other)) if one.other else ""
    return join_isolated((other, one.reason), " ")
