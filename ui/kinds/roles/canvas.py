"""The facilitator's canvas of roles: all of them at the left, the current one on its card."""

from collections.abc import Callable, Sequence

import msgspec
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.kinds.kind import CaptureKind
from app.kinds.roles import (
    Candidate,
    add_own_role,
    answer,
    candidates,
    name_and_agree,
    state_of,
    suggestions,
    unname,
)
from app.library.rows import Run
from app.typed_text import lines_of
from app.workshop.planning import scope_of
from app.workshop.running import Running, running_of
from app.workshop.titles import prompt_language
from app.workshop.zones import remember_target
from ui.attempt import attempt
from ui.kinds.roles.names import REMOVE, NameColumns
from ui.kinds.roles.role_text import length_of, role_asks, role_name, role_why, term_of
from ui.look.themes import Tone
from ui.parts.autosave import Autosave
from ui.parts.buttons import KeyButton
from ui.parts.card import Card, Well
from ui.parts.labels import WrapLabel, body, heading, small
from ui.parts.notes.zone_card import NamingLine
from ui.parts.panes import Panes
from ui.parts.scroll_column import ScrollColumn
from ui.parts.state_list import StateLine, StateList
from ui.parts.text_block import TextRun
from ui.parts.text_fields import line_field
from ui.parts.text_places import TextPlace, new_role_place
from ui.world import World

KEY = "Ctrl+N"
"""Another role, which the room thought of."""

_TONES: dict[str, Tone] = {"agreed": "teal", "asking": "amber"}


class RoleCard(Card):
    """The current role: what it asks, for how long, and who was named."""

    def __init__(self, world: World) -> None:
        """A card of no role."""
        super().__init__(world.look)
        look, words = world.look, world.words
        self._words = words
        self.set_chosen(True)
        self.name = heading(look, "", 2)
        self.term = WrapLabel(look, "", "body", "mute", "right")
        self.asks = body(look, "")
        self.names = NameColumns(look, words)
        head = QHBoxLayout()
        head.setSpacing(look.px(16))
        head.addWidget(self.name, 1)
        head.addWidget(self.term, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        self.body.addWidget(self.asks)
        self.body.addSpacing(look.px(12))
        self.body.addWidget(self.names)
        self.body.addSpacing(look.px(10))
        self.body.addWidget(small(look, words("kinds.roles.on-the-wall")))

    def show_role(self, name: str, asks: str, months: int, named: Sequence[Candidate]) -> None:
        """Show a role and who was named for it."""
        words = self._words
        self.name.setText(name)
        self.setAccessibleName(name)
        self.asks.setText(asks or words("kinds.roles.asks-own"))
        self.term.setText(words("kinds.roles.usually", term=length_of(months, words)))
        self.names.show_names(named)


class NewRole(QWidget):
    """Another role: a button that turns into a line for its name."""

    named = Signal(str)

    def __init__(self, world: World, running: Running) -> None:
        """The button, in a run."""
        super().__init__()
        look, words = world.look, world.words
        self.button = KeyButton(
            look, words, words("kinds.roles.another"), KEY, "flat", small=True, bind=False
        )
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.clicked.connect(self.ask)
        self.line = NamingLine()
        self.line.setFont(look.font("body"))
        self.line.setPlaceholderText(words("kinds.roles.another-name"))
        self.line.setAccessibleName(words("kinds.roles.another-name"))
        self.line.setMinimumWidth(look.size(96))
        self.line.hide()
        place = TextPlace(key=new_role_place(running.run.id), scope=scope_of(running.workshop))
        self._autosave = Autosave(world, line_field(self.line), place)
        self.line.given.connect(self.named)
        self.line.let_be.connect(self.put_away)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, look.px(4), 0)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.line)

    def ask(self) -> None:
        """Ask for the name."""
        self.button.hide()
        self.line.show()
        self._autosave.show("")
        self.line.setFocus()

    def attempt(self, action: Callable[[], object]) -> bool:
        """Do something with the name; where it is refused, that is said of it."""
        return self._autosave.attempt(action)

    def put_away(self) -> None:
        """The name was given, or is not wanted."""
        self.line.clear()
        self._autosave.let_go()
        self.line.hide()
        self.button.show()


class Shown(msgspec.Struct, frozen=True):
    """What the canvas shows, to know whether there is anything new to show."""

    role: str
    lines: tuple[StateLine, ...]
    named: tuple[Candidate, ...]


class RolesCanvas(QObject):
    """Names for roles (``ui.kinds.canvas.Canvas``)."""

    def __init__(self, kind: CaptureKind, world: World, running: Running, parent: QWidget) -> None:
        """The roles of a run."""
        self.widget = QWidget(parent)
        super().__init__(self.widget)
        self._kind, self._world, self._running = kind, world, running
        self._shown: Shown | None = None
        self._role = self._roles()[0]
        look, words = world.look, world.words
        self.list = StateList(look, words("kinds.roles.list"))
        self.list.chosen.connect(self._choose)
        self.another = NewRole(world, running)
        self.another.named.connect(self._add_role)
        self.card = RoleCard(world)
        self.card.names.chosen.connect(self._answer)
        self.advice = small(look, "", "plain")
        self.well = Well(look)
        self.well.add(self.advice)
        QShortcut(QKeySequence(KEY), self.widget).activated.connect(self.another.ask)
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
            self._role = target
            self.refresh()

    def hint(self) -> str:
        """What Enter, Ctrl+Enter and the arrows do."""
        words = self._world.words
        return words("kinds.roles.hint", term=length_of(self._months(), words))

    def counted(self, n: int) -> str:
        """That ``n`` names were given, in words."""
        return self._world.words("kinds.roles.names-n", n=n)

    def completions(self, typed: str) -> list[str]:
        """Names of the community's people that begin with what was ``typed``, or hold it."""
        return list(suggestions(self._world.library.reader, self._running, typed))

    def enter(self, text: str) -> None:
        """Name people for the role, one a line. Raises Trouble."""
        self._kind.capture(self._world.library, self._running, self._role, text)
        self.refresh()

    def enter_strongly(self, text: str) -> None:
        """Name people who say yes at once, for the role's usual term. Raises Trouble."""
        library, running = self._world.library, self._running
        with library.change("role-answer", scope_of(running.workshop)):
            for line in lines_of(text, named=True) or [text]:
                name_and_agree(library, running, self._role, line, months=self._months())
        self.refresh()

    def large(self) -> str:
        """The current role."""
        return self._role

    def go_on(self) -> None:
        """Nothing: what comes next is a name."""

    def refresh(self) -> None:
        """Show the rows as they now are."""
        reader = self._world.library.reader
        if reader.find(Run, self._running.run.id) is None:
            return
        self._running = running_of(reader, self._running.run.id)
        roles = self._roles()
        if self._role not in roles:
            self._role = roles[0]
        everyone = candidates(reader, self._running)
        lines = tuple(self._line(role, everyone) for role in roles)
        named = tuple(one for one in everyone if one.naming.role == self._role)
        shown = Shown(self._role, lines, named)
        if shown != self._shown:
            self._shown = shown
            self._show(shown)

    def _show(self, shown: Shown) -> None:
        catalogue, words = self._world.catalogue, self._world.words
        language = prompt_language(self._running.workshop, words.language)
        self.list.show_lines(shown.lines, shown.role)
        asks = role_asks(catalogue, shown.role, language)
        self.card.show_role(self._name(shown.role), asks, self._months(), shown.named)
        agreed = any(one.naming.answer == "yes" for one in shown.named)
        why = role_why(catalogue, shown.role, language)
        self.well.setVisible(bool(why) and not agreed)
        advice = words("kinds.roles.advice", why=why)
        self.advice.set_text(
            [TextRun(words("kinds.roles.worth") + " ", strong=True), TextRun(advice)]
        )
        cards = self.card.names.cards
        self.widget.setFocusProxy(cards[0] if cards else self.list)

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
        panes.add(right, 1, least=380, high=300)
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

    def _line(self, role: str, everyone: Sequence[Candidate]) -> StateLine:
        namings = [one.naming for one in everyone if one.naming.role == role]
        state = state_of(namings)
        known = state != "untouched"
        state_text = (
            self._world.words(f"kinds.roles.state.{state}", n=len(namings)) if known else "—"
        )
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

    def _answer(self, naming: str, code: str) -> None:
        library, running = self._world.library, self._running
        shown = self._shown.named if self._shown else ()
        row = next((one.naming for one in shown if one.naming.id == naming), None)
        if row is None:
            return
        if code == REMOVE:
            attempt(self._world, lambda: unname(library, running, row))
        else:
            months = self._months()
            attempt(self._world, lambda: answer(library, running, row, code, months=months))
        self.refresh()
