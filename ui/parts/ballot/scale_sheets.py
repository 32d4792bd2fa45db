"""A line from paper for questions on a scale: a digit a question, in their order."""

from collections.abc import Sequence

from app.words import Words
from app.workshop.ballots import Given
from app.workshop.scale_diagram import SCALE
from app.workshop.spread import UNKNOWN
from ui.parts.ballot.scale_form import ScaleQuestion
from ui.parts.ballot.sheets_dialog import SheetRule


def scale_rule(words: Words, questions: Sequence[ScaleQuestion]) -> SheetRule:
    """1 to 5, and 0 for "I don't know"; spaces and commas between digits do not matter."""
    number = len(questions)
    return SheetRule(
        lambda line: read_digits(line, questions),
        words("ballot.sheets-how", n=number),
        lambda line: words("ballot.sheets-unfit", line=line, n=number),
    )


def read_digits(line: str, questions: Sequence[ScaleQuestion]) -> Given | None:
    """What a line of digits gives; None where it is not a digit for each question."""
    digits = "".join(line.replace(",", " ").replace(";", " ").split())
    if len(digits) != len(questions) or not set(digits) <= {*SCALE, "0"}:
        return None
    found: dict[str, dict[str, str]] = {}
    for one, digit in zip(questions, digits, strict=True):
        found.setdefault(one.form, {})[one.item] = UNKNOWN if digit == "0" else digit
    return found
