"""Signals: rules over facts; what a reminder says, or was put off, is not said again."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest

from app.catalogue.catalogue import Catalogue
from app.catalogue.load import load_catalogue
from app.catalogue.reading_entries import Rule
from app.community.attention import reminders_of, snooze
from app.community.states import record_state
from app.resources import resources_folder
from app.signals.signal_facts import FACTS
from app.signals.signals import (
    SAID_BY_REMINDERS,
    Given,
    new_signals,
    put_off,
    signal_faults,
    signals_of,
)
from tests.app.community.village import TODAY, known, launched, new_library
from tests.app.signals.village_facts import Village


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """The shipped one."""
    return load_catalogue(resources_folder())


@pytest.fixture
def village(tmp_path: Path, catalogue: Catalogue) -> Iterator[Village]:
    """Launched in March, one gathering, nothing in the calendar."""
    library = new_library(tmp_path)
    made = Village(library, catalogue)
    launched(library, made.community)
    made.held(200)
    yield made
    library.close()


def given(village: Village) -> dict[str, str]:
    """The facts of the signals that say something new, by id."""
    facts = known(village.library, village.community)
    found = new_signals(village.library.reader, village.catalogue, facts)
    return {one.signal.id: one.fact("en") for one in found}


def all_given(village: Village) -> set[str]:
    """The ids of all signals."""
    facts = known(village.library, village.community)
    found = signals_of(village.library.reader, village.catalogue, facts)
    return {one.signal.id for one in found}


def test_a_signal_says_its_number(village: Village) -> None:
    """Once its rule holds, and not before."""
    assert "one-carries" in given(village)
    assert given(village)["one-carries"] == "People in coordination: 1."
    village.holds("co-coordinator", "Ines", 10)
    assert "one-carries" not in given(village)


def test_what_a_reminder_says_is_not_said_again(village: Village) -> None:
    """Nor once that reminder was put off: it is the same matter."""
    assert "nothing-ahead" in all_given(village)
    assert "nothing-ahead" not in given(village)
    facts = known(village.library, village.community)
    (next_none,) = (one for one in reminders_of(facts) if one.code == "next-none")
    snooze(village.library, next_none, TODAY + timedelta(days=7))
    assert "nothing-ahead" not in given(village)


def test_a_signal_is_put_off_until_a_day(village: Village) -> None:
    """The others stay, and so does that of another community."""
    before = given(village)
    signal = next(one for one in village.catalogue.signals if one.id == "one-carries")
    put_off(village.library, village.community.id, Given(signal, 61), TODAY + timedelta(days=7))
    assert given(village).keys() == before.keys() - {"one-carries"}
    put_off(village.library, village.community.id, Given(signal, 61), TODAY)
    assert given(village) == before
    other = Village(village.library, village.catalogue)
    put_off(village.library, other.community.id, Given(signal, 61), TODAY + timedelta(days=7))
    assert given(village) == before


def test_one_that_rests_is_left_in_peace(village: Village) -> None:
    """A community that has ended has no signals."""
    record_state(village.library, village.community.id, TODAY, "closed")
    assert all_given(village) == set()


def test_every_fact_that_a_reminder_says_is_one() -> None:
    """By its name."""
    assert SAID_BY_REMINDERS.keys() <= FACTS.keys()


def test_faults_name_the_signal(catalogue: Catalogue) -> None:
    """A rule over a fact that nobody reads, and words that nothing fills."""
    assert list(signal_faults(catalogue)) == []
    first = catalogue.signals[0]
    rule = msgspec.structs.replace(first, rule=Rule(fact="moon", least=1))
    told = msgspec.structs.replace(first.words["en"], fact="It was {when}.")
    words = msgspec.structs.replace(first, words={**first.words, "en": told})
    broken = msgspec.structs.replace(catalogue, signals=(rule, words))
    faults = [(one.field, one.code, one.values) for one in signal_faults(broken)]
    assert faults == [
        (f"{first.id}.rule.fact", "unknown-id", {"id": "moon"}),
        (f"{first.id}.words.en.fact", "unknown-fact", {"id": "when"}),
    ]


def test_a_single_one_is_said_as_one(catalogue: Catalogue) -> None:
    """In both languages, and several as several."""
    promises = next(one for one in catalogue.signals if one.id == "their-late-promises")
    assert Given(promises, 1).fact("en") == "1 promise made to us is past its date."
    sponsor = next(one for one in catalogue.signals if one.id == "sponsor-begins")
    assert Given(sponsor, 0).fact("en") == "A new sponsor begins today."
    assert Given(sponsor, 1).fact("fr") == "Un nouveau parrainage a commencé hier."
    assert Given(sponsor, 9).fact("en") == "A new sponsor began 9 days ago."
    assert Given(promises, 2).fact("en") == "2 promises made to us are past their date."
    assert Given(promises, 1).fact("fr") == "1 engagement envers nous a passé sa date."
