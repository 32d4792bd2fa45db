"""What is called off, and what is deleted: asked before, with what goes said."""

from collections.abc import Callable, Iterator, Mapping

from PySide6.QtWidgets import QWidget

from app.library.deleting import Deletion, deletion_of
from app.library.row import Row
from app.library.rows import (
    Attachment,
    Community,
    Gathering,
    Holding,
    Note,
    Outcome,
    Person,
    RegisterEntry,
    StageReading,
    Version,
    Workshop,
)
from app.moment import day
from app.words import Words
from app.workshop.calling_off import call_off_workshop
from ui.parts.card import Well
from ui.parts.fields import Field
from ui.parts.form_dialog import FormDialog, QuestionDialog
from ui.parts.labels import body, small
from ui.world import World

_COUNTED: Mapping[str, type[Row]] = {
    "workshops": Workshop,
    "gatherings": Gathering,
    "notes": Note,
    "outcomes": Outcome,
    "versions": Version,
    "entries": RegisterEntry,
    "people": Person,
    "attachments": Attachment,
}
"""What is counted of what goes, in the order in which it is said."""

_STAYING: Mapping[str, type[Row]] = {
    "roles": Holding,
    "stages": StageReading,
    "versions": Version,
    "entries": RegisterEntry,
    "gatherings": Gathering,
}
"""What is counted of what stays with the community."""


class DeleteDialog(QuestionDialog):
    """Says what goes, what stays and what undo brings back, and deletes it when told so."""

    def __init__(
        self,
        world: World,
        parent: QWidget,
        row: Community | Workshop,
        delete: Callable[[], None],
    ) -> None:
        """Ask whether ``row`` is to be deleted; ``delete`` does it."""
        words, look, table = world.words, world.look, row.table
        going = deletion_of(world.library.reader, row)
        name = row.title if isinstance(row, Workshop) else row.name
        title = words(f"community.delete.{table}", name=name)
        super().__init__(
            world,
            parent,
            title,
            words(f"community.delete.{table}-said"),
            words("community.delete.do"),
        )
        self._delete = delete
        self.going = Well(look)
        for line in _going(words, row, going):
            self.going.add(body(look, line))
        self.column.add(self.going)
        staying = [words(f"community.delete.{one}", n=n) for one, n in _staying(going)]
        if staying:
            said = words("community.delete.stays", things=words.series(staying))
            self.column.add(body(look, said))
        self.column.add(body(look, words(f"community.delete.{table}-undo")))
        if going.private:
            said = words("community.delete.private", n=going.private)
            self.column.add(body(look, said))
        self.column.add(small(look, words("community.delete.remembered")))
        # Enter does not delete by accident.
        self.keep_button.setDefault(False)
        self.cancel_button.setDefault(True)

    def first(self) -> QWidget:
        """The button that deletes nothing."""
        return self.cancel_button

    def keep(self) -> None:
        """Delete it. Raises Trouble."""
        self._delete()


class CallOffDialog(FormDialog):
    """Asks why a workshop will not take place."""

    def __init__(self, world: World, parent: QWidget, workshop: Workshop) -> None:
        """The workshop that is to be called off."""
        words = world.words
        why = Field(key="reason", kind="long", label="community.call-off.why", lines=3)
        super().__init__(
            world,
            parent,
            words("community.call-off.title", name=workshop.title),
            words("community.call-off.said"),
            words("community.call-off.do"),
            (why,),
            day(workshop.date),
        )
        self._row = workshop
        self.begin(f"call-off:{workshop.id}")

    def keep(self) -> None:
        """Call it off. Raises Trouble."""
        call_off_workshop(self.world.library, self._row, self.form.text("reason"))


def _going(words: Words, row: Row, going: Deletion) -> Iterator[str]:
    """A line for each sort of thing that goes besides the row itself."""
    counts = {one: going.count(kind) - isinstance(row, kind) for one, kind in _COUNTED.items()}
    if not any(counts.values()):
        yield words("community.delete.nothing")
    for one, n in counts.items():
        if n:
            yield words(f"community.delete.{one}", n=n)


def _staying(going: Deletion) -> Iterator[tuple[str, int]]:
    for one, kind in _STAYING.items():
        if n := going.stays(kind):
            yield one, n
