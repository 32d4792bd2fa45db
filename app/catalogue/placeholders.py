"""The facts that letters and sheets may name in braces; ``docs/templates.md`` tells of each."""

import re
from collections.abc import Iterator

PLACEHOLDERS = (
    "community",
    "organization",
    "sentence",
    "purpose",
    "charter",
    "sponsor",
    "coordinator",
    "facilitator",
    "title",
    "date",
    "starts",
    "ends",
    "minutes",
    "place",
    "expected",
    "agenda",
    "question",
    "until",
    "next",
    "actions",
    "promises",
    "person",
    "since",
    "done",
    "held",
    "ways",
)

_NAMED = re.compile(r"\{([^{}]*)\}")


def placeholders_in(text: str) -> list[str]:
    """What a text names, in its order."""
    return _NAMED.findall(text)


def pieces_of(text: str) -> Iterator[tuple[str, bool]]:
    """A text in pieces, each with whether it is the name of a placeholder."""
    for at, piece in enumerate(_NAMED.split(text)):
        if piece:
            yield piece, at % 2 == 1
