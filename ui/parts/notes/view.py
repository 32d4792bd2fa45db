"""A view of notes that a person works with: arrows, keys, the mouse, editing, dragging."""

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from app.words import Words
from ui.look.look import Look
from ui.parts.deletion import delete_later
from ui.parts.keycaps import is_enter
from ui.parts.notes.drag_view import DragView
from ui.parts.notes.editor import NoteEditor
from ui.parts.notes.items_view import Flag
from ui.parts.notes.keyboard import Step, claims_count, digit_of, row_after, step_of
from ui.parts.notes.layout import Layout
from ui.parts.notes.note_actions import COLOURS, action_of
from ui.parts.room_keys import CATCHES

_CLAIMED = frozenset((*CATCHES, *COLOURS))
"""What is done with a note though its keys do something else elsewhere: on some keyboards those of
colours write what opens the page of keys."""

_RANGE = Qt.KeyboardModifier.ShiftModifier
_TOGGLE = Qt.KeyboardModifier.ControlModifier


class NotesView(DragView):
    """Says what a person wants done with the notes; whoever made it does it."""

    action_asked = Signal(str)
    """A code of ``ui.parts.notes.note_actions``: what a key asks for."""
    dots_stepped = Signal(str, int)
    """Id of an item, and by how many dots its stepper was pressed."""
    digit_typed = Signal(int)
    """A digit, which counts while dots are counted."""
    menu_asked = Signal(QPoint)
    """A context menu, at a point of the screen."""
    focused = Signal()
    """The view has the focus now."""
    edit_begun = Signal(str)
    """Id of the item over which an editor has been laid."""
    edited = Signal(str, str)
    """Id of an item, and the words it is to have; :meth:`close_editor` once they are kept."""
    edit_left = Signal(str, str)
    """The same when the focus went elsewhere: perhaps amid a change."""
    edit_cancelled = Signal(str, str)
    """Id of an item, and the words it had before."""

    editor: NoteEditor | None = None
    """The field over the item being edited, while one is."""

    def __init__(
        self,
        look: Look,
        words: Words,
        layout: Layout,
        *,
        large: bool = False,
        picks: bool = False,
        longest: int = 0,
    ) -> None:
        """An empty view, whose notes lie where ``layout`` puts them, in ``large`` letters or not.

        ``picks``: a click asks for "edit" as Enter does; nothing is dragged. Only the first
        ``longest`` letters of a note are shown (0: all).
        """
        super().__init__(look, words, layout, large=large, picks=picks, longest=longest)
        self._pressed: QPoint | None = None
        self._came_by_mouse = False
        self._editing = ""
        self.keypad = False
        """Whether digits say where the notes meant are to lie."""

    # Editing

    def edit_item(self, item: str, *, focus: bool = True) -> None:
        """Edit the words of an item where they stand; the editor takes the ``focus`` or not."""
        row = self.notes.row_of(item)
        if row < 0 or self.editor is not None:
            return
        self.make_current(row)
        shown = self.notes.items[row]
        colour = None if shown.title else shown.colour
        font = self._look.font("strong") if shown.title else self._painter.font
        self._editing = item
        self.editor = NoteEditor(self._look, self.viewport(), shown.text, font, colour)
        self.editor.setAccessibleName(shown.text or self._words("kinds.name-group"))
        if shown.title:
            self.editor.setPlaceholderText(self._words("kinds.name-group"))
        self.editor.finished.connect(self._tell_edited)
        self.editor.left.connect(self._tell_left)
        self.editor.cancelled.connect(self._tell_cancelled)
        self._place_editor()
        self.editor.show()
        self.edit_begun.emit(item)
        if focus:
            self.editor.setFocus()

    @property
    def edited_item(self) -> str:
        """Id of the item whose words are being edited; empty while none is."""
        return self._editing

    def close_editor(self) -> None:
        """The words are safe: put the field away."""
        editor, self.editor, self._editing = self.editor, None, ""
        if editor is not None:
            had_focus = editor.hasFocus()
            editor.hide()
            delete_later(editor)
            if had_focus:
                self.setFocus()

    def updateGeometries(self) -> None:
        """Say how far can be scrolled, and take the editor along."""
        super().updateGeometries()
        self._place_editor()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move what is painted, and take the editor along."""
        super().scrollContentsBy(dx, dy)
        self._place_editor()

    def _place_editor(self) -> None:
        row = self.notes.row_of(self._editing) if self.editor is not None else -1
        if self.editor is not None and row >= 0:
            self.editor.lie_over(self.visualRect(self.notes.index(row)))

    def _tell_edited(self) -> None:
        if self.editor is not None:
            self.edited.emit(self._editing, self.editor.toPlainText())

    def _tell_left(self) -> None:
        if self.editor is not None:
            self.edit_left.emit(self._editing, self.editor.toPlainText())

    def _tell_cancelled(self) -> None:
        if self.editor is not None:
            self.edit_cancelled.emit(self._editing, self.editor.began_with)

    # Keys

    def event(self, event: QEvent) -> bool:
        """Claim what the room's keys would do with the capture line, where a note is meant, and
        what counts dots while they are counted; whatever else is typed is no key here."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            caught = not self._picks and action_of(event) in _CLAIMED
            if caught and any(not item.title for item in self.meant_items()):
                event.accept()
                return True
            if claims_count(event, self.notes.dots):
                return True
            if self.keypad and digit_of(event) is not None and self.meant_items():
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, Space chooses, the rest asks for an action."""
        step, digit, code = step_of(event), digit_of(event), action_of(event)
        if step is not None:
            self._step(step, extend=bool(event.modifiers() & _RANGE))
        elif event.key() == Qt.Key.Key_Space and not event.modifiers():
            if self._picks:
                self.action_asked.emit("edit")
            else:
                self._toggle(self.currentIndex().row())
        elif event.key() == Qt.Key.Key_Escape and self.chosen_items():
            self.choose_ids(set())
        elif self.notes.dots == "counting" and is_enter(event):
            self.action_asked.emit("next")
        elif code:
            self.action_asked.emit(code)
        elif digit is not None and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.digit_typed.emit(digit)
        else:
            event.ignore()

    def _step(self, step: Step, *, extend: bool) -> None:
        row = self.currentIndex().row()
        to = row_after(self._placement, row, step)
        if to < 0:
            return
        if extend:
            self._choose_range(row, to)
        self.make_current(to)

    def _toggle(self, row: int) -> None:
        if row >= 0:
            self.selectionModel().select(self.notes.index(row), Flag.Toggle)
            self.viewport().update()

    def _choose_range(self, begin: int, end: int) -> None:
        first, last = sorted((max(0, begin), end))
        ids = {item.id for item in self.notes.items[first : last + 1]}
        self.choose_ids(ids | {item.id for item in self.chosen_items()})

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Make current, choose with Ctrl or Shift, or press a stepper."""
        point = event.position().toPoint()
        row = self.indexAt(point).row()
        if event.button() != Qt.MouseButton.LeftButton or row < 0:
            if row >= 0:
                self.make_current(row, scroll=False)
            elif not event.modifiers():
                self.choose_ids(set())
                event.ignore()  # it was a click on the zone, not on a note
            return
        by = self._stepped(row, point)
        if by:
            self.make_current(row, scroll=False)
            self.dots_stepped.emit(self.notes.items[row].id, by)
            return
        before, came = self.currentIndex().row(), self._came_by_mouse
        self._came_by_mouse = False
        if event.modifiers() & _TOGGLE:
            # What was current before the keyboard came here is not meant.
            if not self.chosen_items() and before >= 0 and before != row and not came:
                self._toggle(before)
            self._toggle(row)
        elif event.modifiers() & _RANGE:
            self._choose_range(before, row)
        else:
            self._pressed = point
        self.make_current(row, scroll=False)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin to drag."""
        far = QApplication.startDragDistance()
        if self._pressed is None or self._picks:
            return
        if (event.position().toPoint() - self._pressed).manhattanLength() >= far:
            self._pressed = None
            self.startDrag(Qt.DropAction.MoveAction)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A plain click chooses nothing else."""
        if self._pressed is None:
            return
        self._pressed = None
        self.choose_ids(set())
        if self._picks and self.indexAt(event.position().toPoint()).isValid():
            self.action_asked.emit("edit")

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edit what is under the mouse; a quick second press on a stepper counts."""
        point = event.position().toPoint()
        row = self.indexAt(point).row()
        if row >= 0 and self._stepped(row, point):
            self.mousePressEvent(event)
        elif row >= 0 and not self._picks:
            self.action_asked.emit("edit")

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu, at the mouse or at the current note."""
        at = event.pos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            at = self.visualRect(self.currentIndex()).center()
        self.menu_asked.emit(self.viewport().mapToGlobal(at))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Let keys act on something at once."""
        super().focusInEvent(event)
        self._came_by_mouse = event.reason() == Qt.FocusReason.MouseFocusReason
        if not self.currentIndex().isValid() and self.notes.items:
            self.make_current(0)
        self.viewport().update()
        self.focused.emit()
        self.chosen_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes."""
        super().focusOutEvent(event)
        self.viewport().update()
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.chosen_changed.emit()

    def stepper(self, row: int) -> tuple[QRect, QRect]:
        """Where the minus and the plus of an item are on the viewport, while dots are counted."""
        return self._painter.stepper(self.visualRect(self.notes.index(row)))

    def _stepped(self, row: int, point: QPoint) -> int:
        """By how many dots a press at ``point`` counts: 1, -1, or 0 beside the stepper."""
        if self.notes.dots != "counting":
            return 0
        minus, plus = self.stepper(row)
        return 1 if plus.contains(point) else -1 if minus.contains(point) else 0
