"""Workshops that will not take place: kept with the reason, or deleted with what was said there."""

from app.community.today import today_of
from app.library.deleting import Deletion, delete
from app.library.journal import Scope
from app.library.library import Library
from app.library.rows import Workshop
from app.library.trouble import Trouble
from app.typed_text import several_lines


def call_off_workshop(library: Library, workshop: Workshop, reason: str) -> Workshop:
    """Say that a workshop will not take place, and why. All it has stays.

    Raises Trouble: ``workshop-begun`` once people were in the room, ``too-long``.
    """
    text = several_lines(reason)
    today = today_of(library, workshop.community)
    with library.change("workshop-call-off", Scope(workshop.community)) as writer:
        if writer.row(Workshop, workshop.id).state != "planned":
            raise Trouble("workshop-begun", title=workshop.title)
        return writer.change(workshop, called_off=today.isoformat(), reason=text or None)


def hold_after_all(library: Library, workshop: Workshop) -> Workshop:
    """Take back that a workshop was called off."""
    with library.change("workshop-hold", Scope(workshop.community)) as writer:
        return writer.change(workshop, called_off=None, reason=None)


def delete_workshop(library: Library, workshop: Workshop) -> Deletion:
    """Delete a workshop with what was said and decided in it.

    Roles, stages, versions of the charter and entries of registers stay with the community.
    """
    return delete(library, "workshop-delete", Scope(workshop.community), workshop)
