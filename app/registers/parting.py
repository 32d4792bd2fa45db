"""Splitting a community, or merging it into another: what there is, what was decided, what goes.

A plan is read before it is carried out (:mod:`app.registers.parting_made`), which copies and never
takes away: the community there was stays as it is, to be read.
"""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Literal

import msgspec

from app.catalogue.catalogue import Catalogue
from app.charter.clauses import clauses_of
from app.charter.sections import shape_of
from app.community.facts import by_name
from app.community.memberships import members
from app.community.rhythm_events import next_dates
from app.library.audience import AUDIENCES, widest
from app.library.reader import Reader
from app.library.rows import Holding, Outcome, Person, RhythmEvent
from app.registers.before_ending import PARTING
from app.registers.register_entries import entries_of

Sort = Literal["section", "member", "role", "entry", "outcome", "event"]
SORTS: tuple[Sort, ...] = ("section", "member", "role", "entry", "outcome", "event")
"""What can go somewhere, in the order in which it is asked about."""

Key = tuple[str, str]
"""A thing by its sort and the id of its row; a section by what clauses name it by."""


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """A thing that can go along. ``text`` is in people's own words.

    Of a section ``text`` is what the community calls it, else what clauses name it by; of a role it
    is who holds it, and ``role`` and ``label`` say which. ``register`` is that of an entry,
    ``form`` that of an outcome. ``audience`` is for whom it is marked, the widest there is where it
    has no mark of its own.
    """

    sort: Sort
    id: str
    text: str
    role: str = ""
    label: str = ""
    register: str = ""
    form: str = ""
    audience: str = AUDIENCES[-1]

    @property
    def key(self) -> Key:
        """What a plan knows it by."""
        return self.sort, self.id

    @property
    def group(self) -> tuple[str, str]:
        """What it is asked about and counted with: its sort, and its register or form."""
        return self.sort, self.register or self.form


class Target(msgspec.Struct, frozen=True, kw_only=True):
    """Where things go: a community that is there already, by its id, or one begun with a name."""

    name: str
    community: str | None = None


class Parting(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be done: a ``community`` (its id) is split or merged on a ``day``.

    ``goes`` says into which of the targets (their places) a thing goes; one that is not named stays
    where it is.
    """

    community: str
    state: Literal["split", "merged"]
    day: date
    reason: str = ""
    targets: tuple[Target, ...]
    goes: Mapping[Key, tuple[int, ...]]


class Going(msgspec.Struct, frozen=True):
    """Things of one group that go to the same place; ``target`` is None for those that stay."""

    target: int | None
    group: tuple[str, str]
    pieces: tuple[Piece, ...]


def pieces_of(
    reader: Reader, catalogue: Catalogue, community: str, today: date
) -> tuple[Piece, ...]:
    """All that can go along from a community (its id): sections of its charter's draft, people,
    roles held now or later, what is open in registers and among outcomes, what recurs."""
    return (
        *_sections(reader, community),
        *_people(reader, community, today),
        *_roles(reader, community, today),
        *_entries(reader, catalogue, community),
        *_outcomes(reader, community),
        *_events(reader, community, today),
    )


def suggested_targets(reader: Reader, catalogue: Catalogue, community: str) -> tuple[Target, ...]:
    """Where things go by the register of what goes where, in the order written down; those whose
    name another community of the library has are that one."""
    known = {called(one.name): one for one in by_name(reader) if one.id != community}
    found: dict[str, Target] = {}
    for _, name in _decided(reader, catalogue, community):
        there = known.get(called(name))
        target = Target(name=there.name, community=there.id) if there else Target(name=name)
        found.setdefault(called(name), target)
    return tuple(found.values())


def suggested_ways(
    reader: Reader,
    catalogue: Catalogue,
    community: str,
    pieces: Sequence[Piece],
    targets: Sequence[Target],
) -> dict[Key, tuple[int, ...]]:
    """What the register of what goes where says of each thing: entries of its own by where they go,
    others where it names them word for word. What it does not name stays."""
    places = {called(one.name): at for at, one in enumerate(targets)}
    named: dict[str, tuple[int, ...]] = {}
    for what, goes_to in _decided(reader, catalogue, community):
        at = places.get(called(goes_to))
        if at is not None:
            named[called(what)] = tuple(dict.fromkeys((*named.get(called(what), ()), at)))
    known = {section.id: section for section in catalogue.sections}
    found = {}
    for one in pieces:
        names = [one.text]
        if one.sort == "section" and one.id in known:
            names += [known[one.id].in_language(each).name for each in ("en", "fr")]
        for name in names:
            if called(name) in named:
                found[one.key] = named[called(name)]
    return found


def goings(plan: Parting, pieces: Sequence[Piece]) -> tuple[Going, ...]:
    """What goes where by a plan: target by target, and last what stays; each group on its own."""
    groups = list(dict.fromkeys(one.group for one in pieces))
    places: tuple[int | None, ...] = (*range(len(plan.targets)), None)
    found = []
    for place in places:
        for group in groups:
            some = tuple(
                one
                for one in pieces
                if one.group == group
                and (place in plan.goes.get(one.key, ()) or (place is None and _stays(plan, one)))
            )
            if some:
                found.append(Going(place, group, some))
    return tuple(found)


def called(name: str) -> str:
    """A name as two writings of it compare: without case and double spaces. Signs and accents tell
    communities apart: C++ is not C#."""
    return " ".join(unicodedata.normalize("NFC", name).split()).casefold()


def _stays(plan: Parting, piece: Piece) -> bool:
    return not plan.goes.get(piece.key)


def _decided(reader: Reader, catalogue: Catalogue, community: str) -> Iterator[tuple[str, str]]:
    """What goes, and where to, as it was written down; what ends goes nowhere."""
    register = catalogue.find_register(PARTING)
    if register is None:
        return
    for entry in entries_of(reader, register, community):
        what, goes_to = entry.values.get("what"), entry.values.get("goes-to")
        if isinstance(what, str) and isinstance(goes_to, str) and entry.state != "ends":
            yield what, goes_to


def _sections(reader: Reader, community: str) -> Iterator[Piece]:
    clauses = clauses_of(reader, community)
    titles = {one.id: one.title for one in shape_of(reader, community)}
    marks: dict[str, list[str]] = {}
    for one in clauses:
        if one.text.strip():
            marks.setdefault(one.section, []).append(one.audience)
    for section, of in marks.items():
        text = titles.get(section) or section
        yield Piece(sort="section", id=section, text=text, audience=widest(*of))


def _people(reader: Reader, community: str, today: date) -> Iterator[Piece]:
    for one in members(reader, community, today):
        if not one.gone:
            yield Piece(sort="member", id=one.person.id, text=one.person.name)


def _roles(reader: Reader, community: str, today: date) -> Iterator[Piece]:
    for one in reader.rows(Holding, order="starts, id", community=community):
        if one.ends is None or one.ends >= today.isoformat():
            name = reader.row(Person, one.person).name
            yield Piece(sort="role", id=one.id, text=name, role=one.role, label=one.label)


def _entries(reader: Reader, catalogue: Catalogue, community: str) -> Iterator[Piece]:
    for register in catalogue.registers:
        about = register.columns[0].id
        for entry in entries_of(reader, register, community):
            if register.is_open(entry.state):
                text = str(entry.values.get(about, ""))
                yield Piece(sort="entry", id=entry.id, text=text, register=register.id,
                            audience=entry.row.audience)  # fmt: skip


def _outcomes(reader: Reader, community: str) -> Iterator[Piece]:
    for one in reader.rows(Outcome, order="form, position, id", community=community):
        if one.state == "open":
            yield Piece(sort="outcome", id=one.id, text=one.text, form=one.form,
                        audience=one.audience)  # fmt: skip


def _events(reader: Reader, community: str, today: date) -> Iterator[Piece]:
    for one in reader.rows(RhythmEvent, order="position, id", community=community):
        if next_dates([one], today, 1):
            yield Piece(sort="event", id=one.id, text=one.title)
