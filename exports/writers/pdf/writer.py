"""Sets a page as PDF: lays every piece out, puts it on sheets, writes the file."""

import re

from exports.page import Page, Paper
from exports.writers.findings import Findings
from exports.writers.pdf import catalogue, theme
from exports.writers.pdf.flow import Slab, paginate
from exports.writers.pdf.fontbook import FontBook
from exports.writers.pdf.objects import Raw
from exports.writers.pdf.pieces import slabs
from exports.writers.pdf.setting import Setting
from exports.writers.pdf.sheet import Sheet
from exports.writers.pdf.tags import Tags
from exports.writers.text import one_line
from exports.writers.typeset.folder import FontFolder
from exports.writers.typeset.lines import Line, shorten
from exports.writers.typeset.typesetter import Typesetter
from exports.writers.written import Asked, Progress, Written, report

_SETTING_SHARE = 0.6
"""How much of the work is laying out; the rest is drawing and writing."""

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
    cancelled: Asked | None = None,
) -> Written:
    """The page as a tagged PDF on that paper; the same page always gives the same bytes.

    Raises Cancelled when ``cancelled`` says so; it is asked between pieces and between sheets.
    """
    size = theme.PAPERS[paper]
    tags, setter, book = Tags(), Typesetter(fonts), FontBook()
    setting = Setting(
        setter,
        tags,
        theme.SIDE,
        size[0] - 2 * theme.SIDE,
        size[1] - theme.TOP - theme.BOTTOM,
        page.figure_word,
        page.accent,
        page.language,
    )
    laid: list[Slab] = []
    pieces = len(page.pieces)
    for place, found in enumerate(slabs(setting, page)):
        report(place, pieces, _part(progress, 0.0, _SETTING_SHARE), cancelled)
        laid.extend(found)
    pages = paginate(laid, theme.TOP, size[1] - theme.BOTTOM)
    sheets: list[bytes] = []
    name = _name(page, setting, len(pages))
    for place, placed in enumerate(pages):
        report(place, len(pages), _part(progress, _SETTING_SHARE, 1.0), cancelled)
        sheet = Sheet(size, tags, book)
        for piece in placed:
            piece.slab.draw(sheet, piece.top)
        _foot(setting, sheet, name, _folio(page, place + 1, len(pages)))
        sheets.append(sheet.finish())
    data = _file(page, setting, size, book, sheets)
    report(1, 1, progress, cancelled)
    findings = Findings()
    findings.add(setter.controls, setter.missing)
    return Written(data, findings.warnings())


def _part(progress: Progress | None, start: float, end: float) -> Progress | None:
    """Progress told as a part of the whole."""
    if progress is None:
        return None
    told = progress
    return lambda share: told(start + share * (end - start))


def _folio(page: Page, number: int, total: int) -> str:
    """The page's number among all."""
    return one_line(page.folio.replace("{n}", str(number)).replace("{total}", str(total)))


def _name(page: Page, setting: Setting, total: int) -> Line:
    """What the foot says on every page, shortened to stand beside the widest number.

    Its last part says for whom the document is, and is never what is left out.
    """
    style = theme.FOOT
    room = setting.width - setting.setter.width(_folio(page, total, total), style) - _BESIDE_FOLIO
    foot = one_line(page.foot)
    whole = setting.lines([(foot, style)], room)
    if len(whole) == 1:
        return whole[0]
    front, mark, end = foot.rpartition(_BETWEEN)
    free = room - setting.setter.width(mark + end, style)
    if not mark or free < room * _LEAST_FRONT:
        return shorten(setting.setter, whole[0], style, room)
    (first, *_) = setting.lines([(front, style)], free)
    kept = _DANGLING.sub(r"\1", shorten(setting.setter, first, style, free).text)
    return setting.lines([(f"{kept}{mark}{end}", style)], room)[0]


def _foot(setting: Setting, sheet: Sheet, name: Line, folio: str) -> None:
    """The hairline, the document's name and the page's number."""
    style = theme.FOOT
    sheet.decor("/Type /Pagination /Subtype /Footer")
    top = sheet.height - theme.FOOT_RULE
    right = setting.left + setting.width
    sheet.rule((setting.left, top), (right, top), theme.HAIRLINE, 0.75)
    baseline = top + style.leading + setting.baseline(style)
    sheet.text(name, setting.left, baseline, setting.width, "left")
    number = setting.lines([(folio, style)], setting.width)[0]
    sheet.text(number, setting.left, baseline, setting.width, "right")


def _file(
    page: Page,
    setting: Setting,
    size: tuple[float, float],
    book: FontBook,
    sheets: list[bytes],
) -> bytes:
    document = catalogue.new_document()
    resources = Raw()
    fonts = resources.reference(document)
    pages = [
        catalogue.page_object(document, size, sheet, fonts, place)
        for place, sheet in enumerate(sheets)
    ]
    resources.content = book.embed(document)
    tree = setting.tags.write(document, pages)
    catalogue.identify(document, sheets)
    return catalogue.finish(document, page, tree, setting.entries, pages, size[1])
