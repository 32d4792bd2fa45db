"""Where a clause came from: the notes tied to it, and those said but not taken yet."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from app.charter.note_groups import NoteGroup
from app.charter.sources import Source
from app.charter.unused_notes import Offered
from app.words import Words
from ui.look.look import Look
from ui.parts.card import paint_card
from ui.parts.labels import heading, small
from ui.parts.notes.column_layout import sticky_notes
from ui.parts.notes.model import NoteItem
from ui.parts.notes.view import NotesView

TIED = "tied"
"""Id of the group of notes tied to the clause."""


class SourcesPanel(QFrame):
    """Notes beside the draft. Enter or a click ties a note to the clause, or unties it.

    On the title of a cluster, it takes all of its notes in as one clause.
    """

    picked = Signal(str)
    """Id of a note."""
    gathered = Signal(object)
    """A cluster of notes, chosen by its title."""

    def __init__(self, look: Look, words: Words) -> None:
        """No notes yet."""
        super().__init__()
        self._look, self._words = look, words
        self._groups: dict[str, NoteGroup] = {}
        self.remark = small(look, "")
        self.view = NotesView(look, words, sticky_notes(look), picks=True)
        self.view.setAccessibleName(words("kinds.charter.sources"))
        self.view.action_asked.connect(self._act)
        column = QVBoxLayout(self)
        side = look.px(14)
        column.setContentsMargins(side, look.px(10), side - 4, look.px(6))
        column.setSpacing(look.px(4))
        column.addWidget(heading(look, words("kinds.charter.sources"), 3))
        column.addWidget(self.remark)
        column.addWidget(self.view, 1)

    def show_sources(
        self, tied: Sequence[Source], offered: Sequence[Offered], *, clause: bool
    ) -> None:
        """Show notes tied to the clause, and those offered by the block they were said in.

        ``clause``: whether there is a clause to tie them to; else a note begins one.
        """
        words, items = self._words, []
        self._groups = {}
        if tied:
            sentence = words("kinds.charter.tied", n=len(tied))
            items.append(NoteItem(TIED, sentence, group=TIED, title=True))
        for one in tied:
            items.append(NoteItem(one.note.id, one.note.text, one.colour, TIED, kept=True))
        for block in offered:
            items += self._offered(block)
        hint = words("kinds.charter.tie-hint" if clause else "kinds.charter.begin-hint")
        more = [words("drafting.take-hint")] if self._groups else []
        self.remark.set_text(" ".join([hint, *more]))
        self.remark.setVisible(bool(items))
        self.view.show_items(items, empty=words("kinds.charter.no-sources"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card."""
        painter = QPainter(self)
        paint_card(painter, QRectF(self.rect()), self._look)
        painter.end()

    def _act(self, code: str) -> None:
        item = self.view.current_item()
        if code != "edit" or item is None:
            return
        if item.id in self._groups:
            self.gathered.emit(self._groups[item.id])
        elif not item.title:
            self.picked.emit(item.id)

    def _offered(self, block: Offered) -> Iterator[NoteItem]:
        """How many notes of a block are not used yet; the single ones; each cluster, its votes."""
        words, unused, group = self._words, block.unused, block.block.id
        said = words("drafting.unused", n=len(unused.notes), of=unused.of)
        yield NoteItem(group, f"{block.block.title} · {said}", group=group, title=True)
        for one in unused.groups:
            if not one.gathered:
                yield from self._items(one, group)
        for one in unused.groups:
            if one.gathered:
                self._groups[one.id] = one
                dots = words("parts.dots", n=one.dots) if one.dots else ""
                name = one.name(words.language)
                title = " · ".join(part for part in (name, dots) if part)
                yield NoteItem(one.id, title, group=one.id, title=True)
                yield from self._items(one, one.id)

    def _items(self, group: NoteGroup, under: str) -> Iterator[NoteItem]:
        for one in group.notes:
            dots = self._words("parts.dots", n=one.dots) if one.dots else ""
            yield NoteItem(one.note.id, one.note.text, one.colour, under, mark=dots)
