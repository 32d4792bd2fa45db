"""A split or a merger carried out: one change that copies what goes, says where each came from, and
leaves the community there was as it is, pointing to where it went."""

from collections.abc import Callable, Sequence

import msgspec

from app.catalogue.catalogue import Catalogue
from app.charter.clauses import STEP, clauses_of, told_as
from app.charter.sections import clause_name, section_rows
from app.collation import in_order
from app.community.states import record_state, states_of
from app.library.audience import narrowest
from app.library.journal import Scope
from app.library.library import Library
from app.library.reader import R, Reader
from app.library.register_rows import CellValue, NamedRow
from app.library.rows import (
    Clause,
    Community,
    CommunityState,
    Holding,
    Membership,
    Outcome,
    RegisterEntry,
    RhythmEvent,
)
from app.library.trouble import Trouble
from app.library.writer import Writer
from app.moment import stamp
from app.registers.before_ending import PARTING
from app.registers.parting import Parting, Piece, Target, called, goings, pieces_of
from app.registers.register_entries import EntryFields, add_entry
from app.typed_text import required_name

HANDED_OVER = "handed-over"
"""The state, in the register of what goes where, of what came along."""


class Origins(msgspec.Struct, frozen=True, kw_only=True):
    """How it is said where things came from, in the language of the community.

    ``begun``: the reason for which a new community was begun; ``heading`` stands over clauses that
    came to a section that says something already; ``handed`` is a line for whoever takes a role.
    ``what`` says what came along of a group, ``note`` from where and what each is called.
    """

    begun: str
    heading: str
    handed: str
    what: Callable[[tuple[str, str], int], str]
    note: Callable[[Sequence[Piece]], str]


def carry_out(
    library: Library,
    catalogue: Catalogue,
    plans: Sequence[Parting],
    origins: Callable[[Community], Origins],
) -> list[Community]:
    """Do what plans say, in one change of the first's community; gives where things went.

    Two communities that merge into a new one have a plan each, with a target of the same name,
    which is begun once. ``origins`` speaks of the community that things come from. Raises
    :class:`Trouble`: ``parting-nowhere`` without a target, ``parting-twice`` where two have one
    name, ``parting-one`` where a merger has several; ``name-missing``, ``too-long``,
    ``state-ahead`` for a day that has not come, ``state-itself``.
    """
    for plan in plans:
        _check(plan)
    first = plans[0]
    with library.change(f"community-{first.state}", Scope(first.community)) as rows:
        begun: dict[str, Community] = {}
        for plan in plans:
            old = rows.row(Community, plan.community)
            said = origins(old)
            went = [_begin(library, rows, plan, old, one, said, begun) for one in plan.targets]
            for going in goings(plan, pieces_of(rows, catalogue, old.id, plan.day)):
                if going.target is None:
                    continue
                target = went[going.target]
                copies = _Copies(library, rows, plan, old, target, said)
                some = [one for one in going.pieces if copies.take(one)]
                if some:
                    _tell_origin(library, catalogue, target, going.group, some, said)
            for one in went:
                record_state(library, old.id, plan.day, plan.state, plan.reason, one.id)
        return went


def went_to(reader: Reader, community: str) -> list[Community]:
    """The communities into which one was split or merged, as they were named, each once."""
    ids = dict.fromkeys(one.other for one in states_of(reader, community) if one.other is not None)
    return [one for one in (reader.find(Community, id_) for id_ in ids) if one is not None]


def came_from(reader: Reader, community: str) -> list[Community]:
    """The communities of which one is a part, or that merged into it, by name."""
    rows = reader.rows(CommunityState, order="date, id", other=community)
    ids = dict.fromkeys(one.community for one in rows)
    found = (reader.find(Community, one) for one in ids)
    return in_order([one for one in found if one is not None], lambda one: one.name)


def _check(plan: Parting) -> None:
    names = [called(one.name) for one in plan.targets]
    if not plan.targets:
        raise Trouble("parting-nowhere")
    if len(set(names)) < len(names):
        raise Trouble("parting-twice")
    if plan.state == "merged" and len(plan.targets) > 1:
        raise Trouble("parting-one")


def _begin(
    library: Library,
    rows: Writer,
    plan: Parting,
    old: Community,
    target: Target,
    origins: Origins,
    begun: dict[str, Community],
) -> Community:
    """The community to which things go, begun where it is not there yet; ``begun`` are those that
    were a moment ago, by their names."""
    if target.community is not None:
        return rows.row(Community, target.community)
    name = required_name(target.name)
    key = called(name)
    if key in begun:
        return begun[key]
    made = begun[key] = rows.add(
        Community(
            id=library.moment.new_id(),
            name=name,
            organization=old.organization,
            language=old.language,
            zone=old.zone,
            parent=old.parent,
            created=stamp(library.moment.now()),
        )
    )
    rows.add(
        CommunityState(
            id=library.moment.new_id(),
            community=made.id,
            date=plan.day.isoformat(),
            state="forming",
            reason=origins.begun,
        )
    )
    return made


def _tell_origin(
    library: Library,
    catalogue: Catalogue,
    target: Community,
    group: tuple[str, str],
    pieces: Sequence[Piece],
    origins: Origins,
) -> None:
    """Write in the register of what goes where what came along, and from where; what only some may
    read is told to them alone."""
    register = catalogue.find_register(PARTING)
    if register is None:
        return
    for_whom: dict[str, list[Piece]] = {}
    for one in pieces:
        readers = narrowest(one.audience, register.audience)
        for_whom.setdefault(readers, []).append(one)
    for readers, some in for_whom.items():
        values = {
            "what": origins.what(group, len(some)),
            "goes-to": target.name,
            "note": origins.note(some),
        }
        fields = EntryFields(state=HANDED_OVER, audience=readers)
        add_entry(library, register, target.id, values, fields)


class _Copies:
    """Copies things of one community into another."""

    def __init__(
        self,
        library: Library,
        rows: Writer,
        plan: Parting,
        old: Community,
        target: Community,
        origins: Origins,
    ) -> None:
        """From ``old`` into ``target``, as of the day of the plan."""
        self._library, self._rows = library, rows
        self._day = plan.day.isoformat()
        self._old, self._target = old, target
        self._origins = origins

    def take(self, piece: Piece) -> bool:
        """Copy a thing; whether it was not there already."""
        match piece.sort:
            case "section":
                return self._section(piece.id)
            case "member":
                return self._member(piece.id)
            case "role":
                return self._role(self._rows.row(Holding, piece.id))
            case "entry":
                return self._entry(self._rows.row(RegisterEntry, piece.id))
            case "outcome":
                return self._outcome(self._rows.row(Outcome, piece.id))
            case "event":
                return self._event(self._rows.row(RhythmEvent, piece.id))

    def _new_id(self) -> str:
        return self._library.moment.new_id()

    def _last(self, table: str) -> int:
        sql = f"SELECT max(position) FROM {table} WHERE community = ?"
        return self._rows.number(sql, self._target.id)

    def _section(self, section: str) -> bool:
        """The clauses of a section, after those that are there, and how the section is written."""
        there = clauses_of(self._rows, self._target.id, section)
        said = {(one.form, one.text) for one in there}
        taken = [
            one
            for one in clauses_of(self._rows, self._old.id, section)
            if one.text.strip() and (one.form, one.text) not in said
        ]
        firsts: dict[str, str] = {}
        for one in taken:
            heading = one.heading or (self._origins.heading if there else "")
            # Two wordings go along together, also where the clause they began from is gone; one
            # that goes alone is a clause by itself.
            other = firsts.get(told_as(one))
            new = self._rows.add(
                _copied(one, self._new_id(), self._target.id, run=None, heading=heading,
                        wording_of=other, position=self._last(Clause.table) + STEP)
            )  # fmt: skip
            firsts.setdefault(told_as(one), new.id)
        arranged = {clause_name(row) for row in section_rows(self._rows, self._target.id)}
        for row in section_rows(self._rows, self._old.id):
            if taken and clause_name(row) == section and section not in arranged:
                self._rows.add(_copied(row, self._new_id(), self._target.id, under=""))
        return bool(taken)

    def _member(self, person: str) -> bool:
        """Somebody belongs there from that day on, as near and of the same unit."""
        if self._belongs(person):
            return False
        known = self._rows.rows(Membership, community=self._old.id, person=person)
        before = next((one for one in known if one.left is None), None)
        self._rows.add(
            Membership(
                id=self._new_id(),
                community=self._target.id,
                person=person,
                level=before.level if before else "active",
                unit=before.unit if before else "",
                joined=self._day,
            )
        )
        return True

    def _belongs(self, person: str) -> bool:
        known = self._rows.rows(Membership, community=self._target.id, person=person)
        return any(one.left is None for one in known)

    def _role(self, held: Holding) -> bool:
        """Somebody holds the role there from that day on; who holds it belongs there."""
        same = self._rows.rows(
            Holding,
            community=self._target.id,
            person=held.person,
            role=held.role,
            label=held.label,
        )
        if any(one.ends is None or one.ends >= self._day for one in same):
            return False
        for person in filter(None, (held.person, held.deputy)):
            self._member(person)
        handover = "\n".join(filter(None, (held.handover, self._origins.handed)))
        starts = max(held.starts, self._day)
        review = held.review if held.review and held.review >= starts else None
        self._rows.add(
            _copied(held, self._new_id(), self._target.id, workshop=None, starts=starts,
                    review=review, handover=handover)
        )  # fmt: skip
        return True

    def _entry(self, entry: RegisterEntry) -> bool:
        """An entry, open there as it was here; what it links to stays where it was said."""
        cells = msgspec.json.decode(entry.cells, type=dict[str, CellValue])
        kept = {key: one for key, one in cells.items() if _goes_along(one)}
        self._rows.add(
            _copied(entry, self._new_id(), self._target.id, workshop=None, run=None,
                    cells=msgspec.json.encode(kept).decode(),
                    position=self._last(RegisterEntry.table) + STEP)
        )  # fmt: skip
        return True

    def _outcome(self, outcome: Outcome) -> bool:
        self._rows.add(
            _copied(outcome, self._new_id(), self._target.id, workshop=None, run=None, source=None,
                    position=self._last(Outcome.table) + STEP)
        )  # fmt: skip
        return True

    def _event(self, event: RhythmEvent) -> bool:
        self._rows.add(
            _copied(event, self._new_id(), self._target.id, workshop=None, run=None, note=None,
                    circle="", position=self._last(RhythmEvent.table) + STEP)
        )  # fmt: skip
        return True


def _copied(row: R, new: str, community: str, **other: object) -> R:
    """A row of another community, under an id of its own."""
    return msgspec.structs.replace(row, id=new, community=community, **other)


def _goes_along(cell: CellValue) -> bool:
    """Whether a cell means something elsewhere: a note, a clause or a workshop does not."""
    return not isinstance(cell, NamedRow) or cell.person is not None
