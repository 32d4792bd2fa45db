"""What a recipe is fitted to as it is read: how many people, how long, in which way."""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.catalogue.exercise_entries import WAYS, Exercise
from app.catalogue.recipe import Recipe, make_recipe
from app.catalogue.timing import needed_minutes, within
from exports.recipe_words import way_name
from ui.parts.cell_rows import CellRows, Column
from ui.parts.deletion import clear_layout
from ui.parts.exercise_filters import SIZES
from ui.parts.layouts import FlowLayout, holding
from ui.parts.pill import PillButton
from ui.world import World

MIDDLE = 15
"""The people a recipe is counted for until another number is chosen."""


class RecipeKnobs(QWidget):
    """Three rows of pills, one of each row chosen. ``turned`` is sent when another one is."""

    turned = Signal()

    def __init__(self, world: World) -> None:
        """Nothing to choose yet."""
        super().__init__()
        self._world = world
        self._exercise: Exercise | None = None
        self.people, self.minutes, self.way = MIDDLE, 0, ""
        self.sizes: list[PillButton] = []
        self.lengths: list[PillButton] = []
        self.ways: list[PillButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_exercise(self, exercise: Exercise) -> None:
        """Offer what an exercise can be fitted to; it begins as written, at its usual length."""
        words = self._world.words
        self._exercise = exercise
        sizes = [n for n in SIZES if within(n, exercise) == n] or [exercise.people.most]
        self.people = min(sizes, key=lambda n: abs(n - MIDDLE))
        self.minutes, self.way = exercise.minutes.usual, ""
        known = exercise.minutes
        known_ways = exercise.in_language(words.language).ways
        lengths = dict.fromkeys((known.short, known.usual, known.long))
        told = {n: needed_minutes(exercise, n) for n in sizes}
        self.sizes = self._pills(
            [(n, words("recipe.for-people", n=n, minutes=told[n])) for n in sizes]
        )
        self.lengths = self._pills([(n, words("parts.minutes", n=n)) for n in lengths])
        ways = ("", *(way for way in WAYS if way in known_ways))
        self.ways = self._pills([(way, way_name(words, way)) for way in ways])
        for pills, take in (
            (self.sizes, self._take_people),
            (self.lengths, self._take_length),
            (self.ways, self._take_way),
        ):
            for pill in pills:
                pill.clicked.connect(take)
        self._lay_out()
        self._mark()

    def recipe(self, exercise: Exercise) -> Recipe:
        """The exercise fitted to what is chosen."""
        language = self._world.words.language
        made = make_recipe(exercise, (language,), self.minutes, self.people)
        return msgspec.structs.replace(made, way=self.way)

    def _pills(self, options: Sequence[tuple[object, str]]) -> list[PillButton]:
        pills = []
        for value, text in options:
            pill = PillButton(self._world.look, text, "teal", checkable=True)
            pill.setProperty("value", value)
            pills.append(pill)
        return pills

    def _lay_out(self) -> None:
        look, words = self._world.look, self._world.words
        clear_layout(self._column)
        rows = CellRows(look, (Column(0, "small", "mute"), Column(1, "small")))
        for name, pills in (("people", self.sizes), ("length", self.lengths), ("way", self.ways)):
            if len(pills) < 2 and name == "way":
                continue
            flow = FlowLayout(look.px(6), look.px(6))
            for pill in pills:
                pill.setAccessibleDescription(words(f"recipe.{name}"))
                flow.addWidget(pill)
            rows.add(words(f"recipe.{name}"), holding(flow))
        self._column.addWidget(rows)

    def _take_people(self) -> None:
        """So many people, in the time that they need."""
        self.people = int(self.sender().property("value"))
        if self._exercise is not None:
            self.minutes = needed_minutes(self._exercise, self.people)
        self._turn()

    def _take_length(self) -> None:
        self.minutes = int(self.sender().property("value"))
        self._turn()

    def _take_way(self) -> None:
        self.way = str(self.sender().property("value"))
        self._turn()

    def _turn(self) -> None:
        self._mark()
        self.turned.emit()

    def _mark(self) -> None:
        for pills, value in (
            (self.sizes, self.people),
            (self.lengths, self.minutes),
            (self.ways, self.way),
        ):
            for pill in pills:
                pill.setChecked(pill.property("value") == value)
