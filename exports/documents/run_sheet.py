"""The run sheet: the whole workshop on paper, for the day the laptop stays behind.

For the facilitator it holds everything. For anybody else it is the day's agenda: no remark meant
for the facilitator, and no block they may not read.
"""

from app.catalogue.catalogue import Catalogue
from app.library.audience import AUDIENCES
from app.library.reader import Reader
from app.text_direction import join_isolated
from app.words import Words, capitalized
from app.workshop.agenda_order import blocks_of
from app.workshop.titles import block_name, told_block
from exports.documents.document import LeftOut, Materials, leading_language
from exports.documents.frame import (
    called_off_remark,
    colour_of,
    document_head,
    document_page,
    workshop_title,
)
from exports.documents.run_sheet_lists import afterwards, beforehand, bring
from exports.documents.worksheets import worksheets
from exports.facts.run_sheet import (
    DayFacts,
    RunSheetFacts,
    SlotFacts,
    on_agenda,
    read_run_sheet,
    told_run_sheet,
)
from exports.page import (
    Heading,
    Page,
    Paragraph,
    Piece,
    Span,
    Table,
    spans,
)
from exports.recipe_words import way_name
from exports.request import ExportRequest

WITH_WALL, WITHOUT_WALL = (0.12, 0.32, 0.13, 0.43), (0.15, 0.68, 0.17)
"""Shares of the agenda's columns, with what the wall asks and where it asks nothing."""


class RunSheetDocument:
    """The agenda of a workshop: the run sheet for whoever runs it, the day's agenda for others."""

    def facts(self, reader: Reader, catalogue: Catalogue, request: ExportRequest) -> RunSheetFacts:
        """The agenda's facts. Raises KeyError for a workshop there is not."""
        return read_run_sheet(reader, request.subject, request.audience)

    def page(self, facts: RunSheetFacts, request: ExportRequest, materials: Materials) -> Page:
        """Times, what to say, wall questions, and a worksheet for every block."""
        words = materials.words
        facts = told_run_sheet(facts, materials.catalogue, words.language)
        slots = facts.exercises
        pieces = _head(words, facts)
        if facts.whole:
            pieces += bring(words, slots, facts.workshop.expected)
            pieces += beforehand(words, slots)
            # A meal says what to do and to say; a break without words has nothing to add.
            for slot in facts.slots:
                pieces += _block(words, slot, _which_day(words, facts, slot))
            pieces += afterwards(words, slots)
            blocks = [slot.block for slot in slots]
            pieces += worksheets(materials.catalogue, materials.reports, words, blocks)
        else:
            for slot in slots:
                pieces += _purpose(words, slot, _which_day(words, facts, slot))
        workshop = facts.workshop
        title = workshop_title(words, "paper.run-sheet-foot", workshop)
        author = workshop.community.name
        return document_page(words, title, request.audience, author, pieces, colour_of(workshop))

    def left_out(
        self, reader: Reader, catalogue: Catalogue, words: Words, request: ExportRequest
    ) -> list[LeftOut]:
        """For anybody but the facilitator the sheet itself; how many blocks these readers do not
        get."""
        sheet = LeftOut("sheet", int(request.audience != AUDIENCES[0]))
        return [sheet, blocks_left_out(reader, catalogue, words, request)]

    def language(self, reader: Reader, request: ExportRequest) -> str:
        """The workshop's leading language."""
        return leading_language(reader, request.subject)


def blocks_left_out(
    reader: Reader, catalogue: Catalogue, words: Words, request: ExportRequest
) -> LeftOut:
    """The blocks of a workshop that are marked for narrower readers, by their titles."""
    hidden = [
        one for one in blocks_of(reader, request.subject) if not on_agenda(one, request.audience)
    ]
    # Each as often as it is there: two of one name are two that are missing.
    told = (told_block(one, catalogue, words.language) for one in hidden)
    names = tuple(block_name(words, one) for one in told)
    return LeftOut("blocks", len(hidden), names)


def _head(words: Words, facts: RunSheetFacts) -> list[Piece]:
    workshop, days = facts.workshop, facts.days
    over = words("paper.run-sheet-of", community=workshop.community.name)
    sentence = ""
    if len(days) == 1:
        day = capitalized(words.day(days[0].day, "long"))
        sentence = join_isolated((day, *_facts(words, workshop.expected, days[0])))
    pieces = document_head(over, workshop.title, sentence)
    pieces += called_off_remark(words, workshop)
    for one in days:
        if len(days) > 1:
            pieces.append(Heading(2, capitalized(words.day(one.day, "long"))))
            said = join_isolated(_facts(words, workshop.expected, one))
            pieces.append(Paragraph(spans(said), "small"))
        pieces.append(_times(words, one) if one.slots else _nothing(words, one))
    return pieces


def _facts(words: Words, expected: int, day: DayFacts) -> list[str]:
    """From when to when a session goes, where it is, and for how many people."""
    hours = words("paper.from-to", start=words.clock(day.starts), end=words.end_clock(day.ends))
    parts = [hours, day.place]
    if expected:
        parts.append(words("paper.expected", n=expected))
    return parts


def _nothing(words: Words, day: DayFacts) -> Paragraph:
    code = "paper.planned-for-others" if day.hidden else "paper.nothing-planned"
    return Paragraph(spans(words(code)))


def _times(words: Words, day: DayFacts) -> Table:
    """When each block starts; what the wall asks where any does, and the day past midnight."""
    asked = any(_question(words, slot) for slot in day.slots)
    rows: list[tuple[str, str, str, str]] = []
    before = day.day
    for slot in day.slots:
        if slot.day != before:
            before = slot.day
            rows.append(("", capitalized(words.day(slot.day, "long")), "", ""))
        length = words("paper.minutes", n=slot.minutes)
        time = words.clock(slot.starts)
        rows.append((time, _title(words, slot), length, _question(words, slot)))
    heads = (words("paper.at"), words("paper.what"), words("paper.length"), words("paper.wall"))
    columns, widths = (4, WITH_WALL) if asked else (3, WITHOUT_WALL)
    cells = tuple(row[:columns] for row in rows)
    return Table(heads[:columns], cells, widths, strong_column=1)


def _which_day(words: Words, facts: RunSheetFacts, slot: SlotFacts) -> str:
    """The day a block starts on, where it is not clear from the head of the sheet."""
    one_day = len(facts.days) == 1 and slot.day == facts.days[0].day
    return "" if one_day else words.near_day(slot.day, facts.days[0].day)


def _title(words: Words, slot: SlotFacts) -> str:
    """A block's title, and the group that is in it; a break is called so unless it has a name."""
    title = block_name(words, slot.block)
    if slot.group:
        title = words("paper.in-group", title=title, group=slot.group)
    return words("paper.optional", title=title) if slot.recipe.optional else title


def _question(words: Words, slot: SlotFacts) -> str:
    return "" if slot.is_break else slot.recipe.in_language(words.language).question


def _opening(words: Words, slot: SlotFacts, day: str) -> list[Piece]:
    """When, what, how long; what for; what the wall asks."""
    wording = slot.recipe.in_language(words.language)
    time = words.clock(slot.starts)
    title = words(
        "paper.block-head",
        time=words("paper.day-at", day=day, time=time) if day else time,
        title=_title(words, slot),
        minutes=words("paper.minutes", n=slot.minutes),
    )
    pieces: list[Piece] = [Heading(2, title)]
    if wording.purpose:
        pieces.append(Paragraph(spans(wording.purpose)))
    if wording.question:
        pieces.append(
            Paragraph((Span(words("paper.on-wall"), strong=True), Span(f" {wording.question}")))
        )
    return pieces


def _purpose(words: Words, slot: SlotFacts, day: str) -> list[Piece]:
    """A block for those who take part, where there is something to say of it."""
    opening = _opening(words, slot, day)
    return opening if len(opening) > 1 else []


def _block(words: Words, slot: SlotFacts, day: str) -> list[Piece]:
    """A block for whoever runs it: step by step, what to do and what to say.

    Nothing where there is no more to say than the day's table does.
    """
    recipe = slot.recipe
    wording = recipe.in_language(words.language)
    pieces = _opening(words, slot, day)
    if recipe.way:
        pieces += _remark(words("paper.way"), way_name(words, recipe.way))
    # What to listen for, and what to do then, are read before the steps, not found under them.
    pieces += _remark(words("paper.listen"), wording.listen)
    pieces += _remark(words("paper.fails"), wording.fails)
    at = slot.starts
    for step in recipe.steps_in(words.language):
        if step.do or step.say or len(recipe.steps) > 1:
            line = words("paper.step-line", time=words.clock(at), n=step.minutes, title=step.title)
            does = (Span(f"  {step.do}"),) if step.do else ()
            pieces.append(Paragraph((Span(line, strong=True), *does)))
        if step.say:
            pieces.append(Paragraph(spans(words("paper.quoted", text=step.say)), "say"))
        at += step.minutes
    pieces += _remark(words("paper.close"), wording.close)
    return pieces if len(pieces) > 1 else []


def _remark(label: str, text: str) -> list[Piece]:
    """A small line for whoever runs the block."""
    return [Paragraph((Span(label, strong=True), Span(f" {text}")), "small")] if text else []
