"""All sentences about a whole to which people replied in private: they give nobody away."""

from collections.abc import Mapping

import pytest

from app.catalogue.load import load_catalogue
from app.charter.agreement_rules import ChosenRule
from app.charter.consent import against_rule, as_told
from app.charter.people_asked import PeopleAsked
from app.charter.whole_told import POSITIONS, whole_told
from app.resources import resources_folder
from app.words_files import load_words
from exports.agreement_words import rule_sentence, whole_sentence
from exports.stance_pieces import stance_sentence
from tests.app.charter.test_whole_told import agreement
from tests.app.workshop.test_spread import recovered
from ui.parts.agreement_text import agreeing_text, agreement_text

NAMED = ("cannot", "fine")
HANDS = {"fine": 2, "away": 1}
ASKED = PeopleAsked(20, True)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(("named", "hands"), [((), {}), (NAMED, {}), (NAMED, HANDS)])
def test_no_sentence_tells_a_position_of_one_or_two(
    language: str, named: tuple[str, ...], hands: Mapping[str, int]
) -> None:
    """On paper, on the wall, on the card, by each rule; all of them together."""
    words = load_words(resources_folder(), language)
    rules = load_catalogue(resources_folder()).agreement_rules

    def told(private: Mapping[str, int]) -> object:
        known = agreement(private, named, hands)
        standings = (
            as_told(against_rule(rule, ChosenRule(rule.id), known.counts, ASKED.people), known)
            for rule in rules
        )
        return (
            agreeing_text(words, known, ASKED),
            agreement_text(words, known, ASKED),
            stance_sentence(words, known),
            whole_sentence(words, whole_told(known)),
            *(rule_sentence(words, one) for one in standings),
        )

    for people in range(1, 9):
        assert recovered(people, told, POSITIONS) == []


def test_without_private_replies_everything_is_told() -> None:
    """Everybody in the room saw one person who cannot agree yet."""
    words = load_words(resources_folder(), "en")
    known = agreement({}, (), {"fine": 8, "cannot": 1})
    told = agreement_text(words, known, ASKED)
    assert told == "8 of 20 agree, 1 cannot agree yet; 11 not counted"
