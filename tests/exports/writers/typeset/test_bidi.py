"""The order of letters, beside python-bidi's own rendering of whole lines."""

import bidi
from hypothesis import given
from hypothesis import strategies as st

from exports.writers.typeset.bidi import levels, visual_order

_MIXED = st.text("ab אבג دهو 12٣ ().,-!\u0301\u05b8\u2067\u2069", max_size=24)
_STEERING = "\u2067\u2069"


def test_levels_of_a_sentence_with_both_directions() -> None:
    assert levels("abc אבג 12 (דה)") == (0, [0] * 4 + [1] * 4 + [2] * 2 + [1] * 5)
    assert levels("שלום (abc) 12.5") == (1, [1] * 6 + [2] * 3 + [1] * 2 + [2] * 4)


def test_an_empty_line_has_no_levels() -> None:
    assert levels("") == (0, [])
    assert visual_order([]) == []


def test_text_that_looks_like_a_report_is_not_taken_for_one() -> None:
    text = "א\n    levels: [ Level(\n 7, ) ]\n    paragraphs: [".replace("\n", "\u2067")
    assert len(levels(text)[1]) == len(text)
    assert levels(text)[1][0] == 1
    assert max(levels(text)[1]) < 12


@given(_MIXED)
def test_pieces_in_visual_order_read_as_python_bidi_shows_the_line(text: str) -> None:
    base, found = levels(text)
    # Blank room at a line's end takes the paragraph's own level (rule L1); a line never ends
    # with a sign that steers direction here.
    end = len(text.rstrip(" " + _STEERING))
    found[end:] = [base] * (len(text) - end)
    shown = "".join(text[place] for place in visual_order(found))
    expected = bidi.get_display(text, base_dir="R" if base else "L")
    assert isinstance(expected, str)
    for sign in _STEERING:
        shown, expected = shown.replace(sign, ""), expected.replace(sign, "")
    assert shown == expected


def test_the_order_of_levels_is_turned_from_the_highest_down() -> None:
    assert visual_order([0, 1, 1, 2, 2, 1, 0]) == [0, 5, 3, 4, 2, 1, 6]
    assert visual_order([1, 1, 1]) == [2, 1, 0]
    assert visual_order([2, 2]) == [0, 1]
