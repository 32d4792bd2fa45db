"""The exercises: searched and filtered at the left, read at the right, used in a workshop."""

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from app.catalogue.exercise_entries import Exercise
from app.library.journal import Change
from app.library.rows import Community, Workshop
from app.moment import day
from app.workshop.planning import add_exercise
from exports.request import ExportRequest
from ui.attempt import attempt
from ui.exercises.exercise_page import ExercisePage
from ui.exercises.own_actions import OwnActions
from ui.parts.buttons import Button
from ui.parts.card_list import CardLine, CardList
from ui.parts.exercise_filters import ExerciseFilters
from ui.parts.exercise_text import length_range
from ui.parts.labels import heading, small
from ui.parts.own_mark import own_mark
from ui.parts.reading import for_reading
from ui.parts.screen import Screen
from ui.parts.scroll_column import PAGE_TOP
from ui.parts.tabbed_panes import TabbedPane, TabbedPanes
from ui.world import World

LIST, PAGE = 0, 1
REST = 120
"""Milliseconds without a key after which what was found is read: a page takes longer than a key."""


class ExercisesScreen(Screen):
    """The catalogue of exercises."""

    def __init__(
        self,
        world: World,
        export: Callable[[QWidget, ExportRequest], None],
        exercise: str = "",
    ) -> None:
        """All exercises, one to be read: ``exercise``, by its id, or the first.

        ``export`` asks how to print one.
        """
        super().__init__(world.words("exercises.title"))
        for_reading(self)
        look, words = world.look, world.words
        self._world, self._export = world, export
        self._exercise: Exercise | None = world.catalogue.find_exercise(exercise)
        self._workshops: list[Workshop] = []
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self._show_read)
        self.filters = ExerciseFilters(look, words, world.catalogue)
        self.filters.changed.connect(self._list)
        self.filters.field.returnPressed.connect(self._read_first)
        self.found = small(look, "")
        self.cards = CardList(look, words("exercises.title"))
        self.cards.chosen.connect(self._read)
        self.cards.clicked.connect(self._turn)
        self.cards.asked.connect(self._turn)
        self.page = ExercisePage(world)
        self.page.use_asked.connect(self.offer_workshops)
        self.page.print_asked.connect(self.ask_print)
        self.page.star_asked.connect(self.turn_star)
        self.page.exercise_asked.connect(self.go_to)
        self.page.concept_asked.connect(self.look_for)
        self.own = OwnActions(world, self, self.go_to)
        self.page.add_actions(*self.own.buttons)
        self.all_button = Button(look, words("exercises.show-all"), small=True)
        self.all_button.clicked.connect(self.filters.clear)
        title = heading(look, words("exercises.title"), 1)
        left = SearchPane(
            world,
            (
                title,
                self.own.write_button,
                self.filters,
                self.found,
                self.all_button,
                self.cards,
            ),
        )
        panes = (
            TabbedPane(left, words("exercises.tab-list"), 350, 2),
            TabbedPane(self.page, words("exercises.tab-page"), 520, 5),
        )
        self.panes = TabbedPanes(look, panes, PAGE if self._exercise else LIST, gap=0, inset=20)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.panes)
        self.setFocusProxy(self.filters.field)

    def touches(self, change: Change) -> bool:
        """Which workshops are planned, how often an exercise was run, and one's own exercises."""
        return change.touches("workshop", "community", "run", "block", "own_exercise")

    def refresh(self) -> None:
        """Show the exercises, and whether one can be used."""
        catalogue = self._world.catalogue
        self.filters.show_catalogue(catalogue)
        if self._exercise is not None:
            self._exercise = catalogue.find_exercise(self._exercise.id)
        self._workshops = self._planned()
        self.page.use_button.setVisible(bool(self._workshops))
        self._list()

    def offer_workshops(self) -> None:
        """Offer the planned workshops, the next one first."""
        menu = QMenu(self)
        for workshop in self._workshops:
            action = menu.addAction(self._name(workshop).replace("&", "&&"))
            action.setData(workshop.id)
        menu.triggered.connect(self._use)
        menu.aboutToHide.connect(menu.deleteLater)
        button = self.page.use_button
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def ask_print(self) -> None:
        """Ask how to print or save the exercise, fitted as it is read."""
        if self._exercise is not None:
            knobs = self.page.knobs
            wanted = ExportRequest(
                document="exercise",
                subject=self._exercise.id,
                people=knobs.people,
                minutes=knobs.minutes,
                way=knobs.way,
            )
            self._export(self, wanted)

    def turn_star(self) -> None:
        """Make the exercise a favourite, or none any more."""
        if self._exercise is None:
            return
        settings, this = self._world.settings, self._exercise.id
        kept = [one for one in settings.favourites if one != this]
        if this not in settings.favourites:
            kept.append(this)
        self._world.keep_settings(msgspec.structs.replace(settings, favourites=tuple(kept)))
        self._list()
        self.page.show_star(this in kept)

    def go_to(self, exercise: str) -> None:
        """Read an exercise, whatever is looked for."""
        if self.cards.cards.row_of(exercise) is None:
            self.filters.clear()
        self.cards.choose(exercise)

    def look_for(self, concept: str) -> None:
        """List what serves a concept."""
        self.filters.clear()
        self.filters.concept.choose(concept)
        self.panes.show_pane(LIST)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down from the field goes to the cards."""
        if event.key() == Qt.Key.Key_Down and self.filters.field.hasFocus():
            self.cards.setFocus()
            self.cards.choose_first()
        else:
            super().keyPressEvent(event)

    def _planned(self) -> list[Workshop]:
        """Workshops not begun yet, of communities that live: those to come, then those gone by."""
        reader = self._world.library.reader
        living = {one.id for one in reader.rows(Community, ended=None)}
        rows = [
            one
            for one in reader.rows(Workshop, order="date", state="planned")
            if one.community in living
        ]
        today = self._world.moment.now().date().isoformat()
        return sorted(rows, key=lambda one: one.date < today)

    def _name(self, workshop: Workshop) -> str:
        words, reader = self._world.words, self._world.library.reader
        community = reader.row(Community, workshop.community)
        return words(
            "exercises.workshop",
            title=workshop.title,
            day=words.near_day(day(workshop.date), self._world.moment.now().date()),
            community=community.name,
        )

    def _list(self) -> None:
        self.filters.show_favourites(self._world.settings.favourites)
        words = self._world.words
        found = self.filters.look_up()
        if self.filters.query.narrows:
            self.found.setText(self.filters.told(found))
        else:
            self.found.setText(words("exercises.total", n=len(found)))
        self.all_button.setVisible(not found)
        self.cards.show_cards([self._line(one) for one in found])
        if found and self._exercise not in found:
            self.cards.choose(found[0].id)
        elif self._exercise is not None:
            self.cards.choose(self._exercise.id)
            if not self._rest.isActive():
                self._show_read()

    def _line(self, exercise: Exercise) -> CardLine:
        words = self._world.words
        wording = exercise.in_language(words.language)
        right = length_range(words, exercise)
        name = wording.name
        if exercise.id in self._world.settings.favourites:
            name = words("exercises.starred", name=name)
        mark = own_mark(words, self._world.library.reader, exercise)
        return CardLine(id=exercise.id, name=name, right=right, under=wording.purpose, reason=mark)

    def _read(self, exercise: str) -> None:
        self._exercise = self._world.catalogue.exercise(exercise)
        if self.filters.field.hasFocus() and self.filters.query.text:
            self._rest.start()
        else:
            self._show_read()

    def _show_read(self) -> None:
        self._rest.stop()
        if self._exercise is not None:
            self.page.show_exercise(self._exercise)
            self.page.show_star(self._exercise.id in self._world.settings.favourites)
        self.own.show_exercise(self._exercise)

    def _read_first(self) -> None:
        if self.cards.current or self.cards.choose_first():
            self.cards.setFocus()
            self._turn()

    def _turn(self) -> None:
        """Where only one of both has room, turn to what was chosen."""
        self._show_read()
        self.panes.show_pane(PAGE)

    def _use(self, action: QAction) -> None:
        """Put the exercise at the end of a workshop's agenda, and go there."""
        world, exercise = self._world, self._exercise
        workshop = world.library.reader.find(Workshop, str(action.data()))
        if exercise is None or workshop is None:
            return
        if attempt(
            world, lambda: add_exercise(world.library, world.catalogue, workshop, exercise.id)
        ):
            world.navigator.design(workshop.id)


class SearchPane(QWidget):
    """The left of the screen: title, field, filters, how many, the cards."""

    def __init__(self, world: World, widgets: tuple[QWidget, ...]) -> None:
        """Widgets one below the other; the last one takes what is left."""
        super().__init__()
        look = world.look
        column = QVBoxLayout(self)
        side = look.px(20)
        column.setContentsMargins(side, look.px(PAGE_TOP), look.px(12), look.px(12))
        column.setSpacing(look.px(10))
        for widget in widgets[:-1]:
            column.addWidget(widget)
            if isinstance(widget, Button):
                column.setAlignment(widget, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(widgets[-1], 1)

    def minimumSizeHint(self) -> QSize:
        """As narrow as what it holds may become."""
        inner = self.layout()
        return inner.minimumSize() if inner is not None else QSize(0, 0)
