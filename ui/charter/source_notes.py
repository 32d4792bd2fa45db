"""Notes beside the charter, as they lay in the room: each on its paper, under where it lay."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.charter.note_groups import NoteGroup
from app.charter.sources import Source
from app.colours import note_colour
from app.words import Words
from ui.look.look import Look
from ui.parts.keycaps import ENTER
from ui.parts.labels import WrapLabel, small
from ui.parts.note_card import NoteCard


class SourceNoteCard(NoteCard):
    """A note that can be chosen by a click, by Tab or by the arrows."""

    chosen = Signal(object)
    stepped = Signal(object, int)
    taken = Signal()
    """Enter or a double click: what the button below would do."""

    def __init__(self, look: Look, words: Words, source: Source) -> None:
        """A note on its paper, with its dots."""
        super().__init__(look, words, source.note.text, note_colour(source.colour), source.dots)
        self.source = source
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the focus, which chooses the note."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Tie it, or untie it."""
        self.taken.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go to the next note, Enter takes this one."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        key = Qt.Key(event.key())
        if key in steps:
            self.stepped.emit(self, steps[key])
        elif key in ENTER:
            self.taken.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """It is the one meant."""
        super().focusInEvent(event)
        self.chosen.emit(self)


class GroupHead(QWidget):
    """Where the notes below it lay: the cluster's title, else the zone; the exercise, the dots."""

    def __init__(self, look: Look, words: Words, group: NoteGroup) -> None:
        """Of one group."""
        super().__init__()
        name = group.name(words.language) or words("drafting.said-elsewhere")
        said = [group.zone_name(words.language), group.exercise(words.language)]
        facts = [one for one in dict.fromkeys(said) if one and one != name]
        if group.dots:
            facts.append(words("parts.dots", n=group.dots))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.px(4), 0, 0)
        column.setSpacing(0)
        self.title = WrapLabel(look, name, "strong")
        self.facts = small(look, " · ".join(facts))
        column.addWidget(self.title)
        column.addWidget(self.facts)
        # Once it has a parent: shown without one, it would be a window of its own.
        self.facts.setVisible(bool(facts))
