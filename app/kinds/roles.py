"""Roles: people are named, asked, and agree. Only a yes ever leaves the facilitator's screen."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal

import msgspec

from app.catalogue.catalogue import Catalogue
from app.catalogue.errors import CatalogueError
from app.catalogue.exercise_entries import Exercise
from app.catalogue.faults import exercise_file, unknown
from app.catalogue.recipe import Recipe, encode_recipe
from app.catalogue.setup import Nothing, read_setup
from app.community import holdings
from app.community.holdings import HoldingFields, give_role
from app.library.library import Library
from app.library.reader import Reader
from app.library.rows import (
    Attendance,
    Block,
    Holding,
    Membership,
    Naming,
    Note,
    Outcome,
    Person,
    Reservation,
)
from app.library.trouble import Trouble
from app.library.writer import Writer
from app.moment import months_after
from app.typed_text import (
    LONGEST_NAME,
    lines_of,
    required_line,
    required_name,
    without_unseen,
)
from app.workshop.history import held_on
from app.workshop.named_people import person_named
from app.workshop.planning import STEP, scope_of
from app.workshop.running import Running

OWN = "own:"
"""How the id of a role that a community made up itself begins; its name follows."""

ANSWERS = ("named", "asked", "yes", "not-now", "privately")

BREATH = 1000
"""Milliseconds within which a name and the person it made known are written."""

State = Literal["agreed", "asking", "named", "vacant", "untouched"]


class Candidate(msgspec.Struct, frozen=True):
    """A name given for a role, with the person and, after a yes, the role as they hold it."""

    naming: Naming
    person: Person
    holding: Holding | None


class RolesSetup(msgspec.Struct, frozen=True, kw_only=True):
    """The roles (their ids) that are offered first, in their order. ``hands_over``: those whose
    turn ends are thanked, and say what they pass on."""

    roles: tuple[str, ...] = ()
    hands_over: bool = False


class Roles:
    """Names for the roles the recipe offers, and for those the room adds."""

    setup = RolesSetup
    setup_words = Nothing

    def faults(self, exercise: Exercise, catalogue: Catalogue) -> Iterator[CatalogueError]:
        """No roles, or roles that nobody wrote."""
        file = exercise_file(exercise.id)
        roles = read_setup(exercise.setup, RolesSetup).roles
        if not roles:
            yield CatalogueError(file, "setup.roles", "part-missing", kind=exercise.kind)
        known = {role.id for role in catalogue.roles}
        yield from unknown(file, "setup.roles", roles, known)

    def targets(self, running: Running, reader: Reader) -> tuple[str, ...]:
        """Role ids: the recipe's, then the room's own."""
        named = [naming.role for naming in namings_of(reader, running.run.id)]
        return tuple(dict.fromkeys((*roles_offered(running.recipe), *named))) or (OWN,)

    def capture(self, library: Library, running: Running, target: str, text: str) -> None:
        """Name people for a role, one a line."""
        with library.change("role-name", scope_of(running.workshop)):
            for line in lines_of(text, named=True) or [text]:
                name_someone(library, running, target, line)

    def count(self, reader: Reader, run: str) -> int:
        """The number of names given in a run (its id)."""
        return reader.count(Naming, run=run)

    def facts(self, reader: Reader, running: Running) -> Sequence[Candidate]:
        """Those who said yes, with what they hold."""
        return [one for one in candidates(reader, running) if one.naming.answer == "yes"]


def roles_offered(recipe: Recipe) -> tuple[str, ...]:
    """The roles (ids) that a recipe offers, those among them that the room added."""
    return read_setup(recipe.setup, RolesSetup).roles


def hands_over(recipe: Recipe) -> bool:
    """Whether those whose turn in a role ends are thanked, and pass on what they know."""
    return read_setup(recipe.setup, RolesSetup).hands_over


def namings_of(reader: Reader, run: str, role: str | None = None) -> list[Naming]:
    """Who was named in a run, for one role or for all."""
    if role is None:
        return reader.rows(Naming, order="position", run=run)
    return reader.rows(Naming, order="position", run=run, role=role)


def agreed(reader: Reader, run: str) -> list[Naming]:
    """Those who said yes: all that the wall, an export or a count may ever show."""
    return [naming for naming in namings_of(reader, run) if naming.answer == "yes"]


def candidates(reader: Reader, running: Running, role: str | None = None) -> list[Candidate]:
    """Who was named for a role, or for all, with all the facilitator alone may see."""
    found = []
    for naming in namings_of(reader, running.run.id, role):
        held = _held(reader, running, naming) if naming.answer == "yes" else []
        person = reader.row(Person, naming.person)
        found.append(Candidate(naming, person, held[-1] if held else None))
    return found


def state_of(namings: Sequence[Naming]) -> State:
    """How far a role has come, from those named for it."""
    answers = {naming.answer for naming in namings}
    if "yes" in answers:
        return "agreed"
    if not answers:
        return "untouched"
    if answers == {"named"}:
        return "named"
    return "vacant" if answers == {"not-now"} else "asking"


def add_own_role(library: Library, running: Running, name: str) -> str:
    """Offer a role the room thought of, in this block. Gives its id. Raises Trouble."""
    role = OWN + required_name(name)
    with library.change("role-name", scope_of(running.workshop)) as writer:
        recipe, offered = running.recipe, roles_offered(running.recipe)
        if role not in offered:
            setup = {**recipe.setup, "roles": (*offered, role)}
            changed = msgspec.structs.replace(recipe, setup=setup)
            writer.change(writer.row(Block, running.block.id), recipe=encode_recipe(changed))
    return role


def own_name(role: str) -> str:
    """The name of a role the room thought of; empty for a role of the catalogue."""
    return role.removeprefix(OWN) if role.startswith(OWN) else ""


def name_someone(library: Library, running: Running, role: str, name: str) -> Naming:
    """Name somebody for a role; named again, one more person has named them.

    A name the community does not know yet becomes a person of the community. Raises Trouble
    (``empty``, ``too-long``, ``role-unnamed``, ``two-of-that-name``).
    """
    line = required_line(without_unseen(name), LONGEST_NAME)
    if role == OWN:
        raise Trouble("role-unnamed")
    with library.change("role-name", scope_of(running.workshop)) as writer:
        person = person_named(writer, library, running, line)
        for naming in namings_of(writer, running.run.id, role):
            if naming.person == person.id:
                return writer.change(naming, by=naming.by + 1)
        last = writer.number("SELECT max(position) FROM naming WHERE run = ?", running.run.id)
        return writer.add(
            Naming(
                id=library.moment.new_id(),
                run=running.run.id,
                role=role,
                label=own_name(role),
                person=person.id,
                position=last + STEP,
            )
        )


def name_and_agree(
    library: Library, running: Running, role: str, name: str, *, months: int = 12
) -> Naming:
    """Name somebody who says yes at once. Raises Trouble as :func:`name_someone`."""
    with library.change("role-answer", scope_of(running.workshop)):
        naming = name_someone(library, running, role, name)
        return answer(library, running, naming, "yes", months=months)


def answer(
    library: Library, running: Running, naming: Naming, said: str, *, months: int = 12
) -> Naming:
    """Write what somebody answered. A yes gives them the role from that day on, for ``months``.

    Any other answer after a yes takes that holding back.
    """
    if said not in ANSWERS:
        raise ValueError(said)
    with library.change("role-answer", scope_of(running.workshop)) as writer:
        held = _held(writer, running, naming)
        if said == "yes" and not held:
            _give(library, running, naming, months)
        elif said != "yes":
            for holding in held:
                writer.remove(holding)
        return writer.change(naming, answer=said)


def set_term(library: Library, running: Running, naming: Naming, ends: date) -> Holding:
    """Say until when somebody who said yes holds the role.

    Raises Trouble: ``gone`` where they do not hold it any more, ``term-backwards``.
    """
    with library.change("role-term", scope_of(running.workshop)) as writer:
        held = _held(writer, running, naming)
        if not held:
            raise Trouble("gone")
        if ends.isoformat() < held[-1].starts:
            raise Trouble("term-backwards")
        return writer.change(held[-1], ends=ends.isoformat())


def unname(library: Library, running: Running, naming: Naming) -> None:
    """Take a name away, and the role with it when it was agreed.

    Somebody whom nothing but this name made known to the library is forgotten with it: a name
    typed wrongly leaves nobody behind.
    """
    with library.change("role-unname", scope_of(running.workshop)) as writer:
        answer(library, running, naming, "named")
        writer.remove(writer.row(Naming, naming.id))
        _forget_if_only_named(writer, running, naming)


def _give(library: Library, running: Running, naming: Naming, months: int) -> None:
    day = held_on(library, running.workshop)
    fields = HoldingFields(
        role=holdings.OWN if naming.label else naming.role,
        label=naming.label,
        person=naming.person,
        starts=day,
        ends=months_after(day, months) if months else None,
    )
    give_role(library, running.community.id, fields, running.workshop.id)


def _held(reader: Reader, running: Running, naming: Naming) -> list[Holding]:
    """What this workshop gave the person of this role, whatever it is called or counts as now."""
    given = reader.rows(Holding, workshop=running.workshop.id, person=naming.person)
    if naming.label:
        return [one for one in given if one.label == naming.label]
    return [one for one in given if one.role == naming.role]


def _forget_if_only_named(writer: Writer, running: Running, naming: Naming) -> None:
    person = writer.row(Person, naming.person)
    elsewhere = (
        writer.count(Naming, person=person.id)
        + writer.count(Holding, person=person.id)
        + writer.count(Holding, deputy=person.id)
        + writer.count(Attendance, person=person.id)
        + writer.count(Note, author=person.id)
        + writer.count(Outcome, owner=person.id)
        + writer.count(Reservation, said_by=person.id)
    )
    if elsewhere or not _in_one_breath(person.id, naming.id):
        return
    memberships = writer.rows(Membership, person=person.id)
    if [one.community for one in memberships] == [running.community.id]:
        writer.remove(memberships[0])
        writer.remove(person)


def _in_one_breath(one: str, other: str) -> bool:
    """Whether two rows were made by the same gesture: ids begin with their milliseconds."""
    return abs(int(one[:12], 16) - int(other[:12], 16)) < BREATH
