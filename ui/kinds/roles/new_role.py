"""Another role, which the room thought of."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.workshop.planning import scope_of
from app.workshop.running import Running
from ui.parts.autosave import Autosave
from ui.parts.buttons import KeyButton
from ui.parts.naming_line import NamingLine
from ui.parts.text_fields import line_field
from ui.parts.text_places import TextPlace, new_role_place
from ui.world import World

KEY = "Ctrl+N"


class NewRole(QWidget):
    """Another role: a button that turns into a line for its name."""

    named = Signal(str)

    def __init__(self, world: World, running: Running) -> None:
        """The button, in a run."""
        super().__init__()
        look, words = world.look, world.words
        self.button = KeyButton(
            look, words, words("kinds.roles.another"), KEY, "flat", small=True, bind=False
        )
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.clicked.connect(self.ask)
        self.line = NamingLine()
        self.line.setFont(look.font("body"))
        self.line.setPlaceholderText(words("kinds.roles.another-name"))
        self.line.setAccessibleName(words("kinds.roles.another-name"))
        self.line.setMinimumWidth(look.size(96))
        self.line.hide()
        place = TextPlace(key=new_role_place(running.run.id), scope=scope_of(running.workshop))
        self._autosave = Autosave(world, line_field(self.line), place)
        self.line.given.connect(self.named)
        self.line.let_be.connect(self.put_away)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, look.px(4), 0)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.line)

    def ask(self) -> None:
        """Ask for the name."""
        self.button.hide()
        self.line.show()
        self._autosave.show("")
        self.line.setFocus()

    def attempt(self, action: Callable[[], object]) -> bool:
        """Do something with the name; where it is refused, that is said of it."""
        return self._autosave.attempt(action)

    def put_away(self) -> None:
        """The name was given, or is not wanted."""
        self.line.clear()
        self._autosave.let_go()
        self.line.hide()
        self.button.show()
