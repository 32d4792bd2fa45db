"""Two versions of a charter compared: what changed in short, then section by section, word by word.

What was taken out stands in brackets and what was added is bold: so it survives a printer without
colours, copying, and being read aloud.
"""

from collections.abc import Iterable, Sequence

from app.catalogue.catalogue import Catalogue
from app.charter.change_summary import SectionChange
from app.charter.changes import ClauseChange, Stretches, compare
from app.charter.shape_changes import sections_of_both
from app.library.audience import may_read
from app.library.reader import Reader
from app.library.rows import Community
from app.words import Words
from exports.change_words import told_changes
from exports.documents.document import LeftOut, Materials, each_once
from exports.documents.frame import document_head, document_page, document_title
from exports.facts.changes_facts import ChangesFacts, charter_side, pair_asked, read_changes
from exports.facts.charter_document import VersionFacts
from exports.page import Bullets, Heading, Page, Paragraph, Piece, Span, paragraph, spans
from exports.request import ExportRequest

_CELLS = " · "
"""Between the cells of a row, which a comparison sets on one line."""
_EMPTY = "–"
"""In the place of an empty cell."""


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
        sides = [charter_side(reader, request.subject, pair.now)]
        if not pair.alone:
            sides.append(charter_side(reader, request.subject, pair.before))
        hidden = {
            one.id: one.section
            for side in sides
            for one in side.clauses
            if not may_read(one.audience, request.audience)
        }
        sections = sections_of_both(catalogue.sections, sides[-1], sides[0])
        names = each_once(sections[one].name(words.language) for one in hidden.values())
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
    told = told_changes(catalogue, words, facts.side_before, facts.side_now)
    pieces: list[Piece] = [Heading(2, words("changes.in-short"))]
    if told.nothing:
        return [*pieces, paragraph(words("changes.none"))]
    if facts.now is not None and facts.now.reason:
        pieces.append(paragraph(facts.now.reason))
    pieces.append(Bullets(tuple(spans(one) for one in told.sentences)))
    if not told.changed:
        return pieces
    pieces += [
        Heading(2, words("changes.word-by-word")),
        paragraph(words("changes.paper-legend"), "small"),
    ]
    found = compare(facts.side_before.clauses, facts.side_now.clauses)
    for section in told.changed:
        name = told.sections[section.section].name(words.language)
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
    """A row on one line, its cells set apart; a dash for an empty one before others, so that each
    stays in its column."""
    last = max((at for at, cell in enumerate(cells) if cell), default=-1)
    line: list[Span] = []
    for at, cell in enumerate(cells[: last + 1]):
        if at:
            line.append(Span(_CELLS))
        line += marked_spans(cell) if cell else (Span(_EMPTY),)
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
    return [_apart(line) for line in lines if any(one.text.strip() for one in line)]


def marked_spans(stretches: Stretches) -> tuple[Span, ...]:
    """Stretches as they are set: bold what was added, in brackets what was taken out."""
    return _apart([_span(one.mark, one.text) for one in stretches])


def _apart(line: Sequence[Span]) -> tuple[Span, ...]:
    """A word that takes the place of another stands a space after the brackets."""
    apart: list[Span] = []
    for span in line:
        gone = bool(apart) and apart[-1].emphasis and apart[-1].text.endswith("]")
        if gone and span.text[:1].isalnum():
            apart.append(Span(" "))
        apart.append(span)
    return tuple(apart)


def _span(mark: str, text: str) -> Span:
    if mark == "added":
        return Span(text, strong=True)
    if mark == "removed":
        # The spaces around stay outside of the brackets.
        said = text.strip()
        before, after = text.partition(said)[::2] if said else ("", text)
        return Span(f"{before}[{said}]{after}" if said else text, emphasis=True)
    return Span(text)
