"""Reading the stages: in which of them does the group recognise itself today, and by what."""

from datetime import date
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.catalogue.entries import Stage
from app.catalogue.reading_pages import entry_key
from app.community.stages import StageStory, record_reading, remove_reading
from app.community.today import today_of
from ui.attempt import attempt
from ui.community.said_by_choice import SaidByChoice
from ui.parts.buttons import link_button
from ui.parts.card import Well
from ui.parts.cell_rows import CellRows, Column
from ui.parts.controls import Tick
from ui.parts.form_dialog import QuestionDialog
from ui.parts.labels import WrapLabel, small
from ui.parts.layouts import ShareLayout, holding
from ui.parts.reading import for_reading
from ui.parts.text_edits import LineEdit
from ui.parts.text_fields import TextField, line_field
from ui.parts.text_places import form_place
from ui.parts.typed_fields import DateField
from ui.world import World

_TICKED, _NOT_TICKED = "ticked", "not ticked"
"""How a tick is kept aside."""


class StageQuestion(Well):
    """One stage: whether the group recognises itself in it, by which signs, and in its words."""

    def __init__(self, world: World, stage: Stage) -> None:
        """A stage that is not ticked."""
        super().__init__(world.look)
        look, words = world.look, world.words
        wording = stage.in_language(words.language)
        self.stage = stage.id
        self.tick = Tick(look, wording.name)
        self.tick.toggled.connect(self._show)
        self.evidence = LineEdit()
        self.evidence.setFont(look.font("body"))
        self.evidence.setPlaceholderText(words("community.portrait.evidence"))
        self.evidence.setAccessibleName(words("community.portrait.evidence-of", stage=wording.name))
        self.evidence.hide()
        self.add(self.tick, small(look, wording.sentence))
        signs = ShareLayout(look.px(24), look.px(2))
        for half in (wording.signs[0::2], wording.signs[1::2]):
            rows = CellRows(look, (Column(0, "small", "mute"), Column(1, "small")))
            for sign in half:
                rows.add("•", sign)
            signs.add(rows, 1, look.size(220))
        self.add(small(look, words("community.portrait.signs")), holding(signs))
        self.body.addSpacing(look.px(4))
        self.add(self.evidence)
        self.page_button = for_reading(link_button(look, words("community.portrait.page")))
        self.page_button.setAccessibleName(words("community.portrait.page-of", stage=wording.name))
        self.page_button.clicked.connect(
            partial(world.navigator.read_beside, entry_key("stage", stage.id))
        )
        self.add(self.page_button)

    def _show(self, ticked: bool) -> None:
        self.evidence.setVisible(ticked)


class StagesDialog(QuestionDialog):
    """Asks for a dated reading; any stage may be ticked, alone or with others."""

    def __init__(self, world: World, parent: QWidget, community: str, story: StageStory) -> None:
        """Begin from the latest reading, dated today."""
        words, look = world.words, world.look
        super().__init__(
            world,
            parent,
            words("community.portrait.title"),
            words("community.portrait.said"),
            words("community.portrait.keep"),
        )
        self._community = community
        self.day = DateField(look, words, today_of(world.library, community), lean="back")
        self.day.setAccessibleName(words("community.portrait.date"))
        self.day.changed.connect(self._touch)
        dated = QWidget()
        column = QVBoxLayout(dated)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(4))
        column.addWidget(WrapLabel(look, words("community.portrait.date"), "small-strong"))
        column.addWidget(self.day)
        self.said_by = SaidByChoice(world, community, today_of(world.library, community))
        self.said_by.propose(self.day.value)
        self.said_by.changed.connect(self._touch)
        self.day.changed.connect(self._propose)
        self.column.add(dated, self.said_by)
        self.questions = [StageQuestion(world, stage) for stage in world.catalogue.stages]
        lit = set(story.lit)
        for question in self.questions:
            question.tick.setChecked(question.stage in lit)
            question.tick.toggled.connect(self._touch)
            question.evidence.textEdited.connect(self._touch)
            self.column.add(question)
            self._follow_question(f"stages:{community}", question)
        day = TextField(self.day, self._read_day, self._show_day, self.day.changed)
        save = self.follow(day, form_place(f"stages:{community}", "day"))
        save.given_back.connect(self._touch)
        save.show(self._read_day())
        self._follow_said_by()
        if story.dates:
            latest = words.day(story.dates[-1])
            self.remove_button = link_button(look, words("community.portrait.remove", day=latest))
            self._latest: date = story.dates[-1]
            self.remove_button.clicked.connect(self._remove)
            self.add_left(self.remove_button)

    def _follow_question(self, form: str, question: StageQuestion) -> None:
        """Keep aside whether a stage is ticked, and its evidence; give back what was."""
        tick = question.tick

        def read() -> str:
            return _TICKED if tick.isChecked() else _NOT_TICKED

        ticked = TextField(tick, read, lambda text: tick.setChecked(text == _TICKED), tick.toggled)
        save = self.follow(ticked, form_place(form, f"{question.stage}:ticked"))
        save.given_back.connect(self._touch)
        save.show(read())
        save = self.follow(line_field(question.evidence), form_place(form, question.stage))
        save.given_back.connect(partial(tick.setChecked, True))
        save.given_back.connect(self._touch)
        save.show("")

    def _follow_said_by(self) -> None:
        """Keep aside who said so once somebody chose it; give back what was chosen."""
        who = self.said_by
        field = TextField(who.choice, lambda: who.choice.value, who.show_workshop, who.changed)
        save = self.follow(field, form_place(f"stages:{self._community}", "said-by"))
        save.given_back.connect(self._touch)
        save.show(who.choice.value)

    def _propose(self) -> None:
        self.said_by.propose(self.day.value)

    def _read_day(self) -> str:
        return self.day.value.isoformat() if self.day.value else self.day.text()

    def _show_day(self, text: str) -> None:
        self.day.take_text(text)
        self.day.settle()

    def first(self) -> QWidget:
        """The first stage."""
        return self.questions[0].tick

    def ready(self) -> bool:
        """Whether the day can be read."""
        return self.day.settle()

    def keep(self) -> None:
        """Keep the portrait. Raises Trouble."""
        chosen = {
            question.stage: question.evidence.text()
            for question in self.questions
            if question.tick.isChecked()
        }
        day = self.day.value or today_of(self.world.library, self._community)
        record_reading(self.world.library, self._community, day, chosen, self.said_by.workshop)

    def _remove(self) -> None:
        library = self.world.library
        if attempt(self.world, lambda: remove_reading(library, self._community, self._latest)):
            self.dirty = False
            self.accept()

    def _touch(self) -> None:
        self.dirty = True
