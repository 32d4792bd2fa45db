"""What stays together in a Word document, and what is written in by hand."""

from io import BytesIO

import docx
import msgspec
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from app.resources import resources_folder
from exports.page import (
    Bullets,
    Heading,
    Page,
    Panel,
    Panels,
    Piece,
    Rule,
    Table,
    paragraph,
    spans,
)
from exports.writers.docx import write_docx
from exports.writers.table_widths import TO_WRITE_IN, WRITING_ROW
from exports.writers.typeset.font_folder import FontFolder
from tests.exports.writers.docx.office import Office, needs_office

FONTS = FontFolder(resources_folder() / "fonts", machine=())


def page(*pieces: Piece) -> Page:
    return Page("en", "Title", "Foot", "{n} of {total}", "Figure {n}.", "The bridges", pieces)


def written(*pieces: Piece) -> Document:
    return docx.Document(BytesIO(write_docx(page(*pieces), "letter", fonts=FONTS).data))


def keeps(element: BaseOxmlElement) -> bool:
    return element.find(f".//{qn('w:keepNext')}") is not None


def test_a_small_line_stays_with_the_table_under_it() -> None:
    document = written(
        Heading(2, "A part"), paragraph("9:05", "small"), Table(("a",), (("b",),)), paragraph("end")
    )
    small = next(one for one in document.paragraphs if one.text == "9:05")
    last = next(one for one in document.paragraphs if one.text == "end")
    assert keeps(small._p)
    assert not keeps(last._p)


@pytest.mark.parametrize(("rows", "kept"), [(4, [0, 1, 2]), (40, [0, 38])])
def test_rows_stay_together(rows: int, kept: list[int]) -> None:
    document = written(Table(("a", "b"), tuple((f"{n}", "x") for n in range(rows))))
    (table,) = document.tables
    assert [at for at, row in enumerate(table.rows[1:]) if keeps(row._tr)] == kept


def test_items_stay_together() -> None:
    document = written(Bullets(tuple(spans(f"item {n}") for n in range(6))))
    listed = [one for one in document.paragraphs if one.text.startswith("item")]
    assert [at for at, one in enumerate(listed) if keeps(one._p)] == [0, 4]


def test_rows_for_a_pen_are_high_and_their_columns_apart() -> None:
    (table,) = written(Table(("Hopes", "Worries"), ((TO_WRITE_IN, TO_WRITE_IN),) * 3)).tables
    heights = [row._tr.find(f".//{qn('w:trHeight')}") for row in table.rows]
    assert heights[0] is None
    for height in heights[1:]:
        assert height is not None
        assert int(height.get(qn("w:val"))) == WRITING_ROW * 20
        assert height.get(qn("w:hRule")) == "atLeast"
    borders = table._tbl.tblPr.find(qn("w:tblBorders"))
    assert borders is not None
    assert borders.find(qn("w:insideV")) is not None
    assert borders.find(qn("w:bottom")) is not None
    (plain,) = written(Table(("a", "b"), (("c", "d"),))).tables
    assert plain._tbl.tblPr.find(qn("w:tblBorders")) is None


def test_the_lines_of_a_panel_are_a_list_of_word_s_own() -> None:
    (table,) = written(Panels((Panel("Ours", ("one", "two")), Panel("", ("alone",))))).tables
    first, second = table.rows[0].cells
    numbered = [
        one.text for one in first.paragraphs if one._p.find(f".//{qn('w:numPr')}") is not None
    ]
    assert [one.text for one in first.paragraphs] == ["Ours", "one", "two"]
    assert numbered == ["one", "two"]
    assert second.paragraphs[0]._p.find(f".//{qn('w:numPr')}") is None


def test_a_stage_may_lend_its_colour() -> None:
    pieces = (paragraph("Renewal", "eyebrow"), Heading(1, "Title"), Rule())
    violet = msgspec.structs.replace(page(*pieces), accent="#75478A")
    document = docx.Document(BytesIO(write_docx(violet, "letter", fonts=FONTS).data))
    assert (
        document.styles["Subtitle"].element.find(f".//{qn('w:color')}").get(qn("w:val")) == "75478A"
    )
    line = document.element.body.find(f".//{qn('w:pBdr')}/{qn('w:bottom')}")
    assert line.get(qn("w:color")) == "75478A"


@needs_office
def test_another_program_keeps_them_together_too(tmp_path_factory: pytest.TempPathFactory) -> None:
    office = Office(tmp_path_factory.mktemp("office"))
    rows = tuple((f"row {number}", "cell") for number in range(5))
    pieces: list[Piece] = []
    for lines in range(3, 30, 2):
        pieces += [
            paragraph("\n".join(["filling"] * lines)),
            Heading(2, f"Announced {lines}"),
            paragraph(f"Half past {lines}", "small"),
            Table(("Head", "Other"), rows),
        ]
    printed = office.printed(write_docx(page(*pieces), "letter", fonts=FONTS).data, "together")
    seen = 0
    for text in printed.pages():
        assert text.count("Announced") == text.count("Half past")
        assert text.count("row 0") == text.count("row 4") == text.count("Announced")
        seen += text.count("Announced")
    assert seen == 14
