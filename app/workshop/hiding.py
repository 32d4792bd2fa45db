"""Hide until revealed: while people write, the room sees the question and how many notes there are.

An exercise says whether its runs begin so (``hidden``); the facilitator hides and reveals.
"""

from app.library.library import Library
from app.library.rows import Run
from app.workshop.planning import scope_of
from app.workshop.running import Running


def turn_hidden(library: Library, running: Running) -> Run:
    """Hide from the wall what a run gathers, or reveal it. Raises Trouble (``gone``)."""
    hides = not library.reader.needed(Run, running.run.id).hidden
    with library.change(
        "run-hide" if hides else "run-reveal", scope_of(running.workshop)
    ) as writer:
        return writer.change(running.run, hidden=hides)
