"""The one hand that writes on the charter's screen; what goes wrong is said, nothing is lost."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from app.charter.clauses import (
    add_clause,
    head_clause,
    keep_unsaved,
    move_clause,
    remove_clause,
    rename_section,
    tie,
    unsaved_of,
    untie,
    write_clause,
)
from app.library.journal import Scope
from app.library.rows import Clause
from app.library.trouble import Trouble
from ui.attempt import sentence
from ui.world import World

T = TypeVar("T")

TOO_LONG = "too-long"


class Drafting(QObject):
    """Writes clauses in a community's own scope.

    While it writes, ``busy`` is true: what the library tells then is looked at once ``done`` is
    sent, when whoever asked for the writing has taken in what came of it.
    """

    done = Signal()

    def __init__(self, world: World, community: str, parent: QObject) -> None:
        """Write in the community whose id is ``community``."""
        super().__init__(parent)
        self._world = world
        self.scope = Scope(community)
        self._depth = 0
        self.trouble = ""
        """What went wrong with the latest writing, as a sentence; empty when it held."""
        self.aside = False
        """Whether the latest text, which the charter could not take, is kept beside it."""

    @property
    def busy(self) -> bool:
        """Whether something is being written now."""
        return self._depth > 0

    @contextmanager
    def writing(self) -> Iterator[None]:
        """What is written inside is one piece of work; ``done`` is sent at its end."""
        self._depth += 1
        try:
            yield
        finally:
            self._depth -= 1
        if not self._depth:
            self.done.emit()

    def add(
        self, section: str, form: str, text: str, sources: tuple[str, ...] = ()
    ) -> Clause | None:
        """A new clause; None when there was trouble."""
        return self._try(
            lambda: add_clause(
                self._world.library, self.scope, section, text, form=form, sources=sources
            )
        )

    def write(self, clause: Clause, text: str) -> Clause | None:
        """What a clause says; a text that is too long is kept beside the charter."""
        return self._try(
            lambda: write_clause(self._world.library, self.scope, clause, text),
            lambda: keep_unsaved(self._world.library, self.scope, clause, text),
        )

    def head(self, clause: Clause, heading: str) -> Clause | None:
        """A clause's own heading."""
        return self._try(lambda: head_clause(self._world.library, self.scope, clause, heading))

    def move(self, clause: Clause, by: int) -> None:
        """A clause up or down in its section."""
        self._try(lambda: move_clause(self._world.library, self.scope, clause, by))

    def remove(self, clause: Clause) -> None:
        """A clause out of the draft."""
        self._try(lambda: remove_clause(self._world.library, self.scope, clause))

    def rename(self, section: str, name: str) -> str | None:
        """A section of one's own."""
        return self._try(lambda: rename_section(self._world.library, self.scope, section, name))

    def tie(self, clause: Clause, note: str) -> None:
        """A clause to a note."""
        self._try(lambda: tie(self._world.library, self.scope, clause, note))

    def untie(self, clause: Clause, note: str) -> None:
        """A clause from a note."""
        self._try(lambda: untie(self._world.library, self.scope, clause, note))

    def unsaved(self, clause: Clause) -> str | None:
        """What was typed in a clause and could not be taken."""
        return unsaved_of(self._world.library.reader, clause)

    def _try(
        self, action: Callable[[], T], otherwise: Callable[[], None] | None = None
    ) -> T | None:
        """Do it. On trouble say so; ``otherwise`` keeps a text that is too long."""
        before, self.trouble, self.aside = self.trouble, "", False
        with self.writing():
            try:
                made = action()
            except Trouble as trouble:
                self.trouble = sentence(self._world.words, trouble)
                self._world.notice.say(self.trouble, "ember")
                if trouble.code == TOO_LONG and otherwise is not None:
                    self._keep(otherwise)
                return None
        if before:
            self._world.notice.clear()
        return made

    def _keep(self, keep: Callable[[], None]) -> None:
        try:
            keep()
            self.aside = True
        except Trouble as trouble:
            self._world.notice.say(sentence(self._world.words, trouble), "ember")
