"""What a person can do to an agenda, each one change; what cannot be done is said in a sentence."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.catalogue.agenda_fit import fit_agenda
from app.library.rows import Block
from app.library.trouble import Trouble
from app.workshop import block_way, planning
from app.workshop.agenda import Spot, minute_near
from app.workshop.interludes import add_interlude, is_optional, set_optional
from app.workshop.titles import block_name
from ui.attempt import attempt
from ui.design.plan import Plan
from ui.parts.fit_text import fit_text
from ui.world import World

BREAK_MINUTES = 15
"""A first proposal for a break."""


class AgendaActions(QObject):
    """Acts on one workshop, each giving whether it was done: what went wrong is said in the window.
    ``placed`` is sent with the id of the block that is meant next."""

    placed = Signal(str)

    def __init__(self, world: World) -> None:
        """Act on the plan that :attr:`plan` holds; there is none yet."""
        super().__init__()
        self._world = world
        self.plan: Plan | None = None

    @property
    def open(self) -> bool:
        """Whether anything may be changed."""
        return self.plan is not None and not self.plan.closed

    def add_exercise(self, exercise: str, spot: Spot | None) -> bool:
        """Put an exercise of the catalogue at a place, or at the end."""
        world = self._world
        return self._place(
            lambda plan: planning.add_exercise(
                world.library, world.catalogue, plan.workshop, exercise, spot
            )
        )

    def add_own(self, title: str, minutes: int, spot: Spot | None) -> None:
        """Put a block of one's own at a place. Raises Trouble."""
        if self.plan is not None and self.open:
            library, workshop = self._world.library, self.plan.workshop
            made = planning.add_own(library, workshop, title, minutes, spot)
            self.placed.emit(made.id)

    def add_break(self, spot: Spot | None) -> bool:
        """Put a break at a place, or at the end."""
        library = self._world.library
        return self._place(
            lambda plan: planning.add_break(library, plan.workshop, BREAK_MINUTES, spot)
        )

    def add_interlude(self, interlude: str, spot: Spot | None) -> bool:
        """Put an interlude of the catalogue at a place, or at the end."""
        world = self._world
        return self._place(
            lambda plan: add_interlude(
                world.library, world.catalogue, plan.workshop, interlude, spot
            )
        )

    def set_optional(self, block: str, optional: bool | None = None) -> bool:
        """Say whether a block is left out first where time is short (None: turn it round)."""
        library = self._world.library

        def act(plan: Plan, one: Block) -> Block:
            wanted = not is_optional(one) if optional is None else optional
            return set_optional(library, plan.workshop, one, optional=wanted)

        return self._change(block, act)

    def begin(self, agenda: str) -> bool:
        """Begin from an agenda of the catalogue."""
        world = self._world

        def act(plan: Plan) -> Block:
            blocks = planning.begin_from(world.library, world.catalogue, plan.workshop, agenda)
            minutes = plan.layouts[0].session.minutes if plan.layouts else 0
            entry, people = world.catalogue.agenda(agenda), plan.workshop.expected
            said = fit_text(
                world.words, world.catalogue, fit_agenda(world.catalogue, entry, minutes, people)
            )
            if said:
                world.notice.say(said)
            return blocks[0]

        return self._place(act)

    def move(self, block: str, spot: Spot) -> bool:
        """Put a block at another place."""
        library = self._world.library
        return self._change(
            block, lambda plan, one: planning.move_block(library, plan.workshop, one, spot)
        )

    def shift(self, block: str, by: int) -> bool:
        """Move a block one place down or up."""
        library = self._world.library
        return self._change(
            block, lambda plan, one: planning.shift_block(library, plan.workshop, one, by)
        )

    def set_minutes(self, block: str, minutes: int) -> bool:
        """Give a block other minutes."""
        library = self._world.library
        return self._change(
            block, lambda plan, one: planning.set_minutes(library, plan.workshop, one, minutes)
        )

    def step_minutes(self, block: str, by: int) -> bool:
        """Go on to the next full ``by`` minutes, up or down, within what a block may take."""
        found = self.plan.find(block) if self.plan is not None else None
        if found is None:
            return False
        now, step = found[1].block.minutes, abs(by)
        to = (now // step + 1) * step if by > 0 else (-(-now // step) - 1) * step
        return self.set_minutes(block, max(1, min(to, planning.LONGEST_BLOCK)))

    def lock(self, block: str, clock: int | None = None) -> bool:
        """Lock a block's start: at a time of day, or where it stands now."""
        library = self._world.library

        def act(plan: Plan, one: Block) -> Block:
            found = plan.find(one.id)
            starts = found[1].starts if found else 0
            if clock is not None and found is not None:
                starts = minute_near(clock, found[1].starts)
            return planning.lock_start(library, plan.workshop, one, starts)

        return self._change(block, act)

    def unlock(self, block: str) -> bool:
        """Let a block follow the one before it."""
        library = self._world.library
        return self._change(
            block, lambda plan, one: planning.lock_start(library, plan.workshop, one, None)
        )

    def rename(self, block: str, title: str) -> bool:
        """Give a block another title."""
        library = self._world.library
        return self._change(
            block, lambda plan, one: planning.rename_block(library, plan.workshop, one, title)
        )

    def set_audience(self, block: str, audience: str) -> bool:
        """Say who may read what a block gathers."""
        library = self._world.library
        return self._change(
            block, lambda plan, one: planning.set_audience(library, plan.workshop, one, audience)
        )

    def set_way(self, block: str, way: str) -> bool:
        """Say in which way a block is held."""
        library = self._world.library
        return self._change(
            block, lambda plan, one: block_way.set_way(library, plan.workshop, one, way)
        )

    def remove(self, block: str) -> bool:
        """Take a block off the agenda, and say how it comes back."""
        plan = self.plan
        found = plan.find(block) if plan is not None else None
        if plan is None or found is None or not self.open:
            return False
        one, beside = found[1].block, plan.beside(block)
        library, words = self._world.library, self._world.words
        title = block_name(words, one)

        def act() -> None:
            try:
                planning.remove_block(library, plan.workshop, one)
            except Trouble as trouble:  # a break has no title of its own to be named by
                raise Trouble(trouble.code, **{**trouble.facts, "title": title}) from trouble

        if not attempt(self._world, act):
            return False
        self.placed.emit(beside)
        self._world.notice.say(words("design.removed", title=title))
        return True

    def _place(self, act: Callable[[Plan], Block]) -> bool:
        """Put something new into the agenda."""
        plan = self.plan
        if plan is None or not self.open:
            return False
        made: list[str] = []
        done = attempt(self._world, lambda: made.append(act(plan).id))
        if done:
            self.placed.emit(made[0])
        return done

    def _change(self, block: str, act: Callable[[Plan, Block], object]) -> bool:
        """Change a block that is there, and go to it."""
        plan = self.plan
        found = plan.find(block) if plan is not None else None
        if plan is None or found is None or not self.open:
            return False
        done = attempt(self._world, lambda: act(plan, found[1].block))
        if done:
            self.placed.emit(block)
        return done
