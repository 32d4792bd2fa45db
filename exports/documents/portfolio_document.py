"""The portfolio on paper: the picture, what may want a conversation, every domain in a table."""

from datetime import UTC, date

from app.catalogue.catalogue import Catalogue
from app.community.today import today_in
from app.library.audience import may_read
from app.library.reader import Reader
from app.library.rows import Community, RegisterEntry
from app.moment import instant
from app.registers.portfolio import REGISTER, Portfolio, read_portfolio
from app.words import Words
from exports.documents.document import LeftOut, Materials
from exports.documents.frame import document_head, document_page, document_title
from exports.page import Bullets, Heading, Page, Piece, paragraph, spans
from exports.portfolio_words import (
    counted,
    gaps_told,
    not_placed,
    portfolio_figure,
    portfolio_table,
)
from exports.request import ExportRequest

ACCENT = "#2F5F9E"
"""The colour of the stage in which knowledge is put to work."""
AT_MOST = 8
"""Domains that are named for one sort of gap: the table has them all."""


class OfDomains:
    """A document about the domains of a community, or of all."""

    def left_out(
        self, reader: Reader, catalogue: Catalogue, words: Words, request: ExportRequest
    ) -> list[LeftOut]:
        """How many entries of the register of domains these readers do not get."""
        where = {"community": request.subject} if request.subject else {}
        rows = reader.rows(RegisterEntry, register=REGISTER, **where)
        hidden = sum(not may_read(one.audience, request.audience) for one in rows)
        return [LeftOut("entries", hidden)]

    def language(self, reader: Reader, request: ExportRequest) -> str:
        """The community's language; of all communities any is as good."""
        return reader.row(Community, request.subject).language if request.subject else ""


class PortfolioDocument(OfDomains):
    """The domains of all communities, or of one."""

    def facts(self, reader: Reader, catalogue: Catalogue, request: ExportRequest) -> Portfolio:
        """The portfolio of the subject, of all communities where there is none.

        Raises KeyError for a community there is not.
        """
        return portfolio_asked(reader, catalogue, request)

    def page(self, facts: Portfolio, request: ExportRequest, materials: Materials) -> Page:
        """What stands out before the table; who reads on finds every domain there."""
        words = materials.words
        pieces = portfolio_head(words, facts, words("portfolio.document"))
        if facts.domains:
            if any(one.placed for one in facts.domains):
                pieces.append(portfolio_figure(words, facts))
            left = not_placed(words, facts)
            if left:
                pieces.append(paragraph(left, "small"))
            pieces += gap_pieces(words, facts)
            pieces += [Heading(2, words("portfolio.table")), portfolio_table(words, facts)]
        else:
            pieces += [paragraph(words("portfolio.nothing")), *gap_pieces(words, facts)]
        names = {"community": owner(words, facts)}
        title = document_title(words, "portfolio.foot", names)
        return document_page(words, title, request.audience, owner(words, facts), pieces, ACCENT)


def portfolio_asked(reader: Reader, catalogue: Catalogue, request: ExportRequest) -> Portfolio:
    """The portfolio that a request is about. Raises KeyError for a community there is not."""
    return read_portfolio(
        reader,
        catalogue,
        _today(reader, request),
        only=request.subject,
        audience=request.audience,
    )


def portfolio_head(words: Words, portfolio: Portfolio, title: str) -> list[Piece]:
    """The beginning of a document: whose domains, how many, as of which day."""
    day = words.day(portfolio.today)
    under = words("portfolio.as-of", counted=counted(words, portfolio), day=day)
    return document_head(owner(words, portfolio), title, under)


def owner(words: Words, portfolio: Portfolio) -> str:
    """Whose domains these are, by name."""
    return portfolio.only.name if portfolio.only is not None else words("portfolio.all")


def gap_pieces(words: Words, portfolio: Portfolio) -> list[Piece]:
    """What may want a conversation, each with its reason; that nothing does, where that is so."""
    told = gaps_told(words, portfolio, AT_MOST)
    if not told and not portfolio.domains:
        return []
    pieces: list[Piece] = [Heading(2, words("portfolio.gaps"))]
    for sentence, facts in told.items():
        pieces.append(Heading(3, sentence))
        pieces.append(Bullets(tuple(spans(fact) for fact in facts)))
    if not told:
        pieces.append(paragraph(words("portfolio.no-gaps")))
    return pieces


def _today(reader: Reader, request: ExportRequest) -> date:
    """The day it is asked for; otherwise the day on which a domain was last written down."""
    row = reader.row(Community, request.subject) if request.subject else None
    if request.now is not None:
        if row is None:
            return request.now.astimezone().date()
        return today_in(row.zone, request.now)
    where = {"community": row.id} if row is not None else {}
    made = [one.made for one in reader.rows(RegisterEntry, register=REGISTER, **where)]
    made += [row.created] if row is not None else []
    latest = max(made, default="")
    if not latest:
        return date.min
    return today_in(row.zone, instant(latest)) if row else instant(latest).astimezone(UTC).date()
