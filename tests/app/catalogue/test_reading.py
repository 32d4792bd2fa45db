"""What the catalogue knows, as pages of one shape; and how they are found."""

from collections.abc import Sequence
from typing import Protocol

import pytest

from app.catalogue.catalogue import Catalogue
from app.catalogue.reading_pages import SORTS, feeding, reading_entries
from app.catalogue.reading_search import ReadingSearch
from tests.app.catalogue.pages import with_pages


class Named(Protocol):
    """What has an id."""

    @property
    def id(self) -> str:
        """By which it is known."""


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """The shipped one, with pages of ours."""
    return with_pages()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_entry_has_its_page(catalogue: Catalogue, language: str) -> None:
    """Sort by sort, each in the catalogue's order, none twice."""
    entries = reading_entries(catalogue, language)
    tables: tuple[Sequence[Named], ...] = (
        catalogue.essays, catalogue.paradoxes, catalogue.stages, catalogue.sections,
        catalogue.roles, catalogue.instruments, catalogue.templates, catalogue.terms,
    )  # fmt: skip
    wanted = [
        f"{sort}:{one.id}" for sort, table in zip(SORTS, tables, strict=True) for one in table
    ]
    assert [one.key for one in entries] == wanted
    assert all(one.name for one in entries)
    assert all(one.passages or one.lead for one in entries)


def test_links_lead_to_pages_and_exercises(catalogue: Catalogue) -> None:
    """A link nobody could follow is none."""
    entries = reading_entries(catalogue, "en")
    keys = {one.key for one in entries}
    for entry in entries:
        for passage in entry.passages:
            assert set(passage.entries) <= keys
            assert all(catalogue.find_exercise(one) for one in passage.exercises)


def test_stages_are_five_equal_pages(catalogue: Catalogue) -> None:
    """Each has the same heads as the others, and leads to all of them."""
    stages = [one for one in reading_entries(catalogue, "en") if one.sort == "stage"]
    heads = {tuple(passage.code for passage in one.passages) for one in stages}
    assert len(heads) == 1
    for stage in stages:
        others = {one.key for one in stages} - {stage.key}
        assert set(stage.passages[-1].entries) == others


def test_what_feeds_a_section_is_found_by_both_its_marks(catalogue: Catalogue) -> None:
    """By the sections of an exercise, and by where its zones go."""
    section = catalogue.sections[2].id
    fed = {one.id for one in feeding(catalogue, section)}
    for exercise in catalogue.exercises:
        feeds = {into for places in exercise.feeds.values() for into in places}
        assert (exercise.id in fed) == (section in {*exercise.sections, *feeds})


@pytest.mark.parametrize(
    ("language", "typed", "found"),
    [
        ("en", "door", "essay:the-open-door"),
        ("en", "carrying", "essay:the-open-door"),
        ("en", "sponsors", "term:sponsor"),
        ("en", "NEWCOMER", "instrument:three-months"),
        ("fr", "peripherie", "essay:the-open-door"),
        ("fr", "seuils", "paradox:own-and-open"),
        ("fr", "door", "essay:the-open-door"),
    ],
)
def test_found_whatever_the_accents_and_endings(
    catalogue: Catalogue, language: str, typed: str, found: str
) -> None:
    """In names, texts, lists and poles, also by the name in the other language."""
    keys = [one.key for one in ReadingSearch(catalogue, language).find(typed)]
    assert found in keys


def test_a_name_goes_before_a_text(catalogue: Catalogue) -> None:
    """What is called so is meant first; nothing typed gives all, nothing found nothing."""
    search = ReadingSearch(catalogue, "en")
    assert [one.name for one in search.find("core group")[:2]] == ["Core group", "Core group"]
    assert search.find("  ") == search.entries
    assert search.find("zebra") == ()
