"""The order of letters, beside python-bidi's own rendering of whole lines."""

import unicodedata

import bidi
import pytest
from bidi.mirror import MIRRORED
from hypothesis import given
from hypothesis import strategies as st

from exports.writers.typeset.bidi import paragraph_levels, visual_order

_SIGNS = "ab אבג דهو 12٣ ().,-!+%[]\u0301\u05b8"
_STEERING = "\u2066\u2067\u2068\u2069\u202a\u202b\u202c\u202d\u202e\u200e\u200f\u00ad"

_MARKS = "\u200e\u200f"


def characters(text: str) -> list[int]:
    """The level of each character of a paragraph."""
    return list(paragraph_levels(text).characters)


def test_levels_of_a_sentence_with_both_directions() -> None:
    assert characters("abc אבג 12 (דה)") == [0] * 4 + [1] * 4 + [2] * 2 + [1] * 5
    assert characters("שלום (abc) 12.5") == [1] * 6 + [2] * 3 + [1] * 2 + [2] * 4
    assert paragraph_levels("abc אבג").base == 0
    assert paragraph_levels("אבג abc").base == 1


def test_an_empty_line_has_no_levels() -> None:
    assert characters("") == []
    assert visual_order([]) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a \u2067b א\u2069 c", [0, 0, 0, 2, 1, 1, 0, 0, 0]),
        ("a\u2068א\u2069b", [0, 0, 1, 0, 0]),
        ("a\u202eb\u202cc", [0, 0, 1, 1, 0]),
        ("א 12% ב", [1, 1, 2, 2, 2, 1, 1]),
        ("\u0627 12%", [1, 1, 2, 2, 1]),
    ],
)
def test_what_is_kept_apart_overridden_or_a_number(text: str, expected: list[int]) -> None:
    assert characters(text) == expected


def test_signs_without_end_stop_at_the_deepest_level() -> None:
    closed = "\u202c" * 500 + "\u2069" * 500
    for sign in "\u202b\u2067":
        deep = characters("a" + sign * 500 + "b")
        assert max(deep) <= 126
        assert characters(f"a{sign * 500}b{closed}c")[-1] == 0


def test_both_brackets_of_a_pair_have_one_direction() -> None:
    """Each bracket that closes goes with the one that opened it, not with what stands beside it."""
    for opening, closing in MIRRORED.items():
        if unicodedata.category(opening) == "Ps" and unicodedata.category(closing) == "Pe":
            assert characters(f"a {opening}b אב{closing} 1")[7] == 0
            assert characters(f"a {opening}b אב{opening} 1")[7] == 1


@given(st.text(_SIGNS + _STEERING, max_size=24))
def test_pieces_in_visual_order_read_as_python_bidi_shows_the_line(text: str) -> None:
    levels = paragraph_levels(text)
    found = list(levels.characters)
    # Blank room at a line's end takes the paragraph's own level (rule L1), with what isolates and
    # what is removed in it; marks of direction are strong, as letters are, and are no blank room.
    # Where nothing runs from the right, python-bidi leaves the line as it is, blank room included.
    if any(level % 2 for level in found):
        end = len(text.rstrip(" " + _STEERING.translate(dict.fromkeys(map(ord, _MARKS)))))
        found[end:] = [levels.base] * (len(text) - end)
    shown = "".join(text[place] for place in visual_order(found))
    expected = bidi.get_display(text, base_dir="R" if levels.base else "L")
    assert isinstance(expected, str)
    for sign in _STEERING:
        shown, expected = shown.replace(sign, ""), expected.replace(sign, "")
    assert shown == expected


def test_the_order_of_levels_is_turned_from_the_highest_down() -> None:
    assert visual_order([0, 1, 1, 2, 2, 1, 0]) == [0, 5, 3, 4, 2, 1, 6]
    assert visual_order([1, 1, 1]) == [2, 1, 0]
    assert visual_order([2, 2]) == [0, 1]
