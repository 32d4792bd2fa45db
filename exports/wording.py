"""Clauses as pieces of a page: text, lists, tables, whatever the charter's sections hold."""

from app.catalogue.types import Section
from exports.page import Bullets, Paragraph, Piece, Span, Table, spans


def clause_pieces(
    form: str,
    text: str,
    heading: str,
    section: Section | None,
    language: str,
    *,
    ordered: bool = False,
) -> list[Piece]:
    """A clause as it reads: paragraphs, a list of its lines, or a table of its cells."""
    pieces: list[Piece] = []
    lines = [line for line in text.split("\n") if line.strip()]
    if heading:
        pieces.append(Paragraph((Span(heading, strong=True),)))
    if form == "list":
        pieces.append(Bullets(tuple(spans(line) for line in lines), ordered))
    elif form == "table" and lines:
        rows = [line.split("\t") for line in lines]
        width = max(len(row) for row in rows)
        heads = _heads(section, width, language)
        full = tuple((*row, *("" for _ in range(width - len(row)))) for row in rows)
        pieces.append(Table(heads, full))
    else:
        pieces += [Paragraph(spans(line)) for line in lines]
    return pieces


def _heads(section: Section | None, width: int, language: str) -> tuple[str, ...]:
    if section is None:
        return tuple("" for _ in range(width))
    names = [section.in_language(language).columns.get(column, "") for column in section.columns]
    return (*names[:width], *("" for _ in range(width - len(names))))
