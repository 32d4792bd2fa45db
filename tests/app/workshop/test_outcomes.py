"""Decisions, actions and parked things: caught, mended, owned, turned, settled, taken away."""

from datetime import timedelta

import pytest

from app.catalogue.catalogue import Catalogue
from app.library.library import Library
from app.library.rows import Outcome, Person
from app.library.trouble import Trouble
from app.moment import stamp
from app.workshop.outcomes import (
    assign,
    catch,
    catch_lines,
    edit_outcome,
    outcomes_of,
    remove_outcome,
    settle,
    turn_into,
)
from app.workshop.planning import scope_of
from tests.app.community.village import joins, refusal
from tests.app.workshop.room import Room, make_room


@pytest.fixture
def room(library: Library, catalogue: Catalogue) -> Room:
    """A launch."""
    return make_room(library, catalogue)


@pytest.fixture
def action(room: Room) -> Outcome:
    """Something somebody should do."""
    return catch(room.library, room.workshop, "action", "Book the room")


def now(room: Room, outcome: Outcome) -> Outcome:
    """It as it now is."""
    return room.library.reader.row(Outcome, outcome.id)


def test_caught_in_order_each_in_its_form(room: Room) -> None:
    """With the run it was said in, for the community, at the moment it was said."""
    run = room.enter("opening-round").running.run.id
    library, workshop = room.library, room.workshop
    one = catch(library, workshop, "decision", " We meet \n monthly ", run=run)
    catch(library, workshop, "parked", "The budget")
    catch(library, workshop, "decision", "No report")
    reader = library.reader
    assert [other.text for other in outcomes_of(reader, workshop.id)] == [
        "We meet monthly",
        "The budget",
        "No report",
    ]
    decided = outcomes_of(reader, workshop.id, "decision")
    assert [other.text for other in decided] == ["We meet monthly", "No report"]
    assert (one.run, one.audience, one.state) == (run, "community", "open")
    positions = [other.position for other in outcomes_of(reader, workshop.id)]
    assert len(set(positions)) == 3, "each has a place of its own"
    taken = catch(library, workshop, "action", "Ask for one", source=one.id)
    assert reader.row(Outcome, taken.id).source == one.id
    assert one.made == stamp(room.clock.now())


@pytest.mark.parametrize("bad", ["", "  ", "x" * 2001, "nul \0"])
def test_what_cannot_be_kept_changes_nothing(room: Room, action: Outcome, bad: str) -> None:
    """A sentence, and all is as it was."""
    with pytest.raises(Trouble):
        catch(room.library, room.workshop, "decision", bad)
    with pytest.raises(Trouble):
        edit_outcome(room.library, room.workshop, action, bad)
    assert room.library.reader.rows(Outcome) == [action]


def test_autosaves_of_one_text_are_one_change(room: Room, action: Outcome) -> None:
    """Until five seconds go by without one."""
    for text in ("Book", "Book the", "Book the hall"):
        edit_outcome(room.library, room.workshop, action, text)
        room.clock.go_on(seconds=2)
    room.clock.go_on(seconds=6)
    edit_outcome(room.library, room.workshop, action, "Book the large hall")
    room.library.undo(scope_of(room.workshop))
    assert now(room, action).text == "Book the hall"
    room.library.undo(scope_of(room.workshop))
    assert now(room, action).text == "Book the room"


def test_an_owner_is_a_person_or_a_name_as_it_was_said(room: Room, action: Outcome) -> None:
    """A date with it, or none; neither is asked for."""
    library, workshop = room.library, room.workshop
    member = joins(library, room.community(), "Ngozi Obi")
    person = library.reader.row(Person, member.person)
    due = (timedelta(days=14) + room.clock.now()).date().isoformat()
    assign(library, workshop, action, person, "whatever", due)
    said = now(room, action)
    assert (said.owner, said.owner_name, said.due) == (person.id, "Ngozi Obi", due)
    assign(library, workshop, action, None, "  the new \n person ", None)
    said = now(room, action)
    assert (said.owner, said.owner_name, said.due) == (None, "the new person", None)
    too_long = refusal(lambda: assign(library, workshop, action, None, "x" * 201, due))
    assert too_long == "too-long"
    assert now(room, action) == said
    library.undo(scope_of(workshop))
    assert now(room, action).owner == person.id


def test_turned_it_keeps_its_owner_and_is_open_again(room: Room, action: Outcome) -> None:
    """Forth and back; what was settled is not any more."""
    library, workshop = room.library, room.workshop
    assign(library, workshop, action, None, "Wei", "2026-01-30")
    assert turn_into(library, workshop, action, "decision").form == "decision"
    back = turn_into(library, workshop, action, "action")
    assert (back.owner_name, back.due) == ("Wei", "2026-01-30")
    parked = catch(library, workshop, "parked", "The drone budget")
    assert settle(library, workshop, parked, "done").state == "done"
    turned = turn_into(library, workshop, parked, "action")
    assert (turned.form, turned.state) == ("action", "open")
    library.undo(scope_of(workshop))
    assert (now(room, parked).form, now(room, parked).state) == ("parked", "done")


def test_taken_away_and_back(room: Room, action: Outcome) -> None:
    """Undo brings it back as it was; what is gone cannot be edited."""
    library, workshop = room.library, room.workshop
    remove_outcome(library, workshop, action)
    assert library.reader.rows(Outcome) == []
    assert refusal(lambda: edit_outcome(library, workshop, action, "x")) == "gone"
    assert refusal(lambda: assign(library, workshop, action, None, "x", None)) == "gone"
    assert refusal(lambda: turn_into(library, workshop, action, "decision")) == "gone"
    assert refusal(lambda: settle(library, workshop, action, "done")) == "gone"
    library.undo(scope_of(workshop))
    assert library.reader.rows(Outcome) == [action]


def test_nothing_unseen_is_kept_of_an_owner_s_name(room: Room, action: Outcome) -> None:
    assign(room.library, room.workshop, action, None, "\u202eAna\u200b", None)
    assert now(room, action).owner_name == "Ana"


def test_a_pasted_list_is_an_action_a_line(room: Room) -> None:
    """In one change, without the marks that Word and PDF put before them."""
    text = "\uf0b7 Book the hall\no\tAsk Ngozi\n\n§\tPrint the charter"
    made = catch_lines(room.library, room.workshop, "action", text)
    assert [one.text for one in made] == ["Book the hall", "Ask Ngozi", "Print the charter"]
    room.library.undo(scope_of(room.workshop))
    assert outcomes_of(room.library.reader, room.workshop.id) == []
    (one,) = catch_lines(room.library, room.workshop, "decision", "-")
    assert one.text == "-", "what is only a mark is what was typed"
