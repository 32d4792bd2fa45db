"""Charter: what a typed line becomes, the proposal, corrections, reservations, sources."""

import pytest

from app.charter.clauses import add_clause, clauses_of, items_of, sources_of, write_clause
from app.charter.unused_notes import offered_in
from app.charter.versions import (
    agree,
    frozen_clauses,
    record_stances,
    update_proposed,
    versions_of,
)
from app.kinds.charter import (
    RESERVATIONS,
    Charter,
    agrees,
    edited_since,
    keep_reservation,
    propose_here,
    take_note,
)
from app.library.library import Library
from app.library.rows import Block, Reservation
from app.library.trouble import Trouble
from app.workshop.notes import add_notes
from app.workshop.planning import scope_of
from tests.app.kinds.launch import Launch

FORMS = {"purpose": "text", "in-scope": "list", "rhythm": "table"}


def test_a_line_becomes_a_paragraph_or_an_item(launch: Launch, library: Library) -> None:
    """By the section's form; pasted lines of a list are items, in one change."""
    drafting, kind = launch.enter("what-we-take-care-of"), Charter(FORMS)
    community = drafting.community.id
    kind.capture(library, drafting, "purpose", "Together we can.")
    kind.capture(library, drafting, "in-scope", "•\tOne\no\tTwo")
    kind.capture(library, drafting, "in-scope", "Three")
    (purpose,) = clauses_of(library.reader, community, "purpose")
    (scope,) = clauses_of(library.reader, community, "in-scope")
    assert (purpose.text, purpose.form) == ("Together we can.", "text")
    assert (items_of(scope), scope.form) == (["One", "Two", "Three"], "list")
    assert kind.count(library.reader, drafting.run.id) == 2
    assert kind.targets(drafting, library.reader) == drafting.recipe.sections


def test_reservations_are_a_target_only_where_the_word_is_given(
    launch: Launch, library: Library
) -> None:
    """And the first one, so that what is typed first is never taken for a clause."""
    drafting = launch.enter("what-we-take-care-of")
    assert not agrees(drafting)
    word = launch.enter("our-word")
    assert agrees(word)
    targets = Charter(FORMS).targets(word, library.reader)
    assert targets == (RESERVATIONS, "agreement", "review")


def test_a_reservation_is_to_what_was_proposed(launch: Launch, library: Library) -> None:
    """None before, none once the word is given; nothing proposes itself."""
    word = launch.enter("our-word")
    scope = scope_of(word.workshop)
    add_clause(library, scope, "purpose", "Together we can.")
    with pytest.raises(Trouble) as early:
        Charter(FORMS).capture(library, word, RESERVATIONS, "Too early.")
    assert early.value.code == "not-proposed"
    assert versions_of(library.reader, word.community.id) == []
    version = propose_here(library, word)
    Charter(FORMS).capture(library, word, RESERVATIONS, "Not in\nfire season.")
    keep_reservation(library, word, "Only a year.")
    said = [row.text for row in library.reader.rows(Reservation, version=version.id)]
    assert said == ["Not in fire season.", "Only a year."]
    record_stances(library, scope, version, {"fine": 3})
    agree(library, scope, version, "2026-12-31")
    with pytest.raises(Trouble) as late:
        keep_reservation(library, word, "Too late.")
    assert late.value.code == "charter-agreed"
    assert library.reader.count(Reservation) == 2


def test_corrections_are_taken_into_the_same_version(launch: Launch, library: Library) -> None:
    """What was read wrong is put right before it is agreed to; its number stays."""
    word = launch.enter("our-word")
    scope, community = scope_of(word.workshop), word.community.id
    clause = add_clause(library, scope, "purpose", "Together we cna.")
    version = propose_here(library, word)
    assert version.date == "2026-01-15"
    assert not edited_since(library.reader, version)
    write_clause(library, scope, clause, "Together we can.")
    assert edited_since(library.reader, version)
    taken = update_proposed(library, scope, version)
    assert not edited_since(library.reader, taken)
    assert [one.text for one in frozen_clauses(taken)] == ["Together we can."]
    assert [one.number for one in versions_of(library.reader, community)] == [1]
    write_clause(library, scope, clause, "")
    with pytest.raises(Trouble):
        update_proposed(library, scope, taken)


def test_notes_are_offered_where_they_were_meant_to_lead_first(
    launch: Launch, library: Library
) -> None:
    """Those of this workshop that no clause came from; never the facilitator's own."""
    hopes = launch.enter("hopes-and-fears")
    (hope,) = add_notes(library, hopes, "hopes", ["One person to call"])
    add_notes(library, hopes, "hopes", ["Whose budget is it?"], audience="facilitator")
    case = launch.enter("case-on-the-table")
    add_notes(library, case, "helped", ["One call settled it"])
    secret = launch.enter("opening-round")
    add_notes(library, secret, "came-for", ["I was told to come"])
    with library.change("block-audience", scope_of(launch.workshop)) as writer:
        writer.change(writer.row(Block, secret.block.id), audience="facilitator")
    drafting = launch.enter("what-we-take-care-of")
    offered = offered_in(library.reader, drafting.workshop.id, "practice")
    assert [[note.note.text for note in one.notes] for one in offered] == [
        ["One call settled it"],
        ["One person to call"],
    ]
    first = offered_in(library.reader, drafting.workshop.id, "norms")[0]
    assert [one.note for one in first.notes] == [hope]
    clause = take_note(library, drafting, "purpose", "text", hope.id)
    assert clause.text == "One person to call"
    assert sources_of(library.reader, clause.id) == [hope]
    offered = offered_in(library.reader, drafting.workshop.id, "norms")
    assert [[note.note.text for note in one.notes] for one in offered] == [["One call settled it"]]
