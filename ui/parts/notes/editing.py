"""Editing notes and the titles of groups where they stand; what is typed is kept meanwhile."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.library.drafts import places_with_drafts
from app.library.rows import Cluster, Note
from app.workshop.notes import edit_note, rename_cluster
from app.workshop.planning import scope_of
from app.workshop.running import Running
from ui.attempt import attempt
from ui.parts.autosave import Autosave
from ui.parts.notes.note_rows import NoteRows
from ui.parts.notes.view import NotesView
from ui.parts.text_fields import plain_field
from ui.parts.text_places import TextPlace, capture_place, group_place, note_place
from ui.world import World


class NoteEditing(QObject):
    """Follows the editors of several views of one run."""

    changed = Signal()
    """An editor was put away; the notes are to be shown as the library now has them."""
    put_away = Signal(str)
    """Id of the note or group whose editor that was, once they are shown."""

    def __init__(self, world: World, running: Callable[[], Running], parent: QWidget) -> None:
        """``running`` gives the run as it now is."""
        super().__init__(parent)
        self._world, self._running = world, running
        self._rows = NoteRows()
        self._views: list[NotesView] = []
        self._saves: dict[str, Autosave] = {}
        self._given_back = False

    def follow(self, views: list[NotesView]) -> None:
        """Keep what is typed in these views, and in no others any more."""
        self._views = views
        for view in views:
            view.edit_begun.connect(partial(self._begin, view))
            view.edited.connect(partial(self._finish, view))
            view.edit_left.connect(partial(self._leave, view))
            view.edit_cancelled.connect(partial(self._cancel, view))

    def show_rows(self, rows: NoteRows) -> None:
        """Notes and groups as they now are; an editor whose row is gone is put away."""
        self._rows = rows
        for view in self._views:
            item = view.edited_item
            row = rows.find(item) if item else None
            if item and row is None:
                view.close_editor()
            elif row is not None and item in self._saves:
                self._saves[item].show(row_text(row))
        if not self._given_back:
            self._given_back = True
            self._give_back()

    def _give_back(self) -> None:
        """Open an editor over a note whose words were kept aside, one in each view."""
        places = places_with_drafts(self._world.library.reader)
        if not places:
            return
        rows: dict[str, Note | Cluster] = {**self._rows.notes, **self._rows.groups}
        for item, row in rows.items():
            if _place_of(row) in places:
                view = next((one for one in self._views if one.notes.row_of(item) >= 0), None)
                if view is not None and view.editor is None:
                    view.edit_item(item, focus=False)

    def _begin(self, view: NotesView, item: str) -> None:
        row, editor = self._rows.find(item), view.editor
        if row is None or editor is None:
            return
        workshop = self._running().workshop
        place = TextPlace(
            key=_place_of(row),
            scope=scope_of(workshop),
            keep=partial(self._reword, row),
            instead=capture_place(workshop.id),
            row=row,
        )
        save = Autosave(self._world, plain_field(editor), place)
        self._saves[item] = save
        save.show(row_text(row))

    def _reword(self, row: Note | Cluster, text: str) -> str:
        library, running = self._world.library, self._running()
        if isinstance(row, Note):
            return edit_note(library, running, row, text).text
        return rename_cluster(library, running, row, text).title

    def _finish(self, view: NotesView, item: str, text: str) -> None:
        """Enter: put the editor away once its words are kept. Nothing at all is no words."""
        row, save = self._rows.find(item), self._saves.get(item)
        if save is None or row is None or text == row_text(row):
            self._put_away(view, item)
        elif not text.strip():
            # A group may do without a title; a note says something.
            if attempt(self._world, lambda: self._reword(row, "")):
                save.let_go()
                self._put_away(view, item)
        elif save.flush(again=True) and not save.dirty:
            self._put_away(view, item)

    def _leave(self, view: NotesView, item: str, text: str) -> None:
        """The focus went elsewhere: what could not be kept stays where it was typed."""

        def keep() -> None:
            save = self._saves.get(item)
            if save is None or view.edited_item != item:
                return
            if save.flush() and (not save.dirty or not text.strip()):
                self._put_away(view, item)

        # Once the change in which the focus may have gone is told to everybody.
        QTimer.singleShot(0, self, keep)

    def _cancel(self, view: NotesView, item: str, before: str) -> None:
        """Escape: the words are again what they were when the editor opened."""
        row, save = self._rows.find(item), self._saves.get(item)
        if save is not None:
            save.let_go()
        if row is None or before == row_text(row) or attempt(
            self._world, lambda: self._reword(row, before)
        ):  # fmt: skip
            self._put_away(view, item)

    def _put_away(self, view: NotesView, item: str) -> None:
        self._saves.pop(item, None)
        view.close_editor()
        self.changed.emit()
        self.put_away.emit(item)
        self._give_back()


def row_text(row: Note | Cluster) -> str:
    """The words of a note, or the title of a group."""
    return row.text if isinstance(row, Note) else row.title


def _place_of(row: Note | Cluster) -> str:
    return note_place(row.id) if isinstance(row, Note) else group_place(row.id)
