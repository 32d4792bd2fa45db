"""Walking among notes by keys, and the digits typed while dots are counted."""

import msgspec
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from ui.parts.notes.layout import Placement
from ui.parts.notes.model import DotsMode
from ui.parts.notes.note_actions import action_of


class Step(msgspec.Struct, frozen=True):
    """One step: ``across`` to the next item (1) or the one before (-1), or ``down`` (1) or up
    (-1); ``far`` goes on to the end."""

    across: int = 0
    down: int = 0
    far: bool = False


_STEPS = {
    Qt.Key.Key_Left: Step(across=-1),
    Qt.Key.Key_Right: Step(across=1),
    Qt.Key.Key_Up: Step(down=-1),
    Qt.Key.Key_Down: Step(down=1),
    Qt.Key.Key_Home: Step(across=-1, far=True),
    Qt.Key.Key_End: Step(across=1, far=True),
}


def step_of(event: QKeyEvent) -> Step | None:
    """The step of an arrow, Home or End; None for other keys and for those with Ctrl."""
    if event.modifiers() & ~(
        Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
    ):
        return None
    return _STEPS.get(Qt.Key(event.key()))


def digit_of(event: QKeyEvent) -> int | None:
    """The digit that was typed, if it was one."""
    text = event.text()
    return int(text) if len(text) == 1 and text.isdecimal() and text.isascii() else None


def claims_count(event: QEvent, dots: DotsMode) -> bool:
    """Whether a key counts ``dots`` now; if so it is claimed, as fields claim what is typed."""
    if dots != "counting" or not isinstance(event, QKeyEvent):
        return False
    counts = digit_of(event) is not None or action_of(event) in ("more", "fewer")
    event.setAccepted(counts)
    return counts


def row_after(placement: Placement, row: int, step: Step) -> int:
    """The row a step leads to from ``row``; the same row at an edge, -1 where there is no item.

    Across follows the order of the items, down and up what lies nearest.
    """
    last = placement.count - 1
    if last < 0:
        return -1
    if not 0 <= row <= last:
        return 0
    if step.across:
        to = row + step.across * (last if step.far else 1)
        return max(0, min(last, to))
    here, down = placement.rect(row), step.down > 0
    for rows in placement.beyond(row, down=down):
        rects = {at: placement.rect(at) for at in rows}
        there = {
            at: rect.center() - here.center()
            for at, rect in rects.items()
            if (rect.top() > here.bottom() if down else rect.bottom() < here.top())
        }
        if there:
            nearest = min(abs(way.y()) for way in there.values())
            # What is side by side is one line to the eye, also where heights differ a little.
            most = nearest + here.height() // 2
            line = [at for at, way in there.items() if abs(way.y()) <= most]
            return min(line, key=lambda at: (abs(there[at].x()), abs(there[at].y())))
    return row
