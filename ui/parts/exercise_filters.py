"""Finding an exercise: a field to type in, and pills for the stage, the time there is, the kind."""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from app.catalogue.catalogue import Catalogue
from app.catalogue.entries import Exercise
from app.catalogue.exercise_search import search_exercises
from app.words import Words
from ui.look.look import Look
from ui.look.themes import STAGES, Tone
from ui.parts.exercise_text import kind_name
from ui.parts.layouts import FlowLayout, holding
from ui.parts.pill import PillButton
from ui.parts.search_field import SearchField

LENGTHS = (10, 15, 20, 30, 45)
"""Minutes one may have."""


class Query(msgspec.Struct, frozen=True):
    """What is looked for: a text, and ids; empty where nothing narrows the search."""

    text: str = ""
    stage: str = ""
    minutes: int = 0
    kind: str = ""

    @property
    def narrows(self) -> bool:
        """Whether anything is asked at all."""
        return self != Query()

    def find(self, catalogue: Catalogue, language: str) -> tuple[Exercise, ...]:
        """What fits, best match first."""
        return search_exercises(
            catalogue,
            self.text,
            language,
            stage=self.stage or None,
            kind=self.kind or None,
            longest_minutes=self.minutes or None,
        )


class FilterPill(PillButton):
    """A pill that opens a menu of values; it wears its tone while one is chosen."""

    picked = Signal()

    def __init__(self, look: Look, words: Words, name: str, anything: str) -> None:
        """``name`` is what it says while nothing is chosen, ``anything`` the first of its menu."""
        super().__init__(look, "", checkable=True)
        self._words, self._name, self._anything = words, name, anything
        self._options: list[tuple[str, str, Tone]] = []
        self.value = ""
        self.clicked.connect(self._open)
        self._tell()

    def offer(self, options: Sequence[tuple[str, str, Tone]]) -> None:
        """Offer values, each with its words and the tone it lends the pill."""
        self._options = list(options)

    def choose(self, value: str) -> None:
        """Choose a value; an empty one narrows nothing."""
        self.value = value
        self._tell()
        self.picked.emit()

    def _tell(self) -> None:
        known = next((one for one in self._options if one[0] == self.value), None)
        chosen, tone = (known[1], known[2]) if known else (self._name, "plain")
        self.setChecked(known is not None)
        self.set_text(self._words("exercises.pill", said=chosen), tone)
        self.setAccessibleName(f"{self._name}: {chosen}" if known else self._name)

    def _open(self) -> None:
        self._tell()  # the click has turned it; what is chosen decides
        menu = QMenu(self)
        group = QActionGroup(menu)
        for value, label in [("", self._anything), *((one[0], one[1]) for one in self._options)]:
            action = menu.addAction(label)
            action.setCheckable(True)
            action.setChecked(value == self.value)
            action.setData(value)
            group.addAction(action)
        group.triggered.connect(self._take)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _take(self, action: QAction) -> None:
        self.choose(str(action.data()))


class ExerciseFilters(QWidget):
    """The field and the pills. ``changed`` is sent when something else is looked for."""

    changed = Signal()

    def __init__(self, look: Look, words: Words, catalogue: Catalogue) -> None:
        """Nothing is looked for yet."""
        super().__init__()
        self.field = SearchField(look, words, words("exercises.find"))
        self.field.setMinimumWidth(look.size(120))
        self.field.textChanged.connect(self._tell)
        self.stage = FilterPill(look, words, words("exercises.stage"), words("exercises.any-stage"))
        self.minutes = FilterPill(look, words, words("exercises.time"), words("exercises.any-time"))
        self.kind = FilterPill(look, words, words("exercises.sort"), words("exercises.any-sort"))
        self._offer(words, catalogue)
        pills = FlowLayout(look.px(6), look.px(6))
        for pill in (self.stage, self.minutes, self.kind):
            pill.picked.connect(self._tell)
            pills.addWidget(pill)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(10))
        column.addWidget(self.field)
        column.addWidget(holding(pills))

    @property
    def query(self) -> Query:
        """What is looked for now."""
        return Query(
            self.field.text().strip(),
            self.stage.value,
            int(self.minutes.value or 0),
            self.kind.value,
        )

    def clear(self) -> None:
        """Look for nothing in particular."""
        for pill in (self.stage, self.minutes, self.kind):
            if pill.value:
                pill.choose("")
        self.field.clear()

    def _offer(self, words: Words, catalogue: Catalogue) -> None:
        self.stage.offer(
            [
                (stage.id, stage.in_language(words.language).name, tone)
                for stage in catalogue.stages
                for tone in STAGES
                if tone == stage.colour
            ]
        )
        self.minutes.offer([(str(n), words("exercises.at-most", n=n), "teal") for n in LENGTHS])
        kinds = dict.fromkeys(exercise.kind for exercise in catalogue.exercises)
        self.kind.offer([(kind, kind_name(words, kind), "teal") for kind in kinds])

    def _tell(self) -> None:
        self.changed.emit()
