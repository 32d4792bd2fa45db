"""What can be done with notes, as data: each action with its keys and what it needs."""

from collections.abc import Mapping
from typing import Literal

import msgspec
from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from app.colours import NOTES, NoteColour
from app.words import Words
from ui.parts.room_keys import CATCHES

Need = Literal["item", "notes", "several", "group", "zones", "dots", "nothing"]
"""What an action needs: any item, notes, several of them, something in a group, more than one zone,
dots being counted, or nothing."""


class NoteAction(msgspec.Struct, frozen=True):
    """Something done with the chosen notes: its code, its keys (the first is shown), its need."""

    code: str
    keys: tuple[str, ...]
    needs: Need = "item"


_COLOUR_SIGNS = ("!", '@"', "#/", "$", "%", "^?")
"""What the keys of the first digits write with Shift on the keyboards of Québec and others."""

_COLOURS = tuple(
    NoteAction(
        f"colour-{colour}",
        (f"Ctrl+Shift+{digit}", *(f"Ctrl+Shift+{sign}" for sign in signs)),
        "notes",
    )
    for digit, (colour, signs) in enumerate(zip(NOTES, _COLOUR_SIGNS, strict=True), start=1)
)

COLOURS: Mapping[str, NoteColour | None] = {
    **{f"colour-{colour}": colour for colour in NOTES},
    "colour-zone": None,
}
"""The colour that notes are given, by the code of the action; None is that of their zone."""

ACTIONS: tuple[NoteAction, ...] = (
    NoteAction("edit", ("F2", "Return", "Enter")),
    NoteAction("gather", ("Ctrl+G",), "notes"),
    NoteAction("merge", ("Ctrl+M",), "several"),
    NoteAction("split", ("Ctrl+Shift+M",), "notes"),
    NoteAction("ungather", ("Ctrl+Shift+G",), "group"),
    NoteAction("zone-before", ("Ctrl+Left",), "zones"),
    NoteAction("zone-after", ("Ctrl+Right",), "zones"),
    NoteAction("earlier", ("Ctrl+Up",), "notes"),
    NoteAction("later", ("Ctrl+Down",), "notes"),
    *(NoteAction(form, (key,), "notes") for form, key in CATCHES.items()),
    *_COLOURS,
    NoteAction("colour-zone", ("Ctrl+Shift+0", "Ctrl+Shift+)"), "notes"),
    NoteAction("author", ("Ctrl+U",), "notes"),
    NoteAction("audience", ("Ctrl+Shift+A",), "notes"),
    NoteAction("more", ("+", "Shift++", "Shift+="), "dots"),
    NoteAction("fewer", ("-",), "dots"),
    NoteAction("all", ("Ctrl+A",), "nothing"),
    NoteAction("remove", ("Del", "Backspace")),
    NoteAction("strike", ("Shift+Del",), "notes"),
)
"""Every action that a key asks for, in the order of the menu."""

WANTED = (
    "edit",
    "gather",
    "merge",
    "zone-after",
    "decision",
    "action",
    "parked",
    "ungather",
    "remove",
)
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
