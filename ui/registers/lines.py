"""An entry as a line of the list: what it is about, its cells, when it is due, its state."""

from datetime import date

from app.catalogue.register_shapes import ColumnType, Register, RegisterColumn
from app.registers.cells import Link
from app.registers.listing import days_left
from app.registers.register_entries import Entry
from app.words import Words
from exports.register_words import cell_words, labelled, state_words
from ui.look.themes import Tone
from ui.parts.column_list import ListCell, ListLine
from ui.parts.excerpts import EXCERPT, excerpt
from ui.parts.list_columns import ListColumn
from ui.parts.marked_text import marked

STATE = "state"
"""The id of the column of states."""

LINKED = 80
"""Characters of what is linked to that the list shows; the form has the whole."""

_CAPITAL, _SIGN, _WIDEST_HEAD = 9, 16, 160
"""Pixels of a capital in a head, of the sign of the order beside it, and the most that both get."""

_LEAST: dict[ColumnType, int] = {
    "date": 116,
    "yes-no": 84,
    "number": 84,
    "hours": 84,
    "choice": 110,
    "person": 140,
    "text": 160,
    "note": 180,
    "clause": 180,
    "workshop": 150,
}
"""How wide a column of a type is at least, at 100 %, pixels."""


def entry_columns(register: Register, words: Words) -> tuple[ListColumn, ...]:
    """The columns of the list: the first and the state stay, the day it is due folds last."""
    first, *rest = [column for column in register.columns if not column.long]
    names = register.in_language(words.language).columns
    columns = [ListColumn(id=first.id, head=names[first.id], least=260, share=60)]
    for place, column in enumerate(rest, start=2):
        columns.append(
            ListColumn(
                id=column.id,
                head=names[column.id],
                least=_least(column, names[column.id]),
                share=8 if column.type in ("date", "yes-no", "number", "hours") else 14,
                folds=1 if column.due else place,
                under=True,
            )
        )
    columns.append(ListColumn(id=STATE, head=words("registers.state"), least=110, share=10))
    return tuple(columns)


def _least(column: RegisterColumn, head: str) -> int:
    """Room for a cell of the column, and for its head with the sign of the order."""
    return max(_LEAST[column.type], min(_WIDEST_HEAD, _CAPITAL * len(head) + _SIGN))


def entry_line(entry: Entry, register: Register, words: Words, today: date) -> ListLine:
    """An entry in the window's words."""
    first = register.columns[0]
    cells: dict[str, ListCell] = {}
    under: list[str] = []
    for column in register.columns:
        value = entry.values.get(column.id)
        if value is None or column is first:
            continue
        text = cell_words(words, register, column, value)
        if column.long:
            under.append(f"{labelled(words, register, column.id)} {excerpt(text)}")
        else:
            short = excerpt(text, LINKED if isinstance(value, Link) else EXCERPT)
            cells[column.id] = _cell(column, entry, register, words, short, today)
    open_ = register.is_open(entry.state)
    cells[STATE] = ListCell(
        state_words(words, register, entry.state), "plain" if open_ else "mute", open_
    )
    name = cell_words(words, register, first, entry.values.get(first.id, ""))
    whole = [name, *(f"{cell.folded or cell.text} {cell.under}" for cell in cells.values()), *under]
    return ListLine(
        name=name,
        under="\n".join(under),
        cells=cells,
        whole=". ".join(part.strip() for part in whole if part.strip()),
    )


def due_words(words: Words, days: int) -> tuple[str, Tone]:
    """How far a day is, as a fact; what is past is marked as well as coloured."""
    if days < 0:
        return marked(words("registers.due-ago", n=-days), "amber"), "amber"
    if days == 0:
        return words("registers.due-today"), "amber"
    return words("registers.due-in", n=days), "mute"


def _cell(
    column: RegisterColumn,
    entry: Entry,
    register: Register,
    words: Words,
    text: str,
    today: date,
) -> ListCell:
    folded = f"{labelled(words, register, column.id)} {text}"
    left = days_left(register, entry, today) if column.due else None
    if left is None:
        return ListCell(text, folded=folded)
    under, tone = due_words(words, left)
    return ListCell(text, under=under, under_tone=tone, folded=folded)
