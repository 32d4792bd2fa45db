"""Marks before pasted lines, as Word, PDF readers and web pages leave them."""

import pytest

from app.line_marks import without_marks
from app.typed_text import lines_of

WORD = "•\tWalk the line\no\tWith somebody from the field\no\tWith somebody new\n§\tNo slides."


@pytest.mark.parametrize(
    ("pasted", "lines"),
    [
        (
            WORD,
            ["Walk the line", "With somebody from the field", "With somebody new", "No slides."],
        ),
        ("\uf0b7 One\n\uf0a7\tTwo\n\uf0d8Three\n\ue000 Four", ["One", "Two", "Three", "Four"]),
        ("· un\n·deux\n● trois\n➢ quatre\n✓ cinq", ["un", "deux", "trois", "quatre", "cinq"]),
        ("• One\no Two\n§ Three\n§ 12 of the act", ["One", "Two", "Three", "§ 12 of the act"]),
        ("o One\no Two", ["One", "Two"]),
        ("ü\tOne\nØ\tTwo\nq\tThree", ["One", "Two", "Three"]),
        ("- [ ] One\n- [x] Two\n☐ Three", ["One", "Two", "Three"]),
        ("1. One\na. Two\nb. Three\n2. Four", ["One", "Two", "Three", "Four"]),
        ("1.\tOne\n1.\tTwo", ["One", "Two"]),
        ("(1) One\n(2) Two", ["One", "Two"]),
        ("1.1 One\n1.2 Two", ["One", "Two"]),
        ("i. One\nii. Two\niii. Three", ["One", "Two", "Three"]),
        ("Agenda:\n1. One\n2. Two", ["Agenda:", "One", "Two"]),
        ("4. Four\n5. Five", ["Four", "Five"]),
        # What is said, and only looks like a mark.
        ("A. Roy\nB. Lind", ["A. Roy", "B. Lind"]),
        ("1.5 h of talk\n2.5 h of walk", ["1.5 h of talk", "2.5 h of walk"]),
        ("+ de temps\n- de bruit", ["+ de temps", "de bruit"]),
        ("o canada", ["o canada"]),
        ("2026. One\n2027. Two", ["2026. One", "2027. Two"]),
        ("5 people\n3 places", ["5 people", "3 places"]),
        ("a) one", ["a) one"]),
    ],
)
def test_marks_go_and_what_was_said_stays(pasted: str, lines: list[str]) -> None:
    assert lines_of(pasted) == lines


def test_every_line_keeps_its_place() -> None:
    assert without_marks(["• a", "", "  - b"]) == ["a", "", "b"]


def test_before_a_name_a_number_is_a_mark() -> None:
    assert without_marks(["12. Maude Tremblay"], named=True) == ["Maude Tremblay"]
    assert without_marks(["12. Maude Tremblay"]) == ["12. Maude Tremblay"]
