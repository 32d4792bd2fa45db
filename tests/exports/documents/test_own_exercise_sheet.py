"""An own exercise prints like any other, and leaves out what nobody wrote."""

from contextlib import closing
from pathlib import Path

import pytest

from app.catalogue.load import load_catalogue
from app.library.opening import open_library
from app.moment import MachineMoment
from app.resources import resources_folder
from app.words_files import load_words
from app.workshop.own_exercises import add_own_exercise, with_own
from exports.export import make_page, write_page
from exports.request import ExportRequest
from tests.app.workshop.own import written
from ui.kind_tables import make_reports


@pytest.mark.parametrize("language", ["en", "fr"])
def test_what_is_empty_is_left_out(tmp_path: Path, language: str) -> None:
    """In either language it is told in the one it has."""
    words, text = load_words(resources_folder(), language), ""
    with closing(open_library(tmp_path / "library.hearth", MachineMoment())) as library:
        made = add_own_exercise(library, written())
        with library.snapshot() as reader:
            catalogue = with_own(load_catalogue(resources_folder()), reader)
            for form in ("md", "pdf", "docx"):
                request = ExportRequest(document="exercise", subject=made.id, format=form)
                page = make_page(request, reader, catalogue, make_reports(catalogue), words)
                assert write_page(page, request, resources_folder() / "fonts").data
                if form == "md":
                    text = write_page(page, request, resources_folder() / "fonts").data.decode()
    assert "La marche des lampes" in text
    assert "Où manque-t-il une lampe?" in text
    for label in ("paper.listen", "paper.fails", "paper.close"):
        assert words(label) not in text
