"""Builds the Word document: the frame (paper, foot, properties), then piece after piece."""

from io import BytesIO

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt

from app.text_direction import runs_from_right
from exports.page import Page, Paper, Span
from exports.writers.clean_text import one_line
from exports.writers.docx.body import Body
from exports.writers.docx.embedded_fonts import embed
from exports.writers.docx.numbering import Numbering
from exports.writers.docx.pieces import PieceWriter
from exports.writers.docx.runs import RunWriter, field, runs
from exports.writers.docx.shrinking import shrink
from exports.writers.docx.styles import LANGUAGES, HouseStyles
from exports.writers.docx.xml import hexadecimal, make, twips, val
from exports.writers.keep_together import stays
from exports.writers.pdf import print_styles
from exports.writers.pdf.pdf_writer import sheet_scale
from exports.writers.result import IsCancelled, Progress, WriterResult, report_progress
from exports.writers.text_findings import Findings
from exports.writers.typeset.font_folder import FontFolder
from exports.writers.typeset.typesetter import Typesetter

# Of the template that python-docx starts from: what nobody asked for.
_NOT_OURS = (
    "/thumbnail",
    "/stylesWithEffects",
    "/webSettings",
    "/customXml",
    "/extended-properties",
)

_CLOSER = 0.94
"""How much smaller than in print what is to be one sheet is set: office programs leave more room
between paragraphs and in tables."""


def build(
    page: Page,
    paper: Paper,
    fonts: FontFolder,
    progress: Progress | None,
    cancelled: IsCancelled | None,
) -> WriterResult:
    """The whole document; see :func:`exports.writers.docx.write_docx`."""
    findings = Findings()
    document = docx.Document()
    scale = sheet_scale(page, paper, fonts) * (_CLOSER if page.one_sheet else 1.0)
    width, height = (length / scale for length in print_styles.PAPERS[paper])
    styles = HouseStyles(page)
    styles.put_into(document, page.language)
    _strip(document)
    _settings(document, page.language)
    _properties(document, page, findings)
    _paper(document, width, height)
    _foot(document, page, width - 2 * print_styles.SIDE, findings)
    embed(document, fonts)
    room = (width - 2 * print_styles.SIDE, height - print_styles.TOP - print_styles.BOTTOM)
    run_writer = RunWriter(findings, page.language)
    document_body = Body(document.element.body, run_writer)
    typesetter = Typesetter(fonts)
    # What it finds missing is nobody's concern: it only measures, and Word has its own fonts.
    measuring = Typesetter(fonts)
    setter = PieceWriter(
        document,
        page,
        document_body,
        run_writer,
        styles,
        Numbering(document),
        typesetter,
        measuring,
        findings,
        room,
    )
    for done, piece in enumerate(page.pieces):
        report_progress(done, len(page.pieces) + 1, progress, cancelled)
        setter.add(piece, stays(page.pieces, done))
    document_body.finish()
    findings.add(typesetter.controls, typesetter.missing)
    report_progress(len(page.pieces), len(page.pieces) + 1, progress, cancelled)
    shrink(document, scale)
    data = BytesIO()
    document.save(data)
    report_progress(1, 1, progress, cancelled)
    return WriterResult(data.getvalue(), findings.warnings())


def _strip(document: Document) -> None:
    for relations in (document.part.package.rels, document.part.rels):
        for key in [key for key, one in relations.items() if one.reltype.endswith(_NOT_OURS)]:
            del relations[key]


def _settings(document: Document, language: str) -> None:
    """Settings of a document of today, which keeps its fonts when someone saves it again."""
    root = document.settings.element
    for child in list(root):
        root.remove(child)
    word = "http://schemas.microsoft.com/office/word"
    modes = {
        "compatibilityMode": 15,
        "overrideTableStyleFontSizeAndJustification": 1,
        "enableOpenTypeFeatures": 1,
        "doNotFlipMirrorIndents": 1,
    }
    settings = [
        make("zoom", {"percent": 100}),
        make("embedTrueTypeFonts"),
        val("defaultTabStop", 720),
        val("characterSpacingControl", "doNotCompress"),
        make(
            "compat",
            None,
            *(
                make("compatSetting", {"name": name, "uri": word, "val": value})
                for name, value in modes.items()
            ),
        ),
        val("themeFontLang", LANGUAGES.get(language, language)),
        val("decimalSymbol", "," if language == "fr" else "."),
        val("listSeparator", ";" if language == "fr" else ","),
    ]
    root.extend(settings)


def _properties(document: Document, page: Page, findings: Findings) -> None:
    core = document.core_properties
    # Word takes no more than 255 characters.
    core.title = one_line(findings.clean(page.title))[:255]
    core.author = core.last_modified_by = one_line(findings.clean(page.author))[:255]
    core.language = LANGUAGES.get(page.language, page.language)
    core.comments = ""
    # The template's own dates. When the file was made is the file's to say.
    root = core._element
    for name in ("dcterms:created", "dcterms:modified"):
        for child in root.findall(qn(name)):
            root.remove(child)


def _paper(document: Document, width: float, height: float) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Pt(width), Pt(height)
    section.left_margin = section.right_margin = Pt(print_styles.SIDE)
    section.top_margin, section.bottom_margin = Pt(print_styles.TOP), Pt(print_styles.BOTTOM)
    section.header_distance = Pt(print_styles.TOP / 2)
    section.footer_distance = Pt(print_styles.FOOT_RULE - print_styles.FOOT.leading - 8)


def _foot(document: Document, page: Page, width: float, findings: Findings) -> None:
    """A hairline, the running words at the left, "n of N" at the right."""
    foot = one_line(findings.clean(page.foot))
    before, _, rest = findings.clean(page.folio).partition("{n}")
    between, _, after = rest.partition("{total}")
    line = {"val": "single", "sz": 4, "space": 6, "color": hexadecimal(print_styles.HAIRLINE)}
    look = make("pPr", None, val("pStyle", "Footer"), make("pBdr", None, make("top", line)))
    look.append(make("tabs", None, make("tab", {"val": "right", "pos": twips(width)})))
    content = [*runs([Span(foot)], runs_from_right(foot)), make("r", None, make("tab"))]
    content += [*_plain(before), *field("PAGE", "1"), *_plain(between)]
    content += [*field("NUMPAGES", "1"), *_plain(after)]
    footer = document.sections[0].footer
    footer.is_linked_to_previous = False
    root = footer._element
    for child in list(root):
        root.remove(child)
    root.append(make("p", None, look, *content))


def _plain(text: str) -> list[BaseOxmlElement]:
    return list(runs([Span(text)], False))
