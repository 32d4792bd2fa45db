"""People: each known once to the library, whatever communities they belong to."""

from collections.abc import Iterable

import msgspec

from app.collation import in_order
from app.folding import fold
from app.library.journal import Scope
from app.library.library import Library
from app.library.reader import Reader
from app.library.rows import Person
from app.moment import stamp
from app.typed_text import email_address, name_line, required_name, several_lines, unmarked


class PersonFields(msgspec.Struct, frozen=True, kw_only=True):
    """What is kept of a person; only the name is needed."""

    name: str
    email: str = ""
    organization: str = ""
    notes: str = ""

    def clean(self) -> "PersonFields":
        """These fields, fit to keep. Raises Trouble: name-missing, too-long, email-odd."""
        return PersonFields(
            name=required_name(" ".join(unmarked(self.name, named=True).split())),
            email=email_address(self.email),
            organization=name_line(self.organization),
            notes=several_lines(self.notes),
        )


class KnownPerson(msgspec.Struct, frozen=True):
    """A known person who may be the one meant, recognised ``by`` "email" or "name"."""

    person: Person
    by: str


class KnownPeople:
    """Everybody in the library, to recognise whoever is named again."""

    def __init__(self, people: Iterable[Person]) -> None:
        """Recognise these people."""
        self._by_email: dict[str, Person] = {}
        self._by_name: dict[str, Person] = {}
        for person in people:
            if person.email:
                self._by_email.setdefault(person.email.casefold(), person)
            self._by_name.setdefault(fold(person.name), person)

    def like(self, name: str, email: str) -> KnownPerson | None:
        """Who this may be: the same email, else the same name however accents are written."""
        same = self._by_email.get(email.casefold()) if email else None
        if same is not None:
            return KnownPerson(same, "email")
        same = self._by_name.get(fold(name)) if fold(name) else None
        return None if same is None else KnownPerson(same, "name")


def known_people(reader: Reader) -> KnownPeople:
    """Everybody in the library."""
    return KnownPeople(reader.rows(Person))


def add_person(library: Library, scope: Scope, fields: PersonFields) -> Person:
    """Keep a person. Raises :class:`Trouble`: ``name-missing``, ``too-long``, ``email-odd``."""
    clean = fields.clean()
    person = Person(
        id=library.moment.new_id(),
        created=stamp(library.moment.now()),
        **msgspec.structs.asdict(clean),
    )
    with library.change("person-add", scope) as rows:
        return rows.add(person)


def edit_person(library: Library, scope: Scope, person: str, fields: PersonFields) -> Person:
    """Change what is kept of a person, in every community. Raises as :func:`add_person`."""
    clean = fields.clean()
    with library.change("person-edit", scope) as rows:
        return rows.change(rows.row(Person, person), **msgspec.structs.asdict(clean))


def elsewhere(reader: Reader, person: str, community: str) -> list[str]:
    """The names of the other communities a person belongs to today."""
    found = reader.cells(
        "SELECT DISTINCT community.name FROM membership"
        " JOIN community ON community.id = membership.community"
        " WHERE membership.person = ? AND membership.community <> ? AND membership.left IS NULL",
        person,
        community,
    )
    return in_order((str(name) for (name,) in found), str)
