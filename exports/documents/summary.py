"""The summary of a workshop: first what was decided and who does what, then block by block."""

from collections.abc import Sequence
from datetime import date
from zoneinfo import ZoneInfo

from app.catalogue.catalogue import Catalogue
from app.library.audience import readable
from app.library.reading import Reader
from app.library.rows import Block, Community, Outcome, Run, Workshop
from app.moment import instant
from app.words import Words
from app.workshop.attendance import who_came
from app.workshop.closing import next_meeting
from app.workshop.planning import BREAK, recipe_of
from app.workshop.titles import title_in
from exports.kinds.telling import Tellings, Told
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
    day = words.day(date.fromisoformat(row.date))
    pieces = _head(reader, words, row, community)
    pieces += _first_page(reader, words, row, audience)
    blocks = _blocks(reader, catalogue, tellings, words, (row, community), audience)
    parked = _parked(reader, words, row, audience)
    if blocks or parked:
        pieces += [NewPage(), *parked, *blocks]
    foot = words("paper.summary-foot", community=community.name, workshop=row.title, date=day)
    return Page(
        language=words.language,
        title=foot,
        foot=words("paper.foot-for", foot=foot, audience=words(f"paper.for-{audience}")),
        folio=words("paper.folio", n="{n}", total="{total}"),
        figure_word=words("paper.figure", n="{n}"),
        author=community.name,
        pieces=tuple(pieces),
    )


def _head(reader: Reader, words: Words, workshop: Workshop, community: Community) -> list[Piece]:
    day = words.day(date.fromisoformat(workshop.date), "long")
    facts = [day]
    if workshop.place:
        facts.append(workshop.place)
    came = who_came(reader, workshop.id)
    if came:
        facts.append(words("paper.came", n=came))
    return [
        Paragraph(spans(words("paper.summary-of", community=community.name)), "eyebrow"),
        Heading(1, workshop.title),
        Paragraph(spans(" · ".join(facts)), "small"),
        Rule(),
    ]


def _first_page(reader: Reader, words: Words, workshop: Workshop, audience: str) -> list[Piece]:
    found = readable(
        reader, audience, Outcome, "outcome.workshop = ? ORDER BY position, id", workshop.id
    )
    decided = [one for one in found if one.form == "decision"]
    actions = [one for one in found if one.form == "action" and one.state != "dropped"]
    pieces: list[Piece] = []
    if decided:
        pieces.append(Heading(2, words("paper.decided")))
        pieces.append(Bullets(tuple(spans(one.text) for one in decided)))
    if actions:
        pieces.append(Heading(2, words("paper.to-do")))
        pieces.append(_actions(words, actions))
    meeting = next_meeting(reader, workshop)
    if meeting is not None:
        pieces.append(Heading(2, words("paper.next-meeting")))
        said = [words.day(date.fromisoformat(meeting.date), "long")]
        if meeting.starts is not None:
            said.append(words.clock(meeting.starts))
        said += [part for part in (meeting.place, meeting.title) if part]
        pieces.append(Paragraph((Span(", ".join(said)),)))
    if workshop.thanks:
        pieces.append(Heading(2, words("paper.thanks")))
        pieces += [Paragraph(spans(line)) for line in workshop.thanks.split("\n") if line.strip()]
    if not pieces:
        pieces.append(Paragraph(spans(words("paper.nothing-decided"))))
    return pieces


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
        (
            one.text,
            one.owner_name or words("paper.nobody-yet"),
            words.day(date.fromisoformat(one.due)) if one.due else words("paper.no-date"),
        )
        for one in actions
    )
    heads = (words("paper.what"), words("paper.who"), words("paper.by-when"))
    return Table(heads, rows, (0.56, 0.22, 0.22), strong_column=1)


def _blocks(
    reader: Reader,
    catalogue: Catalogue,
    tellings: Tellings,
    words: Words,
    whose: tuple[Workshop, Community],
    audience: str,
) -> list[Piece]:
    workshop, community = whose
    zone = ZoneInfo(workshop.zone)
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
            inside = tellings[block.kind].pieces(told)
            if not inside:
                continue
            at = words.hour(instant(run.started), zone)
            pieces.append(Heading(2, title_in(block, words.language)))
            purpose = recipe.in_language(words.language).purpose
            line = words("paper.block-line", time=at, purpose=purpose) if purpose else at
            pieces.append(Paragraph(spans(line), "small"))
            pieces += inside
            pieces += _caught(reader, words, run, audience)
    return pieces


def _caught(reader: Reader, words: Words, run: Run, audience: str) -> list[Piece]:
    """What was decided in this run, beside what led to it."""
    decided = readable(
        reader,
        audience,
        Outcome,
        "outcome.run = ? AND outcome.form = 'decision' ORDER BY position, id",
        run.id,
    )
    if not decided:
        return []
    head: list[Piece] = [Heading(3, words("paper.decided-here"))]
    return [*head, Bullets(tuple(spans(one.text) for one in decided))]
