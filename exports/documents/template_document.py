"""A letter, a sheet or a check-list, filled with what the library knows."""

from datetime import date

import msgspec

from app.catalogue.catalogue import Catalogue
from app.catalogue.reading_entries import Template
from app.catalogue.reading_pages import Passage
from app.community.today import today_in
from app.library.reader import Reader
from app.library.rows import Community, Workshop
from app.words import Words
from exports.documents.document import LeftOut, Materials, OfCommunity
from exports.documents.frame import document_page, document_title
from exports.facts.person_facts import done_unread
from exports.facts.template_facts import Fact, template_facts
from exports.page import Bullets, Heading, Page, Piece, Rule, paragraph, spans
from exports.request import ExportRequest
from exports.template_words import Filling

RECOGNITION_LETTER = "recognition-letter"
"""The letter for somebody's file, at their own request, by its id."""


class TemplateFacts(msgspec.Struct, frozen=True):
    """A letter or sheet, and every fact by its placeholder."""

    template: Template
    community: Community
    facts: dict[str, Fact]


class TemplateDocument(OfCommunity):
    """The letters and sheets of the catalogue."""

    def facts(self, reader: Reader, catalogue: Catalogue, request: ExportRequest) -> TemplateFacts:
        """Raises KeyError for a community, workshop, person or letter there is not."""
        template = next((one for one in catalogue.templates if one.id == request.template), None)
        if template is None:
            raise KeyError(request.template)
        community = reader.row(Community, request.subject)
        today = _today(reader, community, request)
        facts = template_facts(
            reader,
            catalogue,
            community.id,
            request.workshop,
            request.audience,
            today,
            request.person,
        )
        return TemplateFacts(template, community, dict(facts))

    def page(self, facts: TemplateFacts, request: ExportRequest, materials: Materials) -> Page:
        """Its title, then its parts."""
        words, name = materials.words, facts.community.name
        said = facts.template.in_language(words.language)
        filling = Filling(facts.facts, materials.catalogue, words)
        pieces: list[Piece] = [paragraph(name, "eyebrow"), Heading(1, said.name), Rule()]
        for passage in filling.passages(facts.template):
            pieces += _pieces(passage)
        person = facts.facts.get("person")
        if not isinstance(person, str):
            title = document_title(words, "template.foot", {"community": name, "what": said.name})
            return document_page(words, title, request.audience, name, pieces)
        names = {"community": name, "what": said.name, "person": person}
        title = document_title(words, "recognition.foot", names)
        page = document_page(words, title, request.audience, name, pieces)
        # It goes where the person takes it: no foot names other readers.
        return msgspec.structs.replace(page, foot=title.whole)

    def left_out(
        self, reader: Reader, catalogue: Catalogue, words: Words, request: ExportRequest
    ) -> list[LeftOut]:
        """How many of a person's actions; what is left to be filled by hand is seen on the page."""
        if not request.person:
            return []
        unread = done_unread(reader, request.subject, request.person, request.audience)
        return [LeftOut("actions", unread)]


def _today(reader: Reader, community: Community, request: ExportRequest) -> date:
    """The day on which it is asked for; else that of its workshop, or of the community's making."""
    if request.now is not None:
        return today_in(community.zone, request.now)
    if request.workshop:
        return date.fromisoformat(reader.row(Workshop, request.workshop).date)
    return date.fromisoformat(community.created[:10])


def _pieces(passage: Passage) -> list[Piece]:
    found: list[Piece] = [Heading(2, passage.head)] if passage.head else []
    found += [paragraph(text) for text in passage.texts]
    if passage.items:
        found.append(Bullets(tuple(spans(text) for text in passage.items)))
    return found
