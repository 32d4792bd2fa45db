"""Word documents as LibreOffice opens and prints them."""

import re
from collections.abc import Iterator

import pytest

from app.diagram import Box, Diagram, Label
from app.resources import resources_folder
from exports.page import (
    Bullets,
    Figure,
    Heading,
    NewPage,
    Page,
    Panel,
    Panels,
    Paper,
    Paragraph,
    Piece,
    Rule,
    Space,
    Span,
    Table,
    paragraph,
    spans,
)
from exports.writers.docx import write_docx
from exports.writers.typeset.font_folder import FontFolder
from tests.exports.writers.docx.office import Office, Printed, needs_office

FONTS = FontFolder(resources_folder() / "fonts", machine=())
pytestmark = needs_office

SHAPES = (Box(0, 0, 480, 120, "", "line", 8), Label(20, 20, 200, "Case clinics", 12))
DOTS = Table(("Note", "Dots"), (("Case clinics", "7"),))
FIGURE = Figure(
    Diagram(480, 120, SHAPES), "One note: case clinics.", "The note with most votes.", DOTS
)


def whole() -> Iterator[Piece]:
    """A charter that uses everything a page may hold."""
    yield paragraph("Charter · version 3", "eyebrow")
    yield Heading(1, "Bridge Inspection Practice")
    yield paragraph("Agreed to try, 15 January 2026", "small")
    yield Rule()
    yield paragraph("We take care of the craft of seeing.", "lead")
    yield Heading(2, "What we take care of", 1)
    voices = (Span("Inspection, "), Span("reading", strong=True), Span(" and advice."))
    yield Paragraph(voices)
    yield Panels((Panel("In scope", ("Cores", "Ratings"), "teal"), Panel("Not ours", ("Sensors",))))
    yield Heading(2, "The questions we hold", 2)
    yield Bullets((spans("Which cracks can wait?"), spans("How do we know?")), ordered=True)
    yield Bullets((spans("Another first one"),), ordered=True)
    yield Bullets((spans("A point"), spans("Another point")))
    yield Heading(2, "Who tends what", 3)
    rows = tuple((f"Role {number:02d}", "Aïcha Benali", "January 2027") for number in range(60))
    yield Table(("Role", "Held by", "Until"), rows, (0.4, 0.3, 0.3))
    yield NewPage()
    yield Heading(3, "A part of a part")
    yield FIGURE
    yield Space(20)
    yield paragraph("Who would you call first?", "say")
    yield paragraph("We stopped counting.", "quote")
    yield paragraph("שלום לכולם, Maude!")
    yield paragraph("مرحبا بكم في اللقاء")
    yield Table((), (("Ask for <b>time</b> & money", "Maude"),), caption="To do")


def page(*pieces: Piece, language: str = "en") -> Page:
    return Page(
        language,
        "Bridge Inspection Practice",
        "Bridges · Charter v3",
        "page {n} of {total}",
        "Figure {n}.",
        "The bridges",
        pieces,
    )


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return Office(tmp_path_factory.mktemp("office"))


@pytest.fixture(scope="module")
def charter(office: Office) -> Printed:
    return office.printed(write_docx(page(*whole()), "letter", fonts=FONTS).data, "charter")


def test_all_words_are_there_as_typed(charter: Printed) -> None:
    words = charter.words()
    for text in (
        *("CHARTER · VERSION 3", "Bridge Inspection Practice", "We take care of the craft"),
        *(
            "1 What we take care of",
            "Inspection, reading and advice.",
            "In scope • Cores • Ratings",
        ),
        *("A part of a part", "Figure 1. The note with most votes.", "Who would you call first?"),
        *("We stopped counting.", "To do", "Ask for <b>time</b> & money"),
    ):
        assert text in words


def test_each_numbered_list_begins_at_one(charter: Printed) -> None:
    words = charter.words()
    assert re.search(r"1\. Which cracks can wait\? 2\. How do we know\? 1\. Another first", words)


def test_heads_are_repeated_and_rows_stay_in_order(charter: Printed) -> None:
    pages = charter.pages()
    with_rows = [text for text in pages if "Role 0" in text or "Role 3" in text or "Role 5" in text]
    assert len(with_rows) >= 2
    for text in with_rows:
        assert re.search(r"Role\s+Held by\s+Until", text)
    assert re.findall(r"Role (\d\d)", " ".join(pages)) == [f"{number:02d}" for number in range(60)]


def test_every_page_has_its_foot(charter: Printed) -> None:
    pages = charter.pages()
    for number, text in enumerate(pages, 1):
        assert re.search(rf"Bridges · Charter v3\s+page {number} of {len(pages)}", text)


def test_the_picture_has_three_hundred_dots_an_inch(charter: Printed) -> None:
    (picture,) = charter.pictures()
    assert picture[3:5] == ["2000", "500"]
    assert picture[12:14] == ["300", "300"]


def test_text_from_the_right_begins_at_the_right(charter: Printed) -> None:
    (text,) = [text for text in charter.pages() if "We stopped counting" in text]
    left = next(line for line in text.splitlines() if "We stopped counting" in line)
    for words in ("Maude", "مرحبا"):
        (line,) = [line for line in text.splitlines() if words in line and "<b>" not in line]
        begins = len(line) - len(line.lstrip(" \u202a-\u202e"))
        assert begins > len(left) - len(left.lstrip()) + 20


@pytest.mark.parametrize(
    ("paper", "size"), [("a4", "595.304 x 841.89 pts"), ("letter", "612 x 792 pts")]
)
def test_paper_properties_and_fonts(office: Office, paper: Paper, size: str) -> None:
    pieces = (Heading(2, "Nos questions", 1), Bullets((spans("Où ?"),)), paragraph("Ça", "quote"))
    table = Table(("Rôle", "Jusqu’à"), (("Coordination", "2027"),))
    made = write_docx(page(*pieces, table, language="fr"), paper, fonts=FONTS)
    printed = office.printed(made.data, f"paper-{paper}")
    assert f"Page size:       {size}" in printed.info()
    assert "Title:           Bridge Inspection Practice" in printed.info()
    assert "Author:          The bridges" in printed.info()
    # They came with the document, wherever the machine has none of them.
    assert printed.fonts() == {
        *("Literata-Regular", "Literata-Bold", "Literata-Italic"),
        *("AtkinsonHyperlegibleNext-Regular", "AtkinsonHyperlegibleNext-Bold"),
    }


def test_no_heading_is_left_alone_at_the_foot_of_a_page(office: Office) -> None:
    pieces: list[Piece] = []
    for number in range(60):
        pieces.append(Heading(2, f"Heading number {number}"))
        pieces.append(paragraph("Words that follow it. " * (8 + number * 7 % 23)))
    printed = office.printed(write_docx(page(*pieces), "a4", fonts=FONTS).data, "headings")
    pages = printed.pages()
    assert len(pages) > 10
    for text in pages:
        *_, last, foot = [line for line in text.splitlines() if line.strip()]
        assert "Charter v3" in foot
        assert "Heading number" not in last


def test_a_row_longer_than_a_page_is_not_cut_off(office: Office) -> None:
    long = " ".join(f"word{number}" for number in range(2500))
    table = Table(("Question", "Answer"), (("Why?", long), ("And then?", "x" * 10_000)), (0.3, 0.7))
    printed = office.printed(write_docx(page(table), "a4", fonts=FONTS).data, "long")
    words = printed.words()
    assert [word for word in ("word0 ", "word1200 ", "word2499 ") if word not in words] == []
    assert words.count("x") >= 10_000


def test_tables_that_touch_stay_two(office: Office) -> None:
    one = Table(("A",), (("alpha",),))
    other = Table(("B", "C"), (("beta", "gamma"),))
    panels = Panels((Panel("P", ("delta",)),))
    made = write_docx(page(one, other, panels, NewPage(), one), "a4", fonts=FONTS)
    printed = office.printed(made.data, "touching")
    assert len(printed.pages()) == 2
    assert "alpha B C beta gamma P delta" in printed.words()


def test_no_word_is_broken_because_another_column_has_one_long_cell(office: Office) -> None:
    long = " ".join(f"Reason {n} for our rhythm, as it was said in the room." for n in range(8))
    heads = ("What", "How often", "How long", "For whom", "Interdisciplinarily", "Wednesday")
    rows = (
        ("Gathering", long, "Two hours", "Everybody", "Saskatchewan", "yes"),
        ("Open hour", "Weekly", "One hour", "Whoever", "no", "no"),
    )
    given = Table(
        ("At", "What", "Wall"), (("9:00", "Interdisciplinarily", "What?"),), (0.4, 0.1, 0.5)
    )
    piece = page(Table(heads, rows), given)
    words = office.printed(write_docx(piece, "letter", fonts=FONTS).data, "widths").words().split()
    assert words.count("Interdisciplinarily") == 2
    assert {"Gathering", "Everybody", "Whoever", "Saskatchewan", "Wednesday"} <= set(words)
