"""An exchange: what is given and what is asked, matched either way, promised in the register."""

from datetime import date

import pytest

from app.catalogue.catalogue import Catalogue
from app.catalogue.register_shapes import Register
from app.kinds.exchange.kind import Exchange
from app.kinds.exchange.matching import MATCH, Match, Unmatched, match_notes
from app.kinds.exchange.promises import REGISTER, keep_promise, promises_of, take_back_promise
from app.kinds.kind import facts_of
from app.kinds.sorting import place_all
from app.library.journal import Scope
from app.library.library import Library
from app.library.rows import Note, Person, RegisterEntry, Tie
from app.library.trouble import Trouble
from app.registers.cells import Party
from app.registers.register_entries import entries_of
from app.workshop.note_marks import mark_audience
from app.workshop.notes import add_notes, remove_note
from app.workshop.planning import add_exercise, scope_of
from app.workshop.running import Running, enter_block
from app.workshop.ties import ties_of, untie_notes
from tests.app.kinds.launch import Launch

GIVE, ASK = "we-give", "they-ask"


@pytest.fixture
def running(launch: Launch, catalogue: Catalogue) -> Running:
    """The block in which both sides are heard."""
    block = add_exercise(launch.library, catalogue, launch.workshop, "promises-both-ways")
    return enter_block(launch.library, launch.workshop, block).running


@pytest.fixture
def register(catalogue: Catalogue) -> Register:
    """Where promises are kept."""
    found = catalogue.find_register(REGISTER)
    assert found is not None
    return found


def say(library: Library, running: Running, zone: str, *texts: str) -> list[Note]:
    return add_notes(library, running, zone, texts)


def told(library: Library, catalogue: Catalogue, running: Running) -> tuple[list[str], list[str]]:
    """What meets, and what is open, in words."""
    facts = Exchange(catalogue).facts(library.reader, running)
    pairs = [f"{one.give.text} = {one.ask.text}" for one in facts_of(facts, Match)]
    return pairs, [one.note.text for one in facts_of(facts, Unmatched)]


def test_both_directions_are_matched_alike(
    library: Library, catalogue: Catalogue, running: Running
) -> None:
    """In whichever order two notes are chosen, and whichever side gives: the give answers."""
    (ours,) = say(library, running, "we-give", "A page a month")
    (theirs,) = say(library, running, "they-give", "Half a day a month")
    (asked,) = say(library, running, "they-ask", "Something to read")
    (wanted,) = say(library, running, "we-ask", "Time")
    match_notes(library, running, asked, ours)
    match_notes(library, running, theirs, wanted)
    match_notes(library, running, wanted, theirs)
    assert told(library, catalogue, running) == (
        ["A page a month = Something to read", "Half a day a month = Time"],
        [],
    )
    assert [one.form for one in ties_of(library.reader, running.run.id, MATCH)] == [MATCH, MATCH]
    library.undo(scope_of(running.workshop))
    assert told(library, catalogue, running)[0] == ["A page a month = Something to read"]


@pytest.mark.parametrize(
    ("one", "other"),
    [("we-give", "they-give"), ("we-ask", "they-ask"), ("we-give", "we-ask")],
)
def test_what_does_not_stand_opposite_does_not_meet(
    library: Library, running: Running, one: str, other: str
) -> None:
    """Two gives, two asks, or a give and an ask of one side."""
    (first,), (second,) = say(library, running, one, "A"), say(library, running, other, "B")
    with pytest.raises(Trouble, match="no-match"):
        match_notes(library, running, first, second)
    assert not library.reader.rows(Tie)


def test_one_give_answers_several_asks(
    library: Library, catalogue: Catalogue, running: Running
) -> None:
    """And what meets none is open on its side."""
    (give,) = say(library, running, GIVE, "Our map")
    one, two, three = say(library, running, ASK, "One map", "Any map", "A song")
    match_notes(library, running, give, one)
    match_notes(library, running, give, two)
    pairs, still = told(library, catalogue, running)
    assert pairs == ["Our map = One map", "Our map = Any map"]
    assert still == [three.text]
    untie_notes(library, running, MATCH, [give])
    assert told(library, catalogue, running) == ([], ["Our map", "One map", "Any map", "A song"])
    with pytest.raises(Trouble, match="not-tied"):
        untie_notes(library, running, MATCH, [give, one])


def test_a_note_that_goes_elsewhere_meets_no_more(
    library: Library, catalogue: Catalogue, running: Running
) -> None:
    """Moved to the other side it is open; moved back it meets again; taken away its tie goes."""
    (give,), (ask,) = say(library, running, GIVE, "Our map"), say(library, running, ASK, "A map")
    match_notes(library, running, give, ask)
    place_all(library, running, [give], "we-ask")
    pairs, still = told(library, catalogue, running)
    assert (pairs, sorted(still)) == ([], ["A map", "Our map"])
    place_all(library, running, [library.reader.row(Note, give.id)], GIVE)
    assert told(library, catalogue, running)[0] == ["Our map = A map"]
    remove_note(library, running, library.reader.row(Note, give.id))
    assert told(library, catalogue, running) == ([], ["A map"])
    library.undo(scope_of(running.workshop))
    assert told(library, catalogue, running)[0] == ["Our map = A map"]


def test_a_promise_is_one_entry_of_the_register(
    library: Library, running: Running, register: Register
) -> None:
    """With who and by when, to the party that asked; said otherwise it is the same entry."""
    (give,), (ask,) = say(library, running, GIVE, "Our map"), say(library, running, ASK, "A map")
    person = library.reader.rows(Person)[0]
    keep_promise(library, running, register, give, ask, Party(id=person.id), date(2026, 3, 1))
    (entry,) = entries_of(library.reader, register, running.community.id)
    assert entry.values["promise"] == "Our map"
    assert entry.values["to"] == Party(party="organization")
    assert (entry.row.run, entry.row.workshop) == (running.run.id, running.workshop.id)
    assert entry.due(register) == date(2026, 3, 1)
    keep_promise(library, running, register, give, ask, Party(name="The print shop"), None)
    (promise,) = promises_of(library.reader, running, register).values()
    assert (promise.entry, promise.due) == (entry.id, None)
    assert promise.by == Party(name="The print shop")
    with pytest.raises(Trouble, match="entry-needs"):
        keep_promise(library, running, register, give, ask, None, None)
    take_back_promise(library, running, promise)
    assert not library.reader.rows(RegisterEntry)
    library.undo(scope_of(running.workshop))
    assert len(library.reader.rows(RegisterEntry)) == 1


def test_a_promise_outlives_its_match(
    library: Library, catalogue: Catalogue, running: Running, register: Register
) -> None:
    """Somebody said yes: it stays, and is told beside the note that is open now."""
    (give,), (ask,) = say(library, running, GIVE, "Our map"), say(library, running, ASK, "A map")
    match_notes(library, running, give, ask)
    keep_promise(library, running, register, give, ask, Party(party="community"), None)
    untie_notes(library, running, MATCH, [give, ask])
    first, second = facts_of(Exchange(catalogue).facts(library.reader, running), Unmatched)
    assert first.promise is not None
    assert second.promise is None


def test_what_is_for_the_facilitator_stays_so(
    library: Library, running: Running, register: Register
) -> None:
    """The promise of a note that nobody else may read is nobody else's to read."""
    (give,) = add_notes(library, running, GIVE, ["A quiet word"], audience="facilitator")
    keep_promise(library, running, register, give, None, Party(party="community"), None)
    assert not entries_of(library.reader, register, running.community.id, "community")
    assert not promises_of(library.reader, running, register, "community")


def test_a_promise_goes_no_further_than_its_note(
    library: Library, running: Running, register: Register
) -> None:
    """What was said for the room alone is not the whole community's to read in the register; nor
    what is kept for the facilitator after it was promised. One undo gives it back."""
    (give,) = add_notes(library, running, GIVE, ["Half a day"], audience="room")
    keep_promise(library, running, register, give, None, Party(party="community"), None)
    (entry,) = library.reader.rows(RegisterEntry)
    assert entry.audience == "room"
    mark_audience(library, running, [give], "facilitator")
    assert library.reader.row(RegisterEntry, entry.id).audience == "facilitator"
    library.undo(scope_of(running.workshop))
    assert library.reader.row(RegisterEntry, entry.id).audience == "room"


def test_five_hundred_notes_are_told(
    library: Library, catalogue: Catalogue, running: Running
) -> None:
    gives = say(library, running, GIVE, *(f"Give {n}" for n in range(250)))
    asks = say(library, running, ASK, *(f"Ask {n}" for n in range(250)))
    with library.change("tie-add", Scope(running.community.id, running.workshop.id)):
        for give, ask in zip(gives, asks, strict=True):
            match_notes(library, running, give, ask)
    pairs, still = told(library, catalogue, running)
    assert pairs[249] == "Give 249 = Ask 249"
    assert not still
