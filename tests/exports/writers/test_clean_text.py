"""Text made fit for a page: nothing a person can see is lost."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from exports.writers.clean_text import by_direction, clean, count_controls, one_line


def test_line_breaks_of_every_origin_are_one() -> None:
    assert clean("a\r\nb\rc\vd\u2028e\u2029f\x85g") == "a\nb\nc\nd\ne\nf\ng"


def test_controls_go_and_tabs_stay() -> None:
    assert clean("a\x00b\x1b[31m\tc\x7f") == "ab[31m\tc"
    assert count_controls("a\x00b\x1b[31m\tc\x7f\n") == 3


def test_what_is_no_character_leaves_its_place() -> None:
    assert clean("a\ud800b\uffffc") == "a\ufffdb\ufffdc"


def test_what_turns_the_direction_turns_nothing_after_the_text() -> None:
    """Older libraries, and files from elsewhere, hold names with such signs left open."""
    assert clean("Ana\u202e") + " came" == "Ana\u202e\u202c came"
    assert one_line("\u2067Ana") == "\u2067Ana\u2069"
    assert clean("Ana\u2069") == "Ana"


def test_a_heading_stays_on_one_line() -> None:
    assert one_line("  What we\n\n take\tcare of ") == "What we take care of"
    assert one_line("à 9\u00a0h\u00a005\u202f:  oui") == "à 9\u00a0h\u00a005\u202f: oui"


@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    once.encode()


def test_pieces_by_direction() -> None:
    assert by_direction("Bonjour שלום לכם, Maude", False) == [
        ("Bonjour ", False),
        ("שלום לכם", True),
        (", Maude", False),
    ]
    assert by_direction("שלום Maude!", True) == [("שלום ", True), ("Maude", False), ("!", True)]
    assert by_direction("12 : 30", False) == [("12 : 30", False)]
    assert by_direction("", True) == []


@given(st.text(), st.booleans())
def test_pieces_join_to_the_text_and_alternate(text: str, from_right: bool) -> None:
    pieces = by_direction(text, from_right)
    assert "".join(piece for piece, _ in pieces) == text
    assert all(one[1] is not other[1] for one, other in itertools.pairwise(pieces))
