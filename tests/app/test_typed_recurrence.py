"""How often, when and how long, read off lines as people type them."""

from datetime import date

import pytest

from app.recurrence import rule_of
from app.resources import resources_folder
from app.typed_recurrence import read_recurrence
from app.words import Words
from app.words_files import load_words

TODAY = date(2026, 11, 27)
"""A Friday."""


def read(language: str, line: str) -> tuple[str | None, int | None, int | None]:
    """The rule, the start and the length that a line says."""
    found = read_recurrence(line, load_words(resources_folder(), language), TODAY)
    rule = None
    if found.pattern is not None and found.first is not None:
        rule = rule_of(found.pattern, found.first)
    return rule, found.starts, found.minutes


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("First Tuesday of the month, noon, 90 minutes", ("FREQ=MONTHLY;BYDAY=1TU", 720, 90)),
        ("Every four weeks, 13:00 to 14:30", ("FREQ=WEEKLY;INTERVAL=4;BYDAY=FR", 780, 90)),
        ("every Tuesday at 9", ("FREQ=WEEKLY;BYDAY=TU", 540, None)),
        ("Tuesdays 8:30 am", ("FREQ=WEEKLY;BYDAY=TU", 510, None)),
        ("Every six weeks, two hours", ("FREQ=WEEKLY;INTERVAL=6", None, 120)),
        ("Thirty minutes every second week", ("FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", None, 30)),
        ("Last Friday of the month 2 pm", ("FREQ=MONTHLY;BYDAY=-1FR", 840, None)),
        ("every 3 months, second Monday", ("FREQ=MONTHLY;INTERVAL=3;BYDAY=2MO", None, None)),
        ("twice a year, third Thursday", ("FREQ=MONTHLY;INTERVAL=6;BYDAY=3TH", None, None)),
        ("A five-line note after each gathering", (None, None, None)),
        ("Rather skip one than meet with five", (None, None, None)),
        ("", (None, None, None)),
        ("25:90 every 99999999999 weeks", (None, None, None)),
        ("אנחנו רוצים להיפגש שוב", (None, None, None)),
    ],
)
def test_lines_in_english(line: str, expected: object) -> None:
    assert read("en", line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Premier mardi du mois, midi, 90 minutes", ("FREQ=MONTHLY;BYDAY=1TU", 720, 90)),
        (
            "Toutes les quatre semaines, de 13\N{NO-BREAK SPACE}h à 14\N{NO-BREAK SPACE}h 30",
            ("FREQ=WEEKLY;INTERVAL=4;BYDAY=FR", 780, 90),
        ),
        ("aux six semaines", ("FREQ=WEEKLY;INTERVAL=6", None, None)),
        ("Trente minutes toutes les deux semaines", ("FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", None, 30)),
        ("chaque mardi à 9 h", ("FREQ=WEEKLY;BYDAY=TU", 540, None)),
        ("Le 1er jeudi, 12 h, 1 h 30", ("FREQ=MONTHLY;BYDAY=1TH", 720, 90)),
        ("D’ici la prochaine fois, chaque personne en appelle une autre", (None, None, None)),
    ],
)
def test_lines_in_french(line: str, expected: object) -> None:
    assert read("fr", line) == expected


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_long_line_is_read_as_far_as_one_looks(language: str) -> None:
    words: Words = load_words(resources_folder(), language)
    assert read_recurrence("mar " * 100_000, words, TODAY).starts is None


def test_what_is_proposed_falls_on_a_working_day() -> None:
    words = load_words(resources_folder(), "en")
    found = read_recurrence("every quarter", words, TODAY)
    assert found.first is not None
    assert found.first.isoweekday() < 6
