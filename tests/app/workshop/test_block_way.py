"""In which way a block is held."""

import pytest

from app.catalogue.catalogue import Catalogue
from app.library.library import Library
from app.workshop.block_way import set_way
from app.workshop.planning import add_exercise, recipe_of, remove_block, scope_of
from tests.app.community.village import refusal
from tests.app.workshop.desk import Desk, make_desk
from tests.app.workshop.plans import everything


@pytest.fixture
def desk(library: Library, catalogue: Catalogue) -> Desk:
    """An empty workshop."""
    return make_desk(library, catalogue)


def test_its_steps_say_what_is_done_in_that_way(desk: Desk) -> None:
    """Those that the way names; the others, and what is said aloud, stay."""
    block = add_exercise(desk.library, desk.catalogue, desk.workshop, "hopes-and-fears")
    written = recipe_of(block)
    thin = recipe_of(set_way(desk.library, desk.workshop, block, "distrust"))
    instead = written.in_language("en").ways["distrust"]
    for before, after in zip(written.steps_in("en"), thin.steps_in("en"), strict=True):
        assert after.do == instead.get(after.id, before.do)
        assert after.say == before.say
        assert after.minutes == before.minutes


def test_it_is_one_change_that_is_undone_whole(desk: Desk) -> None:
    """And as written is a way like any other."""
    block = add_exercise(desk.library, desk.catalogue, desk.workshop, "hopes-and-fears")
    before = everything(desk.library)
    online = set_way(desk.library, desk.workshop, block, "online")
    assert recipe_of(set_way(desk.library, desk.workshop, online, "")) == recipe_of(block)
    for _ in range(2):
        assert desk.library.undo(scope_of(desk.workshop)).label == "block-way"
    assert everything(desk.library) == before


def test_a_block_that_is_gone_is_refused(desk: Desk) -> None:
    """In the same words as elsewhere."""
    block = add_exercise(desk.library, desk.catalogue, desk.workshop, "hopes-and-fears")
    remove_block(desk.library, desk.workshop, block)
    assert refusal(lambda: set_way(desk.library, desk.workshop, block, "online")) == "gone"
