"""What is typed of an own exercise becomes one; what was not asked stays as it was copied."""

import msgspec
import pytest

from app.catalogue.catalogue import Catalogue
from app.catalogue.own_exercise import LenientExercise, own_copy
from app.library.library import Library
from app.library.rows import Block, OwnExercise
from app.library.trouble import Trouble
from app.workshop.agenda_order import blocks_of
from app.workshop.interludes import add_interlude
from app.workshop.new_blocks import recipe_of
from app.workshop.own_check import checked_own
from app.workshop.own_draft import OwnDraft, StepDraft, draft_of, drafted
from app.workshop.own_exercises import add_own_exercise, own_exercises
from app.workshop.own_from_block import keep_block_as_own, may_be_kept
from app.workshop.planning import (
    add_break,
    add_exercise,
    add_own,
    rename_block,
    scope_of,
    set_minutes,
)
from tests.app.workshop.own import written
from tests.app.workshop.plans import planned


def test_what_is_typed_again_is_the_same(catalogue: Catalogue) -> None:
    """Of every exercise, in each language."""
    for exercise in catalogue.exercises:
        for language in ("en", "fr"):
            copy = checked_own(own_copy(exercise, language))
            again = checked_own(drafted(copy, draft_of(copy, language), language))
            assert again == copy, exercise.id


def typed(**fields: object) -> OwnDraft:
    """A draft with two steps."""
    steps = (StepDraft(title="Look", minutes=6), StepDraft(title="Tell", minutes=4))
    said: dict[str, object] = {"name": "Lamps", "question": "Where?", "steps": steps, "long": 30}
    return msgspec.convert({**said, **fields}, OwnDraft)


def test_a_new_one_is_told_in_the_language_of_the_window() -> None:
    made = checked_own(drafted(LenientExercise(), typed(materials=("Lamps", " ", "Rope")), "fr"))
    assert set(made.words) == {"fr"}
    assert made.minutes.usual == 10
    assert [one.id for one in made.steps] == ["step-1", "step-2"]
    assert list(made.words["fr"].materials.values()) == ["Lamps", "Rope"]


def test_steps_that_move_keep_their_ids(catalogue: Catalogue) -> None:
    """And with them how people work in them, and how they go in another way."""
    copy = own_copy(catalogue.exercise("hopes-and-fears"), "en")
    draft = draft_of(copy, "en")
    first, second, *rest = draft.steps
    other = msgspec.structs.replace(draft, steps=(second, StepDraft(title="New"), first))
    made = checked_own(drafted(copy, msgspec.structs.replace(other, short=1, long=99), "en"))
    assert [one.id for one in made.steps] == [second.id, "step-1", first.id]
    assert made.steps[0].does == next(one.does for one in copy.steps if one.id == second.id)
    gone = {one.id for one in rest}
    assert all(not gone & set(way) for way in made.words["en"].ways.values())


def test_zones_keep_their_ids_by_name_then_by_place(catalogue: Catalogue) -> None:
    copy = own_copy(catalogue.exercise("hopes-and-fears"), "en")
    draft = draft_of(copy, "en")
    assert draft.zones == ("Hopes", "Worries")

    def ids(*names: str) -> dict[str, str]:
        made = drafted(copy, msgspec.structs.replace(draft, zones=names), "en")
        return msgspec.convert(made.words["en"].setup.get("zones", {}), dict[str, str])

    assert ids("Worries", "Hopes") == {"fears": "Worries", "hopes": "Hopes"}
    assert ids("Dreams", "Worries") == {"hopes": "Dreams", "fears": "Worries"}
    assert ids("Hopes", "Worries", "Doubts") == {
        "hopes": "Hopes", "fears": "Worries", "zone-1": "Doubts",
    }  # fmt: skip
    assert ids("Worries") == {"fears": "Worries"}
    assert len(ids("A", "A")) == 2
    with pytest.raises(Trouble, match="too-many-zones"):
        ids(*"ABCDEFG")
    with pytest.raises(Trouble, match="own-zones-missing"):
        checked_own(drafted(copy, msgspec.structs.replace(draft, zones=()), "en"))


def test_zones_that_mean_something_are_only_renamed(catalogue: Catalogue) -> None:
    """Of the rings one is the core; none can be added or taken away."""
    rings = next(one for one in catalogue.exercises if one.kind == "rings")
    copy = own_copy(rings, "en")
    draft = draft_of(copy, "en")
    with pytest.raises(Trouble, match="own-zones-fixed"):
        drafted(copy, msgspec.structs.replace(draft, zones=draft.zones[1:]), "en")
    names = tuple(f"{name}!" for name in draft.zones)
    made = drafted(copy, msgspec.structs.replace(draft, zones=names), "en")
    assert draft_of(made, "en").zones == names
    assert made.setup["zones"] == copy.setup["zones"]


def test_the_other_language_of_one_that_has_two_is_kept(library: Library) -> None:
    """As one that came in a file may have; a new step is told there as it was written here."""
    both = written()
    both = msgspec.structs.replace(
        both, words={**both.words, "en": written("The walk", "en").words["en"]}
    )
    draft = draft_of(both, "en")
    more = msgspec.structs.replace(
        draft, name="A walk", steps=(*draft.steps, StepDraft(title="Rest", minutes=5))
    )
    kept = add_own_exercise(library, drafted(both, more, "en"))
    assert kept.words["fr"].name == "La marche des lampes"
    assert kept.words["en"].name == "A walk"
    assert [one.title for one in kept.words["fr"].steps.values()][-1] == "Rest"


def test_a_block_is_kept_as_people_changed_it(library: Library, catalogue: Catalogue) -> None:
    _, workshop = planned(library, catalogue)
    block = add_exercise(library, catalogue, workshop, "hopes-and-fears")
    block = rename_block(library, workshop, block, "Hopes of the night shift")
    block = set_minutes(library, workshop, block, 25)
    kept = keep_block_as_own(library, catalogue, workshop, block, "en")
    assert kept.words["en"].name == "Hopes of the night shift"
    assert kept.minutes.usual == 25
    assert kept.minutes.short == 25
    origin = catalogue.exercise("hopes-and-fears")
    assert kept.words["en"].when == origin.in_language("en").when
    assert kept.stages == origin.stages
    (row,) = library.reader.rows(OwnExercise)
    assert row.copied_from == "hopes-and-fears"
    assert recipe_of(block).exercise == "hopes-and-fears"
    library.undo(scope_of(workshop))
    assert own_exercises(library.reader) == ()


def test_whatever_an_agenda_holds_can_be_kept_but_breaks(
    library: Library, catalogue: Catalogue
) -> None:
    _, workshop = planned(library, catalogue, agenda="launch-morning", minutes=600)
    add_own(library, workshop, "Word of the sponsor " + "and of many others " * 9, 10)
    add_break(library, workshop, 15)
    for interlude in catalogue.interludes:
        add_interlude(library, catalogue, workshop, interlude.id, None)
    made: list[Block] = []
    for block in blocks_of(library.reader, workshop.id):
        if may_be_kept(block):
            made.append(block)
            kept = keep_block_as_own(library, catalogue, workshop, block, "en")
            assert kept.kind == block.kind
            assert kept.words["en"].question
    assert len(own_exercises(library.reader)) == len(made) > 10
