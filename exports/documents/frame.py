"""What every document has around its pieces: title, foot, folio, the colour of its stage."""

from collections.abc import Sequence
from datetime import date

from app.library.rows import Workshop
from app.words import Words
from exports.page import Page, Piece

EMBER = "#A83F23"
COLOURS = {"launch": "#1D6A6A", "renewal": "#75478A", "closing": "#75478A"}
"""The colour of the stage that a workshop of some purpose belongs to; others have the ember's."""


def framed(
    words: Words,
    title: str,
    audience: str,
    author: str,
    pieces: Sequence[Piece],
    accent: str = EMBER,
) -> Page:
    """The pieces as a page that says what it is, of whom, and for whom."""
    return Page(
        language=words.language,
        title=title,
        foot=words("paper.foot-for", foot=title, audience=words(f"paper.for-{audience}")),
        folio=words("paper.folio", n="{n}", total="{total}"),
        figure_word=words("paper.figure", n="{n}"),
        author=author,
        pieces=tuple(pieces),
        accent=accent,
    )


def colour_of(workshop: Workshop) -> str:
    """The colour of a workshop's documents."""
    return COLOURS.get(workshop.purpose, EMBER)


def day_of(words: Words, workshop: Workshop) -> str:
    """A workshop's date, as people write it."""
    return words.day(date.fromisoformat(workshop.date))


def begun(text: str) -> str:
    """A line as it begins: with a capital, which the names of days have not in French."""
    return text[:1].upper() + text[1:]
