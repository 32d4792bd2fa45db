"""What a cell is changed in: a field over it that keeps what is typed as any other field does."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.catalogue.register_shapes import RegisterColumn
from app.library.journal import Scope
from app.registers.run_rows import CellPlace
from ui.parts.autosave import Autosave
from ui.parts.text_edits import LineEdit, PlainEdit
from ui.parts.text_fields import TextField, line_field, plain_field
from ui.parts.text_places import TextPlace, cell_place
from ui.world import World

Keep = Callable[[CellPlace, str], str]
"""Keeps what a cell says, and gives it as it now stands there. Raises Trouble."""

HIGH = 4
"""Lines that a field for a longer text is high."""


class CellEditors:
    """Makes the fields of one table, and knows what keeps each of them."""

    def __init__(self, world: World, scope: Scope, keep: Keep) -> None:
        """Fields whose texts ``keep`` takes; what it refuses is set aside in ``scope``."""
        self._world, self._scope, self._keep = world, scope, keep
        self._kept: dict[QWidget, Autosave] = {}

    def make(self, place: CellPlace, column: RegisterColumn, text: str, parent: QWidget) -> QWidget:
        """A field over a cell that says ``text``."""
        field = self._field(column, parent)
        widget = field.widget
        widget.setFont(self._world.look.font("body"))

        def keep(typed: str) -> str:
            return self._keep(place, typed)

        kept = TextPlace(
            key=cell_place(place.entry, place.column),
            scope=self._scope,
            keep=keep,
            may_be_empty=not column.required,
            when_left=True,
        )
        autosave = Autosave(self._world, field, kept)
        autosave.show(text)
        self._kept[widget] = autosave
        widget.destroyed.connect(lambda: self._kept.pop(widget, None))
        return widget

    def leave(self, widget: QWidget) -> None:
        """Keep what was typed."""
        if widget in self._kept:
            self._kept[widget].flush(again=True)

    def let_go(self, widget: QWidget) -> None:
        """Keep nothing of what was typed."""
        if widget in self._kept:
            self._kept[widget].let_go()

    def _field(self, column: RegisterColumn, parent: QWidget) -> TextField:
        if not column.long:
            line = LineEdit(parent)
            line.selectAll()
            return line_field(line)
        edit = PlainEdit(parent)
        edit.setTabChangesFocus(True)
        edit.setMinimumHeight(self._world.look.pitch("body") * HIGH)
        return plain_field(edit)
