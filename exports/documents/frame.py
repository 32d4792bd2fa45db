"""What every document has around its pieces: title, foot, folio, the colour of its stage."""

from collections.abc import Mapping, Sequence
from datetime import date

import msgspec

from app.words import Words
from exports.facts.workshop import WorkshopFacts
from exports.file_names import shortened
from exports.page import Heading, Page, Piece, Rule, paragraph

EMBER = "#A83F23"
RENEWING = "#75478A"
COLOURS = {"launch": "#1D6A6A", "renewal": RENEWING, "closing": RENEWING}
"""The colour of the stage that a workshop of some purpose belongs to; others have the ember's."""


class Title(msgspec.Struct, frozen=True):
    """What a document is called; ``short`` with the names in it shortened where they are long."""

    whole: str
    short: str


def document_page(
    words: Words,
    title: Title,
    audience: str,
    author: str,
    pieces: Sequence[Piece],
    accent: str = EMBER,
) -> Page:
    """The pieces as a page that says what it is, of whom, and for whom."""
    return Page(
        language=words.language,
        title=title.whole,
        short_title=title.short,
        foot=words("paper.foot-for", foot=title.whole, audience=words(f"paper.for-{audience}")),
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


def called_off_remark(words: Words, workshop: WorkshopFacts) -> list[Piece]:
    """That a workshop does not take place, and why; nothing for one that does."""
    row = workshop.row
    if row.called_off is None:
        return []
    day = words.day(date.fromisoformat(row.called_off))
    said: list[Piece] = [paragraph(words("paper.called-off", day=day), "lead")]
    return [*said, paragraph(row.reason)] if row.reason else said


def document_title(words: Words, key: str, names: Mapping[str, str], **facts: object) -> Title:
    """What a document is called. ``names`` are those that people gave, of any length; ``facts`` are
    dates and numbers, which stay whole."""
    short = {which: shortened(name) for which, name in names.items()}
    return Title(words(key, **names, **facts), words(key, **short, **facts))


def workshop_title(words: Words, key: str, workshop: WorkshopFacts) -> Title:
    """What a workshop's document is called: the community, the workshop, its day."""
    names = {"community": workshop.community.name, "workshop": workshop.title}
    return document_title(words, key, names, date=words.day(workshop.day))


def colour_of(workshop: WorkshopFacts) -> str:
    """The colour of a workshop's documents."""
    return COLOURS.get(workshop.purpose, EMBER)
