"""Own exercises: copied, changed, undone; beside the catalogue's, and never instead of them."""

from contextlib import closing

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.catalogue.catalogue import Catalogue
from app.catalogue.exercise_entries import Minutes, People
from app.catalogue.own_exercise import (
    LenientExercise,
    LenientStep,
    LenientStepWords,
    LenientWords,
    decode_own,
    encode_own,
    is_own,
    own_copy,
)
from app.library.journal import Scope
from app.library.library import Library
from app.library.rows import Block, OwnExercise
from app.library.trouble import Trouble
from app.workshop.new_blocks import recipe_of
from app.workshop.own_check import checked_own
from app.workshop.own_exercises import (
    CatalogueWithOwn,
    add_own_exercise,
    change_own_exercise,
    own_exercises,
    remove_own_exercise,
    with_own,
)
from app.workshop.planning import add_exercise
from tests.app.library.settings import second
from tests.app.workshop.own import written
from tests.app.workshop.plans import planned

ANYTHING = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=40)


def renamed(exercise: LenientExercise, **fields: object) -> LenientExercise:
    """The same with other words in its one language."""
    ((code, words),) = exercise.words.items()
    return msgspec.structs.replace(exercise, words={code: msgspec.structs.replace(words, **fields)})


def test_every_exercise_can_be_copied_and_kept(library: Library, catalogue: Catalogue) -> None:
    """As it is, in either language; the catalogue's own stays beside it."""
    for place, exercise in enumerate(catalogue.exercises):
        language = ("en", "fr")[place % 2]
        kept = add_own_exercise(library, own_copy(exercise, language), exercise.id)
        assert is_own(kept.id)
        assert kept.in_language(language).name == exercise.in_language(language).name
        assert kept.in_language("en") is kept.in_language("fr")
        assert kept.setup == msgspec.to_builtins(exercise.setup)
    known = with_own(catalogue, library.reader)
    assert len(known.exercises) == 2 * len(catalogue.exercises)
    assert {one.id for one in catalogue.exercises} <= {one.id for one in known.exercises}
    for exercise in catalogue.exercises:
        assert known.exercise(exercise.id) == exercise


def test_what_was_changed_is_taken_back_and_done_again(library: Library) -> None:
    first = add_own_exercise(library, written())
    other = change_own_exercise(library, renamed(first, name="Ronde de nuit"))
    assert own_exercises(library.reader) == (other,)
    library.undo(Scope())
    assert own_exercises(library.reader) == (first,)
    library.redo(Scope())
    remove_own_exercise(library, first.id)
    assert own_exercises(library.reader) == ()
    with pytest.raises(Trouble, match="gone"):
        change_own_exercise(library, other)
    library.undo(Scope())
    assert own_exercises(library.reader) == (other,)


def test_saving_what_is_the_same_changes_nothing(library: Library) -> None:
    kept = add_own_exercise(library, written())
    change_own_exercise(library, kept)
    library.undo(Scope())
    assert own_exercises(library.reader) == ()


def test_a_workshop_keeps_what_it_copied(library: Library, catalogue: Catalogue) -> None:
    """Whatever becomes of the exercise; what is planned afterwards has it as it is then."""
    _, workshop = planned(library, catalogue)
    kept = add_own_exercise(library, written())
    known = CatalogueWithOwn(catalogue, library)
    assert known() is known()
    block = add_exercise(library, known(), workshop, kept.id)
    change_own_exercise(library, renamed(kept, question="Où allons-nous?"))
    later = add_exercise(library, known(), workshop, kept.id)
    remove_own_exercise(library, kept.id)
    assert known().find_exercise(kept.id) is None
    row = library.reader.row(Block, block.id)
    assert row == block
    for language in ("en", "fr"):
        assert recipe_of(row).in_language(language).question == "Où manque-t-il une lampe?"
        assert recipe_of(later).in_language(language).question == "Où allons-nous?"
    known.stop()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"name": " \u200b"}, "own-unnamed"),
        ({"question": ""}, "own-question-missing"),
        ({"question": "x" * 61}, "own-question-long"),
        ({"steps": {}}, "own-step-unnamed"),
        ({"listen": "x" * 10_000}, "too-long"),
    ],
)
def test_words_that_cannot_be_led_are_refused(
    library: Library, change: dict[str, object], code: str
) -> None:
    with pytest.raises(Trouble, match=code):
        add_own_exercise(library, renamed(written(), **change))
    assert library.reader.count(OwnExercise) == 0


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"steps": ()}, "own-steps-missing"),
        ({"steps": (LenientStep(id="walk"),)}, "own-step-minutes"),
        ({"minutes": Minutes(short=21, usual=20, long=30)}, "own-minutes"),
        ({"minutes": Minutes(short=10, usual=99, long=19)}, "own-minutes"),
        ({"people": People(least=9, most=8)}, "own-people"),
        ({"steps": (LenientStep(id="walk", minutes=1),) * 21}, "own-steps-many"),
    ],
)
def test_figures_that_do_not_add_up_are_refused(
    library: Library, change: dict[str, object], code: str
) -> None:
    with pytest.raises(Trouble, match=code):
        add_own_exercise(library, msgspec.structs.replace(written(), **change))


def test_the_usual_length_is_what_the_steps_take() -> None:
    other = msgspec.structs.replace(written(), minutes=Minutes(short=1, usual=1, long=600))
    assert checked_own(other).minutes.usual == 20


WORDS = st.fixed_dictionaries(
    {
        one: ANYTHING
        for one in LenientWords.__struct_fields__
        if isinstance(getattr(LenientWords(), one), str)
    }
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=WORDS, said=ANYTHING, more=ANYTHING)
def test_anything_typed_is_kept_as_it_reads_or_refused(
    library: Library, words: dict[str, str], said: str, more: str
) -> None:
    """What is kept is the same when it is kept again, and when it is read."""
    step = LenientStepWords(title=said, do=more, say=said)
    draft = msgspec.structs.replace(
        written(),
        steps=(LenientStep(id="one", minutes=20),),
        words={
            "fr": msgspec.structs.replace(
                LenientWords(steps={"one": step}, prepare=(said,)), **words
            )
        },
    )
    try:
        kept = add_own_exercise(library, draft)
    except Trouble:
        return
    assert own_exercises(library.reader)[0] == kept
    assert checked_own(kept) == kept
    assert decode_own(encode_own(kept)) == kept


@pytest.mark.parametrize(
    "damage",
    ["", "{", "null", "[]", "{}", '{"words": {"fr": {}}}', '{"steps": 3}', "\N{GRINNING FACE}"],
)
def test_a_damaged_row_stops_nothing(library: Library, catalogue: Catalogue, damage: str) -> None:
    """It is left out; the others are there."""
    kept = add_own_exercise(library, written("Entière"))
    lost = add_own_exercise(library, written("Abîmée"))
    with closing(second(library.path)) as other:
        other.execute(
            "UPDATE own_exercise SET exercise = ? WHERE id = ?",
            (damage, lost.id.removeprefix("own-")),
        )
    assert own_exercises(library.reader) == (kept,)
    assert with_own(catalogue, library.reader).find_exercise(lost.id) is None


def test_what_a_later_hearth_adds_is_passed_over() -> None:
    root = msgspec.json.decode(encode_own(written()))
    root["mood"] = "calm"
    root["steps"][0]["mood"] = root["words"]["fr"]["mood"] = "calm"
    assert decode_own(msgspec.json.encode(root)) == written()
