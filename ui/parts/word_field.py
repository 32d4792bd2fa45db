"""A line of words about something that was decided, kept while it is typed."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.parts.autosave import Autosave
from ui.parts.inline_edit import InlineEdit
from ui.parts.labels import small
from ui.parts.text_fields import editor_field
from ui.parts.text_places import TextPlace
from ui.world import World


class WordField(QWidget):
    """A field under its label, for one text place."""

    def __init__(self, world: World, label: str, empty: str, place: TextPlace) -> None:
        """Called ``label``; ``empty`` is shown while nothing is said."""
        super().__init__()
        look = world.look
        self.place = place.key
        self.field = InlineEdit(look, "body", underlined=True)
        self.field.setAccessibleName(label)
        self.field.show_empty(empty)
        self.autosave = Autosave(world, editor_field(self.field, self.field), place)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(2))
        column.addWidget(small(look, label))
        column.addWidget(self.field)
