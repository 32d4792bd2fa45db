"""Board: notes in zones, gathered in clusters, ranked by dots."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from app.catalogue.catalogue import Catalogue
from app.catalogue.errors import CatalogueError
from app.catalogue.exercise_entries import Exercise
from app.catalogue.faults import exercise_file, unknown
from app.catalogue.setup import read_setup
from app.kinds.notes_kind import NotesKind
from app.kinds.ranked import Ranked, ranking
from app.library.library import Library
from app.library.reader import Reader
from app.library.rows import Note, Round
from app.library.trouble import Trouble
from app.workshop.attendance import in_the_room
from app.workshop.planning import scope_of
from app.workshop.rounds import (
    Count,
    came_after,
    close_round,
    count_dots,
    dots_round,
    open_dots,
    reopen_round,
)
from app.workshop.running import Running
from app.workshop.zones import ZonesSetup, ZonesWords, zone_faults


class DotsGiven(msgspec.Struct, frozen=True):
    """Dots to vote with: how many each person has, and the most on one thing."""

    each: Annotated[int, Meta(ge=1)]
    cap: Annotated[int, Meta(ge=1)]


class BoardSetup(ZonesSetup, frozen=True, kw_only=True):
    """A board's zones, and the dots where people vote on what lies in them. Where notes are
    ``free``, they lie where people put them, and zones are only their colours. ``answers`` are the
    zones whose notes are answered one by one, each with what the register of hopes and worries
    calls such a note."""

    dots: DotsGiven | None = None
    free: bool = False
    answers: Mapping[str, Literal["hope", "worry"]] = {}


class DotsCounted(msgspec.Struct, frozen=True):
    """That people voted, and the room may see it: how many dots each had, how many were counted.

    ``number`` is that of the round.
    """

    each: int
    total: int
    number: int = 1


USUAL_DOTS = DotsGiven(each=3, cap=2)
"""How the dots are given where the recipe does not say."""


class Board(NotesKind):
    """Notes in the recipe's zones."""

    setup = BoardSetup
    setup_words = ZonesWords

    def faults(self, exercise: Exercise, catalogue: Catalogue) -> Iterator[CatalogueError]:
        """No zones, zones without names, dots without a vote."""
        file, setup = exercise_file(exercise.id), read_setup(exercise.setup, BoardSetup)
        if not setup.zones:
            yield CatalogueError(file, "setup.zones", "part-missing", kind=exercise.kind)
        yield from zone_faults(exercise)
        zones = [zone.id for zone in setup.zones]
        yield from unknown(file, "setup.answers", list(setup.answers), zones)
        if setup.dots is None:
            return
        if setup.free:
            yield CatalogueError(file, "setup.dots", "dots-on-free")
        if not any(step.does == "vote" for step in exercise.steps):
            yield CatalogueError(file, "setup.dots", "dots-without-vote")
        if setup.dots.cap > setup.dots.each:
            yield CatalogueError(file, "setup.dots.cap", "not-in-order")

    def facts(self, reader: Reader, running: Running) -> Sequence[Ranked | DotsCounted]:
        """Clusters and single notes with their dots, most dots first once the count is shown."""
        count, ranked = dots_round(reader, running.run.id), ranking(reader, running.run.id)
        if count is None or not count.shown:
            return ranked
        return [DotsCounted(count.round.each, count.total, count.number), *ranked]


def free_set_up(running: Running) -> bool:
    """Whether notes lie where people put them."""
    return read_setup(running.recipe.setup, BoardSetup).free


def answered_zones(running: Running) -> Mapping[str, str]:
    """The zones whose notes are answered, each with what such a note is called."""
    return read_setup(running.recipe.setup, BoardSetup).answers


def dots_set_up(running: Running) -> DotsGiven | None:
    """The dots that the recipe gives; None where nobody votes."""
    return read_setup(running.recipe.setup, BoardSetup).dots


def dots_given(running: Running, count: Count | None) -> DotsGiven:
    """How many dots each person has, and the most on one thing."""
    if count is not None:
        return DotsGiven(each=count.round.each, cap=count.round.cap)
    return dots_set_up(running) or USUAL_DOTS


def dots_in_all(reader: Reader, running: Running, count: Count) -> int:
    """How many dots the people in the room have together; 0 when nobody was counted."""
    return count.round.each * in_the_room(reader, running.workshop.id)


def late_notes(notes: Iterable[Note], count: Count | None) -> int:
    """How many of these notes were not there when dots were given out, and have none."""
    return sum(came_after(note.id, count) for note in notes)


def give_dots(library: Library, running: Running, dots: DotsGiven) -> Round:
    """Give out dots, on any board: the first round of a run, or another one.

    Raises Trouble (``round-open``) while dots are counted.
    """
    count = dots_round(library.reader, running.run.id)
    if count is not None and count.round.closed is None:
        raise Trouble("round-open")
    return open_dots(library, running, dots.each, dots.cap)


def turn_dots(library: Library, running: Running) -> Round:
    """Open the dots; with dots open, close them; with dots closed, count on. Raises Trouble."""
    count = dots_round(library.reader, running.run.id)
    if count is None:
        return give_dots(library, running, dots_given(running, None))
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
