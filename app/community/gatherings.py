"""Ordinary meetings: when the next one is, who came by name or number, one thing that helped."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypedDict

import msgspec

from app.collation import in_order
from app.community.memberships import members
from app.community.people import PersonFields, add_person, known_people
from app.library.journal import Scope
from app.library.library import Library
from app.library.reader import Reader
from app.library.rows import Gathering, GatheringPerson, Person
from app.library.trouble import Trouble
from app.library.writer import Writer
from app.typed_text import LONGEST_LINE, LONGEST_NAME, one_line


class GatheringFields(msgspec.Struct, frozen=True, kw_only=True):
    """What is said of a gathering; ``starts`` in minutes since midnight, ``minutes`` its length.

    ``people`` are the ids of those who came by name, ``newcomers`` the names of others who did;
    ``came`` counts everybody, and is never kept as less than those two together.
    """

    date: date
    starts: int | None = None
    minutes: int = 60
    title: str = ""
    place: str = ""
    held: bool = False
    came: int = 0
    helped: str = ""
    people: tuple[str, ...] = ()
    newcomers: tuple[str, ...] = ()


class GatheringLine(msgspec.Struct, frozen=True):
    """A gathering and those who came to it by name, in the order of their names."""

    gathering: Gathering
    people: tuple[Person, ...]


def fields_of(reader: Reader, gathering: Gathering) -> GatheringFields:
    """A gathering's fields as they stand, to be edited."""
    return GatheringFields(
        date=date.fromisoformat(gathering.date),
        starts=gathering.starts,
        minutes=gathering.minutes,
        title=gathering.title,
        place=gathering.place,
        held=gathering.state == "held",
        came=gathering.came,
        helped=gathering.helped,
        people=tuple(one.person for one in _named(reader, gathering.id)),
    )


def gatherings_of(reader: Reader, community: str) -> list[GatheringLine]:
    """Every gathering of a community with those who came by name, the latest first."""
    people = {
        person.id: person
        for person in reader.select(
            Person,
            "WHERE id IN (SELECT person FROM gathering_person JOIN gathering"
            " ON gathering.id = gathering_person.gathering WHERE gathering.community = ?)",
            community,
        )
    }
    named: dict[str, list[Person]] = {}
    for row in reader.select(
        GatheringPerson,
        "WHERE gathering IN (SELECT id FROM gathering WHERE community = ?)",
        community,
    ):
        named.setdefault(row.gathering, []).append(people[row.person])
    found = reader.rows(Gathering, order="date DESC, starts DESC, id DESC", community=community)
    return [GatheringLine(one, tuple(_by_name(named.get(one.id, ())))) for one in found]


def who_may_come(
    reader: Reader, community: str, today: date, named: Iterable[str] = ()
) -> list[Person]:
    """Those of whom one says that they came, by name: the members of today, and those ``named``
    already (their ids)."""
    found = {one.person.id: one.person for one in members(reader, community, today) if not one.gone}
    found |= {one: reader.row(Person, one) for one in named}
    return _by_name(found.values())


def _by_name(people: Iterable[Person]) -> list[Person]:
    return in_order(people, lambda person: person.name)


def meetings(
    reader: Reader, community: str, today: date
) -> tuple[list[Gathering], Gathering | None]:
    """Gatherings to come, the nearest first, and the last one held."""
    found = reader.rows(Gathering, order="date, starts", community=community)
    ahead = [one for one in found if one.state == "planned" and one.date >= today.isoformat()]
    held = [one for one in found if one.state == "held"]
    return ahead, held[-1] if held else None


def plan_gathering(library: Library, community: str, fields: GatheringFields) -> Gathering:
    """Put a gathering in the calendar, planned or held, with those who came.

    Raises :class:`Trouble`: ``too-long``, ``count-odd``, and as
    :func:`~app.community.people.add_person`.
    """
    scope = Scope(community)
    with library.change("gathering-add", scope) as rows:
        people = _everybody(library, rows, scope, fields)
        clean = _clean(fields, len(people))
        new = Gathering(id=library.moment.new_id(), community=community, **clean)
        row = rows.add(new)
        _name(library, rows, row.id, people)
        return row


def edit_gathering(library: Library, gathering: str, fields: GatheringFields) -> Gathering:
    """Change a gathering, or say how it went. Raises as :func:`plan_gathering`."""
    row = library.reader.needed(Gathering, gathering)
    scope = Scope(row.community)
    with library.change("gathering-edit", scope) as rows:
        people = _everybody(library, rows, scope, fields)
        changed = rows.change(row, **_clean(fields, len(people)))
        _name(library, rows, row.id, people)
        return changed


def remove_gathering(library: Library, gathering: str) -> None:
    """Take a gathering out of the calendar, with what was said of who came."""
    row = library.reader.needed(Gathering, gathering)
    with library.change("gathering-remove", Scope(row.community)) as rows:
        for one in _named(rows, row.id):
            rows.remove(one)
        rows.remove(row)


def _named(reader: Reader, gathering: str) -> list[GatheringPerson]:
    return reader.rows(GatheringPerson, order="id", gathering=gathering)


def _everybody(library: Library, rows: Writer, scope: Scope, fields: GatheringFields) -> list[str]:
    """The ids of those who came, each once; who is not known to the library yet is added to it."""
    found = dict.fromkeys(fields.people)
    for name in fields.newcomers:
        known = known_people(rows).like(name, "")
        person = known.person if known else add_person(library, scope, PersonFields(name=name))
        found.setdefault(person.id)
    return list(found)


def _name(library: Library, rows: Writer, gathering: str, people: Sequence[str]) -> None:
    """Let these, and nobody else, be those who came by name."""
    standing = _named(rows, gathering)
    for row in standing:
        if row.person not in people:
            rows.remove(row)
    there = {row.person for row in standing}
    for person in people:
        if person not in there:
            rows.add(
                GatheringPerson(id=library.moment.new_id(), gathering=gathering, person=person)
            )


class _Cells(TypedDict):
    date: str
    starts: int | None
    minutes: int
    title: str
    place: str
    state: str
    came: int
    helped: str


def _clean(fields: GatheringFields, named: int) -> _Cells:
    if fields.came < 0 or fields.minutes < 0:
        raise Trouble("count-odd")
    return {
        "date": fields.date.isoformat(),
        "starts": fields.starts,
        "minutes": fields.minutes,
        "title": one_line(fields.title, LONGEST_NAME),
        "place": one_line(fields.place, LONGEST_NAME),
        "state": "held" if fields.held else "planned",
        "came": max(fields.came, named),
        "helped": one_line(fields.helped, LONGEST_LINE),
    }
