"""What is done about a charter in a dialog: how its sections stand, how people agree to it."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from app.charter.clauses import rename_section
from app.charter.outline import SectionLine, own_section, places_of
from app.charter.sections import ShapedSection, describe_section, move_section
from app.community.today import today_of
from app.library.journal import Scope
from app.library.rows import Version
from ui.attempt import attempt
from ui.charter.ask_dialog import AskDialog
from ui.charter.charter_panes import CharterPanes
from ui.charter.charter_view import CharterView
from ui.charter.replies_dialog import RepliesDialog
from ui.charter.rule_dialog import RuleDialog
from ui.charter.shape_dialogs import HeadDialog, SectionDialog
from ui.world import World


class Desk(Protocol):
    """The screen on which a charter lies."""

    @property
    def world(self) -> World:
        """What the screen was handed."""

    @property
    def body(self) -> CharterPanes:
        """The panes of the charter."""

    @property
    def view(self) -> CharterView:
        """What is shown."""

    def scope(self) -> Scope:
        """The community's own changes."""

    def open_section(self, section: str) -> None:
        """Show a section."""

    def call_added(self, section: str, name: str) -> None:
        """A section being added has another name, or none any more."""


class SectionActs:
    """Moves and arranges the sections of a draft."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        """Of the charter on ``desk``; dialogs open over ``window``."""
        self._desk, self._window = desk, window

    def move_up(self) -> None:
        """Move the section shown up."""
        self._move(-1, self._desk.body.section)

    def move_down(self) -> None:
        """Move it down."""
        self._move(1, self._desk.body.section)

    def arrange(self) -> None:
        """Ask how the charter writes the section shown; where others stand under it, which of them
        is meant is asked first."""
        desk = self._desk
        line = desk.view.line_of(desk.body.section)
        if line is None or desk.view.shown is not None or not desk.body.may_turn():
            return
        if not line.children:
            self._describe(line.shaped)
            return
        button = desk.body.sections.arrange_button
        self.menu(line).popup(button.mapToGlobal(QPoint(0, button.height())))

    def menu(self, line: SectionLine) -> QMenu:
        """The section of a line and those under it, with what can be done about each."""
        world = self._desk.world
        words, language = world.words, world.words.language
        menu = QMenu(self._window)
        menu.setFont(world.look.font("body"))
        menu.addAction(line.shaped.name(language), partial(self._describe, line.shaped))
        menu.addSeparator()
        for child in line.children:
            inner = menu.addMenu(child.name(language))
            inner.setFont(world.look.font("body"))
            inner.addAction(words("shape.describe"), partial(self._describe, child))
            inner.addAction(words("shape.up"), partial(self._move, -1, child.id))
            inner.addAction(words("shape.down"), partial(self._move, 1, child.id))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _describe(self, shaped: ShapedSection) -> None:
        desk = self._desk
        world, scope = desk.world, desk.scope()
        today = today_of(world.library, str(scope.community))
        dialog = SectionDialog(world, self._window, scope, desk.view.lines, shaped, today)
        dialog.kept.connect(desk.open_section)
        dialog.taken_out.connect(self._forget)
        dialog.open()

    def _forget(self, section: str) -> None:
        """A section was taken out: the first of those that are left is shown."""
        self._desk.call_added(section, "")
        others = [one.id for one in self._desk.view.lines if one.id != section]
        self._desk.open_section(others[0] if others else section)

    def rename(self, name: str) -> None:
        """Call the section of one's own that is shown something else."""
        desk = self._desk
        old, world, scope = desk.body.section, desk.world, desk.scope()
        line = desk.view.line_of(old)
        if line is None or not desk.body.flush():
            return
        shown, said = places_of(desk.view.lines), own_section(world.catalogue.sections, name)

        def call() -> None:
            if line.shaped.shape is not None:
                new = describe_section(world.library, scope, shown, old, title=said)
            else:
                new = rename_section(world.library, scope, old, said)
            desk.call_added(old, new)
            desk.open_section(new)

        attempt(world, call)

    def write_head(self) -> None:
        """Ask what stands on top of the charter."""
        world, scope = self._desk.world, self._desk.scope()
        today = today_of(world.library, str(scope.community))
        HeadDialog(world, self._window, scope, today).open()

    def _move(self, by: int, section: str) -> None:
        desk = self._desk
        if desk.view.shown is not None or not desk.body.may_turn():
            return
        shown = places_of(desk.view.lines)
        library, scope = desk.world.library, desk.scope()
        attempt(
            desk.world,
            lambda: desk.open_section(move_section(library, scope, shown, section, by)),
        )


class AgreementActs:
    """Asks for agreement from afar, takes in replies, chooses the rule."""

    def __init__(self, desk: Desk, window: QWidget, export_form: Callable[[QWidget], None]) -> None:
        """Of the charter on ``desk``; ``export_form`` asks how to export the form for replies."""
        self._desk, self._window, self._export_form = desk, window, export_form

    def ask(self) -> None:
        """Show the message that asks for agreement, with the form on paper."""
        version = self._version()
        if version is not None:
            AskDialog(self._desk.world, self._window, version, self._export_form).open()

    def enter_replies(self) -> None:
        """Enter replies that came by message or on paper."""
        version = self._version()
        if version is not None:
            RepliesDialog(self._desk.world, self._window, version).open()

    def choose_rule(self) -> None:
        """Choose how the community tells that its charter is agreed."""
        if self._desk.body.flush(again=True):
            community = str(self._desk.scope().community)
            RuleDialog(self._desk.world, self._window, community).open()

    def _version(self) -> Version | None:
        """The version people are asked about, once what is being typed is kept."""
        version = self._desk.view.agreed_on
        return version if version is not None and self._desk.body.flush(again=True) else None
