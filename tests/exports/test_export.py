"""From an request to a file: every document, format and language; progress, stopping, names."""

import io
import zipfile
from itertools import pairwise
from pathlib import Path

import docx
import pytest

from app.library.rows import Round
from app.moment import day
from app.resources import resources_folder
from app.words import Words
from exports.atomic_write import write_atomically
from exports.export import file_name, make_page, write_page
from exports.file_names import LONGEST_NAME, is_file_name
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
def test_an_export_changes_nothing(sample_to_change: House, words: Words, document: str) -> None:
    before = sample_to_change.library.reader.cells("SELECT count(*), max(id) FROM change")
    for ending in FORMATS:
        sample_to_change.data(document, words, ending, audience="facilitator")
    assert sample_to_change.library.reader.cells("SELECT count(*), max(id) FROM change") == before
    assert sample_to_change.library.reader.rows(Round)


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
        ("con", "_con.pdf"),
        ("AUX", "_AUX.pdf"),
        ("Nul. Corps · Charter v1", "_Nul. Corps · Charter v1.pdf"),
        ("lpt1 ", "_lpt1.pdf"),
        ("com¹", "_com¹.pdf"),
        ("Contact · Charter v1", "Contact · Charter v1.pdf"),
        ("com10", "com10.pdf"),
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


@pytest.mark.parametrize("sign", ["x", "é", "橋", "e\u0301", "word ", "🔥"])
def test_a_file_says_what_it_is_and_of_when_however_long_its_names(
    house: House, words: Words, sign: str
) -> None:
    name = (sign * 120).strip()
    with house.library.change("edit", house.in_workshop) as writer:
        writer.change(house.community, name=name)
        writer.change(house.workshop, title=name)
    house.clause("purpose", "To keep the lamps lit.")
    house.propose()
    date = words.day(day("2026-01-15"))
    ends = {
        "charter": {"en": "Charter v1", "fr": "Charte v1"},
        "summary": {"en": f"{date} · summary", "fr": f"{date} · compte rendu"},
        "run-sheet": {"en": f"{date} · run sheet", "fr": f"{date} · déroulement"},
    }
    for document, end in ends.items():
        page = house.page(document, words, audience="facilitator")
        found = file_name(page, "pdf")
        assert found.startswith(sign.strip() * 1)
        # "1er" and "janv." may hold signs that do not break: in a name they are spaces.
        told = end[words.language].replace("\u00a0", " ")
        assert found.endswith(f"… · {told}.pdf" if document == "charter" else f"…, {told}.pdf")
        assert len(found.encode()) <= LONGEST_NAME
        assert is_file_name(found)
        assert name in page.title


@pytest.mark.parametrize("name", ["con", "Aux.txt", "nul .pdf", "COM1.docx", "lpt³", "x.", "x "])
def test_what_some_system_takes_for_no_file_is_no_file_name(name: str) -> None:
    assert not is_file_name(name)


def test_markdown_of_every_document_opens_with_its_title(sample: House, words: Words) -> None:
    for document in AUDIENCE:
        text = sample.data(document, words, "md", audience=AUDIENCE[document]).decode()
        first, second = [line for line in text.splitlines() if line][:2]
        assert first.startswith("*")
        assert second.startswith("# ")
        assert "\r" not in text
