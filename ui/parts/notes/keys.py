"""What keys do to notes: acts as data, and where an arrow leads."""

from collections.abc import Sequence
from typing import Literal

import msgspec
from PySide6.QtCore import QKeyCombination, QRect, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

Means = Literal["item", "notes", "group", "zones", "dots", "desk"]
"""What an act needs: any item, notes, something in a group, more than one zone, dots being
counted, or nothing."""


class Act(msgspec.Struct, frozen=True):
    """Something done with the chosen notes: its code, its keys (the first is shown), its need."""

    code: str
    keys: tuple[str, ...]
    means: Means = "item"


ACTS: tuple[Act, ...] = (
    Act("edit", ("F2", "Return", "Enter")),
    Act("gather", ("Ctrl+G",), "notes"),
    Act("ungather", ("Ctrl+Shift+G",), "group"),
    Act("zone-before", ("Ctrl+Left",), "zones"),
    Act("zone-after", ("Ctrl+Right",), "zones"),
    Act("earlier", ("Ctrl+Up",), "notes"),
    Act("later", ("Ctrl+Down",), "notes"),
    Act("more", ("+", "Shift++", "Shift+="), "dots"),
    Act("fewer", ("-",), "dots"),
    Act("all", ("Ctrl+A",), "desk"),
    Act("remove", ("Del", "Backspace")),
    Act("strike", ("Shift+Del",), "notes"),
)
"""Every act that a key asks for, in the order of the menu."""

_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Home: (-2, 0),
    Qt.Key.Key_End: (2, 0),
}


def act_of(event: QKeyEvent) -> str:
    """The code of the act a key asks for; empty when it asks for none."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    pressed = QKeySequence(QKeyCombination(modifiers, Qt.Key(event.key())))
    for act in ACTS:
        if any(QKeySequence(key) == pressed for key in act.keys):
            return act.code
    return ""


def step_of(event: QKeyEvent) -> tuple[int, int] | None:
    """Which way an arrow, Home or End leads; None for other keys and for those with Ctrl."""
    if event.modifiers() & ~(
        Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
    ):
        return None
    return _STEPS.get(Qt.Key(event.key()))


def digit_of(event: QKeyEvent) -> int | None:
    """The digit that was typed, if it was one."""
    text = event.text()
    return int(text) if len(text) == 1 and text.isdecimal() and text.isascii() else None


def step_to(rects: Sequence[QRect], row: int, step: tuple[int, int]) -> int:
    """The row an arrow leads to from ``row``; the same row at an edge.

    Left and right follow the order of the notes, up and down what lies nearest.
    """
    if not rects:
        return -1
    if not 0 <= row < len(rects):
        return 0
    across, down = step
    if abs(across) > 1:
        return 0 if across < 0 else len(rects) - 1
    if across:
        return max(0, min(len(rects) - 1, row + across))
    here = rects[row].center()
    there = [
        (abs(rect.center().y() - here.y()), abs(rect.center().x() - here.x()), at)
        for at, rect in enumerate(rects)
        if (rect.top() > rects[row].bottom() if down > 0 else rect.bottom() < rects[row].top())
    ]
    if not there:
        return row
    nearest = min(distance for distance, _, _ in there)
    # A row of notes is one line to the eye, also where their heights differ a little.
    line = [one for one in there if one[0] <= nearest + rects[row].height() // 2]
    return min(line, key=lambda one: (one[1], one[0]))[2]
