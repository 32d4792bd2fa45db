"""The stages a community recognises itself in: marks with their dates, and the story in words."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.community.stages import StageMark as Mark
from app.community.stages import StageStory
from app.words import Words
from ui.look.themes import STAGES
from ui.parts.buttons import quiet_button
from ui.parts.card import Card
from ui.parts.labels import WrapLabel, small
from ui.parts.layouts import FlowLayout, ShareLayout, holding
from ui.parts.reading import for_reading
from ui.parts.short_dates import short_month
from ui.parts.stage_marks import StageMark, StageMarks
from ui.parts.text_block import TextRun
from ui.world import World


class StagesCard(Card):
    """Five marks and a sentence. ``asked`` is sent when a new reading is wanted, ``listed`` when
    all of them are to be shown over the years."""

    asked = Signal()
    listed = Signal()

    def __init__(self, world: World, story: StageStory) -> None:
        """Show a story."""
        super().__init__(world.look)
        look, words = world.look, world.words
        self.setAccessibleName(words("community.stages"))
        language = words.language
        names = {stage.id: stage.in_language(language).name for stage in world.catalogue.stages}
        by_stage = {mark.stage: mark for mark in story.marks}
        marks = [
            StageMark(stage, names[stage], since(by_stage[stage], words), by_stage[stage].lit)
            for stage in STAGES
            if stage in names
        ]
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(4))
        column.addWidget(WrapLabel(look, self._latest_reading(story, names, words), "small"))
        if story.dates:
            count = words("community.portraits", n=len(story.dates), year=story.dates[0].year)
            column.addWidget(small(look, count))
        column.addSpacing(look.px(4))
        self.button = quiet_button(look, words("community.portrait-make"), small=True)
        self.button.setObjectName("read stages")
        self.button.clicked.connect(self.asked)
        self.years_button = for_reading(quiet_button(look, words("years.open"), small=True))
        self.years_button.setObjectName("our years")
        self.years_button.setAccessibleName(words("years.title"))
        self.years_button.clicked.connect(self.listed)
        buttons = FlowLayout(look.px(8), look.px(4))
        buttons.addWidget(self.button)
        buttons.addWidget(self.years_button)
        column.addWidget(holding(buttons))
        row = ShareLayout(look.px(24), look.px(16))
        row.add(StageMarks(look, marks), 13, look.size(520))
        row.add(side, 7, look.size(260))
        self.add(holding(row))

    def _latest_reading(
        self, story: StageStory, names: dict[str, str], words: Words
    ) -> list[TextRun]:
        """The latest reading as a sentence, each stage in its colour."""
        if not story.lit:
            return [TextRun(words("community.portrait-none"))]
        day = words.day(story.dates[-1])
        key = "community.portrait-on" if story.by_group else "years.portrait-by-coordinator"
        pieces = [TextRun(words(key, day=day) + " ")]
        lit = [stage for stage in STAGES if stage in story.lit]
        for at, stage in enumerate(lit):
            if at:
                last = at == len(lit) - 1
                pieces.append(TextRun(f" {words('community.and')} " if last else ", "))
            pieces.append(TextRun(names[stage].lower(), strong=True, tone=stage))
        return [*pieces, TextRun(".")]


def since(mark: Mark, words: Words) -> str:
    """Since when a stage is lived, or when it was lived before."""
    if mark.lit and mark.since is not None:
        key = "community.again" if mark.again else "community.since"
        return words(key, month=short_month(words, mark.since))
    if mark.last is not None:
        return words("community.lived", month=short_month(words, mark.last))
    return ""
