"""The real documents as files: what stands where, what machines read, the same every time."""

import subprocess
import sys
from pathlib import Path

import pytest

from app.words import LANGUAGES, Words
from exports.page import Paper
from tests.exports.making import House
from tests.exports.telling import alternatives, figures, pdf_pages, tables
from tests.exports.writers.pdf.reading import missing_glyphs, opened, tagged_text

AUDIENCE = {"charter": "community", "summary": "room", "run-sheet": "facilitator"}
EMPTY_ENOUGH = 25
"""Words, those of the foot among them: a page with fewer stands nearly empty."""

each_document = pytest.mark.parametrize("document", ["charter", "summary", "run-sheet"])
each_paper = pytest.mark.parametrize("paper", ["letter", "a4"])


class Files:
    """The documents of the sample as files, each written when it is first asked for."""

    def __init__(self, house: House) -> None:
        """Those of a house in which nothing changes any more."""
        self._house = house
        self._written: dict[tuple[str, str, Paper], bytes] = {}

    def of(self, document: str, words: Words, paper: Paper) -> bytes:
        """A document in a language, on a paper."""
        key = (document, words.language, paper)
        if key not in self._written:
            self._written[key] = file_of(self._house, document, words, paper)
        return self._written[key]


def file_of(house: House, document: str, words: Words, paper: Paper) -> bytes:
    """A document, written now."""
    return house.data(document, words, audience=AUDIENCE[document], paper=paper)


@pytest.fixture(scope="module")
def files(sample: House) -> Files:
    """What all tests here look at."""
    return Files(sample)


@each_paper
@each_document
def test_another_program_finds_no_fault_for_reading_machines(
    files: Files, speech: dict[str, Words], tmp_path: Path, document: str, paper: Paper
) -> None:
    paths = []
    for language in LANGUAGES:
        data = files.of(document, speech[language], paper)
        assert not missing_glyphs(data)
        path = tmp_path / f"{language}.pdf"
        path.write_bytes(data)
        paths.append(str(path))
    for file in paths:
        command = [str(Path(sys.executable).with_name("pdfua")), "check", file]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert "PASS (no findings)" in done.stdout, done.stdout + done.stderr


@each_document
def test_the_tree_has_all_that_was_told(
    sample: House, files: Files, words: Words, tmp_path: Path, document: str
) -> None:
    page = sample.page(document, words, audience=AUDIENCE[document])
    data = files.of(document, words, "letter")
    tree = tagged_text(data, tmp_path)
    assert tree.count("\n  H1 ") == 1
    assert "\n  H2 " in tree
    assert " L (block)" in tree
    shown = figures(page.pieces)
    assert tree.count("  Table") == len(tables(page.pieces))
    assert tree.count("  Figure") == len(shown)
    assert alternatives(data) == [figure.alternative for figure in shown]
    assert all(figure.alternative.strip() for figure in shown)


def test_the_sample_has_figures_to_look_at(sample: House, words: Words) -> None:
    # Two boards, the year of what recurs, how people stood.
    assert len(figures(sample.page("summary", words, audience="room").pieces)) == 4
    assert len(figures(sample.page("charter", words).pieces)) == 1


@each_paper
@each_document
def test_no_page_stands_nearly_empty(
    files: Files, words: Words, tmp_path: Path, document: str, paper: Paper
) -> None:
    pages = pdf_pages(files.of(document, words, paper), tmp_path)
    if document == "run-sheet":
        # The last twelve are worksheets: empty, to be written on.
        pages = pages[:-12]
    for number, page in enumerate(pages, start=1):
        assert len(page.split()) > EMPTY_ENOUGH, f"page {number} of {len(pages)}"


@each_paper
def test_no_page_ends_with_what_announces_the_next(
    sample: House, files: Files, words: Words, tmp_path: Path, paper: Paper
) -> None:
    page = sample.page("summary", words, audience="facilitator")
    told = {one.in_language(words.language).purpose for one in sample.catalogue.exercises}
    assert page.pieces
    for sheet in pdf_pages(files.of("summary", words, paper), tmp_path):
        lines = [line.strip() for line in sheet.splitlines() if line.strip()]
        above_foot = lines[-2]
        assert not any(purpose.endswith(above_foot) for purpose in told)


@each_document
def test_the_same_rows_give_the_same_bytes(
    sample: House, files: Files, words: Words, document: str
) -> None:
    first = files.of(document, words, "letter")
    assert file_of(sample, document, words, "letter") == first
    assert files.of(document, words, "a4") != first


def test_the_draft_too_is_the_same_every_time(house: House, words: Words) -> None:
    house.clause("purpose", "To keep the lamps lit.")
    assert house.data("charter", words) == house.data("charter", words)


@each_document
def test_the_file_says_its_language_and_title(
    sample: House, files: Files, words: Words, document: str
) -> None:
    reader = opened(files.of(document, words, "letter"))
    root = reader.trailer["/Root"].get_object()
    assert root["/Lang"] == words.language  # type: ignore[index]
    title = sample.page(document, words, audience=AUDIENCE[document]).title
    assert reader.metadata is not None
    assert reader.metadata.title == title
