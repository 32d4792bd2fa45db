"""All gatherings of a community, the latest first: who came, what helped; each can be opened."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.community.attendance_chart import FEWEST, counted_gatherings
from app.community.gatherings import gatherings_of
from app.library.rows import Gathering
from exports.gathering_words import HEADS, gathering_row
from ui.community.attendance_picture import attendance_picture
from ui.parts.buttons import Button, KeyButton
from ui.parts.cell_rows import CellRows, Column
from ui.parts.column_dialog import ColumnDialog
from ui.parts.labels import heading, small
from ui.parts.layouts import FlowLayout, holding
from ui.parts.name_button import NameButton
from ui.parts.reading import for_reading
from ui.world import World


class GatheringsDialog(ColumnDialog):
    """Every gathering. ``asked`` is sent with the one to open, ``printed`` when they are to be
    written on paper; the dialog is closed then."""

    asked = Signal(object)
    printed = Signal()

    wide = 900

    def __init__(self, world: World, parent: QWidget, community: str) -> None:
        """Show those of the community whose id is given."""
        words, look = world.words, world.look
        super().__init__(look, parent, words("gatherings.title"))
        for_reading(self)
        self.column.add(heading(look, words("gatherings.title")))
        lines = gatherings_of(world.library.reader, community)
        counted = counted_gatherings(lines)
        if len(counted) >= FEWEST:
            self.column.add(attendance_picture(world, counted))
        shares = (4, 6, 4, 8, 6)
        columns = [
            Column(share, "small", head=words(key))
            for share, key in zip(shares, HEADS, strict=True)
        ]
        rows = CellRows(look, columns, lines=True)
        for line in lines:
            day, title, *rest = gathering_row(words, line, names=True)
            button = _GatheringButton(world, line.gathering, title)
            button.clicked.connect(self._ask)
            rows.add(day, button, *rest)
        self.column.add(rows if lines else small(look, words("gatherings.none")))
        self.print_button = KeyButton(look, words, words("gatherings.export"), "Ctrl+P")
        self.print_button.clicked.connect(self._print)
        if not lines:
            self.print_button.hide()
        self.close_button = Button(look, words("exporting.close"))
        self.close_button.clicked.connect(self.reject)
        answers = FlowLayout(look.px(12), look.px(8), right=True)
        answers.addWidget(self.close_button)
        answers.addWidget(self.print_button)
        self.lay_out(holding(answers))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def first(self) -> QWidget:
        """The button that closes it."""
        return self.close_button

    def _ask(self) -> None:
        button = self.sender()
        if isinstance(button, _GatheringButton):
            gathering = button.gathering
            self.accept()
            self.asked.emit(gathering)

    def _print(self) -> None:
        self.accept()
        self.printed.emit()


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
