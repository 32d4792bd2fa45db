"""One exercise feeds another: what is offered, what becomes of it, and what never travels."""

from collections.abc import Mapping, Sequence

import msgspec
import pytest

from app.catalogue.catalogue import Catalogue
from app.catalogue.exercise_entries import Take
from app.catalogue.setup import read_setup
from app.charter.clauses import clauses_of, sources_of
from app.kinds.board import count_in_room, turn_dots
from app.kinds.carrying import (
    Offer,
    leave_behind,
    offers,
    take_along,
)
from app.kinds.matrix.setup import axes_of
from app.kinds.pulse.rounds import FORMS
from app.kinds.pulse.setup import PulseSetup, PulseWords
from app.kinds.setup_words import with_words
from app.kinds.table import make_kinds
from app.library.audience import narrowest
from app.library.trouble import Trouble
from app.workshop.ballots import open_ballot
from app.workshop.notes import add_notes, gather, notes_of
from app.workshop.placing import place_notes
from app.workshop.planning import add_exercise, scope_of
from app.workshop.running import Running, enter_block
from tests.app.kinds.launch import Launch, renewal_block

HOPES = ("One person to call", "Shorelines that agree", "Friends in the regions")


def taking(catalogue: Catalogue, exercise: str, *takes: Take) -> Catalogue:
    """The catalogue with an exercise that takes something."""
    changed = [
        msgspec.structs.replace(one, takes=takes) if one.id == exercise else one
        for one in catalogue.exercises
    ]
    return msgspec.structs.replace(catalogue, exercises=tuple(changed))


def found(launch: Launch, catalogue: Catalogue, running: Running) -> tuple[Offer, ...]:
    """What a block may take along."""
    return offers(launch.library.reader, catalogue, make_kinds(catalogue), running)


def texts(offered: Sequence[Offer]) -> list[str]:
    """Their texts."""
    return [item.text for one in offered for item in one.items]


def take_all(
    launch: Launch, catalogue: Catalogue, running: Running, offered: Sequence[Offer]
) -> None:
    """Take along all that is offered."""
    chosen = [(one.take, one.items) for one in offered]
    take_along(launch.library, make_kinds(catalogue), running, chosen)


NOTES = Take(source=("hopes-and-fears",), zones=("hopes",), first=2, form="notes", into=("day-30",))


def say_hopes(launch: Launch) -> Running:
    """Three hopes and a worry on the board; the last hope has most dots."""
    board = launch.enter("hopes-and-fears")
    kept = add_notes(launch.library, board, "hopes", HOPES)
    add_notes(launch.library, board, "fears", ["One more meeting"])
    launch.count_people(18)
    turn_dots(launch.library, board)
    count_in_room(launch.library, board, kept[2].id, 7)
    turn_dots(launch.library, board)
    return board


def test_ranked_notes_come_along_as_notes(launch: Launch, catalogue: Catalogue) -> None:
    """The first so many of the zone, new notes that know their source; dots stay where they are."""
    changed = taking(catalogue, "first-ninety-days", NOTES)
    board = say_hopes(launch)
    days = launch.enter("first-ninety-days")
    offered = found(launch, changed, days)
    assert texts(offered) == [HOPES[2], HOPES[0]]
    assert all(item.freely for item in offered[0].items)
    take_all(launch, catalogue, days, offered)
    kept = notes_of(launch.library.reader, days.run.id)
    assert [(one.text, one.zone, one.kind) for one in kept] == [
        (HOPES[2], "day-30", "board"),
        (HOPES[0], "day-30", "board"),
    ]
    before = {note.text: note for note in notes_of(launch.library.reader, board.run.id)}
    assert [one.source for one in kept] == [before[one.text].id for one in kept]
    assert launch.now(days).block.carried == "taken"
    assert len(notes_of(launch.library.reader, board.run.id)) == 4


def test_it_is_one_change_and_never_taken_twice(launch: Launch, catalogue: Catalogue) -> None:
    """One undo takes all back, and it is offered again; what was answered is not asked again."""
    changed = taking(catalogue, "first-ninety-days", NOTES)
    say_hopes(launch)
    days = launch.enter("first-ninety-days")
    offered = found(launch, changed, days)
    take_all(launch, catalogue, days, offered)
    assert found(launch, changed, days) == ()
    with pytest.raises(Trouble, match="carried-already"):
        take_all(launch, catalogue, days, offered)
    with pytest.raises(Trouble, match="carried-already"):
        leave_behind(launch.library, days)
    assert len(notes_of(launch.library.reader, days.run.id)) == 2
    launch.library.undo(scope_of(launch.workshop))
    assert notes_of(launch.library.reader, days.run.id) == []
    assert found(launch, changed, days) == offered
    launch.library.redo(scope_of(launch.workshop))
    assert len(notes_of(launch.library.reader, days.run.id)) == 2


def test_what_is_declined_is_not_offered_again(launch: Launch, catalogue: Catalogue) -> None:
    """Nor in another run of the block."""
    changed = taking(catalogue, "first-ninety-days", NOTES)
    say_hopes(launch)
    days = launch.enter("first-ninety-days")
    leave_behind(launch.library, days)
    assert found(launch, changed, launch.enter("first-ninety-days", again=True)) == ()
    assert launch.now(days).block.carried == "declined"


def test_a_cluster_comes_by_its_title(launch: Launch, catalogue: Catalogue) -> None:
    """One without a title note by note."""
    changed = taking(catalogue, "first-ninety-days", NOTES)
    board = launch.enter("hopes-and-fears")
    kept = add_notes(launch.library, board, "hopes", HOPES)
    gather(launch.library, board, kept[:2], "Somebody to call")
    days = launch.enter("first-ninety-days")
    assert texts(found(launch, changed, days)) == ["Somebody to call", HOPES[2]]
    cluster = gather(launch.library, board, [kept[2]])
    assert texts(found(launch, changed, days)) == ["Somebody to call", HOPES[2]]
    assert cluster.title == ""


def test_a_note_keeps_its_audience(launch: Launch, catalogue: Catalogue) -> None:
    """What is for the facilitator alone is not taken unasked, and stays for the facilitator."""
    changed = taking(catalogue, "first-ninety-days", NOTES)
    board = launch.enter("hopes-and-fears")
    add_notes(launch.library, board, "hopes", ["Between us"], audience="facilitator")
    days = launch.enter("first-ninety-days")
    offered = found(launch, changed, days)
    assert [item.freely for item in offered[0].items] == [False]
    take_all(launch, catalogue, days, offered)
    assert [one.audience for one in notes_of(launch.library.reader, days.run.id)] == ["facilitator"]


def later_workshop(launch: Launch, catalogue: Catalogue, exercise: str) -> Running:
    """A renewal a year later, at its block of an exercise."""
    return renewal_block(
        launch.library,
        catalogue,
        launch.workshop.community,
        exercise,
        day="2027-01-15",
        languages=("en", "fr"),
    )


def test_hopes_come_back_at_the_renewal(launch: Launch, catalogue: Catalogue) -> None:
    """What was for the room of the launch is for that room: only asked for does it go on a wall."""
    changed = taking(catalogue, "first-ninety-days", NOTES)
    say_hopes(launch)
    renewal = later_workshop(launch, changed, "first-ninety-days")
    (offer,) = found(launch, changed, renewal)
    assert (offer.day, offer.block.workshop) == ("2026-01-15", launch.workshop.id)
    assert texts([offer]) == [HOPES[2], HOPES[0]]
    assert not any(item.freely for item in offer.items)
    take_along(launch.library, make_kinds(catalogue), renewal, [(offer.take, offer.items[:1])])
    (kept,) = notes_of(launch.library.reader, renewal.run.id)
    assert (kept.text, kept.audience) == (HOPES[2], "room")


def test_what_is_still_to_come_feeds_nothing(launch: Launch, catalogue: Catalogue) -> None:
    """Nor does another community, nor the block itself."""
    again = Take(source=("hopes-and-fears",), form="notes", into=("hopes",))
    changed = taking(catalogue, "hopes-and-fears", again)
    renewal = later_workshop(launch, changed, "hopes-and-fears")
    add_notes(launch.library, renewal, "hopes", HOPES)
    assert found(launch, changed, renewal) == ()
    assert found(launch, changed, launch.enter("hopes-and-fears")) == ()


def test_themes_become_a_list_of_the_charter(launch: Launch, catalogue: Catalogue) -> None:
    """As the shipped exercises declare it: a line each, tied to the notes it came from."""
    board = launch.enter("questions-we-hold")
    kept = add_notes(launch.library, board, "questions", ["Which shoreline?", "Who decides?"])
    gather(launch.library, board, kept[:1], "Which shoreline holds?")
    add_notes(launch.library, board, "questions", ["Between us"], audience="facilitator")
    word = launch.enter("our-word")
    offered = found(launch, catalogue, word)
    assert texts(offered) == ["Which shoreline holds?", "Who decides?"]
    take_all(launch, catalogue, word, offered)
    reader, community = launch.library.reader, launch.workshop.community
    (clause,) = clauses_of(reader, community, "questions")
    assert (clause.form, clause.text) == ("list", "Which shoreline holds?\nWho decides?")
    assert {one.id for one in sources_of(reader, clause.id)} == {one.id for one in kept}


def test_what_stands_in_the_charter_is_not_offered(launch: Launch, catalogue: Catalogue) -> None:
    """Whoever put it there."""
    board = launch.enter("questions-we-hold")
    add_notes(launch.library, board, "questions", ["Which shoreline?"])
    word = launch.enter("our-word")
    take_all(launch, catalogue, word, found(launch, catalogue, word))
    other = later_workshop(launch, catalogue, "our-word")
    assert found(launch, catalogue, other) == ()


def test_themes_become_questions_asked(launch: Launch, catalogue: Catalogue) -> None:
    """Of a pulse: in the block's own copy of its recipe, and not once people answered."""
    take = Take(source=("questions-we-hold",), first=2, form="items", into=("statements",))
    changed = taking(catalogue, "taking-the-pulse", take)
    board = launch.enter("questions-we-hold")
    add_notes(launch.library, board, "questions", ["We know whom to ask", "We are heard", "More"])
    add_exercise(launch.library, changed, launch.workshop, "taking-the-pulse")
    pulse = launch.enter("taking-the-pulse")
    take_all(launch, catalogue, pulse, found(launch, changed, pulse))
    recipe = launch.now(pulse).recipe
    assert read_setup(recipe.setup, PulseSetup).statements == ("carried-1", "carried-2")
    for language in ("en", "fr"):
        words = read_setup(recipe.in_language(language).setup, PulseWords)
        assert list(words.statements.values()) == ["We know whom to ask", "We are heard"]
        assert words.low
    launch.library.undo(scope_of(launch.workshop))
    assert launch.now(pulse).recipe == pulse.recipe
    open_ballot(launch.library, pulse, FORMS)
    assert found(launch, changed, pulse) == ()


def test_criteria_become_the_ends_of_an_axis(launch: Launch) -> None:
    """In every language of the block, and what was said of the axes before is let go of."""
    board = launch.enter("hopes-and-fears")
    told = {
        code: msgspec.structs.replace(
            words,
            setup={
                "axes": {"energy": {"name": "Energy", "low": "little", "high": "much"}},
                "readings": {"both": "Wanted"},
                "head": "Before",
            },
        )
        for code, words in board.recipe.words.items()
    }
    recipe = msgspec.structs.replace(board.recipe, words=told)
    changed = with_words(recipe, ["axes.energy", "head"], ["Saves trips", "After"], ["readings"])
    for language in ("en", "fr"):
        setup = changed.in_language(language).setup
        assert setup == {
            "axes": {
                "energy": {
                    "name": "Saves trips",
                    "low": "−\N{NO-BREAK SPACE}Saves trips",
                    "high": "+\N{NO-BREAK SPACE}Saves trips",
                }
            },
            "head": "After",
        }


def test_hopes_are_where_the_road_begins(launch: Launch, catalogue: Catalogue) -> None:
    """As the shipped exercises declare it: moments like those that are typed, each in its place."""
    say_hopes(launch)
    road = later_workshop(launch, catalogue, "our-road-so-far")
    offered = found(launch, catalogue, road)
    assert texts(offered) == [HOPES[2], HOPES[0], HOPES[1]]
    take_all(launch, catalogue, road, offered)
    kept = notes_of(launch.library.reader, road.run.id)
    assert [(one.text, one.zone) for one in kept] == [(text, "firsts") for text in texts(offered)]
    typed = later_workshop(launch, catalogue, "our-road-so-far")
    kind = make_kinds(catalogue)[typed.block.kind]
    for text in texts(offered):
        kind.capture(launch.library, typed, "firsts", text)
    again = notes_of(launch.library.reader, typed.run.id)
    assert [(one.x, one.y) for one in kept] == [(one.x, one.y) for one in again]


def test_who_was_missing_is_missing_on_the_rings(launch: Launch, catalogue: Catalogue) -> None:
    """As the shipped exercises declare it, on the same day or later."""
    board = launch.enter("who-is-missing")
    add_notes(launch.library, board, "missing", ["Field crews"])
    add_notes(launch.library, board, "here", ["Cartography"])
    rings = later_workshop(launch, catalogue, "near-and-far")
    offered = found(launch, catalogue, rings)
    assert texts(offered) == ["Field crews"]
    take_all(launch, catalogue, rings, offered)
    (kept,) = notes_of(launch.library.reader, rings.run.id)
    assert kept.zone == "missing"


def test_criteria_name_the_axes(launch: Launch, catalogue: Catalogue) -> None:
    """As the shipped exercises declare it: only in the block's own copy, and one undo."""
    say_hopes(launch)
    challenge = later_workshop(launch, catalogue, "which-challenge")
    offered = found(launch, catalogue, challenge)
    assert texts(offered) == [HOPES[2], HOPES[0]]
    take_all(launch, catalogue, challenge, offered)
    for language in ("en", "fr"):
        setup = launch.now(challenge).recipe.in_language(language).setup
        axes = setup["axes"]
        assert isinstance(axes, Mapping)
        assert [one["name"] for one in axes.values()] == [HOPES[2], HOPES[0]]
        assert "readings" not in setup
    launch.library.undo(scope_of(challenge.workshop))
    assert launch.now(challenge).recipe == challenge.recipe


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        (("room", "community"), "room"),
        (("organization", "facilitator"), "facilitator"),
        (("community", "a later mark"), "facilitator"),
    ],
)
def test_the_narrowest_audience(marks: tuple[str, ...], expected: str) -> None:
    """One that nobody knows is the facilitator's."""
    assert narrowest(*marks) == expected


def test_a_matrix_gives_what_is_high_on_both_axes_first(
    launch: Launch, catalogue: Catalogue
) -> None:
    """The readings rank its notes, not the order in which they were typed."""
    take = Take(source=("which-challenge",), first=2, form="notes", into=("day-30",))
    changed = taking(catalogue, "first-ninety-days", take)
    block = add_exercise(launch.library, catalogue, launch.workshop, "which-challenge")
    matrix = enter_block(launch.library, launch.workshop, block).running
    kept = add_notes(launch.library, matrix, "", HOPES)
    places = [(kept[0], 100, 100), (kept[1], 700, 700), (kept[2], 900, 900)]
    place_notes(launch.library, matrix, places)
    days = launch.enter("first-ninety-days")
    assert texts(found(launch, changed, days)) == [HOPES[2], HOPES[1]]


def test_criteria_become_the_axes_of_a_matrix(launch: Launch, catalogue: Catalogue) -> None:
    """Both ends are named by them, and so are the readings; the catalogue stays as it is."""
    take = Take(
        source=("hopes-and-fears",),
        zones=("hopes",),
        form="words",
        into=("axes.energy", "axes.people-served"),
        drops=("readings",),
    )
    changed = taking(catalogue, "which-challenge", take)
    say_hopes(launch)
    block = add_exercise(launch.library, catalogue, launch.workshop, "which-challenge")
    matrix = enter_block(launch.library, launch.workshop, block).running
    take_all(launch, catalogue, matrix, found(launch, changed, matrix))
    axes = axes_of(launch.now(matrix).recipe, ("en", "fr"))
    assert (axes.across.name, axes.up.name) == (HOPES[2], HOPES[0])
    assert axes.across.low.endswith(HOPES[2])
    assert axes.readings["both"] == f"{axes.across.high} · {axes.up.high}"
