"""The summary of a workshop: first what was decided and who does what, then block by block."""

from collections.abc import Sequence
from datetime import date
from zoneinfo import ZoneInfo

from app.catalogue.catalogue import Catalogue
from app.direction import beside, each_apart
from app.library.audience import readable
from app.library.reading import Reader
from app.library.rows import Block, Community, Outcome, RoomGroup, Run, Workshop
from app.moment import instant
from app.words import Words
from app.workshop.attendance import who_came
from app.workshop.closing import next_meeting
from app.workshop.planning import BREAK, recipe_of
from app.workshop.titles import title_in
from exports.documents.filling import filled
from exports.documents.frame import begun, colour_of, framed, headed, titled
from exports.kinds.telling import Tellings, Told
from exports.page import (
    Bullets,
    Heading,
    NewPage,
    Page,
    Paragraph,
    Piece,
    Span,
    Table,
    spans,
)

WORTH_A_PAGE = (0.4, 0.92)
"""A first part that says what was decided, and fills so much of a page, has it to itself; what
fills less, or spills over, goes on with the blocks, so that no page stands nearly empty."""


def summary_page(
    reader: Reader,
    catalogue: Catalogue,
    tellings: Tellings,
    words: Words,
    workshop: str,
    audience: str,
) -> Page:
    """The summary of a workshop for an audience, as a page."""
    row = reader.row(Workshop, workshop)
    community = reader.row(Community, row.community)
    head = _head(reader, words, row, community)
    first = _first_page(reader, words, row, audience)
    rest = _parked(reader, words, row, audience)
    rest += _blocks(reader, catalogue, tellings, words, (row, community), audience)
    if not first:
        code = "paper.nothing-decided" if rest else "paper.nothing-yet"
        first.append(Paragraph(spans(words(code))))
    least, most = WORTH_A_PAGE
    told = any(isinstance(piece, Bullets | Table) for piece in first)
    turn = rest and told and least <= filled([*head, *first]) <= most
    pieces = [*head, *first, *([NewPage()] if turn else []), *rest]
    title = titled(words, "paper.summary-foot", row, community)
    return framed(words, title, audience, community.name, pieces, colour_of(row))


def _head(reader: Reader, words: Words, workshop: Workshop, community: Community) -> list[Piece]:
    facts = [begun(words.day(date.fromisoformat(workshop.date), "long")), workshop.place]
    came = who_came(reader, workshop.id)
    if came:
        facts.append(words("paper.came", n=came))
    over = words("paper.summary-of", community=community.name)
    return headed(over, workshop.title, beside(facts))


def _first_page(reader: Reader, words: Words, workshop: Workshop, audience: str) -> list[Piece]:
    """What was decided, who does what by when, the next meeting, thanks."""
    found = readable(
        reader, audience, Outcome, "outcome.workshop = ? ORDER BY position, id", workshop.id
    )
    decided = [one for one in found if one.form == "decision" and one.state != "dropped"]
    actions = [one for one in found if one.form == "action" and one.state != "dropped"]
    pieces: list[Piece] = []
    if decided:
        pieces.append(Heading(2, words("paper.decided")))
        pieces.append(Bullets(tuple(_decision(words, one) for one in decided)))
    if actions:
        pieces.append(Heading(2, words("paper.to-do")))
        pieces.append(_actions(words, actions))
    pieces += _next(reader, words, workshop)
    if workshop.thanks.strip():
        pieces.append(Heading(2, words("paper.thanks")))
        pieces += [Paragraph(spans(line)) for line in workshop.thanks.split("\n") if line.strip()]
    return pieces


def _next(reader: Reader, words: Words, workshop: Workshop) -> list[Piece]:
    meeting = next_meeting(reader, workshop)
    if meeting is None:
        return []
    at = words.day(date.fromisoformat(meeting.date), "long")
    if meeting.starts is not None:
        at = words("paper.day-at", day=at, time=words.clock(meeting.starts))
    said = beside((meeting.title, meeting.place))
    line = Paragraph((Span(begun(at), strong=True), *([Span(f" · {said}")] if said else [])))
    return [Heading(2, words("paper.next-meeting")), line]


def _decision(words: Words, decided: Outcome) -> tuple[Span, ...]:
    """A decision, with who sees to it and by when where that was said."""
    due = words.day(date.fromisoformat(decided.due)) if decided.due else ""
    whose = beside((decided.owner_name, due), ", ")
    said, *others = each_apart((decided.text, whose))
    return (Span(said), *(Span(f" · {one}", emphasis=True) for one in others))


def _parked(reader: Reader, words: Words, workshop: Workshop, audience: str) -> list[Piece]:
    """What was set aside, after the first page: it is not yet anybody's."""
    found = readable(
        reader,
        audience,
        Outcome,
        "outcome.workshop = ? AND outcome.form = 'parked' AND outcome.state = 'open' "
        "ORDER BY position, id",
        workshop.id,
    )
    if not found:
        return []
    listed = Bullets(tuple(spans(one.text) for one in found))
    return [Heading(2, words("paper.parked")), listed]


def _actions(words: Words, actions: Sequence[Outcome]) -> Table:
    rows = tuple(
        (one.text, one.owner_name or words("paper.nobody-yet"), _due(words, one)) for one in actions
    )
    heads = (words("paper.what"), words("paper.who"), words("paper.by-when"))
    return Table(heads, rows, strong_column=1)


def _due(words: Words, action: Outcome) -> str:
    due = words.day(date.fromisoformat(action.due)) if action.due else ""
    if action.state == "done":
        return words("paper.done-by", date=due) if due else words("paper.done")
    return due or words("paper.no-date")


def _blocks(
    reader: Reader,
    catalogue: Catalogue,
    tellings: Tellings,
    words: Words,
    whose: tuple[Workshop, Community],
    audience: str,
) -> list[Piece]:
    """Every run that gathered something the audience may read, in the order of the agenda."""
    workshop, community = whose
    blocks = readable(
        reader, audience, Block, "block.workshop = ? ORDER BY position, id", workshop.id
    )
    pieces: list[Piece] = []
    for block in blocks:
        if block.exercise == BREAK:
            continue
        recipe = recipe_of(block)
        for run in reader.rows(Run, order="number", block=block.id):
            told = Told(reader, catalogue, words, audience, community, workshop, block, run, recipe)
            inside = [*tellings[block.kind].pieces(told), *_caught(reader, words, run, audience)]
            if inside:
                pieces += [*_opening(told), *inside]
    return pieces


def _opening(told: Told) -> list[Piece]:
    """What a run was, when it was, and what it was for."""
    words, run = told.words, told.run
    zone = ZoneInfo(told.workshop.zone)
    title = title_in(told.block, words.language)
    if run.number > 1:
        title = words("paper.once-more", title=title, n=run.number)
    group = run.room_group or told.block.room_group
    apart = told.reader.find(RoomGroup, group) if group else None
    if apart is not None:
        title = words("paper.in-group", title=title, group=apart.name)
    began = instant(run.started).astimezone(zone)
    said = words.hour(began, zone)
    ended = words.hour(instant(run.ended), zone) if run.ended is not None else said
    if ended != said:
        said = words("paper.from-to", start=said, end=ended)
    if began.date().isoformat() != told.workshop.date:
        said = f"{words.day(began.date())} · {said}"
    purpose = told.recipe.in_language(words.language).purpose
    line = words("paper.block-line", time=said, purpose=purpose) if purpose else said
    return [Heading(2, title), Paragraph(spans(begun(line)), "small")]


def _caught(reader: Reader, words: Words, run: Run, audience: str) -> list[Piece]:
    """What was decided in this run, beside what led to it."""
    decided = readable(
        reader,
        audience,
        Outcome,
        "outcome.run = ? AND outcome.form = 'decision' AND outcome.state <> 'dropped' "
        "ORDER BY position, id",
        run.id,
    )
    if not decided:
        return []
    head: list[Piece] = [Heading(3, words("paper.decided-here"))]
    return [*head, Bullets(tuple(spans(one.text) for one in decided))]
