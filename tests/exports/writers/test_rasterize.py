"""A figure as a picture: it says the same, at the same places, as the same figure in print."""

import subprocess
from io import BytesIO
from pathlib import Path
from shutil import which

import pytest
from PIL import Image, ImageChops

from app.diagram import Box, Diagram, Dot, Label, Shape, Stroke
from app.resources import resources_folder
from exports.page import Figure, Page, Table
from exports.writers.pdf.pdf_writer import write_pdf
from exports.writers.rasterize import draw_png
from exports.writers.typeset.font_folder import FontFolder
from exports.writers.typeset.typesetter import Typesetter

FONTS = FontFolder(resources_folder() / "fonts", machine=())
DOT = 300 / 72


def diagram(*shapes: Shape, width: float = 200, height: float = 100) -> Diagram:
    return Diagram(width, height, shapes)


def draw(*shapes: Shape, setter: Typesetter | None = None) -> Image.Image:
    png = draw_png(diagram(*shapes), setter or Typesetter(FONTS))
    return Image.open(BytesIO(png))


def colour(image: Image.Image, x: float, y: float) -> str:
    """The colour at a place given in points."""
    red, green, blue = image.convert("RGB").getpixel((int(x * DOT), int(y * DOT)))  # type: ignore[misc]
    return f"#{red:02X}{green:02X}{blue:02X}"


def ink(image: Image.Image) -> tuple[float, float, float, float]:
    """Where anything but white stands: left, top, right, bottom in points."""
    box = ImageChops.invert(image.convert("L")).getbbox()
    assert box is not None
    left, top, right, bottom = (side / DOT for side in box)
    return left, top, right, bottom


def test_the_picture_has_three_hundred_dots_an_inch() -> None:
    image = draw()
    assert image.format == "PNG"
    assert image.size == (833, 417)
    assert image.info["dpi"] == pytest.approx((300, 300), abs=0.1)
    assert image.convert("RGB").getcolors() == [(833 * 417, (255, 255, 255))]


def test_boxes_have_fill_edge_and_round_corners() -> None:
    image = draw(Box(20, 20, 60, 40, "green", "ink", radius=10, line=2))
    assert colour(image, 50, 40) == "#DDF0D2"
    assert colour(image, 50, 20) == "#1F2A33"
    assert colour(image, 20.5, 20.5) == "#FFFFFF"
    assert ink(image) == pytest.approx((19, 19, 81, 61), abs=0.3)


def test_a_frame_around_the_whole_figure_is_seen_on_all_four_sides() -> None:
    image = draw(Box(0, 0, 200, 100, "", "ember", line=1))
    for x, y in ((100, 0.1), (100, 99.8), (0.1, 50), (199.8, 50)):
        assert colour(image, x, y) == "#A83F23"
    assert colour(image, 100, 50) == "#FFFFFF"


def test_discs_are_filled_or_open() -> None:
    image = draw(Dot(30, 30, 10, "ink"), Dot(70, 30, 10, "", "teal"))
    assert colour(image, 30, 30) == "#1F2A33"
    assert colour(image, 70, 30) == "#FFFFFF"
    assert colour(image, 70, 20.05) == "#1D6A6A"
    assert ink(image) == pytest.approx((20, 19.6, 80.4, 40.4), abs=0.3)


def test_lines_whole_slanted_and_in_dashes() -> None:
    image = draw(
        Stroke(10, 10, 190, 10, "ember", 2),
        Stroke(10, 30, 190, 90, "ember", 2),
        Stroke(10, 95, 190, 95, "ember", 2, dashed=True),
    )
    assert colour(image, 100, 10) == colour(image, 100, 60) == "#A83F23"
    row = image.convert("L").crop((0, int(95 * DOT), 833, int(95 * DOT) + 1))
    dark = [value < 128 for value in row.tobytes()]
    dashes = sum(now and not before for before, now in zip([False, *dark], dark, strict=False))
    assert dashes == 13  # 180 points, a dash of 8 every 14
    assert sum(dark) / DOT == pytest.approx(13 * 8, abs=4)


def test_a_line_without_length_is_harmless() -> None:
    draw(Stroke(10, 10, 10, 10, "ember"), Stroke(10, 10, 10, 10, "ember", dashed=True))


def test_labels_stand_where_they_are_told() -> None:
    text = "Field days"
    left = ink(draw(Label(50, 40, 100, text, size=10)))
    right = ink(draw(Label(50, 40, 100, text, size=10, align="right")))
    centre = ink(draw(Label(50, 40, 100, text, size=10, align="centre")))
    assert left[0] == pytest.approx(50.8, abs=0.6)
    assert right[2] == pytest.approx(149.6, abs=0.6)
    assert (centre[0] + centre[2]) / 2 == pytest.approx(100, abs=0.6)
    assert 40 < left[1] < left[3] < 40 + 1.28 * 10


def test_text_from_the_right_stands_at_the_right_in_its_order() -> None:
    label = Label(50, 40, 100, "שלום 12", size=10)
    whole = draw(label)
    assert ink(whole)[2] == pytest.approx(149.5, abs=0.8)
    # The number is read last: it stands leftmost.
    number = ink(draw(Label(50, 40, 100, "12", size=10)))
    first = whole.crop((int(50 * DOT), 0, int((ink(whole)[0] + number[2] - 50) * DOT), 417))
    alone = draw(Label(50, 40, 100, "12", size=10)).crop((int(number[0] * DOT), 0, 300, 417))
    box, other = (ImageChops.invert(one.convert("L")).getbbox() for one in (first, alone))
    assert box is not None
    assert other is not None
    assert abs((box[3] - box[1]) - (other[3] - other[1])) <= 2


def test_a_label_is_cut_to_its_lines() -> None:
    text = "Typing up the minutes that nobody reads, week after week"
    tall = ink(draw(Label(10, 10, 60, text, size=8, lines=99)))
    two = ink(draw(Label(10, 10, 60, text, size=8, lines=2)))
    assert two[3] <= 10 + 2 * 1.28 * 8 < tall[3]
    assert two[2] <= 70.3


def test_what_no_font_has_is_spelled_and_told() -> None:
    setter = Typesetter(FONTS)
    seen = draw(Label(10, 10, 180, "\U00012345", size=12), setter=setter)
    spelled = draw(Label(10, 10, 180, "U+12345", size=12))
    assert setter.missing == {"\U00012345": "U+12345"}
    assert seen.tobytes() == spelled.tobytes()


def test_every_script_draws_something_of_its_own() -> None:
    words = ["Bridge", "Мост", "γέφυρα", "جسر", "גשר", "पुल", "😀", "✓"]
    setter = Typesetter(FONTS)
    pictures = {draw(Label(10, 10, 180, word), setter=setter).tobytes() for word in words}
    assert len(pictures) == len(words)
    assert not setter.missing


def test_later_shapes_cover_earlier_ones() -> None:
    image = draw(Label(10, 10, 100, "Hidden", size=20), Box(0, 0, 200, 100, "yellow"))
    assert image.convert("RGB").getcolors() == [(833 * 417, (0xFF, 0xF0, 0xB8))]


@pytest.mark.skipif(which("pdftoppm") is None, reason="poppler is not installed")
def test_it_is_the_same_picture_as_in_print(tmp_path: Path) -> None:
    shapes = (
        Box(0, 0, 400, 200, "", "line", 8),
        Stroke(200, 10, 200, 190, "line"),
        Stroke(20, 180, 120, 150, "ember", 1.5),
        Box(28, 38, 110, 34, "rose", "", 4),
        Label(35, 42, 96, "Typing up minutes nobody reads", 9, lines=2),
        Dot(40, 120, 6, "ink"),
        Box(230, 30, 140, 30, "green", "", 4),
        Label(237, 36, 126, "مرحبا بكم (٣) في اللقاء", 10),
        Label(237, 90, 126, "שלום Maude, 12 मित्रों", 10, strong=True, align="right"),
        Label(237, 140, 126, "Ελπίδα, надежда, 😀", 10, colour="mute", align="centre"),
    )
    drawn = diagram(*shapes, width=400, height=200)
    figure = Figure(drawn, "Shapes.", "Shapes.", Table((), ()))
    page = Page("en", "t", "", "{n} of {total}", "Figure {n}.", "a", (figure,))
    (tmp_path / "page.pdf").write_bytes(write_pdf(page, "letter", fonts=FONTS).data)
    part = ["-x", "250", "-y", "250", "-W", "1667", "-H", "833"]
    subprocess.run(
        ["pdftoppm", "-r", "300", *part, "-singlefile", "-png", "page.pdf", "page"],
        cwd=tmp_path,
        check=True,
    )
    printed = Image.open(tmp_path / "page.png").convert("RGB")
    ours = Image.open(BytesIO(draw_png(drawn, Typesetter(FONTS)))).convert("RGB")
    assert printed.size == ours.size
    # Smoothing differs from dot to dot; four by four they agree.
    apart = ImageChops.difference(printed.reduce(4), ours.reduce(4)).convert("L")
    assert max(apart.tobytes()) < 110
