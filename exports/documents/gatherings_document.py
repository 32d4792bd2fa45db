"""Gatherings over the years: how many came, as a picture; when, what, where, who, what helped."""

from app.catalogue.catalogue import Catalogue
from app.community.gatherings import gatherings_of
from app.library.reader import Reader
from app.words import Words
from exports.attendance_figure import attendance_figures
from exports.documents.document import LeftOut, Materials, OfCommunity
from exports.documents.frame import document_head, document_page, document_title
from exports.documents.gatherings_sheet import gatherings_sheet
from exports.documents.spreadsheet import with_sheets
from exports.facts.gatherings_facts import WIDE, GatheringsFacts, read_gatherings
from exports.gathering_words import HEADS, gathering_row
from exports.page import Page, Table, paragraph
from exports.request import ExportRequest


class GatheringsDocument(OfCommunity):
    """A community's gatherings, held and planned."""

    def facts(
        self, reader: Reader, catalogue: Catalogue, request: ExportRequest
    ) -> GatheringsFacts:
        """The gatherings' facts. Raises KeyError for a community there is not."""
        return read_gatherings(reader, request.subject, request.audience)

    def page(self, facts: GatheringsFacts, request: ExportRequest, materials: Materials) -> Page:
        """How many came over time as a picture, then all of them in a table, the latest first."""
        words, name = materials.words, facts.community.name
        held = sum(one.gathering.state == "held" for one in facts.lines)
        counted = words("gatherings.held-n", n=held) if held else ""
        pieces = document_head(name, words("gatherings.title"), counted)
        rows = tuple(gathering_row(words, one, names=facts.named) for one in facts.lines)
        pieces += attendance_figures(words, facts.lines)
        if rows:
            heads = tuple(words(key) for key in HEADS)
            pieces.append(Table(heads, rows, (0.17, 0.21, 0.14, 0.25, 0.23), strong_column=1))
        else:
            pieces.append(paragraph(words("gatherings.none")))
        title = document_title(words, "gatherings.foot", {"community": name})
        page = document_page(words, title, request.audience, name, pieces)
        return with_sheets(page, [gatherings_sheet(words, facts)], request, materials)

    def left_out(
        self, reader: Reader, catalogue: Catalogue, words: Words, request: ExportRequest
    ) -> list[LeftOut]:
        """How many people these readers are not told by name."""
        lines = gatherings_of(reader, request.subject)
        people = {person.id for one in lines for person in one.people}
        return [LeftOut("came", len(people) if request.audience == WIDE else 0)]
