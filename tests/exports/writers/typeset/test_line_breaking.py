"""Lines: none too wide, nothing lost, no forgotten word at the end."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.writers.typeset.font_folder import FontFolder
from exports.writers.typeset.line_breaking import Line, break_lines, even_lines, place_runs, shorten
from exports.writers.typeset.typesetter import TextStyle, Typesetter

_BODY = TextStyle("serif", "regular", 12, 18)
_STRONG = TextStyle("serif", "semibold", 12, 18)
_WORDS = st.lists(
    st.text("abcdefghij", min_size=1, max_size=14)
    | st.sampled_from(["שלום", "سلام", "पुल", "橋は"]),
    min_size=1,
    max_size=60,
)


def _lines(fonts: FontFolder, text: str, width: float) -> list[Line]:
    setter = Typesetter(fonts)
    return break_lines(setter, setter.paragraph([(text, _BODY)]), width)


@given(_WORDS, st.floats(50, 400))
def test_no_line_is_too_wide_and_no_word_is_lost(
    fonts: FontFolder, words: list[str], width: float
) -> None:
    lines = _lines(fonts, " ".join(words), width)
    assert all(line.width <= width + 0.1 for line in lines)
    assert "".join(line.text for line in lines).replace(" ", "") == "".join(words)


def test_lines_are_filled(fonts: FontFolder) -> None:
    text = "many short words to fill the lines of a paragraph with " * 8
    lines = _lines(fonts, text.strip(), 200)
    assert min(line.width for line in lines[:-1]) > 130


def test_a_line_break_that_was_typed_is_kept(fonts: FontFolder) -> None:
    assert [line.text for line in _lines(fonts, "one\n\ntwo", 300)] == ["one", "", "two"]


@pytest.mark.parametrize("letter", ["W", "س", "न", "橋"])
def test_a_word_of_ten_thousand_letters_is_cut_where_lines_end(
    fonts: FontFolder, letter: str
) -> None:
    lines = _lines(fonts, letter * 10_000, 300)
    assert all(line.width <= 300.1 for line in lines)
    assert sum(len(line.text) for line in lines) >= 10_000
    assert min(line.width for line in lines[:-1]) > 270


def test_styles_within_a_word_do_not_break_it(fonts: FontFolder) -> None:
    setter = Typesetter(fonts)
    runs = [("a steady un", _BODY), ("break", _STRONG), ("able bond", _BODY)]
    for width in range(70, 120, 3):
        for line in break_lines(setter, setter.paragraph(runs), width):
            assert not line.text.endswith("un")
            assert not line.text.startswith("able")


def test_a_soft_hyphen_shows_only_where_a_line_ends(fonts: FontFolder) -> None:
    text = "in\u00adspec\u00adtion"
    assert _lines(fonts, text, 300)[0].width == pytest.approx(
        Typesetter(fonts).width("inspection", _BODY), abs=1
    )
    lines = _lines(fonts, text, 45)
    assert [line.text for line in lines] == ["in\u00adspec\u00ad-", "tion"]


def test_a_last_word_is_given_company(fonts: FontFolder) -> None:
    text = "We would rather hear about a crack early than read about the bridge in the news so"
    setter = Typesetter(fonts)
    whole = setter.width(text, _BODY)
    last = setter.width(" so", _BODY)
    lines = _lines(fonts, text, whole - last / 2)
    assert len(lines) == 2
    assert len(lines[1].text.split()) > 1


def test_the_lines_of_a_heading_are_even(fonts: FontFolder) -> None:
    setter = Typesetter(fonts)
    paragraph = setter.paragraph([("What gives energy and what takes energy away", _BODY)])
    lines = even_lines(setter, paragraph, 220)
    assert len(lines) == len(break_lines(setter, paragraph, 220)) == 2
    assert abs(lines[0].width - lines[1].width) < 50


@given(st.text("abc שלסا🙂", min_size=1), st.floats(20, 100))
def test_a_shortened_line_fits_and_says_so(fonts: FontFolder, text: str, width: float) -> None:
    setter = Typesetter(fonts)
    line = break_lines(setter, setter.paragraph([(text, _BODY)]), width)[0]
    short = shorten(setter, line, _BODY, width)
    assert short.width <= width + 0.1
    assert "…" in short.text


@given(_WORDS)
def test_runs_stand_side_by_side_within_their_line(fonts: FontFolder, words: list[str]) -> None:
    for line in _lines(fonts, " ".join(words), 200):
        places = sorted(
            (left, left + run.width * style.size / 1000)
            for left, style, run in place_runs(line, 50)
            if run.text.strip()
        )
        assert all(end <= start + 0.1 for (_, end), (start, _) in pairwise(places))
        if places:
            assert places[0][0] == pytest.approx(50, abs=0.1)
            assert places[-1][1] == pytest.approx(50 + line.width, abs=0.1)
