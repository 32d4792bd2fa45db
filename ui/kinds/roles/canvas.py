"""The facilitator's canvas of roles: all of them at the left, the current one on its card."""

from collections.abc import Sequence
from functools import partial

import msgspec
from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.kinds.handing_over import held_now
from app.kinds.kind import CaptureKind
from app.kinds.roles import (
    Candidate,
    add_own_role,
    answer,
    candidates,
    hands_over,
    name_and_agree,
    set_term,
    state_of,
    unname,
)
from app.library.rows import Run
from app.library.trouble import Trouble
from app.typed_text import lines_of
from app.workshop.named_people import suggestions
from app.workshop.planning import scope_of
from app.workshop.running import Running, running_of
from app.workshop.titles import prompt_language
from app.workshop.zones import remember_target
from ui.attempt import attempt
from ui.kinds.roles.endings_panel import EndingsPanel
from ui.kinds.roles.names import ACT_KEYS, REMOVE, TERM, YES
from ui.kinds.roles.new_role import KEY, NewRole
from ui.kinds.roles.role_card import RoleCard
from ui.kinds.roles.role_text import (
    holders_text,
    role_asks,
    role_name,
    role_takes,
    role_why,
    term_of,
)
from ui.look.themes import Tone
from ui.parts.card import Well
from ui.parts.labels import small
from ui.parts.panes import Panes
from ui.parts.screen import give_back_keyboard
from ui.parts.scroll_column import ScrollColumn
from ui.parts.state_list import StateLine, StateList
from ui.parts.text_block import TextRun
from ui.world import World

_TONES: dict[str, Tone] = {"agreed": "teal", "asking": "amber"}


class Shown(msgspec.Struct, frozen=True):
    """What the canvas shows, to know whether there is anything new to show."""

    role: str
    lines: tuple[StateLine, ...]
    named: tuple[Candidate, ...]
    holders: str


class RolesCanvas(QObject):
    """Names for roles (``ui.kinds.canvas.Canvas``)."""

    def __init__(self, kind: CaptureKind, world: World, running: Running, parent: QWidget) -> None:
        """The roles of a run."""
        self.widget = QWidget(parent)
        super().__init__(self.widget)
        self._kind, self._world, self._running = kind, world, running
        self._shown: Shown | None = None
        self._role = self._roles()[0]
        self._current = ""
        look, words = world.look, world.words
        self.list = StateList(look, words("kinds.roles.list"))
        self.list.chosen.connect(self._choose)
        self.another = NewRole(world, running)
        self.another.named.connect(self._add_role)
        self.card = RoleCard(world)
        self.card.names.chosen.connect(self._write_down)
        self.card.names.entered.connect(self._mean)
        self.card.answers.asked.connect(self._act)
        self.card.asking.given.connect(self._keep_term)
        self.card.asking.let_be.connect(self._leave_term)
        self.advice = small(look, "", "plain")
        self.well = Well(look)
        self.well.add(self.advice)
        QShortcut(QKeySequence(KEY), self.widget).activated.connect(self.another.ask)
        for code, key in ACT_KEYS.items():
            QShortcut(QKeySequence(key), self.widget).activated.connect(partial(self._act, code))
        self.endings = EndingsPanel(world) if hands_over(running.recipe) else None
        self._lay_out()
        self.refresh()

    def target(self) -> str:
        """The role people are being named for."""
        return self._role

    def target_name(self) -> str:
        """Its name."""
        return self._name(self._role)

    def move_target(self, step: int) -> None:
        """To the next role, or the one before."""
        roles = self._roles()
        at = roles.index(self._role) if self._role in roles else 0
        self.go_to(roles[(at + step) % len(roles)])

    def go_to(self, target: str) -> None:
        """To this role."""
        if target in self._roles():
            if target != self._role:
                self.card.asking.put_away()
            self._role = target
            self.refresh()

    def hint(self) -> str:
        """What Enter, Ctrl+Enter and the arrows do."""
        return self._world.words("kinds.roles.hint")

    def next_place(self) -> str:
        """The next role."""
        return self._world.words("kinds.roles.next-role")

    def counted(self, n: int) -> str:
        """That ``n`` names were given, in words."""
        return self._world.words("kinds.roles.names-n", n=n)

    def completions(self, typed: str) -> list[str]:
        """Names of the community's people that begin with what was ``typed``, or hold it."""
        return list(suggestions(self._world.library.reader, self._running, typed))

    def enter(self, text: str) -> None:
        """Name people for the role, one a line. Raises Trouble."""
        before = self._named()
        self._kind.capture(self._world.library, self._running, self._role, text)
        self._mean_latest(before)

    def enter_strongly(self, text: str) -> None:
        """Name people who say yes at once; of one, until when is asked then. Raises Trouble."""
        library, running, before = self._world.library, self._running, self._named()
        lines = lines_of(text, named=True) or [text]
        with library.change("role-answer", scope_of(running.workshop)):
            for line in lines:
                name_and_agree(library, running, self._role, line, months=self._months())
        self._mean_latest(before)
        if len(lines) == 1:
            self._ask_term()

    def large(self) -> str:
        """The current role."""
        return self._role

    def go_on(self) -> None:
        """The one who is meant says yes."""
        self._act(YES)

    def refresh(self) -> None:
        """Show the rows as they now are."""
        reader = self._world.library.reader
        if reader.find(Run, self._running.run.id) is None:
            return
        self._running = running_of(reader, self._running.run.id)
        if self.endings is not None:
            self.endings.show_running(self._running)
        roles = self._roles()
        if self._role not in roles:
            self._role = roles[0]
        everyone = candidates(reader, self._running)
        held = held_now(reader, self._world.catalogue.roles, self._running) if self.endings else {}
        lines = tuple(self._line(role, everyone, held=role in held) for role in roles)
        named = tuple(one for one in everyone if one.naming.role == self._role)
        if self._current not in [one.naming.id for one in named]:
            self._current = named[-1].naming.id if named else ""
        holders = holders_text(self._world.words, held.get(self._role, ()))
        shown = Shown(self._role, lines, named, holders)
        if shown != self._shown:
            self._shown = shown
            self._show(shown)

    def _show(self, shown: Shown) -> None:
        catalogue, words = self._world.catalogue, self._world.words
        language = prompt_language(self._running.workshop, words.language)
        self.list.show_lines(shown.lines, shown.role)
        asks = role_asks(catalogue, shown.role, language)
        name, takes = self._name(shown.role), role_takes(catalogue, shown.role, words)
        self.card.show_role(name, asks, takes, shown.named, self._current)
        self.card.show_holders(shown.holders)
        agreed = any(one.naming.answer == "yes" for one in shown.named)
        why = role_why(catalogue, shown.role, language)
        self.well.setVisible(bool(why) and not agreed)
        advice = words("kinds.roles.advice", why=why)
        self.advice.set_text(
            [TextRun(words("kinds.roles.worth") + " ", strong=True), TextRun(advice)]
        )
        self._lead_in()

    def _lead_in(self) -> None:
        """F6 leads to the name that is meant."""
        cards = self.card.names.cards
        meant = [card for card in cards if card.candidate.naming.id == self._current]
        self.widget.setFocusProxy(meant[0] if meant else self.list)

    def _lay_out(self) -> None:
        look = self._world.look
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(4))
        column.addWidget(self.list, 1)
        column.addWidget(self.another)
        column.addStretch(0)
        right = ScrollColumn(look, gap=12)
        right.add(self.card, self.well)
        panes = Panes(look, gap=16)
        panes.add(left, 0, least=196, high=170, late=True)
        panes.add(right, 3, least=380, high=300)
        if self.endings is not None:
            # What ends is looked at first, also where the panes are stacked.
            panes.add(self.endings, 2, least=290, high=260, early=True)
        whole = QVBoxLayout(self.widget)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(panes)

    def _roles(self) -> tuple[str, ...]:
        return self._kind.targets(self._running, self._world.library.reader)

    def _name(self, role: str) -> str:
        language = prompt_language(self._running.workshop, self._world.words.language)
        return role_name(self._world.catalogue, role, language)

    def _months(self) -> int:
        return term_of(self._world.catalogue, self._role)

    def _line(self, role: str, everyone: Sequence[Candidate], *, held: bool) -> StateLine:
        namings = [one.naming for one in everyone if one.naming.role == role]
        state = state_of(namings)
        words = self._world.words
        if state != "untouched":
            state_text = words(f"kinds.roles.state.{state}", n=len(namings))
        else:
            state_text = words("inroom.is-held") if held else "—"
        return StateLine(role, self._name(role), state_text, _TONES.get(state, "mute"))

    def _choose(self, role: str) -> None:
        library, running = self._world.library, self._running
        self.go_to(role)
        attempt(self._world, lambda: remember_target(library, running, role))

    def _add_role(self, name: str) -> None:
        library, running = self._world.library, self._running
        made: list[str] = []
        if self.another.attempt(lambda: made.append(add_own_role(library, running, name))):
            self.another.put_away()
            self.refresh()
            self._choose(made[0])
            self.list.setFocus()

    # Whom the keys mean, and what is written down of them

    def _named(self) -> dict[str, Candidate]:
        """Who is named for the current role, by the id of the naming."""
        found = candidates(self._world.library.reader, self._running, self._role)
        return {one.naming.id: one for one in found}

    def _mean_latest(self, before: dict[str, Candidate]) -> None:
        """Mean whoever was named last, also if it was not for the first time."""
        changed = [one for one, now in self._named().items() if before.get(one) != now]
        if changed:
            self._current = changed[-1]
        self.refresh()
        self._mean(self._current)

    def _mean(self, naming: str) -> None:
        self._current = naming
        self.card.show_current(self._shown.named if self._shown else (), naming)
        self._lead_in()

    def _act(self, code: str) -> None:
        """Write something down of whoever is meant."""
        if self._current:
            self._write_down(self._current, code)

    def _write_down(self, naming: str, code: str) -> None:
        library, running = self._world.library, self._running
        row = self._named().get(naming)
        if row is None:
            return
        self._mean(naming)
        if code == REMOVE:
            attempt(self._world, lambda: unname(library, running, row.naming))
        elif code != TERM and code != row.naming.answer:
            months = self._months()
            attempt(self._world, lambda: answer(library, running, row.naming, code, months=months))
        self.refresh()
        if code in (YES, TERM):
            self._ask_term()
        else:
            self.card.asking.put_away()

    def _ask_term(self) -> None:
        """Ask until when whoever is meant holds the role, if they do."""
        meant = self._named().get(self._current)
        if meant is not None and meant.holding is not None:
            self.card.asking.ask(meant, self._months(), scope_of(self._running.workshop))

    def _keep_term(self, step: int) -> None:
        asking, library, running = self.card.asking, self._world.library, self._running
        meant, ends, text = asking.candidate, asking.ends(), asking.line.text()

        def keep() -> None:
            if ends is None:
                raise Trouble("term-unclear", text=text)
            if meant is not None and meant.holding is not None:
                if meant.holding.ends != ends.isoformat():
                    set_term(library, running, meant.naming, ends)

        if asking.attempt(keep):
            asking.put_away(kept=True)
            self.refresh()
            if step:
                self.move_target(step)
                attempt(self._world, lambda: remember_target(library, running, self._role))
            give_back_keyboard(self.widget)

    def _leave_term(self) -> None:
        self.card.asking.put_away(kept=True)
        give_back_keyboard(self.widget)
