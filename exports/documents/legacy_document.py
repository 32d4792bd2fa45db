"""The legacy page: what a community leaves, on a page or two that is worth keeping."""

from collections.abc import Iterable, Sequence

import msgspec

from app.catalogue.catalogue import Catalogue
from app.charter.said_lines import said_lines
from app.library.audience import AUDIENCES, may_read, readable
from app.library.charter_rows import FrozenClause
from app.library.reader import Reader
from app.library.rows import Note, RegisterEntry
from app.registers.before_ending import LEGACY
from app.registers.known_registers import STORIES
from app.words import Words
from exports.documents.document import LeftOut, Materials, OfCommunity, outcomes_left_out
from exports.documents.frame import RENEWING, document_head, document_page, document_title
from exports.ending_words import open_sentence, some_of, why_open
from exports.facts.legacy_facts import (
    Heirloom,
    LegacyFacts,
    StoryTold,
    parting_notes,
    read_legacy,
)
from exports.kinds.report import writing_table
from exports.page import (
    Bullets,
    Heading,
    NewPage,
    Page,
    Panel,
    Panels,
    Piece,
    Span,
    Table,
    paragraph,
    spans,
)
from exports.register_words import party_words
from exports.request import ExportRequest
from exports.role_table import role_name

MOST_MADE, MOST_STORIES, MOST_HELD, MOST_WORDS = 14, 4, 8, 12
"""How much of each is told: the page stays one that is read. The rest is counted."""
_LINES = 9
"""Rows to write in by hand."""


class LegacyDocument(OfCommunity):
    """What a community leaves, for the people who were in it and for those who come after."""

    def facts(self, reader: Reader, catalogue: Catalogue, request: ExportRequest) -> LegacyFacts:
        """What is told. Raises KeyError for a community there is not."""
        return read_legacy(reader, catalogue, request)

    def page(self, facts: LegacyFacts, request: ExportRequest, materials: Materials) -> Page:
        """Parts about which nothing is known are left out; where hardly any is left, there is room
        to write by hand."""
        words, name = materials.words, facts.community.name
        title = document_title(words, "ending.page-foot", {"community": name})
        pieces = document_head(words("ending.page-over"), name, _years(words, facts))
        if facts.community.sentence:
            pieces.append(paragraph(facts.community.sentence, "lead"))
        pieces += _panels(materials, facts)
        for key, clauses in (("domain", facts.domain), ("why", facts.why)):
            pieces += _part(words, key, [piece for one in clauses for piece in _clause(one)])
        pieces += _part(words, "made", _made(words, facts.made))
        pieces += _part(words, "stories", _stories(words, facts.stories))
        pieces += _part(words, "holds", _bullets(words, facts.holds, MOST_HELD))
        pieces += _part(words, "people", _people(words, facts))
        pieces += _part(words, "thanks", [paragraph(line) for line in facts.thanks])
        pieces += _part(words, "parting", _quotes(words, facts.parting))
        if facts.bare:
            pieces += _by_hand(words)
        pieces += _still_open(words, facts)
        page = document_page(words, title, request.audience, name, pieces, RENEWING)
        return msgspec.structs.replace(page, one_sheet=True)

    def left_out(
        self, reader: Reader, catalogue: Catalogue, words: Words, request: ExportRequest
    ) -> list[LeftOut]:
        """Decisions, what is left, stories and last words that these readers do not get."""
        rows = reader.rows(RegisterEntry, community=request.subject)
        told = [one for one in rows if one.register in {LEGACY, STORIES}]
        entries = sum(not may_read(one.audience, request.audience) for one in told)
        where, values = parting_notes(request.subject)
        every = readable(reader, AUDIENCES[0], Note, where, *values)
        theirs = readable(reader, request.audience, Note, where, *values)
        decisions = [one for one in outcomes_left_out(reader, request) if one.what == "decisions"]
        return [
            *decisions,
            LeftOut("entries", entries),
            LeftOut("notes", len(every) - len(theirs)),
        ]


def _part(words: Words, key: str, pieces: Sequence[Piece]) -> list[Piece]:
    """A part under its heading; nothing where there is nothing to say."""
    return [Heading(2, words(f"ending.part-{key}")), *pieces] if pieces else []


def _years(words: Words, facts: LegacyFacts) -> str:
    """From when to when, as far as that is known; and what became of it."""
    first, last = facts.first, facts.last
    if first is None or last is None:
        said = words("ending.page-day", day=words.day(facts.day))
    elif facts.community.ended is None:
        said = words("ending.page-since", first=words.day(first), day=words.day(facts.day))
    elif first >= last:
        said = words("ending.page-day", day=words.day(last))
    else:
        said = words("ending.page-years", first=words.day(first), last=words.day(last))
    state = facts.state
    if state.state in {"closed", "merged", "split", "paused"} and state.reason:
        said = words("ending.page-reason", said=said, reason=state.reason)
    return said


def _panels(materials: Materials, facts: LegacyFacts) -> list[Piece]:
    """Who tended it, and what was done together, side by side."""
    words = materials.words
    tended = tuple(
        words(
            "ending.tended",
            role=role_name(materials.catalogue, words, role),
            names=some_of(words, names, 6),
        )
        for role, names in facts.tended
    )
    counted = (
        ("count-people", facts.number),
        ("count-workshops", facts.workshops),
        ("count-gatherings", facts.gatherings),
        ("count-decisions", len(facts.holds)),
    )
    together = tuple(words(f"ending.{key}", n=n) for key, n in counted if n)
    found = []
    if together:
        found.append(Panel(words("ending.panel-together"), together, "teal"))
    if tended:
        found.append(Panel(words("ending.panel-tended"), tended))
    return [Panels(tuple(found))] if found else []


def _made(words: Words, made: Sequence[Heirloom]) -> list[Piece]:
    if not made:
        return []
    heads = tuple(words(f"ending.head-{one}") for one in ("what", "place", "heir", "until"))
    rows = tuple(
        (
            one.what,
            one.place or "–",
            (party_words(words, one.heir) if one.heir else words("ending.no-heir"))
            if one.kept
            else words("ending.not-kept"),
            one.until or "–",
        )
        for one in made[:MOST_MADE]
    )
    table = Table(heads, rows, (0.36, 0.24, 0.22, 0.18), strong_column=0)
    return [table, *_more(words, len(made) - MOST_MADE)]


def _stories(words: Words, stories: Sequence[StoryTold]) -> list[Piece]:
    found: list[Piece] = []
    for one in stories[:MOST_STORIES]:
        found.append(paragraph(one.helped, "quote"))
        found += [paragraph(one.came, "small")] if one.came else []
    return [*found, *_more(words, len(stories) - MOST_STORIES)]


def _clause(clause: FrozenClause) -> list[Piece]:
    lines = said_lines(clause)
    if clause.form == "list" and lines:
        return [Bullets(tuple(spans(one) for one in lines))]
    return [paragraph(line) for line in lines]


def _bullets(words: Words, texts: Sequence[str], most: int) -> list[Piece]:
    items: tuple[tuple[Span, ...], ...] = tuple(spans(one) for one in texts[:most])
    return [Bullets(items), *_more(words, len(texts) - most)] if items else []


def _people(words: Words, facts: LegacyFacts) -> list[Piece]:
    return [paragraph(words.series(list(facts.people)))] if facts.people else []


def _quotes(words: Words, texts: Sequence[str]) -> list[Piece]:
    said: list[Piece] = [paragraph(one, "quote") for one in texts[:MOST_WORDS]]
    return [*said, *_more(words, len(texts) - MOST_WORDS)]


def _more(words: Words, n: int) -> list[Piece]:
    return [paragraph(words("ending.page-more", n=n), "small")] if n > 0 else []


def _by_hand(words: Words) -> list[Piece]:
    """Room to write what nobody typed."""
    heads = (words("ending.part-made"), words("ending.part-thanks"))
    return [
        Heading(2, words("ending.by-hand")),
        paragraph(words("ending.by-hand-said"), "small"),
        *writing_table(heads, _LINES),
    ]


def _still_open(words: Words, facts: LegacyFacts) -> list[Piece]:
    """What is still open, on a page of its own that the facilitator keeps."""
    if not facts.open:
        return []
    items: Iterable[tuple[Span, ...]] = (
        (Span(open_sentence(words, one), strong=True), Span(f" {why_open(words, one)}"))
        for one in facts.open
    )
    return [
        NewPage(),
        Heading(2, words("ending.part-open")),
        paragraph(words("ending.open-said", day=words.day(facts.day)), "small"),
        Bullets(tuple(items)),
    ]
