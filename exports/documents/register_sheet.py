"""A register as a sheet: a row for each entry, with all of its columns, then its state."""

from datetime import date

from app.catalogue.register_shapes import RegisterColumn
from app.registers.register_entries import Entry
from app.words import Words
from exports.facts.register_facts import RegisterFacts
from exports.register_words import cell_words, state_words
from exports.sheet import Sheet, SheetColumn, SheetValue


def register_sheet(words: Words, facts: RegisterFacts) -> Sheet:
    """Every entry that its readers may read, in the order of the page, with all of its columns."""
    register = facts.register
    wording = register.in_language(words.language)
    hours = words("sheets.hours")
    heads = [
        SheetColumn(wording.columns[one.id], hours if one.type == "hours" else "")
        for one in register.columns
    ]
    heads += [SheetColumn(words("registers.state")), SheetColumn(words("registers.said-in"))]
    rows = tuple(
        (
            *(_value(words, facts, column, entry) for column in register.columns),
            state_words(words, register, entry.state),
            entry.workshop.said if entry.workshop is not None else None,
        )
        for entry in facts.entries
    )
    empty = words("registers.nothing-for-readers")
    return Sheet(name=wording.name, columns=tuple(heads), rows=rows, empty=empty)


def _value(words: Words, facts: RegisterFacts, column: RegisterColumn, entry: Entry) -> SheetValue:
    value = entry.values.get(column.id)
    if value is None:
        return None
    if isinstance(value, date | int) and not isinstance(value, bool):
        return value
    return cell_words(words, facts.register, column, value)
