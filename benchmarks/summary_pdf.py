"""The summary of a large workshop as PDF, against reportlab setting its paragraphs and no more.

Ours: rows read, the page made, tags, figures with their dots, tables, fonts that know every
script, bytes. The reference: every text of the same page, but those inside figures, as an escaped
paragraph in one standard font, one after the other.
"""

import io
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from xml.sax.saxutils import escape

from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate

from app.catalogue.load import load_catalogue
from app.library.opening import open_library
from app.moment import MachineMoment
from app.resources import resources_folder
from app.words_files import load_words
from benchmarks.libraries import big_workshop
from benchmarks.measure import Measure, in_turn
from exports import page as pages
from exports.export import make_page, write_page
from exports.request import ExportRequest
from ui.kind_tables import make_reports

GOAL = 1.75
BLOCKS, NOTES, TURNS = 20, 300, 9
FIGURES = 5
"""A launch has five boards."""


def measure() -> Iterator[Measure]:
    """The ratio of the medians."""
    resources = resources_folder()
    catalogue, words = load_catalogue(resources), load_words(resources, "en")
    reports = make_reports(catalogue)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "library.hearth"
        with closing(open_library(path, MachineMoment())) as library:
            workshop = big_workshop(library, catalogue, BLOCKS, NOTES)
            request = ExportRequest(document="summary", subject=workshop.id, audience="facilitator")

            def ours() -> bytes:
                with library.snapshot() as reader:
                    page = make_page(request, reader, catalogue, reports, words)
                return write_page(page, request, resources / "fonts").data

            with library.snapshot() as reader:
                page = make_page(request, reader, catalogue, reports, words)
            texts, figures = list(_texts(page)), _figures(page)
            assert sum(len(text) for text in texts) > NOTES * 40
            assert figures >= FIGURES
            one, other = in_turn(ours, lambda: _plain(texts), turns=TURNS)
    yield Measure(
        name=f"summary PDF of {BLOCKS} blocks and {NOTES} notes against its bare paragraphs",
        value=one / other,
        unit="times",
        goal=GOAL,
        note=f"{one * 1000:.0f} ms against {other * 1000:.0f} ms, {len(texts)} paragraphs, "
        f"{figures} figures",
    )


def _plain(texts: list[str]) -> bytes:
    """The texts as reportlab sets them by itself."""
    style = getSampleStyleSheet()["BodyText"]
    file = io.BytesIO()
    SimpleDocTemplate(file).build([Paragraph(escape(text), style) for text in texts])
    return file.getvalue()


def _figures(page: pages.Page) -> int:
    """How many figures a page has."""
    return sum(isinstance(piece, pages.Figure) for piece in page.pieces)


def _texts(page: pages.Page) -> Iterator[str]:
    """Every text of a page, a paragraph each."""
    for piece in page.pieces:
        match piece:
            case pages.Heading(text=text):
                yield text
            case pages.Paragraph(spans=spans):
                yield "".join(span.text for span in spans)
            case pages.Bullets(items=items):
                yield from ("".join(span.text for span in item) for item in items)
            case pages.Table(heads=heads, rows=rows):
                yield from heads
                yield from (cell for row in rows for cell in row)
            case pages.Panels(panels=panels):
                for panel in panels:
                    yield from (panel.title, *panel.lines)
            case pages.Figure(caption=caption):
                # Not what stands in the picture: the notes are paragraphs already.
                yield caption
            case _:
                pass
