"""The editor of a clause, by its form: text, list or table."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from app.words import Words
from ui.look.look import Look
from ui.parts.clauses.list_edit import ListEdit
from ui.parts.clauses.table_edit import TableEdit
from ui.parts.inline_edit import InlineEdit


class Editor(Protocol):
    """What a clause asks of its editor, whatever its form."""

    @property
    def edited(self) -> SignalInstance:
        """The person changed something."""

    @property
    def entered(self) -> SignalInstance:
        """It took the focus."""

    @property
    def left(self) -> SignalInstance:
        """It gave the focus away."""

    @property
    def emptied(self) -> SignalInstance:
        """Backspace where there is nothing left to remove."""

    @property
    def edge_left(self) -> SignalInstance:
        """An arrow led out of it: -1 above, 1 below."""

    @property
    def cursor_moved(self) -> SignalInstance:
        """Where the cursor stands now (QRect, in the editor's own pixels)."""

    def text(self) -> str:
        """What it says, as the charter keeps it but for white space at its ends."""

    def halves(self) -> tuple[str, str]:
        """What it says before the cursor, and from there on: in a list or a table, the items or
        rows above, and the one with the cursor with those below."""

    def set_text(self, text: str) -> None:
        """Say something else; nobody is told."""

    def begin(self, *, at_end: bool = False) -> None:
        """Take the focus, at the beginning or at the end."""


def make_editor(
    look: Look, words: Words, form: str, columns: Sequence[str], prompt: str
) -> tuple[Editor, QWidget]:
    """The editor of a form, and the same as a widget; ``prompt`` shows while it is empty."""
    if form == "table":
        table = TableEdit(look, words, columns)
        return table, table
    editor = ListEdit(look) if form == "list" else InlineEdit(look)
    editor.show_empty(prompt)
    return editor, editor
