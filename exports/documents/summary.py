"""The summary of a workshop: first what was decided and who does what, then block by block."""

from collections.abc import Iterator, Sequence
from datetime import date

from app.catalogue.catalogue import Catalogue
from app.library.audience import left_out, may_read
from app.library.reader import Reader
from app.library.rows import Clause, Note, Outcome, RegisterEntry, Workshop
from app.text_direction import isolate_each, join_isolated
from app.words import Words, capitalized
from app.workshop.outcomes import FORMS
from app.workshop.running import Running
from app.workshop.titles import title_in
from exports.documents.document import LeftOut, Materials, leading_language
from exports.documents.frame import (
    called_off_remark,
    colour_of,
    document_head,
    document_page,
    workshop_title,
)
from exports.documents.page_estimate import pages_filled
from exports.documents.run_extras import group_pieces, photograph_pieces
from exports.documents.run_sheet import blocks_left_out
from exports.facts.summary import (
    MeetingFacts,
    OutcomeFacts,
    RunFacts,
    SummaryFacts,
    read_summary,
    told_summary,
)
from exports.facts.workshop import WorkshopFacts
from exports.kinds.report import ReportedRun
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
from exports.request import ExportRequest

WORTH_A_PAGE = (0.4, 0.92)
"""A first part that says what was decided, and fills so much of a page, has it to itself; what
fills less, or spills over, goes on with the blocks, so that no page stands nearly empty."""

DECIDED = ("decisions", "actions")
RECORDED = ("notes", "entries", *DECIDED, "parkeds", "clauses")
"""What a summary may leave out of what was recorded, in the order in which it is told."""


class SummaryDocument:
    """The summary of a workshop."""

    def facts(self, reader: Reader, catalogue: Catalogue, request: ExportRequest) -> SummaryFacts:
        """The summary's facts. Raises KeyError for a workshop there is not."""
        return read_summary(reader, request.subject, request.audience)

    def page(self, facts: SummaryFacts, request: ExportRequest, materials: Materials) -> Page:
        """First what was decided, then block by block."""
        words, workshop = materials.words, facts.workshop
        facts = told_summary(facts, materials.catalogue, words.language)
        head, first = _head(words, facts), _first_page(words, facts)
        rest = [*_parked(words, facts.parked), *_runs(facts, materials, request.audience)]
        hidden = self.left_out(materials.reader, materials.catalogue, words, request)
        first = [*_withheld(words, facts, hidden, bare=not first and not rest), *first]
        if not first:
            code = "paper.nothing-decided" if rest else "paper.nothing-yet"
            first.append(Paragraph(spans(words(code))))
        least, most = WORTH_A_PAGE
        lists = any(isinstance(piece, Bullets | Table) for piece in first)
        turn = rest and lists and least <= pages_filled([*head, *first]) <= most
        pieces = [*head, *first, *([NewPage()] if turn else []), *rest]
        title = workshop_title(words, "paper.summary-foot", workshop)
        author = workshop.community.name
        return document_page(words, title, request.audience, author, pieces, colour_of(workshop))

    def left_out(
        self, reader: Reader, catalogue: Catalogue, words: Words, request: ExportRequest
    ) -> list[LeftOut]:
        """How many blocks, notes, entries, outcomes and clauses these readers do not get."""
        workshop = reader.row(Workshop, request.subject)
        rest = left_out(
            reader, request.audience, community=workshop.community, workshop=workshop.id
        )
        return [
            blocks_left_out(reader, catalogue, words, request),
            LeftOut("notes", rest.of(Note)),
            LeftOut("entries", _entries_left_out(reader, request)),
            *_outcomes_left_out(reader, request),
            LeftOut("clauses", rest.of(Clause)),
        ]

    def language(self, reader: Reader, request: ExportRequest) -> str:
        """The workshop's leading language."""
        return leading_language(reader, request.subject)


def _entries_left_out(reader: Reader, request: ExportRequest) -> int:
    """What was written into registers in this workshop and these readers do not get."""
    rows = reader.rows(RegisterEntry, workshop=request.subject)
    return sum(one.run is not None and not may_read(one.audience, request.audience) for one in rows)


def _outcomes_left_out(reader: Reader, request: ExportRequest) -> Iterator[LeftOut]:
    """Only what the summary would hold: what was dropped, or parked and then settled, it does not
    hold for anybody."""
    rows = reader.rows(Outcome, workshop=request.subject)
    for form in FORMS:
        states = {"open"} if form == "parked" else {"open", "done"}
        hidden = [
            one
            for one in rows
            if one.form == form
            and one.state in states
            and not may_read(one.audience, request.audience)
        ]
        yield LeftOut(f"{form}s", len(hidden))


def _withheld(
    words: Words, facts: SummaryFacts, hidden: Sequence[LeftOut], *, bare: bool
) -> list[Piece]:
    """Why these readers are told of no decision and no task though there are some, or (``bare``)
    of nothing at all; and what would have to be changed."""
    which = RECORDED if bare else DECIDED
    lacking = [one for one in hidden if one.what in which and one.number]
    if not lacking or facts.decisions or facts.actions:
        return []
    counted = [words(f"exporting.left-{one.what}", n=one.number) for one in lacking]
    return [
        Paragraph(spans(words("paper.withheld"))),
        Bullets(tuple(spans(one) for one in counted)),
        Paragraph(spans(words("paper.withheld-change")), "small"),
    ]


def _head(words: Words, facts: SummaryFacts) -> list[Piece]:
    workshop = facts.workshop
    parts = [capitalized(words.day(workshop.day, "long")), workshop.place]
    if len(facts.days) > 1:
        parts[0] = words.series([words.day(day) for day in facts.days])
    if len(facts.places) > 1:
        parts[1] = words.series([place for place in facts.places if place])
    if facts.came:
        parts.append(words("paper.came", n=facts.came))
    over = words("paper.summary-of", community=workshop.community.name)
    head = document_head(over, workshop.title, join_isolated(parts))
    return [*head, *called_off_remark(words, workshop)]


def _first_page(words: Words, facts: SummaryFacts) -> list[Piece]:
    """What was decided, who does what by when, the next meeting, thanks."""
    pieces: list[Piece] = []
    if facts.decisions:
        pieces.append(Heading(2, words("paper.decided")))
        pieces.append(Bullets(tuple(_decision(words, one) for one in facts.decisions)))
    if facts.actions:
        pieces.append(Heading(2, words("paper.to-do")))
        pieces.append(_actions(words, facts.actions))
    if facts.next is not None:
        pieces += _next(words, facts.next)
    if facts.thanks.strip():
        pieces.append(Heading(2, words("paper.thanks")))
        pieces += [Paragraph(spans(line)) for line in facts.thanks.split("\n") if line.strip()]
    return pieces


def _next(words: Words, meeting: MeetingFacts) -> list[Piece]:
    at = words.day(meeting.day, "long")
    if meeting.starts is not None:
        at = words("paper.day-at", day=at, time=words.clock(meeting.starts))
    text = join_isolated((meeting.title, meeting.place))
    line = Paragraph((Span(capitalized(at), strong=True), *([Span(f" · {text}")] if text else [])))
    return [Heading(2, words("paper.next-meeting")), line]


def _decision(words: Words, decided: OutcomeFacts) -> tuple[Span, ...]:
    """A decision, with who sees to it and by when where that was said."""
    whose = join_isolated((decided.owner, _day(words, decided.due)), ", ")
    text, *others = isolate_each((decided.text, whose))
    return (Span(text), *(Span(f" · {one}", emphasis=True) for one in others))


def _parked(words: Words, parked: Sequence[OutcomeFacts]) -> list[Piece]:
    """What was set aside, after the first page: it is not yet anybody's."""
    if not parked:
        return []
    return [
        Heading(2, words("paper.parked")),
        Bullets(tuple(spans(one.text) for one in parked)),
    ]


def _actions(words: Words, actions: Sequence[OutcomeFacts]) -> Table:
    rows = tuple(
        (one.text, one.owner or words("paper.nobody-yet"), _due(words, one)) for one in actions
    )
    heads = (words("paper.what"), words("paper.who"), words("paper.by-when"))
    return Table(heads, rows, strong_column=1)


def _due(words: Words, action: OutcomeFacts) -> str:
    due = _day(words, action.due)
    if action.done:
        return words("paper.done-by", date=due) if due else words("paper.done")
    return due or words("paper.no-date")


def _day(words: Words, day: date | None) -> str:
    return words.day(day) if day else ""


def _runs(facts: SummaryFacts, materials: Materials, audience: str) -> list[Piece]:
    """Every run that gathered something the audience may read, in the order of the agenda."""
    words, workshop = materials.words, facts.workshop
    pieces: list[Piece] = []
    for one in facts.runs:
        running = Running(workshop.community, workshop.row, one.block, one.run, one.recipe)
        run = ReportedRun(materials.reader, materials.catalogue, words, audience, running)
        inside = [
            *materials.reports[one.block.kind].pieces(run),
            *group_pieces(run),
            *photograph_pieces(run),
            *_decided_here(words, one.decisions),
        ]
        if inside:
            pieces += [*_opening(words, workshop, one), *inside]
    return pieces


def _opening(words: Words, workshop: WorkshopFacts, run: RunFacts) -> list[Piece]:
    """What a run was, when it was, and what it was for."""
    title = title_in(run.block, words.language)
    if run.run.number > 1:
        title = words("paper.once-more", title=title, n=run.run.number)
    if run.group:
        title = words("paper.in-group", title=title, group=run.group)
    when = words.hour(run.began, workshop.zone)
    # Not before it began: then the machine's clock was set back in between.
    ends = max(run.began, run.ended) if run.ended else run.began
    ended = words.hour(ends, workshop.zone)
    if ended != when:
        when = words("paper.from-to", start=when, end=ended)
    if run.began.date() != workshop.day:
        when = f"{words.day(run.began.date())} · {when}"
    purpose = run.recipe.in_language(words.language).purpose
    line = words("paper.block-line", time=when, purpose=purpose) if purpose else when
    return [Heading(2, title), Paragraph(spans(capitalized(line)), "small")]


def _decided_here(words: Words, decisions: Sequence[OutcomeFacts]) -> list[Piece]:
    """What was decided in a run, beside what led to it."""
    if not decisions:
        return []
    return [
        Heading(3, words("paper.decided-here")),
        Bullets(tuple(spans(one.text) for one in decisions)),
    ]
