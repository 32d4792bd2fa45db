"""Our years: in which stages a community was recognised, and what it became, along the years."""

from datetime import date

import msgspec

from app.catalogue.catalogue import Catalogue
from app.community.stage_years import CommunityYears, community_years
from app.community.today import today_in
from app.library.reader import Reader
from app.library.rows import Community, Workshop
from app.moment import instant
from app.words import Words
from exports.community_years_figure import (
    community_years_figure,
    portrait_rows,
    portrait_table,
    state_heads,
    state_rows,
)
from exports.documents.document import LeftOut, Materials, OfCommunity
from exports.documents.frame import RENEWING, document_head, document_page, document_title
from exports.page import Heading, Page, Piece, Table, paragraph
from exports.request import ExportRequest


class OurYearsFacts(msgspec.Struct, frozen=True):
    """A community and its years."""

    community: Community
    years: CommunityYears


class OurYearsDocument(OfCommunity):
    """A community's portraits with who said so and by what, and its states with their reasons."""

    def facts(self, reader: Reader, catalogue: Catalogue, request: ExportRequest) -> OurYearsFacts:
        """What is told. Raises KeyError for a community there is not."""
        row = reader.row(Community, request.subject)
        stages = [one.id for one in catalogue.stages]
        today = _today(reader, row, request)
        return OurYearsFacts(row, community_years(reader, row.id, stages, today))

    def page(self, facts: OurYearsFacts, request: ExportRequest, materials: Materials) -> Page:
        """The picture, then the portraits and the states, each as a table."""
        words, catalogue, years = materials.words, materials.catalogue, facts.years
        name = facts.community.name
        pieces = document_head(name, words("years.title"), words("years.said"))
        if years.portraits or years.became:
            pieces.append(community_years_figure(catalogue, words, years))
        pieces.append(Heading(2, words("years.portraits")))
        rows = tuple(portrait_rows(catalogue, words, years))
        pieces.append(portrait_table(words, rows) if rows else paragraph(words("years.none")))
        pieces.append(Heading(2, words("years.became")))
        pieces.append(_states(words, years))
        title = document_title(words, "years.foot", {"community": name})
        return document_page(words, title, request.audience, name, pieces, RENEWING)

    def left_out(
        self, reader: Reader, catalogue: Catalogue, words: Words, request: ExportRequest
    ) -> list[LeftOut]:
        """Nothing: everybody may read what a community became."""
        return []


def _states(words: Words, years: CommunityYears) -> Piece:
    rows = tuple(state_rows(words, years))
    if not rows:
        return paragraph(words("years.became-none"))
    return Table(state_heads(words), rows, (0.18, 0.22, 0.6), strong_column=1)


def _today(reader: Reader, row: Community, request: ExportRequest) -> date:
    """The day it is asked for; otherwise the day on which a workshop was last closed."""
    closed = [one.closed for one in reader.rows(Workshop, community=row.id) if one.closed]
    return today_in(row.zone, request.now or instant(max(closed, default=row.created)))
