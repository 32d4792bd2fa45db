"""A clause where it is read: its heading, its words edited in place, what can be done with it."""

from collections.abc import Mapping
from functools import partial

import msgspec
from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.charter.changes import ClauseChange
from app.library.rows import Clause
from app.library.trouble import Trouble
from ui.look.scaling import RADIUS_CONTROL
from ui.parts.autosave import Autosave
from ui.parts.buttons import IconButton
from ui.parts.clauses.drafting import Drafting
from ui.parts.clauses.editors import Editor, make_editor
from ui.parts.clauses.marked import MarkedClause
from ui.parts.deletion import delete_later
from ui.parts.key_menu import KeyMenu
from ui.parts.labels import WrapLabel
from ui.parts.text_edits import LineEdit
from ui.parts.text_fields import editor_field, line_field
from ui.parts.told_keys import tell_keys
from ui.world import World

CLAUSE_KEYS: Mapping[str, str] = {
    "heading": "Ctrl+Shift+H",
    "split": "Ctrl+Shift+M",
    "merge": "Ctrl+M",
    "wording": "Ctrl+Shift+O",
    "choose": "Ctrl+Shift+Y",
    "up": "Ctrl+Shift+Up",
    "down": "Ctrl+Shift+Down",
    "remove": "Ctrl+Shift+Backspace",
}
"""What can be done with a clause, with its key."""


def focus_in(widget: QWidget) -> QWidget | None:
    """What has the focus inside a widget, if it is there."""
    focus: QWidget | None = widget.window().focusWidget()
    return focus if focus is not None and widget.isAncestorOf(focus) else None


class Manner(msgspec.Struct, frozen=True):
    """How clauses are edited: at the desk with a menu beside each, by which it is given a heading,
    moved and removed; or, ``in_room``, closer together in a ring, and one that is left empty goes.
    """

    in_room: bool = False


class Spot(msgspec.Struct, frozen=True):
    """Where a clause stands: section and form, a table's heads, what to ask, what to call it."""

    section: str
    form: str
    columns: tuple[str, ...]
    prompt: str
    name: str


class ClauseField(QWidget):
    """One clause of the draft; without one yet, a place to begin it.

    ``chosen`` is sent when it takes the focus. ``asked`` is sent with what is to be done with it:
    the codes of ``CLAUSE_KEYS``, but for the heading.
    """

    chosen = Signal()
    asked = Signal(str)
    left_at = Signal(int)
    walked = Signal(QRect)

    def __init__(self, world: World, drafting: Drafting, spot: Spot, manner: Manner) -> None:
        """An empty place; :meth:`show_clause` or :meth:`show_blank` is to follow."""
        super().__init__()
        self._world, self._drafting, self._manner = world, drafting, manner
        self.spot = spot
        if spot.form in ("list", "table"):
            ways = [("Alt+Up", "up"), ("Alt+Down", "down")]
            told = [(key, world.words(f"charter.keys.{spot.form}-{way}")) for key, way in ways]
            tell_keys(self, world.words(f"charter.keys.{spot.form}"), told)
        self.clause: Clause | None = None
        self.beside_others = False
        """Whether other wordings of the same thing stand beside it."""
        self._coming = ""
        self._marked: MarkedClause | None = None
        self._change: ClauseChange | None = None
        self.heading = _make_heading(world, spot.name, manner)
        self.editor: Editor
        self.editor, self.editing = make_editor(
            world.look, world.words, spot.form, spot.columns, spot.prompt
        )
        self.editing.setAccessibleName(spot.name)
        self.editing.setAccessibleDescription(spot.prompt)
        self.setFocusProxy(self.editing)
        self.trouble = WrapLabel(world.look, "", "small", "ember")
        self.trouble.hide()
        self.more = IconButton(world.look, "more", world.words("charter.more-tip", name=spot.name))
        self.more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.more.clicked.connect(self.offer)
        self._lay_out()
        new = drafting.new_place(spot.section, spot.form, self._add)
        self._saves_text = Autosave(world, editor_field(self.editing, self.editor), new)
        new = drafting.new_heading_place(spot.section, spot.form)
        self._saves_heading = Autosave(world, line_field(self.heading), new)
        for save in (self._saves_text, self._saves_heading):
            save.refused.connect(self._say)
            save.kept.connect(self._settle)
        self._saves_heading.given_back.connect(self.heading.show)
        self.editor.entered.connect(self._entered)
        self.editor.left.connect(self._left)
        self.editor.emptied.connect(self._emptied)
        self.editor.edge_left.connect(self.left_at)
        self.editor.cursor_moved.connect(self._tell_place)
        self.heading.editingFinished.connect(self._left)
        self.heading.returnPressed.connect(self.begin)

    # What it shows

    @property
    def clause_id(self) -> str:
        """The id of its clause, also while that is only being added; empty where there is none."""
        return self.clause.id if self.clause is not None else self._coming

    def show_clause(self, clause: Clause) -> None:
        """Show a clause as it now is; what is being typed stays as it is."""
        if self.clause is None:
            self._saves_text.move_to(self._drafting.text_place(clause))
            self._saves_heading.move_to(self._drafting.heading_place(clause))
        self.clause = clause
        self._saves_text.show(clause.text)
        self._saves_heading.show(clause.heading)
        if clause.heading:
            self.heading.show()

    def show_blank(self) -> None:
        """Show that nothing is written here yet; what was begun and not kept is given back."""
        self._saves_text.show("")
        self._saves_heading.show("")

    def mark(self, change: ClauseChange | None) -> None:
        """Show what changed in it, but where it is being written; None shows it plain."""
        same = change == self._change and (self._marked is None) == (change is None)
        self._change = change
        if not same:
            self._show_marks()

    def set_selected(self, selected: bool) -> None:
        """Offer, or not, what can be done with it."""
        self.more.setVisible(selected and not self._manner.in_room)

    # Writing

    @property
    def writing(self) -> bool:
        """Whether somebody writes in it now."""
        return self._focused()

    @property
    def safe(self) -> bool:
        """Whether nothing would be lost if the field went away now."""
        return self._saves_text.safe and self._saves_heading.safe

    def begin(self, *, at_end: bool = False) -> None:
        """Take the focus and write."""
        self._write_here()
        self.editor.begin(at_end=at_end)

    def ask_heading(self) -> None:
        """Give the clause a heading of its own."""
        self._write_here()
        self.heading.show()
        self.heading.setFocus()

    def flush(self, *, again: bool = False) -> bool:
        """Keep what was typed, now. Gives whether the library has all of it. What was refused is
        tried ``again`` only when that is asked for; it is said once more then."""
        for save in (self._saves_text, self._saves_heading):
            save.flush(again=again)
        return self._saves_text.in_place and self._saves_heading.in_place

    def let_go(self) -> None:
        """The person wants none of what was typed here."""
        for save in (self._saves_text, self._saves_heading):
            save.let_go()

    def _add(self, text: str) -> str:
        """The clause begins with what was typed first. Raises Trouble."""
        # Known before it is told: the field is found by it when the page is shown anew.
        self._coming = self._drafting.new_id()
        try:
            clause = self._drafting.add(self.spot.section, self.spot.form, text, self._coming)
        except Trouble:
            self._coming = ""
            raise
        if self.clause is None:
            self.show_clause(clause)
        return clause.text

    def _say(self, sentence: str) -> None:
        self.trouble.setText(sentence)
        self.trouble.show()

    def _settle(self) -> None:
        if self._saves_text.in_place and self._saves_heading.in_place:
            self.trouble.hide()
        self._show_marks()

    def _entered(self) -> None:
        self.update()
        self.chosen.emit()

    def _left(self) -> None:
        self.update()
        # Focus may go while the library tells what changed: then nothing may be written yet.
        QTimer.singleShot(0, self, self._put_down)

    def _put_down(self) -> None:
        """Show it as it reads, unless the person has come back."""
        if self._focused():
            return
        empty = not self.editor.text().strip() and not self.heading.text().strip()
        if empty and self._manner.in_room and self.clause is not None:
            self._drafting.remove(self.clause)
            return
        self.flush()
        self._show_marks()

    def _emptied(self) -> None:
        self.asked.emit("remove")

    # Marks

    def _show_marks(self) -> None:
        """Show the marked text in the editor's place, unless it is being written."""
        writing = self._focused() or not (
            self._saves_text.in_place and self._saves_heading.in_place
        )
        if self._marked is not None:
            self._marked.hide()
            self._column.removeWidget(self._marked)
            delete_later(self._marked)
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
        return known or bool(self.heading.text()) or self.heading.hasFocus()

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

    def menu(self) -> KeyMenu:
        """What can be done with the clause, each with its key."""
        words, menu = self._world.words, KeyMenu(self._world.look, self._world.words, self)
        for code, key in CLAUSE_KEYS.items():
            action = menu.add(words(f"charter.tool.{code}"), key, partial(self.do, code))
            action.setObjectName(code)
            there = self.clause is not None or code == "remove"
            action.setEnabled(there and (code != "choose" or self.beside_others))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def do(self, code: str) -> None:
        """Do what the menu offers, or ask for it."""
        if code == "heading":
            self.ask_heading()
        else:
            self.asked.emit(code)

    # How it looks

    def enterEvent(self, event: QEnterEvent) -> None:
        """Draw the hairline of what is pointed at."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Draw it no more."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """In the room: a ring while one writes, a hairline while it is pointed at."""
        if not self._manner.in_room or not (self.writing or self.underMouse()):
            return
        tokens = self._world.look.theme
        ring = tokens.ring if self.writing else 1
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.ember if self.writing else tokens.line), ring))
        box = QRectF(self.rect()).adjusted(ring / 2, ring / 2, -ring / 2, -ring / 2)
        painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)
        painter.end()

    def _lay_out(self) -> None:
        look = self._world.look
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(4))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(4))
        row.addLayout(self._column, 1)
        for widget in (self.heading, self.editing, self.trouble):
            self._column.addWidget(widget)
        if self._manner.in_room:
            side = look.px(10)
            row.setContentsMargins(side, look.px(5), side, look.px(5))
            self.more.setParent(self)
            self.more.hide()
            return
        gutter = QVBoxLayout()
        # Room is kept for the button, so that nothing moves when it comes and goes.
        gutter.addWidget(self.more)
        gutter.addStretch(1)
        keeping = self.more.sizePolicy()
        keeping.setRetainSizeWhenHidden(True)
        self.more.setSizePolicy(keeping)
        self.more.hide()
        row.addLayout(gutter)

    def _focused(self) -> bool:
        focus = focus_in(self)
        return focus is not None and focus is not self._marked

    def _tell_place(self, place: QRect) -> None:
        self.walked.emit(QRect(self.editing.mapTo(self, place.topLeft()), place.size()))


def _make_heading(world: World, name: str, manner: Manner) -> LineEdit:
    """The line for a clause's own heading, in the section called ``name``."""
    line = LineEdit()
    line.setProperty("bare", True)
    line.setFont(world.look.font("strong" if manner.in_room else "charter-strong"))
    line.setPlaceholderText(world.words("charter.heading-shows"))
    line.setAccessibleName(world.words("charter.heading-of", name=name))
    line.setTextMargins(-2, 0, 0, 0)
    line.hide()
    return line
