"""What is kept aside: nothing is written over unseen, and nothing is too odd to be kept."""

import pytest

from app.library.drafts import drafts_at, drop_draft, keep_draft, places_with_drafts
from app.library.journal import Scope
from app.library.library import Library

PLACE = "clause:1"


def texts(library: Library, place: str = PLACE) -> list[str]:
    """What is kept aside in a place."""
    return [draft.text for draft in drafts_at(library.reader, place)]


def test_a_text_that_goes_on_takes_the_place_of_itself(library: Library) -> None:
    key = keep_draft(library, Scope(), PLACE, "half")
    assert keep_draft(library, Scope(), PLACE, "half a word", known=key) == key
    assert texts(library) == ["half a word"]
    drop_draft(library, Scope(), key)
    drop_draft(library, Scope(), key)
    assert texts(library) == []


def test_a_text_that_was_not_shown_stays_beside_it(library: Library) -> None:
    first = keep_draft(library, Scope(), PLACE, "from the desk")
    second = keep_draft(library, Scope(), PLACE, "from the room")
    third = keep_draft(library, Scope(), PLACE, "from the desk again")
    assert texts(library) == ["from the desk", "from the room", "from the desk again"]
    assert len({first, second, third}) == 3
    drop_draft(library, Scope(), second)
    assert keep_draft(library, Scope(), PLACE, "once more") not in (first, third)
    assert texts(library) == ["from the desk", "from the desk again", "once more"]


def test_the_same_text_is_kept_once(library: Library) -> None:
    assert keep_draft(library, Scope(), PLACE, "it") == keep_draft(library, Scope(), PLACE, "it")
    assert texts(library) == ["it"]


def test_places_are_not_taken_for_one_another(library: Library) -> None:
    keep_draft(library, Scope(), "clause:1", "one")
    keep_draft(library, Scope(), "clause:12", "twelve")
    keep_draft(library, Scope(), "clause:12", "twelve again")
    assert texts(library, "clause:1") == ["one"]
    assert places_with_drafts(library.reader) == {"clause:1", "clause:12"}


@pytest.mark.parametrize(
    ("typed", "kept"), [("a\0b", "a\N{SYMBOL FOR NULL}b"), ("a\ud83db", "a\ufffdb")]
)
def test_what_the_file_cannot_hold_has_a_sign_in_its_place(
    library: Library, typed: str, kept: str
) -> None:
    keep_draft(library, Scope(), PLACE, typed)
    assert texts(library) == [kept]
