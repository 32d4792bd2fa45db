"""What a summary says of any run: what each group wrote, and photographs of paper."""

from io import BytesIO

import docx
import pikepdf
import pytest
from PIL import Image

from app.words import Words
from app.workshop.groups import edit_group, mix_groups, type_for, work_in_groups
from app.workshop.photographs import keep_photographs
from app.workshop.running import Running
from exports.page import Heading, Photograph
from tests.exports.making import House
from tests.exports.telling import texts


def jpeg(width: int = 240, height: int = 320, mode: str = "RGB") -> bytes:
    """A photograph of a given size."""
    data = BytesIO()
    Image.new(mode, (width, height), 128 if mode == "L" else (200, 120, 40)).save(data, "JPEG")
    return data.getvalue()


@pytest.fixture
def running(house: House) -> Running:
    """A block that is under way."""
    return house.enter(house.plan("hopes-and-fears"))


def photographs(house: House, words: Words) -> list[Photograph]:
    """Those in the summary."""
    pieces = house.page("summary", words, audience="room").pieces
    return [piece for piece in pieces if isinstance(piece, Photograph)]


def test_photographs_are_numbered_figures_with_words(
    house: House, running: Running, words: Words
) -> None:
    keep_photographs(house.library, running, [("a.jpg", jpeg()), ("b.jpg", jpeg(640, 480))])
    first, second = photographs(house, words)
    assert (first.width, first.height) == (240, 320)
    facts = {"at": 2, "n": 2, "block": running.recipe.in_language(words.language).title}
    assert second.alternative == words("paper.photograph-alternative", **facts)
    assert second.caption == words("paper.photograph-caption", **facts)


def test_a_block_with_nothing_but_a_photograph_is_in_the_summary(
    house: House, running: Running, words: Words
) -> None:
    keep_photographs(house.library, running, [("a.jpg", jpeg())])
    pieces = house.page("summary", words, audience="room").pieces
    assert running.recipe.in_language(words.language).title in texts(pieces)


def test_what_is_no_photograph_any_more_is_left_out(
    house: House, running: Running, words: Words
) -> None:
    keep_photographs(house.library, running, [("a.jpg", b"broken"), ("b.jpg", jpeg())])
    assert len(photographs(house, words)) == 1


def test_a_pdf_holds_each_photograph_once_as_it_is_and_says_what_it_shows(
    house: House, running: Running, words: Words
) -> None:
    taken = [("a.jpg", jpeg()), ("b.jpg", jpeg(900, 300, "L")), ("c.jpg", jpeg())]
    keep_photographs(house.library, running, taken)
    with pikepdf.open(BytesIO(house.data("summary", words, audience="room"))) as pdf:
        found = [one for one in pdf.objects if _is_image(one)]
        assert sorted(int(one["/Width"]) for one in found) == [240, 900]
        assert {one.read_raw_bytes() for one in found} == {taken[0][1], taken[1][1]}
        figures = [
            one
            for one in pdf.objects
            if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Figure"
        ]
        assert len(figures) == 3
        assert all(str(one["/Alt"]) for one in figures)


def _is_image(one: pikepdf.Object) -> bool:
    return isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"


def test_a_word_file_holds_photographs_with_words(
    house: House, running: Running, words: Words
) -> None:
    keep_photographs(house.library, running, [("a.jpg", jpeg())])
    data = house.data("summary", words, "docx", audience="room")
    (shape,) = docx.Document(BytesIO(data)).inline_shapes
    said = shape._inline.docPr.get("descr")
    assert said == photographs(house, words)[0].alternative


def test_markdown_says_that_there_is_a_photograph(
    house: House, running: Running, words: Words
) -> None:
    keep_photographs(house.library, running, [("a.jpg", jpeg())])
    text = house.data("summary", words, "md", audience="room").decode()
    (one,) = photographs(house, words)
    assert one.caption in text
    assert one.alternative in text


@pytest.mark.parametrize("format_", ["pdf", "docx", "md"])
def test_forty_photographs_fit_on_pages(
    house: House, running: Running, words: Words, format_: str
) -> None:
    taken = [(f"{n}.jpg", jpeg(240 + n, 1500)) for n in range(40)]
    keep_photographs(house.library, running, taken)
    assert house.data("summary", words, format_, audience="room")


def test_each_group_is_told_with_its_notes(house: House, running: Running, words: Words) -> None:
    one, other, _ = mix_groups(house.library, house.workshop, 3)
    edit_group(
        house.library, house.workshop, one.row,
        name="Window table", place="Room 2", brief="", note_taker="Ann",
    )  # fmt: skip
    work_in_groups(house.library, house.workshop, running.block, apart=True)
    running = house.now(running)
    for group, text in ((one.row.id, "from one"), (other.row.id, "from two"), (None, "from all")):
        type_for(house.library, house.workshop, group)
        house.say(running, text, zone="hopes")
    pieces = house.page("summary", words, audience="room").pieces
    at = next(n for n, p in enumerate(pieces) if p == Heading(3, words("paper.by-group")))
    said = texts(pieces[at + 1 :])
    assert said[0] == f"Window table · Room 2 · {words('paper.note-taker', name='Ann')}"
    assert said[1:4] == ["from one", words("groups.numbered", n=2), "from two"]
    assert "from all" not in said


def test_where_nobody_worked_in_groups_nothing_is_said_of_them(
    house: House, running: Running, words: Words
) -> None:
    house.say(running, "from all", zone="hopes")
    pieces = house.page("summary", words, audience="room").pieces
    assert Heading(3, words("paper.by-group")) not in pieces
