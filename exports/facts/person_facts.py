"""What a letter for somebody's file says: what they did and held, never how often they came.

It is written at the person's own request. What the library does not know is None, and is written
in by hand.
"""

from collections.abc import Iterator, Mapping
from datetime import date

import msgspec

from app.catalogue.catalogue import Catalogue
from app.library.audience import may_read
from app.library.reader import Reader
from app.library.rows import Holding, Membership, Outcome, Person
from app.registers.cells import Party
from app.registers.known_registers import PROMISES
from app.registers.register_entries import entries_of
from exports.facts.dates import date_or_none

KEPT = "kept"
RECOGNITION, IN_USE = "recognition", "in-use"
CONTRIBUTIONS = "contributions"
"""Registers and states of the catalogue that a letter tells of."""


class MonthOf(msgspec.Struct, frozen=True):
    """A day of which only the month is told."""

    day: date


class DoneThing(msgspec.Struct, frozen=True):
    """What somebody did; the day where it is known."""

    text: str
    day: date | None = None


class HeldRole(msgspec.Struct, frozen=True):
    """A role that somebody held or holds, from when to when, with the hours a month agreed (0 where
    none were)."""

    role: str
    label: str
    starts: date
    ends: date | None
    hours: int


class RecognizedWay(msgspec.Struct, frozen=True):
    """A form of recognition in use; ``door`` is where, an option of the register."""

    way: str
    door: str = ""


PersonFact = MonthOf | DoneThing | HeldRole | RecognizedWay
OF_A_PERSON = ("person", "since", "done", "held", "ways")
"""The placeholders of a letter that tell of one person."""


def person_facts(
    reader: Reader, catalogue: Catalogue, community: str, person: str, audience: str, today: date
) -> Mapping[str, str | PersonFact | tuple[PersonFact, ...] | None]:
    """What is known of a person (by id) in a community on a day, as an audience may read it.

    Without a person, nothing is. Raises KeyError for somebody there is not, or who never belonged.
    """
    if not person:
        return dict.fromkeys(OF_A_PERSON)
    memberships = reader.rows(Membership, community=community, person=person)
    if not memberships:
        raise KeyError(person)
    joined = min((one.joined for one in memberships if one.joined), default=None)
    return {
        "person": reader.row(Person, person).name,
        "since": MonthOf(date.fromisoformat(joined)) if joined else None,
        "done": tuple(_done(reader, catalogue, community, person, audience)) or None,
        "held": tuple(_held(reader, community, person, today)) or None,
        "ways": tuple(_ways(reader, catalogue, community, audience)) or None,
    }


def done_unread(reader: Reader, community: str, person: str, audience: str) -> int:
    """How many of the actions that a person did these readers do not get."""
    rows = reader.rows(Outcome, community=community, owner=person, form="action", state="done")
    return sum(not may_read(one.audience, audience) for one in rows)


def _done(
    reader: Reader, catalogue: Catalogue, community: str, person: str, audience: str
) -> Iterator[DoneThing]:
    """Actions done, then promises kept, then contributions, each by its day."""
    rows = reader.rows(Outcome, community=community, owner=person, form="action", state="done")
    for one in sorted(rows, key=lambda row: row.settled or row.made):
        if may_read(one.audience, audience):
            yield DoneThing(one.text, date_or_none(one.settled))
    register = catalogue.find_register(PROMISES)
    for entry in entries_of(reader, register, community, audience) if register else ():
        giver = entry.values.get("from")
        if isinstance(giver, Party) and giver.id == person and entry.state == KEPT:
            yield DoneThing(str(entry.values.get("promise", "")))
    given = catalogue.find_register(CONTRIBUTIONS)
    for entry in entries_of(reader, given, community, audience) if given else ():
        giver, day = entry.values.get("by"), entry.values.get("when")
        if isinstance(giver, Party) and giver.id == person:
            text = str(entry.values.get("contribution", ""))
            yield DoneThing(text, day if isinstance(day, date) else None)


def _held(reader: Reader, community: str, person: str, today: date) -> Iterator[HeldRole]:
    """Roles that have begun, by their first day."""
    for one in reader.rows(Holding, order="starts", community=community, person=person):
        starts = date.fromisoformat(one.starts)
        if starts <= today:
            ends = date_or_none(one.ends)
            past = ends if ends is not None and ends < today else None
            yield HeldRole(one.role, one.label, starts, past, one.hours)


def _ways(
    reader: Reader, catalogue: Catalogue, community: str, audience: str
) -> Iterator[RecognizedWay]:
    """The forms of recognition that are in use here."""
    register = catalogue.find_register(RECOGNITION)
    for entry in entries_of(reader, register, community, audience) if register else ():
        if entry.state == IN_USE:
            door = entry.values.get("door")
            yield RecognizedWay(
                str(entry.values.get("way", "")), door if isinstance(door, str) else ""
            )
