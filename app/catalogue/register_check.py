"""What must hold in a register beyond the shape of its file."""

from collections.abc import Iterator, Mapping
from typing import get_args

from app.catalogue.entries import Audience
from app.catalogue.errors import CatalogueError
from app.catalogue.faults import other_words, twice
from app.catalogue.register_shapes import Register, RegisterColumn

_OF_TYPE: Mapping[str, str] = {
    "long": "text",
    "options": "choice",
    "parties": "person",
    "due": "date",
    "consent": "choice",
}
"""What only columns of one type have."""


_PRIVATE: Audience = "facilitator"
"""Who reads an entry before anybody said yes."""


def register_file(register: str) -> str:
    """The file of a register, by its id."""
    return f"catalogue/registers/{register}.toml"


def check_register(register: Register) -> Iterator[CatalogueError]:
    """Every fault in its columns, its states, and the words for both."""
    file = register_file(register.id)
    columns, states = ([one.id for one in part] for part in (register.columns, register.states))
    yield from twice(file, "sources", register.sources)
    yield from twice(file, "columns", columns)
    yield from twice(file, "states", states)
    first = register.columns[0]
    if (first.type, first.required, first.long) != ("text", True, False):
        yield CatalogueError(file, "columns[0]", "first-column")
    for part in ("due", "consent"):
        marked = [at for at, column in enumerate(register.columns) if getattr(column, part)]
        for at in marked[1:]:
            yield CatalogueError(file, f"columns[{at}].{part}", "named-twice", id=part)
    if register.consent_column and register.audience != _PRIVATE:
        yield CatalogueError(file, "audience", "consent-first")
    for index, column in enumerate(register.columns):
        yield from _check_column(file, f"columns[{index}]", column)
    for code, words in register.words.items():
        place = f"words.{code}"
        yield from other_words(file, f"{place}.columns", columns, words.columns)
        yield from other_words(file, f"{place}.states", states, words.states)
        choices = {column.id: column.options for column in register.columns if column.options}
        yield from other_words(file, f"{place}.options", tuple(choices), words.options)
        for choice, options in choices.items():
            named = words.options.get(choice)
            if named is not None:
                yield from other_words(file, f"{place}.options.{choice}", options, named)
        for hint in words.hints:
            if hint not in columns:
                yield CatalogueError(file, f"{place}.hints.{hint}", "unknown-id", id=hint)


def _check_column(file: str, place: str, column: RegisterColumn) -> Iterator[CatalogueError]:
    """What goes with a column's type, and only with that."""
    yield from twice(file, f"{place}.options", column.options)
    yield from twice(file, f"{place}.parties", column.parties)
    if column.type == "choice" and not column.options:
        yield CatalogueError(file, f"{place}.options", "column-lacks", type=column.type)
    for at, option in enumerate(column.options if column.consent else ()):
        if option not in get_args(Audience):
            yield CatalogueError(file, f"{place}.options[{at}]", "unknown-id", id=option)
    for part, type_ in _OF_TYPE.items():
        if getattr(column, part) and column.type != type_:
            yield CatalogueError(file, f"{place}.{part}", "column-in-vain", type=column.type)
