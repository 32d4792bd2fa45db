"""Every idea has exercises, every kind several, and nothing is written for nobody."""

from collections import Counter

import pytest

from app.catalogue.catalogue import Catalogue
from app.catalogue.coverage import coverage, serving
from app.catalogue.load import load_catalogue
from app.resources import resources_folder


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """What is shipped."""
    return load_catalogue(resources_folder())


def test_every_idea_is_served(catalogue: Catalogue) -> None:
    """By an exercise, and wherever that one is at home."""
    found = coverage(catalogue)
    for concept in catalogue.concepts:
        assert serving(catalogue, concept.id), concept.id
        assert any(found[concept.id].values())


def test_coverage_says_where_an_exercise_serves(catalogue: Catalogue) -> None:
    """At its stages, for its purposes, and for no others than some exercise has."""
    one = catalogue.exercises[0]
    found = coverage(catalogue)[one.concepts[0]]
    for stage in catalogue.stages:
        if stage.id in one.stages:
            assert set(one.purposes) <= set(found[stage.id])


def test_every_kind_gives_a_choice(catalogue: Catalogue) -> None:
    """Three exercises of each kind at least."""
    kinds = Counter(one.kind for one in catalogue.exercises)
    assert len(kinds) == 14
    assert not {kind: count for kind, count in kinds.items() if count < 3}


def test_everything_is_used(catalogue: Catalogue) -> None:
    """No exercise, register or section is there that nothing leads to."""
    blocks = [block for agenda in catalogue.agendas for block in agenda.blocks]
    exercises = {one.id for one in catalogue.exercises}
    named = {block.exercise for block in blocks}
    for one in catalogue.exercises:
        named |= {*one.before, *one.after, *one.instead}
    assert exercises <= named
    registers = {str(one.setup.get("register", "")) for one in catalogue.exercises}
    kept_at_the_desk = {one.id for one in catalogue.registers if "desk" in one.sources}
    assert {one.id for one in catalogue.registers} <= registers | kept_at_the_desk
    fed = {section for one in catalogue.exercises for section in one.sections}
    assert {one.id for one in catalogue.sections} <= fed


def test_every_stage_and_purpose_is_served(catalogue: Catalogue) -> None:
    """At each stage there is something to do, and an agenda for each purpose."""
    for stage in catalogue.stages:
        assert sum(stage.id in one.stages for one in catalogue.exercises) >= 11, stage.id
        assert stage.exercises
    assert {agenda.purpose for agenda in catalogue.agendas} == {
        "launch",
        "renewal",
        "check-up",
        "gathering",
        "preparation",
        "sponsor-conversation",
        "closing",
    }
