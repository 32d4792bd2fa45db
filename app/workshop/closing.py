"""Closing a workshop: what is missing before people leave, thanks, the next meeting, the end."""

import msgspec

from app.library.library import Library
from app.library.reader import Reader
from app.library.rows import Gathering, Outcome, Workshop
from app.library.trouble import Trouble
from app.library.writer import Writer
from app.moment import stamp
from app.typed_text import LONGEST_NAME, one_line, several_lines
from app.workshop.outcomes import outcomes_of
from app.workshop.planning import scope_of
from app.workshop.running import place_of, runs_of


class LooseEnds(msgspec.Struct, frozen=True):
    """What a workshop still leaves open: actions without an owner or a date, parked things."""

    unowned: tuple[Outcome, ...]
    undated: tuple[Outcome, ...]
    parked: tuple[Outcome, ...]
    no_next_meeting: bool

    @property
    def count(self) -> int:
        """How many are listed: an action without an owner and without a date lacks two things."""
        return len(self.unowned) + len(self.undated) + len(self.parked) + self.no_next_meeting


def loose_ends(reader: Reader, workshop: Workshop) -> LooseEnds:
    """What is still open; advice before closing, never a gate."""
    actions = [one for one in outcomes_of(reader, workshop.id, "action") if one.state == "open"]
    parked = [one for one in outcomes_of(reader, workshop.id, "parked") if one.state == "open"]
    return LooseEnds(
        tuple(one for one in actions if not one.owner_name),
        tuple(one for one in actions if one.due is None),
        tuple(parked),
        next_meeting(reader, workshop) is None,
    )


def next_meeting(reader: Reader, workshop: Workshop) -> Gathering | None:
    """The next meeting agreed in this workshop; once it was held, still that one."""
    agreed = reader.rows(Gathering, order="date", workshop=workshop.id)
    planned = [one for one in agreed if one.state == "planned"]
    return next(iter(planned or agreed), None)


def set_next_meeting(
    library: Library,
    workshop: Workshop,
    date: str,
    starts: int | None,
    place: str = "",
    title: str = "",
) -> Gathering:
    """Write down the next meeting, one for each workshop; one that was held stays as it was.

    ``date`` is an ISO date, ``starts`` minutes since midnight. Raises Trouble
    (``meeting-before``, ``too-long``).
    """
    if date <= workshop.date:
        raise Trouble("meeting-before")
    where, about = one_line(place, LONGEST_NAME), one_line(title, LONGEST_NAME)
    with library.change("meeting-set", scope_of(workshop)) as writer:
        known = next_meeting(writer, workshop)
        if known is not None and known.state == "planned":
            return writer.change(known, date=date, starts=starts, place=where, title=about)
        return writer.add(
            Gathering(
                id=library.moment.new_id(),
                community=workshop.community,
                workshop=workshop.id,
                date=date,
                starts=starts,
                place=where,
                title=about,
            )
        )


def give_thanks(library: Library, workshop: Workshop, text: str) -> Workshop:
    """Write who is thanked, for what; autosaved while it is typed. Raises Trouble."""
    whole = several_lines(text)
    with library.change("thanks-edit", scope_of(workshop), field=f"thanks:{workshop.id}") as writer:
        return writer.change(writer.row(Workshop, workshop.id), thanks=whole)


def close_workshop(library: Library, workshop: Workshop) -> Workshop:
    """End the workshop. What it gathered stays; undo opens it again. Raises Trouble."""
    now, ended = stamp(library.moment.now()), stamp(library.moment.measured())
    with library.change("workshop-close", scope_of(workshop)) as writer:
        known = writer.row(Workshop, workshop.id)
        if known.state == "closed":
            return known
        for run in runs_of(writer, workshop.id):
            if run.ended is None:
                writer.change(run, ended=ended)
        return writer.change(known, state="closed", closed=now)


def reopen_workshop(library: Library, workshop: Workshop) -> Workshop:
    """Go on with a closed workshop, at the block where it stood. Raises Trouble."""
    with library.change("workshop-reopen", scope_of(workshop)) as writer:
        _go_on(writer, workshop.id)
        return writer.change(workshop, state="running", closed=None)


def _go_on(writer: Writer, workshop: str) -> None:
    """Take up the run where the workshop stood, so that its end is written anew at the close."""
    place = place_of(writer, workshop)
    if place is not None:
        writer.change(place.part.run, ended=None)


def was_run(reader: Reader, workshop: str) -> bool:
    """Whether any block of the workshop has begun."""
    return bool(
        reader.number(
            "SELECT count(*) FROM run JOIN block ON block.id = run.block WHERE block.workshop = ?",
            workshop,
        )
    )
