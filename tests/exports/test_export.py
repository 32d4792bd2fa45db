"""From an request to a file: every document, format and language; progress, stopping, names."""

import io
import zipfile
from itertools import pairwise
from pathlib import Path

import docx
import pytest

from app.library.rows import Round
from app.resources import resources_folder
from app.words import Words
from exports.atomic_write import write_atomically
from exports.export import LONGEST_NAME, file_name, make_page, write_page
from exports.page import Page, paragraph
from exports.registry import FORMATS
from exports.request import ExportRequest
from exports.writers.result import Cancelled
from tests.exports.making import House
from tests.exports.telling import read

FONTS = resources_folder() / "fonts"
AUDIENCE = {"charter": "community", "summary": "room", "run-sheet": "facilitator"}
"""The documents of the sample, and for whom they are read here."""

each_document = pytest.mark.parametrize("document", AUDIENCE)
each_ending = pytest.mark.parametrize("ending", FORMATS)


def page_titled(title: str) -> Page:
    return Page("en", title, "foot", "{n}", "Figure {n}.", "us", (paragraph("x"),))


@each_ending
@each_document
def test_every_document_becomes_a_file_in_both_languages(
    sample: House, words: Words, tmp_path: Path, document: str, ending: str
) -> None:
    data = sample.data(document, words, ending, audience=AUDIENCE[document])
    assert data.startswith({"pdf": b"%PDF-1.7", "docx": b"PK", "md": b"*"}[ending])
    found = read(data, ending, tmp_path)
    title = "Spatial Data Stewards" if document == "charter" else "Launch of the Spatial Data"
    assert title in found
    assert words(f"paper.for-{AUDIENCE[document]}") in found
    if ending == "docx":
        assert docx.Document(io.BytesIO(data)).paragraphs
        assert zipfile.ZipFile(io.BytesIO(data)).testzip() is None


@each_document
def test_an_export_changes_nothing(sample: House, words: Words, document: str) -> None:
    before = sample.library.reader.cells("SELECT count(*), max(id) FROM change")
    for ending in FORMATS:
        sample.data(document, words, ending, audience="facilitator")
    assert sample.library.reader.cells("SELECT count(*), max(id) FROM change") == before
    assert sample.library.reader.rows(Round)


@each_document
def test_what_is_not_there_cannot_be_exported(house: House, words: Words, document: str) -> None:
    request = ExportRequest(document=document, subject="nobody")
    with pytest.raises(KeyError), house.library.snapshot() as reader:
        make_page(request, reader, house.catalogue, house.reports, words)


@pytest.mark.parametrize("ending", ["pdf", "docx"])
def test_long_work_says_how_far_it_is(sample: House, speech: dict[str, Words], ending: str) -> None:
    page = sample.page("summary", speech["en"])
    told: list[float] = []
    write_page(page, sample.request("summary", format_=ending), FONTS, told.append)
    assert told == sorted(told)
    assert told[0] < 0.1
    assert told[-1] == 1.0
    # Never more than a tenth at once: whoever waits sees it move.
    steps = [later - earlier for earlier, later in pairwise(told)]
    assert max(steps) < 0.1 if ending == "docx" else max(steps[:-1]) < 0.15


@pytest.mark.parametrize("ending", ["pdf", "docx"])
@pytest.mark.parametrize("asked", [1, 7, 40])
def test_work_stops_when_asked(
    sample: House, speech: dict[str, Words], ending: str, asked: int
) -> None:
    page = sample.page("summary", speech["en"])
    calls = iter(range(1, 1000))
    told: list[float] = []
    request = sample.request("summary", format_=ending)
    with pytest.raises(Cancelled):
        write_page(page, request, FONTS, told.append, lambda: next(calls) == asked)
    assert len(told) == asked - 1


@each_ending
@each_document
def test_the_same_rows_give_the_same_file(
    sample: House, speech: dict[str, Words], document: str, ending: str
) -> None:
    one, other = (sample.data(document, speech["fr"], ending) for _ in range(2))
    if ending == "docx":
        # An archive keeps the time at which it was packed.
        assert parts_of(one) == parts_of(other)
    else:
        assert one == other


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Lantern Makers · Charter v1", "Lantern Makers · Charter v1.pdf"),
        ('a/b\\c:d*e?f"g<h>i|j', "a b c d e f g h i j.pdf"),
        ("  spread\n\tover\u2028lines ", "spread over lines.pdf"),
        ("ends with dots...", "ends with dots.pdf"),
        ("..hidden", "hidden.pdf"),
        ("turned \u202efdp.exe", "turned fdp.exe.pdf"),
        ("a\x00b\x1bc", "abc.pdf"),
        ("///", "en.pdf"),
        ("", "en.pdf"),
    ],
)
def test_a_file_is_named_for_what_it_is(title: str, name: str) -> None:
    assert file_name(page_titled(title), "pdf") == name


@pytest.mark.parametrize("sign", ["x", "é", "橋", "🔥", "x "])
def test_a_long_name_is_one_that_disks_take(sign: str, tmp_path: Path) -> None:
    name = file_name(page_titled(sign * 500), "docx")
    assert len(name.encode()) <= LONGEST_NAME + len(".docx")
    assert name.startswith(sign.strip() * 1)
    write_atomically(tmp_path / name, b"data")
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_markdown_of_every_document_opens_with_its_title(sample: House, words: Words) -> None:
    for document in AUDIENCE:
        text = sample.data(document, words, "md", audience=AUDIENCE[document]).decode()
        first, second = [line for line in text.splitlines() if line][:2]
        assert first.startswith("*")
        assert second.startswith("# ")
        assert "\r" not in text
