"""What stands in a Word document: its styles, its marks for machines, text of any kind."""

import uuid
import zipfile
from io import BytesIO

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from hypothesis import given, settings
from hypothesis import strategies as st

from app.diagram import Diagram, Label
from app.resources import resources_folder
from exports.page import (
    Bullets,
    Figure,
    Heading,
    NewPage,
    Page,
    Panel,
    Panels,
    Paragraph,
    Piece,
    Space,
    Span,
    Table,
    paragraph,
    spans,
)
from exports.writers.clean_text import clean, one_line
from exports.writers.docx import write_docx
from exports.writers.docx.embedded_fonts import disguise
from exports.writers.result import Cancelled
from exports.writers.result import Warning as Found
from exports.writers.typeset.font_folder import FontFolder

FONTS = FontFolder(resources_folder() / "fonts", machine=())
EMPTY = Table((), ())


def page(*pieces: Piece, language: str = "en", title: str = "Bridges") -> Page:
    return Page(language, title, "Foot", "{n} of {total}", "Figure {n}.", "The bridges", pieces)


def written(*pieces: Piece, language: str = "en") -> Document:
    made = write_docx(page(*pieces, language=language), "letter", fonts=FONTS)
    return docx.Document(BytesIO(made.data))


def styles(document: Document) -> list[tuple[str, str]]:
    return [(one.style.name, one.text) for one in document.paragraphs if one.style is not None]


def test_every_voice_has_a_style_that_word_knows() -> None:
    document = written(
        paragraph("eyebrow", "eyebrow"),
        Heading(1, "title"),
        paragraph("small", "small"),
        paragraph("lead", "lead"),
        Heading(2, "part", 1),
        paragraph("body"),
        Heading(3, "under"),
        paragraph("quote", "quote"),
        Heading(4, "deeper"),
        paragraph("say", "say"),
        Bullets((spans("point"),)),
        Bullets((spans("first"),), ordered=True),
    )
    assert styles(document) == [
        ("Subtitle", "eyebrow"),
        ("Title", "title"),
        ("Body Text 3", "small"),
        ("Body Text 2", "lead"),
        ("Heading 1", "1\u00a0\u00a0part"),
        ("Body Text", "body"),
        ("Heading 2", "under"),
        ("Quote", "quote"),
        ("Heading 3", "deeper"),
        ("Intense Quote", "say"),
        ("List Bullet", "point"),
        ("List Number", "first"),
    ]


def test_a_style_says_how_numbered_parts_look_and_only_others_differ() -> None:
    document = written(Heading(2, "One", 1), Heading(2, "Two", 2), Heading(2, "Thanks"))
    style = document.styles["Heading 1"]
    assert str(style.font.color.rgb) == "1D6A6A"
    own = [one.runs[0].font.color.rgb for one in document.paragraphs]
    assert [str(colour) if colour else None for colour in own] == [None, None, "1F2A33"]


def test_headings_stay_with_what_follows() -> None:
    document = written()
    for name in ("Title", "Heading 1", "Heading 2", "Heading 3", "Subtitle"):
        assert document.styles[name].paragraph_format.keep_with_next


def test_it_says_its_title_author_and_language() -> None:
    document = written(language="fr")
    core = document.core_properties
    assert (core.title, core.author, core.language) == ("Bridges", "The bridges", "fr-CA")
    assert core.comments == ""
    languages = document.styles.element.findall(f".//{qn('w:lang')}")
    assert [one.get(qn("w:val")) for one in languages] == ["fr-CA"]


def test_all_styles_name_fonts_for_all_scripts() -> None:
    fonts = written().styles.element.findall(f".//{qn('w:rFonts')}")
    assert len(fonts) > 10
    for one in fonts:
        assert all(one.get(qn(f"w:{kind}")) for kind in ("ascii", "hAnsi", "cs", "eastAsia"))


def test_tables_have_heads_that_repeat_and_rows_that_stay_whole() -> None:
    rows = (("Coordinator", "Nora"), ("Sponsor",))
    document = written(Table(("Role", "Held by"), rows, strong_column=0, caption="Roles"))
    (table,) = document.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Role", "Held by"],
        ["Coordinator", "Nora"],
        ["Sponsor", ""],
    ]
    heads = [row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in table.rows]
    assert heads == [True, False, False]
    assert all(row._tr.find(f".//{qn('w:cantSplit')}") is not None for row in table.rows)
    assert [one.style.name for one in table.rows[1].cells[0].paragraphs[0].runs if one.style] == [
        "Strong"
    ]
    assert styles(document)[0] == ("Caption", "Roles")


def test_a_row_that_may_fill_a_page_may_be_split() -> None:
    document = written(Table(("A", "B"), (("word " * 400, "b"),)))
    row = document.tables[0].rows[1]
    assert row._tr.find(f".//{qn('w:cantSplit')}") is None


def test_columns_take_their_shares_of_the_whole_width() -> None:
    document = written(Table(("A", "B"), (("a", "b"),), (0.75, 0.25)))
    widths = [column.width for column in document.tables[0].columns]
    assert None not in widths
    assert [round(width.pt) for width in widths if width is not None] == [369, 123]


def test_panels_are_tinted_boxes_without_heads() -> None:
    panels = (Panel("In scope", ("Cores", "Ratings"), "teal"), Panel("", (), "ember"))
    (table,) = written(Panels(panels)).tables
    assert [cell.text for cell in table.rows[0].cells] == ["In scope\nCores\nRatings", ""]
    fills = [one.get(qn("w:fill")) for one in table._tbl.findall(f".//{qn('w:shd')}")]
    assert fills == ["E0EFEE", "F9E7E1"]
    assert table._tbl.find(f".//{qn('w:tblHeader')}") is None


def test_figures_have_words_for_whoever_cannot_see_them_and_a_number() -> None:
    shapes = (Label(10, 10, 80, "Case\x02 clinics \U00012345"),)
    figure = Figure(Diagram(300, 100, shapes), 'Six "notes" & <votes>.', "The notes.", EMPTY)
    made = write_docx(page(figure, figure), "a4", fonts=FONTS)
    document = docx.Document(BytesIO(made.data))
    pictures = document.element.body.findall(f".//{qn('wp:docPr')}")
    assert [one.get("descr") for one in pictures] == ['Six "notes" & <votes>.'] * 2
    assert [one.get("name") for one in pictures] == ["Figure 1", "Figure 2"]
    captions = [text for style, text in styles(document) if style == "Caption"]
    assert captions == ["Figure 1. The notes.", "Figure 2. The notes."]
    assert made.warnings == (
        Found("control-characters", {"count": "2"}),
        Found("no-glyph", {"character": "\U00012345", "shown": "U+12345"}),
    )


def test_a_figure_too_large_for_the_paper_is_made_smaller() -> None:
    document = written(Figure(Diagram(1000, 3000, ()), "a", "b", EMPTY))
    shape = document.inline_shapes[0]
    assert shape.height.pt < 620
    assert shape.width.pt / shape.height.pt == pytest.approx(1 / 3, abs=0.01)


def test_space_and_new_pages_say_nothing_of_their_own() -> None:
    document = written(
        NewPage(), paragraph("one"), Space(30), paragraph("two"), NewPage(), paragraph("three")
    )
    one, two, three = document.paragraphs
    assert [text.paragraph_format.page_break_before for text in (one, two, three)] == [
        None,
        None,
        True,
    ]
    assert two.paragraph_format.space_before is not None
    assert two.paragraph_format.space_before.pt == 35


def test_an_empty_page_is_a_document() -> None:
    assert len(written().paragraphs) == 1
    assert len(written(EMPTY, Panels(()), Bullets(())).paragraphs) == 1


def test_text_from_the_right_is_marked_piece_by_piece() -> None:
    document = written(paragraph("שלום, Maude (12)!"), paragraph("Maude says שלום."))
    first, second = (one._p for one in document.paragraphs)
    assert first.pPr is not None
    assert first.pPr.find(qn("w:bidi")) is not None
    assert second.pPr is not None
    assert second.pPr.find(qn("w:bidi")) is None
    turned = [
        [(run.text, run._r.find(f".//{qn('w:rtl')}") is not None) for run in one.runs]
        for one in document.paragraphs
    ]
    assert turned == [
        [("שלום, ", True), ("Maude", False), (" (12)!", True)],
        [("Maude says ", False), ("שלום", True), (".", False)],
    ]


def test_passages_in_another_language_say_so() -> None:
    document = written(
        paragraph("la carte que nous tenons"),
        paragraph("the map that we keep"),
        Table(("Quoi",), (("the map that we keep",),)),
        language="fr",
    )
    spoken = [
        (run.text, lang.get(qn("w:val")))
        for run in document.element.body.iter(qn("w:r"))
        for lang in run.iter(qn("w:lang"))
    ]
    assert spoken == [("the map that we keep", "en-CA")] * 2


TYPED = st.text() | st.text("<>&\"'\x00\x01\x0b\x1b\u2028\ufffe\t\n\r א3ب😀é")


@settings(max_examples=30)  # a whole document each
@given(TYPED, TYPED, TYPED)
def test_any_text_comes_back(body: str, cell: str, title: str) -> None:
    pieces = (
        Heading(2, title),
        Paragraph((Span(body, strong=True), Span(cell, emphasis=True))),
        Bullets((spans(cell),), ordered=True),
        Table((title,), ((cell,),), caption=title),
        Panels((Panel(title or "-", (cell,)),)),
    )
    made = write_docx(page(*pieces, title=title), "a4", fonts=FONTS)
    document = docx.Document(BytesIO(made.data))
    heading, text, item, *_ = document.paragraphs
    assert heading.text == one_line(title)
    assert text.text == clean(body) + clean(cell)
    assert item.text == clean(cell)
    facts, panels = document.tables
    assert facts.rows[-1].cells[0].text == clean(cell)
    assert panels.rows[0].cells[0].text == f"{clean(title or '-')}\n{clean(cell)}"
    assert document.core_properties.title == one_line(title)[:255]


def test_control_characters_are_counted() -> None:
    made = write_docx(page(paragraph("a\x07b"), Table(("\x1b",), ())), "a4", fonts=FONTS)
    assert made.warnings == (Found("control-characters", {"count": "2"}),)


def test_the_fonts_inside_are_the_house_s_own_undisguised_by_their_keys() -> None:
    originals = [path.read_bytes() for path in (resources_folder() / "fonts").glob("*.ttf")]
    data = write_docx(page(), "a4", fonts=FONTS).data
    with zipfile.ZipFile(BytesIO(data)) as package:
        table = parse_xml(package.read("word/fontTable.xml"))
        rels = parse_xml(package.read("word/_rels/fontTable.xml.rels"))
        targets = {one.get("Id"): one.get("Target") for one in rels}
        fonts = [one for font in table for one in font if one.get(qn("w:fontKey"))]
        assert len(fonts) == 6
        for one in fonts:
            key = uuid.UUID(one.get(qn("w:fontKey")))
            font = disguise(package.read(f"word/{targets[one.get(qn('r:id'))]}"), key)
            assert font[:4] == b"\x00\x01\x00\x00"
            assert font in originals


def test_nothing_of_the_template_is_left() -> None:
    data = write_docx(page(), "a4", fonts=FONTS).data
    with zipfile.ZipFile(BytesIO(data)) as package:
        names = set(package.namelist())
        everything = b"".join(package.read(name) for name in names if name.endswith(".xml"))
    assert not [name for name in names if "thumbnail" in name or "customXml" in name]
    assert b"python-docx" not in everything
    assert b"2013" not in package_properties(data)


def package_properties(data: bytes) -> bytes:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return package.read("docProps/core.xml")


def test_progress_goes_from_nothing_to_all() -> None:
    shares: list[float] = []
    pieces = [paragraph(str(number)) for number in range(9)]
    write_docx(page(*pieces), "a4", fonts=FONTS, progress=shares.append)
    assert shares == sorted(shares)
    assert shares[0] == 0
    assert shares[-1] == 1
    assert len(shares) >= len(pieces)


@pytest.mark.parametrize("after", [0, 3, 6])
def test_it_stops_when_asked(after: int) -> None:
    asked: list[bool] = []

    def cancelled() -> bool:
        asked.append(len(asked) >= after)
        return asked[-1]

    pieces = [paragraph(str(number)) for number in range(5)]
    with pytest.raises(Cancelled):
        write_docx(page(*pieces), "a4", fonts=FONTS, cancelled=cancelled)
    assert asked == [False] * after + [True]
