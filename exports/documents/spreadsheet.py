"""The tables of a document as a workbook: for whom it is and of when, above each of them."""

from collections.abc import Iterable

import msgspec

from app.community.today import today_in
from app.library.rows import Community
from exports.documents.document import Materials
from exports.page import Page
from exports.request import ExportRequest
from exports.sheet import Sheet, Workbook


def with_sheets(
    page: Page, sheets: Iterable[Sheet], request: ExportRequest, materials: Materials
) -> Page:
    """A page of a community with its tables as sheets.

    Raises KeyError for a community there is not.
    """
    words = materials.words
    readers = words(f"paper.for-{request.audience}")
    notes = [words("sheets.readers", readers=readers)]
    written = None
    if request.now is not None:
        zone = materials.reader.row(Community, request.subject).zone
        written = today_in(zone, request.now)
        notes.append(words("sheets.written", day=words.day(written)))
    workbook = Workbook(sheets=tuple(sheets), notes=tuple(notes), written=written)
    return msgspec.structs.replace(page, workbook=workbook)
