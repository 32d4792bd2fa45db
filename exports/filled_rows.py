"""Rows that a run wrote into a register, on paper: a table of what was asked, and one to fill."""

from collections.abc import Sequence

from app.library.audience import may_read
from app.registers.register_entries import Entry
from app.registers.run_rows import Asked, Filled
from app.registers.typed_cells import choices_of
from app.text_direction import join_isolated
from app.words import Words
from exports.kinds.report import small, writing_table
from exports.page import Piece, Table
from exports.register_words import cell_words


def row_cells(words: Words, asked: Asked, entry: Entry) -> tuple[str, ...]:
    """What stands in the cells asked, in the language of the words; empty where nothing does."""
    return tuple(
        cell_words(words, asked.register, column, entry.values[column.id])
        if column.id in entry.values
        else ""
        for column in asked.columns
    )


def rows_table(words: Words, asked: Asked, entries: Sequence[Entry]) -> Table:
    """Entries under the columns asked, but for those that are empty in all of them."""
    rows = [row_cells(words, asked, entry) for entry in entries]
    used = [at for at, _ in enumerate(asked.columns) if any(row[at] for row in rows)]
    names = asked.register.in_language(words.language).columns
    return Table(
        tuple(names.get(asked.columns[at].id, asked.columns[at].id) for at in used),
        tuple(tuple(row[at] for at in used) for row in rows),
        strong_column=0,
    )


def where_kept(words: Words, found: Filled, audience: str) -> Piece:
    """Which register the rows stay in, and how many ``audience`` may read were there before."""
    name = found.asked.register.in_language(words.language).name
    before = sum(may_read(one.row.audience, audience) for one in found.before)
    if before:
        return small(words("rows.kept-before", register=name, n=before))
    return small(words("rows.kept", register=name))


def rows_to_fill(words: Words, asked: Asked) -> tuple[Piece, ...]:
    """A table to write in under the columns asked, below what can be chosen in some of them."""
    names = asked.register.in_language(words.language).columns
    chosen = [
        small(
            words(
                "rows.choice-line",
                column=names.get(column.id, column.id),
                choices=join_isolated([name for _, name in offered], " · "),
            )
        )
        for column in asked.columns
        if (offered := choices_of(asked.register, column, words))
    ]
    heads = [names.get(column.id, column.id) for column in asked.columns]
    return (*chosen, *writing_table(heads))
