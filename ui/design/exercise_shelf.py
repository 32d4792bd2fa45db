"""What may be added: exercises searched in the catalogue, or suggested with a reason."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from app.catalogue.exercise_entries import Exercise
from app.workshop.suggestions import Suggestion, suggest
from ui.design.agenda_model import EXERCISE_MIME
from ui.design.plan import Plan
from ui.parts.card import paint_card
from ui.parts.card_list import CardLine, CardList
from ui.parts.exercise_filters import ExerciseFilters
from ui.parts.exercise_text import kind_name, length_range
from ui.parts.labels import small
from ui.parts.own_mark import own_mark
from ui.world import World


class ExerciseShelf(QFrame):
    """The exercises. ``chosen`` is sent with the one a person looks at, ``asked`` with the one
    they take; ``grown`` when the shelf needs another height."""

    chosen = Signal(str)
    asked = Signal(str)
    grown = Signal()

    def __init__(self, world: World) -> None:
        """Nothing is listed yet."""
        super().__init__()
        look, words = world.look, world.words
        self._world = world
        self._plan: Plan | None = None
        self.setAccessibleName(words("design.shelf"))
        self.filters = ExerciseFilters(look, words, world.catalogue)
        self.filters.changed.connect(self._list)
        self.filters.field.returnPressed.connect(self._take_first)
        self.found = small(look, "")
        self.cards = CardList(look, words("design.shelf"), EXERCISE_MIME)
        self.cards.chosen.connect(self.chosen)
        self.cards.asked.connect(self.asked)
        column = QVBoxLayout(self)
        around = look.px(14)
        column.setContentsMargins(around, around, around, around)
        column.setSpacing(look.px(10))
        column.addWidget(self.filters)
        column.addWidget(self.found)
        column.addWidget(self.cards, 1)

    def show_plan(self, plan: Plan) -> None:
        """Suggest for a plan what it does not have yet."""
        self.filters.show_favourites(self._world.settings.favourites)
        self._plan = plan
        self.filters.show_catalogue(self._world.catalogue)
        self._list()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down from the field goes to the cards."""
        if event.key() == Qt.Key.Key_Down and self.filters.field.hasFocus():
            self.cards.setFocus()
            self.cards.choose_first()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card it stands on."""
        painter = QPainter(self)
        paint_card(painter, QRectF(self.rect()), self._world.look)
        painter.end()

    def _take_first(self) -> None:
        """Enter in the field takes the chosen card, else the best match."""
        if self.filters.query.narrows and (self.cards.current or self.cards.choose_first()):
            self.asked.emit(self.cards.current)

    def _list(self) -> None:
        plan, query = self._plan, self.filters.query
        if plan is None:
            return
        used = {block.exercise for block in plan.blocks if block.exercise}
        if query.narrows:
            found = self.filters.look_up()
            self.found.setText(self.filters.told(found))
            lines = [self._line(one, muted=one.id in used) for one in found]
        else:
            lines = self._suggested(plan, used)
        self.found.setVisible(query.narrows)
        self.cards.show_cards(lines)
        self.cards.setVisible(bool(lines))
        self.grown.emit()

    def _suggested(self, plan: Plan, used: set[str]) -> list[CardLine]:
        """What is suggested and why, then everything else."""
        words, catalogue = self._world.words, self._world.catalogue
        workshop = plan.workshop
        found = suggest(catalogue, workshop.purpose, plan.stages, used, workshop.expected)
        lines: list[CardLine] = []
        if found:
            lines.append(CardLine(name=words("design.suggested")))
            lines += [self._line(one.exercise, self._reason(one)) for one in found]
        named = {one.exercise.id for one in found}
        others = [one for one in catalogue.exercises if one.id not in named]
        others.sort(key=lambda one: one.id in used)
        if others:
            lines.append(CardLine(name=words("design.others" if found else "design.all")))
            lines += [self._line(one, muted=one.id in used) for one in others]
        return lines

    def _line(self, exercise: Exercise, reason: str = "", *, muted: bool = False) -> CardLine:
        words = self._world.words
        detail = words(
            "design.in-agenda" if muted else "design.kind-and-length",
            kind=kind_name(words, exercise.kind),
            length=length_range(words, exercise),
        )
        name = exercise.in_language(words.language).name
        if exercise.id in self._world.settings.favourites:
            name = words("exercises.starred", name=name)
        mark = own_mark(words, self._world.library.reader, exercise)
        reason = " · ".join(part for part in (mark, reason) if part)
        return CardLine(id=exercise.id, name=name, under=detail, reason=reason, muted=muted)

    def _reason(self, one: Suggestion) -> str:
        """Why an exercise is suggested."""
        words = self._world.words
        parts = [words(f"design.reason.{one.purpose}")] if one.purpose else []
        stage = self._world.catalogue.find_stage(one.stage)
        if stage is not None:
            name = stage.in_language(words.language).name
            parts.append(words("design.reason-stage", stage=name))
        return " · ".join(parts)
