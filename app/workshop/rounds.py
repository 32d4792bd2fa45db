"""Rounds: dots counted by the facilitator, and private counts that nobody can trace."""

from collections.abc import Mapping

import msgspec

from app.library import private
from app.library.journal import Scope
from app.library.library import Library
from app.library.reader import Reader
from app.library.rows import Answered, Dots, Round, Tally
from app.library.trouble import Trouble
from app.moment import stamp
from app.workshop.planning import scope_of
from app.workshop.running import Running

STANCES = ("wholehearted", "fine", "reservation", "cannot", "away")
"""How people stand to a charter, from the nearest to the farthest; the away are not counted."""


class Count(msgspec.Struct, frozen=True):
    """A round of dots with what was counted: dots by note or cluster id. ``number``: which one."""

    round: Round
    dots: Mapping[str, int]
    number: int = 1

    @property
    def total(self) -> int:
        """The number of dots counted."""
        return sum(self.dots.values())

    @property
    def shown(self) -> bool:
        """Whether the room may see the counts: never before the round is closed, if hidden."""
        return self.round.closed is not None or not self.round.hidden


def dots_round(reader: Reader, run: str) -> Count | None:
    """The latest round of dots of a run, or None."""
    rounds = reader.rows(Round, run=run, form="dots")
    return _count(reader, rounds[-1], len(rounds)) if rounds else None


def came_after(item: str, count: Count | None) -> bool:
    """Whether a note (its id) was not there when dots were given out, and has none since."""
    # Ids follow one another in time, whatever the clock says.
    return count is not None and item > count.round.id and not count.dots.get(item)


def _count(reader: Reader, opened: Round, number: int = 1) -> Count:
    dots = {one.item: one.number for one in reader.rows(Dots, round=opened.id)}
    return Count(opened, dots, number)


def open_dots(
    library: Library, running: Running, each: int, cap: int, *, hidden: bool = True
) -> Round:
    """Open a round of dots: ``each`` per person, at most ``cap`` of one's own on one thing."""
    with library.change("round-open", scope_of(running.workshop)) as writer:
        return writer.add(
            Round(
                id=library.moment.new_id(),
                run=running.run.id,
                form="dots",
                each=each,
                cap=cap,
                hidden=hidden,
                opened=stamp(library.moment.now()),
            )
        )


def count_dots(
    library: Library, running: Running, count: Count, item: str, number: int, voters: int
) -> None:
    """Say how many dots a note or cluster has; none takes it off the count.

    ``voters`` bounds it (0: not known). Raises Trouble: ``below-zero``, ``round-closed``,
    ``too-many-dots`` (more on one thing than the cap allows), ``too-many-in-all``.
    """
    if number < 0:
        raise Trouble("below-zero")
    with library.change("dots-count", scope_of(running.workshop)) as writer:
        # As it stands now: ``count`` may be older than the last thing counted.
        now = _count(writer, require_open(writer, count.round))
        most = now.round.cap * voters
        if most and number > most:
            raise Trouble("too-many-dots", most=most)
        in_all = now.round.each * voters
        if in_all and now.total - now.dots.get(item, 0) + number > in_all:
            raise Trouble("too-many-in-all", most=in_all)
        for known in writer.rows(Dots, round=now.round.id, item=item):
            writer.remove(known)
        if number:
            new = library.moment.new_id()
            writer.add(Dots(id=new, round=now.round.id, item=item, number=number))


def require_open(reader: Reader, known: Round) -> Round:
    """A round as it now is. Raises Trouble (``gone``, ``round-closed``)."""
    found = reader.find(Round, known.id)
    if found is None:
        raise Trouble("gone")
    if found.closed is not None:
        raise Trouble("round-closed")
    return found


def close_round(library: Library, scope: Scope, opened: Round, *, forget: bool = False) -> Round:
    """Close a round: its counts may now be seen. A private one is never opened again.

    ``forget``: who has answered is not known any more. Raises Trouble (``gone``, ``round-closed``).
    """
    with library.change("round-close", scope) as writer:
        closed = writer.change(require_open(writer, opened), closed=stamp(library.moment.now()))
        for row in writer.rows(Answered, round=opened.id) if forget else ():
            writer.remove(row)
        return closed


def reopen_round(library: Library, scope: Scope, closed: Round) -> Round:
    """Open a public round again. Raises Trouble (``private-closed``) for a private one."""
    if closed.private:
        raise Trouble("private-closed")
    with library.change("round-reopen", scope) as writer:
        return writer.change(closed, closed=None)


def record_counts(library: Library, scope: Scope, opened: Round, counts: Mapping[str, int]) -> None:
    """Write a private round's counts by value; outside the journal, without time or order.

    Raises Trouble (``gone``, ``round-closed``, ``below-zero``).
    """
    if any(number < 0 for number in counts.values()):
        raise Trouble("below-zero")
    with library.keep(scope) as writer:
        require_open(writer, opened)
        for value, number in counts.items():
            writer.put(Tally(round=opened.id, item="", value=value, number=number))


def counts_of(reader: Reader, opened: str) -> dict[str, int]:
    """A private round's counts by value."""
    return {one.value: one.number for one in private.tallies_of(reader, opened) if not one.item}
