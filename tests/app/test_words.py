"""Words: sentences by key, plurals, dates and hours, and the files they come from."""

import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from babel.dates import format_date
from babel.lists import format_list

from app.resources import resources_folder
from app.words import LANGUAGES, NATIVE_NAMES, DateForm, Words
from app.words_files import WordsError, load_words, read_sentences
from tests.app.catalogue.sources import copy_of_sources

EN = Words("en", {"home.people": {"one": "{n} person", "other": "{n} people"}, "home.set": "{ }"})
FR = Words("fr", {"home.people": {"one": "{n} personne", "other": "{n} personnes"}})


@pytest.mark.parametrize(
    ("number", "english", "french"),
    [
        (0, "0 people", "0 personne"),
        (1, "1 person", "1 personne"),
        (1.5, "1.5 people", "1.5 personne"),
        (2, "2 people", "2 personnes"),
        ("many", "many people", "many personnes"),
    ],
)
def test_plurals(number: object, english: str, french: str) -> None:
    """None is plural in English and singular in French."""
    assert EN("home.people", n=number) == english
    assert FR("home.people", n=number) == french


def test_a_sentence_without_values_is_said_as_it_stands() -> None:
    """Also where it holds braces; an unknown key is a bug and says so."""
    assert EN("home.set") == "{ }"
    assert EN.knows("home.set")
    assert not EN.knows("home.unset")
    with pytest.raises(KeyError):
        EN("home.unset")


def test_what_people_typed_is_never_read_as_a_sentence() -> None:
    """Braces in a value are only text."""
    assert EN("home.people", n="{n}") == "{n} people"


def test_days() -> None:
    """As each language writes them; the first of the month is an ordinal in French."""
    english, french = (load_words(resources_folder(), one) for one in ("en", "fr"))
    first, second = date(2027, 3, 1), date(2027, 3, 2)
    assert english.day(second, "long") == "Tuesday 2 March 2027"
    assert english.day(first) == "1 Mar 2027"
    assert french.day(second, "long") == "mardi 2\u00a0mars 2027"
    assert french.day(first, "long") == "lundi 1er\u00a0mars 2027"
    assert french.day(first, "day") == "1er\u00a0mars"
    assert french.day(first, "month") == "mars 2027"
    assert french.day(date(2027, 3, 21), "day") == "21\u00a0mars"


@pytest.mark.parametrize(("language", "locale"), [("en", "en"), ("fr", "fr_CA")])
def test_days_are_named_as_in_cldr(language: str, locale: str) -> None:
    """Every day of a year, in every form, as Babel writes it, but for the space that holds."""
    words = load_words(resources_folder(), language)
    patterns: dict[DateForm, str] = {
        "long": "EEEE d MMMM y",
        "dated": "EEE d MMM y",
        "full": "d MMMM y",
        "medium": "d MMM y",
        "day": "d MMMM",
        "short": "d MMM",
        "month": "MMMM y",
        "weekday": "EEEE",
    }
    for number in range(366):
        day = date(2028, 1, 1) + timedelta(days=number)
        for form, pattern in patterns.items():
            if language == "fr" and day.day == 1:
                pattern = re.sub(r"\bd ", "d'er' ", pattern)
            told = words.day(day, form).replace("\u00a0", " ")
            assert told == format_date(day, pattern, locale=locale)


def test_a_day_of_another_year_says_so() -> None:
    """A day of this year needs no year; any other has it, however near it is."""
    words, today = load_words(resources_folder(), "en"), date(2026, 12, 30)
    assert words.near_day(date(2026, 1, 2), today) == "2 January"
    assert words.near_day(date(2027, 1, 2), today) == "2 January 2027"
    assert words.near_day(date(2026, 1, 2), today, "medium") == "2 Jan"
    assert words.near_day(date(2027, 1, 2), today, "medium") == "2 Jan 2027"


def test_hours() -> None:
    """A French hour never breaks across lines; an instant is told in its zone."""
    assert EN.clock(9 * 60 + 5) == "9:05"
    assert FR.clock(9 * 60 + 5) == "9\u00a0h\u00a005"
    assert (FR.clock(9 * 60), EN.clock(9 * 60)) == ("9\u00a0h", "9:00")
    assert EN.clock(24 * 60 + 15) == "0:15"
    noon = datetime(2027, 1, 15, 17, 0, tzinfo=UTC)
    assert EN.hour(noon, ZoneInfo("America/Toronto")) == "12:00"


@pytest.mark.parametrize(("language", "locale"), [("en", "en"), ("fr", "fr_CA")])
def test_series(language: str, locale: str) -> None:
    """Several things as a sentence lists them, as in CLDR; braces in them are only text."""
    words = load_words(resources_folder(), language)
    items = ["a", "{b}", "c", "{0} d", "e"]
    for count in range(len(items) + 1):
        some = items[:count]
        assert words.series(some) == format_list(some, style="standard", locale=locale)
    assert words.either("a", "b") == words.series(["a", "b"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_shipped_can_be_loaded(language: str) -> None:
    """In every language, each with a name for itself."""
    words = load_words(resources_folder(), language)
    assert words.language == language
    assert words.knows("catalogue.built")
    assert language in NATIVE_NAMES


def test_a_table_without_languages_is_a_group(tmp_path: Path) -> None:
    """Keys may have parts, written as TOML likes."""
    (tmp_path / "words").mkdir()
    (tmp_path / "words/role.toml").write_text(
        '[answer]\nyes = { en = "Yes", fr = "Oui" }\n'
        '[answer.later]\nen = "Later"\nfr = "Plus tard"\n'
    )
    french = read_sentences(tmp_path)["fr"]
    assert french == {"role.answer.yes": "Oui", "role.answer.later": "Plus tard"}


@pytest.mark.parametrize(
    ("text", "key", "code"),
    [
        ('[hello]\nen = "Hello"', "odd.hello", "languages"),
        ('[hello]\nen = "Hello"\nfr = "Bonjour"\nes = "Hola"', "odd.hello", "languages"),
        ('[hello]\nen = "Hello"\nfr = " "', "odd.hello.fr", "blank"),
        ('[hello]\nen = 5\nfr = "Bonjour"', "odd.hello.en", "blank"),
        ('[n]\nen = { one = "1", other = "2" }\nfr = "3"', "odd.n", "plural-in-one-language"),
        ('[n]\nen = { one = "1" }\nfr = { one = "1" }', "odd.n.en", "plural-forms"),
        ('hello = "Hello"', "odd.hello", "not-an-entry"),
        ("[hello", "", "unreadable"),
    ],
)
def test_a_fault_in_a_words_file_is_named(tmp_path: Path, text: str, key: str, code: str) -> None:
    """Its file, its key, and what is wrong."""
    resources = copy_of_sources(tmp_path)
    (resources / "words/odd.toml").write_text(text, encoding="utf-8")
    with pytest.raises(WordsError) as caught:
        load_words(resources, "en")
    assert (caught.value.file, caught.value.key, caught.value.code) == ("odd.toml", key, code)
