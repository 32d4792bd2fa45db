"""What is new in a version, and why: asked before it is proposed, at the desk and in the room."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.library.journal import Scope
from ui.parts.autosave import Autosave
from ui.parts.buttons import link_button
from ui.parts.fields import LongEdit
from ui.parts.labels import WrapLabel, small
from ui.parts.text_fields import plain_field
from ui.parts.text_places import TextPlace, reason_place
from ui.world import Speaker, World


class VersionReason(QWidget):
    """The field, under its question. What is typed is kept aside until the version has it."""

    def __init__(
        self, world: World, community: str, speaker: Speaker | None = None, lines: int = 3
    ) -> None:
        """Nothing offered yet, for a ``community`` (its id)."""
        super().__init__()
        look, words = world.look, world.words
        asks, hint = words("charter.reason"), words("charter.reason-hint")
        self._words, self._planned = words, ""
        self.text = LongEdit(look, lines)
        self.text.setAccessibleName(asks)
        self.text.setAccessibleDescription(hint)
        place = TextPlace(key=reason_place(community), scope=Scope(community))
        self._autosave = Autosave(world, plain_field(self.text), place, speaker)
        self.planned = small(look, "", "plain")
        self.take = link_button(look, words("charter.reason-take"))
        self.take.clicked.connect(self._take)
        self.text.textChanged.connect(self._show_planned)
        label = WrapLabel(look, asks, "small-strong")
        label.setBuddy(self.text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(4))
        for widget in (label, small(look, hint), self.text, self.planned):
            column.addWidget(widget)
        column.addWidget(self.take, 0, Qt.AlignmentFlag.AlignLeft)
        self._show_planned()

    def offer(self, said: str, planned: str = "") -> None:
        """Show what the version says already, and while it says nothing, why its renewal was
        ``planned``: that was written for oneself, and comes in only where it is taken. What was
        typed before stands in its place."""
        self._planned = planned
        self._autosave.show(said)
        self._show_planned()

    def reason(self) -> str:
        """Why there is a new version, on one line."""
        return " ".join(self.text.toPlainText().split())

    def flush(self) -> bool:
        """Keep the reason aside as it now stands; gives whether it is safe."""
        return self._autosave.flush()

    def let_go(self) -> None:
        """The reason is kept with its version, or let go."""
        self._autosave.let_go()

    def _show_planned(self) -> None:
        offered = bool(self._planned) and not self.reason()
        told = self._words("charter.reason-planned", text=self._planned) if offered else ""
        self.planned.set_text(told)
        self.planned.setVisible(offered)
        self.take.setVisible(offered)

    def _take(self) -> None:
        self.text.setPlainText(self._planned)
        self.text.setFocus()
        self.text.moveCursor(QTextCursor.MoveOperation.End)
