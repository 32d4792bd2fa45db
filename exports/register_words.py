"""What stands in a register, in words: on paper and in lists alike."""

from collections.abc import Sequence
from datetime import date

from app.catalogue.register_shapes import Register, RegisterColumn
from app.registers.cells import Link, Party, Value
from app.words import Words


def cell_words(words: Words, register: Register, column: RegisterColumn, value: Value) -> str:
    """A cell as it is read, in the language of the words."""
    if isinstance(value, Party):
        return party_words(words, value)
    if isinstance(value, Link):
        return value.said
    if isinstance(value, bool):
        return words(f"registers.{'yes' if value else 'no'}")
    if isinstance(value, date):
        return words.day(value)
    if isinstance(value, int):
        return words("registers.hours", n=value) if column.type == "hours" else str(value)
    if column.type == "choice":
        return register.in_language(words.language).options[column.id].get(value, value)
    return value


def counted_words(words: Words, entries: int, open_: int) -> str:
    """How many entries there are, and how many of them are open."""
    said = words("registers.entries", n=entries)
    if not open_:
        return words("registers.counted-none", entries=said)
    return words("registers.counted", entries=said, n=open_)


def party_words(words: Words, party: Party) -> str:
    """A person by name, or a party by what it is called."""
    return party.name if not party.party else words(f"registers.party.{party.party}")


def state_words(words: Words, register: Register, state: str) -> str:
    """The name of a state; its id where a later Hearth wrote it."""
    return register.in_language(words.language).states.get(state, state)


def labelled(words: Words, register: Register, column: str) -> str:
    """The name of a column as it stands before a cell: with a colon, unless it is a question."""
    name = register.in_language(words.language).columns[column]
    return name if name.endswith("?") else words("registers.label", name=name)


def party_names(words: Words, parties: Sequence[str]) -> dict[str, Party]:
    """The parties of a column by their names."""
    return {words(f"registers.party.{one}"): Party(party=one) for one in parties}
