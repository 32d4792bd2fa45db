"""Who does an action, by when: a name that completes from the members, and a date."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.folding import names_like
from app.library.rows import Person
from ui.closing.due_field import DueField
from ui.closing.print_fields import FieldEdge, PrintLineEdit
from ui.parts.layouts import ShareLayout
from ui.parts.name_completer import NameCompleter
from ui.world import World


class OwnerAndDue(QWidget):
    """An action's owner and date. ``named`` is sent when a name was chosen from the members."""

    named = Signal()

    def __init__(self, world: World, people: Sequence[Person], today: date, first: date) -> None:
        """Any of ``people`` may be named, and anybody else; a date begins at ``first``."""
        super().__init__()
        look, words = world.look, world.words
        self.owner = PrintLineEdit(look, words("closing.owner"))
        self.due = DueField(look, words, today, first)
        names = [one.name for one in people]
        completer = NameCompleter(words, self.owner, partial(names_like, names))
        # After the name was put into the line.
        completer.activated.connect(self._chosen, Qt.ConnectionType.QueuedConnection)
        place = FieldEdge(look, self.owner, self._is_open)
        self.owner.textChanged.connect(place.update)
        row = ShareLayout(look.px(4), 0)
        row.add(place, 1, look.size(140))
        row.add(self.due, 0)
        self.setLayout(row)

    def _chosen(self) -> None:
        self.named.emit()

    def _is_open(self) -> bool:
        return not self.owner.text()
