"""A page for whoever takes a role: what it is, what was agreed, the first week, whom to ask."""

import msgspec

from app.catalogue.catalogue import Catalogue
from app.library.reader import Reader
from app.words import Words
from exports.documents.document import LeftOut, Materials, OfCommunity
from exports.documents.frame import document_head, document_page, document_title
from exports.facts.roles_facts import RolePageFacts, read_role_page
from exports.page import Bullets, Heading, Page, Paragraph, Piece, Span, paragraph, spans
from exports.request import ExportRequest
from exports.role_table import role_name
from exports.role_years_figure import term_words

PRIVATE = "organization"
"""These readers do not get what one holder wrote for the next."""


class RolePageDocument(OfCommunity):
    """One role of a community, for the person who takes it."""

    def facts(self, reader: Reader, catalogue: Catalogue, request: ExportRequest) -> RolePageFacts:
        """The role's facts. Raises KeyError for a community or a role there is not."""
        return read_role_page(reader, catalogue, request.subject, request.role, request.now)

    def page(self, facts: RolePageFacts, request: ExportRequest, materials: Materials) -> Page:
        """What it is for, what was agreed, the first week, the note, whom to ask."""
        words, catalogue = materials.words, materials.catalogue
        line, name = facts.line, facts.community.name
        called = role_name(catalogue, words, line.role, line.label)
        pieces = document_head(name, called, _counts_as(facts, words, called))
        told = facts.known.in_language(words.language) if facts.known else None
        if told is not None:
            pieces += [paragraph(told.asks, "lead"), paragraph(told.why)]
            pieces += _list(words("reading.head.does"), told.does)
        pieces += _agreed(facts, words)
        if told is not None and facts.known is not None:
            begins = "begins-workshop" if facts.known.workshop else "begins"
            pieces += _list(words(f"reading.head.{begins}"), told.begins)
        pieces += _note(facts, request, words)
        pieces += _to_ask(facts, materials)
        if told is not None:
            pieces += [Heading(2, words("reading.head.hands-over")), paragraph(told.hands_over)]
        names = {"community": name, "role": called}
        title = document_title(words, "roles.page-foot", names)
        page = document_page(words, title, request.audience, name, pieces)
        return msgspec.structs.replace(page, one_sheet=True)

    def left_out(
        self, reader: Reader, catalogue: Catalogue, words: Words, request: ExportRequest
    ) -> list[LeftOut]:
        """Whether these readers do not get the note of the holder before."""
        facts = read_role_page(reader, catalogue, request.subject, request.role, request.now)
        hidden = facts.before is not None and request.audience == PRIVATE
        return [LeftOut("handover", int(hidden))]


def _counts_as(facts: RolePageFacts, words: Words, called: str) -> str:
    """What a role under a name of the community's own counts as."""
    known = facts.known.in_language(words.language).name if facts.known else called
    return words("roles.counts-as", role=known) if known != called else ""


def _list(head: str, items: tuple[str, ...]) -> list[Piece]:
    return [Heading(2, head), Bullets(tuple(spans(text) for text in items))]


def _agreed(facts: RolePageFacts, words: Words) -> list[Piece]:
    """Who, from when to when, with whom, how many hours; lines to fill where nobody has it yet."""
    one = facts.taker
    blank = "________________"
    hours = one.holding.hours if one else facts.known.hours_month if facts.known else 0
    said = {
        "who": one.person.name if one else blank,
        "from": words.day(one.starts) if one else blank,
        "to": term_words(words, one) if one else blank,
        "deputy": one.deputy.name if one and one.deputy else blank,
        "hours-month": words("roles.hours", n=hours) if hours else "",
        "chosen": one.holding.chosen if one else "",
        "rotation": one.holding.rotation if one else "",
    }
    if one and one.ends and one.review:
        said["review"] = words.day(one.review)
    items = tuple(
        (Span(_label(words, key), strong=True), Span(f" {value}"))
        for key, value in said.items()
        if value
    )
    return [Heading(2, words("roles.agreed")), Bullets(items)]


def _note(facts: RolePageFacts, request: ExportRequest, words: Words) -> list[Piece]:
    before = facts.before
    if before is None or request.audience == PRIVATE:
        return []
    head = words("roles.note-of", name=before.person.name)
    lines = before.holding.handover.splitlines()
    said: list[Piece] = [Paragraph(spans(text), "quote") for text in lines if text.strip()]
    return [Heading(2, head), *said]


def _to_ask(facts: RolePageFacts, materials: Materials) -> list[Piece]:
    """Who held it before, who coordinates, who sponsors."""
    words, catalogue = materials.words, materials.catalogue
    taker = facts.taker.person.id if facts.taker else ""
    past = [one for one in facts.past if one.person.id != taker]
    now = [one for one in facts.line.held if one.person.id != taker]
    items: list[tuple[Span, ...]] = []
    if now:
        names = words.series([one.person.name for one in now])
        items.append(spans(words("roles.holds-now", n=len(now), names=names)))
    elif past:
        items.append(spans(words("roles.held-before", name=past[-1].person.name)))
    for line, held in facts.beside:
        names = words.series([one.person.name for one in held])
        role = role_name(catalogue, words, line.role, line.label)
        items.append(spans(words("roles.as-role", names=names, role=role)))
    return [Heading(2, words("roles.to-ask")), Bullets(tuple(items))] if items else []


def _label(words: Words, what: str) -> str:
    return words("roles.label", what=words(f"roles.{what}"))
