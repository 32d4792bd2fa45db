"""What marks notes, merges and splits them: carried out in the library; trouble is said."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from app.library.rows import Note, Person
from app.workshop.named_people import suggestions
from app.workshop.note_marks import (
    audiences_within,
    colour_notes,
    mark_audience,
    name_author,
    need_authors,
)
from app.workshop.note_parts import merge_notes, split_note
from app.workshop.running import Running
from ui.attempt import attempt
from ui.parts.fields import Field
from ui.parts.form_dialog import FormDialog
from ui.parts.name_completer import NameCompleter
from ui.parts.notes.note_actions import COLOURS
from ui.parts.text_edits import LineEdit
from ui.world import World

MARKS = frozenset((*COLOURS, "merge", "split", "author", "audience"))
"""The codes of what is done here."""

_AUTHOR = (
    Field(key="author", kind="text", label="kinds.author.name", shows="kinds.author.shows"),
)  # fmt: skip


class NoteMarking:
    """Marks the notes that a person means, each gesture one change."""

    def __init__(self, world: World, running: Callable[[], Running], parent: QWidget) -> None:
        """In the run that ``running`` gives; windows and menus stand over ``parent``."""
        self._world, self._running, self._parent = world, running, parent

    def do(self, code: str, notes: Sequence[Note], at: QPoint) -> bool:
        """Do one of :data:`MARKS` with notes, or ask for what it needs at a point of the screen;
        gives whether something was done already."""
        library, running = self._world.library, self._running()
        if code == "author":
            self._ask_author(notes)
            return False
        if code == "audience":
            self._ask_audience(notes, at)
            return False
        if code == "merge":
            return attempt(self._world, lambda: merge_notes(library, running, notes))
        if code == "split":
            return attempt(self._world, lambda: split_note(library, running, notes[0]))
        return attempt(self._world, lambda: colour_notes(library, running, notes, COLOURS[code]))

    def _ask_author(self, notes: Sequence[Note]) -> None:
        running = self._running()
        if attempt(self._world, lambda: need_authors(running)):
            AuthorDialog(self._world, self._parent, running, notes).open()

    def _ask_audience(self, notes: Sequence[Note], at: QPoint) -> None:
        """Offer those for whom a note may be, the one that it is for ticked."""
        words, running = self._world.words, self._running()
        menu = QMenu(self._parent)
        menu.setFont(self._world.look.font("body"))
        for audience in audiences_within(running):
            action = menu.addAction(words(f"design.audience-{audience}").replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(all(note.audience == audience for note in notes))
            action.triggered.connect(partial(self._mark_audience, notes, audience))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _mark_audience(self, notes: Sequence[Note], audience: str, _: bool = False) -> None:
        library, running = self._world.library, self._running()
        attempt(self._world, lambda: mark_audience(library, running, notes, audience))


class AuthorDialog(FormDialog):
    """Asks who said what is on notes; no name takes it away."""

    def __init__(
        self, world: World, parent: QWidget, running: Running, notes: Sequence[Note]
    ) -> None:
        """The name that all of ``notes`` bear, if they do."""
        words = world.words
        super().__init__(
            world,
            parent,
            words("kinds.author.ask", n=len(notes)),
            words("kinds.author.said"),
            words("kinds.author.keep"),
            _AUTHOR,
            world.moment.now().date(),
        )
        self._running, self._notes = running, notes
        line = self.form.field_widget("author")
        if isinstance(line, LineEdit):
            reader = world.library.reader
            NameCompleter(words, line, lambda typed: suggestions(reader, running, typed))
        authors = {note.author for note in notes}
        author = world.library.reader.find(Person, authors.pop() or "") if authors else None
        self.fill({"author": author.name if author is not None and not authors else ""})
        self.begin(f"author:{notes[0].id}")

    def keep(self) -> None:
        """Keep the name on all of the notes. Raises Trouble."""
        name = str(self.form.values()["author"] or "")
        name_author(self.world.library, self._running, self._notes, name)
