"""What is pasted or dropped, read once for every field: tables, lists, or text."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from app.pasted_cells import MOST_LETTERS, Pasted, read_pasted


def on_clipboard() -> QMimeData:
    """What lies on the clipboard; where Qt has nothing to give, nothing."""
    found: QMimeData | None = QGuiApplication.clipboard().mimeData()
    return QMimeData() if found is None else found


def read_mime(source: QMimeData, most: int = MOST_LETTERS) -> Pasted:
    """The rows of what was pasted, and its text; no more than ``most`` characters of it."""
    return read_pasted(source.text(), source.html() if source.hasHtml() else "", most)


def text_of(pasted: Pasted) -> str:
    """What was pasted as text: a table or a list a row a line, any other text as it is."""
    return "\n".join(pasted.lines()) if pasted.shaped else pasted.text
