"""The rhythm of a community: the year on a page, what recurs, what else is in its calendar."""

from collections.abc import Sequence

import msgspec

from app.catalogue.catalogue import Catalogue
from app.community.rhythm_events import events_of
from app.library.audience import may_read
from app.library.reader import Reader
from app.text_direction import join_isolated
from app.words import Words, capitalized
from app.workshop.circles import Circles
from exports.documents.document import LeftOut, Materials, OfCommunity
from exports.documents.frame import document_head, document_page, document_title
from exports.facts.rhythm_facts import RhythmFacts, read_rhythm
from exports.kinds.rhythm import rhythm_pieces
from exports.page import Bullets, CalendarEvent, Heading, Page, Piece, Span, paragraph
from exports.request import ExportRequest


class RhythmDocument(OfCommunity):
    """What recurs in a community; its page can be written as a calendar too."""

    def facts(self, reader: Reader, catalogue: Catalogue, request: ExportRequest) -> RhythmFacts:
        """The rhythm's facts. Raises KeyError for a community there is not."""
        return read_rhythm(reader, request.subject, request.audience, request.now)

    def page(self, facts: RhythmFacts, request: ExportRequest, materials: Materials) -> Page:
        """The year first, then each thing, then single gatherings and workshops."""
        words, name = materials.words, facts.community.name
        once = {one.id for one in facts.once}
        circles = Circles(materials.reader, words.language)
        counted = words("rhythm.events-n", n=len(facts.events)) if facts.events else ""
        pieces = document_head(name, words("rhythm.title"), counted)
        pieces += rhythm_pieces(words, facts.events, circles.name, facts.day)
        calendar = tuple(_titled(words, facts, one) for one in facts.calendar)
        pieces += _also(words, [one for one in calendar if one.id in once])
        if not calendar:
            pieces.append(paragraph(words("rhythm.nothing")))
        title = document_title(words, "rhythm.foot", {"community": name})
        page = document_page(words, title, request.audience, name, pieces)
        return msgspec.structs.replace(page, calendar=calendar)

    def left_out(
        self, reader: Reader, catalogue: Catalogue, words: Words, request: ExportRequest
    ) -> list[LeftOut]:
        """How much of what recurs these readers do not get."""
        events = events_of(reader, request.subject)
        hidden = [one for one in events if not may_read(one.audience, request.audience)]
        return [LeftOut("events", len(hidden))]


def _titled(words: Words, facts: RhythmFacts, event: CalendarEvent) -> CalendarEvent:
    """With what it is called where nobody gave it a title."""
    if event.title:
        return event
    renewal = facts.renewal is not None and event.id == facts.renewal.id
    key = "rhythm.renew-by" if renewal else "community.meeting.untitled"
    return msgspec.structs.replace(event, title=words(key))


def _also(words: Words, once: Sequence[CalendarEvent]) -> list[Piece]:
    if not once:
        return []
    items = tuple(_once(words, one) for one in once)
    return [Heading(2, words("rhythm.also")), Bullets(items)]


def _once(words: Words, event: CalendarEvent) -> tuple[Span, ...]:
    day = capitalized(words.day(event.day, "long"))
    if event.starts is not None:
        day = words("paper.day-at", day=day, time=words.clock(event.starts))
    text = join_isolated((event.title, event.place))
    return (Span(day, strong=True), *([Span(f" · {text}")] if text else []))
