"""An exercise on one sheet of paper."""

import io
from pathlib import Path

import docx
import msgspec
import pypdf
import pytest
from docx.document import Document as DocxDocument

from app.catalogue.catalogue import Catalogue
from app.catalogue.timing import needed_minutes
from app.library.library import Library
from app.resources import resources_folder
from app.words import Words
from app.words_files import load_words
from app.workshop.own_exercises import add_own_exercise, name_of, with_own
from exports.documents.document import Materials
from exports.documents.exercise_document import ExerciseDocument
from exports.export import write_page
from exports.page import Page, Paper, Table
from exports.registry import DOCUMENTS, FORMATS
from exports.request import ExportRequest
from exports.writers.docx import write_docx
from exports.writers.pdf.pdf_writer import fewest_sheets, sheet_scale, write_pdf
from exports.writers.typeset.font_folder import FontFolder
from tests.app.workshop.own import written
from tests.exports.telling import everything, read, tables
from ui.kind_tables import make_reports

FONTS = FontFolder(resources_folder() / "fonts")


def page_of(library: Library, catalogue: Catalogue, words: Words, request: ExportRequest) -> Page:
    """The page that is asked for."""
    document = ExerciseDocument()
    facts = document.facts(library.reader, catalogue, request)
    materials = Materials(library.reader, catalogue, make_reports(catalogue), words)
    return document.page(facts, request, materials)


def asked(exercise: str, **more: object) -> ExportRequest:
    """What asks for an exercise."""
    request = ExportRequest(document="exercise", subject=exercise)
    return msgspec.structs.replace(request, **more)


def test_it_has_what_is_needed_in_the_hand(
    library: Library, catalogue: Catalogue, words: Words
) -> None:
    """The question, each step with its minutes, what to do and to say, and what helps."""
    exercise = catalogue.exercise("hopes-and-fears")
    told = exercise.in_language(words.language)
    page = page_of(library, catalogue, words, asked(exercise.id))
    said = everything(page)
    for text in (
        told.name, told.purpose, told.question, told.listen, told.fails, told.close, told.room,
        *told.prepare, *told.materials.values(),
    ):  # fmt: skip
        assert text in said
    (steps,) = tables(page.pieces)
    for row, step in zip(steps.rows, exercise.steps, strict=True):
        words_of = told.steps[step.id]
        assert row[0] == words("paper.minutes", n=step.minutes)
        assert row[1:3] == (words_of.title, words_of.do)
        assert words_of.say in row[3]


def test_it_is_fitted_as_it_was_read(library: Library, catalogue: Catalogue, words: Words) -> None:
    """For how many people, how long, in which way."""
    exercise = catalogue.exercise("hopes-and-fears")
    minutes = needed_minutes(exercise, 40)
    request = asked(exercise.id, people=40, minutes=minutes, way="online")
    page = page_of(library, catalogue, words, request)
    instead = exercise.in_language(words.language).ways["online"]
    said = everything(page)
    assert all(text in said for text in instead.values())
    assert words("recipe.ways.online") in said
    assert words("recipe.bring-for", n=40) in said
    assert "80\N{NO-BREAK SPACE}×" in said


def test_an_exercise_there_is_not_is_no_document(library: Library, catalogue: Catalogue) -> None:
    with pytest.raises(KeyError):
        ExerciseDocument().facts(library.reader, catalogue, asked("nobody-knows"))


@pytest.mark.parametrize("format_", FORMATS)
def test_it_is_written_in_every_format(
    library: Library, catalogue: Catalogue, words: Words, tmp_path: Path, format_: str
) -> None:
    request = asked("hopes-and-fears", format=format_)
    page = page_of(library, catalogue, words, request)
    data = write_page(page, request, resources_folder() / "fonts").data
    told = catalogue.exercise("hopes-and-fears").in_language(words.language)
    text = " ".join(read(data, format_, tmp_path).split())
    assert " ".join(told.name.split()) in text
    assert DOCUMENTS["exercise"].load().left_out(library.reader, catalogue, words, request) == []


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_shipped_exercise_is_one_sheet(
    library: Library, catalogue: Catalogue, language: str, paper: Paper
) -> None:
    """On both papers, in both languages."""
    spoken = load_words(resources_folder(), language)
    longer = []
    for exercise in catalogue.exercises:
        page = page_of(library, catalogue, spoken, asked(exercise.id, paper=paper))
        if fewest_sheets(page, paper, FONTS) > 1:
            longer.append(exercise.id)
    assert longer == []


def sheets(page: Page, paper: Paper) -> int:
    """How many sheets it takes."""
    return len(pypdf.PdfReader(io.BytesIO(write_pdf(page, paper, fonts=FONTS).data)).pages)


def test_what_cannot_be_one_sheet_is_read_with_ease(
    library: Library, catalogue: Catalogue, words: Words
) -> None:
    """It may be a little smaller, where that saves sheets."""
    page = page_of(library, catalogue, words, asked("hopes-and-fears"))
    for times in (3, 4, 5, 6):
        long = msgspec.structs.replace(page, pieces=page.pieces * times)
        loose = msgspec.structs.replace(long, one_sheet=False)
        scale = sheet_scale(long, "letter", FONTS)
        assert 0.85 < scale <= 1.0
        saved = sheets(loose, "letter") - sheets(long, "letter")
        assert saved > 0 if scale < 1.0 else saved == 0


def test_type_is_no_smaller_than_it_has_to_be(
    library: Library, catalogue: Catalogue, words: Words
) -> None:
    """Little text stands in its usual size, much in a smaller one, and what is not to be one sheet
    is never made smaller."""
    page = page_of(library, catalogue, words, asked("hopes-and-fears"))
    short = msgspec.structs.replace(page, pieces=page.pieces[:4])
    assert sheet_scale(short, "letter", FONTS) == 1.0
    assert sheet_scale(page, "letter", FONTS) < 1.0
    assert sheets(page, "letter") == 1
    loose = msgspec.structs.replace(page, one_sheet=False)
    assert sheet_scale(loose, "letter", FONTS) == 1.0
    assert sheets(loose, "letter") > 1
    (table,) = [one for one in page.pieces if isinstance(one, Table)]
    endless = msgspec.structs.replace(table, rows=table.rows * 30)
    assert sheets(msgspec.structs.replace(page, pieces=(endless,)), "letter") > 1


def test_word_sets_it_smaller_too(library: Library, catalogue: Catalogue, words: Words) -> None:
    """On paper of the same size, with narrower margins and smaller letters."""
    page = page_of(library, catalogue, words, asked("hopes-and-fears"))
    loose = msgspec.structs.replace(page, one_sheet=False)
    tight, wide = (
        docx.Document(io.BytesIO(write_docx(one, "a4", fonts=FONTS).data)) for one in (page, loose)
    )
    one, other = tight.sections[0], wide.sections[0]
    assert one.page_width is not None
    assert other.page_width is not None
    assert abs(one.page_width.pt - other.page_width.pt) < 1
    assert one.left_margin is not None
    assert other.left_margin is not None
    assert one.left_margin < other.left_margin
    sizes = [_title_size(document) for document in (tight, wide)]
    assert sizes[0] < sizes[1]


def _title_size(document: DocxDocument) -> float:
    size = document.styles["Title"].font.size
    assert size is not None
    return float(size.pt)


def test_one_of_our_own_without_a_stage_is_printed(
    library: Library, catalogue: Catalogue, words: Words
) -> None:
    """Nobody has to say for which stage it is."""
    kept = add_own_exercise(library, written())
    page = page_of(library, with_own(catalogue, library.reader), words, asked(kept.id))
    assert name_of(kept) in everything(page)
