"""A dialog into which a list is pasted: what is understood of it is shown before it is added."""

from collections.abc import Callable, Sequence

import msgspec
from PySide6.QtCore import QRect, QSize, QTimer
from PySide6.QtWidgets import QWidget

from app.pasted_cells import MOST_LETTERS
from ui.parts.column_list import ColumnListCard, ColumnListModel, ListLine, follow
from ui.parts.form_dialog import QuestionDialog
from ui.parts.labels import WrapLabel, small
from ui.parts.list_columns import ListColumn
from ui.parts.text_edits import PlainEdit
from ui.parts.text_fields import plain_field
from ui.parts.wrapped_lines import WrappedDelegate
from ui.world import World

PAUSE = 150
"""Milliseconds after the last letter before the text is read again."""

_LINES = 5


class PasteWords(msgspec.Struct, frozen=True, kw_only=True):
    """What the dialog says: ``none`` where there is nothing to add, ``shows`` how it may look."""

    title: str
    said: str
    none: str
    shows: str
    hint: str
    preview: str


class PastedListDialog(QuestionDialog):
    """A field, what was understood of each line, and how many would be added.

    Who builds on it says in :meth:`read` what the lines are, adds its widgets to ``column``, and
    turns a line over in :meth:`turn`.
    """

    wide, tall = 900, 660

    def __init__(
        self,
        world: World,
        parent: QWidget,
        said: PasteWords,
        columns: Sequence[ListColumn],
        most: int = MOST_LETTERS,
    ) -> None:
        """Nothing pasted yet; at ``most`` so many characters are taken in."""
        super().__init__(world, parent, said.title, said.said, said.none)
        look = world.look
        self.text = PlainEdit(most=most, tabbed=True)
        self.text.setTabChangesFocus(True)
        self.text.setFont(look.font("body"))
        self.text.setAccessibleName(said.title)
        self.text.setPlaceholderText(said.shows)
        self.text.setFixedHeight(_LINES * look.pitch("body") + look.px(24))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.read)
        self.text.textChanged.connect(self._typed)
        self.told = WrapLabel(look, "", "strong")
        self.hint = small(look, said.hint)
        self.model = ColumnListModel(self)
        self.preview = ColumnListCard(
            look, said.preview, self.model, tuple(columns), delegate=WrappedDelegate
        )
        self.preview.lines.asked.connect(self.turn)
        self.preview.lines.current_moved.connect(self._follow)

    def begin_reading(self, place: str) -> None:
        """Keep what is typed at a place of texts, give back what was, and read it."""
        self.follow(plain_field(self.text), place).show("")
        self.read()

    def read(self) -> None:
        """Read the text again and show what would come of it."""
        raise NotImplementedError

    def turn(self, key: str) -> None:
        """Choose otherwise for a line."""
        raise NotImplementedError

    def first(self) -> QWidget:
        """The field into which the list is pasted."""
        return self.text

    def ready(self) -> bool:
        """Whether there is anything to add; what was typed last is read first."""
        if self._pause.isActive():
            self.read()
        return self.keep_button.isEnabled()

    def rest(self) -> None:
        """What was typed so far is being read."""
        self._pause.stop()

    def show_lines(self, count: int, speak: Callable[[int], ListLine], told: str, add: str) -> None:
        """Show so many lines and what they add up to; ``add`` is what the button says, "" none."""
        self.model.set_lines([str(at) for at in range(count)], speak)
        for widget in (self.preview, self.hint, self.told):
            widget.setVisible(count > 0)
        self.told.setText(told)
        self.keep_button.setEnabled(bool(add))

    def wish(self) -> QSize:
        """Room for the list and what would come of it, from the beginning."""
        wish = super().wish()
        window = self.parentWidget()
        most = window.window().height() - self.world.look.px(48) if window else self.tall
        return QSize(wish.width(), min(self.world.look.size(self.tall), most))

    def _typed(self) -> None:
        self.dirty = bool(self.text.toPlainText().strip())
        self._pause.start()

    def _follow(self, place: QRect) -> None:
        follow(self.column, self.preview.lines, place)
