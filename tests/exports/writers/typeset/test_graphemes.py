"""Where words may be cut, and which signs belong together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.writers.typeset import graphemes


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("bridge", ["bridge"]),
        ("follow-up", ["follow-", "up"]),
        ("and/or", ["and/", "or"]),
        ("-5", ["-5"]),
        ("2026-01-15", ["2026-01-15"]),
        ("stop—then", ["stop—", "then"]),
        ("soft\u00adhyphen", ["soft\u00ad", "hyphen"]),
        ("橋は、語る。", ["橋", "は、", "語", "る。"]),
        ("「橋」と", ["「橋」", "と"]),
        ("👩‍🔧👍🏽", ["👩‍🔧", "👍🏽"]),
        ("", [""]),
    ],
)
def test_a_word_is_cut_where_a_line_may_end(word: str, pieces: list[str]) -> None:
    assert graphemes.break_word(word) == pieces


@given(st.text())
def test_cutting_loses_nothing(text: str) -> None:
    assert "".join(graphemes.break_word(text)) == text
    assert "".join(graphemes.graphemes(text)) == text


def test_signs_that_belong_together_stay_together() -> None:
    assert graphemes.graphemes("e\u0301x") == ["e\u0301", "x"]
    assert graphemes.graphemes("👩‍🔧👍🏽") == ["👩‍🔧", "👍🏽"]
    assert graphemes.graphemes("🇨🇦🇫🇷") == ["🇨🇦", "🇫🇷"]
    assert graphemes.graphemes("1️⃣2") == ["1️⃣", "2"]
    assert graphemes.graphemes("क्षि") == ["क्", "षि"]


def test_the_forms_of_ideographs_follow_the_letters_around_them() -> None:
    assert graphemes.east_asian_language("この橋") == "ja"
    assert graphemes.east_asian_language("다리 橋") == "ko"
    assert graphemes.east_asian_language("桥") == "zh-Hans"
    assert graphemes.east_asian_language("bridge") == ""
