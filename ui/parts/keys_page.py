"""The page of keys: what each key does on the screen that is shown, and everywhere."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.words import Words
from ui.look.look import Look
from ui.parts.buttons import KeyButton
from ui.parts.cell_rows import CellRows, Column
from ui.parts.column_dialog import ColumnDialog
from ui.parts.keycaps import Keycap
from ui.parts.labels import body, heading
from ui.parts.layouts import FlowLayout, holding
from ui.parts.reading import for_reading
from ui.parts.told_keys import KeyGroup

CLOSE_KEY = "Esc"


class KeysPage(ColumnDialog):
    """Keys in groups, each on its cap beside what they do; arrows scroll, Escape closes."""

    def __init__(
        self, look: Look, words: Words, groups: Sequence[KeyGroup], parent: QWidget
    ) -> None:
        """The page of ``groups``, over a window."""
        super().__init__(look, parent, words("window.keys"))
        self.column.add(heading(look, words("window.keys"), 1))
        self.column.add(body(look, words("window.keys-said"), "mute"))
        for group in groups:
            self.column.add(heading(look, group.title, 2), self._rows(words, group))
        self.close_button = KeyButton(
            look, words, words("window.keys-close"), CLOSE_KEY, "quiet", bind=False
        )
        self.close_button.clicked.connect(self.accept)
        ends = FlowLayout(look.px(12), look.px(8))
        ends.addWidget(self.close_button)
        self.lay_out(holding(ends))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for_reading(self)

    def first(self) -> QWidget:
        """The column: arrows scroll at once."""
        return self.column

    def _rows(self, words: Words, group: KeyGroup) -> CellRows:
        rows = CellRows(self._look, (Column(0, "body"), Column(1, "body")))
        for keys, text in group.acts():
            caps = QHBoxLayout()
            caps.setContentsMargins(0, 0, 0, 0)
            caps.setSpacing(self._look.px(6))
            for key in keys:
                caps.addWidget(Keycap(self._look, words, key))
            caps.addStretch(1)
            rows.add(holding(caps), text)
        return rows
