"""The pulse over the years on paper: of each statement its middle and spread, each time."""

import msgspec

from app.catalogue.catalogue import Catalogue
from app.kinds.pulse.years import PulseYears, pulse_glance, pulse_years
from app.library.reader import Reader
from app.library.rows import Community
from app.words import Words
from exports.documents.document import LeftOut, Materials, OfCommunity
from exports.documents.frame import document_head, document_page, document_title
from exports.page import Heading, Page, Piece, Table, paragraph
from exports.pulse_years_figure import (
    other_wordings,
    pulse_heads,
    pulse_name,
    pulse_rows,
    pulse_span,
    pulse_years_figures,
)
from exports.request import ExportRequest

WIDTHS = {1: (0.7, 0.3), 2: (0.52, 0.24, 0.24), 3: (0.4, 0.2, 0.2, 0.2)}
"""Shares of a table, by how many pulses it tells."""


class PulseYearsFacts(msgspec.Struct, frozen=True):
    """The pulses of a community that somebody may read, by exercise; whether there are others."""

    community: Community
    years: tuple[PulseYears, ...]
    others: bool


class PulseYearsDocument(OfCommunity):
    """Every closed pulse of a community, for the community unless said otherwise."""

    def facts(
        self, reader: Reader, catalogue: Catalogue, request: ExportRequest
    ) -> PulseYearsFacts:
        """What is told. Raises KeyError for a community there is not."""
        row = reader.row(Community, request.subject)
        years = pulse_years(reader, row.id, request.audience)
        others = pulse_glance(reader, row.id).number > sum(len(one.taken) for one in years)
        return PulseYearsFacts(row, years, others)

    def page(self, facts: PulseYearsFacts, request: ExportRequest, materials: Materials) -> Page:
        """For each exercise its pictures, then the first, the last but one and the last in
        numbers."""
        words, name = materials.words, facts.community.name
        pieces = document_head(name, words("years.pulse-title"))
        if facts.years:
            pieces.append(paragraph(words("years.pulse-said"), "small"))
        else:
            key = "years.pulse-hidden" if facts.others else "years.pulse-none"
            pieces.append(paragraph(words(key)))
        for one in facts.years:
            pieces += _part(words, one.told_in(materials.catalogue, words.language))
        title = document_title(words, "years.pulse-foot", {"community": name})
        return document_page(words, title, request.audience, name, pieces)

    def left_out(
        self, reader: Reader, catalogue: Catalogue, words: Words, request: ExportRequest
    ) -> list[LeftOut]:
        """How many pulses these readers may not see."""
        number = pulse_glance(reader, request.subject).number
        told = sum(len(one.taken) for one in pulse_years(reader, request.subject, request.audience))
        return [LeftOut("pulses", number - told)]


def _part(words: Words, years: PulseYears) -> list[Piece]:
    heads = pulse_heads(words, years)
    table = Table(heads, tuple(pulse_rows(words, years)), WIDTHS[len(heads) - 1])
    pieces: list[Piece] = [
        Heading(2, pulse_name(words, years)),
        paragraph(pulse_span(words, years), "small"),
        *pulse_years_figures(words, years),
        table,
    ]
    if len(years.taken) == 1:
        pieces.append(paragraph(words("years.pulse-once"), "small"))
    return [*pieces, *(paragraph(one, "small") for one in other_wordings(words, years))]
