"""People as they are named in a room: found in the community by what is typed, or new to it."""

from collections import Counter
from collections.abc import Sequence

from app.collation import in_order
from app.community.memberships import join
from app.folding import fold, names_like
from app.library.library import Library
from app.library.reader import Reader
from app.library.rows import Membership, Person
from app.library.trouble import Trouble
from app.library.writer import Writer
from app.moment import stamp
from app.text_direction import self_contained
from app.typed_text import required_name
from app.workshop.history import held_on
from app.workshop.running import Running


def suggestions(reader: Reader, running: Running, start: str) -> Sequence[str]:
    """Names of the community's people that have what was typed.

    Two people of one name are told apart by their units.
    """
    told = in_order((name for _, name, _ in _known(reader, running)), lambda name: name)
    return names_like(told, start)


def person_named(writer: Writer, library: Library, running: Running, name: str) -> Person:
    """Whoever is named, in a change that is open; a name that nobody bears yet becomes a person.

    Either belongs to the community from then on. Raises Trouble: ``two-of-that-name``,
    ``name-missing``, ``too-long``.
    """
    known, said = _known(writer, running), fold(name)
    found = [
        person
        for person, told, folded in known
        if said == (folded if told == person.name else fold(told))
    ]
    found = found or [person for person, _, folded in known if folded == said]
    if len(found) > 1:
        raise Trouble("two-of-that-name", name=name)
    if found:
        person = found[0]
    else:
        now = stamp(library.moment.now())
        person = writer.add(
            Person(id=library.moment.new_id(), name=required_name(name), created=now)
        )
    join(library, running.community.id, person.id, joined=held_on(library, running.workshop))
    return person


def _known(reader: Reader, running: Running) -> list[tuple[Person, str, str]]:
    """The community's people, each with the name that tells them apart and their own one folded."""
    rows = reader.rows(Membership, community=running.community.id)
    units = {row.person: row.unit for row in rows}
    people = reader.select(
        Person,
        "WHERE id IN (SELECT person FROM membership WHERE community = ?)",
        running.community.id,
    )
    folded = [fold(person.name) for person in people]
    times = Counter(folded)
    told = []
    for person, name in zip(people, folded, strict=True):
        unit = units.get(person.id) or person.organization or person.email
        twice = times[name] > 1 and unit
        named = f"{self_contained(person.name)} ({unit})" if twice else person.name
        told.append((person, named, name))
    return told
