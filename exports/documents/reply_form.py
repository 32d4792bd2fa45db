"""A form on paper for one reply to a version of the charter: positions, words, whether to name."""

from collections.abc import Sequence
from itertools import zip_longest

import msgspec

from app.catalogue.catalogue import Catalogue
from app.charter.asked_sections import AskedSection, asked_sections
from app.library.audience import may_read
from app.library.charter_rows import FrozenClause
from app.library.reader import Reader
from app.library.rows import Community, Version
from app.words import Words
from app.workshop.rounds import STANCES
from exports.agreement_words import position_names
from exports.documents.document import LeftOut, Materials
from exports.documents.frame import document_head, document_page, document_title
from exports.facts.charter_document import version_asked
from exports.kinds.report import writing_table
from exports.page import Bullets, Heading, Page, Piece, Table, paragraph, spans
from exports.request import ExportRequest
from exports.writers.table_widths import TO_WRITE_IN

LINES, FEW_LINES = 5, 3
"""Rows for a reservation; fewer where much is asked about."""

MOST_MARKED = 9
"""Lines with five places to mark; of more, the numbers are written in two columns, so that the form
stays on one sheet."""

_NUMBER = 0.08
"""How much of the width a number to mark takes."""


class ReplyFormFacts(msgspec.Struct, frozen=True):
    """Whose charter it is, and the version that is replied to; None before there is one."""

    community: str
    version: Version | None
    audience: str

    def sections(self, catalogue: Catalogue, language: str) -> tuple[AskedSection, ...]:
        """The sections that the readers may read of."""

        def readable(clause: FrozenClause) -> bool:
            return may_read(clause.audience, self.audience)

        if self.version is None:
            return ()
        return asked_sections(catalogue, language, self.version, readable)


class ReplyFormDocument:
    """The form for a version, the latest unless another is asked for."""

    def facts(self, reader: Reader, catalogue: Catalogue, request: ExportRequest) -> ReplyFormFacts:
        """Raises KeyError for a community or version there is not."""
        community = reader.row(Community, request.subject)
        version = version_asked(reader, community.id, request.version)
        return ReplyFormFacts(community.name, version, request.audience)

    def page(self, facts: ReplyFormFacts, request: ExportRequest, materials: Materials) -> Page:
        """The form, on one sheet where that can be."""
        words, version = materials.words, facts.version
        number = version.number if version else 0
        names = {"community": facts.community}
        title = document_title(words, "agreement.form-foot", names, number=number)
        over = words("agreement.form-over", number=number)
        pieces = document_head(over, facts.community)
        if version is None:
            pieces.append(paragraph(words("agreement.nothing-proposed")))
        else:
            pieces += _form(words, facts.sections(materials.catalogue, words.language))
        page = document_page(words, title, request.audience, facts.community, pieces)
        return msgspec.structs.replace(page, one_sheet=True)

    def left_out(
        self, reader: Reader, catalogue: Catalogue, words: Words, request: ExportRequest
    ) -> list[LeftOut]:
        """The sections of which these readers may read nothing."""
        version = version_asked(reader, request.subject, request.version)
        if version is None:
            return []
        every = asked_sections(catalogue, words.language, version)
        facts = ReplyFormFacts("", version, request.audience)
        theirs = facts.sections(catalogue, words.language)
        hidden = tuple(one.title for one in every if one not in theirs)
        return [LeftOut("clauses", len(hidden), hidden)]

    def language(self, reader: Reader, request: ExportRequest) -> str:
        """The version's own language, else the community's."""
        version = version_asked(reader, request.subject, request.version)
        return version.language if version else reader.row(Community, request.subject).language


def _form(words: Words, sections: tuple[AskedSection, ...]) -> list[Piece]:
    legend = tuple(
        (*spans(name, strong=True), *spans(f"  {asks}")) for name, asks in position_names(words)
    )
    asked = [words("agreement.form-whole")]
    asked += [
        words("agreement.message-section", n=one.number, section=one.title) for one in sections
    ]
    return [
        paragraph(words("agreement.form-how")),
        Heading(2, words("agreement.form-numbers")),
        Bullets(legend, ordered=True),
        Heading(2, words("agreement.form-positions")),
        _marked(words, asked) if len(asked) <= MOST_MARKED else _written(words, asked),
        Heading(2, words("agreement.form-reservation")),
        paragraph(words("agreement.form-reservation-how"), "small"),
        *writing_table(("",), LINES if len(asked) <= 2 * MOST_MARKED else FEW_LINES),
        Heading(2, words("agreement.form-named")),
        paragraph(words("agreement.form-named-how"), "small"),
        Table(
            (words("agreement.form-name"), words("agreement.form-yes")),
            ((TO_WRITE_IN, TO_WRITE_IN),),
            (0.5, 0.5),
        ),
    ]


def _marked(words: Words, asked: Sequence[str]) -> Table:
    """What is asked about, and beside each the five numbers to mark one of."""
    numbers = tuple(str(at) for at in range(1, len(STANCES) + 1))
    rows = tuple((one, *[TO_WRITE_IN] * len(numbers)) for one in asked)
    widths = (1 - _NUMBER * len(numbers), *(_NUMBER for _ in numbers))
    return Table((words("agreement.form-section"), *numbers), rows, widths)


def _written(words: Words, asked: Sequence[str]) -> Table:
    """What is asked about in two columns, to be read down, and beside each a place for a number."""
    half = (len(asked) + 1) // 2
    rows = tuple(
        (first, TO_WRITE_IN, *((second, TO_WRITE_IN) if second else ("", "")))
        for first, second in zip_longest(asked[:half], asked[half:], fillvalue="")
    )
    heads = (words("agreement.form-section"), words("agreement.form-number")) * 2
    return Table(heads, rows, (0.36, 0.14, 0.36, 0.14))
