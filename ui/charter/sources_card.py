"""Where a clause came from: the notes it grew out of, and what was said but not taken."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.charter.sources import Source
from app.colours import note_colour
from app.words import Words
from ui.look.look import Look
from ui.parts.buttons import KeyButton
from ui.parts.card import Card
from ui.parts.deletion import delete_later
from ui.parts.keycaps import ENTER
from ui.parts.labels import WrapLabel, small
from ui.parts.layouts import FlowLayout, holding
from ui.parts.note_card import NoteCard
from ui.parts.reading import for_reading

TIE_KEY = "Ctrl+T"
OTHERS_KEY = "F9"

MOST = 150
"""Notes shown at once; more are counted in a sentence."""


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


class SourcesCard(Card):
    """The notes a clause came from; a link turns to those that none came from.

    ``tied`` and ``untied`` are sent with a note's id.
    """

    tied = Signal(str)
    untied = Signal(str)

    def __init__(self, look: Look, words: Words) -> None:
        """No notes yet."""
        super().__init__(look, words("charter.came-from"), tight=True)
        self._words = words
        self._tied: tuple[Source, ...] = ()
        self._others: tuple[Source, ...] = ()
        self._shown: tuple[tuple[Source, ...], str] | None = None
        self._read_only = self._blank = False
        self.others_shown = False
        self.notes: list[SourceNoteCard] = []
        self._meant: SourceNoteCard | None = None
        self.said = small(look, "")
        self.link = for_reading(KeyButton(look, words, "", OTHERS_KEY, "link", bind=False))
        self.link.clicked.connect(self.toggle_others)
        row = FlowLayout(look.px(6), 0)
        row.addWidget(self.said)
        row.addWidget(self.link)
        self._notes_place = QWidget()
        self._column = QVBoxLayout(self._notes_place)
        self._column.setContentsMargins(0, look.px(6), 0, 0)
        self._column.setSpacing(look.px(8))
        self.more = small(look, "")
        self.button = KeyButton(look, words, "", TIE_KEY, small=True, wide=True, bind=False)
        self.button.clicked.connect(self.tie_chosen)
        self.hint = WrapLabel(look, "", "small", "mute")
        self.add(holding(row), self._notes_place, self.more, self.hint)
        self.body.addSpacing(look.px(6))
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def chosen(self) -> SourceNoteCard | None:
        """The note that is meant."""
        return self._meant

    def show_sources(
        self,
        tied: Sequence[Source],
        others: Sequence[Source],
        *,
        read_only: bool = False,
        blank: bool = False,
    ) -> None:
        """Show the notes a clause came from, and offer the others.

        ``blank``: there is no clause yet, a note may begin one.
        """
        self._tied, self._others = tuple(tied), tuple(others)
        self._read_only, self._blank = read_only, blank
        if not others:
            self.others_shown = False
        self._show()

    def toggle_others(self) -> None:
        """Turn to what was said but not taken, and back."""
        if self._others:
            self.others_shown = not self.others_shown
            self._show()

    def tie_chosen(self) -> None:
        """Tie the chosen note, or untie it."""
        if self._meant is None or self._read_only:
            return
        (self.tied if self.others_shown else self.untied).emit(self._meant.source.note.id)

    def _show(self) -> None:
        shown = self._others if self.others_shown else self._tied
        self._say()
        if self._shown != (shown, self._words.language):
            self._fill(shown)
            self._shown = (shown, self._words.language)
        over = len(shown) - MOST
        self.more.setText(self._words("charter.more-notes", n=over) if over > 0 else "")
        self.more.setVisible(over > 0)
        self._say_button()

    def _say(self) -> None:
        words = self._words
        if self.others_shown:
            self.said.setText(words("charter.not-taken", n=len(self._others)))
            self.link.setText(words("charter.back-to-sources"))
        else:
            days = list(dict.fromkeys(source.day for source in self._tied))
            dates = [words.day(date.fromisoformat(day), "full") for day in sorted(days)]
            if self._tied:
                sentence = words("charter.notes-from", n=len(self._tied), day=words.series(dates))
            else:
                sentence = words("charter.no-notes-begun" if self._blank else "charter.no-notes")
            self.said.setText(sentence)
            self.link.setText(words("charter.others", n=len(self._others)))
        self.link.setVisible(bool(self._others) and not self._read_only)

    def _say_button(self) -> None:
        words = self._words
        key = "untie"
        if self.others_shown:
            key = "begin-with" if self._blank else "tie"
        self.button.setText(words(f"charter.{key}"))
        self.button.setVisible(self._meant is not None and not self._read_only)
        hint = bool(self.notes) and self._meant is None and not self._read_only
        self.hint.setText(words("charter.choose-note") if hint else "")
        self.hint.setVisible(hint)

    def _fill(self, shown: Sequence[Source]) -> None:
        before = self._meant.source.note.id if self._meant else ""
        at = next((n for n, one in enumerate(self.notes) if one is self._meant), 0)
        focused = self._meant is not None and self._meant.hasFocus()
        for note in self.notes:
            self._column.removeWidget(note)
            note.hide()
            delete_later(note)
        self.notes, self._meant = [], None
        for source in shown[:MOST]:
            note = SourceNoteCard(self._look, self._words, source)
            note.chosen.connect(self._choose)
            note.stepped.connect(self._step)
            note.taken.connect(self.tie_chosen)
            self._column.addWidget(note)
            self.notes.append(note)
        self._notes_place.setVisible(bool(self.notes))
        again = next((one for one in self.notes if one.source.note.id == before), None)
        if again is None and focused and self.notes:
            again = self.notes[min(at, len(self.notes) - 1)]
        if again is not None:
            self._choose(again)
            if focused:
                again.setFocus()

    def _choose(self, note: SourceNoteCard) -> None:
        if self._meant is not None:
            self._meant.set_chosen(False)
        self._meant = note
        note.set_chosen(not self._read_only)
        self._say_button()

    def _step(self, note: SourceNoteCard, by: int) -> None:
        to = self.notes.index(note) + by
        if 0 <= to < len(self.notes):
            self.notes[to].setFocus()
