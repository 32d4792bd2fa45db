"""All gatherings of a community, the latest first: who came, what helped; each can be opened."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.community.attendance_diagram import FEWEST, attendance_diagram, counted_gatherings
from app.community.gatherings import GatheringLine, gatherings_of
from app.library.rows import Gathering
from exports.attendance_figure import attendance_alternative, attendance_said
from exports.gathering_words import HEADS, gathering_row
from ui.parts.cell_rows import Cell
from ui.parts.labels import small
from ui.parts.name_button import NameButton
from ui.parts.printable_dialog import PrintableDialog
from ui.parts.reading import for_reading
from ui.world import World


class GatheringsDialog(PrintableDialog):
    """Every gathering. ``asked`` is sent with the one to open; the dialog is closed then."""

    asked = Signal(object)

    def __init__(self, world: World, parent: QWidget, community: str) -> None:
        """Show those of the community whose id is given."""
        words = world.words
        super().__init__(world.look, words, parent, words("gatherings.title"))
        self._world = world
        lines = gatherings_of(world.library.reader, community)
        counted = counted_gatherings(lines)
        if len(counted) >= FEWEST:
            said = attendance_said(words)
            self.add_picture(
                lambda width, size: attendance_diagram(counted, width, size, said),
                attendance_alternative(words, counted),
            )
        if lines:
            self.add_table((4, 6, 4, 8, 6), [words(key) for key in HEADS], self._rows(lines))
        else:
            self.column.add(small(world.look, words("gatherings.none")))
        self.answer(words("gatherings.export"), printable=bool(lines))

    def _rows(self, lines: Iterable[GatheringLine]) -> Iterable[tuple[Cell, ...]]:
        for line in lines:
            day, title, *rest = gathering_row(self._world.words, line, names=True)
            button = _GatheringButton(self._world, line.gathering, title)
            button.clicked.connect(self._ask)
            yield day, button, *rest

    def _ask(self) -> None:
        button = self.sender()
        if isinstance(button, _GatheringButton):
            gathering = button.gathering
            self.accept()
            self.asked.emit(gathering)


def ask_gatherings(
    world: World,
    parent: QWidget,
    community: str,
    open_one: Callable[[Gathering], None],
    export: Callable[[QWidget, str, str], None],
) -> None:
    """Show all gatherings of a community over ``parent``; one is opened, or all are exported."""
    dialog = GatheringsDialog(world, parent, community)
    dialog.asked.connect(open_one)
    dialog.printed.connect(lambda: export(parent, "gatherings", community))
    dialog.open()


class _GatheringButton(NameButton):
    """What a gathering is called, which opens it."""

    def __init__(self, world: World, gathering: Gathering, title: str) -> None:
        super().__init__(world.look, title, strong=True)
        for_reading(self)
        self.gathering = gathering
        self.setObjectName(f"gathering {gathering.id}")
