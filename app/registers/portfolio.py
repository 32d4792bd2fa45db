"""The portfolio: the domains of knowledge that communities wrote down, beside one another.

Each community keeps its domains in a register of its own. Judged again, a domain gets a new entry
under the same name: the latest counts here, and the one before it says where it was.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal

import msgspec

from app.catalogue.catalogue import Catalogue
from app.catalogue.register_shapes import Register
from app.collation import sort_key
from app.folding import fold
from app.library.reader import Reader
from app.library.rows import Community
from app.registers.cells import Party
from app.registers.register_entries import Entry, entries_of

REGISTER = "domains"
"""The id of the register that domains are written in."""
SCALE = ("one", "two", "three", "four", "five")
"""The options of a weight and of a vitality, from the least to the greatest."""
HEAVY, FRAIL = 4, 2
"""A weight from which on much depends on a domain; a vitality up to which it is hardly alive."""

GapCode = Literal["no-community", "heavy-frail", "untended", "not-judged", "old"]
GAPS: tuple[GapCode, ...] = ("no-community", "heavy-frail", "untended", "not-judged", "old")
"""What may want a conversation, in the order in which it is told."""


class Domain(msgspec.Struct, frozen=True, kw_only=True):
    """A domain as a community last wrote it down.

    ``weight`` and ``vitality`` are 1 to 5, or 0 where nobody said; ``before`` is the entry that
    this one took the place of. ``entry`` is the row it is read from.
    """

    name: str
    community: Community
    entry: Entry
    weight: int = 0
    vitality: int = 0
    tender: Party | None = None
    judged_by: Party | None = None
    judged_on: date | None = None
    investment: str = ""
    note: str = ""
    before: "Domain | None" = None

    @property
    def placed(self) -> bool:
        """Whether both were judged, so that it has a place in the picture."""
        return bool(self.weight and self.vitality)

    @property
    def rests(self) -> bool:
        """Whether its community has ended or was put away."""
        return self.community.ended is not None or self.community.archived is not None


class Gap(msgspec.Struct, frozen=True):
    """Something that may want a conversation, and the domain whose facts are the reason."""

    code: GapCode
    domain: Domain


class Portfolio(msgspec.Struct, frozen=True):
    """Domains in the order in which they are told, and what may want a conversation.

    ``only`` is the community that it is of, None for all; ``resting`` counts the domains of ended
    communities that it leaves out.
    """

    register: Register
    today: date
    domains: tuple[Domain, ...]
    gaps: tuple[Gap, ...]
    only: Community | None = None
    resting: int = 0

    @property
    def communities(self) -> int:
        """How many communities have a domain here."""
        return len({one.community.id for one in self.domains})


def read_portfolio(
    reader: Reader,
    catalogue: Catalogue,
    today: date,
    *,
    only: str = "",
    ended: bool = False,
    audience: str = "facilitator",
) -> Portfolio:
    """The domains of every community, or ``only`` of one (its id), as ``audience`` may read them.

    Those of communities that have ended or were put away are left out unless ``ended``, or asked
    for by name. Raises KeyError for a community there is not, ValueError for no such audience.
    """
    register = catalogue.register(REGISTER)
    alone = reader.row(Community, only) if only else None
    rows = [alone] if alone is not None else with_domains(reader)
    found = [one for row in rows for one in domains_of(reader, register, row, audience)]
    shown = found if ended or alone is not None else [one for one in found if not one.rests]
    return Portfolio(
        register=register,
        today=today,
        domains=tuple(sorted(shown, key=_order)),
        gaps=tuple(_gaps(shown, found, today, whole=alone is None)),
        only=alone,
        resting=len(found) - len(shown),
    )


def domains_of(
    reader: Reader, register: Register, community: Community, audience: str = "facilitator"
) -> list[Domain]:
    """The domains that a community keeps in view, each as it was last written down.

    Raises ValueError for no such audience.
    """
    told: dict[str, list[Entry]] = {}
    for entry in entries_of(reader, register, community.id, audience):
        name = fold(str(entry.values.get("domain", "")))
        if name:
            told.setdefault(name, []).append(entry)
    latest = (_latest(community, entries) for entries in told.values())
    return [one for one in latest if register.is_open(one.entry.state)]


def with_domains(reader: Reader) -> list[Community]:
    """The communities that have written a domain down, the oldest first."""
    return reader.select(
        Community,
        "WHERE id IN (SELECT community FROM register_entry WHERE register = ?) ORDER BY id",
        REGISTER,
    )


def year_after(day: date) -> date:
    """The same day a year later; 1 March after a 29 February."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return date(day.year + 1, 3, 1)


def _latest(community: Community, entries: Sequence[Entry]) -> Domain:
    """What counts of the entries of one name: the one judged last, or written last."""
    in_time = sorted(entries, key=_said_on)  # of one day, the later written stays the later
    before = _domain(community, in_time[-2]) if len(in_time) > 1 else None
    return msgspec.structs.replace(_domain(community, in_time[-1]), before=before)


def _said_on(entry: Entry) -> str:
    day = entry.values.get("judged-on")
    return day.isoformat() if isinstance(day, date) else entry.row.made[:10]


def _domain(community: Community, entry: Entry) -> Domain:
    values = entry.values

    def party(column: str) -> Party | None:
        value = values.get(column)
        return value if isinstance(value, Party) else None

    def degree(column: str) -> int:
        value = values.get(column)
        return SCALE.index(value) + 1 if isinstance(value, str) and value in SCALE else 0

    day = values.get("judged-on")
    return Domain(
        name=str(values["domain"]),
        community=community,
        entry=entry,
        weight=degree("weight"),
        vitality=degree("vitality"),
        tender=party("tender"),
        judged_by=party("judged-by"),
        judged_on=day if isinstance(day, date) else None,
        investment=str(values.get("investment", "")),
        note=str(values.get("note", "")),
    )


def _order(domain: Domain) -> tuple[object, ...]:
    """What weighs most first, then what is least alive; what nobody judged comes last."""
    return (
        not domain.placed,
        -domain.weight,
        domain.vitality,
        sort_key(domain.name),
        sort_key(domain.community.name),
    )


def _gaps(
    shown: Sequence[Domain], found: Sequence[Domain], today: date, *, whole: bool
) -> Iterable[Gap]:
    """What may want a conversation, kind by kind; of all communities together also what the ended
    ones left behind."""
    told = sorted(shown, key=_order)
    for code in GAPS:
        if code == "no-community":
            yield from (Gap(code, one) for one in _left_behind(found) if whole)
        else:
            yield from (Gap(code, one) for one in told if not one.rests and _is(code, one, today))


def _left_behind(found: Sequence[Domain]) -> list[Domain]:
    """Domains of ended communities that no living one has taken up, each once."""
    living = {fold(one.name) for one in found if not one.rests}
    left = {fold(one.name): one for one in found if one.rests}
    return sorted((one for name, one in left.items() if name not in living), key=_order)


def _is(code: GapCode, domain: Domain, today: date) -> bool:
    match code:
        case "heavy-frail":
            return domain.placed and domain.weight >= HEAVY and domain.vitality <= FRAIL
        case "untended":
            return domain.tender is None
        case "not-judged":
            return not domain.placed
        case "old":
            return domain.judged_on is not None and year_after(domain.judged_on) < today
        case "no-community":
            return False
