"""Where words may be cut, and which signs belong together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.writers.typeset import tokens


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
    assert tokens.pieces(word) == pieces


@given(st.text())
def test_cutting_loses_nothing(text: str) -> None:
    assert "".join(tokens.pieces(text)) == text
    assert "".join(tokens.clusters(text)) == text


def test_signs_that_belong_together_stay_together() -> None:
    assert tokens.clusters("e\u0301x") == ["e\u0301", "x"]
    assert tokens.clusters("👩‍🔧👍🏽") == ["👩‍🔧", "👍🏽"]
    assert tokens.clusters("🇨🇦🇫🇷") == ["🇨🇦", "🇫🇷"]
    assert tokens.clusters("1️⃣2") == ["1️⃣", "2"]
    assert tokens.clusters("क्षि") == ["क्", "षि"]


def test_the_forms_of_ideographs_follow_the_letters_around_them() -> None:
    assert tokens.east_asian_language("この橋") == "ja"
    assert tokens.east_asian_language("다리 橋") == "ko"
    assert tokens.east_asian_language("桥") == "zh-Hans"
    assert tokens.east_asian_language("bridge") == ""
