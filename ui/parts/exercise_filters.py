"""Finding an exercise: a field to type in, and pills for what narrows the search."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.catalogue.catalogue import Catalogue
from app.catalogue.exercise_entries import Exercise
from app.catalogue.exercise_search import ExerciseQuery, ExerciseSearch
from app.collation import in_order
from app.library.workshop_rows import PURPOSES
from app.words import Words
from ui.look.look import Look
from ui.look.themes import STAGES
from ui.parts.exercise_text import kind_name
from ui.parts.filter_pill import FilterPill
from ui.parts.layouts import FlowLayout, holding
from ui.parts.pill import PillButton
from ui.parts.search_field import SearchField

LENGTHS = (10, 15, 20, 30, 45, 60)
"""Minutes one may have."""

SIZES = (6, 15, 40)
"""How many people may be there; any other number can be typed."""


class ExerciseFilters(QWidget):
    """The field and the pills. ``changed`` is sent when something else is looked for."""

    changed = Signal()

    def __init__(self, look: Look, words: Words, catalogue: Catalogue) -> None:
        """Nothing is looked for yet."""
        super().__init__()
        self._words = words
        self._search = ExerciseSearch(catalogue, words.language)
        self.field = SearchField(look, words, words("exercises.find"))
        self.field.setMinimumWidth(look.size(120))
        self.field.textChanged.connect(self._tell)

        def pill(name: str) -> FilterPill:
            typed = self._people if name == "size" else None
            return FilterPill(
                look, words, words(f"exercises.{name}"), words(f"exercises.any-{name}"), typed
            )

        self.stage, self.purpose, self.minutes = pill("stage"), pill("purpose"), pill("time")
        self.people, self.kind, self.concept = pill("size"), pill("sort"), pill("concept")
        self._pills = (
            self.stage, self.purpose, self.minutes, self.people, self.kind, self.concept,
        )  # fmt: skip
        self.show_catalogue(catalogue)
        self.favourites = PillButton(look, words("exercises.favourites"), "amber", checkable=True)
        self._favourites: frozenset[str] = frozenset()
        self.favourites.clicked.connect(self._tell)
        pills = FlowLayout(look.px(6), look.px(6))
        pills.addWidget(self.favourites)
        for one in self._pills:
            one.picked.connect(self._tell)
            pills.addWidget(one)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(10))
        column.addWidget(self.field)
        column.addWidget(holding(pills))
        self.show_favourites(())

    @property
    def query(self) -> ExerciseQuery:
        """What is looked for now."""
        return ExerciseQuery(
            text=self.field.text().strip(),
            stage=self.stage.value,
            purpose=self.purpose.value,
            minutes=int(self.minutes.value or 0),
            people=int(self.people.value or 0),
            kind=self.kind.value,
            concept=self.concept.value,
            only=self._favourites if self.favourites.isChecked() else None,
        )

    def look_up(self) -> tuple[Exercise, ...]:
        """What fits, best match first."""
        return self._search.find(self.query)

    def told(self, found: Sequence[Exercise]) -> str:
        """How many were found, of how many; the best match is first where a text was typed."""
        key = "found-ranked" if self.query.text else "found"
        total = len(self._search.catalogue.exercises)
        return self._words(f"exercises.{key if found else 'found-none'}", n=len(found), total=total)

    def clear(self) -> None:
        """Look for nothing in particular."""
        for pill in self._pills:
            if pill.value:
                pill.choose("")
        if self.favourites.isChecked():
            self.favourites.click()
        self.field.clear()

    def show_favourites(self, favourites: Iterable[str]) -> None:
        """Which exercises are favourites; without any there is nothing to narrow to."""
        self._favourites = frozenset(favourites)
        self.favourites.setVisible(bool(self._favourites))
        if not self._favourites:
            self.favourites.setChecked(False)

    def show_catalogue(self, catalogue: Catalogue) -> None:
        """Look in a catalogue from now on."""
        words = self._words
        if catalogue is not self._search.catalogue:
            self._search = ExerciseSearch(catalogue, words.language)
        self.stage.offer(
            [
                (stage.id, stage.in_language(words.language).name, tone)
                for stage in catalogue.stages
                for tone in STAGES
                if tone == stage.colour
            ]
        )
        self.purpose.offer([(one, words(f"parts.purpose.{one}"), "teal") for one in PURPOSES])
        self.minutes.offer([(str(n), words("exercises.at-most", n=n), "teal") for n in LENGTHS])
        self.people.offer([(str(n), words("exercises.for-people", n=n), "teal") for n in SIZES])
        kinds = dict.fromkeys(exercise.kind for exercise in catalogue.exercises)
        named = [(kind, kind_name(words, kind)) for kind in kinds]
        self.kind.offer([(*one, "teal") for one in in_order(named, lambda one: one[1])])
        served = {concept for exercise in catalogue.exercises for concept in exercise.concepts}
        concepts = [
            (one.id, one.in_language(words.language))
            for one in catalogue.concepts
            if one.id in served
        ]
        self.concept.offer([(*one, "teal") for one in in_order(concepts, lambda one: one[1])])

    def _people(self, typed: str) -> tuple[str, str] | None:
        """A number of people that was typed."""
        digits = "".join(one for one in typed if one.isdecimal())
        number = int(digits) if 0 < len(digits) <= 3 else 0
        said = self._words("exercises.for-people", n=number)
        return (str(number), said) if number else None

    def _tell(self) -> None:
        self.changed.emit()
