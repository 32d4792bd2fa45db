"""Roles: people are named, asked, and agree. Only a yes ever leaves the facilitator's screen."""

import calendar
from collections.abc import Sequence
from datetime import date

from app.library.library import Library
from app.library.reading import Reader
from app.library.rows import Holding, Membership, Naming, Person
from app.library.trouble import Trouble
from app.library.writing import Writer
from app.moment import stamp
from app.workshop.planning import STEP, scope_of
from app.workshop.running import Running
from app.workshop.texts import clean_line, lines_of

OWN = "own:"
"""How the id of a role that a community made up itself begins; its name follows."""

ANSWERS = ("named", "asked", "yes", "not-now", "privately")


class Roles:
    """Names for the roles the recipe offers, and for those the room adds."""

    def targets(self, running: Running, reader: Reader) -> tuple[str, ...]:
        """Role ids: the recipe's, then the room's own."""
        own = [
            naming.role
            for naming in namings_of(reader, running.run.id)
            if naming.role not in running.recipe.roles
        ]
        return (*running.recipe.roles, *dict.fromkeys(own)) or (OWN,)

    def capture(self, library: Library, running: Running, target: str, text: str) -> None:
        """Name people for a role, one a line."""
        for line in lines_of(text) or [text]:
            name_someone(library, running, target, line)

    def count(self, reader: Reader, run: str) -> int:
        """Names given."""
        return reader.count(Naming, run=run)


def namings_of(reader: Reader, run: str, role: str | None = None) -> list[Naming]:
    """Who was named in a run, for one role or for all."""
    if role is None:
        return reader.rows(Naming, order="position", run=run)
    return reader.rows(Naming, order="position", run=run, role=role)


def agreed(reader: Reader, run: str) -> list[Naming]:
    """Those who said yes: all that the wall, an export or a count may ever show."""
    return [naming for naming in namings_of(reader, run) if naming.answer == "yes"]


def name_someone(library: Library, running: Running, role: str, name: str) -> Naming:
    """Name somebody for a role; named again, one more person has named them. Raises Trouble.

    A name the community does not know yet becomes a person of the community.
    """
    line = clean_line(name, 200)
    with library.change("role-name", scope_of(running.workshop)) as writer:
        person = _person(writer, library, running, line)
        for naming in namings_of(writer, running.run.id, role):
            if naming.person == person.id:
                return writer.change(naming, by=naming.by + 1)
        last = writer.number("SELECT max(position) FROM naming WHERE run = ?", running.run.id)
        return writer.add(
            Naming(
                id=library.moment.new_id(),
                run=running.run.id,
                role=role,
                label=role.removeprefix(OWN) if role.startswith(OWN) else "",
                person=person.id,
                position=last + STEP,
            )
        )


def answer(
    library: Library, running: Running, naming: Naming, said: str, *, months: int = 12
) -> Naming:
    """Write what somebody answered. A yes gives them the role from today, for ``months``.

    Any other answer after a yes takes that holding back.
    """
    if said not in ANSWERS:
        raise ValueError(said)
    with library.change("role-answer", scope_of(running.workshop)) as writer:
        held = writer.rows(
            Holding,
            workshop=running.workshop.id,
            role=naming.role,
            person=naming.person,
        )
        if said == "yes" and not held:
            writer.add(_holding(library, running, naming, months))
        elif said != "yes":
            for holding in held:
                writer.remove(holding)
        return writer.change(naming, answer=said)


def unname(library: Library, running: Running, naming: Naming) -> None:
    """Take a name away, and the role with it when it was agreed."""
    with library.change("role-unname", scope_of(running.workshop)) as writer:
        answer(library, running, naming, "named")
        writer.remove(writer.row(Naming, naming.id))


def suggestions(reader: Reader, running: Running, start: str) -> Sequence[str]:
    """Names of the community's people that begin with what was typed, or hold it."""
    typed = start.casefold().strip()
    people = reader.select(
        Person,
        "JOIN membership ON membership.person = person.id WHERE membership.community = ? "
        "AND membership.left IS NULL ORDER BY person.name COLLATE NOCASE",
        running.community.id,
    )
    names = [person.name for person in people if typed and typed in person.name.casefold()]
    return sorted(names, key=lambda name: not name.casefold().startswith(typed))


def add_months(day: date, months: int) -> date:
    """The same day ``months`` later, or the last day of a shorter month."""
    years, month = divmod(day.month - 1 + months, 12)
    last = calendar.monthrange(day.year + years, month + 1)[1]
    return date(day.year + years, month + 1, min(day.day, last))


def _person(writer: Writer, library: Library, running: Running, name: str) -> Person:
    found = writer.select(
        Person,
        "JOIN membership ON membership.person = person.id "
        "WHERE membership.community = ? AND person.name = ? COLLATE NOCASE",
        running.community.id,
        name,
    )
    if len(found) > 1:
        raise Trouble("two-of-that-name", name=name)
    if found:
        return found[0]
    now = stamp(library.moment.now())
    person = writer.add(Person(id=library.moment.new_id(), name=name, created=now))
    writer.add(
        Membership(
            id=library.moment.new_id(),
            community=running.community.id,
            person=person.id,
            joined=running.workshop.date,
        )
    )
    return person


def _holding(library: Library, running: Running, naming: Naming, months: int) -> Holding:
    day = date.fromisoformat(running.workshop.date)
    return Holding(
        id=library.moment.new_id(),
        community=running.community.id,
        workshop=running.workshop.id,
        role=naming.role,
        label=naming.label,
        person=naming.person,
        starts=day.isoformat(),
        ends=add_months(day, months).isoformat() if months else None,
    )
