"""One exercise to be read whole: what it is for, its steps with what to say, and all that helps."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.catalogue.entries import Exercise, ExerciseWords
from app.catalogue.recipe import StepInLanguage, make_recipe
from app.workshop.history import times_used
from ui.look.themes import STAGES
from ui.parts.buttons import KeyButton
from ui.parts.cell_rows import CellRows, Column
from ui.parts.deletion import delete_later
from ui.parts.exercise_text import kind_name, lands_in, length_range, people_range, stage_names
from ui.parts.labels import WrapLabel, eyebrow, heading, small
from ui.parts.layouts import FlowLayout, ShareLayout, holding
from ui.parts.pill import PillButton
from ui.parts.reading import for_reading
from ui.parts.scroll_column import ScrollColumn
from ui.parts.sentences import QuoteLabel
from ui.parts.text_block import TextRun
from ui.world import World

LATEST = 3
"""As many runs are told with what they took."""


class ExercisePage(QFrame):
    """The page. ``use_asked`` is sent when the exercise is to be used in a workshop."""

    use_asked = Signal()

    def __init__(self, world: World) -> None:
        """Nothing to read yet."""
        super().__init__()
        look = world.look
        self._world = world
        self._exercise: Exercise | None = None
        self._minutes = 0
        self.lengths: list[PillButton] = []
        self.use_button = KeyButton(
            look, world.words, world.words("exercises.use"), "Ctrl+Return", "primary"
        )
        for_reading(self.use_button, reads=False).clicked.connect(self.use_asked)
        self.column = ScrollColumn(look, page=True, gap=14)
        self._above = WrapLabel(look, "", "small")
        self.title = heading(look, "", 1)
        self.lead = WrapLabel(look, "", "charter")
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(2))
        column.addWidget(self._above)
        column.addWidget(self.title)
        head = ShareLayout(look.px(24), look.px(8))
        head.add(words, 1, look.size(260))
        head.add(self.use_button, 0)
        self._steps = QVBoxLayout()
        self._helps = QVBoxLayout()
        both = ShareLayout(look.px(36), look.px(20))
        for layout, share, least in ((self._steps, 5, 340), (self._helps, 3, 220)):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(look.px(4))
            both.add(holding(layout), share, look.size(least))
        self.column.add(holding(head), self.lead, holding(both))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 0, 0, 0)
        whole.addWidget(self.column)

    def show_exercise(self, exercise: Exercise) -> None:
        """Show an exercise from its top, its steps at their usual length."""
        words = self._world.words
        fresh = exercise is not self._exercise
        self._exercise = exercise
        wording = exercise.in_language(words.language)
        self._above.set_text(self._facts(exercise))
        self.title.setText(wording.name)
        self.lead.setText(wording.purpose)
        if fresh:
            self.column.verticalScrollBar().setValue(0)
            self._minutes = exercise.minutes.usual
        self._show_steps(exercise)
        _empty(self._helps)
        self._show_helps(exercise, wording)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, a card's, and the hairline at its left."""
        painter = QPainter(self)
        tokens = self._world.look.theme
        painter.fillRect(self.rect(), QColor(tokens.card))
        painter.fillRect(QRectF(0, 0, 1, self.height()), QColor(tokens.line))
        painter.end()

    def _facts(self, exercise: Exercise) -> list[TextRun]:
        """Stages in their colours, then what sort it is, for how many, how long."""
        words = self._world.words
        names = stage_names(self._world.catalogue, exercise, words.language)
        tones = [stage for stage in STAGES if stage in exercise.stages]
        pieces: list[TextRun] = []
        for name, tone in zip(names, tones, strict=False):
            pieces += [TextRun(name, strong=True, tone=tone), TextRun(" · ", tone="mute")]
        kind = kind_name(words, exercise.kind)
        rest = (kind, people_range(words, exercise), length_range(words, exercise))
        return [*pieces, TextRun(" · ".join(rest), tone="mute")]

    def _show_steps(self, exercise: Exercise) -> None:
        """The steps, their minutes fitted to the length that is looked at."""
        look, words = self._world.look, self._world.words
        _empty(self._steps)
        self._steps.addWidget(eyebrow(look, words("exercises.steps-at", n=self._minutes)))
        self._steps.addWidget(self._length_pills(exercise))
        recipe = make_recipe(exercise, (words.language,), self._minutes)
        columns = (
            Column(0, "body", "mute"),
            Column(1, "body"),
            Column(0, "body", "mute", "right"),
        )
        rows = CellRows(look, columns, lines=True)
        for number, step in enumerate(recipe.steps_in(words.language), start=1):
            minutes = words("parts.minutes", n=step.minutes)
            rows.add(str(number), self._step(step), minutes)
        self._steps.addSpacing(look.px(8))
        self._steps.addWidget(rows)
        self._steps.addStretch(1)

    def _length_pills(self, exercise: Exercise) -> QWidget:
        look, words = self._world.look, self._world.words
        flow = FlowLayout(look.px(6), look.px(6))
        self.lengths = []
        known = exercise.minutes
        for minutes in dict.fromkeys((known.short, known.usual, known.long)):
            text = words("parts.minutes", n=minutes)
            pill = PillButton(look, text, "teal", checkable=True)
            pill.setChecked(minutes == self._minutes)
            pill.setProperty("minutes", minutes)
            pill.clicked.connect(self._take_length)
            flow.addWidget(pill)
            self.lengths.append(pill)
        return holding(flow)

    def _take_length(self) -> None:
        sender = self.sender()
        if isinstance(sender, PillButton) and self._exercise is not None:
            self._minutes = int(sender.property("minutes"))
            self._show_steps(self._exercise)
            for pill in self.lengths:
                if pill.isChecked():
                    pill.setFocus()

    def _step(self, step: StepInLanguage) -> QWidget:
        """A step: its title, what to do, what to say."""
        look = self._world.look
        place = QWidget()
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(2))
        column.addWidget(WrapLabel(look, step.title, "strong"))
        column.addWidget(small(look, step.do, "plain"))
        column.addWidget(QuoteLabel(look, self._world.words, step.say, tone="teal"))
        return place

    def _show_helps(self, exercise: Exercise, wording: ExerciseWords) -> None:
        words = self._world.words
        lands = lands_in(words, self._world.catalogue, exercise.lands, exercise.sections)
        varied, sizes = wording.variations, wording.sizes
        self._help(words("parts.recipe.listen"), [wording.listen])
        self._help(words("exercises.when"), [wording.when])
        self._help(words("exercises.when-not"), [wording.when_not])
        self._help(words("parts.recipe.question"), [])
        self._helps.insertWidget(
            self._helps.count() - 1, QuoteLabel(self._world.look, words, wording.question)
        )
        self._help(words("exercises.close"), [wording.close])
        self._help(words("parts.recipe.bring"), [" · ".join(wording.materials)])
        self._help(words("parts.recipe.room"), [wording.room])
        self._help(words("exercises.less-time"), [varied.less_time])
        self._help(words("exercises.low-energy"), [varied.low_energy])
        self._help(words("exercises.distrust"), [varied.distrust])
        self._help(words("exercises.online"), [varied.online])
        self._help(words("exercises.sizes"), [sizes.small, sizes.middle, sizes.large])
        self._help(words("parts.recipe.fails"), [wording.fails])
        self._help(words("parts.recipe.goes-into"), [lands, wording.captures])
        self._show_used(exercise)
        self._helps.addStretch(1)

    def _show_used(self, exercise: Exercise) -> None:
        """How it went before, where it was used here."""
        words = self._world.words
        used = times_used(self._world.library.reader, exercise.id)
        if used:
            runs = [words("exercises.run", took=one.took, planned=one.planned) for one in used]
            sentence = words("exercises.took", runs=words.series(runs[:LATEST]))
            self._help(words("exercises.used", n=len(used)), [sentence])

    def _help(self, head: str, texts: Sequence[str]) -> None:
        look = self._world.look
        self._helps.addWidget(eyebrow(look, head))
        for text in texts:
            self._helps.addWidget(small(look, text, "plain"))
        self._helps.addSpacing(look.px(10))


def _empty(column: QVBoxLayout) -> None:
    while (item := column.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            delete_later(widget)
