"""The order of letters on a line where some scripts run from the right (Unicode Annex 9).

The embedding levels come from python-bidi, which gives them in its report of the work; lines are
broken first, and each line is put in order by the levels of its pieces.
"""

import re
from collections.abc import Sequence

from app.direction import runs_from_right

_LEVEL = re.compile(r"Level\(\s*(\d+),?\s*\)")


def levels(text: str) -> tuple[int, list[int]]:
    """The paragraph's own level (1: it runs from the right) and the level of each character.

    ``text`` is one paragraph without line breaks.
    """
    import bidi

    if not text:
        return 0, []
    base = int(runs_from_right(text))
    report = str(bidi.get_display(text, base_dir="R" if base else "L", debug=True))
    # The text stands in the report with its own line breaks escaped: this line is the report's.
    listed = report.rpartition("\n    levels: [")[2].partition("\n    paragraphs: [")[0]
    by_byte = [int(level) for level in _LEVEL.findall(listed)]
    found: list[int] = []
    at = 0
    for character in text:
        found.append(by_byte[at])
        at += len(character.encode())
    return base, found


def visual_order(line: Sequence[int]) -> list[int]:
    """The places of a line's pieces from left to right, given the level of each (rule L2)."""
    order = list(range(len(line)))
    if not order:
        return order
    lowest_odd = min((level for level in line if level % 2), default=None)
    if lowest_odd is None:
        return order
    for level in range(max(line), lowest_odd - 1, -1):
        start = 0
        while start < len(order):
            if line[order[start]] < level:
                start += 1
                continue
            end = start
            while end < len(order) and line[order[end]] >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = end
    return order
