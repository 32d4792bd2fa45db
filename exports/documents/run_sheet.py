"""The run sheet: the whole workshop on paper, for the day the laptop stays behind.

For the facilitator it holds everything. For anybody else it is the day's agenda: no remark meant
for the facilitator, and no block they may not read.
"""

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from app.catalogue.catalogue import Catalogue
from app.direction import beside
from app.library.audience import AUDIENCES, may_read
from app.library.reading import Reader
from app.library.rows import Community, Workshop
from app.words import Words
from app.workshop.agenda import Layout, Slot
from app.workshop.planning import BREAK, layouts, recipe_of
from app.workshop.titles import title_in
from exports.documents.frame import begun, colour_of, framed, headed, titled
from exports.documents.worksheets import worksheets
from exports.kinds.telling import Tellings
from exports.page import (
    Heading,
    Page,
    Panel,
    Panels,
    Paragraph,
    Piece,
    Span,
    Table,
    spans,
)

COLUMNS = 2
"""Columns in which the things to bring stand."""


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
    plans = [_readable(plan, audience) for plan in layouts(reader, workshop)]
    slots = [slot for plan in plans for slot in plan.slots if slot.block.exercise != BREAK]
    pieces = _head(words, row, community, plans)
    if audience == AUDIENCES[0]:
        pieces += _bring(words, slots)
        several = len(plans) > 1
        for plan in plans:
            day = words.day(date.fromisoformat(plan.session.date), "day") if several else ""
            for slot in plan.slots:
                pieces += _block(words, slot, day)
        pieces += worksheets(catalogue, tellings, words, [slot.block for slot in slots])
    else:
        for slot in slots:
            pieces += _purpose(words, slot)
    title = titled(words, "paper.run-sheet-foot", row, community)
    return framed(words, title, audience, community.name, pieces, colour_of(row))


def _readable(plan: Layout, audience: str) -> Layout:
    """The plan without the blocks that the audience may not read; times stay as they are."""
    slots = tuple(slot for slot in plan.slots if may_read(slot.block.audience, audience))
    return msgspec.structs.replace(plan, slots=slots)


def _head(
    words: Words, workshop: Workshop, community: Community, plans: Sequence[Layout]
) -> list[Piece]:
    over = words("paper.run-sheet-of", community=community.name)
    facts = _facts(words, workshop, plans[0]) if len(plans) == 1 else ""
    pieces = headed(over, workshop.title, facts)
    for plan in plans:
        if len(plans) > 1:
            day = words.day(date.fromisoformat(plan.session.date), "long")
            pieces.append(Heading(2, begun(day)))
            pieces.append(Paragraph(spans(_facts(words, workshop, plan)), "small"))
        pieces.append(_times(words, plan) if plan.slots else _nothing(words))
    return pieces


def _facts(words: Words, workshop: Workshop, plan: Layout) -> str:
    session = plan.session
    hours = words("paper.from-to", start=words.clock(session.starts), end=words.clock(plan.limit))
    facts = [begun(words.day(date.fromisoformat(session.date), "long")), hours]
    facts.append(session.place or workshop.place)
    if workshop.expected:
        facts.append(words("paper.expected", n=workshop.expected))
    return beside(facts)


def _nothing(words: Words) -> Paragraph:
    return Paragraph(spans(words("paper.nothing-planned")))


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
    return Table(heads, rows, (0.12, 0.32, 0.13, 0.43), strong_column=1)


def _title(words: Words, slot: Slot) -> str:
    """A block's title; a break is called so unless it has a name of its own."""
    title = title_in(slot.block, words.language)
    return title or words("parts.break")


def _question(words: Words, slot: Slot) -> str:
    return recipe_of(slot.block).in_language(words.language).question


def _bring(words: Words, slots: Iterable[Slot]) -> list[Piece]:
    """What to bring, once each, in two columns to be ticked off."""
    found: dict[str, str] = {}
    for slot in slots:
        for one in recipe_of(slot.block).in_language(words.language).materials:
            if one.strip():
                found.setdefault(one.casefold(), one)
    things = list(found.values())
    if not things:
        return []
    each = -(-len(things) // COLUMNS)
    columns = [things[at : at + each] for at in range(0, len(things), each)]
    panels = tuple(Panel("", tuple(column)) for column in columns)
    return [Heading(2, words("parts.recipe.bring")), Panels(panels)]


def _opening(words: Words, slot: Slot, day: str = "") -> list[Piece]:
    """When, what, how long; what for; what the wall asks."""
    told = recipe_of(slot.block).in_language(words.language)
    time = words.clock(slot.starts)
    title = words(
        "paper.block-head",
        time=words("paper.day-at", day=day, time=time) if day else time,
        title=_title(words, slot),
        minutes=words("paper.minutes", n=slot.block.minutes),
    )
    pieces: list[Piece] = [Heading(2, title)]
    if told.purpose:
        pieces.append(Paragraph(spans(told.purpose)))
    if told.question:
        pieces.append(
            Paragraph((Span(words("paper.on-wall"), strong=True), Span(f" {told.question}")))
        )
    return pieces


def _purpose(words: Words, slot: Slot) -> list[Piece]:
    """A block for those who take part, where there is something to say of it."""
    opening = _opening(words, slot)
    return opening if len(opening) > 1 else []


def _block(words: Words, slot: Slot, day: str) -> list[Piece]:
    """A block for whoever runs it: step by step, what to do and what to say."""
    if slot.block.exercise == BREAK:
        return []
    recipe = recipe_of(slot.block)
    told = recipe.in_language(words.language)
    pieces = _opening(words, slot, day)
    # What to listen for, and what to do then, are read before the steps, not found under them.
    pieces += _remark(words("paper.listen"), told.listen)
    pieces += _remark(words("paper.fails"), told.fails)
    at = slot.starts
    for step in recipe.steps_in(words.language):
        if step.do or step.say or len(recipe.steps) > 1:
            line = words("paper.step-line", time=words.clock(at), n=step.minutes, title=step.title)
            does = (Span(f"  {step.do}"),) if step.do else ()
            pieces.append(Paragraph((Span(line, strong=True), *does)))
        if step.say:
            pieces.append(Paragraph(spans(words("paper.quoted", text=step.say)), "say"))
        at += step.minutes
    return [*pieces, *_remark(words("paper.close"), told.close)]


def _remark(label: str, text: str) -> list[Piece]:
    """A small line for whoever runs the block."""
    return [Paragraph((Span(label, strong=True), Span(f" {text}")), "small")] if text else []
