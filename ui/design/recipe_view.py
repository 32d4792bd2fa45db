"""A recipe as it is read beside the agenda: steps with minutes, what to bring, where it leads."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.catalogue.exercise_entries import WAYS
from app.catalogue.recipe import Recipe, RecipeWords
from exports.recipe_words import things_to_bring, way_name
from ui.parts.cell_rows import CellRows, Column, TonedCell
from ui.parts.deletion import clear_layout
from ui.parts.exercise_text import lands_in
from ui.parts.labels import WrapLabel, eyebrow, small
from ui.parts.layouts import FlowLayout, holding
from ui.parts.pill import PillButton
from ui.parts.reading import for_reading
from ui.parts.sentences import QuoteLabel
from ui.world import World

_Shown = tuple[Recipe, str, tuple[str, ...], int, bool]


class RecipeView(QWidget):
    """A recipe in one of its languages; ``turned`` is sent with another one that was asked for,
    ``way_asked`` with the way in which it is to be held.

    ``steps`` is the first of it, which has a place of its own: other things may stand between.
    """

    turned = Signal(str)
    way_asked = Signal(str)

    def __init__(self, world: World) -> None:
        """Nothing to read yet."""
        super().__init__()
        self._world = world
        look = world.look
        self.steps = QWidget()
        self._first, self._column = QVBoxLayout(self.steps), QVBoxLayout(self)
        for column in (self._first, self._column):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(look.px(4))
        self._shown: _Shown | None = None
        self.languages: list[PillButton] = []
        self.ways: list[PillButton] = []

    def show_recipe(
        self,
        recipe: Recipe,
        language: str,
        languages: Sequence[str],
        people: int = 0,
        *,
        may_change: bool = False,
    ) -> None:
        """Show a recipe in ``language``, counted for so many people.

        With several ``languages`` one can turn to another. ``may_change``: one can also say in
        which way it is held.
        """
        shown = (recipe, language, tuple(languages), people, may_change)
        if shown == self._shown:
            return
        self._shown = shown
        self._clear()
        words, wording = self._world.words, recipe.in_language(language)
        if len(languages) > 1:
            named = [(code, words(f"design.language-{code}")) for code in languages]
            self.languages = self._add_pills(named, language, self._turn)
        if wording.ways and may_change:
            self._first.addWidget(eyebrow(self._world.look, words("recipe.way")))
            known = [way for way in WAYS if way in wording.ways]
            ways = [(way, way_name(words, way)) for way in ("", *known)]
            self.ways = self._add_pills(ways, recipe.way, self._ask_way, reads=False)
        self._add_steps(recipe, language)
        key = "recipe.bring-for" if people else "parts.recipe.bring"
        things = things_to_bring(words, recipe, language, people)
        self._add_text(words(key, n=people), *things)
        self._add_text(words("recipe.prepare"), *wording.prepare)
        self._add_text(words("parts.recipe.room"), wording.room)
        self._add_text(words("recipe.helpers"), *wording.helpers)
        self._add_text(words("recipe.handouts"), *wording.handouts)
        self._add_question(wording, language)
        self._add_text(words("parts.recipe.listen"), wording.listen)
        self._add_text(words("parts.recipe.fails"), wording.fails)
        lands = lands_in(words, self._world.catalogue, recipe.lands, recipe.sections)
        self._add_text(words("parts.recipe.goes-into"), lands)
        self._add_text(words("recipe.follow-up"), wording.follow_up)
        self._add_text(words("recipe.access"), wording.access)
        self.show_parts(True)

    def show_parts(self, shown: bool) -> None:
        """Show what there is of both parts, or neither."""
        self.steps.setVisible(shown and self._first.count() > 0)
        self.setVisible(shown and self._column.count() > 0)

    def _clear(self) -> None:
        self.languages, self.ways = [], []
        for column in (self._first, self._column):
            clear_layout(column)

    def _add_pills(
        self,
        options: Sequence[tuple[str, str]],
        chosen: str,
        act: Callable[[], object],
        *,
        reads: bool = True,
    ) -> list[PillButton]:
        """A row of pills, one of which is on."""
        look = self._world.look
        row, pills = FlowLayout(look.px(6), look.px(6)), []
        for value, text in options:
            pill = for_reading(PillButton(look, text, "teal", checkable=True), reads=reads)
            pill.setChecked(value == chosen)
            pill.setProperty("value", value)
            pill.clicked.connect(act)
            row.addWidget(pill)
            pills.append(pill)
        self._first.addWidget(holding(row))
        self._first.addSpacing(look.px(8))
        return pills

    def _turn(self) -> None:
        self.turned.emit(str(self.sender().property("value")))

    def _ask_way(self) -> None:
        self.way_asked.emit(str(self.sender().property("value")))

    def _add_steps(self, recipe: Recipe, language: str) -> None:
        """The steps with their minutes; what the way it is held in changes stands below them."""
        look, words = self._world.look, self._world.words
        steps = recipe.steps_in(language)
        if len(steps) < 2:
            return
        instead = recipe.in_language(language).ways.get(recipe.way, {})
        self._first.addWidget(eyebrow(look, words("design.steps")))
        rows = CellRows(look, (Column(1, "small"), Column(0, "small", "mute", "right")))
        for number, step in enumerate(steps, start=1):
            title = words("design.step", n=number, title=step.title)
            rows.add(TonedCell(title), words("parts.minutes", n=step.minutes))
            if step.id in instead:
                rows.add(TonedCell(instead[step.id], tone="teal"))
        self._first.addWidget(rows)

    def _add_text(self, head: str, *texts: str) -> None:
        said = [text for text in texts if text]
        if said:
            look = self._world.look
            self._column.addWidget(eyebrow(look, head))
            for text in said:
                self._column.addWidget(small(look, text, "plain"))
            self._column.addSpacing(look.px(10))

    def _add_question(self, wording: RecipeWords, language: str) -> None:
        if wording.question:
            look, words = self._world.look, self._world.words
            self._column.addWidget(eyebrow(look, words("parts.recipe.question")))
            label: WrapLabel = QuoteLabel(look, self._world.words_in(language), wording.question)
            self._column.addWidget(label)
            self._column.addSpacing(look.px(10))
