"""The menu of what can be done with notes, each action with its key."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from ui.parts.key_menu import KeyMenu
from ui.parts.notes.note_actions import COLOURS, NoteAction
from ui.world import World

_OF_GROUPS = {"edit": "rename", "ungather": "dissolve", "remove": "dissolve"}
"""What actions are called when they are done to a group rather than to notes."""


def actions_menu(
    world: World,
    parent: QWidget,
    actions: Sequence[NoteAction],
    chosen: Callable[[str], None],
    *,
    groups: bool,
) -> QMenu:
    """A menu of actions; ``chosen`` is called with the code. ``groups``: for groups alone."""
    words, menu = world.words, KeyMenu(world.look, world.words, parent)
    colours = KeyMenu(world.look, world.words, menu)
    colours.setTitle(words("kinds.act.colour"))
    listed: set[str] = set()
    for one in actions:
        name = _OF_GROUPS.get(one.code, one.code) if groups else one.code
        if name in listed:
            continue
        listed.add(name)
        if one.code in COLOURS and not colours.actions():
            menu.addMenu(colours)
        into = colours if one.code in COLOURS else menu
        action = into.add(words(f"kinds.act.{name}"), one.keys[0], partial(chosen, one.code))
        action.setData(one.code)
    return menu
