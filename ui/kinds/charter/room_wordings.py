"""Wordings of the same thing in the room: another one is begun by a key, one is chosen."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from app.charter.wordings import open_wordings
from app.library.rows import Clause
from ui.kinds.charter.draft_page import DraftPage
from ui.parts.clauses.clause_field import CLAUSE_KEYS
from ui.parts.clauses.drafting import Drafting
from ui.world import World


class RoomWordings(QObject):
    """Begins another wording of the current clause, and keeps the one that is chosen."""

    changed = Signal()
    """A wording was begun or chosen: what shows the draft is to be shown anew."""

    def __init__(
        self,
        world: World,
        drafting: Drafting,
        page: DraftPage,
        current: Callable[[], Clause | None],
    ) -> None:
        """On a ``page``; ``current`` gives the clause one wrote in last."""
        super().__init__(page)
        self._world, self._drafting, self._page, self._current = world, drafting, page, current
        key = QShortcut(QKeySequence(CLAUSE_KEYS["wording"]), page)
        key.setWhatsThis(world.words("charter.tool.wording"))
        key.activated.connect(self.begin)
        page.chosen_wording.connect(self.choose)

    def begin(self) -> None:
        """Begin another wording of the current clause, beside it, and write there."""
        if self._kept() and (clause := self._current()) is not None:
            self._go_on(self._drafting.begin_wording(clause))

    def choose(self, clause: str) -> None:
        """Keep a wording (its id): the others go."""
        row = self._world.library.reader.find(Clause, clause)
        if self._kept() and row is not None:
            row = self._world.library.reader.row(Clause, clause)
            self._go_on(self._drafting.choose(row))

    def see(self, community: str) -> None:
        """Bring the first place into sight where several wordings stand."""
        for group in open_wordings(self._world.library.reader, community)[:1]:
            self._page.see(group[0].section)

    def _kept(self) -> bool:
        """Keep what is being typed; whether the library has all of it."""
        # Every one of them, also when an earlier one met trouble.
        kept = [field.flush() for field in self._page.fields()]
        return all(kept)

    def _go_on(self, clause: Clause | None) -> None:
        if clause is None:
            return
        self.changed.emit()
        field = self._page.field_of(clause.id)
        if field is not None:
            field.begin(at_end=True)
