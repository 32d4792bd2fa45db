"""Text that no page was made for: it is printed as it stands, and nothing breaks."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.diagram import Diagram, Label
from exports.page import (
    Bullets,
    Figure,
    Heading,
    Page,
    Panel,
    Panels,
    Piece,
    Table,
    paragraph,
    spans,
)
from exports.writers.pdf.pdf_writer import write_pdf
from exports.writers.typeset.font_folder import FontFolder
from tests.exports.writers.pdf import reading, sample
from tests.exports.writers.typeset.making import make_font

_FONTS = Path(__file__).parents[4] / "resources" / "fonts"
_MARKUP = '<para><b>bold</b></para> &amp; &lt; <font color="red"> {n} %s (paren\\ ) <</A>> ]TJ'


def _everywhere(text: str) -> tuple[Piece, ...]:
    """A text in every kind of piece."""
    return (
        paragraph(text, "eyebrow"),
        Heading(1, text),
        Heading(2, text, 1),
        paragraph(text),
        paragraph(text, "quote"),
        Bullets((spans(text), spans(text, strong=True))),
        Table((text, "b"), ((text, ""), ("", text)), caption=text),
        Panels((Panel(text, (text,)), Panel("", ()))),
        Figure(Diagram(200, 80, (Label(0, 0, 90, text),)), text, text, Table((), ())),
    )


def _page(text: str) -> Page:
    return Page("en", text, text, "{n} / {total}", "Figure {n}.", text, _everywhere(text))


def test_markup_is_printed_as_it_stands(fonts: FontFolder, tmp_path: Path) -> None:
    data = write_pdf(_page(_MARKUP), "letter", fonts=fonts).data
    tree = reading.tagged_text(data, tmp_path)
    assert tree.count(_MARKUP) >= 8
    assert reading.opened(data).metadata == {
        "/Title": _MARKUP,
        "/Author": _MARKUP,
        "/Creator": "Hearth",
    }


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.text(max_size=60))
def test_any_text_makes_a_document_that_opens(fonts: FontFolder, tmp_path: Path, text: str) -> None:
    written = write_pdf(_page(text), "a4", fonts=fonts)
    assert not reading.missing_glyphs(written.data)
    reading.plain_text(written.data, tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        "W" * 10_000,
        "سلام" * 2_500,
        "क्ष" * 3_000,
        "word " * 2_000,
        "\n" * 500,
        " " * 10_000,
        "e" + "\u0301" * 2_000,
        "\u202e" * 300 + "abc",
        "\u2067" * 200 + "abc",
        "\ud83d\ud83d",
        "\x00\x01\x02\x1b[31m",
        "👩‍" * 300,
    ],
    ids=lambda text: ascii(text[:6]),
)
def test_too_much_of_anything_still_prints(fonts: FontFolder, tmp_path: Path, text: str) -> None:
    pieces = (
        Heading(1, text),
        Table(("a", "b"), ((text, "short"),)),
        Panels((Panel("Title", (text,)), Panel("", ()))),
        Figure(Diagram(200, 80, (Label(0, 0, 90, text),)), text, "", Table((), ())),
    )
    page = Page("en", text, text, "{n} / {total}", "Figure {n}.", text, pieces)
    data = write_pdf(page, "a4", fonts=fonts).data
    assert not reading.missing_glyphs(data)
    reading.plain_text(data, tmp_path)


def test_an_override_ends_with_its_paragraph(fonts: FontFolder, tmp_path: Path) -> None:
    page = sample.page(paragraph("turned \u202e turned"), paragraph("straight on"))
    data = write_pdf(page, "a4", fonts=fonts).data
    assert "straight on" in reading.plain_text(data, tmp_path)


def test_what_no_font_has_prints_as_its_number_and_warns(fonts: FontFolder, tmp_path: Path) -> None:
    page = sample.page(paragraph("a \U00013000 b 橋\x07"))
    written = write_pdf(page, "a4", fonts=fonts)
    assert "a U+13000 b U+6A4B" in reading.plain_text(written.data, tmp_path)
    assert [(warning.code, dict(warning.values)) for warning in written.warnings] == [
        ("control-characters", {"count": "1"}),
        ("no-glyph", {"character": "\U00013000", "shown": "U+13000"}),
        ("no-glyph", {"character": "橋", "shown": "U+6A4B"}),
    ]


@pytest.mark.parametrize("postscript", [False, True])
def test_letters_of_the_machine_are_embedded_and_found(tmp_path: Path, postscript: bool) -> None:
    make_font(tmp_path / "SomeHei.otf", "橋梁点検", postscript=postscript)
    written = write_pdf(
        sample.page(paragraph("橋 梁 検")), "a4", fonts=FontFolder(_FONTS, machine=(tmp_path,))
    )
    assert not written.warnings
    assert not reading.missing_glyphs(written.data)
    assert "橋梁検" in reading.plain_text(written.data, tmp_path).replace(" ", "")
    image = reading.picture(written.data, tmp_path, 144).crop((120, 110, 140, 170))
    dark = image.point(lambda value: 255 if value < 128 else 0)
    left, top, right, bottom = dark.getbbox() or (0, 0, 0, 0)
    # The first letter is drawn as the square that its font has for it.
    assert 8 < right - left < 16
    assert abs((right - left) - (bottom - top)) <= 2


def test_the_sample_uses_no_missing_glyph(fonts: FontFolder) -> None:
    assert not reading.missing_glyphs(write_pdf(sample.page(), "a4", fonts=fonts).data)


def test_a_missing_glyph_would_be_noticed(
    fonts: FontFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("exports.writers.typeset.graphemes.drawn", lambda cluster: "a")
    data = write_pdf(sample.page(paragraph("橋")), "a4", fonts=fonts).data
    assert reading.missing_glyphs(data)
