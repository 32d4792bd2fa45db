"""Clauses as pieces of a page: text, lists, tables, whatever the charter's sections hold."""

from collections.abc import Sequence
from typing import Protocol

from app.catalogue.entries import Section
from app.charter.clauses import cells_of, items_of
from exports.page import Bullets, Paragraph, Piece, Span, Table, spans


class ClauseText(Protocol):
    """A clause, drafted or frozen."""

    @property
    def heading(self) -> str:
        """A heading of its own, or nothing."""

    @property
    def form(self) -> str:
        """text, list or table."""

    @property
    def text(self) -> str:
        """What it says; items and rows a line each, cells separated by tabs."""


def clause_pieces(
    clause: ClauseText,
    section: Section | None,
    language: str,
    *,
    ordered: bool = False,
    columns: Sequence[str] = (),
) -> list[Piece]:
    """A clause as it reads: paragraphs, a list of its lines, or a table of its cells.

    ``columns`` are the heads of a table where the community named its own.
    """
    pieces: list[Piece] = []
    if clause.heading.strip():
        pieces.append(Paragraph((Span(clause.heading, strong=True),)))
    lines = items_of(clause)
    if clause.form == "list" and lines:
        pieces.append(Bullets(tuple(spans(line) for line in lines), ordered))
    elif clause.form == "table" and lines:
        names = list(columns) or _columns(section, language)
        pieces.append(_table(cells_of(clause), names))
    else:
        pieces += [Paragraph(spans(line)) for line in lines]
    return pieces


def _columns(section: Section | None, language: str) -> list[str]:
    if section is None:
        return []
    wording = section.in_language(language)
    return [wording.columns.get(column, "") for column in section.columns]


def _table(rows: list[list[str]], names: list[str]) -> Table:
    width = max(len(names), *(len(row) for row in rows))
    heads = (*names, *("" for _ in range(width - len(names))))
    return Table(heads, tuple((*row, *("" for _ in range(width - len(row)))) for row in rows))
