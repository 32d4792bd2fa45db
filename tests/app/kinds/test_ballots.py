"""Ballots: cast by one or many, closed, looked at, shown; nothing tells who gave what."""

import itertools
import random
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from app.catalogue.catalogue import Catalogue
from app.kinds.allot.kind import tokens_given
from app.kinds.pulse.rounds import answers_given
from app.kinds.pulse.setup import statements_of
from app.kinds.spectrum.kind import places_given
from app.kinds.spectrum.setup import questions_of
from app.library.backup import make_backup
from app.library.library import Library
from app.library.opening import open_library
from app.library.rows import Answered, Attendance, ClosedAnswered, Membership
from app.library.trouble import Trouble
from app.workshop.attendance import everyone_is_here, members_of
from app.workshop.ballots import (
    Given,
    ballots_of,
    cast,
    close_ballot,
    counts_in,
    given,
    latest_ballot,
    open_ballot,
    open_ballot_of,
    record,
    remaining,
    show_ballot,
    still_to_give,
)
from app.workshop.notes import add_notes
from app.workshop.planning import add_exercise, scope_of
from app.workshop.running import Running, enter_block
from tests.app.kinds.launch import Launch, plan_launch
from tests.app.library.settings import StillMoment

FORMS = ("then", "now")


def entered(launch: Launch, catalogue: Catalogue, exercise: str = "then-and-now") -> Running:
    """The block of an exercise, entered."""
    block = add_exercise(launch.library, catalogue, launch.workshop, exercise)
    return enter_block(launch.library, launch.workshop, block).running


def stands(running: Running, then: str, now: str) -> Given:
    """One person at the same places of every question."""
    ids = questions_of(running.recipe)
    return places_given(running, {"then": dict.fromkeys(ids, then), "now": dict.fromkeys(ids, now)})


def test_several_forms_are_opened_cast_and_closed_together(
    launch: Launch, catalogue: Catalogue
) -> None:
    library, running = launch.library, entered(launch, catalogue)
    ballot = open_ballot(library, running, FORMS)
    assert set(ballot.rounds) == set(FORMS)
    cast(library, running, ballot, [stands(running, "1", "5"), stands(running, "2", "5")])
    assert given(library.reader, ballot) == 2
    closed = close_ballot(library, running, ballot)
    assert not closed.open
    assert not closed.shown
    counts = {form: counts_in(library.reader, one) for form, one in closed.rounds.items()}
    assert counts["then"]["door"] == {"1": 1, "2": 1}
    assert counts["now"]["door"] == {"5": 2}


def test_the_facilitator_shows_it_and_undo_takes_it_back(
    launch: Launch, catalogue: Catalogue
) -> None:
    library, running = launch.library, entered(launch, catalogue)
    opened = open_ballot(library, running, FORMS)
    with pytest.raises(ValueError, match="open"):
        show_ballot(library, running, opened, shown=True)
    show_ballot(library, running, close_ballot(library, running, opened), shown=True)
    (last,) = ballots_of(library.reader, running.run.id, FORMS)
    assert last.shown
    library.undo(scope_of(launch.workshop))
    (last,) = ballots_of(library.reader, running.run.id, FORMS)
    assert not last.shown
    library.redo(scope_of(launch.workshop))
    (last,) = ballots_of(library.reader, running.run.id, FORMS)
    assert last.shown
    show_ballot(library, running, last, shown=False)
    (last,) = ballots_of(library.reader, running.run.id, FORMS)
    assert not last.shown


def test_a_closed_ballot_stays_closed(launch: Launch, catalogue: Catalogue) -> None:
    library, running = launch.library, entered(launch, catalogue)
    closed = close_ballot(library, running, open_ballot(library, running, FORMS))
    with pytest.raises(Trouble, match="private-closed"):
        cast(library, running, closed, [stands(running, "1", "1")])
    with pytest.raises(Trouble, match="private-closed"):
        library.undo(scope_of(launch.workshop))
    with pytest.raises(Trouble, match="round-closed"):
        record(library, running, closed, {"now": {"door": {"1": 4}}})


def test_going_back_to_the_block_never_wipes_an_open_round(
    launch: Launch, catalogue: Catalogue
) -> None:
    library, running = launch.library, entered(launch, catalogue)
    cast(library, running, open_ballot(library, running, FORMS), [stands(running, "3", "3")] * 4)
    launch.enter("hopes-and-fears")
    again = enter_block(library, launch.workshop, running.block).running
    assert again.run.id == running.run.id
    found = open_ballot(library, again, FORMS)
    assert given(library.reader, found) == 4
    assert len(ballots_of(library.reader, again.run.id, FORMS)) == 1


def test_what_is_counted_in_the_room_may_be_counted_again(
    launch: Launch, catalogue: Catalogue
) -> None:
    library, running = launch.library, entered(launch, catalogue)
    ballot = open_ballot(library, running, FORMS, counted=True)
    record(library, running, ballot, {"now": {"door": {"1": 4, "5": 1}}})
    record(library, running, ballot, {"now": {"door": {"1": 3, "5": 0}}})
    assert given(library.reader, ballot) == 3
    with pytest.raises(Trouble, match="below-zero"):
        record(library, running, ballot, {"now": {"door": {"1": -1}}})
    with pytest.raises(Trouble, match="ballot-open"):
        open_ballot(library, running, FORMS)
    close_ballot(library, running, ballot)
    private = open_ballot(library, running, FORMS)
    assert latest_ballot(library.reader, running.run.id, FORMS) == private
    assert [one.counted for one in ballots_of(library.reader, running.run.id, FORMS)] == [
        True,
        False,
    ]


def test_an_unknown_person_is_refused_whole(launch: Launch, catalogue: Catalogue) -> None:
    """All or none: where one of several does not fit, nothing was counted."""
    library, running = launch.library, entered(launch, catalogue)
    ballot = open_ballot(library, running, FORMS)
    with pytest.raises(Trouble, match="too-many-sheets"):
        cast(library, running, ballot, [stands(running, "3", "3")] * 1001)
    assert given(library.reader, ballot) == 0
    with pytest.raises(ValueError, match="place"):
        places_given(running, {"then": {"door": "6"}})


def test_who_has_given_theirs_and_how_many_remain(launch: Launch, catalogue: Catalogue) -> None:
    library, running = launch.library, entered(launch, catalogue)
    ballot = open_ballot(library, running, FORMS)
    assert remaining(library.reader, running, ballot) is None, "nobody was counted at the door"
    everyone_is_here(library, launch.workshop)
    people = members_of(library.reader, running.community.id)
    cast(library, running, ballot, [stands(running, "1", "2")], people[0].id)
    cast(library, running, ballot, [stands(running, "1", "2")])
    assert remaining(library.reader, running, ballot) == len(people) - 2
    left = {one.id for one in still_to_give(library.reader, running, ballot)}
    assert left == {one.id for one in people[1:]}
    with pytest.raises(Trouble, match="given-already"):
        cast(library, running, ballot, [stands(running, "5", "5")], people[0].id)
    assert given(library.reader, ballot) == 2
    close_ballot(library, running, ballot)
    kept = library.reader.count(Answered) + library.reader.count(ClosedAnswered)
    assert kept == 0, "a name beside one answer would tell whose it is"
    assert library.reader.count(Attendance) == library.reader.count(Membership)


def pulse_answers(running: Running, chance: random.Random) -> Given:
    """One person's answers to every statement."""
    return answers_given(
        running, {one: str(chance.randint(1, 5)) for one in statements_of(running.recipe)}
    )


def places(running: Running, chance: random.Random) -> Given:
    """Where one person stands, then and now."""
    return stands(running, str(chance.randint(1, 5)), str(chance.randint(1, 5)))


def tokens(running: Running, chance: random.Random) -> Given:
    """How one person shares out."""
    first, second = chance.randint(0, 5), chance.randint(0, 5)

    def shared(one: int, two: int) -> Mapping[str, int]:
        return {"tools": one, "people": two, "strategy": 10 - one - two}

    return tokens_given(running, {"now": shared(first, second), "wanted": shared(second, first)})


WAYS = {
    "taking-the-pulse": (("answers",), pulse_answers),
    "then-and-now": (FORMS, places),
    "ten-tokens": (("now", "wanted"), tokens),
}
"""For each exercise with a ballot: its forms, and what one person gives."""


def lived(
    path: Path,
    catalogue: Catalogue,
    exercise: str,
    forms: Sequence[str],
    give: Callable[[Running, random.Random], Given],
    order: Sequence[int],
) -> tuple[Library, Running]:
    """A library in which three people gave theirs in this order, each by name."""
    library = open_library(path, StillMoment())
    launch = plan_launch(library, catalogue)
    running = entered(launch, catalogue, exercise)
    people = members_of(library.reader, running.community.id)
    chance = random.Random(7)
    what = [give(running, chance) for _ in range(3)]
    ballot = open_ballot(library, running, forms)
    for one in order:
        cast(library, running, ballot, [what[one]], people[one].id)
    return library, running


@pytest.mark.parametrize("exercise", WAYS)
def test_nothing_tells_in_which_order_people_gave_theirs(
    tmp_path: Path, catalogue: Catalogue, exercise: str
) -> None:
    """The file with its free pages, its log and its backups are the same, byte for byte: while the
    round is open, once it is closed, and when notes were kept and removed since."""
    forms, give = WAYS[exercise]
    found: dict[str, set[bytes]] = {"open": set(), "later": set(), "backup": set()}
    for order in itertools.permutations(range(3)):
        folder = tmp_path / "".join(map(str, order))
        folder.mkdir()
        path = folder / "library.hearth"
        library, running = lived(path, catalogue, exercise, forms, give, order)
        with closing(library):
            assert path.with_name(path.name + "-wal").stat().st_size == 0
            found["open"].add(path.read_bytes())
            ballot = open_ballot_of(library.reader, running.run.id, forms)
            assert ballot is not None
            show_ballot(library, running, close_ballot(library, running, ballot), shown=True)
            found["backup"].add(make_backup(path, library.moment.now(), "hand").path.read_bytes())
            add_notes(library, running, "", ["A reason", "Another one"])
            library.undo(scope_of(running.workshop))
        found["later"].add(path.read_bytes())
    assert {name: len(files) for name, files in found.items()} == {
        "open": 1,
        "backup": 1,
        "later": 1,
    }


@pytest.mark.parametrize("exercise", WAYS)
def test_the_order_of_sheets_is_nowhere(
    tmp_path: Path, catalogue: Catalogue, exercise: str
) -> None:
    """A pile of paper typed in from the top or from the bottom leaves the same file."""
    forms, give = WAYS[exercise]
    files: set[bytes] = set()
    for turn in (1, -1):
        path = tmp_path / f"{turn}.hearth"
        with closing(open_library(path, StillMoment())) as library:
            running = entered(plan_launch(library, catalogue), catalogue, exercise)
            chance = random.Random(3)
            sheets = [give(running, chance) for _ in range(30)][::turn]
            cast(library, running, open_ballot(library, running, forms), sheets)
        files.add(path.read_bytes())
    assert len(files) == 1
