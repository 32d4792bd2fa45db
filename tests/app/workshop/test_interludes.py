"""What stands between exercises, in both languages, fixed or not; and what may be left out."""

import pytest

from app.catalogue.catalogue import Catalogue
from app.library.library import Library
from app.library.trouble import Trouble
from app.resources import resources_folder
from app.words_files import load_words
from app.workshop.agenda import BREAK
from app.workshop.interludes import add_interlude, is_optional, set_optional, usual_minutes
from app.workshop.planning import add_own, rename_block, scope_of, set_languages
from app.workshop.titles import block_name, title_in
from tests.app.workshop.made_agendas import MADE, in_two_parts, with_agendas
from tests.app.workshop.plans import planned
from tests.app.workshop.room import Room


@pytest.fixture
def room(library: Library, catalogue: Catalogue) -> Room:
    """A welcome, an exercise in two parts with lunch at noon between, something optional."""
    made = with_agendas(catalogue, in_two_parts(catalogue, "hopes-and-fears"))
    return Room(library, planned(library, made, agenda=MADE, minutes=400)[1])


def test_an_agenda_brings_its_interludes_and_fixed_starts(room: Room) -> None:
    """A lunch is a break that is called lunch, at its hour."""
    welcome, _, lunch, _, last = room.blocks()
    assert (welcome.exercise, welcome.audience, welcome.minutes) == (None, "community", 10)
    assert (lunch.exercise, lunch.starts, lunch.minutes) == (BREAK, 12 * 60, 45)
    assert [is_optional(one) for one in room.blocks()] == [False, False, False, False, True]
    assert last.exercise == "first-ninety-days"


def test_a_lunch_is_called_lunch_in_both_languages(
    library: Library, catalogue: Catalogue, room: Room
) -> None:
    """Also where French is added later; a name of one's own stays."""
    changed = set_languages(library, catalogue, room.workshop, ("en", "fr"))
    lunch = next(one for one in room.blocks() if one.exercise == BREAK)
    interlude = catalogue.find_interlude("lunch")
    assert interlude is not None
    for code in ("en", "fr"):
        assert title_in(lunch, code) == interlude.in_language(code).title
    rename_block(library, changed, lunch, "Soup")
    set_languages(library, catalogue, changed, ("fr",))
    assert title_in(room.library.reader.row(type(lunch), lunch.id), "fr") == "Soup"


def test_the_second_part_says_that_it_goes_on(room: Room) -> None:
    """In the language of whoever reads."""
    words = load_words(resources_folder(), "fr")
    _, first, lunch, second, _ = room.blocks()
    assert block_name(words, second) == f"{block_name(words, first)} (suite)"
    assert block_name(words, lunch)


def test_any_interlude_is_added_in_one_change(
    library: Library, catalogue: Catalogue, room: Room
) -> None:
    """As long as agendas usually have it; taken back in one step."""
    before = room.blocks()
    for one in catalogue.interludes:
        made = add_interlude(library, catalogue, room.workshop, one.id)
        assert made.minutes == usual_minutes(catalogue, one.id)
        assert (made.exercise == BREAK) == one.pause
        library.undo(scope_of(room.workshop))
        assert room.blocks() == before
    with pytest.raises(Trouble, match="gone"):
        add_interlude(library, catalogue, room.workshop, "no-such-interlude")


def test_any_block_may_be_said_to_be_optional(library: Library, room: Room) -> None:
    """One's own too, which is still renamed as one's own."""
    own = add_own(library, room.workshop, "Songs", 10)
    set_optional(library, room.workshop, own, optional=True)
    renamed = rename_block(library, room.workshop, own, "Two songs")
    assert is_optional(renamed)
    assert title_in(renamed, "fr") == "Two songs"
    library.undo(scope_of(room.workshop))
    library.undo(scope_of(room.workshop))
    assert not is_optional(room.blocks()[-1])
