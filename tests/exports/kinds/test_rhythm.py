"""A rhythm on paper: the year, the table, what was only said, the worksheet; and as a calendar."""

from datetime import UTC, date, datetime, timedelta

import msgspec
import pytest
from icalendar import Calendar

from app.charter.charter_head import write_head
from app.community.rhythm_events import EventFields, Origin, add_event, leave_out
from app.kinds.rhythm.diagram import RhythmRow, rhythm_pages
from app.library.rows import RhythmEvent, Session
from app.resources import resources_folder
from app.words import Words, capitalized
from app.workshop.running import Running
from exports.export import write_page
from exports.kinds.rhythm import clause_row, rhythm_row, year_in
from exports.page import Page
from exports.rhythm_words import event_words, rule_words
from exports.writers.result import WriterResult
from tests.exports.making import House
from tests.exports.telling import figures, tables, texts

DAY = date(2026, 1, 20)


@pytest.fixture
def asked(house: House) -> Running:
    """The block in which a rhythm is chosen."""
    return house.enter(house.plan("how-often-we-meet"))


def recurs(
    house: House, running: Running | None, title: str = "Lunch", **said: object
) -> RhythmEvent:
    """Something on the first Tuesday of the month, at noon, unless it is said to be otherwise."""
    fields = EventFields(
        title=title, rule="FREQ=MONTHLY;BYDAY=1TU", date=DAY, starts=720, minutes=60
    )
    fields = msgspec.structs.replace(fields, **said)
    run = running.run.id if running is not None else None
    return add_event(house.library, house.in_workshop, fields, Origin("America/Toronto", run))


def calendar(page: Page, house: House) -> list[str]:
    """The titles in the calendar file that a page is written as."""
    request = house.request("rhythm", format_="ics")
    written: WriterResult = write_page(page, request, resources_folder() / "fonts")
    return [str(one["SUMMARY"]) for one in Calendar.from_ical(written.data).walk("VEVENT")]


def test_nothing_said_is_nothing_reported(house: House, words: Words, asked: Running) -> None:
    assert house.reported(asked, words) == []


def test_the_year_the_table_and_what_was_only_said(
    house: House, words: Words, asked: Running
) -> None:
    (note,) = house.say(asked, "Lunch each month", zone="gatherings")
    house.say(asked, "Rather skip one", zone="gatherings")
    event = recurs(house, asked, circle="gatherings")
    house.change(event, note=note)
    found = house.reported(asked, words)
    (figure,) = figures(found)
    (table,) = tables(found)
    assert figure.caption
    assert "Lunch" in figure.alternative
    assert table.rows[0][0] == "Lunch"
    assert table.rows[0][3]
    said = " ".join(texts(found))
    assert "Rather skip one" in said
    assert "Lunch each month" not in said


def test_what_is_for_the_facilitator_goes_nowhere_else(
    house: House, words: Words, asked: Running
) -> None:
    recurs(house, asked, "Core meeting", audience="facilitator")
    recurs(house, asked, "Lunch")
    assert "Core meeting" not in str(house.reported(asked, words, audience="community"))
    page = house.page("rhythm", words)
    assert "Core meeting" not in str(page.pieces)
    assert "Core meeting" not in calendar(page, house)
    whole = house.page("rhythm", words, audience="facilitator")
    assert calendar(whole, house)[:2] == ["Core meeting", "Lunch"]


def test_workshops_ahead_are_in_the_calendar(house: House, words: Words) -> None:
    """At the first session's time and place; not once it was called off."""
    page = house.page("rhythm", words)
    (event,) = page.calendar
    (session,) = house.library.reader.rows(Session, workshop=house.workshop.id)
    assert (event.title, event.starts, event.zone) == (
        house.workshop.title,
        session.starts,
        "America/Toronto",
    )
    assert event.minutes == session.minutes
    assert calendar(page, house) == [house.workshop.title]
    assert house.workshop.title in str(page.pieces)
    house.change(session, starts=600)
    house.put(msgspec.structs.replace(session, id="f" * 32, date="2026-01-16", starts=540))
    (event,) = house.page("rhythm", words).calendar
    assert (event.day, event.starts) == (date(2026, 1, 15), 600)
    house.change(house.workshop, called_off="2026-01-10")
    assert house.page("rhythm", words).calendar == ()


def test_the_day_to_renew_by_is_in_the_calendar_until_it_is_over(
    house: House, words: Words
) -> None:
    """All day, under words of its own."""
    said = {"title": "", "parent_body": "", "approver": "", "voters": ""}
    for ahead, expected in ((400, 1), (-400, 0)):
        day = DAY + timedelta(days=ahead)
        write_head(house.library, house.scope, **said, quorum=0, signatures=False, renew_on=day)
        page = house.page("rhythm", words)
        found = [one for one in page.calendar if one.title == words("rhythm.renew-by")]
        assert [(one.day, one.starts) for one in found] == [(day, None)] * expected
        assert calendar(page, house).count(words("rhythm.renew-by")) == expected


def test_a_community_without_a_rhythm_has_a_page_that_says_so(house: House, words: Words) -> None:
    house.change(house.workshop, called_off="2026-01-10")
    page = house.page("rhythm", words)
    assert words("rhythm.nothing") in texts(list(page.pieces))
    assert calendar(page, house) == []


def test_days_left_out_are_in_no_figure(house: House, words: Words, asked: Running) -> None:
    event = recurs(house, asked)
    before = rhythm_row(words, event, DAY)
    out = leave_out(house.library, house.in_workshop, event, [date(2026, 2, 3)])
    after = rhythm_row(words, out, DAY)
    assert set(before.days) - set(after.days) == {date(2026, 2, 3)}


def test_a_row_of_the_charter_says_what_how_often_how_long(
    house: House, words: Words, asked: Running
) -> None:
    row = clause_row(words, recurs(house, asked), "All of us")
    assert row[0] == "Lunch"
    assert row[1] == capitalized(rule_words(words, "FREQ=MONTHLY;BYDAY=1TU", DAY))
    assert words("parts.minutes", n=60) in row[2]
    assert row[3] == "All of us"


@pytest.mark.parametrize(
    ("rule", "english", "french"),
    [
        ("FREQ=MONTHLY;BYDAY=1TU", "first Tuesday of the month", "premier mardi du mois"),
        ("FREQ=WEEKLY;BYDAY=TU", "every Tuesday", "chaque mardi"),
        (
            "FREQ=WEEKLY;INTERVAL=4;BYDAY=TU",
            "every 4 weeks, on Tuesday",
            "toutes les 4 semaines, le mardi",
        ),
        ("FREQ=MONTHLY;BYMONTHDAY=15", "on day 15 of the month", "le 15 du mois"),
        (
            "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1",
            "on day 31 of the month, or its last",
            "le 31 du mois, ou son dernier jour",
        ),
        (
            "FREQ=YEARLY;BYMONTH=10;BYDAY=-1FR",
            "every year in October, on the last Friday",
            "chaque année en octobre, le dernier vendredi",
        ),
        ("FREQ=DAILY;COUNT=3", "every day, 3 times in all", "chaque jour, 3 fois en tout"),
        (
            "FREQ=YEARLY;BYMONTH=1,7;BYMONTHDAY=1",
            "by a rule of its own (FREQ=YEARLY;BYMONTH=1,7;BYMONTHDAY=1)",
            "selon une règle particulière (FREQ=YEARLY;BYMONTH=1,7;BYMONTHDAY=1)",
        ),
    ],
)
def test_rules_in_words(words: Words, rule: str, english: str, french: str) -> None:
    assert rule_words(words, rule, DAY) == {"en": english, "fr": french}[words.language]


def test_once_is_told_by_its_day(words: Words) -> None:
    once = EventFields(title="Clinic", date=DAY, starts=780)
    assert words.day(DAY, "dated") in event_words(words, once)
    assert words.clock(780) in event_words(words, once)


@pytest.mark.parametrize("number", [0, 1, 18, 500])
@pytest.mark.parametrize("title", ["Lunch", "W" * 200, "אנחנו רוצים להיפגש שוב"])
def test_however_much_there_is_each_page_fits(words: Words, number: int, title: str) -> None:
    row = rhythm_row(words, _event(title), DAY)
    pages = rhythm_pages([row] * number, year_in(words, DAY), 1728, 700, 44)
    assert len(pages) == max(1, -(-number // max(1, _most(words, row))))
    assert all(page.height <= 700 for page in pages)


def _most(words: Words, row: RhythmRow) -> int:
    """How many rows like this one have room on a page."""
    one = rhythm_pages([row], year_in(words, DAY), 1728, 700, 44)[0].height
    two = rhythm_pages([row, row], year_in(words, DAY), 1728, 7000, 44)[0].height
    return int((700 - (2 * one - two)) / (two - one))


def _event(title: str) -> RhythmEvent:
    return RhythmEvent(
        id="0" * 32,
        community="1" * 32,
        title=title,
        rule="FREQ=WEEKLY",
        date="2026-01-20",
        zone="America/Toronto",
        made=datetime(2026, 1, 1, tzinfo=UTC).isoformat(),
    )


def test_the_worksheet_has_rows_for_what_a_calendar_asks(
    house: House, words: Words, asked: Running
) -> None:
    pieces = house.reports["rhythm"].worksheet(asked.recipe, house.catalogue, words)
    (table,) = tables(list(pieces))
    assert table.heads[0] == words("rhythm.head-what")
    assert len(table.rows) >= 8
