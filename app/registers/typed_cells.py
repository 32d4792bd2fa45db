"""Cells as people type or paste them: choices by their beginning, days and names as said."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import msgspec

from app.catalogue.register_shapes import Register, RegisterColumn
from app.folding import fold
from app.library.trouble import Trouble
from app.registers.cells import Party, Value
from app.typed_dates import read_day
from app.words import Words

_NUMBER = re.compile(r"(\d{1,6})\s*(?:h\b.*)?", re.IGNORECASE)


class Typing(msgspec.Struct, frozen=True):
    """What is known where cells are typed: the words of the languages spoken there, the first one
    first, what day it is, and people by their folded names.

    Without words, choices go by their names in any language, and days are written as ISO has them.
    """

    today: date
    words: tuple[Words, ...] = ()
    people: Mapping[str, Party] = {}


def read_typed(
    register: Register, column: RegisterColumn, text: str, typing: Typing
) -> Value | None:
    """What a text means in a column; None where there is none.

    Raises :class:`Trouble` (``cell-unclear``, ``cell-choice`` where one chooses) where it means
    nothing there, or several things.
    """
    said = text.strip()
    if not said or column.type == "text":
        return text if said else None
    value = _value(register, column, said, typing)
    if value is None:
        code = "cell-choice" if column.type in ("choice", "yes-no") else "cell-unclear"
        raise Trouble(code, text=said, column=column_name(register, column, typing))
    return value


def column_name(register: Register, column: RegisterColumn, typing: Typing) -> str:
    """What a column is called in the first of the languages."""
    first = _languages(register, typing)[0]
    return register.in_language(first).columns.get(column.id, column.id)


def choices_of(
    register: Register, column: RegisterColumn, words: Words
) -> tuple[tuple[Value, str], ...]:
    """What can be chosen in a column, with its name in a language; nothing where people write."""
    if column.type == "yes-no":
        return ((True, words("registers.yes")), (False, words("registers.no")))
    return _options(register, column, words.language)


def _options(
    register: Register, column: RegisterColumn, language: str
) -> tuple[tuple[Value, str], ...]:
    named = register.in_language(language).options.get(column.id, {})
    return tuple((option, named.get(option, option)) for option in column.options)


def _languages(register: Register, typing: Typing) -> Sequence[str]:
    return [words.language for words in typing.words] or list(register.words)


def _value(register: Register, column: RegisterColumn, said: str, typing: Typing) -> Value | None:
    match column.type:
        case "choice" | "yes-no":
            return _chosen(register, column, said, typing)
        case "date":
            return _day(said, typing, ahead=column.due)
        case "number" | "hours":
            found = _NUMBER.fullmatch(said)
            return int(found[1]) if found else None
        case "person":
            return typing.people.get(fold(said), Party(name=said))
        case _:
            return None


def _chosen(register: Register, column: RegisterColumn, said: str, typing: Typing) -> Value | None:
    """The one choice that is called so, or that alone begins so, in one of the languages; or the
    one of that id."""
    if said in column.options:
        return said
    wanted = fold(said)
    known = [choices_of(register, column, words) for words in typing.words]
    for offered in known or [_options(register, column, one) for one in register.words]:
        names = [(fold(name), value) for value, name in offered]
        exact = [value for name, value in names if name == wanted]
        begun = [value for name, value in names if name.startswith(wanted)]
        for found in (exact, begun):
            if len(found) == 1:
                return found[0]
    return None


def _day(said: str, typing: Typing, *, ahead: bool) -> date | None:
    if not typing.words:
        try:
            return date.fromisoformat(said)
        except ValueError:
            return None
    found = (
        read_day(said, words, typing.today, "ahead" if ahead else "near") for words in typing.words
    )
    return next((day for day in found if day is not None), None)


def headed(
    register: Register, columns: Sequence[RegisterColumn], row: Sequence[str]
) -> list[RegisterColumn | None] | None:
    """The column under each head, where a row is that of a table's heads; None where it is none."""
    heads = {name: one for one in columns for name in _names(register, one)}
    found = [heads.get(fold(cell.strip().rstrip(":"))) for cell in row]
    known = sum(one is not None for one in found)
    return found if known > 1 and known >= sum(bool(cell.strip()) for cell in row) / 2 else None


def _names(register: Register, column: RegisterColumn) -> Iterator[str]:
    """What a column is called, in every language."""
    for words in register.words.values():
        if column.id in words.columns:
            yield fold(words.columns[column.id])
