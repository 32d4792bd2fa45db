"""Long forms, built from declared fields: labels above, one clear sentence under what is wrong."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayoutItem, QVBoxLayout, QWidget

from app.words import Words
from ui.look.look import Look
from ui.parts.controls import Choice
from ui.parts.field_note import mark_wrong
from ui.parts.fields import Control, Field, FieldKind, Value, empty_fields, make_control
from ui.parts.labels import WrapLabel, small
from ui.parts.layouts import ShareLayout, holding
from ui.parts.scroll_column import ScrollColumn
from ui.parts.text_edits import LineEdit, PlainEdit
from ui.parts.text_fields import TextField, line_field, plain_field
from ui.parts.typed_fields import TypedLine

_CHOSEN: Mapping[FieldKind, Any] = {
    "text": str,
    "long": str,
    "choice": str,
    "date": date | None,
    "time": int | None,
    "minutes": int | None,
    "number": int | None,
    "check": bool,
}
"""What a control of each kind holds."""


class _Typed(msgspec.Struct, frozen=True):
    """What stands in a field and cannot be read as its value."""

    typed: str


class FieldForm(QWidget):
    """A form of declared fields. ``edited`` is sent with the key of the field a person changes.

    It keeps nothing and decides nothing: whoever holds it reads :meth:`values`, and shows what is
    wrong with :meth:`show_errors`.
    """

    edited = Signal(str)

    def __init__(self, fields: Sequence[Field], words: Words, look: Look, today: date) -> None:
        """The fields in their order; ``today`` is where an empty date begins."""
        super().__init__()
        self._fields = tuple(fields)
        self._words, self._look = words, look
        self._places = {field.key: _Place(look, words, field, today) for field in self._fields}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(16))
        row: ShareLayout | None = None
        for field in self._fields:
            place = self._places[field.key]
            place.edited.connect(self.edited)
            if not field.half:
                row = None
                column.addWidget(place)
                continue
            if row is None or row.count() == 2:
                row = _FieldRow(look.px(16), look.px(16))
                column.addWidget(holding(row))
            row.add(place, 1, look.size(200))

    def values(self) -> dict[str, Value]:
        """What every field holds, by key."""
        return {key: place.control.value() for key, place in self._places.items()}

    def text(self, key: str) -> str:
        """What a text, long or choice field holds."""
        value = self._places[key].control.value()
        return value if isinstance(value, str) else ""

    def number(self, key: str) -> int | None:
        """What a number or time field holds; None where it is empty."""
        value = self._places[key].control.value()
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def day(self, key: str) -> date | None:
        """What a date field holds; None where it is empty."""
        value = self._places[key].control.value()
        return value if isinstance(value, date) else None

    def ticked(self, key: str) -> bool:
        """Whether a check field is ticked."""
        return self._places[key].control.value() is True

    def set_values(self, values: Mapping[str, Value]) -> None:
        """Show values; fields that are not named stay as they are. ``edited`` is not sent."""
        for key, value in values.items():
            place = self._places[key]
            blocked = place.control.widget.blockSignals(True)
            place.control.set_value(value)
            place.control.widget.blockSignals(blocked)

    def set_options(self, key: str, options: Sequence[tuple[str, str]]) -> None:
        """Offer ``(value, words)`` pairs in a choice field, where they are not known beforehand."""
        control = self._places[key].control.widget
        if isinstance(control, Choice):
            control.set_options(options)

    def missing(self) -> dict[str, str]:
        """A sentence for each field in which what is typed cannot be read, and for each required
        one that is empty, by key."""
        empty = empty_fields(self._fields, self.values())
        found = {field.key: self._words(field.missing) for field in empty}
        return found | {
            key: sentence for key, place in self._places.items() if (sentence := place.unread())
        }

    def show_errors(self, sentences: Mapping[str, str]) -> None:
        """Show a sentence under each named field and none under the others; the first one named
        takes the focus."""
        for key, place in self._places.items():
            place.show_error(sentences.get(key, ""))
        for field in self._fields:
            if sentences.get(field.key):
                self._places[field.key].control.widget.setFocus()
                break

    def text_fields(self) -> dict[str, TextField]:
        """Every field as a text, by key, for whoever keeps it: what is typed as it stands, what is
        chosen as JSON."""
        return {field.key: self._text_field(field) for field in self._fields}

    def _text_field(self, field: Field) -> TextField:
        control = self._places[field.key].control
        if isinstance(control.widget, LineEdit) and not isinstance(control.widget, TypedLine):
            return line_field(control.widget)
        if isinstance(control.widget, PlainEdit):
            return plain_field(control.widget)

        def show(text: str) -> None:
            try:
                value = msgspec.json.decode(text, type=_CHOSEN[field.kind] | _Typed)
            except msgspec.DecodeError:
                return  # of an older form, in which the field was another
            if isinstance(value, _Typed):
                if isinstance(control.widget, TypedLine):
                    control.widget.take_text(value.typed)
                return
            before = control.value()
            self.set_values({field.key: value})
            if control.value() != value:
                self.set_values({field.key: before})  # it is not offered any more

        def read() -> str:
            value: Value | _Typed = control.value()
            if isinstance(control.widget, TypedLine) and value is None:
                # What could not be read is kept as it was typed.
                value = _Typed(control.widget.text()) if control.widget.text() else None
            return msgspec.json.encode(value).decode()

        return TextField(control.widget, read, show, control.edited)

    def field_widget(self, key: str) -> QWidget:
        """The control of a field. Raises KeyError for an unknown key."""
        return self._places[key].control.widget


class _FieldRow(ShareLayout):
    """Fields beside one another, their controls on one line whatever is said above them."""

    def _downs(self, row: list[QLayoutItem], widths: list[int], heights: list[int]) -> list[int]:
        above = [_above(item, width) for item, width in zip(row, widths, strict=True)]
        return [max(above) - one for one in above]


def _above(item: QLayoutItem, width: int) -> int:
    place = item.widget()
    return place.above(width) if isinstance(place, _Place) else 0


class _Place(QWidget):
    """A field in its place: label, hint, control, and what is wrong with it."""

    edited = Signal(str)

    def __init__(self, look: Look, words: Words, field: Field, today: date) -> None:
        super().__init__()
        self._key = field.key
        self.control: Control = make_control(look, words, field, today)
        widget = self.control.widget
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._between = look.px(4)
        column.setSpacing(self._between)
        self._heads: list[WrapLabel] = []
        label = words(field.label)
        if field.kind != "check":
            self.label = WrapLabel(look, label, "small-strong")
            self.label.setBuddy(widget)
            self._heads.append(self.label)
        hint = words(field.hint) if field.hint else ""
        said = [small(look, hint)] if hint else []
        # A box carries its label itself, and what is said of it comes after that.
        below, self._heads = (said, []) if field.kind == "check" else ([], [*self._heads, *said])
        for head in self._heads:
            column.addWidget(head)
        widget.setAccessibleName(label)
        self._described = hint
        widget.setAccessibleDescription(hint)
        column.addWidget(widget)
        for under in below:
            column.addWidget(under)
        self.error = WrapLabel(look, "", "small", "ember")
        self.error.hide()
        column.addWidget(self.error)
        self.control.edited.connect(self._edited)
        if isinstance(widget, TypedLine):
            widget.tell_of_problems(self.show_error)

    def above(self, width: int) -> int:
        """Pixels above the control where the field is ``width`` pixels wide."""
        return sum(head.heightForWidth(width) + self._between for head in self._heads)

    def show_error(self, sentence: str) -> None:
        """Show what is wrong, or that nothing is."""
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))
        widget = self.control.widget
        widget.setAccessibleDescription(sentence or self._described)
        mark_wrong(widget, bool(sentence))
        column = self.parentWidget()
        while column is not None and not isinstance(column, ScrollColumn):
            column = column.parentWidget()
        if sentence and column is not None:
            column.bring(self.error)

    def unread(self) -> str:
        """What is said of what is typed and cannot be read; nothing where that is not so."""
        widget = self.control.widget
        typed = isinstance(widget, TypedLine) and bool(widget.text().strip())
        return widget.problem() if isinstance(widget, TypedLine) and typed else ""

    def _edited(self) -> None:
        # What was said to be wrong is being mended: it is looked at again when the form is kept.
        self.show_error("")
        self.edited.emit(self._key)
