"""Positions as they are typed from a reply: a digit for the whole, then one for each section."""

from collections.abc import Sequence

import msgspec

from app.charter.asked_sections import AskedSection
from app.workshop.rounds import STANCES

NONE_GIVEN = "0"
"""What is typed where somebody gave no position to a section."""


class TypedPositions(msgspec.Struct, frozen=True):
    """A position to the whole, and positions by section (as clauses name it)."""

    whole: str
    sections: dict[str, str]


def read_positions(text: str, sections: Sequence[AskedSection]) -> TypedPositions | None:
    """What digits say: the whole first, from 1 to 5, then the sections in their order.

    Spaces stand where one likes; sections at the end may be left out. None where it does not fit.
    """
    digits = "".join(text.split())
    if not digits or len(digits) > 1 + len(sections) or not digits.isascii():
        return None
    known = {str(at): stance for at, stance in enumerate(STANCES, start=1)}
    whole, rest = known.get(digits[0]), digits[1:]
    if whole is None or any(one not in known and one != NONE_GIVEN for one in rest):
        return None
    pairs = zip(sections, rest, strict=False)
    return TypedPositions(whole, {one.id: known[at] for one, at in pairs if at != NONE_GIVEN})
