"""What can be done with notes, as data: each action with its keys and what it needs."""

from typing import Literal

import msgspec
from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from app.words import Words
from ui.parts.room_keys import CATCHES

Need = Literal["item", "notes", "group", "zones", "dots", "nothing"]
"""What an action needs: any item, notes, something in a group, more than one zone, dots being
counted, or nothing."""


class NoteAction(msgspec.Struct, frozen=True):
    """Something done with the chosen notes: its code, its keys (the first is shown), its need."""

    code: str
    keys: tuple[str, ...]
    needs: Need = "item"


ACTIONS: tuple[NoteAction, ...] = (
    NoteAction("edit", ("F2", "Return", "Enter")),
    NoteAction("gather", ("Ctrl+G",), "notes"),
    NoteAction("ungather", ("Ctrl+Shift+G",), "group"),
    NoteAction("zone-before", ("Ctrl+Left",), "zones"),
    NoteAction("zone-after", ("Ctrl+Right",), "zones"),
    NoteAction("earlier", ("Ctrl+Up",), "notes"),
    NoteAction("later", ("Ctrl+Down",), "notes"),
    *(NoteAction(form, (key,), "notes") for form, key in CATCHES.items()),
    NoteAction("more", ("+", "Shift++", "Shift+="), "dots"),
    NoteAction("fewer", ("-",), "dots"),
    NoteAction("all", ("Ctrl+A",), "nothing"),
    NoteAction("remove", ("Del", "Backspace")),
    NoteAction("strike", ("Shift+Del",), "notes"),
)
"""Every action that a key asks for, in the order of the menu."""

WANTED = ("edit", "gather", "zone-after", "decision", "action", "parked", "ungather", "remove")
"""What is offered beside the notes, the most wanted first."""


def note_keys(words: Words) -> list[tuple[str, str]]:
    """The keys of notes, each with what it does."""
    acts = [
        (one.keys[0], words("kinds.keys.all" if one.code == "all" else f"kinds.act.{one.code}"))
        for one in ACTIONS
    ]
    return [("Down", words("kinds.keys.walk")), ("Space", words("kinds.keys.choose")), *acts]


def action_of(event: QKeyEvent) -> str:
    """The code of the action a key asks for; empty when it asks for none."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    pressed = QKeySequence(QKeyCombination(modifiers, Qt.Key(event.key())))
    for action in ACTIONS:
        if any(QKeySequence(key) == pressed for key in action.keys):
            return action.code
    return ""
