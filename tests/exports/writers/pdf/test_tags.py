"""What a reading machine is told, read back by poppler, pypdf and a checker of PDF/UA."""

import re
from io import BytesIO
from pathlib import Path
from typing import Any

import msgspec
import pypdf
import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from pdfua import validate

from app.diagram import Diagram, Label
from exports.page import (
    Bullets,
    Figure,
    Heading,
    Panel,
    Panels,
    Piece,
    Rule,
    Space,
    Table,
    paragraph,
    spans,
)
from exports.writers.pdf.pdf_writer import write_pdf
from exports.writers.typeset.font_folder import FontFolder
from tests.exports.writers.pdf import reading, sample


@pytest.fixture(scope="module")
def whole(fonts: FontFolder) -> bytes:
    """The whole sample as PDF."""
    return write_pdf(sample.page(), "letter", fonts=fonts).data


def _tree(fonts: FontFolder, folder: Path, *pieces: Piece) -> list[str]:
    """The tree of a page of these pieces, a line each, without its indentation."""
    data = write_pdf(sample.page(*pieces), "a4", fonts=fonts).data
    lines = reading.tagged_text(data, folder).replace(" (block)", "").splitlines()
    return [line.strip() for line in lines]


def test_headings_paragraphs_and_lists_are_told_apart(fonts: FontFolder, tmp_path: Path) -> None:
    tree = _tree(
        fonts,
        tmp_path,
        paragraph("Charter", "eyebrow"),
        Heading(1, "A title"),
        Rule(),
        Space(10),
        Heading(2, "A part", 1),
        paragraph("Some text."),
        Bullets((spans("one"), spans("two")), ordered=True),
        paragraph("Somebody said so.", "quote"),
    )
    assert tree == [
        *("Document", "P", '"CHARTER"', "H1", '"A title"', "H2", '"1 A part"'),
        *("P", '"Some text."', "L:", "/ListNumbering /Decimal"),
        *("LI", "Lbl", '"1."', "LBody", '"one"', "LI", "Lbl", '"2."', "LBody", '"two"'),
        *("BlockQuote", "P", '"Somebody said so."'),
    ]


def test_tables_panels_and_figures_are_told_apart(fonts: FontFolder, tmp_path: Path) -> None:
    empty = Table((), ())
    tree = _tree(
        fonts,
        tmp_path,
        Table(("What", "Who"), (("Ask", "Maude"),), caption="To do", strong_column=0),
        Table(("", ""), (("Ask", "Maude"),)),
        Panels((Panel("Ours", ("bridges", "cracks")), Panel("", ("one line",)))),
        Figure(Diagram(100, 50, (Label(0, 0, 90, "note"),)), "One note.", "All of them.", empty),
    )
    row, column = ("TH:", "/Scope /Row"), ("TH:", "/Scope /Column")
    assert tree == [
        *("Document", "Table", "Caption", '"To do"'),
        *("TR", *column, '"What"', *column, '"Who"', "TR", *row, '"Ask"', "TD", '"Maude"'),
        *("Table", "TR", *row, '"Ask"', "TD", '"Maude"'),
        *("Div", "P", '"Ours"', "L:", "/ListNumbering /Disc"),
        *("LI", "Lbl", '"•"', "LBody", '"bridges"', "LI", "Lbl", '"•"', "LBody", '"cracks"'),
        *("Div", "P", '"one line"'),
        *("Figure", '"note"', "Caption", '"Figure 1. All of them."'),
    ]


@pytest.mark.parametrize("script", sample.SCRIPTS)
def test_text_is_read_out_as_it_was_typed(script: str, fonts: FontFolder, tmp_path: Path) -> None:
    text = sample.SCRIPTS[script]
    assert _tree(fonts, tmp_path, paragraph(text)) == ["Document", "P", f'"{text}"']


def test_passages_in_another_language_say_so(fonts: FontFolder) -> None:
    """Paragraphs, items, cells and titles; what is in the page's own language does not."""
    ours, theirs = "la carte que nous tenons", "the map that we keep"
    pieces = (
        *(Heading(1, ours), paragraph(ours), Heading(2, theirs), paragraph(theirs)),
        Bullets((spans(theirs), spans(ours), spans("Photos"))),
        Table((ours, ours), ((theirs, ours),)),
        Panels((Panel(ours, (theirs, ours)), Panel(theirs, (theirs,)))),
    )
    page = msgspec.structs.replace(sample.page(*pieces), language="fr")
    root: Any = reading.opened(write_pdf(page, "a4", fonts=fonts).data).root_object
    assert root["/Lang"] == "fr"
    found = [one for one in _elements(root["/StructTreeRoot"]["/K"]) if "/Lang" in one]
    assert {one["/Lang"] for one in found} == {"en"}
    kinds = ["/H2", "/P", "/LBody", "/TD", "/LBody", "/P", "/P"]
    assert [one["/S"] for one in found] == kinds


def test_what_runs_from_the_right_is_drawn_sign_by_sign(fonts: FontFolder) -> None:
    """So that programs that turn around what is drawn at once read the same as those that do not.

    A mark stays with its letter.
    """
    data = write_pdf(sample.page(paragraph("שָׁלוֹם לכם")), "a4", fonts=fonts).data
    drawing = reading.opened(data).pages[0].get_contents()
    assert drawing is not None
    text = drawing.get_data().split(b"/Artifact")[0]
    assert text.count(b"Tm") == len("שלום לכם")
    shown = re.findall(rb"<([0-9A-F]+)>", text)
    assert len(shown) == len("שָׁלוֹם לכם")
    assert max(row.count(b"<") for row in re.findall(rb"\[(.*?)\] TJ", text)) == 3


def test_words_are_found_on_the_page(fonts: FontFolder, tmp_path: Path) -> None:
    data = write_pdf(sample.page(), "a4", fonts=fonts).data
    text = re.sub("[\u202a-\u202e]", "", reading.plain_text(data, tmp_path))
    for word in ("naïveté", "γέφυρα", "слушает", "विद्यार्थी", "שמקשיב", "👩‍🔧"):
        assert word in text
    assert "يتكلم" in text


def test_no_level_of_headings_is_left_out(fonts: FontFolder, tmp_path: Path) -> None:
    pieces = (Heading(3, "a"), Heading(6, "b"), Heading(1, "c"), Heading(3, "d"), Heading(2, "e"))
    tree = _tree(fonts, tmp_path, *pieces)
    assert [line for line in tree if line.startswith("H")] == ["H1", "H2", "H1", "H2", "H2"]


def test_a_paragraph_over_two_pages_stays_one(fonts: FontFolder, tmp_path: Path) -> None:
    tree = _tree(fonts, tmp_path, paragraph("word " * 900))
    assert tree.count("P") == 1
    assert sum(line.count("word") for line in tree) == 900


def test_the_checker_finds_nothing(whole: bytes, tmp_path: Path) -> None:
    path = tmp_path / "sample.pdf"
    path.write_bytes(whole)
    report = validate(str(path))
    assert not report.findings
    assert not report.skipped, report.skipped


def test_the_document_says_what_it_is(fonts: FontFolder) -> None:
    page = sample.page(Heading(1, "Titre"), language="fr")
    reader = reading.opened(write_pdf(page, "a4", fonts=fonts).data)
    root: Any = reader.root_object
    assert root["/Lang"] == "fr"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata is not None
    assert reader.metadata.title == "Bridge Inspection Practice"
    assert reader.xmp_metadata is not None
    assert reader.xmp_metadata.dc_title == {"x-default": "Bridge Inspection Practice"}
    packet = root["/Metadata"].get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in packet
    assert reader.metadata.creation_date is None


def test_every_mark_has_its_place_in_the_tree(whole: bytes) -> None:
    reader = reading.opened(whole)
    root: Any = reader.root_object
    numbers = root["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    owners = dict(zip(numbers[::2], numbers[1::2], strict=True))
    for place, page in enumerate(reader.pages):
        entries: dict[str, Any] = page
        assert entries["/StructParents"] == place
        assert entries["/Tabs"] == "/S"
        drawn = reading.drawing(page)
        marks = re.findall(rb"/(\w+) <</MCID (\d+)>> BDC", drawn)
        assert [int(mark) for _, mark in marks] == list(range(len(owners[place])))
        for (kind, _), owner in zip(marks, owners[place], strict=True):
            assert owner.get_object()["/S"] == f"/{kind.decode()}"


def test_nothing_is_drawn_without_a_mark(whole: bytes) -> None:
    for page in reading.opened(whole).pages:
        inside = False
        for line in reading.drawing(page).decode().splitlines():
            if line.endswith("BDC"):
                assert not inside
                inside = True
            elif line == "EMC":
                inside = False
            else:
                assert inside, line


def test_the_running_foot_is_no_content(whole: bytes, tmp_path: Path) -> None:
    assert "Charter v3" not in reading.tagged_text(whole, tmp_path)
    assert "Charter v3" in reading.plain_text(whole, tmp_path)


def test_headings_are_bookmarks_that_lead_to_their_page(whole: bytes) -> None:
    reader = reading.opened(whole)

    def told(entries: Any) -> list[Any]:
        return [
            told(entry)
            if isinstance(entry, list)
            else (entry.title, reader.get_destination_page_number(entry))
            for entry in entries
        ]

    title, parts = told(reader.outline)
    assert title == ("Bridge Inspection Practice", 0)
    assert parts[:4] == [
        ("1 What we take care of", 0),
        ("2 The questions we hold", 0),
        ("3 Who tends what", 0),
        ("What gives and takes energy", 1),
    ]
    assert parts[4] == [("Decided", 1), ("To do", 1)]


def test_figures_say_in_words_what_they_show(whole: bytes) -> None:
    reader = reading.opened(whole)
    root: Any = reader.root_object
    found = [kid for kid in _elements(root["/StructTreeRoot"]["/K"]) if kid["/S"] == "/Figure"]
    assert [figure["/Alt"] for figure in found] == [sample.figure().alternative]


def _elements(kids: Any) -> list[Any]:
    found: list[Any] = []
    for kid in kids if isinstance(kids, pypdf.generic.ArrayObject) else [kids]:
        element = kid.get_object()
        if isinstance(element, dict) and "/S" in element:
            found += [element, *_elements(element.get("/K", pypdf.generic.ArrayObject()))]
    return found


def test_fonts_are_embedded_and_say_their_widths_truly(whole: bytes) -> None:
    page: Any = reading.opened(whole).pages[0]
    fonts = page["/Resources"]["/Font"]
    assert len(fonts) > 5
    for entry in fonts.values():
        font = entry.get_object()["/DescendantFonts"][0].get_object()
        program = TTFont(BytesIO(font["/FontDescriptor"]["/FontFile2"].get_data()))
        places = font["/CIDToGIDMap"].get_data()
        first, widths = font["/W"]
        assert first == 1
        assert len(widths) == len(places) // 2 - 1
        for code, width in enumerate(widths, 1):
            glyph = int.from_bytes(places[2 * code : 2 * code + 2], "big")
            told, _ = program["hmtx"].metrics[program.getGlyphName(glyph)]
            assert float(width) == pytest.approx(told * 1000 / program["head"].unitsPerEm, abs=0.5)
