"""Dates, times and lengths of time read as people type them."""

import sys
from datetime import date, timedelta
from types import FrameType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.resources import resources_folder
from app.typed_dates import FIRST, LAST, read_day, read_minutes, read_time
from app.words import LANGUAGES, DateForm
from app.words_files import load_words

WORDS = {one: load_words(resources_folder(), one) for one in LANGUAGES}
TODAY = date(2026, 11, 28)
"""A Saturday."""

spoken = st.sampled_from(LANGUAGES)
days = st.dates(FIRST, LAST)
odd = st.text(st.sampled_from("0123456789/-. :hjanvpméà’,ᵃ½²٣\u00a0🦊\n"), max_size=14)


@pytest.mark.parametrize(
    ("language", "typed", "meant"),
    [
        ("en", "2027-01-15", "2027-01-15"),
        ("fr", "2027-01-15", "2027-01-15"),
        ("fr", "20270115", "2027-01-15"),
        ("en", "15/01/2027", "2027-01-15"),
        ("fr", "15/01/27", "2027-01-15"),
        ("en", "3/4/2027", "2027-04-03"),
        ("en", "01/15/2027", "2027-01-15"),
        ("fr", "15.1", "2027-01-15"),
        ("en", "15 jan", "2027-01-15"),
        ("en", "Jan 15, 2027", "2027-01-15"),
        ("en", "the 15th of January", "2027-01-15"),
        ("fr", "15 janvier", "2027-01-15"),
        ("fr", "jan 15", "2027-01-15"),
        ("fr", "15 janv. 2027", "2027-01-15"),
        ("fr", "le 1er aout", "2027-08-01"),
        ("fr", "mar. 2 mars 2027", "2027-03-02"),
        ("en", "15", "2026-12-15"),
        ("en", "29 feb", "2028-02-29"),
        ("en", "tue 15", "2026-12-15"),
        ("en", "Friday 15 January", "2027-01-15"),
        ("fr", "mar. 15/12", "2026-12-15"),
        ("fr", "mar 2", "2027-03-02"),
        ("fr", "7 sept", "2027-09-07"),
        ("fr", "sept 7", "2027-09-07"),
        ("fr", "dans sept jours", "2026-12-05"),
        ("fr", "deux mars", "2027-03-02"),
        ("en", "01.12.26", "2026-12-01"),
        ("en", "1-12-2026", "2026-12-01"),
        ("en", "today", "2026-11-28"),
        ("en", "Tomorrow", "2026-11-29"),
        ("fr", "demain", "2026-11-29"),
        ("fr", "après-demain", "2026-11-30"),
        ("fr", "aujourd'hui", "2026-11-28"),
        ("en", "monday", "2026-11-30"),
        ("en", "Saturday", "2026-12-05"),
        ("fr", "lundi", "2026-11-30"),
        ("fr", "mar", "2026-12-01"),
        ("en", "next friday", "2026-12-04"),
        ("fr", "vendredi prochain", "2026-12-04"),
        ("en", "last friday", "2026-11-27"),
        ("en", "in 2 weeks", "2026-12-12"),
        ("en", "two weeks from now", "2026-12-12"),
        ("fr", "dans 2 semaines", "2026-12-12"),
        ("fr", "d’ici un mois", "2026-12-28"),
        ("fr", "il y a 3 jours", "2026-11-25"),
        ("en", "a year ago", "2025-11-28"),
        ("fr", "la semaine prochaine", "2026-12-05"),
    ],
)
def test_days_are_read_as_people_write_them(language: str, typed: str, meant: str) -> None:
    """In figures, with the month in words, and from where one stands."""
    assert read_day(typed, WORDS[language], TODAY) == date.fromisoformat(meant)


@pytest.mark.parametrize(
    ("language", "typed"),
    [
        ("en", ""),
        ("en", "soon"),
        ("en", "30 feb"),
        ("en", "31/31/2027"),
        ("en", "Monday 15 January 2027"),
        ("en", "mon 15 jan"),
        ("fr", "jui 3"),
        ("fr", "un jour"),
        ("en", "one day"),
        ("fr", "janvier 2027"),
        ("en", "9:30"),
        ("en", "15 jan 20277"),
        ("en", "in 99999999999999999999 weeks"),
        ("en", "9" * 5000),
        ("en", "12 13 14 15"),
        ("en", "15 jan 2200"),
        ("fr", "mar 15"),
        ("fr", "mar. 16/12"),
        ("fr", "mar. 15/12/2027"),
        ("en", "Thursday 15 January"),
        ("en", "Tue 30 Nov"),
        ("en", "fri 15"),
        ("en", "may 5-12"),
        ("en", "15 jan 26"),
        ("en", "26-12-01"),
        ("fr", "26-12-01"),
        ("fr", "sept"),
        ("en", "five"),
        ("fr", "ven. sept"),
        ("en", "-5"),
        ("en", "+5"),
        ("fr", "−5"),
    ],
)
def test_what_means_no_day_is_none(language: str, typed: str) -> None:
    """Rather no day than a wrong one: another weekday, two months, a year in doubt."""
    assert read_day(typed, WORDS[language], TODAY) is None


def test_the_order_of_figures_is_the_language_s_own() -> None:
    """Day and month, or month and day; the other way round where only that is a day."""
    month_first = WORDS["en"].with_sentences({"typed_dates.order": "12/31"})
    assert read_day("3/4/2027", WORDS["en"], TODAY) == date(2027, 4, 3)
    assert read_day("3/4/2027", month_first, TODAY) == date(2027, 3, 4)
    assert read_day("31/12/2027", month_first, TODAY) == date(2027, 12, 31)


def test_a_day_without_its_year_leans_as_the_field_does() -> None:
    """Ahead for what is due, back for what was, and the nearer one where both may be."""
    words = WORDS["en"]
    assert read_day("15 oct", words, TODAY) == date(2027, 10, 15)
    assert read_day("15 oct", words, TODAY, "back") == date(2026, 10, 15)
    assert read_day("15 oct", words, TODAY, "near") == date(2026, 10, 15)
    assert read_day("15 jan", words, TODAY, "near") == date(2027, 1, 15)
    assert read_day("monday", words, TODAY, "back") == date(2026, 11, 23)
    assert read_day("28 nov", words, TODAY, "back") == read_day("28 nov", words, TODAY) == TODAY


@given(spoken, days, days, st.sampled_from(("long", "dated", "full", "medium")))
def test_every_date_that_is_shown_reads_back(
    language: str, day: date, today: date, form: DateForm
) -> None:
    """In every form with its year, on whatever day it is read."""
    assert read_day(WORDS[language].day(day, form), WORDS[language], today) == day
    assert read_day(day.isoformat(), WORDS[language], today) == day


@given(spoken, days, st.integers(0, 180), st.sampled_from(("day", "short")))
def test_every_date_without_its_year_reads_back_before_it(
    language: str, day: date, before: int, form: DateForm
) -> None:
    """A date of this year is the coming one half a year before it."""
    words, today = WORDS[language], day - timedelta(days=before)
    assert read_day(words.day(day, form), words, today) == day
    assert read_day(words.near_day(day, today), words, today, "near") == day


@given(spoken, days, st.integers(1, 7))
def test_every_day_of_the_week_reads_back_within_a_week(
    language: str, today: date, ahead: int
) -> None:
    """Its name alone is the coming one."""
    day = today + timedelta(days=ahead)
    words = WORDS[language]
    if day <= LAST:
        assert read_day(words.day(day, "weekday"), words, today) == day


@given(spoken, st.integers(0, 1439))
def test_every_time_that_is_shown_reads_back(language: str, minute: int) -> None:
    """As the clock and the end of a block are written, and in figures alone."""
    words, (hours, rest) = WORDS[language], divmod(minute, 60)
    shown = (
        words.clock(minute),
        words.end_clock(minute),
        words.end_clock(minute + 1440),
        f"{hours:02d}{rest:02d}",
        f"{hours:02d}:{rest:02d}",
        f"{hours}.{rest:02d}",
        f"{hours}h{rest:02d}",
    )
    for text in shown:
        assert read_time(text, words) == minute, text


@given(spoken, st.integers(0, 99_999))
def test_every_length_that_is_shown_reads_back(language: str, minutes: int) -> None:
    """In minutes, with and without their unit, and in hours and minutes."""
    words, (hours, rest) = WORDS[language], divmod(minutes, 60)
    shown = (
        str(minutes),
        words("parts.minutes", n=minutes),
        f"{hours}:{rest:02d}",
        f"{hours} h {rest}",
        f"{hours}h{rest:02d} min",
    )
    for text in shown:
        assert read_minutes(text, words) == minutes, text


@pytest.mark.parametrize(
    ("language", "typed", "meant"),
    [
        ("en", "9:30", 570),
        ("en", "9 h 30", 570),
        ("fr", "9h30", 570),
        ("fr", "9 h", 540),
        ("fr", "9", 540),
        ("en", "930", 570),
        ("en", "9:30 pm", 1290),
        ("en", "9 p.m.", 1260),
        ("en", "12:30 am", 30),
        ("en", "12 pm", 720),
        ("fr", "21 h", 1260),
        ("fr", "9 h 30 du soir", 1290),
        ("en", "noon", 720),
        ("fr", "Midi", 720),
        ("fr", "minuit", 0),
        ("en", "24:00", 0),
        ("en", "13 pm", None),
        ("en", "25", None),
        ("en", "9:5", None),
        ("en", "9:75", None),
        ("en", "9-10", None),
        ("en", "+10", None),
        ("en", "early", None),
    ],
)
def test_times_are_read_as_people_write_them(language: str, typed: str, meant: int | None) -> None:
    """By the clock of either half of the day; what is no one time is none."""
    assert read_time(typed, WORDS[language]) == meant


@pytest.mark.parametrize(
    ("language", "typed", "meant"),
    [
        ("en", "20", 20),
        ("en", "20 min", 20),
        ("fr", "1h", 60),
        ("fr", "1 h 15", 75),
        ("en", "1:15", 75),
        ("en", "1.5 h", 90),
        ("fr", "1,5 heure", 90),
        ("fr", "une heure et demie", 90),
        ("en", "half an hour", 30),
        ("fr", "demi-heure", 30),
        ("en", "1.75 h", 105),
        ("en", "-20", None),
        ("en", "+20", None),
        ("en", "1.30 h", None),
        ("fr", "1,30 h", None),
        ("en", "1.5", None),
        ("en", "1:75", None),
        ("en", "long", None),
    ],
)
def test_lengths_are_read_as_people_write_them(
    language: str, typed: str, meant: int | None
) -> None:
    """In minutes unless hours are said."""
    assert read_minutes(typed, WORDS[language]) == meant


@given(spoken, days, st.one_of(st.text(max_size=90), odd))
def test_nothing_that_is_typed_raises(language: str, today: date, text: str) -> None:
    """Whatever it is, it is read or it is not."""
    words = WORDS[language]
    for lean in ("ahead", "near", "back"):
        read_day(text, words, today, lean)
    read_time(text, words)
    read_minutes(text, words)


def test_what_says_two_things_over_and_over_has_few_readings() -> None:
    """ "Mar" is March or a Tuesday: twenty of them have a million, and somebody is typing."""
    calls = 0

    def count(_frame: FrameType, _event: str, _about: object) -> None:
        nonlocal calls
        calls += 1

    sys.setprofile(count)
    try:
        meant = read_day("mar " * 20, WORDS["fr"], TODAY)
    finally:
        sys.setprofile(None)
    assert meant is None
    assert calls < 100_000
