"""What is shipped: enough for a real half-day launch, in both languages."""

import pytest

from app.catalogue.catalogue import Catalogue
from app.catalogue.load import load_catalogue
from app.catalogue.recipe import make_recipe
from app.catalogue.setup import read_setup
from app.kinds.roles import RolesSetup
from app.resources import resources_folder


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """What is shipped."""
    return load_catalogue(resources_folder())


def test_how_much_there_is(catalogue: Catalogue) -> None:
    """Five stages with eight signs, twenty standing roles, sixty-one ideas, and all the rest."""
    assert [stage.id for stage in catalogue.stages] == [
        "discover",
        "grow",
        "establish",
        "put-to-work",
        "renew",
    ]
    assert [stage.colour for stage in catalogue.stages] == [stage.id for stage in catalogue.stages]
    assert sum(not role.workshop for role in catalogue.roles) == 20
    assert sum(role.workshop for role in catalogue.roles) == 6
    assert len(catalogue.sections) == 28
    assert len(catalogue.concepts) == 61
    assert len(catalogue.exercises) >= 88
    assert len(catalogue.agendas) >= 24
    assert len(catalogue.signals) >= 20
    assert len(catalogue.paradoxes) == 7
    assert len(catalogue.essays) >= 10
    assert len(catalogue.instruments) >= 7
    for stage in catalogue.stages:
        assert all(len(words.signs) == 8 for words in stage.words.values())


def test_every_agenda_fits_its_time(catalogue: Catalogue) -> None:
    """A tenth to spare, and a break at least every ninety minutes."""
    for agenda in catalogue.agendas:
        assert agenda.planned_minutes * 10 <= agenda.minutes * 9
        stretch = 0
        for block in agenda.blocks:
            interlude = catalogue.find_interlude(block.interlude or "")
            rests = interlude is not None and interlude.pause
            stretch = 0 if rests else stretch + block.minutes
            assert stretch <= 90


PUBLISHED = {"hopes-and-fears": (30, 60), "case-on-the-table": (20, 60), "our-word": (10, 60)}
"""Minutes that facilitators elsewhere report for the same thing: the least and the most."""


def test_lengths_are_honest(catalogue: Catalogue) -> None:
    """No shorter and no longer than what others found; dots and tables have their time."""
    for exercise, (least, most) in PUBLISHED.items():
        minutes = catalogue.exercise(exercise).minutes
        assert least <= minutes.short
        assert minutes.long <= most
    for one in catalogue.exercises:
        does = [step.does for step in one.steps]
        if "dots" in one.setup:
            assert one.minutes.short >= 15
            assert "vote" in does
        if {"alone", "pairs", "small-groups"} <= set(does):  # one, two, four, all
            assert one.minutes.short >= 12


def test_roles_offered_in_a_launch_are_filled_there(catalogue: Catalogue) -> None:
    """Coordinator and sponsor are the two to fill at a launch, whatever else is."""
    launch = {role.id for role in catalogue.roles if role.launch}
    assert {"coordinator", "sponsor"} <= launch
    offered = set(read_setup(catalogue.exercise("who-tends-what").setup, RolesSetup).roles)
    assert {"coordinator", "co-coordinator", "sponsor"} <= offered


def test_words_fall_back_to_a_language_there_is(catalogue: Catalogue) -> None:
    """A community from elsewhere, in a language Hearth does not speak, is served in English."""
    role = catalogue.role("coordinator")
    assert role.in_language("fr").name == "Coordination"
    assert role.in_language("es") == role.in_language("en")
    assert catalogue.concept("pulse").in_language("fr") == "Prendre le pouls"


def test_steps_and_roles_are_short_enough_for_their_places(catalogue: Catalogue) -> None:
    """Names stand in narrow lists; a sentence to say is said in one breath or two."""
    for language in ("en", "fr"):
        for role in catalogue.roles:
            assert len(role.in_language(language).name) <= 24
        for section in catalogue.sections:
            assert len(section.in_language(language).name) <= 24
        for exercise in catalogue.exercises:
            words = exercise.in_language(language)
            assert len(words.name) <= 32
            for step in words.steps.values():
                assert len(step.title) <= 28
                assert len(step.say) <= 220


@pytest.mark.parametrize("people", [6, 15, 40])
def test_minutes_add_up_at_every_length(catalogue: Catalogue, people: int) -> None:
    """At the shortest, the usual and the longest, with few people and many: the steps are all of
    it, and none is without time."""
    for one in catalogue.exercises:
        for minutes in (one.minutes.short, one.minutes.usual, one.minutes.long):
            recipe = make_recipe(one, ("en",), minutes, people)
            assert recipe.minutes == minutes, one.id
            assert all(step.minutes >= 1 for step in recipe.steps)
