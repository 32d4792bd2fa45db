"""Decisions, actions and parked things of all workshops, for whom they are."""

from datetime import date

import pytest

from app.library.rows import Outcome
from app.words import Words
from exports.documents.outcomes_document import OutcomesDocument
from exports.page import Page
from exports.registry import SPREADSHEET
from tests.exports.making import House
from tests.exports.sheet_reading import read_workbook
from tests.exports.telling import tables, texts

DUE = date(2026, 3, 14)


def caught(
    house: House,
    form: str,
    text: str,
    state: str = "open",
    *,
    audience: str = "community",
    owner: str = "",
    due: date | None = None,
    settled: date | None = None,
    made: str = "2026-01-16T02:00:00Z",
) -> None:
    """Something decided, taken on or parked in the workshop."""
    row = Outcome(
        id=house.library.moment.new_id(), community=house.community.id, workshop=house.workshop.id,
        form=form, text=text, state=state, audience=audience, position=1000, owner_name=owner,
        due=due.isoformat() if due else None, made=made,
        settled=settled.isoformat() if settled else None,
    )  # fmt: skip
    house.put(row)


def page(house: House, words: Words, audience: str = "community") -> Page:
    """The document."""
    return house.page("outcomes", words, audience=audience)


def test_each_form_has_its_table(house: House, words: Words) -> None:
    """Open actions first, by their day; the latest decision first; days where it lives."""
    caught(house, "decision", "Meet by the lake", made="2026-01-10T12:00:00Z")
    caught(house, "decision", "Meet in the barn", "dropped")
    caught(house, "action", "Buy paper", "done", owner="Ann Lee", due=DUE, settled=DUE)
    caught(house, "action", "Mend the door", owner="Idris Osei")
    caught(house, "action", "Print flags", due=DUE)
    caught(house, "parked", "A song", "dropped")
    caught(house, "parked", "A boat")
    decisions, actions, parked = tables(list(page(house, words).pieces))
    assert [(row[0], row[2]) for row in decisions.rows] == [
        ("Meet in the barn", words("outcomes.decision-dropped")),
        ("Meet by the lake", words("outcomes.decision-open")),
    ]
    day = words.day(date(2026, 1, 15)).replace(" ", "\N{NO-BREAK SPACE}")
    assert decisions.rows[0][1] == day, "the evening of the day before in UTC"
    assert [row[0] for row in actions.rows] == ["Print flags", "Mend the door", "Buy paper"]
    assert actions.rows[1][1:] == ("Idris Osei", "", words("outcomes.action-open"), "")
    assert actions.rows[2][4] == words.day(DUE).replace(" ", "\N{NO-BREAK SPACE}")
    assert [row[0] for row in parked.rows] == ["A boat", "A song"]
    assert parked.rows[0][3] == "First evening"


def test_a_spreadsheet_holds_the_same(house: House, words: Words) -> None:
    caught(house, "decision", "-1 is our floor")
    caught(house, "action", "Buy paper", owner="@ann", due=DUE)
    found = read_workbook(house.data("outcomes", words, SPREADSHEET.id))
    assert list(found) == [words(f"outcomes.{one}") for one in ("decisions", "actions", "parkeds")]
    decisions, actions, parked = found.values()
    assert decisions.rows[0][0] == "-1 is our floor"
    (due,) = actions.column(words("outcomes.due"))
    assert due is not None
    assert due.day == DUE
    (who,) = actions.column(words("outcomes.who"))
    assert who is not None
    assert (who.value, who.kept_text) == ("@ann", True)
    assert not parked.rows


@pytest.mark.parametrize("form", ["decision", "action", "parked"])
def test_readers_get_what_is_for_them(house: House, words: Words, form: str) -> None:
    """What others do not get is counted, and stands neither on the page nor in the workbook."""
    caught(house, form, "Ours alone", audience="facilitator")
    caught(house, form, "The room’s", audience="room")
    for audience, seen in (("facilitator", 2), ("room", 1), ("community", 0)):
        made = page(house, words, audience)
        told = str(made)
        assert ("Ours alone" in told, "The room’s" in told) == (seen == 2, seen >= 1)
        request = house.request("outcomes", audience=audience)
        reader = house.library.reader
        left = OutcomesDocument().left_out(reader, house.catalogue, words, request)
        assert {one.what: one.number for one in left}[f"{form}s"] == 2 - seen


def test_where_there_is_nothing_each_part_says_so(house: House, words: Words) -> None:
    """Whoever may not read all is told so of what is for them, never that there is nothing."""
    said = texts(list(page(house, words, "facilitator").pieces))
    others = texts(list(page(house, words).pieces))
    for form in ("decision", "action", "parked"):
        assert words(f"outcomes.no-{form}") in said
        assert words(f"outcomes.no-{form}") not in others
    assert others.count(words("outcomes.none-for-readers")) == 3
