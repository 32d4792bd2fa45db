"""Two versions of a charter compared: what changed in short, then section by section, word by word.

What was taken out stands in brackets and what was added is bold: so it survives a printer without
colours, copying, and being read aloud.
"""

from collections.abc import Iterable, Sequence

from app.catalogue.catalogue import Catalogue
from app.charter.change_summary import SectionChange, change_summary
from app.charter.changes import ClauseChange, Stretches, compare
from app.library.audience import may_read
from app.library.reader import Reader
from app.library.rows import Community
from app.words import Words
from exports.change_words import section_name, summary_sentences
from exports.documents.document import LeftOut, Materials, each_once
from exports.documents.frame import document_head, document_page, document_title
from exports.facts.changes_facts import ChangesFacts, pair_asked, read_changes
from exports.facts.charter_document import VersionFacts, clauses_in
from exports.page import Bullets, Heading, Page, Paragraph, Piece, Span, paragraph, spans
from exports.request import ExportRequest

_CELLS = " · "
"""Between the cells of a row, which a comparison sets on one line."""


class ChangesDocument:
    """What changed between two versions of a community's charter, or a version and the draft."""

    def facts(self, reader: Reader, catalogue: Catalogue, request: ExportRequest) -> ChangesFacts:
        """Both sides. Raises KeyError for a community or version there is not."""
        return read_changes(
            reader, request.subject, request.version, request.against, request.audience
        )

    def page(self, facts: ChangesFacts, request: ExportRequest, materials: Materials) -> Page:
        """The comparison as a page."""
        words, catalogue = materials.words, materials.catalogue
        pieces = [*_head(words, facts), *_body(words, catalogue, facts)]
        title = document_title(words, "changes.foot", {"community": facts.community})
        return document_page(words, title, request.audience, facts.community, pieces)

    def left_out(
        self, reader: Reader, catalogue: Catalogue, words: Words, request: ExportRequest
    ) -> list[LeftOut]:
        """How many clauses of either side these readers do not get, and in which sections."""
        pair = pair_asked(reader, request.subject, request.version, request.against)
        sides = [clauses_in(reader, request.subject, pair.now)]
        if not pair.alone:
            sides.append(clauses_in(reader, request.subject, pair.before))
        hidden = {
            one.id: one.section
            for side in sides
            for one in side
            if not may_read(one.audience, request.audience)
        }
        names = each_once(section_name(catalogue, words, one) for one in hidden.values())
        return [LeftOut("clauses", len(hidden), names)]

    def language(self, reader: Reader, request: ExportRequest) -> str:
        """The later version's own language; the community's for a draft."""
        pair = pair_asked(reader, request.subject, request.version, request.against)
        now = pair.now
        return now.language if now else reader.row(Community, request.subject).language


def _head(words: Words, facts: ChangesFacts) -> list[Piece]:
    if facts.alone:
        under = words("changes.nothing-before")
    else:
        under = words(
            "changes.from-to",
            before=_side(words, facts.before),
            now=_side(words, facts.now),
        )
    return document_head(words("changes.paper-over"), facts.community, under)


def _side(words: Words, version: VersionFacts | None) -> str:
    if version is None:
        return words("changes.the-draft")
    return words("changes.version-of", number=version.number, day=words.day(version.day))


def _body(words: Words, catalogue: Catalogue, facts: ChangesFacts) -> list[Piece]:
    if facts.alone:
        return []
    order = [section.id for section in catalogue.sections]
    changed = change_summary(facts.clauses_before, facts.clauses_now, order)
    names = [section_name(catalogue, words, one.section) for one in changed]
    sentences = summary_sentences(words, changed, names)
    pieces: list[Piece] = [Heading(2, words("changes.in-short"))]
    if facts.before == facts.now:
        return [*pieces, *(paragraph(one) for one in sentences)]
    if facts.now is not None and facts.now.reason:
        pieces.append(paragraph(facts.now.reason))
    if not changed:
        # Headings, order and head are not compared: that nothing changed would be too much said.
        return [*pieces, paragraph(words("changes.same-wording"))]
    pieces.append(Bullets(tuple(spans(one) for one in sentences)))
    pieces += [
        Heading(2, words("changes.word-by-word")),
        paragraph(words("changes.paper-legend"), "small"),
    ]
    found = compare(facts.clauses_before, facts.clauses_now)
    for name, section in zip(names, changed, strict=True):
        pieces += _section_pieces(name, section, found)
    return pieces


def _section_pieces(
    name: str, section: SectionChange, changes: Iterable[ClauseChange]
) -> list[Piece]:
    """A section that changed, all of it: what stayed says where the rest stands."""
    pieces: list[Piece] = [Heading(3, name)]
    for change in changes:
        if change.section == section.section:
            pieces += _clause_pieces(change)
    return pieces


def _clause_pieces(change: ClauseChange) -> list[Piece]:
    pieces: list[Piece] = []
    if change.heading:
        pieces.append(Paragraph(marked_spans(change.heading)))
    if change.form == "text":
        return [*pieces, *(Paragraph(one) for one in _paragraphs(change.words))]
    if change.form == "list":
        lines = [marked_spans(item) for item in change.items]
    else:
        lines = [_row(row) for row in change.rows]
    lines = [line for line in lines if line]
    return [*pieces, Bullets(tuple(lines))] if lines else pieces


def _row(cells: Sequence[Stretches]) -> tuple[Span, ...]:
    """A row on one line, its cells set apart."""
    line: list[Span] = []
    for cell in cells:
        if cell and line:
            line.append(Span(_CELLS))
        line += marked_spans(cell)
    return tuple(line)


def _paragraphs(stretches: Stretches) -> list[tuple[Span, ...]]:
    """A text's paragraphs: a line end ends one, whatever became of it."""
    lines: list[list[Span]] = [[]]
    for stretch in stretches:
        first, *others = stretch.text.split("\n")
        for at, text in enumerate((first, *others)):
            if at:
                lines.append([])
            if text.strip():
                lines[-1].append(_span(stretch.mark, text))
            elif text:
                lines[-1].append(Span(text))
    return [tuple(line) for line in lines if any(one.text.strip() for one in line)]


def marked_spans(stretches: Stretches) -> tuple[Span, ...]:
    """Stretches as they are set: bold what was added, in brackets what was taken out."""
    return tuple(_span(one.mark, one.text) for one in stretches)


def _span(mark: str, text: str) -> Span:
    if mark == "added":
        return Span(text, strong=True)
    if mark == "removed":
        # The spaces around stay outside of the brackets.
        said = text.strip()
        before, after = text.partition(said)[::2] if said else ("", text)
        return Span(f"{before}[{said}]{after}" if said else text, emphasis=True)
    return Span(text)
