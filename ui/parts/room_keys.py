"""The keys of the room, each named once: whatever shows a key and whatever hears it reads it here.

The capture line keeps the keyboard, so each has a modifier or is a function key, and none is
Ctrl+Alt, which writes. Keys of a kind stand with it in ``ui/kinds``, those of notes in
``ui/parts/notes``: they have to be others than these.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # The window is there before anything of a room.
    from app.workshop.outcomes import Form

NEXT_STEP, PREVIOUS_STEP = "PgDown", "PgUp"
NEXT_BLOCK, PREVIOUS_BLOCK = "Ctrl+PgDown", "Ctrl+PgUp"
NEXT_PAGE, PREVIOUS_PAGE = "Ctrl+Shift+PgDown", "Ctrl+Shift+PgUp"
"""The wall's, in the room and at the closing."""
RUN_AGAIN = "Ctrl+R"

PAUSE = "Ctrl+Space"
MORE_TIME = ("Ctrl++", "Ctrl+=")
"""The plus key, with Shift or without."""
SET_CLOCK = "Ctrl+L"
GONE_BY = "F10"
"""Into the question how long a step has lasted, while it is asked."""
CATCH_UP = "F11"

CATCHES: "Mapping[Form, str]" = {"decision": "Ctrl+D", "action": "Ctrl+T", "parked": "Ctrl+P"}
"""On a note these keys are about the note."""

UNFOLD = "Shift+F1"
"""Opens what to do and to listen for, where that is folded, and what helps if it goes wrong."""
SIDE = "F3"
LEAVE_LINE = "F6"
CARRY, CARRY_CHOICE, CARRY_NOTHING = "Ctrl+Shift+F", "Ctrl+Shift+L", "Ctrl+Shift+D"
"""While something of an earlier exercise is offered: take it along, choose from it, leave it."""
STAND_BACK = "F9"

MONITOR = "F4"
FREEZE = "F7"
BLANK = "F8"
INSTEAD = "Shift+F8"
"""Something else on the wall instead of the room's picture."""
LARGE = "F12"
"""One note large on the wall, and back."""
ALL_NOTES = "Shift+F12"
NEWEST = "Ctrl+F12"
"""Each new note large on the wall for some seconds, or not."""
HIDE = "Ctrl+H"
"""The wall shows how many notes there are, and none of them, until it is pressed again."""

PAPER, TYPED_IN = "Ctrl+Shift+F1", "Ctrl+Shift+F5"
"""The block is done on paper, to type in later; all of it is typed in."""
TYPE_IN = TYPED_IN
"""At the agenda and at the closing: into the room, to what is on paper."""
PHOTOGRAPH = "Ctrl+O"
NEXT_PHOTOGRAPH, PREVIOUS_PHOTOGRAPH = "Shift+F7", "Ctrl+Shift+F7"
ENLARGE, DROP_PHOTOGRAPH = "Shift+F11", "Ctrl+Shift+F11"
"""The photograph beside the canvas: as large as there is room, and taken away."""
GROUPS, NEXT_GROUP = "Ctrl+Shift+F2", "Shift+F4"
"""People work in groups; and the group for which is typed."""

DOOR = "F5"
AGENDA, COMMUNITY = "Shift+F3", "Shift+F5"
"""Beside the room as well."""
TAKE_BACK = "Shift+F9"
"""The workshop has not begun after all; at its agenda as well."""
SEARCH = "Ctrl+K"
KEYS = "Ctrl+/"
"""The page of keys, everywhere."""
READ = "Ctrl+Shift+K"
"""What the catalogue knows, beside the work, everywhere."""
