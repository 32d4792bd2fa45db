"""What a community decided, who took on what, what was set aside: all workshops together."""

from datetime import date

from app.catalogue.catalogue import Catalogue
from app.library.audience import AUDIENCES
from app.library.reader import Reader
from app.words import Words
from app.workshop.outcomes import FORMS
from exports.documents.document import LeftOut, Materials, OfCommunity, outcomes_left_out
from exports.documents.frame import document_head, document_page, document_title
from exports.documents.spreadsheet import with_sheets
from exports.facts.outcomes_facts import OutcomeLine, OutcomesFacts, read_outcomes
from exports.page import Heading, Page, Table, paragraph
from exports.request import ExportRequest
from exports.sheet import Sheet, SheetColumn, SheetValue

WIDTHS = {
    "decision": (0.44, 0.16, 0.15, 0.25),
    "action": (0.36, 0.19, 0.16, 0.12, 0.17),
    "parked": (0.44, 0.16, 0.15, 0.25),
}
"""Shares of the columns of each form's table."""


class OutcomesDocument(OfCommunity):
    """A community's decisions, actions and parked things."""

    def facts(self, reader: Reader, catalogue: Catalogue, request: ExportRequest) -> OutcomesFacts:
        """What its readers may read. Raises KeyError for a community there is not."""
        return read_outcomes(reader, request.subject, request.audience)

    def page(self, facts: OutcomesFacts, request: ExportRequest, materials: Materials) -> Page:
        """A part and a table each; a part without any says so."""
        words, name = materials.words, facts.community.name
        still = sum(one.state == "open" for one in facts.by_form["action"])
        counted = words("outcomes.open", n=still) if still else ""
        pieces = document_head(name, words("outcomes.title"), counted)
        for form in FORMS:
            lines = facts.by_form[form]
            pieces.append(Heading(2, words(f"outcomes.{form}s")))
            if not lines:
                pieces.append(paragraph(_none(words, form, request.audience), "small"))
                continue
            heads = tuple(words(key) for key in _heads(form))
            rows = tuple(
                tuple(_shown(words, one) for one in _cells(words, form, line)) for line in lines
            )
            pieces.append(Table(heads, rows, WIDTHS[form], strong_column=0))
        title = document_title(words, "outcomes.foot", {"community": name})
        page = document_page(words, title, request.audience, name, pieces)
        sheets = [
            _sheet(words, form, facts.by_form[form], _none(words, form, request.audience))
            for form in FORMS
        ]
        return with_sheets(page, sheets, request, materials)

    def left_out(
        self, reader: Reader, catalogue: Catalogue, words: Words, request: ExportRequest
    ) -> list[LeftOut]:
        """How many of each form these readers do not get."""
        return outcomes_left_out(reader, request)


def _none(words: Words, form: str, audience: str) -> str:
    """That there is nothing; whoever may not read all is told so only of what is for them."""
    if audience != AUDIENCES[0]:
        return words("outcomes.none-for-readers")
    return words(f"outcomes.no-{form}")


def _heads(form: str) -> tuple[str, ...]:
    """The keys of the heads of :func:`_cells`."""
    if form == "action":
        return (
            "outcomes.action",
            "outcomes.who",
            "outcomes.due",
            "outcomes.state",
            "outcomes.settled",
        )
    return f"outcomes.{form}", "outcomes.day", "outcomes.state", "outcomes.workshop"


def _cells(words: Words, form: str, line: OutcomeLine) -> tuple[SheetValue, ...]:
    """A line as its table holds it: the same on paper and in a spreadsheet."""
    state = words(f"outcomes.{form}-{line.state}")
    if form == "action":
        return line.text, line.owner, line.due, state, line.settled
    return line.text, line.day, state, line.workshop


def _shown(words: Words, value: SheetValue) -> str:
    if isinstance(value, date):
        return words.day(value).replace(" ", "\N{NO-BREAK SPACE}")
    return str(value or "")


def _sheet(words: Words, form: str, lines: tuple[OutcomeLine, ...], none: str) -> Sheet:
    return Sheet(
        name=words(f"outcomes.{form}s"),
        columns=tuple(SheetColumn(words(key)) for key in _heads(form)),
        rows=tuple(_cells(words, form, one) for one in lines),
        empty=none,
    )
