"""Where a clause came from: the notes it grew out of, and what was said but not taken."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.charter.note_groups import NoteGroup
from app.charter.sources import Source
from app.charter.unused_notes import Unused
from app.words import Words
from ui.charter.source_notes import GroupHead, SourceNoteCard
from ui.look.look import Look
from ui.parts.buttons import KeyButton
from ui.parts.card import Card
from ui.parts.deletion import delete_later
from ui.parts.labels import WrapLabel, small
from ui.parts.layouts import FlowLayout, holding
from ui.parts.reading import for_reading

TIE_KEY = "Ctrl+T"
OTHERS_KEY = "F9"
TOGETHER_KEY, APART_KEY = "Ctrl+G", "Ctrl+Shift+G"
"""The keys that take all notes of a group in: as one clause, as a clause each."""

MOST = 150
"""Notes shown at once; more are counted in a sentence."""


class SourcesCard(Card):
    """The notes a clause came from; a link turns to those that none came from.

    ``tied`` and ``untied`` are sent with a note's id; ``taken`` with a group, and whether its notes
    are to be a clause each.
    """

    tied = Signal(str)
    untied = Signal(str)
    taken = Signal(object, bool)

    def __init__(self, look: Look, words: Words) -> None:
        """No notes yet."""
        super().__init__(look, words("charter.came-from"), tight=True)
        self._words = words
        self._tied: tuple[NoteGroup, ...] = ()
        self._unused = Unused()
        self._shown: tuple[tuple[NoteGroup, ...], str] | None = None
        self._read_only = self._blank = False
        self.others_shown = False
        self.notes: list[SourceNoteCard] = []
        self.heads: list[GroupHead] = []
        self._meant: SourceNoteCard | None = None
        self.said = small(look, "")
        self.link = for_reading(KeyButton(look, words, "", OTHERS_KEY, "link", bind=False))
        self.link.clicked.connect(self.toggle_others)
        row = FlowLayout(look.px(6), 0)
        row.addWidget(self.said)
        row.addWidget(self.link)
        self.all_used = small(look, "")
        self._notes_place = QWidget()
        self._column = QVBoxLayout(self._notes_place)
        self._column.setContentsMargins(0, look.px(6), 0, 0)
        self._column.setSpacing(look.px(8))
        self.more = small(look, "")
        self.button = KeyButton(look, words, "", TIE_KEY, small=True, wide=True, bind=False)
        self.button.clicked.connect(self.tie_chosen)
        self.together = KeyButton(look, words, "", TOGETHER_KEY, small=True, wide=True)
        self.together.clicked.connect(lambda: self._take(apart=False))
        self.apart = KeyButton(look, words, "", APART_KEY, small=True, wide=True)
        self.apart.clicked.connect(lambda: self._take(apart=True))
        self.hint = WrapLabel(look, "", "small", "mute")
        self._acts = QWidget(self._notes_place)
        acts = QVBoxLayout(self._acts)
        acts.setContentsMargins(0, 0, 0, look.px(4))
        acts.setSpacing(look.px(4))
        for button in (self.button, self.together, self.apart):
            acts.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._acts.hide()
        self.add(holding(row), self.all_used, self.hint, self._notes_place, self.more)

    @property
    def chosen(self) -> SourceNoteCard | None:
        """The note that is meant."""
        return self._meant

    def show_sources(
        self,
        tied: Sequence[NoteGroup],
        unused: Unused | None = None,
        *,
        read_only: bool = False,
        blank: bool = False,
    ) -> None:
        """Show the notes a clause came from, as they lay, and offer those no clause came from.

        ``blank``: there is no clause yet, a note may begin one.
        """
        self._tied, self._unused = tuple(tied), unused or Unused()
        self._read_only, self._blank = read_only, blank
        if not self._unused.groups:
            self.others_shown = False
        self._show()

    def toggle_others(self) -> None:
        """Turn to what was said but not taken, and back."""
        if self._unused.groups:
            self.others_shown = not self.others_shown
            self._show()

    def tie_chosen(self) -> None:
        """Tie the chosen note, or untie it."""
        if self._meant is None or self._read_only:
            return
        (self.tied if self.others_shown else self.untied).emit(self._meant.source.note.id)

    def _take(self, *, apart: bool) -> None:
        group = self._group_meant()
        if group is not None:
            self.taken.emit(group, apart)

    def _group_meant(self) -> NoteGroup | None:
        """The group of the chosen note, where it can be taken in: several notes, none used yet."""
        if self._meant is None or self._read_only or not self.others_shown:
            return None
        source = self._meant.source
        found = (one for one in self._unused.groups if source in one.notes)
        return next((one for one in found if len(one.notes) > 1), None)

    def _show(self) -> None:
        shown = self._unused.groups if self.others_shown else self._tied
        self._say()
        if self._shown != (shown, self._words.language):
            self._fill(shown)
            self._shown = (shown, self._words.language)
        over = sum(len(group.notes) for group in shown) - MOST
        self.more.setText(self._words("charter.more-notes", n=over) if over > 0 else "")
        self.more.setVisible(over > 0)
        self._say_button()

    def _say(self) -> None:
        words, of = self._words, self._unused.of
        left = len(self._unused.notes)
        if self.others_shown:
            self.said.setText(words("drafting.unused-said", n=left, of=of))
            self.link.setText(words("charter.back-to-sources"))
        else:
            self.said.setText(self._tied_said())
            self.link.setText(words("drafting.unused", n=left, of=of))
        self.link.setVisible(bool(left) and not self._read_only)
        self.all_used.setText(words("drafting.all-used", n=of) if of and not left else "")
        self.all_used.setVisible(bool(of) and not left and not self._read_only)

    def _tied_said(self) -> str:
        words = self._words
        notes = [source for group in self._tied for source in group.notes]
        if not notes:
            return words("charter.no-notes-begun" if self._blank else "charter.no-notes")
        days = sorted({source.day for source in notes})
        dates = [words.day(date.fromisoformat(day), "full") for day in days]
        return words("charter.notes-from", n=len(notes), day=words.series(dates))

    def _say_button(self) -> None:
        words = self._words
        key = "untie"
        if self.others_shown:
            key = "begin-with" if self._blank else "tie"
        self.button.setText(words(f"charter.{key}"))
        self.button.setVisible(self._meant is not None and not self._read_only)
        group = self._group_meant()
        n = len(group.notes) if group is not None else 0
        self.together.setText(words("drafting.take-together", n=n))
        self.apart.setText(words("drafting.take-apart", n=n))
        for button in (self.together, self.apart):
            button.setVisible(group is not None)
        hint = bool(self.notes) and self._meant is None and not self._read_only
        self.hint.setText(words("charter.choose-note") if hint else "")
        self.hint.setVisible(hint)

    def _fill(self, shown: Sequence[NoteGroup]) -> None:
        before = self._meant.source.note.id if self._meant else ""
        at = next((n for n, one in enumerate(self.notes) if one is self._meant), 0)
        focused = self._meant is not None and self._meant.hasFocus()
        for widget in (*self.notes, *self.heads):
            self._column.removeWidget(widget)
            widget.hide()
            delete_later(widget)
        self._column.removeWidget(self._acts)
        self._acts.hide()
        self.notes, self.heads, self._meant = [], [], None
        for group in shown:
            room = MOST - len(self.notes)
            if room > 0:
                self._add_head(group)
                for source in group.notes[:room]:
                    self._add_note(source)
        self._notes_place.setVisible(bool(self.notes))
        again = next((one for one in self.notes if one.source.note.id == before), None)
        if again is None and focused and self.notes:
            again = self.notes[min(at, len(self.notes) - 1)]
        if again is not None:
            self._choose(again)
            if focused:
                again.setFocus()

    def _add_head(self, group: NoteGroup) -> None:
        head = GroupHead(self._look, self._words, group)
        self._column.addWidget(head)
        self.heads.append(head)

    def _add_note(self, source: Source) -> None:
        note = SourceNoteCard(self._look, self._words, source)
        note.chosen.connect(self._choose)
        note.stepped.connect(self._step)
        note.taken.connect(self.tie_chosen)
        self._column.addWidget(note)
        self.notes.append(note)

    def _choose(self, note: SourceNoteCard) -> None:
        if self._meant is not None:
            self._meant.set_chosen(False)
        self._meant = note
        note.set_chosen(not self._read_only)
        # Right below it, however many notes there are.
        self._column.removeWidget(self._acts)
        self._column.insertWidget(self._column.indexOf(note) + 1, self._acts)
        self._acts.setVisible(not self._read_only)
        self._say_button()

    def _step(self, note: SourceNoteCard, by: int) -> None:
        to = self.notes.index(note) + by
        if 0 <= to < len(self.notes):
            self.notes[to].setFocus()
