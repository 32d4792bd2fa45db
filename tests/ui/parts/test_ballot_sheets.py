"""Lines from paper: a digit a question, as people type and paste them."""

from collections.abc import Mapping

from ui.parts.ballot.scale_form import ScaleQuestion
from ui.parts.ballot.scale_sheets import read_digits
from ui.parts.ballot.sheets_dialog import Sheets, read_sheets


def read(text: str, items: str = "ab") -> Sheets:
    """What was typed about these items, a letter each."""
    questions = [ScaleQuestion("now", item, item, "", "") for item in items]
    return read_sheets(text, lambda line: read_digits(line, questions))


def people(text: str) -> list[Mapping[str, str]]:
    """What people gave, in lines that all fit."""
    found = read(text)
    assert not found.unfit
    return [dict(one["now"]) for one in found.people]


def test_a_line_that_does_not_fit_is_named() -> None:
    found = read("12\n3\n45x\n 5 0 ")
    assert found.unfit == (2, 3)
    assert [dict(one["now"]) for one in found.people] == [
        {"a": "1", "b": "2"},
        {"a": "5", "b": "unknown"},
    ]


def test_sheets_are_read_as_a_french_keyboard_types_them() -> None:
    assert read("'\"(é\nà&&’", "abcd") == read("4352\n0114", "abcd")


def test_sheets_may_be_pasted_as_a_list() -> None:
    for pasted in ("1. 12\n2. 50", "1)\t1 2\n2)\t5 0", "•\t12\n\uf0b7 50", "- 1,2\n- 5,0"):
        assert people(pasted) == [{"a": "1", "b": "2"}, {"a": "5", "b": "unknown"}]
