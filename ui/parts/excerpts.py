"""Long texts where there is room for their beginning only."""

from app.text_direction import self_contained

EXCERPT = 160
"""Characters of a text that a list shows; the form has the whole."""


def excerpt(text: str, most: int = EXCERPT) -> str:
    """The beginning of a text on one line, cut between words where it is long."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    return self_contained(f"{line[:most].rpartition(' ')[0] or line[:most]}…")
