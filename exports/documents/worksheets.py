"""Worksheets: a page to write on for each block, and one for what came of the day."""

from collections.abc import Iterable

from app.catalogue.catalogue import Catalogue
from app.library.rows import Block
from app.words import Words
from app.workshop.planning import recipe_of
from app.workshop.titles import title_in
from exports.kinds.report import KindReports, writing_table
from exports.page import Heading, NewPage, Paragraph, Piece, Table, spans
from exports.writers.table_widths import TO_WRITE_IN

DECIDED, ACTIONS, PARKED = 4, 7, 3
"""Lines for what was decided, for who does what by when, and for what is parked."""


def worksheets(
    catalogue: Catalogue, reports: KindReports, words: Words, blocks: Iterable[Block]
) -> list[Piece]:
    """A numbered page for each block, then the last one."""
    pieces: list[Piece] = []
    for number, block in enumerate(blocks, start=1):
        recipe = recipe_of(block)
        title = title_in(block, words.language)
        pieces += [NewPage(), Heading(2, words("paper.worksheet", n=number, title=title))]
        question = recipe.in_language(words.language).question
        if question:
            pieces.append(Paragraph(spans(question), "quote"))
        pieces += reports[block.kind].worksheet(recipe, catalogue, words)
    return [*pieces, NewPage(), *_came_of_it(words)]


def _came_of_it(words: Words) -> list[Piece]:
    heads = (words("paper.what"), words("paper.who"), words("paper.by-when"))
    empty = (TO_WRITE_IN, TO_WRITE_IN, TO_WRITE_IN)
    return [
        Heading(2, words("paper.decided")),
        *writing_table(("",), DECIDED),
        Heading(2, words("paper.to-do")),
        Table(heads, (empty,) * ACTIONS, (0.56, 0.22, 0.22)),
        Heading(2, words("paper.parked")),
        *writing_table(("",), PARKED),
    ]
