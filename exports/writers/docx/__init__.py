"""The neutral page as a Word document: real styles, fields, tables and alternative texts."""

from exports.page import Page, Paper
from exports.writers.result import IsCancelled, Progress, WriterResult
from exports.writers.typeset.font_folder import FontFolder


def write_docx(
    page: Page,
    paper: Paper,
    *,
    fonts: FontFolder,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> WriterResult:
    """The whole page as a Word document on that paper; figures are pictures of 300 dpi.

    ``progress`` is told the share done after every piece. Warns of control characters, which are
    left out, and of what no font has in a figure. Raises Cancelled when ``cancelled`` says so.
    """
    from exports.writers.docx.document_builder import build  # python-docx takes 70 ms to import

    return build(page, paper, fonts, progress, cancelled)
