"""Roles that end: who held them since when, who comes next, what they pass on, and thanks.

What is passed on is the holding's own note for whoever comes next. Thanks are notes of the run,
each in a zone of its holding.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

import msgspec

from app.catalogue.entries import Role
from app.community.held_roles import ENDING, Held, RoleLine, roles_of
from app.library.library import Library
from app.library.reader import Reader
from app.library.rows import Holding, Note
from app.library.trouble import Trouble
from app.moment import day
from app.typed_text import one_line, several_lines
from app.workshop.notes import add_notes
from app.workshop.planning import scope_of
from app.workshop.running import Running

THANKS = "thanks:"
"""How the zone of thanks begins; the id of the holding follows."""
LONGEST_THANKS = 500


class Ending(msgspec.Struct, frozen=True, kw_only=True):
    """A holding that ends around the day of a workshop: of which role (``label``: what the
    community calls it), who comes next as far as anybody agreed, and the thanks that were said."""

    role: str
    label: str
    held: Held
    next: Held | None
    thanks: Note | None

    @property
    def id(self) -> str:
        """The id of the holding."""
        return self.held.holding.id


def held_now(
    reader: Reader, roles: Sequence[Role], running: Running
) -> Mapping[str, Sequence[Held]]:
    """Who holds each of the catalogue's roles (by id) on the day of a workshop, those left out who
    said yes in it."""
    lines = roles_of(reader, roles, running.community.id, day(running.workshop.date))
    found = {
        line.role: [one for one in line.held if one.holding.workshop != running.workshop.id]
        for line in lines
        if not line.label
    }
    return {role: held for role, held in found.items() if held}


def endings(reader: Reader, roles: Sequence[Role], running: Running) -> tuple[Ending, ...]:
    """What was held when the workshop began and ends within eight weeks of it, before or after,
    in the order of the roles; thanks and what comes next as they now are."""
    today = day(running.workshop.date)
    span = timedelta(days=ENDING)
    return tuple(
        _ending(reader, running, line, held)
        for line in roles_of(reader, roles, running.community.id, today)
        for held in line.ever
        if held.holding.workshop != running.workshop.id
        and held.starts <= today
        and held.ends is not None
        and today - span <= held.ends <= today + span
    )


def pass_on(library: Library, running: Running, holding: str, text: str) -> str:
    """Keep what whoever comes next should know, and give it as it was kept.

    Raises Trouble (``gone``, ``too-long``).
    """
    said = several_lines(text)
    scope, field = scope_of(running.workshop), f"handover:{holding}"
    with library.change("hand-over", scope, field=field) as writer:
        row = writer.find(Holding, holding)
        if row is None:
            raise Trouble("gone")
        return writer.change(row, handover=said).handover


def thank(library: Library, running: Running, holding: str, text: str) -> str:
    """Keep thanks to whoever held a role, or take them back where ``text`` is empty; gives them as
    they were kept. Raises Trouble (``too-long``)."""
    said = one_line(text, LONGEST_THANKS)
    scope, field = scope_of(running.workshop), f"thanks:{holding}"
    with library.change("role-thanks", scope, field=field) as writer:
        known = _thanks(writer, running, holding)
        if known is not None and said:
            writer.change(known, text=said)
        elif known is not None:
            writer.remove(known)
        elif said:
            add_notes(library, running, THANKS + holding, [said])
    return said


def _ending(reader: Reader, running: Running, line: RoleLine, held: Held) -> Ending:
    return Ending(
        role=line.role,
        label=line.label,
        held=held,
        next=_next(line, held),
        thanks=_thanks(reader, running, held.holding.id),
    )


def _next(line: RoleLine, held: Held) -> Held | None:
    """Whoever takes the role up after: the first who begins later and goes on longer."""
    ends = held.ends or date.max
    after = [
        one
        for one in line.ever
        if one.starts > held.starts
        and one.person.id != held.person.id
        and (one.ends is None or one.ends > ends)
    ]
    return after[0] if after else None


def _thanks(reader: Reader, running: Running, holding: str) -> Note | None:
    found = reader.rows(Note, order="id", run=running.run.id, zone=THANKS + holding)
    return found[0] if found else None
