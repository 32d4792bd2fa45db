"""A community's roles over the years: the picture, its table, what the core gives; or one role's
history, with who comes next, the note for them, and the page that can be printed."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.community.held_roles import RoleLine
from app.community.role_history import Load, next_holders
from app.community.role_years import role_years_diagram
from exports.role_years_figure import (
    history_heads,
    history_rows,
    load_rows,
    role_years_alternative,
    role_years_said,
)
from ui.parts.buttons import Button
from ui.parts.labels import WrapLabel, eyebrow, small
from ui.parts.printable_dialog import PrintableDialog
from ui.parts.reminder_text import role_name
from ui.world import World


class RoleYearsDialog(PrintableDialog):
    """Roles over the years. ``given`` is sent when somebody may take the one shown; the dialog is
    closed then."""

    given = Signal()

    def __init__(
        self,
        world: World,
        parent: QWidget,
        lines: Sequence[RoleLine],
        load: Sequence[Load],
        today: date,
    ) -> None:
        """``lines`` of all roles, or of one; ``load`` is told where there is any."""
        words, look = world.words, world.look
        alone = lines[0] if len(lines) == 1 else None
        title = words("roles.title")
        if alone is not None:
            title = role_name(alone.role, alone.label, words, world.catalogue)
        super().__init__(look, words, parent, title)
        self._world, self._today = world, today
        if alone is not None:
            self._tell_one(alone)
        standing = [line for line in lines if not line.workshop]
        for_one = [line for line in lines if line.workshop]
        if standing:
            self._show(standing, "roles.standing" if for_one else "")
        if for_one:
            self._show(for_one, "roles.for-workshop")
        if load:
            self._tell_load(load)
        if alone is None:
            self.answer(words("roles.print"))
            return
        self.give_button = Button(look, words("roles.name-next" if alone.held else "roles.give"))
        self.give_button.clicked.connect(self._give)
        self.answer(words("roles.print-page"), self.give_button)

    def _tell_one(self, line: RoleLine) -> None:
        """What it counts as and asks, who comes next, the latest note for them."""
        words, look, today = self._world.words, self._world.look, self._today
        known = self._world.catalogue.find_role(line.role)
        if known is not None:
            told = known.in_language(words.language)
            if line.label:
                self.column.add(small(look, words("roles.counts-as", role=told.name)))
            self.column.add(WrapLabel(look, told.asks, "body", "mute"))
        coming = [
            words("roles.next-named", name=one.person.name, day=words.day(one.starts))
            for one in next_holders(line, today)
        ]
        self.column.add(WrapLabel(look, " ".join(coming) or words("roles.next-none"), "body"))
        noted = [one for one in line.ever if one.holding.handover]
        if noted:
            head = words("roles.handover", name=noted[-1].person.name)
            self.column.add(eyebrow(look, head))
            self.column.add(WrapLabel(look, noted[-1].holding.handover, "body"))

    def _show(self, lines: Sequence[RoleLine], head: str) -> None:
        """The picture and the table of some roles."""
        words, look, catalogue = self._world.words, self._world.look, self._world.catalogue
        if head:
            self.column.add(eyebrow(look, words(head)))
        if any(line.ever for line in lines):
            told = role_years_said(catalogue, words)
            self.add_picture(
                lambda width, size: role_years_diagram(lines, self._today, width, size, told),
                role_years_alternative(catalogue, words, lines, self._today),
            )
        rows = history_rows(catalogue, words, lines, self._today)
        self.add_table((8, 8, 6, 7, 6), history_heads(words), rows)

    def _tell_load(self, load: Sequence[Load]) -> None:
        words, look = self._world.words, self._world.look
        self.column.add(eyebrow(look, words("roles.load")))
        self.column.add(small(look, words("roles.load-said")))
        self.add_table((4, 3, 6), (), load_rows(self._world.catalogue, words, load))

    def _give(self) -> None:
        self.accept()
        self.given.emit()
