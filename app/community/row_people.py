"""Who one row of a list names, by what its columns hold; whatever is not used is told."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from app.community.address_lists import Addressed, cell_people
from app.community.name_order import first_name_first, name_in_address
from app.community.table_columns import PastedColumn
from app.community.table_headings import level_of
from app.typed_text import LONGEST_NAME, is_address, mail_address, visible

_BETWEEN = re.compile(r"[\s;,<>\"]+|:::")
_NAMES = ("name", "first", "last")


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One person as a line says them; ``trouble`` is a code where the line cannot be used.

    ``unused`` is what the line says besides, ``made`` whether the name was made of the address.
    """

    line: int
    name: str
    email: str = ""
    unit: str = ""
    organization: str = ""
    level: str = ""
    trouble: str = ""
    unused: tuple[str, ...] = ()
    made: bool = False


def people_of_row(
    line: int, cells: Sequence[str], columns: Sequence[PastedColumn]
) -> Iterator[Entry]:
    """The people on a row: one, unless it has several columns or cells of names."""
    for part in _parts(cells, columns):
        yield from _people(line, part)


class _Part(msgspec.Struct, frozen=True):
    """The cells of a row that are about one person, by what they hold, and what is left."""

    held: dict[str, list[str]]
    unused: list[str]
    unread: bool
    last_first: bool

    def joined(self, use: str, between: str = ", ") -> str:
        """All that the row says of one thing."""
        return between.join(self.held.get(use, ()))


def _parts(cells: Sequence[str], columns: Sequence[PastedColumn]) -> Iterator[_Part]:
    """A row in parts, each from one column of names to the next."""
    named = any(column.use in _NAMES for column in columns)
    held: dict[str, list[str]] = {}
    unused: list[str] = []
    unread = turned = met = False
    for at, cell in enumerate(cells):
        column = columns[at] if at < len(columns) else PastedColumn()
        if column.use == "name" and met:
            if held or unused:
                yield _Part(held, unused, unread, turned)
            held, unused, unread, turned = {}, [], False, False
        met = met or column.use == "name"
        turned = turned or (column.use == "name" and column.last_first)
        if not cell:
            continue
        if column.use and not (column.use == "level" and level_of(cell) is None):
            held.setdefault(column.use, []).append(cell)
        else:
            unused.append(f"{column.head}: {cell}" if column.head else cell)
            unread = unread or (not named and column.speaks)
    if held or unused:
        yield _Part(held, unused, unread, turned)


def _people(line: int, part: _Part) -> Iterator[Entry]:
    """Whoever one part of a row names; what is left of its cells is told with the first."""
    # What is no address is kept where one should be: it is told as odd.
    odd = [Addressed("", part.joined("email"))]
    pairs = _pairs(_named(part), _addresses(part) or odd)
    entries = [_entry(line, part, name, email) for name, email in pairs]
    spare = tuple(_left_over(part, entries))
    first = entries[0]
    yield msgspec.structs.replace(first, unused=(*first.unused, *spare))
    yield from entries[1:]


def _pairs(names: Sequence[Addressed], addresses: Sequence[Addressed]) -> list[tuple[str, str]]:
    """Names and addresses, of which there is at least one, each with what belongs to it."""
    if not names:
        return [(one.name, one.email) for one in addresses]
    if len(names) == 1:
        one, beside = names[0], addresses[0]
        return [(one.name or beside.name, one.email or beside.email)]
    if len(names) == len(addresses):
        return [
            (one.name, one.email or other.email)
            for one, other in zip(names, addresses, strict=True)
        ]
    return [(one.name, one.email) for one in names]


def _left_over(part: _Part, entries: Sequence[Entry]) -> Iterator[str]:
    """What the cells of a part say that none of its people is said to be."""
    kept = " ".join(
        " ".join((one.name, one.email, one.unit, one.organization)) for one in entries
    ).casefold()
    for use, cells in part.held.items():
        for cell in cells if use != "level" else ():
            words = (mail_address(word) for word in _BETWEEN.split(cell))
            left = [word for word in words if visible(word) and word.casefold() not in kept]
            if left:
                yield " ".join(left)


def _named(part: _Part) -> list[Addressed]:
    """The people that the cells of names say."""
    whole = part.joined("name", " ")
    if whole:
        said = cell_people(whole)
        if len(said) == 1 and not said[0].email:
            return [Addressed(first_name_first(whole, sure=part.last_first), "")]
        return said
    parts = (part.joined("first", " "), part.joined("last", " "))
    name = " ".join(one for one in parts if one)
    suffix = part.joined("suffix")
    return [Addressed(f"{name}, {suffix}" if suffix else name, "")] if name else []


def _addresses(part: _Part) -> list[Addressed]:
    """Those whom the first cell of addresses says."""
    return [
        one for cell in part.held.get("email", ())[:1] for one in cell_people(cell) if one.email
    ]


def _entry(line: int, part: _Part, name: str, email: str) -> Entry:
    """An entry with what is wrong with it, if anything; a bare address lends its own name."""
    made = not visible(name) and is_address(email)
    said = name_in_address(email) if made and not part.unread else name
    unit, organization = part.joined("unit"), part.joined("organization")
    trouble = ""
    if not visible(said):
        trouble = "name-unread" if part.unread else "name-missing"
    elif max(len(said), len(email), len(unit), len(organization)) > LONGEST_NAME:
        trouble = "too-long"
    elif email and not is_address(email):
        trouble = "email-odd"
    return Entry(
        line=line,
        name=said,
        email=email,
        unit=unit,
        organization=organization,
        level=level_of(part.joined("level")) or "",
        trouble=trouble,
        unused=tuple(part.unused),
        made=made and visible(said),
    )
