"""The fields in which people type, as whatever keeps their text meets them."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from PySide6.QtCore import QTimer, SignalInstance
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.parts.text_edits import LineEdit, PlainEdit


class EditsText(Protocol):
    """An editor that tells what was typed in it, such as ``InlineEdit`` and ``TableEdit``."""

    @property
    def edited(self) -> SignalInstance:
        """The person changed something."""

    @property
    def left(self) -> SignalInstance:
        """It gave the focus away."""

    def text(self) -> str:
        """What it says now."""

    def set_text(self, text: str) -> None:
        """Say something else."""


@dataclass(frozen=True)
class TextField:
    """A field as an autosave meets it: the widget, its text, and when the person changed it.

    ``left`` is sent when it gave the focus away; None where the widget's own focus says it.
    """

    widget: QWidget
    read: Callable[[], str]
    show: Callable[[str], None]
    edited: SignalInstance
    left: SignalInstance | None = None


def line_field(line: LineEdit) -> TextField:
    """A field of one line."""
    return TextField(line, line.text, line.setText, line.textChanged)


def plain_field(edit: PlainEdit) -> TextField:
    """A field of several lines."""
    return TextField(edit, edit.toPlainText, edit.setPlainText, edit.textChanged)


def go_on_typing(field: TextField) -> None:
    """Let the next letter stand behind what was given back in a window that is being opened.

    Qt selects the line that has the focus there: a letter would take the place of it all.
    """
    line = field.widget
    if isinstance(line, QLineEdit):
        QTimer.singleShot(0, line, partial(line.end, False))


def editor_field(widget: QWidget, editor: EditsText) -> TextField:
    """An editor that knows its text; ``widget`` is the same editor as a widget."""
    return TextField(widget, editor.text, editor.set_text, editor.edited, editor.left)
