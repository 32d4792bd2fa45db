"""Who held what, when: the roles of a community over the years, as a picture and as a table."""

from app.catalogue.catalogue import Catalogue
from app.community.held_roles import RoleLine
from app.library.reader import Reader
from app.words import Words
from exports.documents.document import LeftOut, Materials, OfCommunity
from exports.documents.frame import document_head, document_page, document_title
from exports.documents.role_sheets import role_sheets
from exports.documents.spreadsheet import with_sheets
from exports.facts.roles_facts import RolesFacts, read_roles
from exports.page import Heading, Page, Piece, Table, paragraph
from exports.request import ExportRequest
from exports.role_years_figure import history_rows, history_table, load_rows, years_figures

WIDE = "organization"
"""These readers are not told how many hours each person gives."""


class RolesDocument(OfCommunity):
    """A community's roles, those who held them, and the ones that nobody holds."""

    def facts(self, reader: Reader, catalogue: Catalogue, request: ExportRequest) -> RolesFacts:
        """The roles' facts. Raises KeyError for a community there is not."""
        return read_roles(reader, catalogue, request.subject, request.now)

    def page(self, facts: RolesFacts, request: ExportRequest, materials: Materials) -> Page:
        """The picture, its table, the roles for one workshop, what the core gives."""
        words, catalogue, name = materials.words, materials.catalogue, facts.community.name
        held = sum(bool(line.held) for line in facts.standing)
        counted = words("community.roles-held", n=held, total=len(facts.standing))
        pieces = document_head(name, words("roles.title"), counted)
        pieces += _part(facts.standing, facts, materials)
        if facts.workshop:
            pieces.append(Heading(2, words("roles.for-workshop")))
            pieces += _part(facts.workshop, facts, materials)
        if facts.load and request.audience != WIDE:
            rows = tuple(load_rows(catalogue, words, facts.load))
            heads = (words("roles.who"), words("roles.hours-month"), words("roles.for-roles"))
            pieces += [
                Heading(2, words("roles.load")),
                paragraph(words("roles.load-said"), "small"),
                Table(heads, rows, (0.34, 0.22, 0.44)),
            ]
        title = document_title(words, "roles.foot", {"community": name})
        page = document_page(words, title, request.audience, name, pieces)
        sheets = role_sheets(facts, materials, hours=request.audience != WIDE)
        return with_sheets(page, sheets, request, materials)

    def left_out(
        self, reader: Reader, catalogue: Catalogue, words: Words, request: ExportRequest
    ) -> list[LeftOut]:
        """Whose hours these readers are not told."""
        facts = read_roles(reader, catalogue, request.subject, request.now)
        return [LeftOut("hours", len(facts.load) if request.audience == WIDE else 0)]


def _part(lines: tuple[RoleLine, ...], facts: RolesFacts, materials: Materials) -> list[Piece]:
    words, catalogue = materials.words, materials.catalogue
    rows = tuple(history_rows(catalogue, words, lines, facts.day))
    return [*years_figures(catalogue, words, lines, facts.day), history_table(words, rows)]
