"""The places in which people type: the keys under which a text is kept aside, all in one list.

Two screens that edit one text name it by one key: what was kept aside on one of them is given back
on the other.
"""

from collections.abc import Callable
from dataclasses import dataclass

from app.library.journal import Scope
from app.library.reader import Reader
from app.library.row import Row


@dataclass(frozen=True, kw_only=True)
class TextPlace:
    """Where the text of a field belongs.

    ``key`` names the place of its drafts, and ``scope`` their community or workshop; without a key
    nothing is kept aside. ``keep`` writes a text into the library and gives it as it now stands
    there, or raises Trouble; None where a text is only kept aside until the person presses Enter.
    ``instead`` is the key of the place where it is given back when what it belonged to, such as
    ``row``, is gone. ``may_be_empty``: an emptied field is kept as such; otherwise what was there
    before stays in the library. ``when_left``: it is kept in its place when the field is left or
    Enter is pressed, and only kept aside at a rest.
    """

    key: str
    scope: Scope
    keep: Callable[[str], str] | None = None
    instead: str = ""
    row: Row | None = None
    may_be_empty: bool = False
    when_left: bool = False

    def gone(self, reader: Reader) -> bool:
        """Whether what the text belonged to is gone, and it is given back elsewhere."""
        return bool(self.instead) and self.row is not None and not reader.holds(self.row)


def capture_place(workshop: str) -> str:
    """The key of what is typed in a workshop's capture line."""
    return f"room:{workshop}"


def wall_message_place(workshop: str) -> str:
    """The key of a message for a workshop's wall."""
    return f"wall-message:{workshop}"


def note_place(note: str) -> str:
    """The key of a note's words."""
    return f"note:{note}"


def group_place(cluster: str) -> str:
    """The key of the title of a group of notes."""
    return f"cluster:{cluster}"


def zone_place(block: str, zone: str) -> str:
    """The key of the name that is being given in a zone of a block, to it or to another one."""
    return f"zone:{block}:{zone}"


def outcome_place(outcome: str) -> str:
    """The key of the words of a decision, an action or a parked thing."""
    return f"outcome:{outcome}"


def owner_place(outcome: str) -> str:
    """The key of the name of whoever does an action."""
    return f"owner:{outcome}"


def new_outcome_place(workshop: str, form: str) -> str:
    """The key of the line in which another outcome of a form is written."""
    return f"new-{form}:{workshop}"


def thanks_place(workshop: str) -> str:
    """The key of a workshop's thanks."""
    return f"thanks:{workshop}"


def title_place(block: str) -> str:
    """The key of a block's title."""
    return f"title:{block}"


def form_place(form: str, field: str) -> str:
    """The key of a field of a form; ``form`` names the form and what it is about."""
    return f"form:{form}:{field}"


def entry_form(register: str, about: str) -> str:
    """The ``form`` of an entry of a register; ``about`` is the entry, or the community it is new
    in."""
    return f"register:{register}:{about}"


def promise_form(note: str) -> str:
    """The ``form`` that asks who gives what stands on a note, and by when."""
    return f"promise:{note}"


def own_block_form(workshop: str) -> str:
    """The ``form`` that asks for a block of one's own in a workshop."""
    return f"own-block:{workshop}"


def clause_place(clause: str) -> str:
    """The key of a clause's words."""
    return f"clause:{clause}"


def heading_place(clause: str) -> str:
    """The key of a clause's own heading."""
    return f"heading:{clause}"


def new_clause_place(community: str, section: str, form: str, *, part: str = "text") -> str:
    """The key of a part (text, heading) of a clause that is begun at the end of a section."""
    return f"new-clause:{community}:{section}:{form}:{part}"


def new_section_place(community: str) -> str:
    """The key of the name of a section of one's own, new or renamed."""
    return f"new-section:{community}"


def reason_place(community: str) -> str:
    """The key of the reason why there is a new version of the charter."""
    return f"reason:{community}"


def reservation_place(version: str) -> str:
    """The key of the line in which a reservation to a version is written."""
    return f"new-reservation:{version}"


def review_place(workshop: str, section: str) -> str:
    """The key of what a workshop says of a section of the charter it decided about."""
    return f"review:{workshop}:{section}"


def answer_place(run: str, line: str) -> str:
    """The key of what a run says became of a line that it reads back."""
    return f"answer:{run}:{line}"


def handover_place(holding: str) -> str:
    """The key of what whoever held a role passes on."""
    return f"handover:{holding}"


def role_thanks_place(run: str, holding: str) -> str:
    """The key of the thanks that a run has for whoever held a role."""
    return f"role-thanks:{run}:{holding}"


def new_role_place(run: str) -> str:
    """The key of the name of a role that the room thought of."""
    return f"new-role:{run}"


def term_place(naming: str) -> str:
    """The key of how long somebody who said yes takes a role on for."""
    return f"term:{naming}"


def door_place(workshop: str) -> str:
    """The key of the name of somebody who comes in and is not on the list."""
    return f"door:{workshop}"


def cell_place(entry: str, column: str) -> str:
    """The key of a cell of a register's entry."""
    return f"cell:{entry}:{column}"
