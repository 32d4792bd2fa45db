"""A recipe as it is read beside the agenda: steps with minutes, what to bring, where it leads."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.catalogue.recipe import Recipe, RecipeWords
from ui.parts.cell_rows import CellRows, Column, TonedCell
from ui.parts.deletion import delete_later
from ui.parts.exercise_text import lands_in
from ui.parts.labels import WrapLabel, eyebrow, small
from ui.parts.layouts import FlowLayout, holding
from ui.parts.pill import PillButton
from ui.parts.reading import for_reading
from ui.parts.sentences import QuoteLabel
from ui.world import World


class RecipeView(QWidget):
    """A recipe in one of its languages; ``turned`` is sent with another one that was asked for.

    ``steps`` is the first of it, which has a place of its own: other things may stand between.
    """

    turned = Signal(str)

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
        self._shown: tuple[Recipe, str, tuple[str, ...]] | None = None
        self.languages: list[PillButton] = []

    def show_recipe(self, recipe: Recipe, language: str, languages: Sequence[str]) -> None:
        """Show a recipe in ``language``; with several ``languages`` one can turn to another."""
        shown = (recipe, language, tuple(languages))
        if shown == self._shown:
            return
        self._shown = shown
        self._clear()
        words, wording = self._world.words, recipe.in_language(language)
        if len(languages) > 1:
            self._add_languages(language, languages)
        self._add_steps(recipe, language)
        self._add_text(words("parts.recipe.bring"), " · ".join(wording.materials))
        self._add_text(words("parts.recipe.room"), wording.room)
        lands = lands_in(words, self._world.catalogue, recipe.lands, recipe.sections)
        self._add_text(words("parts.recipe.goes-into"), lands)
        self._add_question(wording, language)
        self._add_text(words("parts.recipe.listen"), wording.listen)
        self._add_text(words("parts.recipe.fails"), wording.fails)
        self.show_parts(True)

    def show_parts(self, shown: bool) -> None:
        """Show what there is of both parts, or neither."""
        self.steps.setVisible(shown and self._first.count() > 0)
        self.setVisible(shown and self._column.count() > 0)

    def _clear(self) -> None:
        self.languages = []
        for column in (self._first, self._column):
            while (item := column.takeAt(0)) is not None:
                widget = item.widget()
                if widget is not None:
                    widget.hide()
                    delete_later(widget)

    def _add_languages(self, language: str, languages: Sequence[str]) -> None:
        look, words = self._world.look, self._world.words
        row = FlowLayout(look.px(6), look.px(6))
        for code in languages:
            pill = for_reading(
                PillButton(look, words(f"design.language-{code}"), "teal", checkable=True)
            )
            pill.setChecked(code == language)
            pill.setProperty("language", code)
            pill.clicked.connect(self._turn)
            row.addWidget(pill)
            self.languages.append(pill)
        self._first.addWidget(holding(row))
        self._first.addSpacing(look.px(8))

    def _turn(self) -> None:
        sender = self.sender()
        if isinstance(sender, PillButton):
            self.turned.emit(str(sender.property("language")))

    def _add_steps(self, recipe: Recipe, language: str) -> None:
        look, words = self._world.look, self._world.words
        steps = recipe.steps_in(language)
        if len(steps) < 2:
            return
        self._first.addWidget(eyebrow(look, words("design.steps")))
        rows = CellRows(look, (Column(1, "small"), Column(0, "small", "mute", "right")))
        for number, step in enumerate(steps, start=1):
            title = words("design.step", n=number, title=step.title)
            rows.add(TonedCell(title), words("parts.minutes", n=step.minutes))
        self._first.addWidget(rows)

    def _add_text(self, head: str, text: str) -> None:
        if text:
            look = self._world.look
            self._column.addWidget(eyebrow(look, head))
            self._column.addWidget(small(look, text, "plain"))
            self._column.addSpacing(look.px(10))

    def _add_question(self, wording: RecipeWords, language: str) -> None:
        if wording.question:
            look, words = self._world.look, self._world.words
            self._column.addWidget(eyebrow(look, words("parts.recipe.question")))
            label: WrapLabel = QuoteLabel(look, self._world.words_in(language), wording.question)
            self._column.addWidget(label)
            self._column.addSpacing(look.px(10))
