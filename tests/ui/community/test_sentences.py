"""Every code of this room has its sentence, in both languages, with the facts it is given."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.catalogue.load import load_catalogue
from app.community.attention import Reminder
from app.community.overview import ABOUT_NEXT, NewsItem
from app.resources import resources_folder
from app.words import LANGUAGES, Words
from app.words_files import load_words
from tests.app.community.village import TODAY
from ui.parts.reminder_text import news_text, reminder_text

HERE = Path(__file__).parents[3] / "app" / "community"


def sources() -> Iterator[str]:
    """The text of every module of the room."""
    for path in HERE.glob("*.py"):
        yield path.read_text(encoding="utf-8")


def codes(pattern: str) -> set[str]:
    """Every code that the room's modules name in this way."""
    return {code for text in sources() for code in re.findall(pattern, text)}


@pytest.fixture(params=LANGUAGES)
def words(request: pytest.FixtureRequest) -> Words:
    """The words of each language in turn."""
    return load_words(resources_folder(), request.param)


def test_every_trouble_has_its_sentence(words: Words) -> None:
    troubles = codes(r'Trouble\(\s*"([a-z-]+)"')
    assert len(troubles) > 10
    assert [code for code in sorted(troubles) if not words.knows(f"trouble.{code}")] == []


def test_every_change_can_be_said_to_be_undone(words: Words) -> None:
    labels = codes(r'\.change\(\s*"([a-z-]+)"')
    assert len(labels) > 15
    assert [label for label in sorted(labels) if not words.knows(f"done.{label}")] == []


def test_every_advice_has_its_sentence(words: Words) -> None:
    advice = codes(r'Advice\("([a-z-]+)"') - {"coordinator-vacant", "sponsor-vacant"}
    assert advice
    missing = [code for code in sorted(advice) if not words.knows(f"community.advice.{code}")]
    assert missing == []


SIGNS: dict[str, dict[str, object]] = {
    "workshop-unfinished": {"block": "Who belongs", "at": "2025-11-11T15:42:00.000Z"},
    "workshop-today": {},
    "workshop-tomorrow": {},
    "workshop-soon": {},
    "workshop-missed": {},
    "agenda-empty": {},
    "trial-over": {"number": 2, "days": -3},
    "trial-near": {"number": 2, "days": 9},
    "renewal-near": {},
    "renewal-past": {"days": -3},
    "charter-none": {},
    "actions-past": {"n": 2, "text": "Call"},
    "actions-soon": {"n": 2, "text": "Call"},
    "coordinator-vacant": {"since": TODAY},
    "sponsor-vacant": {"since": None},
    "term-ending": {"role": "coordinator", "label": "", "person": "Maude", "days": 21},
    "people-none": {},
    "paper-waiting": {"block": "Hopes", "expected": 18, "n": 2},
    "launch-unplanned": {"n": 3},
    "next-none": {"last": date(2025, 10, 3)},
    "next-far": {},
    "ahead-workshop": {},
    "ahead-gathering": {},
}


def test_no_sign_is_left_out() -> None:
    known = codes(r'_reminder\(\s*facts,\s*"([a-z-]+)"') | {"coordinator-vacant", "sponsor-vacant"}
    assert known == set(SIGNS)


@pytest.mark.parametrize("code", sorted(SIGNS))
def test_every_sign_is_spoken_whole(words: Words, code: str) -> None:
    facts = {
        "title": "Launch",
        "purpose": "launch",
        "date": TODAY + timedelta(days=5),
        "starts": 540,
        "expected": 18,
        "days": 5,
        "zone": "America/Montreal",
        **SIGNS[code],
    }
    sign = Reminder(
        code=code,
        community="c",
        name="Bridges",
        subject="c",
        facts=facts,
        place="community",
        lead="c",
        urgency=0,
    )
    spoken = reminder_text(sign, words, load_catalogue(resources_folder()), TODAY)
    for text in (spoken.when, spoken.ask, spoken.why, spoken.do):
        assert text
        assert "{" not in text
    # Whatever is not about what comes next may stand beside a community's name on Home.
    if code not in ABOUT_NEXT and not code.startswith("ahead-"):
        assert "{" not in news_text(NewsItem(code, facts, 10), words, TODAY)[0]
