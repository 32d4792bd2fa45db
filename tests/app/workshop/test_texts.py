"""Text as people type or paste it."""

import pytest

from app.library.trouble import Trouble
from app.workshop.texts import LONGEST_NAME, clean_line, clean_name, clean_text, lines_of
from tests.app.community.village import refusal


def test_a_line_is_one_line() -> None:
    """White space of any sort is one space."""
    assert clean_line("  a\t b\u00a0\n c ") == "a b c"
    assert clean_line("é" * 2000) == "é" * 2000
    with pytest.raises(Trouble) as met:
        clean_line("é" * 2001)
    assert (met.value.code, met.value.facts) == ("too-long", {"longest": 2000, "length": 2001})
    assert refusal(lambda: clean_line(" \n\u2028 ")) == "empty"


def test_a_name_may_be_empty_and_is_bounded() -> None:
    """A place nobody wrote down is no place."""
    assert clean_name("  ") == ""
    assert clean_name(" Room \n B ") == "Room B"
    assert refusal(lambda: clean_name("x" * (LONGEST_NAME + 1))) == "too-long"


def test_a_text_keeps_its_lines() -> None:
    """One kind of line end; no spaces at the ends of lines."""
    assert clean_text("\r\n a  \r b\n\n c \u2028d\n") == "a\n b\n\n c\nd"
    assert clean_text("") == ""
    assert refusal(lambda: clean_text("x" * 9001)) == "too-long"


@pytest.mark.parametrize(
    ("pasted", "lines"),
    [
        ("• One\n- Two\n\n — Three\n* \n", ["One", "Two", "Three"]),
        ("•One\n▪\tTwo", ["One", "Two"]),
        ("1. One\n2) Two\n 10. Ten", ["One", "Two", "Ten"]),
        ("1. One\nTwo", ["1. One", "Two"]),
        ("3. Name someone", ["3. Name someone"]),
        ("-5 degrees\n-- and then\n*bold*", ["-5 degrees", "and then", "*bold*"]),
        ("2026 was good\n12 people came", ["2026 was good", "12 people came"]),
        ("", []),
        ("–\n-", []),
    ],
)
def test_pasted_lines_lose_what_only_marked_them(pasted: str, lines: list[str]) -> None:
    """Bullets, and the numbers of a numbered list; never a part of what was said."""
    assert lines_of(pasted) == lines
