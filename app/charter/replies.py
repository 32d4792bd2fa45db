"""Replies to a version, entered in bulk: counted in private, named only where people wish it.

What somebody answered goes into the private count of the round, for the whole and for each section
by itself, and for the whole once more apart from hands that were counted; that they answered stands
apart from it. A row with a name and a position is written only for those who wish to be named, and
so is the name beside a reservation. Several replies are shuffled before anything is written: the
order in which they came tells nothing.
"""

import random
from collections.abc import Mapping, Sequence

import msgspec

from app.charter.asked_sections import section_key
from app.charter.people_asked import people_asked, workshop_asked
from app.charter.versions import REPLIED, agreement_of, open_stances, stances_round
from app.charter.whole_told import POSITIONS, by_place
from app.collation import in_order
from app.library.charter_rows import NamedPosition
from app.library.journal import Scope
from app.library.library import Library
from app.library.private import count_answer, has_answered, tallies_of
from app.library.reader import Reader
from app.library.rows import Attendance, Membership, Person, Reservation, Round, Version
from app.library.trouble import Trouble
from app.library.writer import Writer
from app.typed_text import required_line
from app.workshop.attendance import members_of
from app.workshop.rounds import STANCES
from app.workshop.spread import LEAST, Place, places_of

MOST_REPLIES = 1000
"""How many replies are entered at once, at the most."""


class Reply(msgspec.Struct, frozen=True):
    """What one person answered: a position to the whole, positions by section, a reservation.

    ``person`` (an id) is known or not; ``named`` says whether that person wishes to be named.
    """

    whole: str
    sections: Mapping[str, str] = {}
    reservation: str = ""
    person: str | None = None
    named: bool = False


class NotYet(msgspec.Struct, frozen=True):
    """Who has answered, of how many ``asked`` (0: not known). ``people`` are those asked who are
    not known to have; ``unnamed``: how many answers came without a name."""

    answered: int
    asked: int
    people: tuple[Person, ...]
    unnamed: int


class SectionStances(msgspec.Struct, frozen=True):
    """How people stand to a section: ``named`` by name, the others in ``places`` from 1, the
    nearest, to 4; none where fewer than three others answered."""

    answered: int
    places: tuple[Place, ...]
    named: Mapping[str, str]


def enter_replies(
    library: Library, scope: Scope, version: Version, replies: Sequence[Reply]
) -> None:
    """Count replies, all or none of them, and keep their reservations word for word.

    Raises Trouble: ``replies-too-many``; ``reply-twice`` (somebody has answered already, or twice
    here); ``reply-unnamed`` (to be named without a name); ``round-closed`` once the version is
    settled; ``too-long`` of a reservation; ``being-read``.
    """
    if not replies:
        return
    _check(library.reader, version, replies)
    mixed = list(replies)
    random.SystemRandom().shuffle(mixed)
    asked = open_stances(library, scope, version)
    said = [one for reply in mixed for one in _said(library, version, reply)]
    with library.change("replies-enter", scope) as writer:
        for row in said:
            writer.add(row)
    try:
        with library.keep(scope, private=True) as keeper:
            for reply in mixed:
                _count(keeper, asked, reply)
    except Trouble:
        # Nothing was counted: what was said is entered again together with it.
        with library.change("replies-take-back", scope) as writer:
            for row in said:
                writer.remove(row)
        raise


def not_yet(reader: Reader, version: Version) -> NotYet:
    """Who of those asked has not answered yet. The silent are never counted as agreeing.

    Once the round is closed nobody knows any more who answered: ``people`` is empty then.
    """
    known = agreement_of(reader, version.id)
    counted = known.counted if known else 0
    asked = people_asked(reader, version.community, version)
    opened = stances_round(reader, version.id)
    if opened is None or opened.closed is not None or version.status != "proposed":
        return NotYet(counted, asked.people, (), 0)
    everybody = _asked_by_name(reader, version, present=asked.present)
    marked = [one for one in everybody if has_answered(reader, opened.id, one.id)]
    away = known.counts.get("away", 0) if known else 0
    missing = tuple(one for one in everybody if one not in marked)
    return NotYet(counted, asked.people, missing, max(0, counted + away - len(marked)))


def who_may_reply(reader: Reader, version: Version) -> list[Person]:
    """Those whose name a reply may bear: those asked who have not answered, by name."""
    opened = stances_round(reader, version.id)
    asked = people_asked(reader, version.community, version)
    return [
        one
        for one in _asked_by_name(reader, version, present=asked.present)
        if opened is None
        or opened.closed is not None
        or not has_answered(reader, opened.id, one.id)
    ]


def section_stances(reader: Reader, version: Version) -> dict[str, SectionStances]:
    """How people stand to each section that was answered on, by the key of its counts.

    Who is named is told by name, and taken out of the counts: of the others no number below three
    is told, nor can one be worked out.
    """
    opened = stances_round(reader, version.id)
    if opened is None:
        return {}
    counts: dict[str, dict[str, int]] = {}
    for one in tallies_of(reader, opened.id):
        if one.item and one.item != REPLIED:
            counts.setdefault(one.item, {})[one.value] = one.number
    named: dict[str, dict[str, str]] = {}
    for row in reader.rows(NamedPosition, version=version.id):
        if row.section and row.position in STANCES and row.id > opened.id:
            named.setdefault(section_key(row.section), {})[row.person] = row.position
    return {key: _told(told, named.get(key, {})) for key, told in counts.items()}


def named_positions(reader: Reader, version: Version) -> dict[str, str]:
    """The positions to the whole of those who wish to be named, by their ids; those that only a
    later Hearth knows are left out."""
    rows = reader.rows(NamedPosition, version=version.id, section="")
    return {row.person: row.position for row in rows if row.position in STANCES}


def _told(counts: Mapping[str, int], named: Mapping[str, str]) -> SectionStances:
    taken = list(named.values())
    others = by_place({one: max(0, n - taken.count(one)) for one, n in counts.items()})
    answered = sum(counts.get(stance, 0) for stance in POSITIONS)
    shown = answered if answered >= LEAST else 0
    return SectionStances(shown, places_of(others, 1, len(POSITIONS)), named)


def _check(reader: Reader, version: Version, replies: Sequence[Reply]) -> None:
    """Refuse what cannot be entered before anything is written."""
    if len(replies) > MOST_REPLIES:
        raise Trouble("replies-too-many", most=MOST_REPLIES)
    if reader.needed(Version, version.id).status != "proposed":
        raise Trouble("round-closed")
    opened = stances_round(reader, version.id)
    seen: set[str] = set()
    for one in replies:
        if {one.whole, *one.sections.values()} - set(STANCES):
            raise ValueError("no such position")
        if one.reservation.strip():
            required_line(one.reservation)
        if one.person is None:
            if one.named:
                raise Trouble("reply-unnamed")
            continue
        still = opened is not None and opened.closed is None
        before = still and opened is not None and has_answered(reader, opened.id, one.person)
        if before or one.person in seen:
            raise Trouble("reply-twice", name=reader.needed(Person, one.person).name)
        seen.add(one.person)


def _said(library: Library, version: Version, reply: Reply) -> list[Reservation | NamedPosition]:
    """What of a reply is kept word for word, and by name where that is wished."""
    said: list[Reservation | NamedPosition] = []
    name = reply.person if reply.named else None
    if reply.reservation.strip():
        text = required_line(reply.reservation)
        new = library.moment.new_id()
        said.append(Reservation(id=new, version=version.id, text=text, said_by=name))
    if name is not None:
        for section, position in {"": reply.whole, **reply.sections}.items():
            said.append(
                NamedPosition(
                    id=library.moment.new_id(),
                    version=version.id,
                    person=name,
                    section=section,
                    position=position,
                )
            )
    return said


def _count(keeper: Writer, asked: Round, reply: Reply) -> None:
    """Count a reply: what was answered, and apart from it, who did."""
    count_answer(keeper, asked.id, reply.whole, person=reply.person)
    count_answer(keeper, asked.id, reply.whole, item=REPLIED)
    for section, position in reply.sections.items():
        count_answer(keeper, asked.id, position, item=section_key(section))


def _asked_by_name(reader: Reader, version: Version, *, present: bool) -> list[Person]:
    """Those asked whose names are known: who is in the room, else the members, by name."""
    if not present:
        outside = {
            one.person
            for one in reader.rows(Membership, community=version.community, level="outside")
        }
        return [one for one in members_of(reader, version.community) if one.id not in outside]
    workshop = workshop_asked(reader, version.community, version)
    rows = reader.rows(Attendance, workshop=workshop) if workshop else []
    here = dict.fromkeys(
        row.person for row in rows if row.person is not None and row.state != "left"
    )
    return in_order([reader.row(Person, one) for one in here], lambda one: one.name)
