"""The three tables of kinds, one for each floor: what each kind is, made where the world is made.

A floor is imported when its table is asked for: the command line exports without Qt, and the
window opens without the room.
"""

from app.catalogue.catalogue import Catalogue
from app.kinds.board import Board
from app.kinds.charter import Charter
from app.kinds.kind import Kinds
from app.kinds.roles import Roles
from app.kinds.talk import Talk
from exports.kinds.telling import Tellings


def make_kinds(catalogue: Catalogue) -> Kinds:
    """The first floor: what each kind captures."""
    forms = {section.id: section.form for section in catalogue.sections}
    return {"talk": Talk(), "board": Board(), "roles": Roles(), "charter": Charter(forms)}


def make_tellings() -> Tellings:
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
