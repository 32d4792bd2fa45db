"""What somebody has promised to do, from whatever workshop, until it is done."""

from app.library.journal import Scope
from app.library.library import Library
from app.library.reader import Reader
from app.library.rows import Outcome


def open_actions(reader: Reader, community: str) -> list[Outcome]:
    """What is not yet done, the earliest date first, undated last."""
    found = reader.rows(Outcome, community=community, form="action", state="open")
    return sorted(found, key=lambda one: (one.due is None, one.due or "", one.position))


def settle_action(library: Library, outcome: Outcome, state: str) -> Outcome:
    """Say that an action is ``done``, ``dropped`` or ``open`` again, from the community's page."""
    with library.change("outcome-settle", Scope(outcome.community)) as rows:
        return rows.change(outcome, state=state)
