"""How many came over time in words: the picture's own, what stands for it, the figure on paper."""

from collections.abc import Sequence

from app.community.attendance_diagram import (
    FEWEST,
    AttendanceSaid,
    Counted,
    attendance_diagram,
    counted_gatherings,
)
from app.community.gatherings import GatheringLine
from app.words import Words
from exports.page import Figure, Table

WIDTH, SIZE = 500.0, 9.0
"""Points: how wide the figure is, and how large its words are."""


def attendance_said(words: Words) -> AttendanceSaid:
    """What is written in the picture."""
    return AttendanceSaid(
        people=words("attendance.people"), days=words("attendance.days"), day=words.day
    )


def attendance_alternative(words: Words, counted: Sequence[Counted]) -> str:
    """The picture in sentences: how many gatherings, from when to when, the fewest, the most, the
    latest; the table under it has them all."""
    numbers = [one.came for one in counted]
    return words(
        "attendance.alternative",
        n=len(counted),
        first=words.day(counted[0].day),
        last=words.day(counted[-1].day),
        least=min(numbers),
        most=max(numbers),
        latest=numbers[-1],
    )


def attendance_figures(words: Words, lines: Sequence[GatheringLine]) -> list[Figure]:
    """The picture for paper; none where there is nothing to compare."""
    counted = counted_gatherings(lines)
    if len(counted) < FEWEST:
        return []
    held = sum(one.gathering.state == "held" for one in lines)
    caption = words("attendance.caption")
    if held > len(counted):
        left = words("attendance.uncounted", n=held - len(counted))
        caption = f"{caption} {left}"
    diagram = attendance_diagram(counted, WIDTH, SIZE, attendance_said(words))
    return [Figure(diagram, attendance_alternative(words, counted), caption, Table((), ()))]
