"""Worksheets: pages to write on for what is gathered, and one for what came of the day."""

from collections.abc import Iterable, Sequence

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
    """A numbered page for each block that gathers something, one for all the others together,
    then the last one."""
    pieces: list[Piece] = []
    others: list[str] = []
    number = 0
    for block in blocks:
        recipe = recipe_of(block)
        # An exercise's first part has the page; nothing is gathered at a meal or a goodbye.
        if recipe.part > 1 or recipe.interlude is not None:
            continue
        title = title_in(block, words.language)
        sheet = reports[block.kind].worksheet(recipe, catalogue, words)
        if not sheet:
            others.append(title)
            continue
        number += 1
        pieces += [NewPage(), Heading(2, words("paper.worksheet", n=number, title=title))]
        question = recipe.in_language(words.language).question
        if question:
            pieces.append(Paragraph(spans(question), "quote"))
        pieces += sheet
    return [*pieces, *_other_blocks(words, others), NewPage(), *_came_of_it(words)]


def _other_blocks(words: Words, titles: Sequence[str]) -> list[Piece]:
    """A line each for what may be worth keeping of blocks that ask for nothing."""
    if not titles:
        return []
    heads = (words("paper.what"), words("paper.worth-keeping"))
    rows = tuple((title, TO_WRITE_IN) for title in titles)
    return [NewPage(), Heading(2, words("paper.other-blocks")), Table(heads, rows, (0.35, 0.65))]


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
