"""Where things come to stand on paper."""

import re
from pathlib import Path

import pypdf
import pytest

from app.diagram import Box, Diagram, Dot, Label, Stroke
from exports.page import (
    Bullets,
    Figure,
    Heading,
    NewPage,
    Paper,
    Piece,
    Space,
    Table,
    paragraph,
    spans,
)
from exports.writers.pdf.pdf_writer import write_pdf
from exports.writers.result import Cancelled
from exports.writers.typeset.font_folder import FontFolder
from tests.exports.writers.pdf import reading, sample

_NO_TABLE = Table((), ())


def _pages(fonts: FontFolder, *pieces: Piece) -> list[str]:
    """The text of each page of these pieces, foot included."""
    data = write_pdf(sample.page(*pieces), "a4", fonts=fonts).data
    return [page.extract_text() for page in reading.opened(data).pages]


@pytest.mark.parametrize(("paper", "size"), [("a4", (595.28, 841.89)), ("letter", (612.0, 792.0))])
def test_paper_has_its_size(fonts: FontFolder, paper: Paper, size: tuple[float, float]) -> None:
    data = write_pdf(sample.page(paragraph("x")), paper, fonts=fonts).data
    box = reading.opened(data).pages[0].mediabox
    assert (float(box.width), float(box.height)) == pytest.approx(size, abs=0.01)


def test_the_same_page_gives_the_same_bytes(fonts: FontFolder) -> None:
    first = write_pdf(sample.page(), "a4", fonts=fonts).data
    assert write_pdf(sample.page(), "a4", fonts=fonts).data == first
    other = write_pdf(sample.page(paragraph("x")), "a4", fonts=fonts).data
    assert reading.opened(other).trailer["/ID"] != reading.opened(first).trailer["/ID"]


def test_every_page_has_its_number(fonts: FontFolder) -> None:
    pages = _pages(fonts, paragraph("one"), NewPage(), paragraph("two"), NewPage(), NewPage())
    assert len(pages) == 2
    assert ["1 of 2" in pages[0], "2 of 2" in pages[1]] == [True, True]


def test_an_empty_document_is_one_page(fonts: FontFolder) -> None:
    assert len(_pages(fonts, Space(5))) == 1


@pytest.mark.parametrize("lines", range(28, 42))
def test_a_heading_is_never_left_behind(fonts: FontFolder, lines: int) -> None:
    filler = paragraph("\n".join(["filling"] * lines))
    table = Table(("Head",), (("row",),) * 3)
    for following in (paragraph("after " * 60), table, sample.figure(), Bullets((spans("b"),))):
        pages = _pages(fonts, filler, Heading(2, "Announced"), following)
        (page,) = [page for page in pages if "Announced" in page]
        after = page.split("Announced")[1].replace("Bridge Inspection Practice · Charter v3", "")
        assert re.sub(r"\d of \d", "", after).strip(), lines


@pytest.mark.parametrize("lines", range(36, 44))
def test_no_line_of_a_paragraph_stands_alone(fonts: FontFolder, lines: int) -> None:
    filler = paragraph("\n".join(["filling"] * lines))
    pages = _pages(fonts, filler, paragraph("\n".join(["alone"] * 4)))
    assert {page.count("alone") for page in pages} <= {0, 2, 4}


def test_a_table_breaks_between_rows_and_repeats_its_heads(
    fonts: FontFolder, tmp_path: Path
) -> None:
    rows = tuple((f"row {place} begins", f"row {place} ends") for place in range(80))
    data = write_pdf(sample.page(Table(("First", "Second"), rows)), "a4", fonts=fonts).data
    pages = [page.extract_text() for page in reading.opened(data).pages]
    assert len(pages) > 2
    for page in pages:
        assert page.count("First") == page.count("Second") == 1
        begun = re.findall(r"row (\d+) begins", page)
        assert begun == re.findall(r"row (\d+) ends", page)
        assert len(begun) > 1
    # Said once to a reading machine, however often it is printed.
    assert reading.tagged_text(data, tmp_path).count('"First"') == 1


def test_a_row_longer_than_a_page_is_broken_by_lines(fonts: FontFolder) -> None:
    pages = _pages(fonts, Table(("A", "B"), (("long " * 3000, "short"), ("last", "row"))))
    assert len(pages) > 3
    assert sum(page.count("long") for page in pages) == 3000
    assert "last" in pages[-1]


def test_rows_of_unequal_length_lose_nothing(fonts: FontFolder) -> None:
    (page,) = _pages(fonts, Table(("A", "B"), (("only",), ("one", "two", "three"), ())))
    assert all(word in page for word in ("only", "one", "two", "three"))


def test_figures_are_numbered_and_drawn_as_vectors(fonts: FontFolder) -> None:
    data = write_pdf(sample.page(sample.figure(), sample.figure()), "a4", fonts=fonts).data
    reader = reading.opened(data)
    text = "".join(page.extract_text() for page in reader.pages)
    assert "Figure 1." in text
    assert "Figure 2." in text
    assert not any(page.images for page in reader.pages)
    assert "Case clinics" in text


def test_a_figure_wider_than_the_text_is_made_smaller(fonts: FontFolder, tmp_path: Path) -> None:
    shapes = (
        Box(0, 0, 1000, 4000, fill="green"),
        Stroke(0, 0, 1000, 4000, "ink", 8),
        Dot(500, 2000, 300, fill="rose", stroke="ink"),
    )
    page = sample.page(Figure(Diagram(1000, 4000, shapes), "Shapes.", "Shapes.", _NO_TABLE))
    data = write_pdf(page, "a4", fonts=fonts).data
    assert len(reading.opened(data).pages) == 1
    image = reading.picture(data, tmp_path, 36)
    inked = image.point(lambda value: 255 if value < 250 else 0).getbbox()
    assert inked is not None
    left, top, right, _ = inked
    assert left >= 29
    assert top >= 29
    assert right <= image.width - 29


def test_a_label_has_no_more_lines_than_it_may(fonts: FontFolder) -> None:
    label = Label(0, 0, 60, "one two three four five six seven eight nine ten", size=9, lines=2)
    figure = Figure(Diagram(100, 50, (label,)), "A label.", "", _NO_TABLE)
    (page,) = _pages(fonts, figure)
    assert "…" in page
    assert "one" in page
    assert "ten" not in page


def test_space_is_left_where_asked_but_not_at_the_top(fonts: FontFolder) -> None:
    def heights(*pieces: Piece) -> list[float]:
        found: list[float] = []

        def visit(text: str, _cm: object, matrix: list[float], *_: object) -> None:
            if text.strip() in ("upper", "lower"):
                found.append(matrix[5])

        page: pypdf.PageObject = reading.opened(
            write_pdf(sample.page(*pieces), "a4", fonts=fonts).data
        ).pages[0]
        page.extract_text(visitor_text=visit)
        return found

    upper, lower = paragraph("upper"), paragraph("lower")
    plain = heights(upper, lower)
    apart = heights(Space(40), upper, Space(40), lower)
    assert apart[0] == plain[0]
    assert plain[1] - apart[1] == pytest.approx(40, abs=0.1)


def test_a_stage_may_lend_its_colour(fonts: FontFolder) -> None:
    import msgspec

    page = sample.page(paragraph("Renewal", "eyebrow"))
    violet = msgspec.structs.replace(page, accent="#75478A")
    drawn = [
        reading.drawing(reading.opened(write_pdf(it, "a4", fonts=fonts).data).pages[0])
        for it in (page, violet)
    ]
    assert b"0.459 0.278 0.541 rg" in drawn[1]
    assert b"0.459 0.278 0.541 rg" not in drawn[0]


def test_progress_rises_to_the_end(fonts: FontFolder) -> None:
    told: list[float] = []
    write_pdf(sample.page(), "a4", fonts=fonts, progress=told.append)
    assert told == sorted(told)
    assert told[0] < 0.1
    assert told[-1] == 1.0
    assert len(told) > 20


@pytest.mark.parametrize("asked", [1, 5, 25, 30])
def test_work_stops_when_asked(fonts: FontFolder, asked: int) -> None:
    calls = iter(range(1000))
    with pytest.raises(Cancelled):
        write_pdf(sample.page(), "a4", fonts=fonts, cancelled=lambda: next(calls) + 1 == asked)
