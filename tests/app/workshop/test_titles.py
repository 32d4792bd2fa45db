"""What a block is called, in whichever language it is told."""

from app.catalogue.catalogue import Catalogue
from app.library.library import Library
from app.workshop.titles import prompt_language, title_in
from tests.app.workshop.plans import WHOLE_DAY, planned
from tests.app.workshop.room import Room


def test_a_title_is_told_in_a_language_unless_people_renamed_it(
    library: Library, catalogue: Catalogue
) -> None:
    """An exercise's own name in each; a name of people's own in all."""
    _, workshop = planned(library, catalogue, agenda=WHOLE_DAY, languages=("en", "fr"))
    room = Room(library, workshop)
    block = room.block("hopes-and-fears")
    exercise = catalogue.exercise("hopes-and-fears")
    assert title_in(block, "en") == exercise.words["en"].name
    assert title_in(block, "fr") == exercise.words["fr"].name
    assert title_in(block, "en") != title_in(block, "fr")
    with library.change("test") as writer:
        renamed = writer.change(block, title="What we dream of")
        bare = writer.change(block, title="Bare", recipe="{}")
    assert title_in(renamed, "fr") == "What we dream of"
    assert title_in(bare, "fr") == "Bare"


def test_a_facilitator_is_told_in_their_own_language_where_it_is_spoken(
    library: Library, catalogue: Catalogue
) -> None:
    """Otherwise in the workshop's first."""
    _, both = planned(library, catalogue, languages=("fr", "en"))
    assert prompt_language(both, "en") == "en"
    _, french = planned(library, catalogue, languages=("fr",))
    assert prompt_language(french, "en") == "fr"
