"""What every document has around its pieces: title, foot, folio, the colour of its stage."""

from collections.abc import Sequence

from app.words import Words
from exports.facts.workshop import WorkshopFacts
from exports.page import Heading, Page, Piece, Rule, paragraph

EMBER = "#A83F23"
COLOURS = {"launch": "#1D6A6A", "renewal": "#75478A", "closing": "#75478A"}
"""The colour of the stage that a workshop of some purpose belongs to; others have the ember's."""


def document_page(
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


def document_head(over: str, title: str, under: str = "") -> list[Piece]:
    """How every document begins: what it is, its title, a small line of facts, the ember line."""
    line = [paragraph(under, "small")] if under else []
    return [paragraph(over, "eyebrow"), Heading(1, title), *line, Rule()]


def document_title(words: Words, key: str, workshop: WorkshopFacts) -> str:
    """What a workshop's document is called: the community, the workshop, its day."""
    day = words.day(workshop.day)
    return words(key, community=workshop.community.name, workshop=workshop.title, date=day)


def colour_of(workshop: WorkshopFacts) -> str:
    """The colour of a workshop's documents."""
    return COLOURS.get(workshop.purpose, EMBER)


def capitalized(text: str) -> str:
    """A line as it begins: with a capital, which the names of days have not in French."""
    return text[:1].upper() + text[1:]
