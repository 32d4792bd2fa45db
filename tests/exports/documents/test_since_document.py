"""What came of the last workshop: what is written is told, in its part, to who may read it."""

from datetime import UTC, date, datetime, timedelta

import msgspec
import pytest

from app.catalogue.catalogue import Catalogue
from app.library.library import Library
from app.library.rows import Clause, Gathering, Holding, Membership, Outcome
from app.registers.cells import Party, Values
from app.registers.register_entries import EntryFields, add_entry
from app.renewal.since import Since, last_renewed, read_since
from app.words import Words
from exports.export import make_page
from exports.page import Page
from tests.exports.making import House

LAUNCHED, TODAY = date(2026, 1, 15), date(2026, 11, 20)
FULL = {"wholehearted": 6}


@pytest.fixture
def house(library: Library, catalogue: Catalogue) -> House:
    """A community that was launched."""
    made = House.founded(library, catalogue)
    made.change(made.workshop, state="closed", closed="2026-01-15T20:00:00Z")
    return made


def since(house: House, audience: str = "community", today: date = TODAY) -> Since:
    """What is told."""
    reader = house.library.reader
    return read_since(reader, house.catalogue, house.community.id, audience, today)


def told(house: House, group: str, audience: str = "community") -> list[tuple[str, str]]:
    """The lines of a part: their codes and what people wrote."""
    return [(one.code, one.text) for one in since(house, audience).groups[group]]


def outcome(house: House, form: str, text: str, state: str, audience: str = "community") -> Outcome:
    """Something decided, promised or set aside in the launch."""
    row = Outcome(
        id=house.library.moment.new_id(), community=house.community.id, workshop=house.workshop.id,
        form=form, text=text, state=state, audience=audience, position=1000,
        made="2026-01-15T19:00:00Z",
    )  # fmt: skip
    house.put(row)
    return row


def test_each_thing_stands_in_its_part(house: House) -> None:
    """Decided, done and dropped are three things."""
    outcome(house, "decision", "Meet by the lake", "open")
    outcome(house, "action", "Buy paper", "done")
    outcome(house, "action", "Print flags", "dropped")
    outcome(house, "parked", "A song", "dropped")
    outcome(house, "action", "Mend the door", "open")
    assert told(house, "said") == [("decided", "Meet by the lake")]
    assert told(house, "did") == [("done", "Buy paper")]
    assert told(house, "let-go") == [
        ("dropped-action", "Print flags"),
        ("dropped-parked", "A song"),
    ]


def test_what_was_done_before_is_told_of_another_time(house: House) -> None:
    """The day on which something was settled decides, not the day on which it was promised."""
    earlier = outcome(house, "action", "Buy string", "done")
    later = outcome(house, "action", "Buy wax", "done")
    with house.library.change("outcome-settle", house.scope) as rows:
        rows.change(earlier, settled="2026-01-02")
        rows.change(later, made="2025-11-02T10:00:00Z", settled="2026-03-02")
    assert told(house, "did") == [("done", "Buy wax")]


def test_a_decision_dropped_since_was_said_and_is_let_go(house: House) -> None:
    """Both are told: what people agreed to then, and that it holds no more."""
    row = outcome(house, "decision", "Meet by the lake", "dropped")
    house.change(row, settled="2026-05-02")
    assert told(house, "said") == [("decided", "Meet by the lake")]
    assert told(house, "let-go") == [("dropped-decision", "Meet by the lake")]


def test_who_may_not_read_it_is_not_told(house: House) -> None:
    """What is for the facilitator stays with them."""
    outcome(house, "decision", "Ask again in private", "open", "facilitator")
    assert told(house, "said") == []
    assert told(house, "said", "facilitator") == [("decided", "Ask again in private")]


def test_what_the_charter_says_otherwise_is_told(house: House) -> None:
    """New, worded otherwise and gone, each where it belongs; the same is not told."""
    house.clause("purpose", "To make lanterns")
    other = house.clause("scope", "Paper")
    gone = house.clause("values", "Silence")
    house.agree(house.propose("2026-01-15", here=True), FULL)
    with house.library.change("clause-edit", house.scope) as rows:
        rows.change(house.library.reader.row(Clause, other.id), text="Paper and glass")
        rows.remove(house.library.reader.row(Clause, gone.id))
    house.clause("rhythm", "Every new moon")
    house.agree(house.propose("2026-06-15"), FULL)
    assert told(house, "said") == [("charter", ""), ("told", "To make lanterns")]
    assert set(told(house, "changed")) == {
        ("clause-edited", "Paper and glass"),
        ("clause-added", "Every new moon"),
    }
    assert told(house, "let-go") == [("clause-removed", "Silence")]


def test_a_clause_that_only_got_other_readers_is_neither_new_nor_gone(house: House) -> None:
    """Nobody is told that a clause is gone which they may no longer read."""
    clause = house.clause("values", "Trust")
    house.clause("scope", "Paper")
    house.agree(house.propose("2026-01-15", here=True), FULL)
    with house.library.change("clause-edit", house.scope) as rows:
        rows.change(house.library.reader.row(Clause, clause.id), audience="facilitator")
    house.clause("rhythm", "Monthly")
    house.agree(house.propose("2026-06-15"), FULL)
    assert told(house, "let-go") == []
    assert told(house, "changed") == [("clause-added", "Monthly")]


def test_gatherings_roles_and_people_since(house: House) -> None:
    """What lies before the launch, or after today, is not told."""
    new, home = house.library.moment.new_id, house.community.id
    person = house.person("Ana Oak")
    for day in ("2025-12-01", "2026-03-01", "2026-05-01", "2026-12-24"):
        house.put(Gathering(id=new(), community=home, date=day, state="held", helped="Tea"))
    house.put(
        Holding(id=new(), community=home, role="sponsor", person=person.id, starts="2026-04-01",
                ends="2026-10-01"),
        Membership(id=new(), community=home, person=person.id, joined="2026-02-01"),
    )  # fmt: skip
    found = since(house)
    assert [(one.code, one.n) for one in found.did if one.code == "gathered"] == [("gathered", 2)]
    assert len([one for one in found.did if one.code == "helped"]) == 2
    changed = [one.code for one in found.changed]
    assert changed == ["role-begun", "role-ended", "joined"]


def test_what_was_let_go_in_the_room_is_told_as_it_was_said(house: House) -> None:
    """Notes that lie with what is finished; those that stay do not."""
    running = house.enter(house.plan("keep-change-let-go"))
    house.say(running, "The newsletter", zone="let-go", audience="community")
    house.say(running, "The walk", zone="keep", audience="community")
    house.say(running, "The quarrel", zone="let-go", audience="facilitator")
    house.change(house.current(), state="closed", closed="2026-01-15T20:00:00Z")
    assert told(house, "let-go") == [("told", "The newsletter")]


def test_promises_settled_at_the_desk_are_told_too(house: House) -> None:
    """Nobody read them in a room: when they were due decides; what is open is not told."""
    register = house.catalogue.register("gives-and-asks")
    for text, side, due, state in (
        ("A list of bridges", "community", date(2026, 7, 1), "kept"),
        ("A room", "organization", date(2026, 5, 1), "released"),
        ("A page a month", "community", date(2026, 6, 1), "late"),
        ("A first list", "community", LAUNCHED, "kept"),
    ):
        values: Values = {"promise": text, "from": Party(party=side), "due": due}
        made = add_entry(
            house.library, register, house.community.id, values, EntryFields(state=state)
        )
        house.change(made, made="2026-01-15T20:00:00Z")
    assert told(house, "did") == [("ours-kept", "A list of bridges")]
    assert told(house, "let-go") == [("theirs-released", "A room")]


def test_one_looks_back_to_an_earlier_day(house: House) -> None:
    """On the day itself there is nothing to look back to, nor before a launch was held."""
    reader, home = house.library.reader, house.community.id
    assert last_renewed(reader, home, LAUNCHED) is None
    known = last_renewed(reader, home, LAUNCHED + timedelta(days=1))
    assert known is not None
    assert known.id == house.workshop.id
    house.change(known, called_off="2026-01-14")
    assert since(house).last is None


def page(house: House, words: Words, audience: str = "community") -> Page:
    """The document in the autumn."""
    asked = msgspec.structs.replace(
        house.request("since-last-time", audience=audience),
        now=datetime(2026, 11, 20, 15, tzinfo=UTC),
    )
    with house.library.snapshot() as reader:
        return make_page(asked, reader, house.catalogue, house.reports, words)


def test_the_page_has_four_parts_and_says_what_is_empty(
    house: House, speech: dict[str, Words]
) -> None:
    """Nothing written down is said, not left white."""
    outcome(house, "decision", "Meet by the lake", "open")
    said = repr(page(house, speech["en"]).pieces)
    assert "Decided: Meet by the lake" in said
    assert said.count("Nothing is written down for these readers.") == 3
    everything = repr(page(house, speech["en"], "facilitator").pieces)
    assert everything.count("Nothing is written down.") == 3


def test_a_frozen_clause_in_a_table_reads_on_one_line(
    house: House, speech: dict[str, Words]
) -> None:
    """Rows and cells are set apart."""
    house.clause("scope", "Paper")
    house.agree(house.propose("2026-01-15", here=True), FULL)
    house.clause("rhythm", "Walk\tMay\nTalk\tJune", form="table")
    house.agree(house.propose("2026-06-15"), FULL)
    assert "Walk – May · Talk – June" in repr(page(house, speech["en"]).pieces)
