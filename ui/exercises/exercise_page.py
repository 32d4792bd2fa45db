"""One exercise to be read whole, as in a cookbook: what to say first, the steps, all that helps."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.catalogue.exercise_entries import Exercise, ExerciseWords
from app.catalogue.glossary_terms import GlossaryTerms
from ui.exercises.recipe_knobs import RecipeKnobs
from ui.exercises.recipe_steps import RecipeSteps
from ui.exercises.recipe_topics import (
    show_afterwards,
    show_beforehand,
    show_choosing,
    show_concepts,
    show_meanwhile,
    show_neighbours,
    show_things,
)
from ui.look.themes import STAGES
from ui.parts.buttons import KeyButton
from ui.parts.exercise_text import kind_name, length_range, people_range, stage_names
from ui.parts.explained_words import ExplainedWords
from ui.parts.labels import WrapLabel, eyebrow, hairline, heading
from ui.parts.layouts import FlowLayout, ShareLayout, holding
from ui.parts.own_mark import own_told
from ui.parts.reading import for_reading
from ui.parts.scroll_column import ScrollColumn
from ui.parts.sentences import QuoteLabel
from ui.parts.text_block import TextRun
from ui.parts.topics import Topics
from ui.world import World


class FirstWords(QFrame):
    """What to say first: the question that everybody sees, and how the first step begins."""

    def __init__(self, world: World) -> None:
        """Nothing to say yet."""
        super().__init__()
        look, words = world.look, world.words
        self.setProperty("well", True)
        self.question = QuoteLabel(look, words, role="heading2")
        self.say = QuoteLabel(look, words, role="charter", tone="teal")
        column = QVBoxLayout(self)
        around = look.px(16)
        column.setContentsMargins(around, look.px(12), around, around)
        column.setSpacing(look.px(4))
        for widget in (eyebrow(look, words("recipe.say-first")), self.question, self.say):
            column.addWidget(widget)

    def show_words(self, exercise: Exercise, wording: ExerciseWords) -> None:
        """Show those of an exercise."""
        first = wording.steps.get(exercise.steps[0].id)
        self.question.quote(wording.question)
        say = first.say if first is not None else ""
        self.say.quote(say)
        self.say.setVisible(bool(say))


class ExercisePage(QFrame):
    """The page. ``use_asked``, ``print_asked`` and ``star_asked`` are sent when the exercise is to
    be used in a workshop, printed, or made a favourite or none any more; ``exercise_asked`` and
    ``concept_asked`` with the id of a link that is followed."""

    use_asked = Signal()
    print_asked = Signal()
    star_asked = Signal()
    exercise_asked = Signal(str)
    concept_asked = Signal(str)

    def __init__(self, world: World) -> None:
        """Nothing to read yet."""
        super().__init__()
        look = world.look
        self._world = world
        self._exercise: Exercise | None = None
        self.use_button = KeyButton(
            look, world.words, world.words("exercises.use"), "Ctrl+Return", "primary", small=True
        )
        for_reading(self.use_button, reads=False).clicked.connect(self.use_asked)
        self.print_button = KeyButton(
            look, world.words, world.words("exercises.print"), "Ctrl+P", small=True
        )
        self.print_button.clicked.connect(self.print_asked)
        self.star_button = KeyButton(
            look, world.words, world.words("exercises.star"), "Ctrl+D", small=True
        )
        self.star_button.clicked.connect(self.star_asked)
        self.column = ScrollColumn(look, page=True, gap=14)
        self._above = WrapLabel(look, "", "small")
        self.title = heading(look, "", 1)
        self.lead = WrapLabel(look, "", "charter")
        self.first = FirstWords(world)
        self.knobs = RecipeKnobs(world)
        self.knobs.turned.connect(self._refit)
        self.steps = RecipeSteps(world)
        self._things, self._beforehand, self._meanwhile = Topics(look), Topics(look), Topics(look)
        self._choosing, self._afterwards = Topics(look), Topics(look)
        self._neighbours, self._concepts = Topics(look), Topics(look)
        self._neighbours.asked.connect(self.exercise_asked)
        self._concepts.asked.connect(self.concept_asked)
        terms = GlossaryTerms(world.catalogue, world.words.language)
        self.explained = ExplainedWords(self, terms, world.words)
        self.explained.asked.connect(world.navigator.read_beside)
        self.column.add(self._make_head(), self.lead, self.first, self.knobs)
        self.column.add(
            self._beside((self.steps, self._meanwhile), (self._things, self._beforehand), 3),
            hairline(look),
            self._beside(
                (self._choosing,), (self._afterwards, self._neighbours, self._concepts), 5
            ),
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 0, 0, 0)
        whole.addWidget(self.column)

    def show_exercise(self, exercise: Exercise) -> None:
        """Show an exercise from its top, as written; the one that is shown already stays as it is
        fitted."""
        world = self._world
        fresh = exercise is not self._exercise
        self._exercise = exercise
        if fresh:
            wording = exercise.in_language(world.words.language)
            self._above.set_text(self._facts(exercise))
            self.title.setText(wording.name)
            self.lead.setText(wording.purpose)
            self.lead.setVisible(bool(wording.purpose))
            self.first.show_words(exercise, wording)
            self.knobs.show_exercise(exercise)
            show_beforehand(self._beforehand, world, exercise)
            show_meanwhile(self._meanwhile, world, exercise)
            show_choosing(self._choosing, world, exercise)
            show_neighbours(self._neighbours, world, exercise)
            show_concepts(self._concepts, world, exercise)
            self.column.verticalScrollBar().setValue(0)
            self._fit()
        show_afterwards(self._afterwards, world, exercise)
        self.explained.explain(self)

    def show_star(self, favourite: bool) -> None:
        """Say whether the exercise is a favourite."""
        key = "exercises.unstar" if favourite else "exercises.star"
        self.star_button.setText(self._world.words(key))

    def add_actions(self, *buttons: QWidget) -> None:
        """Put what else can be done with the exercise beside what is there."""
        for button in buttons:
            self._buttons.addWidget(button)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, a card's, and the hairline at its left."""
        painter = QPainter(self)
        tokens = self._world.look.theme
        painter.fillRect(self.rect(), QColor(tokens.card))
        painter.fillRect(QRectF(0, 0, 1, self.height()), QColor(tokens.line))
        painter.end()

    def _make_head(self) -> QWidget:
        """Its facts, its name, what can be done with it."""
        look = self._world.look
        buttons = self._buttons = FlowLayout(look.px(8), look.px(6))
        for button in (self.use_button, self.print_button, self.star_button):
            buttons.addWidget(button)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(2))
        column.addWidget(self._above)
        column.addWidget(self.title)
        column.addSpacing(look.px(6))
        column.addWidget(holding(buttons))
        return holding(column)

    def _beside(self, left: tuple[QWidget, ...], right: tuple[QWidget, ...], share: int) -> QWidget:
        """Two columns, the right one of ``share`` parts against five; one below the other where
        they have no room."""
        look = self._world.look
        both = ShareLayout(look.px(32), look.px(20))
        for widgets, part, least in ((left, 5, 310), (right, share, 210)):
            column = QVBoxLayout()
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(look.px(14))
            for widget in widgets:
                column.addWidget(widget)
            column.addStretch(1)
            both.add(holding(column), part, look.size(least))
        return holding(both)

    def _facts(self, exercise: Exercise) -> list[TextRun]:
        """Stages in their colours, then what sort it is, for how many, how long."""
        words = self._world.words
        names = stage_names(self._world.catalogue, exercise, words.language)
        tones = [stage for stage in STAGES if stage in exercise.stages]
        pieces: list[TextRun] = []
        for name, tone in zip(names, tones, strict=False):
            pieces += [TextRun(name, strong=True, tone=tone), TextRun(" · ", tone="mute")]
        kind = kind_name(words, exercise.kind)
        own = own_told(words, self._world.library.reader, self._world.catalogue, exercise)
        if own:
            pieces = [TextRun(own, strong=True, tone="teal"), TextRun(" · ", tone="mute"), *pieces]
        rest = (kind, people_range(words, exercise), length_range(words, exercise))
        return [*pieces, TextRun(" · ".join(rest), tone="mute")]

    def _refit(self) -> None:
        self._fit()
        self.explained.explain(self)

    def _fit(self) -> None:
        """The steps and what to bring, as the knobs stand."""
        exercise, knobs = self._exercise, self.knobs
        if exercise is not None:
            recipe = knobs.recipe(exercise)
            self.steps.show_recipe(recipe)
            show_things(self._things, self._world, exercise, recipe, knobs.people)
