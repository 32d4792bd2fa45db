"""The places in which people type: the keys under which a text is kept aside, all in one list.

Two screens that edit one text name it by one key: what was kept aside on one of them is given back
on the other.
"""


def capture_place(workshop: str) -> str:
    """The capture line of a workshop."""
    return f"room:{workshop}"


def note_place(note: str) -> str:
    """The words of a note."""
    return f"note:{note}"


def group_place(cluster: str) -> str:
    """The title of a group of notes."""
    return f"cluster:{cluster}"


def new_group_place(run: str, zone: str) -> str:
    """The title of a group that is being made in a zone of a run."""
    return f"new-group:{run}:{zone}"
