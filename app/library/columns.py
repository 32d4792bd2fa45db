"""What a column of a table may hold: the types with which rows are declared.

A row's struct says it in the types of its fields, once, and everything else follows from there::

    date: Day
    workshop: Annotated[str, Ref("workshop")] | None = None
    state: Annotated[str, one_of("open", "done", "dropped")] = "open"

The bare types (``str``, ``int``, ``bool``) are those of SQLite. What stands in ``Annotated`` says
more: a :class:`Rule` which texts, a :class:`Most` which numbers, a :class:`Ref` which row. Whoever
writes from within Hearth keeps to them by its own code; what comes from elsewhere, a community
file, is held against them cell by cell.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from inspect import get_annotations
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin
from zoneinfo import ZoneInfo

import msgspec

from app.catalogue.entries import Audience
from app.moment import instant, stamp
from app.recurrence import LONGEST_RULE, is_rule
from app.typed_text import LONGEST_TEXT, why_unwritable
from app.words import LANGUAGES

MOST = 1_000_000
"""The largest number of minutes, people, dots or hours."""
FARTHEST = 1_000_000_000_000
"""The largest position."""
EARLIEST, LATEST = date(1000, 1, 1), date(8999, 12, 31)
"""The days a file may name: far enough from the ends of the calendar for any sum of days."""
AUDIENCES: tuple[str, ...] = get_args(Audience)
"""Who may read, from the narrowest to the widest (:mod:`app.library.audience`)."""

_DAY = r"\d{4}-\d{2}-\d{2}"
_HASH = re.compile(r"[0-9a-f]{64}")
_KEY = re.compile(r"[0-9a-f]{32}")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class Rule(msgspec.Struct, frozen=True, eq=False):
    """Which texts a column holds: a test, and the same said in JSON Schema."""

    fits: Callable[[str], bool]
    schema: Mapping[str, Any]
    json: bool = False
    """Whether what it holds is JSON, with texts of its own inside."""


class Most(msgspec.Struct, frozen=True):
    """The largest number a column holds; the smallest is 0 everywhere."""

    number: int


class Ref(msgspec.Struct, frozen=True):
    """The key of a row of another table.

    In a journaled table it is a foreign key of the database; rows of the others outlast what they
    name (an undone round keeps its counts). ``outside``: a row of the library that does not leave
    with the community. ``or_empty``: an empty text where there is none.
    """

    table: str
    outside: bool = False
    or_empty: bool = False


class OwnerIn(msgspec.Struct, frozen=True):
    """The key of a row of any table: of the one that another column names."""

    column: str


class CopiesOf(msgspec.Struct, frozen=True):
    """JSON: a list of rows of a table as they once stood, each under its own ``id``."""

    table: str


class RefsInside(msgspec.Struct, frozen=True):
    """JSON in which an object such as ``{"person": key}`` names the row of that table.

    The ``tables`` are those that may be named. No foreign key holds these rows: one that is
    removed is named in vain, until it is there again.
    """

    tables: tuple[str, ...]


class PersonName(msgspec.Struct, frozen=True):
    """A person's name, written out beside or instead of their key."""


class Column(msgspec.Struct, frozen=True):
    """A column as its row declares it. ``form`` is str, int or bool; ``said`` what Annotated says.

    ``optional`` columns may be empty (NULL).
    """

    name: str
    form: type
    optional: bool
    said: tuple[object, ...]

    @property
    def ref(self) -> Ref | None:
        """Which table's row it names, if it does."""
        return next((one for one in self.said if isinstance(one, Ref)), None)

    @property
    def rule(self) -> Rule:
        """Which texts it holds. Texts people type, where nothing else is said."""
        ref = self.ref
        if ref is not None:
            return KEY_OR_EMPTY if ref.or_empty else KEY
        return next((one for one in self.said if isinstance(one, Rule)), TEXT)

    @property
    def most(self) -> int:
        """The largest number it holds."""
        return next((one.number for one in self.said if isinstance(one, Most)), MOST)

    @property
    def owner_in(self) -> str | None:
        """The column that names the table of whose row this is the key."""
        return next((one.column for one in self.said if isinstance(one, OwnerIn)), None)

    @property
    def copies_of(self) -> str | None:
        """The table of which it holds copies."""
        return next((one.table for one in self.said if isinstance(one, CopiesOf)), None)

    @property
    def tables_inside(self) -> tuple[str, ...]:
        """The tables whose rows are named inside of its JSON."""
        return next((one.tables for one in self.said if isinstance(one, RefsInside)), ())

    def refs_in(self, cell: str) -> Iterator[tuple[str, str]]:
        """The rows named inside of a cell of JSON: the table and the key of each."""
        if self.tables_inside and cell:
            for one in _objects(msgspec.json.decode(cell)):
                for table, key in one.items():
                    if table in self.tables_inside and isinstance(key, str):
                        yield table, key

    def without_refs(self, cell: str, gone: Callable[[tuple[str, str]], bool]) -> str:
        """A cell of JSON that no longer names the rows (table, key) that are ``gone``."""
        if not any(gone(place) for place in self.refs_in(cell)):
            return cell
        found = msgspec.json.decode(cell)
        for one in _objects(found):
            for table, key in one.items():
                if table in self.tables_inside and isinstance(key, str) and gone((table, key)):
                    one[table] = None
        return msgspec.json.encode(found).decode()

    @property
    def names_person(self) -> bool:
        """Whether a person's name stands in it."""
        return any(isinstance(one, PersonName) for one in self.said)

    def texts(self, cell: str) -> list[str]:
        """The texts of a cell that fits: those inside of JSON, one by one, else the cell."""
        if not self.rule.json:
            return [cell]
        found = leaves(msgspec.json.decode(cell), keys=False) if cell else ()
        return [one for one in found if isinstance(one, str)]

    @property
    def marks_audience(self) -> bool:
        """Whether it says who may read the row."""
        return MARK in self.said


def columns_declared(struct: type[msgspec.Struct]) -> tuple[Column, ...]:
    """The columns of a row's struct, in their order. Raises TypeError for a type no column has."""
    # As written: to ask msgspec for them takes ten times as long, at every start.
    types: dict[str, Any] = {}
    for base in reversed(struct.__mro__):
        types |= get_annotations(base)
    return tuple(_column(name, types[name]) for name in struct.__struct_fields__)


def _column(name: str, form: Any) -> Column:
    said: list[object] = []
    bare = [_bare(one, said) for one in _either(form)]
    optional = NoneType in bare
    forms = [one for one in bare if one is not NoneType]
    if len(forms) != 1 or forms[0] not in {str, int, bool}:
        raise TypeError(f"no column holds {form}")
    return Column(name, forms[0], optional, tuple(said))


def _either(kind: Any) -> tuple[Any, ...]:
    return get_args(kind) if get_origin(kind) in {Union, UnionType} else (kind,)


def _bare(kind: Any, said: list[object]) -> Any:
    if get_origin(kind) is not Annotated:
        return kind
    bare, *more = get_args(kind)
    said.extend(more)
    return bare


def is_text(cell: str) -> bool:
    """Whether people may have typed it: not too long, nothing in it that cannot be kept."""
    return len(cell) <= LONGEST_TEXT and not why_unwritable(cell)


def _is_named(cell: str) -> bool:
    return is_text(cell) and bool(cell.strip())


def _is_day(cell: str) -> bool:
    try:
        day = date.fromisoformat(cell)
    except ValueError:
        return False
    return day.isoformat() == cell and EARLIEST <= day <= LATEST


def _is_instant(cell: str) -> bool:
    try:
        return stamp(instant(cell)) == cell and EARLIEST.year <= int(cell[:4]) <= LATEST.year
    except (ValueError, OverflowError):
        return False


def _is_zone(cell: str) -> bool:
    try:
        ZoneInfo(cell)
    except (KeyError, ValueError, OSError):
        return False
    return True


def _is_key(cell: str) -> bool:
    return _KEY.fullmatch(cell) is not None


def _is_key_or_empty(cell: str) -> bool:
    return not cell or _is_key(cell)


def _is_id(cell: str) -> bool:
    return len(cell) <= LONGEST_TEXT and _ID.fullmatch(cell) is not None


def _is_id_or_empty(cell: str) -> bool:
    return not cell or _is_id(cell)


def _is_hash(cell: str) -> bool:
    return _HASH.fullmatch(cell) is not None


def _are_languages(cell: str) -> bool:
    codes = cell.split(",")
    return len(codes) == len(set(codes)) and set(codes) <= set(LANGUAGES)


def _is_recipe(cell: str) -> bool:
    # Here: only what comes from elsewhere is held against this.
    from app.catalogue.recipe import RecipeError, decode_recipe

    try:
        recipe = decode_recipe(cell)
    except (RecipeError, RecursionError):
        return False
    return set(recipe.words) <= set(LANGUAGES) and _all_fit(cell)


def _is_recurrence_or_empty(cell: str) -> bool:
    return not cell or is_rule(cell)


def _all_fit(cell: str) -> bool:
    """Whether each text and number inside a cell of JSON could stand in a cell of its own."""
    return all(_fits(one) for one in leaves(msgspec.json.decode(cell), keys=True))


def _fits(value: object) -> bool:
    if isinstance(value, str):
        return is_text(value)
    return not isinstance(value, int) or -MOST <= value <= MOST


def leaves(value: object, *, keys: bool) -> Iterator[object]:
    """What stands in JSON, down to its texts and numbers; with the ``keys`` of objects, or not."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from (key,) if keys else ()
            yield from leaves(inner, keys=keys)
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner, keys=keys)
    else:
        yield value


def _objects(value: object) -> Iterator[dict[str, object]]:
    """The objects in JSON, at any depth."""
    inside: Iterable[object] = ()
    if isinstance(value, dict):
        yield value
        inside = value.values()
    elif isinstance(value, list):
        inside = value
    for one in inside:
        yield from _objects(one)


def one_of(*values: str) -> Rule:
    """One of these texts and no other."""
    return Rule(frozenset(values).__contains__, {"enum": list(values)})


def json_of(kind: Any, also: Callable[[Any], bool] = lambda found: True) -> Rule:
    """JSON of a type, as msgspec reads it, that ``also`` passes this test."""

    def fits(cell: str) -> bool:
        try:
            found = msgspec.json.decode(cell, type=kind)
        except (msgspec.DecodeError, UnicodeError, RecursionError):
            return False
        return also(found) and _all_fit(cell)

    return Rule(fits, _JSON, json=True)


_JSON: Mapping[str, Any] = {"contentMediaType": "application/json"}

TEXT = Rule(is_text, {"maxLength": LONGEST_TEXT})
NAMED = Rule(_is_named, {"minLength": 1, "maxLength": LONGEST_TEXT})
DAY = Rule(_is_day, {"format": "date", "pattern": f"^{_DAY}$"})
INSTANT = Rule(_is_instant, {"pattern": rf"^{_DAY}T\d{{2}}:\d{{2}}:\d{{2}}\.\d{{3}}Z$"})
ZONE = Rule(_is_zone, {"examples": ["America/Toronto"]})
KEY = Rule(_is_key, {"pattern": f"^{_KEY.pattern}$"})
KEY_OR_EMPTY = Rule(_is_key_or_empty, {"pattern": f"^({_KEY.pattern})?$"})
ID = Rule(_is_id, {"pattern": f"^{_ID.pattern}$", "maxLength": LONGEST_TEXT})
ID_OR_EMPTY = Rule(_is_id_or_empty, {"pattern": f"^({_ID.pattern})?$", "maxLength": LONGEST_TEXT})
HASH = Rule(_is_hash, {"pattern": f"^{_HASH.pattern}$"})
LANGUAGE = one_of(*LANGUAGES)
LANGUAGES_IN_ORDER = Rule(_are_languages, {"pattern": "^(en|fr)(,(en|fr))?$"})
MARK = one_of(*AUDIENCES)
RECIPE = Rule(_is_recipe, _JSON, json=True)
RECURRENCE = Rule(_is_recurrence_or_empty, {"pattern": "^(.*FREQ=.*)?$", "maxLength": LONGEST_RULE})
DAYS = json_of(list[str], lambda found: all(map(_is_day, found)))

Key = Annotated[str, KEY]
"""A row's own id, or that of a row which may be gone since: 32 hexadecimal digits."""
Text = Annotated[str, TEXT]
"""What people type; it may be empty."""
Named = Annotated[str, NAMED]
"""What people type, with something to see in it."""
NameOfPerson = Annotated[str, TEXT, PersonName()]
"""A person's name, written out; it may be empty."""
Day = Annotated[str, DAY]
"""A date: ``2026-01-14``."""
Days = Annotated[str, DAYS]
"""Dates, as a list in JSON."""
Instant = Annotated[str, INSTANT]
"""An instant, UTC (:func:`app.moment.stamp`): ``2026-01-14T13:30:00.000Z``."""
Zone = Annotated[str, ZONE]
"""A time zone by its IANA name."""
Id = Annotated[str, ID]
"""The id of something written in the catalogue or in code: kebab-case."""
IdOrEmpty = Annotated[str, ID_OR_EMPTY]
"""The same, or an empty text."""
Hash = Annotated[str, HASH]
"""A SHA-256 in hexadecimal digits."""
Language = Annotated[str, LANGUAGE]
"""One of Hearth's languages by its code."""
Languages = Annotated[str, LANGUAGES_IN_ORDER]
"""One or several of Hearth's languages, by their codes between commas; the first leads."""
Mark = Annotated[str, MARK]
"""Who may read the row: one of :data:`AUDIENCES`."""
RecipeJson = Annotated[str, RECIPE]
"""A block's own copy of its exercise (:mod:`app.catalogue.recipe`), as JSON."""
RecurrenceRule = Annotated[str, RECURRENCE]
"""A recurrence rule of RFC 5545 without its name (:mod:`app.recurrence`), or an empty text."""
Number = Annotated[int, Most(MOST)]
"""A whole number of minutes, people, dots or hours."""
Position = Annotated[int, Most(FARTHEST)]
"""A place in an order, in thousandths."""
