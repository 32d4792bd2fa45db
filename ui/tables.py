"""The three tables of kinds, one for each floor: what each kind is, made where the world is made.

A floor is imported when its table is asked for: the command line exports without Qt, and the
window opens without the room.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from exports.kinds.telling import Tellings
    from ui.kinds.canvas import Canvases
    from ui.wall.picture import Pictures


def make_tellings() -> "Tellings":
    """The third floor: how each kind is told on paper."""
    from exports.kinds.board import BoardTelling
    from exports.kinds.charter import CharterTelling
    from exports.kinds.roles import RolesTelling
    from exports.kinds.talk import TalkTelling

    return {
        "talk": TalkTelling(),
        "board": BoardTelling(),
        "roles": RolesTelling(),
        "charter": CharterTelling(),
    }


def make_canvases() -> "Canvases":
    """The second floor: how each kind's canvas is made."""
    from ui.kinds.board import BoardCanvas
    from ui.kinds.charter import CharterCanvas
    from ui.kinds.roles import RolesCanvas
    from ui.kinds.talk import TalkCanvas

    return {
        "talk": TalkCanvas,
        "board": BoardCanvas,
        "roles": RolesCanvas,
        "charter": CharterCanvas,
    }


def make_pictures() -> "Pictures":
    """The second floor, seen from the room: what the wall shows of each kind."""
    from ui.kinds import board, charter, roles, talk

    return {
        "talk": talk.picture,
        "board": board.picture,
        "roles": roles.picture,
        "charter": charter.picture,
    }
