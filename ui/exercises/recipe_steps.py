"""The steps of a recipe to be read: their minutes, what to do, what to say aloud."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.catalogue.recipe import Recipe, StepInLanguage
from exports.recipe_words import way_name
from ui.parts.cell_rows import CellRows, Column
from ui.parts.deletion import clear_layout
from ui.parts.labels import WrapLabel, eyebrow, small
from ui.parts.sentences import QuoteLabel
from ui.parts.text_block import TextRun
from ui.world import World


class RecipeSteps(QWidget):
    """The steps, as they are in the way that is chosen."""

    def __init__(self, world: World) -> None:
        """Nothing to read yet."""
        super().__init__()
        self._world = world
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(world.look.px(8))

    def show_recipe(self, recipe: Recipe) -> None:
        """Show a recipe's steps."""
        look, words = self._world.look, self._world.words
        clear_layout(self._column)
        self._column.addWidget(eyebrow(look, words("exercises.steps-at", n=recipe.minutes)))
        columns = (
            Column(0, "body", "mute"),
            Column(1, "body"),
            Column(0, "body", "mute", "right"),
        )
        rows = CellRows(look, columns, lines=True)
        otherwise = recipe.in_language(words.language).ways.get(recipe.way, {})
        for number, step in enumerate(recipe.steps_in(words.language), start=1):
            minutes = words("parts.minutes", n=step.minutes)
            way = way_name(words, recipe.way) if step.id in otherwise else ""
            rows.add(str(number), self._step(step, way), minutes)
        self._column.addWidget(rows)

    def _step(self, step: StepInLanguage, way: str) -> QWidget:
        """A step: its title, what to do, what to say; a ``way`` where it is done otherwise."""
        look = self._world.look
        place = QWidget()
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(2))
        title = [TextRun(step.title, strong=True)]
        if way:
            title.append(TextRun(f" · {way}", tone="teal"))
        column.addWidget(WrapLabel(look, title, "body"))
        if step.do:
            column.addWidget(small(look, step.do, "plain"))
        if step.say:
            column.addWidget(QuoteLabel(look, self._world.words, step.say, tone="teal"))
        return place
