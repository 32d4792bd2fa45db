"""The library finds words by other letters than those in which they are kept."""

import pytest

from app.folding import LETTERS
from app.library.journal import Scope
from app.library.library import Library
from app.library.rows import Person
from app.library.search import search
from tests.app.library.said_and_typed import FOUND
from tests.app.library.settings import add, person


def named(library: Library, name: str) -> Person:
    """Somebody of that name."""
    somebody = person(library, name)
    add(library, somebody)
    return somebody


@pytest.mark.parametrize(("said", "typed"), FOUND)
def test_in_the_library(library: Library, said: str, typed: str) -> None:
    """Also when the words were others at first; the excerpt is what was said."""
    somebody = named(library, "Somebody else")
    with library.change("person-edit", Scope()) as writer:
        writer.change(somebody, name=said)
    (found,) = search(library.reader, typed)
    assert (found.row, found.excerpt) == (somebody.id, said)
    with library.change("person-edit", Scope()) as writer:
        writer.change(writer.row(Person, somebody.id), name="Somebody else")
    assert search(library.reader, typed) == []


def test_letters_are_each_found_by_themselves_too(library: Library) -> None:
    for letter in LETTERS:
        somebody = named(library, f"x{letter}x")
        assert [one.row for one in search(library.reader, f"x{letter}x")] != []
        assert somebody.id in [one.row for one in search(library.reader, f"x{letter}x")]


def test_an_excerpt_is_around_what_was_found(library: Library) -> None:
    named(library, "word " * 40 + "au cœur du réseau" + " word" * 40)
    (found,) = search(library.reader, "coeur")
    assert found.excerpt == "…word word word au cœur du réseau word word word word word…"
