"""What somebody has promised to do, from whatever workshop, until it is done."""

from app.community.today import today_of
from app.library.journal import Scope
from app.library.library import Library
from app.library.reader import Reader
from app.library.rows import Outcome
from app.library.writer import Writer


def open_actions(reader: Reader, community: str) -> list[Outcome]:
    """What is not yet done, the earliest date first, undated last."""
    found = reader.rows(Outcome, community=community, form="action", state="open")
    return sorted(found, key=lambda one: (one.due is None, one.due or "", one.position))


def settle_action(library: Library, outcome: Outcome, state: str) -> Outcome:
    """Say that an action is ``done``, ``dropped`` or ``open`` again, from the community's page."""
    with library.change("outcome-settle", Scope(outcome.community)) as rows:
        return settled(library, rows, outcome, state)


def settled(library: Library, rows: Writer, outcome: Outcome, state: str) -> Outcome:
    """Write what became of an outcome, and the day in its community on which that is said."""
    if state == "open":
        return rows.change(outcome, state=state, settled=None)
    today = today_of(library, outcome.community)
    return rows.change(outcome, state=state, settled=today.isoformat())
