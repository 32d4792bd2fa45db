"""Fitted agendas in words: what became shorter or was left out, and why."""

import pytest

from app.catalogue.agenda_entries import AgendaBlock
from app.catalogue.agenda_fit import fit_agenda
from app.catalogue.load import load_catalogue
from app.catalogue.proposing import Asked, propose
from app.resources import resources_folder
from app.words import LANGUAGES
from app.words_files import load_words
from tests.app.workshop.made_agendas import made_agenda, with_agendas
from ui.parts.fit_text import against_text, fit_text, reasons_text

CATALOGUE = load_catalogue(resources_folder())
HOPES = CATALOGUE.exercise("hopes-and-fears")
AGENDA = made_agenda(
    (
        AgendaBlock(exercise=HOPES.id, minutes=HOPES.minutes.long),
        AgendaBlock(interlude="lunch", minutes=30, optional=True),
    ),
    minutes=120,
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_what_and_why(language: str) -> None:
    """By name, from how many minutes to how many; nothing where all is as proposed."""
    words = load_words(resources_folder(), language)
    name = HOPES.in_language(language).name
    assert fit_text(words, CATALOGUE, fit_agenda(CATALOGUE, AGENDA, 120)) == ""
    shorter = fit_agenda(CATALOGUE, AGENDA, 90)
    said = fit_text(words, CATALOGUE, shorter)
    assert words("fit.resized", block=name, n=51, was=HOPES.minutes.long) in said
    assert words.duration(90) in said
    left_out = fit_text(words, CATALOGUE, fit_agenda(CATALOGUE, AGENDA, 60))
    lunch = CATALOGUE.find_interlude("lunch")
    assert lunch is not None
    assert words("fit.left-out", block=lunch.in_language(language).title) in left_out
    too_long = fit_text(words, CATALOGUE, fit_agenda(CATALOGUE, AGENDA, 20))
    assert words("fit.why.short", n=HOPES.minutes.short - 18) in too_long


def test_reasons_are_facts() -> None:
    """People, minutes, stages; and what speaks against it."""
    words = load_words(resources_folder(), "en")
    catalogue = with_agendas(CATALOGUE, AGENDA)
    asked = Asked(purpose="launch", minutes=120, people=18, stages=("grow",))
    (found,) = propose(catalogue, asked)
    stage = catalogue.stage("grow").in_language("en").name
    assert reasons_text(words, catalogue, found) == (
        f"For 18 people, 90 of your 120 min, you are at {stage}"
    )
    assert against_text(words, catalogue, found) == ""
    (crowd,) = propose(catalogue, Asked(purpose="launch", minutes=120, people=90))
    assert against_text(words, catalogue, crowd) == "For 6 to 40 people"
