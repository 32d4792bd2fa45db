"""The design screen: a workshop's agenda before it happens, beside the time there is."""

from collections.abc import Callable

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.community.today import today_of
from app.library.drafts import places_with_drafts
from app.library.journal import Change, Scope
from app.workshop.starting import said_in
from app.workshop.titles import block_name
from ui.design.agenda_actions import AgendaActions
from ui.design.agenda_dialogs import OwnBlockDialog, WorkshopDialog
from ui.design.agenda_pane import AgendaPane
from ui.design.exercise_shelf import ExerciseShelf
from ui.design.paste_agenda_dialog import PasteAgendaDialog
from ui.design.plan import Plan, read_plan
from ui.design.plan_text import (
    head_of,
    over_of,
    title_of,
)
from ui.design.recipe_panel import RecipePanel
from ui.design.session_strip import SessionStrip
from ui.design.start_dialog import start, take_back
from ui.parts.buttons import KeyButton
from ui.parts.card import Well
from ui.parts.clipboard import on_clipboard
from ui.parts.labels import body
from ui.parts.page_header import PageHeader
from ui.parts.reading import for_reading
from ui.parts.room_keys import TAKE_BACK
from ui.parts.screen import Screen
from ui.parts.scroll_column import PAGE_SIDE, PAGE_TOP
from ui.parts.sentences import EmptyState
from ui.parts.state_named import state_named
from ui.parts.tabbed_panes import TabbedPane, TabbedPanes
from ui.parts.text_places import title_place
from ui.world import World

Export = Callable[[QWidget, str, str], None]
"""Opens the export of a kind ("run-sheet", "summary"...) of a subject, over a widget."""

SHELF, AGENDA, RECIPE = 0, 1, 2

MAIN_KEY = "Ctrl+Return"
TICK = 5000
"""Milliseconds between two looks at the time, while the workshop runs."""


class DesignScreen(Screen):
    """The agenda of one workshop."""

    says_gone = True

    def __init__(self, world: World, workshop: str, export: Export) -> None:
        """The agenda of ``workshop`` (its id); ``export`` opens the export of its run sheet."""
        super().__init__(world.words("design.agenda"))
        self._world, self._workshop, self._export = world, workshop, export
        self._plan: Plan | None = None
        self._chosen = ""
        self._looked_at = ""
        self.agenda_actions = AgendaActions(world)
        self.agenda_actions.placed.connect(self._place)
        self._make_head()
        self.shelf = ExerciseShelf(world)
        self.middle = AgendaPane(world, self.agenda_actions)
        self.panel = RecipePanel(world, self.agenda_actions)
        self.list = self.middle.list
        words = world.words
        self.panes = TabbedPanes(
            world.look,
            (
                TabbedPane(self.shelf, words("design.tab-exercises"), 264, 2, hugs=True),
                TabbedPane(self.middle, words("design.tab-agenda"), 380, 6),
                TabbedPane(self.panel, words("design.tab-recipe"), 300, 2, hugs=True),
            ),
            AGENDA,
        )
        self.shelf.grown.connect(self.panes.lay_out)
        self.panel.grown.connect(self.panes.lay_out)
        self._connect()
        self._lay_out()
        self._ticks = QTimer(self)
        self._ticks.setInterval(TICK)
        self._ticks.timeout.connect(self._look_at_time)
        self._ticks.start()

    def scope(self) -> Scope:
        """Ctrl+Z takes back what was done to this workshop."""
        community = self._plan.community.id if self._plan is not None else None
        return Scope(community, self._workshop)

    def touches(self, change: Change) -> bool:
        """What is planned, the community's name and stages, one's own exercises."""
        tables = ("workshop", "session", "block", "community", "stage_reading", "own_exercise")
        return change.touches(*tables)

    def refresh(self) -> None:
        """Show the workshop as it now is."""
        before = self._plan
        plan = read_plan(self._world.library, self._world.catalogue, self._workshop)
        self._plan = self.agenda_actions.plan = plan
        self.gone.setVisible(plan is None)
        self._whole.setVisible(plan is not None)
        if plan is None:
            return
        if before is None:
            course = plan.standing.course
            self._chosen = self._unsaved_title(plan) or (course.current if course else "")
        if plan.find(self._chosen) is None:
            beside = before.beside(self._chosen) if before is not None else ""
            first = plan.blocks[0].id if plan.blocks else ""
            self._chosen = beside if plan.find(beside) is not None else first
        self._show_head(plan)
        self.panes.leave_out(*([SHELF] if plan.closed else []))
        self.shelf.show_plan(plan)
        self.middle.show_plan(plan, self._chosen)
        self._show_beside()
        begun = bool(plan.blocks) or plan.closed
        self.setFocusProxy(self.list if begun else self.middle.empty.button)

    def leave(self) -> None:
        """Look at the time no more."""
        self._ticks.stop()

    def _look_at_time(self) -> None:
        """While the workshop runs, what is to be expected changes by itself."""
        plan = self._plan
        if plan is not None and plan.workshop.state == "running" and self.isVisible():
            now = read_plan(self._world.library, self._world.catalogue, self._workshop)
            if now is not None and now.standing != plan.standing:
                self._plan = self.agenda_actions.plan = now
                self._show_strip(now)
                self.middle.show_plan(now, self._chosen)

    def _unsaved_title(self, plan: Plan) -> str:
        """Id of a block whose title was typed and not saved: it is begun with, and given back."""
        places = places_with_drafts(self._world.library.reader)
        return next((one.id for one in plan.blocks if title_place(one.id) in places), "")

    def ask_own(self) -> None:
        """Ask for a block of one's own, to stand after the chosen one."""
        plan = self._plan
        if plan is not None and self.agenda_actions.open:
            asking = OwnBlockDialog(
                self._world, self, self.agenda_actions, plan.spot_after(self._chosen)
            )
            asking.accepted.connect(self.list.setFocus)
            asking.open()

    def ask_paste(self) -> None:
        """Show what the clipboard holds as an agenda, to stand after the chosen block."""
        plan = self._plan
        if plan is not None and self.agenda_actions.open:
            spot = plan.spot_after(self._chosen)
            asking = PasteAgendaDialog(self._world, self, self.agenda_actions, spot)
            asking.paste(on_clipboard())
            asking.accepted.connect(self.list.setFocus)
            asking.open()

    def ask_edit(self) -> None:
        """Ask what is to be said otherwise of the workshop."""
        if self._plan is not None and self.agenda_actions.open:
            WorkshopDialog(self._world, self, self._plan).open()

    # Making

    def export_run_sheet(self) -> None:
        """Ask how to export the agenda as a run sheet."""
        self._export(self, "run-sheet", self._workshop)

    def _make_head(self) -> None:
        look, words = self._world.look, self._world.words
        self.header = PageHeader(look)
        self.edit_button = KeyButton(look, words, words("design.edit"), "F4")
        self.sheet_button = for_reading(KeyButton(look, words, words("design.run-sheet"), "Ctrl+P"))
        # Only one of these two is ever in sight.
        self.result_button = for_reading(
            KeyButton(look, words, words("design.result"), MAIN_KEY, "primary")
        )
        self.start_button = KeyButton(look, words, words("design.start"), MAIN_KEY, "primary")
        back = words("design.take-start-back")
        self.unstart_button = KeyButton(look, words, back, TAKE_BACK)
        self.header.add(
            self.edit_button,
            self.unstart_button,
            self.sheet_button,
            self.result_button,
            self.start_button,
        )
        self.session = SessionStrip(self._world)
        self.strip, self.sum, self.fit = self.session.strip, self.session.sum, self.session.fit
        self.closed = Well(look)
        self.closed_said = body(look, "")
        self.closed.add(self.closed_said)
        self.gone = EmptyState(look, words("design.gone"), words("design.gone-said"),
                               words("design.gone-home"))  # fmt: skip

    def _connect(self) -> None:
        world = self._world
        self.header.back.connect(self._go_back)
        self.edit_button.clicked.connect(self.ask_edit)
        self.sheet_button.clicked.connect(self.export_run_sheet)
        self.result_button.clicked.connect(self._go_result)
        self.start_button.clicked.connect(self._start)
        self.unstart_button.clicked.connect(self._take_start_back)
        self.gone.asked.connect(world.navigator.home)
        self.list.chosen.connect(self._choose)
        self.list.clicked.connect(self._look_back)
        self.middle.break_asked.connect(self._add_break)
        self.middle.own_asked.connect(self.ask_own)
        self.middle.interlude_asked.connect(self._add_interlude)
        self.middle.paste_asked.connect(self.ask_paste)
        self.middle.search_asked.connect(self._search)
        self.shelf.chosen.connect(self._look_at)
        self.shelf.asked.connect(self._add)
        self.panel.add_asked.connect(self._add)

    def _lay_out(self) -> None:
        look = self._world.look
        inner = QWidget()
        inner.setProperty("column", True)
        column = QVBoxLayout(inner)
        side, top = look.px(PAGE_SIDE), look.px(PAGE_TOP)
        column.setContentsMargins(side, top, side, top)
        column.setSpacing(look.px(8))
        column.addWidget(self.header)
        column.addWidget(self.closed)
        column.addSpacing(look.px(4))
        column.addWidget(self.session)
        column.addSpacing(look.px(4))
        column.addWidget(self.panes, 1)
        self._whole = Page(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.gone)
        whole.addWidget(self._whole)
        self.gone.setContentsMargins(side, top, side, top)
        self.gone.hide()

    # Showing

    def _show_head(self, plan: Plan) -> None:
        words = self._world.words
        today = today_of(self._world.library, plan.community.id)
        title = title_of(words, plan, today)
        self.set_title(title)
        self.header.set_title(title)
        reader = self._world.library.reader
        self.header.set_crumb(state_named(reader, words, plan.community.id))
        self.header.set_sentence(head_of(words, plan))
        running = plan.workshop.state == "running"
        self.start_button.setText(words("design.go-on" if running else "design.start"))
        takes_place = not plan.closed and not plan.called_off
        # Beside the room, the strip above leads back into it.
        beside = self._world.navigator.in_room == self._workshop
        self.start_button.setVisible(takes_place and bool(plan.blocks) and not beside)
        self.edit_button.setVisible(not plan.closed)
        nothing = running and not said_in(self._world.library.reader, self._workshop)
        self.unstart_button.setVisible(nothing)
        self.sheet_button.setVisible(bool(plan.blocks))
        self.result_button.setVisible(plan.closed)
        self.closed.setVisible(not takes_place)
        self.closed_said.setText(over_of(words, plan.workshop, today))
        self._show_strip(plan)

    def _show_strip(self, plan: Plan) -> None:
        self.session.show_session(plan, self._chosen)

    def _show_beside(self) -> None:
        """The chosen block with its recipe, or the exercise that is looked at."""
        plan = self._plan
        if plan is None:
            return
        exercise = self._world.catalogue.find_exercise(self._looked_at)
        found = plan.find(self._chosen)
        if exercise is not None:
            after = block_name(self._world.words, found[1].block) if found is not None else ""
            self.panel.show_exercise(plan, exercise, after)
        elif found is not None:
            self.panel.show_block(plan, *found)
        else:
            self.panel.show_nothing()
        self.panes.lay_out()

    # What a person does

    def _choose(self, block: str) -> None:
        self._chosen, self._looked_at = block, ""
        self.shelf.cards.choose("")
        if self._plan is not None:
            self._show_strip(self._plan)
        self._show_beside()

    def _look_back(self) -> None:
        """A click on the block already chosen shows it again."""
        if self._looked_at and self.list.current:
            self._choose(self.list.current)

    def _look_at(self, exercise: str) -> None:
        self._looked_at = exercise
        self._show_beside()

    def _place(self, block: str) -> None:
        self.list.choose(block)
        self._choose(block)

    def _add(self, exercise: str) -> None:
        plan = self._plan
        if plan is None:
            return
        if self.agenda_actions.add_exercise(exercise, plan.spot_after(self._chosen)):
            if not self.panes.shows(AGENDA):
                entry = self._world.catalogue.exercise(exercise)
                name = entry.in_language(self._world.words.language).name
                self._world.notice.say(self._world.words("design.added", title=name))

    def _add_break(self) -> None:
        """One goes on with it at once: up, down, longer, shorter."""
        if self._plan is not None and self.agenda_actions.add_break(
            self._plan.spot_after(self._chosen)
        ):
            self.list.setFocus()

    def _add_interlude(self, interlude: str) -> None:
        plan = self._plan
        spot = plan.spot_after(self._chosen) if plan is not None else None
        if self.agenda_actions.add_interlude(interlude, spot):
            self.list.setFocus()

    def _search(self) -> None:
        self.panes.show_pane(SHELF)
        self.shelf.filters.field.setFocus()

    def _start(self) -> None:
        if self._plan is not None:
            start(self._world, self, self._plan.workshop)

    def _take_start_back(self) -> None:
        if self._plan is not None:
            take_back(self._world, self._plan.workshop)

    def _go_result(self) -> None:
        self._world.navigator.closing(self._workshop)

    def _go_back(self) -> None:
        if self._plan is not None:
            self._world.navigator.community(self._plan.community.id)


class Page(QScrollArea):
    """Holds the page: it fills the height there is, and scrolls where that is too little."""

    def __init__(self, inner: QWidget) -> None:
        """A page that holds ``inner``."""
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.viewport().setAutoFillBackground(False)
        self.setWidget(inner)
        inner.setAutoFillBackground(False)

    def minimumSizeHint(self) -> QSize:
        """As narrow as what it holds may become."""
        inner = self.widget()
        least = inner.minimumSizeHint().width() if inner is not None else 0
        return QSize(least + self.verticalScrollBar().sizeHint().width(), 120)
