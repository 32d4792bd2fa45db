"""A pulse: answers in private, the middle and the spread, and nothing that leads to anybody."""

from collections.abc import Mapping, Sequence

import pytest

from app.catalogue.catalogue import Catalogue
from app.charter.clauses import add_clause
from app.charter.versions import agree, propose, record_stances
from app.exchange.decode import decode
from app.exchange.encode import encode, gather
from app.exchange.importing import import_community
from app.kinds.pulse.facts import PulseFacts, pulse_facts
from app.kinds.pulse.kind import Pulse
from app.kinds.pulse.rounds import FORM, FORMS, answers_given
from app.kinds.pulse.setup import statements_of
from app.library.library import Library
from app.library.opening import open_library
from app.library.rows import Block, Round, Run, Version
from app.library.trouble import Trouble
from app.workshop.ballots import (
    Ballot,
    ballots_of,
    cast,
    close_ballot,
    given,
    open_ballot,
    open_ballot_of,
)
from app.workshop.notes import add_notes, notes_of
from app.workshop.planning import add_exercise, scope_of, set_audience
from app.workshop.running import Running, enter_block
from app.workshop.spread import UNKNOWN, Spread
from tests.app.kinds.launch import Launch
from tests.app.library.settings import StillMoment


@pytest.fixture
def running(launch: Launch, catalogue: Catalogue) -> Running:
    """The block in which the pulse is taken."""
    block = add_exercise(launch.library, catalogue, launch.workshop, "taking-the-pulse")
    return enter_block(launch.library, launch.workshop, block).running


def everywhere(running: Running, answer: str) -> Mapping[str, str]:
    """The same answer to every statement."""
    return dict.fromkeys(statements_of(running.recipe), answer)


def answer_pulse(
    library: Library, running: Running, opened: Ballot, people: Sequence[Mapping[str, str]]
) -> None:
    """What people answered, all or none of them."""
    cast(library, running, opened, [answers_given(running, one) for one in people])


def open_pulse(library: Library, running: Running) -> Ballot:
    """A round that is open."""
    return open_ballot(library, running, FORMS)


def taken(library: Library, running: Running, *answers: str) -> PulseFacts:
    """A round in which each of the ``answers`` is one person's to every statement; closed."""
    opened = open_pulse(library, running)
    answer_pulse(library, running, opened, [everywhere(running, one) for one in answers])
    return pulse_facts(library.reader, running, close_ballot(library, running, opened))


def test_the_middle_and_the_spread_of_what_was_answered(launch: Launch, running: Running) -> None:
    facts = taken(launch.library, running, "1", "2", "3", "3", "4", "4", "5", "5", UNKNOWN)
    assert facts.answered == 9
    assert len(facts.statements) == len(statements_of(running.recipe))
    for one in facts.statements:
        assert (one.middle, one.spread, one.before) == (3, Spread(2, 5), None)


def test_nothing_is_seen_while_a_round_is_open(launch: Launch, running: Running) -> None:
    opened = open_pulse(launch.library, running)
    answer_pulse(launch.library, running, opened, [everywhere(running, "4")] * 5)
    assert given(launch.library.reader, opened) == 5
    assert Pulse().facts(launch.library.reader, running) == []
    with pytest.raises(ValueError, match="open"):
        pulse_facts(launch.library.reader, running, opened)


def test_fewer_than_three_answers_show_nothing(launch: Launch, running: Running) -> None:
    facts = taken(launch.library, running, "5", "5", UNKNOWN, UNKNOWN)
    for one in facts.statements:
        assert (one.middle, one.spread, one.unknown) == (None, None, 0)


def test_those_who_do_not_know_are_counted_from_three_on(launch: Launch, running: Running) -> None:
    facts = taken(launch.library, running, *"5444445", *[UNKNOWN] * 3)
    assert {one.unknown for one in facts.statements} == {3}
    few = taken(launch.library, running, *"444", *[UNKNOWN] * 3)
    assert {one.unknown for one in few.statements} == {0}
    assert Pulse().count(launch.library.reader, running.run.id) == 6


def test_a_statement_skipped_is_one_not_known(launch: Launch, running: Running) -> None:
    opened = open_pulse(launch.library, running)
    first = statements_of(running.recipe)[0]
    answer_pulse(launch.library, running, opened, [{first: "5"}] * 3)
    facts = pulse_facts(
        launch.library.reader, running, close_ballot(launch.library, running, opened)
    )
    assert [one.middle for one in facts.statements] == [5, *[None] * 7]
    assert [one.unknown for one in facts.statements] == [0] * 8


def test_a_closed_round_stays_closed_and_another_is_begun(launch: Launch, running: Running) -> None:
    library = launch.library
    taken(library, running, "3", "3", "3")
    (closed,) = ballots_of(library.reader, running.run.id, FORMS)
    with pytest.raises(Trouble, match="private-closed"):
        answer_pulse(library, running, closed, [everywhere(running, "1")])
    with pytest.raises(Trouble, match="private-closed"):
        library.undo(scope_of(launch.workshop))
    again = open_pulse(library, running)
    assert again.rounds[FORM].id != closed.rounds[FORM].id
    assert open_pulse(library, running) == again
    assert open_ballot_of(library.reader, running.run.id, FORMS) == again


def test_undo_after_a_closed_round_takes_nothing_else(
    launch: Launch, running: Running, catalogue: Catalogue
) -> None:
    """Neither notes of another block nor an agreement: what is not on screen stays."""
    library, scope = launch.library, scope_of(launch.workshop)
    board = add_exercise(library, catalogue, launch.workshop, "hopes-and-fears")
    elsewhere = enter_block(library, launch.workshop, board).running
    add_notes(library, elsewhere, "hopes", ["One person to call"])
    add_clause(library, scope, "purpose", "We keep the maps honest.")
    version = propose(library, scope, date="2026-01-15", language="en")
    record_stances(library, scope, version, {"fine": 9})
    agree(library, scope, version, "2026-07-15")
    taken(library, running, "3", "3", "3")
    for _ in range(3):
        with pytest.raises(Trouble, match="private-closed"):
            library.undo(scope)
    assert [one.text for one in notes_of(library.reader, elsewhere.run.id)] == [
        "One person to call"
    ]
    assert library.reader.row(Version, version.id).status == "agreed"


def test_an_opened_round_is_undone(launch: Launch, running: Running) -> None:
    open_pulse(launch.library, running)
    launch.library.undo(scope_of(launch.workshop))
    assert open_ballot_of(launch.library.reader, running.run.id, FORMS) is None


def test_it_is_compared_with_the_last_time(
    launch: Launch, running: Running, catalogue: Catalogue
) -> None:
    taken(launch.library, running, "2", "2", "2")
    later = add_exercise(launch.library, catalogue, launch.workshop, "taking-the-pulse")
    second = enter_block(launch.library, launch.workshop, later).running
    facts = taken(launch.library, second, "4", "4", "4")
    assert {(one.before, one.middle) for one in facts.statements} == {(2, 4)}
    assert facts.since is not None
    assert facts.since.isoformat() == launch.workshop.date


def test_it_is_not_compared_with_what_was_for_fewer(
    launch: Launch, running: Running, catalogue: Catalogue
) -> None:
    """A pulse that was the facilitator's alone is not told by the ring of the next one."""
    taken(launch.library, running, "2", "2", "2")
    set_audience(launch.library, launch.workshop, running.block, "facilitator")
    later = add_exercise(launch.library, catalogue, launch.workshop, "taking-the-pulse")
    second = enter_block(launch.library, launch.workshop, later).running
    facts = taken(launch.library, second, "4", "4", "4")
    assert facts.since is None
    assert {(one.before, one.middle) for one in facts.statements} == {(None, 4)}
    set_audience(launch.library, launch.workshop, later, "facilitator")
    (told,) = Pulse().facts(launch.library.reader, launch.now(second))
    assert {one.before for one in told.statements} == {2}


def test_what_is_not_answered_so_is_refused_whole(launch: Launch, running: Running) -> None:
    opened = open_pulse(launch.library, running)
    with pytest.raises(ValueError, match="answer"):
        answer_pulse(launch.library, running, opened, [everywhere(running, "4"), {"purpose": "6"}])
    assert given(launch.library.reader, opened) == 0


def test_a_closed_pulse_travels_as_its_counts_and_an_open_one_does_not(
    launch: Launch, running: Running, library: Library, tmp_path_factory: pytest.TempPathFactory
) -> None:
    before = taken(library, running, "2", "3", "4", "5", "5", UNKNOWN)
    opened = open_pulse(library, running)
    answer_pulse(library, running, opened, [everywhere(running, "1")] * 4)
    with library.snapshot() as reader:
        data = encode(gather(reader, running.community.id))
    assert opened.rounds[FORM].id.encode() not in data
    path = tmp_path_factory.mktemp("other") / "library.hearth"
    other = open_library(path, StillMoment())
    try:
        import_community(other, decode(data))
        (there,) = other.reader.rows(Round)
        run = other.reader.row(Run, str(there.run))
        block = other.reader.row(Block, run.block)
        assert block.exercise == "taking-the-pulse"
        assert pulse_facts(other.reader, running, Ballot({FORM: there})) == before
    finally:
        other.close()
