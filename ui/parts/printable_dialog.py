"""What stands in a document, shown over a page: pictures and tables to read and to print."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.diagram import Diagram
from app.words import Words
from ui.look.look import Look
from ui.parts.buttons import Button, KeyButton
from ui.parts.cell_rows import Cell, CellRows, Column
from ui.parts.column_dialog import ColumnDialog
from ui.parts.diagram_painter import DiagramView
from ui.parts.labels import heading
from ui.parts.layouts import FlowLayout, holding
from ui.parts.reading import for_reading

WIDTH, SIZE, LARGEST = 820.0, 13, 20
"""How wide a picture is laid out, and how large its letters are there: with the text of the
window, as far as there is room."""


class PrintableDialog(ColumnDialog):
    """Changes nothing. ``printed`` is sent when what it shows is to be written on paper; the dialog
    is closed then."""

    printed = Signal()

    wide = 900

    def __init__(self, look: Look, words: Words, parent: QWidget, title: str) -> None:
        """Its title alone; :meth:`answer` comes last."""
        super().__init__(look, parent, title)
        for_reading(self)
        self.column.add(heading(look, title))
        self.print_button = KeyButton(look, words, "", "Ctrl+P")
        self.print_button.clicked.connect(self._print)
        self.close_button = Button(look, words("exporting.close"))
        self.close_button.clicked.connect(self.reject)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def first(self) -> QWidget:
        """The button that closes it."""
        return self.close_button

    def add_picture(self, draw: Callable[[float, float], Diagram], alternative: str) -> None:
        """Add what ``draw`` makes of a width and a size of letters; ``alternative`` is read out to
        whoever does not see it."""
        picture = DiagramView(self._look)
        picture.show_diagram(draw(WIDTH, min(self._look.size(SIZE), LARGEST)), alternative)
        self.column.add(picture)

    def add_table(
        self, shares: Sequence[int], heads: Sequence[str], rows: Iterable[Sequence[Cell]]
    ) -> None:
        """Add a table, its columns by their shares of the width, under ``heads`` if there are."""
        said = heads or [""] * len(shares)
        columns = [
            Column(share, "small", head=head) for share, head in zip(shares, said, strict=True)
        ]
        table = CellRows(self._look, columns, lines=True)
        for cells in rows:
            table.add(*cells)
        self.column.add(table)

    def answer(self, print_said: str, *between: Button, printable: bool = True) -> None:
        """Put the buttons under it all, ``between`` the one that closes and the one that prints,
        which is there where something is ``printable``."""
        self.print_button.setText(print_said)
        if not printable:
            self.print_button.hide()
        answers = FlowLayout(self._look.px(12), self._look.px(8), right=True)
        for button in (self.close_button, *between, self.print_button):
            answers.addWidget(button)
        self.lay_out(holding(answers))

    def _print(self) -> None:
        self.accept()
        self.printed.emit()
