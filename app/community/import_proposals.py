"""What a pasted list would add: who is new, who is known; and adding them."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal

import msgspec

from app.community.memberships import join
from app.community.people import PersonFields, add_person, known_people
from app.community.row_people import Entry
from app.folding import fold
from app.library.journal import Scope
from app.library.library import Library
from app.library.reader import Reader
from app.library.rows import Membership, Person

Choice = Literal["new", "same", "skip"]


class Proposal(msgspec.Struct, frozen=True, kw_only=True):
    """A line and what is proposed for it.

    ``person`` is somebody known who may be the one meant, recognised ``by`` email or name.
    ``why`` says why it is skipped: the line's trouble, ``member``, ``repeated``, or nothing.
    """

    entry: Entry
    choice: Choice
    person: Person | None = None
    by: str = ""
    why: str = ""


def propose_people(
    reader: Reader, community: str, entries: Iterable[Entry]
) -> tuple[Proposal, ...]:
    """A proposal for each line; nothing is written."""
    known = known_people(reader)
    belong = {
        row.person for row in reader.rows(Membership, community=community) if row.left is None
    }
    seen = _LinesSeen()
    found = []
    for entry in entries:
        like = known.like(entry.name, entry.email)
        if like is not None and like.by == "name" and _other_address(like.person, entry):
            # Two addresses under one name: more likely two people than one.
            choice: Choice = "new"
            member = False
        else:
            choice = "new" if like is None else "same"
            member = like is not None and like.person.id in belong
        why = entry.trouble or ("repeated" if seen.again(entry) else "member" if member else "")
        found.append(
            Proposal(
                entry=entry,
                choice="skip" if why else choice,
                person=like.person if like else None,
                by=like.by if like else "",
                why=why,
            )
        )
    return tuple(found)


def add_people(
    library: Library, community: str, proposals: Sequence[Proposal], joined: date | None = None
) -> int:
    """Add everybody who is not skipped, as one change; gives how many joined.

    Somebody known keeps all that is kept of them and gains only what was empty.
    """
    wanted = [one for one in proposals if one.choice != "skip" and not one.entry.trouble]
    if not wanted:
        return 0
    scope = Scope(community)
    with library.change("people-add", scope) as rows:
        before = rows.count(Membership, community=community)
        for one in wanted:
            entry = one.entry
            if one.choice == "same" and one.person is not None:
                person = rows.row(Person, one.person.id)
                rows.change(
                    person,
                    email=person.email or entry.email,
                    organization=person.organization or entry.organization,
                )
            else:
                person = add_person(library, scope, _fields(entry))
            join(library, community, person.id, entry.level or "active", entry.unit, joined)
        return rows.count(Membership, community=community) - before


def _fields(entry: Entry) -> PersonFields:
    return PersonFields(name=entry.name, email=entry.email, organization=entry.organization)


class _LinesSeen:
    """The lines met so far, to tell whoever is named twice."""

    def __init__(self) -> None:
        self._emails: set[str] = set()
        self._names: dict[str, str] = {}

    def again(self, entry: Entry) -> bool:
        """Whether this is somebody met before; from now on they are."""
        email, name = entry.email.casefold(), fold(entry.name)
        earlier = self._names.get(name) if name else None
        met = email in self._emails or (earlier is not None and "" in {earlier, email})
        self._names.setdefault(name, email)
        if email:
            self._emails.add(email)
        return met


def _other_address(person: Person, entry: Entry) -> bool:
    return bool(person.email and entry.email and person.email.casefold() != entry.email.casefold())
