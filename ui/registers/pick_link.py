"""Finding a note, a clause or a workshop to link to."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.charter.sections import draft_sections
from app.registers.links import Found, find_links
from ui.parts.column_list import ColumnListCard, ColumnListModel, ListLine, follow
from ui.parts.excerpts import excerpt
from ui.parts.form_dialog import QuestionDialog
from ui.parts.labels import small
from ui.parts.list_columns import ListColumn
from ui.parts.search_field import SearchField
from ui.parts.wrapped_lines import WrappedDelegate
from ui.registers.entry_controls import LinkControl
from ui.world import World


class PickLink(QuestionDialog):
    """Asks for the row to link to: words to look for, and what is found by them."""

    def __init__(self, world: World, parent: QWidget, community: str, control: LinkControl) -> None:
        """What is chosen is handed to ``control``."""
        words, look = world.words, world.look
        title = words(f"registers.link.title-{control.table}")
        super().__init__(world, parent, title, "", words("registers.link.take"))
        self._community, self._control = community, control
        self._found: list[Found] = []
        self.field = SearchField(look, words, words("registers.find"))
        self.field.textChanged.connect(self._look_up)
        self.field.installEventFilter(self)
        self.model = ColumnListModel(self)
        column = ListColumn(id="said", head=words(f"registers.link.{control.table}"), least=200)
        self.list_card = ColumnListCard(
            look, title, self.model, (column,), several=True, delegate=WrappedDelegate
        )
        self.list_card.lines.asked.connect(self._take)
        self.list_card.lines.current_moved.connect(self._follow)
        self.nothing = small(look, words("registers.link.nothing"))
        self.column.add(self.field, self.list_card, self.nothing)
        self._look_up()

    def first(self) -> QWidget:
        """The field in which one looks for it."""
        return self.field

    def keep(self) -> None:
        """Link to what is chosen, or else to what was found first."""
        chosen = self.list_card.lines.chosen() or [one.link.id for one in self._found[:1]]
        if chosen:
            self._hand_over(chosen[0])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrow down leads from the field to what was found."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Down and self._found:
                self.list_card.lines.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _look_up(self) -> None:
        reader, text = self.world.library.reader, self.field.text()
        self._found = find_links(reader, self._community, self._control.table, text)
        self.model.set_lines([one.link.id for one in self._found], self._line)
        self.list_card.setVisible(bool(self._found))
        self.nothing.setVisible(not self._found)
        self.keep_button.setEnabled(bool(self._found))

    def _line(self, row: int) -> ListLine:
        """What a row says; of a clause under its section, of a workshop with its day."""
        found, words = self._found[row], self.world.words
        text = excerpt(found.link.said)
        if found.section:
            world, named = self.world, (found.section,)
            known = draft_sections(
                world.library.reader, world.catalogue.sections, self._community, named
            )
            name = known[found.section].name(words.language)
            return ListLine(name=name, under=text, whole=f"{name}. {text}")
        day = words.day(found.day) if found.day else ""
        return ListLine(name=text, under=day, whole=f"{text}. {day}" if day else text)

    def _take(self, key: str) -> None:
        self._hand_over(key)
        self.accept()

    def _hand_over(self, key: str) -> None:
        found = next((one.link for one in self._found if one.link.id == key), None)
        if found is not None:
            self._control.take(found)

    def _follow(self, place: QRect) -> None:
        follow(self.column, self.list_card.lines, place)
