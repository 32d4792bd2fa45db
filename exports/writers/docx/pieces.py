"""Each piece of the neutral page as paragraphs, tables and pictures of a Word document."""

from dataclasses import dataclass
from io import BytesIO

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from app.text_direction import runs_from_right
from exports.page import (
    Bullets,
    Figure,
    Heading,
    NewPage,
    Page,
    Panels,
    Paragraph,
    Photograph,
    Piece,
    Rule,
    Space,
    Span,
    Table,
)
from exports.writers.clean_text import one_line
from exports.writers.docx.body import Body, ParagraphLook
from exports.writers.docx.numbering import Numbering
from exports.writers.docx.runs import RunWriter, field, runs
from exports.writers.docx.styles import NORMAL, HouseStyles, heading_type, is_eyebrow
from exports.writers.docx.tables import fact_table, panel_table
from exports.writers.docx.xml import emu, hexadecimal, make
from exports.writers.keep_together import goes_on, is_title
from exports.writers.pdf import print_styles
from exports.writers.photograph_size import photograph_size
from exports.writers.rasterize import draw_png
from exports.writers.text_findings import Findings
from exports.writers.typeset.typesetter import Typesetter

_ABOVE_BLOCK = 10.0
_ABOVE_RULE = 14.0
_RULE = (60.0, 2.5)
_CAPTION_ROOM = 60.0


@dataclass(slots=True)
class PieceWriter:
    """Sets the pieces of one document, in their order. ``room`` is the text's width and height.

    ``typesetter`` sets the letters of figures, ``ruler`` measures those of tables.
    """

    document: Document
    page: Page
    document_body: Body
    run_writer: RunWriter
    styles: HouseStyles
    lists: Numbering
    typesetter: Typesetter
    measuring: Typesetter
    findings: Findings
    room: tuple[float, float]
    figures: int = 0
    before: Piece | None = None

    def add(self, piece: Piece, stays: bool = False) -> None:
        """Set one piece, which ``stays`` on one page with what follows, or not."""
        match piece:
            case Heading():
                self._heading(piece)
            case Paragraph():
                above = self._above(piece)
                look = ParagraphLook(above=above, keep=stays)
                self.document_body.text(self.styles.voice(piece.style), piece.spans, look)
            case Bullets():
                self._list(piece)
            case Table():
                self._table(piece)
            case Panels():
                table = panel_table(piece, self.room[0], self.lists, self.run_writer)
                self._block(table, _ABOVE_BLOCK)
            case Figure():
                self._figure(piece)
            case Photograph():
                self._photograph(piece)
            case Rule():
                self._rule()
            case Space():
                self.document_body.space(piece.points)
                return
            case NewPage():
                self.document_body.new_page()
                return
        self.before = piece

    def _above(self, piece: Paragraph) -> float | None:
        """The space above a paragraph, where it is not that of its style."""
        if goes_on(piece, self.before):
            return print_styles.AFTER_SAID
        after_block = isinstance(self.before, Bullets | Table | Panels)
        return print_styles.ABOVE_TITLE if after_block and is_title(piece) else None

    def _heading(self, piece: Heading) -> None:
        style = self.styles.heading(piece.level)
        announced = is_eyebrow(self.before)
        letters = heading_type(piece, announced)
        text = one_line(self.findings.clean(piece.text))
        if piece.number is not None:
            # Not an en space: few fonts have one, and another font's would stand in for it.
            text = f"{piece.number}\u00a0\u00a0{text}"
        look = ParagraphLook(
            letters if letters != style.letters else None, above=2.0 if announced else None
        )
        self.document_body.text(style, [Span(text)], look)

    def _list(self, piece: Bullets) -> None:
        style = self.styles.by_id["ListNumber" if piece.ordered else "ListBullet"]
        numbers = self.lists.new_numbers() if piece.ordered else None
        # Two lists in a row are two.
        apart = isinstance(self.before, Bullets)
        last = len(piece.items) - 1
        for place, item in enumerate(piece.items):
            # No page begins or ends with a single item of a list.
            keep = place != last and place in (0, last - 1)
            self.document_body.text(
                style, item, ParagraphLook(numbers=numbers, apart=apart, keep=keep)
            )
            apart = False

    def _table(self, piece: Table) -> None:
        table = fact_table(piece, self.room, self.measuring, self.run_writer)
        if table is None:
            return
        if piece.caption.strip():
            look = ParagraphLook(above=_ABOVE_BLOCK, keep=True)
            self.document_body.text(self.styles.by_id["Caption"], [Span(piece.caption)], look)
            self.document_body.table(table, 0)
        else:
            self._block(table, _ABOVE_BLOCK)

    def _block(self, table: BaseOxmlElement | None, above: float) -> None:
        if table is not None:
            self.document_body.table(
                table, above / 2 if isinstance(self.before, Heading) else above
            )

    def _figure(self, piece: Figure) -> None:
        width, height = self.room
        diagram = piece.diagram
        scale = min(
            1.0, width / max(diagram.width, 1), (height - _CAPTION_ROOM) / max(diagram.height, 1)
        )
        data = draw_png(diagram, self.typesetter)
        self._picture(data, diagram.width * scale, diagram.height * scale, piece)

    def _photograph(self, piece: Photograph) -> None:
        self._picture(piece.data, *photograph_size(piece, *self.room), piece)

    def _picture(
        self, data: bytes, width: float, height: float, piece: Figure | Photograph
    ) -> None:
        """A picture so many points wide and high, with its caption."""
        self.figures += 1
        head, _, tail = one_line(self.findings.clean(self.page.figure_word)).partition("{n}")
        name = f"{head}{self.figures}{tail}"
        says = one_line(self.findings.clean(piece.alternative or piece.caption))
        inline = self.document.part.new_pic_inline(BytesIO(data), emu(width), emu(height))
        for named in (inline.docPr, inline.find(f".//{qn('pic:cNvPr')}")):
            named.set("name", name.rstrip("."))
            named.set("descr", says)
        for side in ("distT", "distB", "distL", "distR"):
            inline.set(side, "0")
        drawing = make("r", None, make("drawing", None, inline))
        self.document_body.paragraph(
            NORMAL, [drawing], ParagraphLook(above=_ABOVE_BLOCK, keep=True)
        )
        text = one_line(self.findings.clean(piece.caption))
        from_right = runs_from_right(head + text)
        words = [
            *runs([Span(head)], from_right),
            *field("SEQ Figure \\* ARABIC", str(self.figures)),
            *runs([Span(f"{tail} {text}")], from_right),
        ]
        self.document_body.paragraph(self.styles.by_id["Caption"], words, from_right=from_right)

    def _rule(self) -> None:
        length, thickness = _RULE
        line = {"val": "single", "sz": round(thickness * 8), "space": 0}
        border = make("bottom", line | {"color": hexadecimal(self.page.accent)})
        look = ParagraphLook(
            above=_ABOVE_RULE - 4, height=4, right=self.room[0] - length, border=border
        )
        self.document_body.paragraph(NORMAL, [], look)
