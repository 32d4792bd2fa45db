"""What is done with the clauses of a charter, from wherever they are edited."""

from collections.abc import Callable
from typing import TypeVar

from app.charter.clauses import (
    add_clause,
    move_clause,
    remove_clause,
    set_heading,
    tie,
    untie,
    write_clause,
)
from app.charter.note_groups import NoteGroup
from app.charter.split_merge import merge_with_next, split_clause
from app.charter.taking import take_apart, take_together
from app.charter.wordings import begin_wording, choose_wording
from app.library.journal import Scope
from app.library.rows import Clause
from ui.attempt import attempt
from ui.parts.clauses.rhythm_table import rhythm_table
from ui.parts.text_places import TextPlace, clause_place, heading_place, new_clause_place
from ui.world import World

T = TypeVar("T")


class Drafting:
    """Writes the clauses of one community, from its desk or from one of its workshops.

    What is typed in them is kept by autosaves, in the places that are given here. What could not
    be done is said in the window.
    """

    def __init__(self, world: World, scope: Scope, *, instead: str = "") -> None:
        """``scope`` names the community, and the workshop where one writes in its room.

        ``instead`` is the place where the text of a clause that is gone is given back; without it,
        that is where a clause of its form is begun.
        """
        self._world, self.scope, self._instead = world, scope, instead

    def new_id(self) -> str:
        """The id of a clause that is to be added."""
        return self._world.library.moment.new_id()

    def text_place(self, clause: Clause) -> TextPlace:
        """Where the words of a clause belong."""
        library, scope = self._world.library, self.scope
        return TextPlace(
            key=clause_place(clause.id),
            scope=scope,
            keep=lambda text: write_clause(library, scope, clause, text).text,
            instead=self._instead_of(clause.section, clause.form),
            row=clause,
            may_be_empty=True,
        )

    def heading_place(self, clause: Clause) -> TextPlace:
        """Where a clause's own heading belongs."""
        library, scope = self._world.library, self.scope
        return TextPlace(
            key=heading_place(clause.id),
            scope=scope,
            keep=lambda text: set_heading(library, scope, clause, text).heading,
            instead=self._instead_of(clause.section, clause.form),
            row=clause,
            may_be_empty=True,
        )

    def new_place(self, section: str, form: str, keep: Callable[[str], str]) -> TextPlace:
        """Where a clause is begun; ``keep`` adds it."""
        key = new_clause_place(self._community, section, form)
        return TextPlace(key=key, scope=self.scope, keep=keep)

    def new_heading_place(self, section: str, form: str) -> TextPlace:
        """Where a heading is written before there is a clause for it."""
        key = new_clause_place(self._community, section, form, part="heading")
        return TextPlace(key=key, scope=self.scope)

    def add(self, section: str, form: str, text: str, new_id: str) -> Clause:
        """Add a clause under an id. Raises Trouble."""
        return add_clause(self._world.library, self.scope, section, text, form=form, new_id=new_id)

    def begin_with(self, section: str, form: str, text: str, note: str) -> Clause | None:
        """A clause with the words of a note (its id), tied to it; None when there was trouble."""
        library, scope = self._world.library, self.scope
        sources: tuple[str, ...] = (note,)
        table = rhythm_table(self._world, section, note)
        if table is not None and form == "table":
            text, sources = table.text, table.sources
        return self._made(
            lambda: add_clause(library, scope, section, text, form=form, sources=sources)
        )

    def take(self, section: str, group: NoteGroup, *, apart: bool) -> bool:
        """Notes that lie together into a section: one clause, or ``apart`` one each. Gives whether
        they were taken."""
        library, scope = self._world.library, self.scope
        taking = take_apart if apart else take_together
        return self._made(lambda: taking(library, scope, section, group)) is not None

    def move(self, clause: Clause, by: int) -> None:
        """A clause up or down in its section."""
        attempt(self._world, lambda: move_clause(self._world.library, self.scope, clause, by))

    def split(self, clause: Clause, halves: tuple[str, str]) -> Clause | None:
        """A clause made two; the new one, or None when there was trouble."""
        library, scope = self._world.library, self.scope
        return self._made(lambda: split_clause(library, scope, clause, *halves))

    def merge(self, clause: Clause) -> Clause | None:
        """A clause made one with the next in its section; None when there was trouble."""
        return self._made(lambda: merge_with_next(self._world.library, self.scope, clause))

    def begin_wording(self, clause: Clause) -> Clause | None:
        """Another wording of a clause beside it; None when there was trouble."""
        return self._made(lambda: begin_wording(self._world.library, self.scope, clause))

    def choose(self, clause: Clause) -> Clause | None:
        """One of several wordings; the clause that stays, or None when there was trouble."""
        return self._made(lambda: choose_wording(self._world.library, self.scope, clause))

    def remove(self, clause: Clause) -> None:
        """A clause out of the draft."""
        attempt(self._world, lambda: remove_clause(self._world.library, self.scope, clause))

    def tie(self, clause: Clause, note: str) -> None:
        """A clause to a note."""
        attempt(self._world, lambda: tie(self._world.library, self.scope, clause, note))

    def untie(self, clause: Clause, note: str) -> None:
        """A clause from a note."""
        attempt(self._world, lambda: untie(self._world.library, self.scope, clause, note))

    @property
    def _community(self) -> str:
        return self.scope.community or ""

    def _instead_of(self, section: str, form: str) -> str:
        return self._instead or new_clause_place(self._community, section, form)

    def _made(self, action: Callable[[], T]) -> T | None:
        made: list[T] = []
        attempt(self._world, lambda: made.append(action()))
        return made[0] if made else None
