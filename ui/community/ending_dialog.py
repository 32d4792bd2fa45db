"""Before an ending: what is still open; a workshop is planned, the end said, a page written."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.registers.before_ending import StillOpen
from ui.community.still_open_rows import StillOpenRows, open_said, what_is_open
from ui.parts.buttons import Button
from ui.parts.column_dialog import ColumnDialog
from ui.parts.labels import heading
from ui.parts.layouts import FlowLayout, holding
from ui.parts.reading import for_reading
from ui.world import World


class EndingDialog(ColumnDialog):
    """Shows what is still open and forbids nothing.

    ``settled`` is sent with a thing whose place is to be opened; ``planned``, ``ended``, ``parted``
    and ``printed`` where a workshop is to be planned, the end said, the community split or merged,
    the legacy page written. It is closed before any of them.
    """

    settled = Signal(object)
    planned = Signal()
    ended = Signal()
    parted = Signal()
    printed = Signal()

    wide = 980

    def __init__(self, world: World, parent: QWidget, community: str) -> None:
        """Before the ending of the community whose id is given."""
        look, words = world.look, world.words
        super().__init__(look, parent, words("ending.title"))
        self._writable = world.library.writable
        items = what_is_open(world, community)
        self.column.add(heading(look, words("ending.title")), open_said(world, items))
        self.rows = StillOpenRows(world, items)
        self.rows.asked.connect(self._settle)
        if not items:
            self.rows.hide()
        self.column.add(self.rows)
        self.plan_button = Button(look, words("ending.plan"), "primary")
        self.end_button = Button(look, words("ending.state"))
        self.part_button = Button(look, words("ending.part"))
        self.page_button = for_reading(Button(look, words("ending.page")))
        self.close_button = for_reading(Button(look, words("ending.close")))
        self.plan_button.setDefault(True)
        self.plan_button.clicked.connect(self._plan)
        self.end_button.clicked.connect(self._end)
        self.part_button.clicked.connect(self._part)
        self.page_button.clicked.connect(self._print)
        self.close_button.clicked.connect(self.reject)
        answers = FlowLayout(look.px(12), look.px(8), right=True)
        for button in (
            self.close_button,
            self.page_button,
            self.part_button,
            self.end_button,
            self.plan_button,
        ):
            answers.addWidget(button)
        self.lay_out(holding(answers))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def first(self) -> QWidget:
        """The button that plans a workshop; where nothing can be planned, the one that closes."""
        return self.plan_button if self._writable else self.close_button

    def _settle(self, one: StillOpen) -> None:
        self.accept()
        self.settled.emit(one)

    def _plan(self) -> None:
        self.accept()
        self.planned.emit()

    def _end(self) -> None:
        self.accept()
        self.ended.emit()

    def _part(self) -> None:
        self.accept()
        self.parted.emit()

    def _print(self) -> None:
        self.accept()
        self.printed.emit()
