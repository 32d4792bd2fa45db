"""Text as people type or paste it."""

from collections.abc import Callable

import pytest

from app.library.trouble import Trouble
from app.typed_text import (
    LONGEST_NAME,
    email_address,
    lines_of,
    name_line,
    one_line,
    required_line,
    required_name,
    several_lines,
)
from tests.app.community.village import refusal


def test_a_line_is_one_line() -> None:
    """White space of any sort is one space, but for one that holds two words together."""
    assert required_line("  a\t b\u00a0\n c ") == "a b c"
    assert required_line("de 13\u00a0h\t à\u00a0 14\u202fh\u00a0") == "de 13\u00a0h à 14\u202fh"
    assert required_line("é" * 2000) == "é" * 2000
    with pytest.raises(Trouble) as met:
        required_line("é" * 2001)
    assert (met.value.code, met.value.facts) == ("too-long", {"longest": 2000, "length": 2001})
    assert refusal(lambda: required_line(" \n\u2028 ")) == "empty"
    assert refusal(lambda: required_line("\u200b\u200e")) == "empty"


@pytest.mark.parametrize("kept", [one_line, name_line, several_lines, required_line, email_address])
def test_what_no_library_keeps_is_refused(kept: Callable[[str], str]) -> None:
    """Wherever it is written to: also inside of JSON, where nothing else would refuse it."""
    assert refusal(lambda: kept("a@b\0")) == "nul-character"
    assert refusal(lambda: kept("\udc00a@b")) == "broken-character"


def test_a_line_may_be_empty_and_is_bounded() -> None:
    """A place nobody wrote down is no place."""
    assert one_line("  ") == ""
    assert one_line(" Room \n B ") == "Room B"
    assert refusal(lambda: one_line("x" * (LONGEST_NAME + 1), LONGEST_NAME)) == "too-long"


def test_what_turns_the_direction_turns_no_more_than_its_line() -> None:
    """A line closes what it opens; of a name nothing stays that is not seen."""
    assert one_line("Ana\u202e") == "Ana\u202e\u202c"
    assert one_line("Ana\u2069") == "Ana"
    assert several_lines("\u2067a\nb") == "\u2067a\u2069\nb"
    assert required_name("\u202eAna\u200b Ro\u00ady\ufeff\u2069") == "Ana Roy"
    assert name_line("\u202e") == ""
    assert refusal(lambda: required_name("\u202e\u200b")) == "name-missing"
    assert required_name("می\u200cخواهم 👩\u200d🌾") == "می\u200cخواهم 👩\u200d🌾"
    assert required_name("Une «\u00a0communauté\u00a0»") == "Une «\u00a0communauté\u00a0»"


@pytest.mark.parametrize(
    "typed",
    [
        "mailto:ana@example.org",
        "<ana@example.org>",
        " ana@\u200bexample.org\u202c ",
        "MAILTO:ana@example.org?subject=Hello",
        "\u2066ana@example.org\u2069",
    ],
)
def test_an_address_is_kept_without_what_copying_brought_along(typed: str) -> None:
    assert email_address(typed) == "ana@example.org"


def test_a_text_keeps_its_lines() -> None:
    """One kind of line end; no spaces at the ends of lines."""
    assert several_lines("\r\n a  \r b\n\n c \u2028d\n") == "a\n b\n\n c\nd"
    assert several_lines("") == ""
    assert refusal(lambda: several_lines("x" * 9001)) == "too-long"


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
