"""The run sheet: the whole workshop on paper, for the day the laptop stays behind."""

from datetime import date

from app.catalogue.catalogue import Catalogue
from app.library.reading import Reader
from app.library.rows import Community, Workshop
from app.words import Words
from app.workshop.agenda import Layout, Slot
from app.workshop.planning import BREAK, layouts, recipe_of
from app.workshop.titles import title_in
from exports.kinds.telling import Tellings
from exports.page import (
    Bullets,
    Heading,
    NewPage,
    Page,
    Paragraph,
    Piece,
    Rule,
    Span,
    Table,
    spans,
)


def run_sheet_page(
    reader: Reader,
    catalogue: Catalogue,
    tellings: Tellings,
    words: Words,
    workshop: str,
    audience: str,
) -> Page:
    """Times, what to say, wall questions, and a worksheet for every block, as a page."""
    row = reader.row(Workshop, workshop)
    community = reader.row(Community, row.community)
    plans = layouts(reader, workshop)
    pieces = _head(words, row, community, plans)
    for plan in plans:
        for slot in plan.slots:
            pieces += _block(words, slot)
    sheets = _worksheets(catalogue, tellings, words, plans)
    pieces += sheets
    day = words.day(date.fromisoformat(row.date))
    foot = words("paper.run-sheet-foot", community=community.name, workshop=row.title, date=day)
    return Page(
        language=words.language,
        title=foot,
        foot=words("paper.foot-for", foot=foot, audience=words(f"paper.for-{audience}")),
        folio=words("paper.folio", n="{n}", total="{total}"),
        figure_word=words("paper.figure", n="{n}"),
        author=community.name,
        pieces=tuple(pieces),
    )


def _head(
    words: Words, workshop: Workshop, community: Community, plans: list[Layout]
) -> list[Piece]:
    pieces: list[Piece] = [
        Paragraph(spans(words("paper.run-sheet-of", community=community.name)), "eyebrow"),
        Heading(1, workshop.title),
    ]
    for plan in plans:
        facts = [
            words.day(date.fromisoformat(plan.session.date), "long"),
            words(
                "paper.from-to",
                start=words.clock(plan.session.starts),
                end=words.clock(plan.limit),
            ),
        ]
        facts += [part for part in (plan.session.place or workshop.place,) if part]
        if workshop.expected:
            facts.append(words("paper.expected", n=workshop.expected))
        pieces.append(Paragraph(spans(" · ".join(facts)), "small"))
        pieces.append(Rule())
        pieces.append(_times(words, plan))
    bring = _bring(words, plans)
    if bring:
        pieces.append(Heading(2, words("paper.bring")))
        pieces.append(Bullets(tuple(spans(one) for one in bring)))
    return pieces


def _times(words: Words, plan: Layout) -> Table:
    rows = tuple(
        (
            words.clock(slot.starts),
            _title(words, slot),
            words("paper.minutes", n=slot.block.minutes),
            "" if slot.block.exercise == BREAK else _question(words, slot),
        )
        for slot in plan.slots
    )
    heads = (words("paper.at"), words("paper.what"), words("paper.length"), words("paper.wall"))
    return Table(heads, rows, (0.11, 0.33, 0.13, 0.43), strong_column=1)


def _title(words: Words, slot: Slot) -> str:
    if slot.block.exercise == BREAK:
        return words("paper.break")
    return title_in(slot.block, words.language)


def _question(words: Words, slot: Slot) -> str:
    return recipe_of(slot.block).in_language(words.language).question


def _bring(words: Words, plans: list[Layout]) -> list[str]:
    found: dict[str, None] = {}
    for plan in plans:
        for slot in plan.slots:
            for one in recipe_of(slot.block).in_language(words.language).materials:
                found.setdefault(one)
    return list(found)


def _block(words: Words, slot: Slot) -> list[Piece]:
    if slot.block.exercise == BREAK:
        return []
    recipe = recipe_of(slot.block)
    told = recipe.in_language(words.language)
    minutes = words("paper.minutes", n=slot.block.minutes)
    title = words(
        "paper.block-head",
        time=words.clock(slot.starts),
        title=title_in(slot.block, words.language),
        minutes=minutes,
    )
    pieces: list[Piece] = [Heading(2, title)]
    if told.purpose:
        pieces.append(Paragraph(spans(told.purpose)))
    if told.question:
        pieces.append(
            Paragraph((Span(words("paper.on-wall"), strong=True), Span(" " + told.question)))
        )
    at = slot.starts
    for step in recipe.steps_in(words.language):
        line = words("paper.step-line", time=words.clock(at), n=step.minutes, title=step.title)
        pieces.append(Paragraph((Span(line, strong=True), Span("  " + step.do))))
        if step.say:
            pieces.append(Paragraph(spans(words("paper.quoted", text=step.say)), "say"))
        at += step.minutes
    for code, text in (("paper.listen", told.listen), ("paper.close", told.close)):
        if text:
            pieces.append(Paragraph((Span(words(code) + " ", strong=True), Span(text)), "small"))
    return pieces


def _worksheets(
    catalogue: Catalogue, tellings: Tellings, words: Words, plans: list[Layout]
) -> list[Piece]:
    """A page to write on for each block, and one for what is decided."""
    pieces: list[Piece] = []
    number = 0
    for plan in plans:
        for slot in plan.slots:
            if slot.block.exercise == BREAK:
                continue
            number += 1
            title = title_in(slot.block, words.language)
            pieces += [NewPage(), Heading(2, words("paper.worksheet", n=number, title=title))]
            pieces.append(Paragraph(spans(_question(words, slot)), "quote"))
            recipe = recipe_of(slot.block)
            pieces += tellings[slot.block.kind].worksheet(recipe, catalogue, words)
    empty = tuple("\N{NO-BREAK SPACE}\n\N{NO-BREAK SPACE}" for _ in range(3))
    pieces += [NewPage(), Heading(2, words("paper.to-do"))]
    heads = (words("paper.what"), words("paper.who"), words("paper.by-when"))
    pieces.append(Table(heads, tuple(empty for _ in range(12)), (0.56, 0.22, 0.22)))
    return pieces
