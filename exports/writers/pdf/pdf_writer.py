"""Sets a page as PDF: lays every piece out, puts it on sheets, writes the file."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from exports.page import Page, Paper
from exports.writers.clean_text import one_line
from exports.writers.pdf import document_catalog, print_styles
from exports.writers.pdf.document_fonts import DocumentFonts
from exports.writers.pdf.document_images import DocumentImages
from exports.writers.pdf.layout_context import LayoutContext
from exports.writers.pdf.objects import Raw
from exports.writers.pdf.page_content import PageContent
from exports.writers.pdf.pagination import LayoutBox, Placed, paginate
from exports.writers.pdf.pieces import layout_boxes
from exports.writers.pdf.tags import Tags
from exports.writers.result import IsCancelled, Progress, WriterResult, report_progress
from exports.writers.text_findings import Findings
from exports.writers.typeset.font_folder import FontFolder
from exports.writers.typeset.line_breaking import Line, shorten
from exports.writers.typeset.typesetter import Typesetter

_SETTING_SHARE = 0.6
"""How much of the work is laying out; the rest is drawing and writing."""

_SMALLER = (0.95, 0.91, 0.87, 0.83, 0.8, 0.77, 0.74, 0.72, 0.7)
"""Shares of the usual size that are tried for what is to be one sheet; the last still is legible
(7.3 points of Atkinson Hyperlegible, which is large for its size)."""

_EASY = 3
"""How many of these sizes, the first ones, still read with ease: what fills more sheets than one
anyway is set no smaller than the last of them."""

_BETWEEN = " · "
"""What stands between the parts of a foot."""

_DANGLING = re.compile("[\\s·,]+(…\u2069*)$")
"""A mark left hanging before the ellipsis; whatever is kept apart ends after that."""
_LEAST_FRONT = 0.3
"""The least share of the foot that its first parts keep."""

_BESIDE_FOLIO = 20.0
"""The least room between the foot's text and the page's number."""


def write_pdf(
    page: Page,
    paper: Paper,
    *,
    fonts: FontFolder,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> WriterResult:
    """The page as a tagged PDF on that paper; the same page always gives the same bytes.

    Raises Cancelled when ``cancelled`` says so; it is asked between pieces and between sheets.
    """
    setter, book, images = Typesetter(fonts), DocumentFonts(), DocumentImages()
    laying = _part(progress, 0.0, _SETTING_SHARE)
    laid = _Laying(page, paper, setter, laying, cancelled).lay_out()
    page_contents: list[bytes] = []
    context, total = laid.context, len(laid.pages)
    name = _name(page, context, total)
    for place, placed in enumerate(laid.pages):
        report_progress(place, total, _part(progress, _SETTING_SHARE, 1.0), cancelled)
        page_content = PageContent(laid.size, context.tags, book, images, laid.scale)
        for piece in placed:
            piece.layout_box.draw(page_content, piece.top)
        _foot(context, page_content, name, _folio(page, place + 1, total))
        page_contents.append(page_content.finish())
    for entry in context.entries:
        entry.top *= laid.scale
    data = _file(page, context, print_styles.PAPERS[paper], book, images, page_contents)
    report_progress(1, 1, progress, cancelled)
    findings = Findings()
    findings.add(setter.controls, setter.missing)
    return WriterResult(data, findings.warnings())


def sheet_scale(page: Page, paper: Paper, fonts: FontFolder) -> float:
    """The share of its usual size at which a page is set, so that it is one sheet if it may be."""
    if not page.one_sheet:
        return 1.0
    return _Laying(page, paper, Typesetter(fonts)).lay_out().scale


def fewest_sheets(page: Page, paper: Paper, fonts: FontFolder) -> int:
    """How many sheets a page takes; of what is to be one, in the smallest type that is tried."""
    scale = _SMALLER[-1] if page.one_sheet else 1.0
    return len(_Laying(page, paper, Typesetter(fonts)).at(scale).pages)


@dataclass(frozen=True, slots=True)
class _LaidOut:
    """The pages, laid out on paper of a ``size`` that is drawn at a ``scale``."""

    context: LayoutContext
    pages: list[list[Placed]]
    size: tuple[float, float]
    scale: float


@dataclass(frozen=True, slots=True)
class _Laying:
    """A page that is laid out on some paper, at one size or another."""

    page: Page
    paper: Paper
    setter: Typesetter
    progress: Progress | None = None
    cancelled: IsCancelled | None = None

    def lay_out(self) -> _LaidOut:
        """The page at its usual size; what is to be one sheet at the largest that makes it one.
        Where none does, at the largest of those read with ease that saves a sheet."""
        laid = self.at(1.0)
        if not self.page.one_sheet or len(laid.pages) == 1:
            return laid
        for sizes in (_SMALLER, _SMALLER[:_EASY]):
            smallest = self.at(sizes[-1])
            sheets = len(smallest.pages)
            if sheets == 1 or (sizes is not _SMALLER and sheets < len(laid.pages)):
                return self._largest(sizes, smallest)
        return laid

    def _largest(self, sizes: Sequence[float], smallest: _LaidOut) -> _LaidOut:
        """At the largest of ``sizes`` that takes no more sheets than the smallest of them."""
        laid, small, large = smallest, len(sizes) - 1, -1
        while small - large > 1:
            # The larger the type, the longer the text: each trial leaves half of the sizes.
            middle = (small + large) // 2
            tried = self.at(sizes[middle])
            if len(tried.pages) <= len(smallest.pages):
                laid, small = tried, middle
            else:
                large = middle
        return laid

    def at(self, scale: float) -> _LaidOut:
        """On paper that is as much larger as it is drawn smaller."""
        page = self.page
        width, height = (length / scale for length in print_styles.PAPERS[self.paper])
        context = LayoutContext(
            self.setter,
            Tags(),
            print_styles.SIDE,
            width - 2 * print_styles.SIDE,
            height - print_styles.TOP - print_styles.BOTTOM,
            page.figure_word,
            page.accent,
            page.language,
        )
        boxes: list[LayoutBox] = []
        for place, found in enumerate(layout_boxes(context, page)):
            report_progress(place, len(page.pieces), self.progress, self.cancelled)
            boxes.extend(found)
        pages = paginate(boxes, print_styles.TOP, height - print_styles.BOTTOM)
        return _LaidOut(context, pages, (width, height), scale)


def _part(progress: Progress | None, start: float, end: float) -> Progress | None:
    """Progress told as a part of the whole."""
    if progress is None:
        return None
    show_progress = progress
    return lambda share: show_progress(start + share * (end - start))


def _folio(page: Page, number: int, total: int) -> str:
    """The page's number among all."""
    return one_line(page.folio.replace("{n}", str(number)).replace("{total}", str(total)))


def _name(page: Page, context: LayoutContext, total: int) -> Line:
    """What the foot says on every page, shortened to stand beside the widest number.

    Its last part says for whom the document is, and is never what is left out.
    """
    style = print_styles.FOOT
    room = context.width - context.setter.width(_folio(page, total, total), style) - _BESIDE_FOLIO
    foot = one_line(page.foot)
    whole = context.lines([(foot, style)], room)
    if len(whole) == 1:
        return whole[0]
    front, mark, end = foot.rpartition(_BETWEEN)
    free = room - context.setter.width(mark + end, style)
    if not mark or free < room * _LEAST_FRONT:
        return shorten(context.setter, whole[0], style, room)
    (first, *_) = context.lines([(front, style)], free)
    kept = _DANGLING.sub(r"\1", shorten(context.setter, first, style, free).text)
    return context.lines([(f"{kept}{mark}{end}", style)], room)[0]


def _foot(context: LayoutContext, page_content: PageContent, name: Line, folio: str) -> None:
    """The hairline, the document's name and the page's number."""
    style = print_styles.FOOT
    page_content.decor("/Type /Pagination /Subtype /Footer")
    top = page_content.height - print_styles.FOOT_RULE
    right = context.left + context.width
    page_content.rule((context.left, top), (right, top), print_styles.HAIRLINE, 0.75)
    baseline = top + style.leading + context.baseline(style)
    page_content.text(name, context.left, baseline, context.width, "left")
    number = context.lines([(folio, style)], context.width)[0]
    page_content.text(number, context.left, baseline, context.width, "right")


def _file(
    page: Page,
    context: LayoutContext,
    size: tuple[float, float],
    book: DocumentFonts,
    images: DocumentImages,
    page_contents: list[bytes],
) -> bytes:
    document = document_catalog.new_document()
    resources = Raw()
    needed = f"/Font {resources.reference(document)} {images.embed(document)}".rstrip()
    pages = [
        document_catalog.page_object(document, size, page_content, needed, place)
        for place, page_content in enumerate(page_contents)
    ]
    resources.content = book.embed(document)
    tree = context.tags.write(document, pages)
    document_catalog.identify(document, page_contents)
    return document_catalog.finish(document, page, tree, context.entries, pages, size[1])
