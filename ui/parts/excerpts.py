"""Long texts where there is room for their beginning only."""

from app.text_direction import self_contained
from app.typed_text import joined_lines

EXCERPT = 160
"""Characters of a text that a list shows; the form has the whole."""


def excerpt(text: str, most: int = EXCERPT) -> str:
    """The beginning of a text on one line, cut between words where it is long."""
    line = joined_lines(text)
    if len(line) <= most:
        return line
    return self_contained(f"{line[:most].rpartition(' ')[0] or line[:most]}…")
