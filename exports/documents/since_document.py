"""Since last time: what was said, done, changed and let go from one workshop to today."""

from datetime import date

from app.catalogue.catalogue import Catalogue
from app.community.today import today_in
from app.library.audience import AUDIENCES
from app.library.reader import Reader
from app.library.rows import Community, Workshop
from app.moment import instant
from app.renewal.since import Line, Since, read_since
from app.words import Words
from exports.documents.document import LeftOut, Materials, OfCommunity, outcomes_left_out
from exports.documents.frame import RENEWING, document_head, document_page, document_title
from exports.page import Bullets, Heading, Page, Piece, paragraph, spans
from exports.request import ExportRequest
from exports.role_table import role_name


class SinceDocument(OfCommunity):
    """A community's way from its last launch or renewal, for the community itself."""

    def facts(self, reader: Reader, catalogue: Catalogue, request: ExportRequest) -> Since:
        """What is told. Raises KeyError for a community there is not."""
        today = _today(reader, request)
        return read_since(reader, catalogue, request.subject, request.audience, today)

    def page(self, facts: Since, request: ExportRequest, materials: Materials) -> Page:
        """A part each for what was said, done, changed and let go; empty ones say so."""
        words, name = materials.words, facts.community.name
        title = document_title(words, "since.foot", {"community": name})
        under, pieces = "", list[Piece]()
        if facts.last is None:
            pieces.append(paragraph(words("since.nothing")))
        else:
            first = words.day(date.fromisoformat(facts.last.date))
            under = words("since.span", title=facts.last.title, first=first,
                          today=words.day(facts.today))  # fmt: skip
            for group, lines in facts.groups.items():
                pieces.append(Heading(2, words(f"since.{group}")))
                items = tuple(
                    spans(line_text(materials.catalogue, words, one), strong=False) for one in lines
                )
                # Whoever may not read all cannot be told that there is nothing.
                everything = request.audience == AUDIENCES[0]
                empty = words("since.none") if everything else words("since.none-for-readers")
                pieces.append(Bullets(items) if items else paragraph(empty, "small"))
        head = document_head(name, words("since.title"), under)
        return document_page(words, title, request.audience, name, head + pieces, RENEWING)

    def left_out(
        self, reader: Reader, catalogue: Catalogue, words: Words, request: ExportRequest
    ) -> list[LeftOut]:
        """How many decisions and actions these readers do not get."""
        return outcomes_left_out(reader, request)


def line_text(catalogue: Catalogue, words: Words, line: Line) -> str:
    """One line in words."""
    if line.code == "told":
        return line.text
    section = catalogue.find_section(line.section)
    named = section.in_language(words.language).name if section is not None else line.section
    return words(
        f"since.line-{line.code}",
        text=line.text,
        name=line.name,
        n=line.n,
        day=words.day(line.day) if line.day is not None else "",
        role=role_name(catalogue, words, line.role, line.label) if line.role else line.label,
        section=line.label or named,
    )


def _today(reader: Reader, request: ExportRequest) -> date:
    """The day it is asked for; otherwise the day on which a workshop was last closed."""
    row = reader.row(Community, request.subject)
    closed = [one.closed for one in reader.rows(Workshop, community=row.id) if one.closed]
    return today_in(row.zone, request.now or instant(max(closed, default=row.created)))
