"""Which community, workshop, person, register, exercise or letter is meant by a name, which version
is there, and which format by the end of a file's name."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from app.catalogue.catalogue import Catalogue
from app.catalogue.exercise_entries import Exercise
from app.catalogue.own_exercise import OWN
from app.catalogue.reading_entries import Template
from app.catalogue.register_shapes import Register
from app.charter.clauses import clauses_of
from app.charter.versions import versions_of
from app.community.held_roles import RoleLine
from app.folding import fold
from app.library.reader import Reader
from app.library.rows import Community, Membership, OwnExercise, Person, Workshop
from app.words import Words
from exports.facts.charter_document import DRAFT
from ui.terminal.arguments import Refusal

R = TypeVar("R", Community, OwnExercise, Person, Workshop)


def choose_community(reader: Reader, name: str, words: Words) -> Community:
    """The community of that id or name. Raises Refusal, with the ids where several have it."""
    found = _alike(reader.rows(Community), name, lambda one: one.name)
    if not found:
        raise Refusal(words("commands.no-community", name=name))
    if len(found) > 1:
        raise Refusal(words("commands.communities-alike", name=name, ids=_ids(found)))
    return found[0]


def choose_own_exercises(reader: Reader, name: str, words: Words) -> list[OwnExercise]:
    """The own exercises of that id or name, or all where none is named. Raises Refusal."""
    rows = reader.rows(OwnExercise, order="created")
    if not name:
        return rows
    found = _alike(rows, name.removeprefix(OWN), lambda one: one.name)
    if not found:
        raise Refusal(words("commands.no-own-exercise", name=name))
    return found


def choose_workshop(reader: Reader, community: Community, title: str, words: Words) -> Workshop:
    """The workshop of that id or title. Raises Refusal, with the ids where several have it."""
    workshops = reader.rows(Workshop, order="date", community=community.id)
    found = _alike(workshops, title, lambda one: one.title)
    if not found:
        raise Refusal(words("commands.no-workshop", community=community.name, title=title))
    if len(found) > 1:
        facts = {"community": community.name, "title": title, "ids": _ids(found)}
        raise Refusal(words("commands.workshops-alike", **facts))
    return found[0]


def choose_register(catalogue: Catalogue, name: str, words: Words) -> Register:
    """The register of that id or name, in any language. Raises Refusal, with those there are."""
    for register in catalogue.registers:
        names = (register.id, *(one.name for one in register.words.values()))
        if fold(name) in map(fold, names):
            return register
    listed = ", ".join(one.id for one in catalogue.registers)
    raise Refusal(words("commands.no-register", name=name, registers=listed))


def choose_exercise(catalogue: Catalogue, name: str, words: Words) -> Exercise:
    """The exercise of that id or name, in any language. Raises Refusal."""
    for exercise in catalogue.exercises:
        names = (exercise.id, *(one.name for one in exercise.words.values()))
        if fold(name) in map(fold, names):
            return exercise
    raise Refusal(words("commands.no-exercise", name=name))


def choose_template(catalogue: Catalogue, name: str, words: Words) -> Template:
    """The letter or sheet of that id or name, in any language. Raises Refusal, with those there
    are."""
    for template in catalogue.templates:
        names = (template.id, *(one.name for one in template.words.values()))
        if fold(name) in map(fold, names):
            return template
    listed = ", ".join(one.id for one in catalogue.templates)
    raise Refusal(words("commands.no-template", name=name, templates=listed))


def choose_person(reader: Reader, community: Community, name: str, words: Words) -> Person:
    """Somebody who belongs or belonged to a community, by name or id. Raises Refusal for nobody,
    and where several have that name."""
    belonged = {one.person for one in reader.rows(Membership, community=community.id)}
    found = _alike([reader.row(Person, one) for one in belonged], name, lambda one: one.name)
    if not found:
        raise Refusal(words("commands.no-person", name=name, community=community.name))
    if len(found) > 1:
        raise Refusal(words("commands.people-alike", name=name, ids=_ids(found)))
    return found[0]


def choose_role(lines: Sequence[RoleLine], catalogue: Catalogue, name: str, words: Words) -> str:
    """A role by what it is called in a community, or by its id or name in the catalogue, in any
    language: its own name, or its id. Raises Refusal, with those there are."""
    for line in lines:
        if line.label and fold(line.label) == fold(name):
            return line.label
    for role in catalogue.roles:
        names = (role.id, *(one.name for one in role.words.values()))
        if fold(name) in map(fold, names):
            return role.id
    own = [line.label for line in lines if line.label]
    listed = ", ".join([*own, *(one.id for one in catalogue.roles)])
    raise Refusal(words("commands.no-role", name=name, roles=listed))


def check_version(
    reader: Reader, community: Community, number: int | None, words: Words, *, draft: bool = False
) -> None:
    """Raises Refusal for a version of the charter there is not, and where nothing is drafted.

    With ``draft`` the draft can be asked for too, by its number.
    """
    numbers = [version.number for version in versions_of(reader, community.id)]
    number = None if draft and number == DRAFT else number
    if not numbers and (number is not None or not clauses_of(reader, community.id)):
        raise Refusal(words("commands.no-charter", community=community.name))
    if number is not None and number not in numbers:
        listed = ", ".join(str(one) for one in reversed(numbers))
        facts = {"community": community.name, "number": number, "numbers": listed}
        raise Refusal(words("commands.no-version", **facts))


def ending_of(place: Path, endings: Sequence[str], words: Words) -> str:
    """What a file name ends in. Raises Refusal unless it is one of ``endings``."""
    for ending in endings:
        if place.suffix.casefold() == f".{ending}":
            return ending
    dotted = [f".{ending}" for ending in endings]
    listed = dotted[0]
    if len(dotted) > 1:
        some = ", ".join(dotted[:-1])
        listed = words("commands.endings", some=some, last=dotted[-1])
    raise Refusal(words("commands.ending", endings=listed))


def _alike(rows: Sequence[R], wanted: str, name_of: Callable[[R], str]) -> list[R]:
    """Those of that id; else of exactly that name; else however it is spaced or accented."""
    for same in (
        lambda one: one.id == wanted,
        lambda one: name_of(one) == wanted,
        lambda one: fold(wanted) != "" and fold(name_of(one)) == fold(wanted),
    ):
        found = [one for one in rows if same(one)]
        if found:
            return found
    return []


def _ids(rows: Sequence[Community] | Sequence[Person] | Sequence[Workshop]) -> str:
    return ", ".join(one.id for one in rows)
