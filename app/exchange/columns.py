"""What the cells of a community file may hold, column by column, beyond their bare type.

The same rules are looked up when a file is read (:func:`fault`) and said in its JSON Schema.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import get_args
from zoneinfo import ZoneInfo

import msgspec

from app.catalogue.recipe import RecipeError, decode_recipe
from app.catalogue.types import Form, Kind, Purpose
from app.charter.versions import FrozenClause
from app.community.memberships import LEVELS
from app.entered import LONGEST_TEXT
from app.exchange.types import EVERY, REFERENCES
from app.library import rows
from app.library.audience import AUDIENCES
from app.library.row import Row
from app.moment import instant, stamp
from app.words import LANGUAGES
from app.workshop.rounds import STANCES

MOST = 1_000_000
"""The largest number of minutes, people, dots or hours."""
FARTHEST = 1_000_000_000_000
"""The largest position."""
EARLIEST, LATEST = date(1000, 1, 1), date(8999, 12, 31)
"""The days a file may name: far enough from the ends of the calendar for any sum of days."""
_DAY = r"\d{4}-\d{2}-\d{2}"
_HASH = re.compile(r"[0-9a-f]{64}")
_KEY = re.compile(r"[0-9a-f]{32}")


class Rule(msgspec.Struct, frozen=True):
    """What a text must be: a test, and the same said in JSON Schema."""

    fits: Callable[[str], bool]
    schema: Mapping[str, object]


def _is_text(cell: str) -> bool:
    """Text that people may have typed: not too long, nothing in it that cannot be kept."""
    if len(cell) > LONGEST_TEXT or "\0" in cell:
        return False
    try:
        cell.encode()
    except UnicodeEncodeError:  # half a character
        return False
    return True


def _is_named(cell: str) -> bool:
    return _is_text(cell) and bool(cell.strip())


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


def _is_hash(cell: str) -> bool:
    return _HASH.fullmatch(cell) is not None


def _are_languages(cell: str) -> bool:
    codes = cell.split(",")
    return len(codes) == len(set(codes)) and set(codes) <= set(LANGUAGES)


def _is_recipe(cell: str) -> bool:
    try:
        recipe = decode_recipe(cell)
    except (RecipeError, RecursionError):
        return False
    return set(recipe.words) <= set(LANGUAGES) and _all_fit(cell)


def _are_clauses(cell: str) -> bool:
    try:
        clauses = msgspec.json.decode(cell, type=list[FrozenClause])
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        return False
    forms = get_args(Form)
    return all(clause.form in forms for clause in clauses) and _all_fit(cell)


def _are_facts(cell: str) -> bool:
    try:
        msgspec.json.decode(cell, type=dict[str, object])
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        return False
    return _all_fit(cell)


def _all_fit(cell: str) -> bool:
    """Whether each text and number inside a cell of JSON could stand in a cell of its own."""
    return all(_fits(one) for one in _leaves(msgspec.json.decode(cell)))


def _fits(value: object) -> bool:
    if isinstance(value, str):
        return _is_text(value)
    return not isinstance(value, int) or -MOST <= value <= MOST


def _leaves(value: object) -> Iterator[object]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from _leaves(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _leaves(inner)
    else:
        yield value


def _one_of(*values: str) -> Rule:
    return Rule(frozenset(values).__contains__, {"enum": list(values)})


TEXT = Rule(_is_text, {"maxLength": LONGEST_TEXT})
NAMED = Rule(_is_named, {"minLength": 1, "maxLength": LONGEST_TEXT})
DAY = Rule(_is_day, {"format": "date", "pattern": f"^{_DAY}$"})
INSTANT = Rule(_is_instant, {"pattern": rf"^{_DAY}T\d{{2}}:\d{{2}}:\d{{2}}\.\d{{3}}Z$"})
ZONE = Rule(_is_zone, {"examples": ["America/Toronto"]})
KEY = Rule(_is_key, {"pattern": "^[0-9a-f]{32}$"})
HASH = Rule(_is_hash, {"pattern": "^[0-9a-f]{64}$"})
SPOKEN: Mapping[str, Rule] = {
    "language": Rule(frozenset(LANGUAGES).__contains__, {"enum": list(LANGUAGES)}),
    "languages": Rule(_are_languages, {"pattern": "^(en|fr)(,(en|fr))?$"}),
}
INSIDE: Mapping[str, Rule] = {
    "recipe": Rule(_is_recipe, {"contentMediaType": "application/json"}),
    "clauses": Rule(_are_clauses, {"contentMediaType": "application/json"}),
    "facts": Rule(_are_facts, {"contentMediaType": "application/json"}),
}


_AUDIENCE = _one_of(*AUDIENCES)
_KIND = _one_of(*get_args(Kind))
_SPECIAL: Mapping[type[Row], Mapping[str, Rule]] = {
    rows.Community: {
        "name": NAMED,
        "language": SPOKEN["language"],
        "zone": ZONE,
        "parent": KEY,
        "created": INSTANT,
        "ended": DAY,
    },
    rows.Person: {"name": NAMED, "created": INSTANT},
    rows.Membership: {"level": _one_of(*LEVELS), "joined": DAY, "left": DAY},
    rows.Workshop: {
        "purpose": _one_of(*get_args(Purpose)),
        "title": NAMED,
        "date": DAY,
        "zone": ZONE,
        "languages": SPOKEN["languages"],
        "state": _one_of("planned", "running", "closed"),
        "created": INSTANT,
        "closed": INSTANT,
    },
    rows.Session: {"date": DAY},
    rows.Block: {"kind": _KIND, "audience": _AUDIENCE, "recipe": INSIDE["recipe"]},
    rows.Run: {"started": INSTANT, "ended": INSTANT},
    rows.StageReading: {"date": DAY},
    rows.Holding: {"starts": DAY, "ends": DAY},
    rows.Naming: {"answer": _one_of("yes")},
    rows.Attendance: {
        "state": _one_of("present", "guest", "walk-in", "left", "number"),
        "arrived": INSTANT,
        "gone": INSTANT,
    },
    rows.Note: {"kind": _KIND, "text": NAMED, "audience": _AUDIENCE, "made": INSTANT},
    rows.Version: {
        "status": _one_of("proposed", "agreed", "replaced", "withdrawn"),
        "date": DAY,
        "until": DAY,
        "language": SPOKEN["language"],
        "clauses": INSIDE["clauses"],
    },
    rows.Round: {
        "form": _one_of("dots", "stances"),
        "opened": INSTANT,
        "closed": INSTANT,
    },
    rows.Dots: {"item": KEY},
    rows.Outcome: {
        "form": _one_of("decision", "action", "parked"),
        "text": NAMED,
        "due": DAY,
        "state": _one_of("open", "done", "dropped"),
        "audience": _AUDIENCE,
        "made": INSTANT,
    },
    rows.Clause: {"form": _one_of(*get_args(Form)), "audience": _AUDIENCE},
    rows.Reservation: {"text": NAMED},
    rows.Gathering: {"date": DAY, "state": _one_of("planned", "held")},
    rows.Attachment: {"hash": HASH, "owner": KEY},
    rows.Signal: {"date": DAY, "facts": INSIDE["facts"]},
    rows.Tally: {"item": _one_of(""), "value": _one_of(*STANCES), "room_group": _one_of("")},
}
"""The columns of each table that hold something other than free text."""


def _rules(kind: type[Row]) -> Mapping[str, Rule]:
    """The rules for the columns of text of a table."""
    fields = msgspec.structs.fields(kind)
    found = {one.name: TEXT for one in fields if str in (one.type, *get_args(one.type))}
    found |= {name: KEY for name in ("id", *REFERENCES.get(kind, {})) if name in found}
    return {**found, **_SPECIAL.get(kind, {})}


RULES: Mapping[type[Row], Mapping[str, Rule]] = {kind: _rules(kind) for kind in EVERY}
"""By table and column: what its texts must be."""


def fault(row: Row) -> str | None:
    """The first column of a row whose cell may not stand there, or None."""
    rules = RULES[type(row)]
    for name in row.__struct_fields__:
        cell = getattr(row, name)
        if isinstance(cell, str) and not rules[name].fits(cell):
            return name
        if isinstance(cell, int) and not 0 <= cell <= largest(name):
            return name
    return None


def largest(column: str) -> int:
    """The largest number a column holds; the smallest is 0 everywhere."""
    return FARTHEST if column == "position" else MOST
