"""A clause where it is read: its heading, its words edited in place, what can be done with it."""

from collections.abc import Mapping
from functools import partial

import msgspec
from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from app.charter.changes import ClauseChange
from app.library.rows import Clause
from ui.charter.drafting import Drafting
from ui.charter.marked import MarkedClause
from ui.parts.buttons import IconButton
from ui.parts.clauses.editors import Editor, make_editor
from ui.parts.keys import key_text
from ui.parts.labels import WrapLabel
from ui.world import World

REST = 400
"""Milliseconds after the last letter before a text is kept."""

CLAUSE_KEYS: Mapping[str, str] = {
    "heading": "Ctrl+Shift+H",
    "up": "Ctrl+Shift+Up",
    "down": "Ctrl+Shift+Down",
    "remove": "Ctrl+Shift+Backspace",
}
"""What can be done with a clause, with its key."""

AGAIN = 15_000
"""Milliseconds after which keeping is tried again, when there was trouble and nothing is typed.

Each try may hold the window up for as long as the library waits for another program.
"""


def focus_in(widget: QWidget) -> QWidget | None:
    """What has the focus inside a widget, if it is there."""
    focus: QWidget | None = widget.window().focusWidget()
    return focus if focus is not None and widget.isAncestorOf(focus) else None


class Spot(msgspec.Struct, frozen=True):
    """Where a clause stands: section and form, a table's heads, what to ask, what to call it."""

    section: str
    form: str
    columns: tuple[str, ...]
    prompt: str
    name: str


class ClauseField(QWidget):
    """One clause of the draft; without one yet, a place to begin it.

    ``chosen`` is sent when it takes the focus. ``asked`` is sent with ``up``, ``down`` or
    ``remove`` when that is to be done with it.
    """

    chosen = Signal()
    asked = Signal(str)
    left_at = Signal(int)
    walked = Signal(QRect)

    def __init__(self, world: World, drafting: Drafting, spot: Spot) -> None:
        """An empty place."""
        super().__init__()
        self._world, self._drafting = world, drafting
        self.spot = spot
        self.clause: Clause | None = None
        self._saved = ""
        self._dirty = self._heading_dirty = self._aside = False
        self._marked: MarkedClause | None = None
        self._change: ClauseChange | None = None
        look = world.look
        self.heading = QLineEdit()
        self.heading.setProperty("bare", True)
        self.heading.setFont(look.font("charter-strong"))
        self.heading.setPlaceholderText(world.words("charter.heading-shows"))
        self.heading.setAccessibleName(world.words("charter.heading-of", name=spot.name))
        self.heading.setTextMargins(-2, 0, 0, 0)
        self.heading.hide()
        self.editor: Editor
        self.editor, self.editing = make_editor(
            look, world.words, spot.form, spot.columns, spot.prompt
        )
        self.editing.setAccessibleName(spot.name)
        self.editing.setAccessibleDescription(spot.prompt)
        self.trouble = WrapLabel(look, "", "small", "ember")
        self.trouble.hide()
        self.more = IconButton(look, "more", world.words("charter.more-tip", name=spot.name))
        self.more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.more.clicked.connect(self.offer)
        gutter = QVBoxLayout()
        # Room is kept for the button, so that nothing moves when it comes and goes.
        gutter.addWidget(self.more)
        gutter.addStretch(1)
        keeping = self.more.sizePolicy()
        keeping.setRetainSizeWhenHidden(True)
        self.more.setSizePolicy(keeping)
        self.more.hide()
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(4))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(4))
        row.addLayout(self._column, 1)
        row.addLayout(gutter)
        for widget in (self.heading, self.editing, self.trouble):
            self._column.addWidget(widget)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self.flush)
        self.editor.edited.connect(self._edited)
        self.editor.entered.connect(self._entered)
        self.editor.left.connect(self._left)
        self.editor.emptied.connect(self._emptied)
        self.editor.left_at.connect(self.left_at)
        self.editor.walked.connect(self._tell_place)
        self.heading.textEdited.connect(self._heading_edited)
        self.heading.editingFinished.connect(self._left)
        self.heading.returnPressed.connect(self.begin)

    # What it shows

    def show_clause(self, clause: Clause) -> None:
        """Show a clause as it now is; what is being typed stays as it is."""
        known = self.clause is not None
        self.clause = clause
        if not self._dirty and not (known and clause.text == self._saved):
            unsaved = self._drafting.unsaved(clause)
            self.editor.set_text(clause.text if unsaved is None else unsaved)
            self._saved = clause.text
            if unsaved is not None:
                self._dirty = self._aside = True
                self._rest.start(0)
        if not self._heading_dirty and self.heading.text() != clause.heading:
            self.heading.setText(clause.heading)
        if clause.heading:
            self.heading.show()

    def mark(self, change: ClauseChange | None) -> None:
        """Show what changed in it, but where it is being written; None shows it plain."""
        same = change == self._change and (self._marked is None) == (change is None)
        self._change = change
        if not same:
            self._show_marks()

    def set_selected(self, selected: bool) -> None:
        """Offer, or not, what can be done with it."""
        self.more.setVisible(selected)

    # Writing

    @property
    def dirty(self) -> bool:
        """Whether something typed here is not kept yet."""
        return self._dirty or self._heading_dirty

    @property
    def safe(self) -> bool:
        """Whether nothing would be lost if the field went away now."""
        return not self._heading_dirty and (self._aside or not self._dirty)

    def begin(self, *, at_end: bool = False) -> None:
        """Take the focus and write."""
        self._write_here()
        self.editor.begin(at_end=at_end)

    def ask_heading(self) -> None:
        """Give the clause a heading of its own."""
        self._write_here()
        self.heading.show()
        self.heading.setFocus()

    def flush(self) -> bool:
        """Keep what was typed, now. Gives whether all of it is kept."""
        self._rest.stop()
        if not self.dirty:
            return True
        with self._drafting.writing():
            if self._dirty:
                self._keep_text()
            if self._heading_dirty and self.clause is not None:
                self._keep_heading(self.clause)
        return not self.dirty

    def _keep_text(self) -> None:
        text = self.editor.text()
        if self.clause is None:
            if not text.strip():
                self._dirty = False
                return
            kept = self._drafting.add(self.spot.section, self.spot.form, text)
        else:
            kept = self._drafting.write(self.clause, text)
        self._aside = self._drafting.aside
        # The person may have typed on while it was being kept.
        self._dirty = kept is None or self.editor.text() != text
        self._settle(kept)

    def _keep_heading(self, clause: Clause) -> None:
        kept = self._drafting.head(clause, self.heading.text())
        self._heading_dirty = kept is None
        self._settle(kept)

    def _settle(self, kept: Clause | None) -> None:
        """Take in the clause as it was kept, or try again later."""
        if kept is not None:
            self.clause, self._saved = kept, kept.text
        else:
            self._rest.start(AGAIN)
        self.trouble.setText(self._drafting.trouble if kept is None else "")
        self.trouble.setVisible(kept is None)

    def _edited(self) -> None:
        self._dirty, self._aside = True, False
        self._rest.start(REST)

    def _heading_edited(self) -> None:
        self._heading_dirty = True
        self._rest.start(REST)

    def _entered(self) -> None:
        self.chosen.emit()

    def _left(self) -> None:
        # Focus may go while the library tells what changed: then nothing may be written yet.
        QTimer.singleShot(0, self, self._put_down)

    def _put_down(self) -> None:
        """Keep what was typed, and show it as it reads, unless the person has come back."""
        self.flush()
        self._show_marks()

    def _emptied(self) -> None:
        self.asked.emit("remove")

    # Marks

    def _show_marks(self) -> None:
        """Show the marked text in the editor's place, unless it is being written."""
        writing = self._focused() or self.dirty
        if self._marked is not None:
            self._marked.hide()
            self._column.removeWidget(self._marked)
            self._marked.deleteLater()
            self._marked = None
        show = self._change is not None and not writing
        if show and self._change is not None:
            self._marked = MarkedClause(
                self._world.look,
                self._world.words,
                self._change,
                self.spot.columns,
                marked=True,
                editable=True,
            )
            self._marked.asked.connect(self.begin)
            self._column.insertWidget(0, self._marked)
        self.editing.setVisible(not show)
        self.heading.setVisible(not show and self._headed)

    @property
    def _headed(self) -> bool:
        """Whether there is a heading, or one is being written."""
        known = self.clause is not None and bool(self.clause.heading)
        return known or self._heading_dirty or self.heading.hasFocus()

    def _write_here(self) -> None:
        """Put the editor in the marked text's place."""
        if self._marked is not None:
            self._marked.hide()
        self.editing.show()
        self.heading.setVisible(self._headed)

    # What can be done

    def offer(self) -> None:
        """Open the menu below its button."""
        self.menu().popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def menu(self) -> QMenu:
        """What can be done with the clause, each with its key."""
        words, menu = self._world.words, QMenu(self)
        menu.setFont(self._world.look.font("body"))
        for code, key in CLAUSE_KEYS.items():
            said = f"{words(f'charter.tool.{code}')}\t{key_text(words, key)}"
            action = QAction(said, menu)
            action.setObjectName(code)
            action.setEnabled(self.clause is not None or code == "remove")
            action.triggered.connect(partial(self.do, code))
            menu.addAction(action)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def do(self, code: str) -> None:
        """Do what the menu offers, or ask for it."""
        if code == "heading":
            self.ask_heading()
        else:
            self.asked.emit(code)

    def _focused(self) -> bool:
        focus = focus_in(self)
        return focus is not None and focus is not self._marked

    def _tell_place(self, place: QRect) -> None:
        self.walked.emit(QRect(self.editing.mapTo(self, place.topLeft()), place.size()))
