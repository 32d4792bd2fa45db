"""Fields as they are declared, and the control that each kind of field becomes."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Literal, Protocol

import msgspec
from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from app.typed_dates import Lean
from app.words import Words
from ui.look.look import Look
from ui.parts.controls import Choice, NumberBox, Tick
from ui.parts.text_edits import LineEdit, PlainEdit
from ui.parts.typed_fields import DateField, MinutesField, TimeField

FieldKind = Literal["text", "long", "choice", "date", "time", "minutes", "number", "check"]

Value = str | int | bool | date | None
"""What a field holds: text, long and choice a str; number and minutes an int, time minutes since
midnight, date a date, each of them None where it may be empty; check a bool."""


_EMPTY: Mapping[FieldKind, str] = {
    "date": "parts.no_date",
    "time": "parts.no_time",
    "minutes": "parts.no_number",
}
"""What stands in a field of these kinds while it is empty, unless it says something else."""


class Field(msgspec.Struct, frozen=True, kw_only=True):
    """A field of a form. ``label``, ``hint``, ``shows``, ``unit`` and ``missing`` are keys of
    words; ``options`` pairs a value with the key of its words.

    ``hint`` is the small sentence under the label, ``shows`` stands in the field while it is
    empty, ``unit`` follows a number, ``missing`` is the sentence when a required field is empty.
    ``lean`` says which day is meant by a date without its year.
    ``half`` puts a field beside its neighbour where there is room. ``make`` makes a control that is
    none of these kinds; ``kind`` then says how it is like one of them.
    """

    key: str
    kind: FieldKind
    label: str
    hint: str = ""
    shows: str = ""
    unit: str = ""
    missing: str = "parts.needed"
    options: tuple[tuple[str, str], ...] = ()
    required: bool = False
    half: bool = False
    least: int = 0
    most: int = 9999
    step: int = 1
    lean: Lean = "ahead"
    lines: int = 4
    make: Callable[[], "Control"] | None = None


class Control(Protocol):
    """What a form asks of the control of a field, whatever its kind."""

    @property
    def widget(self) -> QWidget:
        """The control itself."""

    @property
    def edited(self) -> SignalInstance:
        """Sent when the person changes the value."""

    def value(self) -> Value:
        """What it holds."""

    def set_value(self, value: Value) -> None:
        """Show a value."""


class LineControl:
    """A line of text."""

    def __init__(self, look: Look, words: Words, field: Field) -> None:
        """An empty line."""
        self.widget = LineEdit()
        self.widget.setFont(look.font("body"))
        self.widget.setPlaceholderText(words(field.shows) if field.shows else "")
        self.widget.setMinimumWidth(look.size(96))

    @property
    def edited(self) -> SignalInstance:
        """Sent at each letter."""
        return self.widget.textEdited

    def value(self) -> Value:
        """The text, without spaces around it."""
        return self.widget.text().strip()

    def set_value(self, value: Value) -> None:
        """Show a text."""
        self.widget.setText(str(value or ""))


class LongEdit(PlainEdit):
    """Several lines of text; Tab goes on to the next field."""

    def __init__(self, look: Look, lines: int) -> None:
        """Room for so many lines."""
        super().__init__()
        self.setTabChangesFocus(True)
        self.setFont(look.font("body"))
        self.setFixedHeight(lines * look.pitch("body") + look.px(24))
        self.setMinimumWidth(look.size(160))


class LongControl:
    """Several lines of text."""

    def __init__(self, look: Look, words: Words, field: Field) -> None:
        """No text yet."""
        self.widget = LongEdit(look, field.lines)
        self.widget.setPlaceholderText(words(field.shows) if field.shows else "")

    @property
    def edited(self) -> SignalInstance:
        """Sent whenever the text changes."""
        return self.widget.textChanged

    def value(self) -> Value:
        """The text, without empty lines around it."""
        return self.widget.toPlainText().strip()

    def set_value(self, value: Value) -> None:
        """Show a text."""
        self.widget.setPlainText(str(value or ""))


class ChoiceControl:
    """One of several."""

    def __init__(self, look: Look, words: Words, field: Field) -> None:
        """The first option is chosen."""
        self.widget = Choice(look, [(value, words(key)) for value, key in field.options])

    @property
    def edited(self) -> SignalInstance:
        """Sent when the person chooses."""
        return self.widget.activated

    def value(self) -> Value:
        """The value that is chosen."""
        return self.widget.value

    def set_value(self, value: Value) -> None:
        """Choose a value."""
        self.widget.set_value(str(value or ""))


class TypedControl:
    """A date, a time of day or a length of time; one that is not required may be left empty."""

    def __init__(self, widget: DateField | TimeField | MinutesField) -> None:
        """Typed in ``widget``."""
        self.widget = widget

    @property
    def edited(self) -> SignalInstance:
        """Sent when the person changes it."""
        return self.widget.changed

    def value(self) -> Value:
        """The date, the minutes since midnight, or the minutes."""
        return self.widget.value

    def set_value(self, value: Value) -> None:
        """Show a value of its kind, or none."""
        if isinstance(self.widget, DateField):
            self.widget.set_value(value if isinstance(value, date) else None)
        else:
            self.widget.set_value(value if isinstance(value, int) else None)


class NumberControl:
    """A whole number; one that is not required may be empty, one step below the least."""

    def __init__(self, look: Look, words: Words, field: Field) -> None:
        """The least, or empty."""
        self.widget = NumberBox(look)
        self._empty = None if field.required else field.least - 1
        if self._empty is not None:
            self.widget.setSpecialValueText(words(field.shows or "parts.no_number"))
        self.widget.setRange(field.least if self._empty is None else self._empty, field.most)
        self.widget.setSingleStep(field.step)
        self.widget.setSuffix(f"\N{NO-BREAK SPACE}{words(field.unit)}" if field.unit else "")

    @property
    def edited(self) -> SignalInstance:
        """Sent when the number changes."""
        return self.widget.valueChanged

    def value(self) -> Value:
        """The number, or None."""
        number = self.widget.value()
        return None if number == self._empty else number

    def set_value(self, value: Value) -> None:
        """Show a number."""
        if isinstance(value, int):
            self.widget.setValue(value)
        elif self._empty is not None:
            self.widget.setValue(self._empty)


class CheckControl:
    """A box to tick."""

    def __init__(self, look: Look, words: Words, field: Field) -> None:
        """Not ticked."""
        self.widget = Tick(look, words(field.label))

    @property
    def edited(self) -> SignalInstance:
        """Sent when the person ticks or unticks."""
        return self.widget.clicked

    def value(self) -> Value:
        """Whether it is ticked."""
        return self.widget.isChecked()

    def set_value(self, value: Value) -> None:
        """Tick or untick."""
        self.widget.setChecked(bool(value))


def make_control(look: Look, words: Words, field: Field, today: date) -> Control:
    """The control of a field."""
    if field.make is not None:
        return field.make()
    if field.kind in _EMPTY:
        return TypedControl(_typed_field(look, words, field, today))
    makers: dict[FieldKind, Callable[[Look, Words, Field], Control]] = {
        "text": LineControl,
        "long": LongControl,
        "choice": ChoiceControl,
        "number": NumberControl,
        "check": CheckControl,
    }
    return makers[field.kind](look, words, field)


def _typed_field(
    look: Look, words: Words, field: Field, today: date
) -> DateField | TimeField | MinutesField:
    empty = "" if field.required else words(field.shows or _EMPTY[field.kind])
    if field.kind == "date":
        return DateField(look, words, today, empty, field.lean)
    if field.kind == "time":
        return TimeField(look, words, empty)
    least, most = field.least, field.most
    return MinutesField(look, words, least, most, step=field.step, empty=empty)


def empty_fields(fields: Sequence[Field], values: dict[str, Value]) -> list[Field]:
    """The required fields that hold nothing."""
    return [field for field in fields if field.required and values[field.key] in ("", None)]
