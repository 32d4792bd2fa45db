"""Own exercises go along with the community that uses them, and overwrite none that is here."""

from pathlib import Path

import msgspec
import pytest

from app.catalogue.catalogue import Catalogue
from app.catalogue.own_exercise import LenientExercise
from app.exchange.decode import decode
from app.exchange.importing import import_community
from app.library.journal import Scope
from app.library.library import Library
from app.library.library_check import check
from app.library.rows import Block, Community, Holding, OwnExercise
from app.workshop.new_blocks import recipe_of
from app.workshop.own_exercises import (
    add_own_exercise,
    change_own_exercise,
    own_exercises,
    remove_own_exercise,
    with_own,
)
from app.workshop.planning import add_exercise
from tests.app.community.village import new_library
from tests.app.exchange.whole import exported
from tests.app.workshop.own import written
from tests.app.workshop.plans import planned


class Sent:
    """A community whose workshop uses an own exercise, beside one that nobody uses."""

    def __init__(self, library: Library, catalogue: Catalogue) -> None:
        """Plan it, and write its file."""
        self.exercise = add_own_exercise(library, written(), "hopes-and-fears")
        add_own_exercise(library, written("Pour personne"))
        self.community, workshop = planned(library, catalogue)
        known = with_own(catalogue, library.reader)
        self.block = add_exercise(library, known, workshop, self.exercise.id)
        self.data = exported(library, self.community.id)


@pytest.fixture
def sender(tmp_path: Path) -> Library:
    """The library it is sent from."""
    folder = tmp_path / "sender"
    folder.mkdir()
    return new_library(folder)


def question(exercise: LenientExercise, said: str) -> LenientExercise:
    """The same with another question."""
    words = msgspec.structs.replace(exercise.words["fr"], question=said)
    return msgspec.structs.replace(exercise, words={"fr": words})


def test_what_is_used_goes_along_and_comes_back(
    sender: Library, empty: Library, catalogue: Catalogue
) -> None:
    """With where it came from; what no workshop uses stays. Without what is private too."""
    sent = Sent(sender, catalogue)
    import_community(empty, decode(sent.data))
    assert own_exercises(empty.reader) == (sent.exercise,)
    (row,) = empty.reader.rows(OwnExercise)
    assert (row.copied_from, row.came_with) == ("hopes-and-fears", "")
    assert exported(empty, sent.community.id) == sent.data
    open_file = decode(exported(sender, sent.community.id, private=False))
    assert len(open_file.rows(OwnExercise)) == 1
    assert check(empty.path).sound
    empty.undo(Scope())
    assert own_exercises(empty.reader) == ()
    sender.close()


def test_one_that_is_here_in_the_same_words_is_one(
    sender: Library, empty: Library, catalogue: Catalogue
) -> None:
    sent = Sent(sender, catalogue)
    import_community(empty, decode(sent.data))
    row = empty.reader.row(Community, sent.community.id)
    with empty.change("away", Scope()) as writer:
        for block in writer.rows(Block):
            writer.remove(block)
    again = Sent(sender, catalogue)
    assert again.exercise.id != sent.exercise.id
    other = decode(exported(sender, again.community.id))
    both = msgspec.structs.replace(
        other,
        tables={
            **other.tables,
            "own_exercise": (*other.rows(OwnExercise), *empty.reader.rows(OwnExercise)),
        },
    )
    import_community(empty, both)
    assert {one.id for one in own_exercises(empty.reader)} == {sent.exercise.id, again.exercise.id}
    assert row.id != again.community.id
    sender.close()


def test_one_that_is_here_otherwise_is_kept_beside_it(
    sender: Library, empty: Library, catalogue: Catalogue
) -> None:
    """Marked with the community it came with; its workshop goes on using the one that came."""
    sent = Sent(sender, catalogue)
    import_community(empty, decode(sent.data))
    here = change_own_exercise(empty, question(sent.exercise, "Qui veille ici?"))
    with empty.change("away", Scope()) as writer:
        for block in writer.rows(Block):
            writer.remove(block)
    # A second community that uses the same exercise.
    community, workshop = planned(sender, catalogue)
    known = with_own(catalogue, sender.reader)
    block = add_exercise(sender, known, workshop, sent.exercise.id)
    import_community(empty, decode(exported(sender, community.id)))
    mine, came = sorted(empty.reader.rows(OwnExercise), key=lambda one: one.came_with)
    assert came.came_with == community.name
    found = {one.id: one.words["fr"].question for one in own_exercises(empty.reader)}
    assert found == {here.id: "Qui veille ici?", f"own-{came.id}": "Où manque-t-il une lampe?"}
    assert mine.came_with == ""
    row = empty.reader.row(Block, block.id)
    assert row.exercise == recipe_of(row).exercise == f"own-{came.id}"
    assert check(empty.path).sound
    sender.close()


def test_a_block_may_name_one_that_is_gone(
    sender: Library, empty: Library, catalogue: Catalogue
) -> None:
    """It has all it needs, and says still where that came from."""
    sent = Sent(sender, catalogue)
    remove_own_exercise(sender, sent.exercise.id)
    data = exported(sender, sent.community.id)
    import_community(empty, decode(data))
    assert own_exercises(empty.reader) == ()
    assert empty.reader.row(Block, sent.block.id) == sent.block
    assert exported(empty, sent.community.id) == data
    sender.close()


def test_hours_by_the_week_become_a_months() -> None:
    """In a file of the format before."""
    file = decode(Path("tests/fixtures/community-v3.json").read_bytes())
    assert [one.hours for one in file.rows(Holding)] == [8]
