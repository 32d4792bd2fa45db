"""Who holds which role, until when, and who stands in for them."""

from datetime import date

import msgspec

from app.catalogue.catalogue import Catalogue
from app.library.reader import Reader
from app.library.rows import Holding, Person
from exports.facts.dates import date_or_none


class PersonFacts(msgspec.Struct, frozen=True):
    """Somebody by id and name."""

    id: str
    name: str


class HolderFacts(msgspec.Struct, frozen=True):
    """A role and who holds it; ``label`` names a role of the community's own.

    ``until`` is None where no end was set.
    """

    role: str
    label: str
    person: PersonFacts | None
    deputy: PersonFacts | None = None
    until: date | None = None


def read_holder(
    reader: Reader, role: str, label: str, person: str, held: Holding | None
) -> HolderFacts:
    """A person (by id) in a role; ``held``, where there is one, knows the end and the deputy."""
    return HolderFacts(
        role=role,
        label=label,
        person=_person(reader, person),
        deputy=_person(reader, held.deputy if held else None),
        until=date_or_none(held.ends if held else None),
    )


def holdings_on(
    reader: Reader, catalogue: Catalogue, community: str, day: str | None
) -> list[Holding]:
    """What is held on a day (None: all there ever was), in the order of the catalogue's roles.

    Who goes on in a role on that day is told once, with the end that now counts.
    """
    order = {role.id: place for place, role in enumerate(catalogue.roles)}
    held = [
        one
        for one in reader.rows(Holding, order="starts", community=community)
        if day is None or (one.starts <= day and (one.ends is None or one.ends >= day))
    ]
    if day is not None:
        held = list({(one.role, one.label, one.person): one for one in held}.values())
    return sorted(held, key=lambda one: order.get(one.role, len(order)))


def _person(reader: Reader, id_: str | None) -> PersonFacts | None:
    found = reader.find(Person, id_) if id_ else None
    return PersonFacts(found.id, found.name) if found else None
