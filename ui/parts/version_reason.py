"""What is new in a version, and why: asked before it is proposed, at the desk and in the room."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.library.journal import Scope
from ui.parts.autosave import Autosave
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
        self.text = LongEdit(look, lines)
        self.text.setAccessibleName(asks)
        # Emptied, so that nothing is told that was written for oneself, it stays empty.
        place = TextPlace(key=reason_place(community), scope=Scope(community), may_be_empty=True)
        self._autosave = Autosave(world, plain_field(self.text), place, speaker)
        self._hint, self._offered = hint, words("charter.reason-offered")
        self.hint = small(look, hint)
        label = WrapLabel(look, asks, "small-strong")
        label.setBuddy(self.text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(4))
        for widget in (label, self.hint, self.text):
            column.addWidget(widget)

    def offer(self, said: str, planned: str = "") -> None:
        """Show what the version says already; else why its renewal was ``planned``, and that it
        was written for oneself alone. What was typed before stands in their place."""
        of_planning = not said and bool(planned)
        hint = self._offered if of_planning else self._hint
        self.hint.set_text(hint)
        self.text.setAccessibleDescription(hint)
        self._autosave.show(said or planned)

    def reason(self) -> str:
        """Why there is a new version, on one line."""
        return " ".join(self.text.toPlainText().split())

    def flush(self) -> bool:
        """Keep the reason aside as it now stands; gives whether it is safe."""
        return self._autosave.flush()

    def let_go(self) -> None:
        """The reason is kept with its version, or let go."""
        self._autosave.let_go()
