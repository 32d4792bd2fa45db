"""Documents as workbooks: the facts of the page, typed, for the same readers."""

from datetime import UTC, date, datetime
from pathlib import Path

import msgspec
import pytest

from app.community.gatherings import GatheringFields, plan_gathering
from app.community.holdings import HoldingFields, give_role
from app.registers.cells import Party, Value
from app.resources import resources_folder
from app.words import Words
from exports.export import make_page, write_page
from exports.registry import DOCUMENTS, SPREADSHEET, formats_of
from tests.exports.making import House
from tests.exports.sheet_reading import ReadSheet, read_workbook
from tests.exports.telling import read

DUE = date(2026, 3, 14)
AUDIENCES = ("facilitator", "room", "community", "organization")
SHEETS = [one for one in DOCUMENTS.values() if one.sheets]


def sheets(house: House, document: str, words: Words, **wanted: str) -> list[ReadSheet]:
    """The sheets of a document's workbook."""
    data = house.data(document, words, SPREADSHEET.id, **wanted)  # type: ignore[arg-type]
    return list(read_workbook(data).values())


def test_a_register_has_a_row_an_entry_and_every_column(house: House, words: Words) -> None:
    """Days as days, a yes or no in words; what is not said is an empty cell."""
    values: dict[str, Value] = {
        "decision": "=Oil is bought elsewhere",
        "date": date(2026, 1, 2),
        "asked": False,
        "due": DUE,
        "carrier": Party(id=house.person("Ann Lee").id),
        "view": "It smokes.\nAnd it is dear.",
    }
    house.entry(values, workshop=house.workshop.id)
    house.entry({"decision": "A new boathouse"}, state="closed")
    (sheet,) = sheets(house, "register", words)
    told = house.catalogue.register("voice").in_language(words.language)
    columns = house.catalogue.register("voice").columns
    heads = [told.columns[one.id] for one in columns]
    assert sheet.row(sheet.head) == [*heads, words("registers.state"), words("registers.said-in")]
    first, second = sheet.column(told.columns["decision"])
    assert first is not None
    assert first.value == "=Oil is bought elsewhere"
    assert first.kept_text
    assert second is not None
    due, none = sheet.column(told.columns["due"])
    assert due is not None
    assert due.day == DUE
    assert none is None
    (asked, _), (view, _) = (sheet.column(told.columns[one]) for one in ("asked", "view"))
    assert asked is not None
    assert asked.value == words("registers.no")
    assert view is not None
    assert view.value == "It smokes.\nAnd it is dear."
    state, _ = sheet.column(words("registers.state"))
    assert state is not None
    assert state.value == told.states["heard"]


def test_hours_are_numbers_with_their_unit(house: House, words: Words) -> None:
    values: dict[str, Value] = {
        "promise": "Room and oil",
        "from": Party(party="organization"),
        "to": Party(party="community"),
        "hours": 12,
    }
    house.entry(values, register="gives-and-asks")
    (sheet,) = sheets(house, "register", words, register="gives-and-asks")
    told = house.catalogue.register("gives-and-asks").in_language(words.language)
    (hours,) = sheet.column(told.columns["hours"])
    assert hours is not None
    assert hours.value == 12.0
    assert words("sheets.hours") in hours.look


@pytest.mark.parametrize("register", ["recognition", "stories", "domains", "voice"])
def test_every_register_without_entries_says_so(house: House, words: Words, register: str) -> None:
    (sheet,) = sheets(house, "register", words, register=register)
    assert not sheet.rows
    above = [sheet.row(number) for number in range(sheet.head)]
    assert [words("registers.nothing-for-readers")] in above


def test_a_register_of_every_kind_can_be_written(house: House, words: Words) -> None:
    for register in house.catalogue.registers:
        (sheet,) = sheets(house, "register", words, register=register.id)
        assert len(sheet.row(sheet.head)) == len(register.columns) + 2


def test_gatherings_say_how_many_came_as_a_number(house: House, words: Words) -> None:
    """Who came by name, only to those near."""
    person = house.person("Ada Roy").id
    for day, held in ((date(2025, 9, 3), True), (date(2026, 2, 3), False)):
        fields = GatheringFields(
            date=day, title="Case clinic", held=held, came=5 * held, people=(person,) * held
        )
        plan_gathering(house.library, house.community.id, fields)
    for audience in AUDIENCES:
        (sheet,) = sheets(house, "gatherings", words, audience=audience)
        days = [one.day for one in sheet.column(words("gatherings.day")) if one]
        assert days == [date(2026, 2, 3), date(2025, 9, 3)]
        planned, held_ = sheet.column(words("sheets.came"))
        assert planned is None
        assert held_ is not None
        assert held_.value == 5.0
        named = words("gatherings.name") in sheet.row(sheet.head)
        assert named == (audience != "organization")
        assert any("Ada Roy" in row for row in sheet.rows) == named


def test_roles_have_their_days_and_the_hours_of_the_core(house: House, words: Words) -> None:
    """The organization is not told who gives how many hours."""
    person = house.person("Ada Roy").id
    fields = HoldingFields(
        role="core-group", person=person, starts=date(2026, 1, 10), ends=date(2026, 12, 31), hours=6
    )
    give_role(house.library, house.community.id, fields)
    for audience in AUDIENCES:
        found = sheets(house, "roles", words, audience=audience)
        held = [row for row in found[0].rows if "Ada Roy" in row]
        assert len(held) == 1
        starts = [one for one in found[0].column(words("roles.from")) if one is not None]
        assert date(2026, 1, 10) in [one.day for one in starts]
        assert (len(found) == 2) == (audience != "organization")


@pytest.mark.parametrize("document", [one.id for one in SHEETS])
def test_nothing_stands_in_a_workbook_that_no_page_says(
    house: House, words: Words, tmp_path: Path, document: str
) -> None:
    """Of whom, for whom and of which day stand above every table."""
    assert SPREADSHEET.id in formats_of(DOCUMENTS[document])
    request = house.request(document, format_=SPREADSHEET.id, audience="room")
    request = msgspec.structs.replace(request, now=datetime(2026, 3, 2, 3, tzinfo=UTC))
    with house.library.snapshot() as reader:
        page = make_page(request, reader, house.catalogue, house.reports, words)
    data = write_page(page, request, resources_folder() / "fonts").data
    for sheet in read_workbook(data).values():
        assert sheet.row(0) == [page.title]
        assert sheet.row(1) == [words("sheets.readers", readers=words("paper.for-room"))]
        day = words.day(date(2026, 3, 1))
        assert sheet.row(2) == [words("sheets.written", day=day)], "the day where it lives"
    assert words("paper.for-room") in read(data, SPREADSHEET.id, tmp_path)
