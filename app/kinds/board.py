"""Board: notes in zones, gathered in clusters, ranked by dots."""

from app.catalogue.recipe import RecipeDots
from app.entered import lines_of
from app.kinds.ranked import Ranked, ranking
from app.library.library import Library
from app.library.reading import Reader
from app.library.rows import Note, Round
from app.workshop.attendance import in_the_room
from app.workshop.notes import add_notes
from app.workshop.planning import scope_of
from app.workshop.rounds import (
    Count,
    close_round,
    count_dots,
    dots_round,
    open_dots,
    reopen_round,
)
from app.workshop.running import Running

__all__ = [
    "USUAL_DOTS",
    "Board",
    "Ranked",
    "count_in_room",
    "dots_given",
    "dots_in_all",
    "ranking",
    "turn_dots",
]

USUAL_DOTS = RecipeDots(each=3, cap=2)
"""How the dots are given where the recipe does not say."""


class Board:
    """Notes in the recipe's zones."""

    def targets(self, running: Running, reader: Reader) -> tuple[str, ...]:
        """The recipe's zones, in order."""
        return tuple(zone.id for zone in running.recipe.zones) or ("",)

    def capture(self, library: Library, running: Running, target: str, text: str) -> None:
        """A note a line."""
        add_notes(library, running, target, lines_of(text) or [text])

    def count(self, reader: Reader, run: str) -> int:
        """Notes."""
        return reader.count(Note, run=run)


def dots_given(running: Running, count: Count | None) -> RecipeDots:
    """How many dots each person has, and the most on one thing."""
    if count is not None:
        return RecipeDots(each=count.round.each, cap=count.round.cap)
    return running.recipe.dots or USUAL_DOTS


def dots_in_all(reader: Reader, running: Running, count: Count) -> int:
    """How many dots the people in the room have together; 0 when nobody was counted."""
    return count.round.each * in_the_room(reader, running.workshop.id)


def turn_dots(library: Library, running: Running) -> Round:
    """Open the dots; with dots open, close them; with dots closed, count on. Raises Trouble."""
    count = dots_round(library.reader, running.run.id)
    if count is None:
        dots = dots_given(running, None)
        return open_dots(library, running, dots.each, dots.cap)
    scope = scope_of(running.workshop)
    if count.round.closed is None:
        return close_round(library, scope, count.round)
    return reopen_round(library, scope, count.round)


def count_in_room(library: Library, running: Running, item: str, number: int) -> None:
    """Say how many dots a note or cluster has; those in the room bound it. Raises Trouble."""
    count = dots_round(library.reader, running.run.id)
    if count is not None:
        voters = in_the_room(library.reader, running.workshop.id)
        count_dots(library, running, count, item, max(0, number), voters)
