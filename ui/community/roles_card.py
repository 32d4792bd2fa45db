"""Who tends what: each role with who holds it and until when, the vacant ones, some advice."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from app.community.advice import Advice
from app.community.held_roles import RoleLine
from ui.parts.buttons import quiet_button
from ui.parts.card import Card, Well
from ui.parts.cell_rows import CellRows, Column, TonedCell
from ui.parts.labels import small
from ui.parts.layouts import FlowLayout, holding
from ui.parts.marked_text import marked
from ui.parts.name_button import NameButton
from ui.parts.reading import for_reading
from ui.parts.reminder_text import in_time, role_name
from ui.parts.short_dates import short_month
from ui.world import World

MOST_ADVICE = 2
"""Pieces of advice shown at once: more would be nagging."""

_SPOKEN_BY_SIGNS = frozenset(("coordinator-vacant", "sponsor-vacant"))


class RolesCard(Card):
    """The roles. ``given`` is sent with a role and its own name when somebody may take it,
    ``shown`` likewise when its history is asked for (nothing: that of all),
    ``changed`` with the id of a holding, ``ended`` likewise."""

    given = Signal(str, str)
    shown = Signal(str, str)
    changed = Signal(str)
    ended = Signal(str)

    def __init__(
        self,
        world: World,
        lines: Sequence[RoleLine],
        advice: Sequence[Advice],
        today: date,
        *,
        begun: bool,
    ) -> None:
        """Show the lines as they stand ``today``. Before a community has ``begun``, an empty chair
        is no news."""
        held = sum(bool(line.held) for line in lines)
        words, look = world.words, world.look
        note = words("community.roles-held", n=held, total=len(lines))
        super().__init__(look, words("community.roles"), note=note)
        self._world, self._today, self._begun = world, today, begun
        columns = (
            Column(share=8),
            Column(share=8, role="small-strong"),
            Column(share=11, folds=True),
        )
        rows = CellRows(look, columns)
        for line in lines:
            button = _RoleButton(world, line)
            button.clicked.connect(self._ask)
            rows.add(button, self._holder(line), self._state(line))
        self.add(rows)
        self.rows = rows
        shown = [one for one in advice if one.code not in _SPOKEN_BY_SIGNS][:MOST_ADVICE]
        if shown:
            well = Well(look)
            for one in shown:
                well.add(small(look, _advice(world, one), "plain"))
            self.body.addSpacing(look.px(4))
            self.add(well)
        self.body.addSpacing(look.px(4))
        self.give_button = quiet_button(look, words("community.role.give"), small=True)
        self.give_button.setObjectName("give role")
        self.give_button.clicked.connect(self._give)
        self.years_button = for_reading(quiet_button(look, words("roles.open"), small=True))
        self.years_button.setObjectName("roles over the years")
        self.years_button.clicked.connect(lambda: self.shown.emit("", ""))
        buttons = FlowLayout(look.px(10), look.px(6))
        buttons.addWidget(self.give_button)
        buttons.addWidget(self.years_button)
        self.body.addWidget(holding(buttons))

    def menu_for(self, line: RoleLine) -> QMenu:
        """What can be done about a role that is held, or once was."""
        words = self._world.words
        menu = QMenu(self)
        for one in line.held:
            name = one.person.name
            change = menu.addAction(words("community.role.change-of", name=name))
            change.setData(("change", one.holding.id))
            end = menu.addAction(words("community.role.end-of", name=name))
            end.setData(("end", one.holding.id))
        if line.held:
            menu.addSeparator()
        give = "community.role.give-also" if line.held else "roles.give"
        more = menu.addAction(words(give))
        more.setData(("give", f"{line.role}\n{line.label}"))
        years = menu.addAction(words("roles.open-one"))
        years.setData(("show", f"{line.role}\n{line.label}"))
        menu.triggered.connect(self._answer)
        return menu

    def _holder(self, line: RoleLine) -> str:
        words = self._world.words
        if not line.held:
            return "—"
        if line.several and line.people > 1:
            return words("community.role.people", n=line.people)
        return words.series([one.person.name for one in line.held])

    def _state(self, line: RoleLine) -> TonedCell:
        words = self._world.words
        if line.state == "vacant":
            if line.since is None and not self._begun:
                return TonedCell(words("community.role.vacant"), "mute")
            if line.since is None:
                return TonedCell(marked(words("community.role.vacant"), "ember"), "ember")
            month = short_month(words, line.since)
            since = words("community.role.vacant-since", month=month)
            return TonedCell(marked(since, "ember"), "ember")
        if line.state == "ends-soon" and line.until is not None:
            when = in_time(words, (line.until - self._today).days)
            ends = words("community.role.ends-soon", in_time=when)
            return TonedCell(marked(ends, "amber"), "amber")
        if line.several and line.units > 1:
            return TonedCell(words("community.role.units", n=line.units), "mute")
        if line.until is None and line.review is not None:
            month = short_month(words, line.review)
            return TonedCell(words("community.role.review-on", month=month), "mute")
        if line.until is None:
            return TonedCell(words("community.role.no-end"), "mute")
        month = short_month(words, line.until)
        return TonedCell(words("community.role.until", month=month), "mute")

    def _ask(self) -> None:
        button = self.sender()
        if not isinstance(button, _RoleButton):
            return
        if button.line.ever:
            place = button.mapToGlobal(button.rect().bottomLeft())
            self.menu_for(button.line).popup(place)
        else:
            self.given.emit(button.line.role, button.line.label)

    def _answer(self, action: QAction) -> None:
        what, subject = action.data()
        if what in {"give", "show"}:
            role, _, label = str(subject).partition("\n")
            (self.given if what == "give" else self.shown).emit(role, label)
        elif what == "change":
            self.changed.emit(subject)
        else:
            self.ended.emit(subject)

    def _give(self) -> None:
        self.given.emit("", "")


class _RoleButton(NameButton):
    """The name of a role; pressing it asks what may be done about it."""

    def __init__(self, world: World, line: RoleLine) -> None:
        name = role_name(line.role, line.label, world.words, world.catalogue)
        super().__init__(world.look, name)
        self.line = line
        self.setObjectName(f"role {line.role} {line.label}")


def _advice(world: World, advice: Advice) -> str:
    facts = dict(advice.facts)
    names = facts.get("names")
    if isinstance(names, tuple):
        facts["names"] = world.words.series([str(name) for name in names])
    return world.words(f"community.advice.{advice.code}", **facts)
