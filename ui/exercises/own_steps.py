"""The steps of an exercise as they are written: added, removed, moved, their minutes added up."""

from collections.abc import Sequence
from functools import partial

import msgspec
from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.workshop.own_check import MOST_MINUTES, MOST_STEPS
from app.workshop.own_draft import StepDraft
from ui.parts.buttons import Button
from ui.parts.card import Well
from ui.parts.deletion import delete_later
from ui.parts.fields import Field, Value
from ui.parts.form import FieldForm
from ui.parts.labels import eyebrow, small
from ui.parts.layouts import FlowLayout, ShareLayout, holding
from ui.world import World

_FIELDS = (
    Field(key="title", kind="text", label="own.step-title", half=True),
    Field(key="minutes", kind="number", label="own.step-minutes", least=1, most=MOST_MINUTES,
          required=True, unit="parts.minutes-unit", half=True),
    Field(key="do", kind="long", label="own.step-do", lines=4, half=True),
    Field(key="say", kind="long", label="own.step-say", lines=4, half=True),
)  # fmt: skip

_ACTS = ("up", "down", "remove")


class StepCard(Well):
    """One step. ``edited`` is sent when it is written in, ``asked`` with what else is to be done
    with it: it is to go up, down, or away."""

    edited = Signal()
    asked = Signal(str)

    def __init__(self, world: World) -> None:
        """An empty step."""
        super().__init__(world.look)
        look, words = world.look, world.words
        self._words = words
        self._id = ""
        self.head = eyebrow(look, "")
        self.buttons = {
            act: Button(look, words(f"own.step-{act}"), "flat", small=True) for act in _ACTS
        }
        row = ShareLayout(look.px(12), look.px(4), middle=True)
        row.add(self.head, 1)
        acts = FlowLayout(look.px(4), look.px(4))
        for act, button in self.buttons.items():
            # Enter saves the whole; a step is not taken away by it.
            button.setAutoDefault(False)
            button.clicked.connect(partial(self.asked.emit, act))
            acts.addWidget(button)
        row.add(holding(acts), 0)
        self.form = FieldForm(_FIELDS, words, look, world.moment.now().date())
        self.form.edited.connect(self._edited)
        self.add(holding(row), self.form)

    def draft(self) -> StepDraft:
        """The step as it is written."""
        form = self.form
        return StepDraft(
            id=self._id,
            title=form.text("title"),
            minutes=form.number("minutes") or 0,
            do=form.text("do"),
            say=form.text("say"),
        )

    def show_step(self, step: StepDraft, number: int, last: bool) -> None:
        """Show a step at its place."""
        words = self._words
        self._id = step.id
        self.head.setText(words("own.step", n=number))
        self.form.set_values(
            {"title": step.title, "minutes": step.minutes, "do": step.do, "say": step.say}
        )
        for act, button in self.buttons.items():
            name = words("own.step-named", act=words(f"own.step-{act}"), n=number)
            button.setAccessibleName(name)
        self.buttons["up"].setEnabled(number > 1)
        self.buttons["down"].setEnabled(not last)

    def _edited(self) -> None:
        self.edited.emit()


class StepList(QWidget):
    """All steps. ``edited`` is sent when any of them is changed."""

    edited = Signal()

    def __init__(self, world: World) -> None:
        """No step yet."""
        super().__init__()
        self._world = world
        look = world.look
        self.cards: list[StepCard] = []
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(10))
        self.add_button = Button(look, world.words("own.step-add"), small=True)
        self.add_button.setAutoDefault(False)
        self.add_button.clicked.connect(self._add)
        self.total = small(look, "")
        foot = FlowLayout(look.px(12), look.px(6))
        foot.addWidget(self.add_button)
        foot.addWidget(self.total)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(look.px(10))
        whole.addLayout(self._column)
        whole.addWidget(holding(foot))

    @property
    def minutes(self) -> int:
        """What they take together."""
        return sum(step.minutes for step in self.drafts())

    def drafts(self) -> tuple[StepDraft, ...]:
        """The steps as they are written."""
        return tuple(card.draft() for card in self.cards)

    def show_steps(self, steps: Sequence[StepDraft]) -> None:
        """Show steps, in cards that stay where they are."""
        while len(self.cards) > len(steps):
            card = self.cards.pop()
            self._column.removeWidget(card)
            card.hide()
            delete_later(card)
        while len(self.cards) < len(steps):
            card = StepCard(self._world)
            card.edited.connect(self._tell)
            card.asked.connect(partial(self._act, card))
            self.cards.append(card)
            self._column.addWidget(card)
        for number, (card, step) in enumerate(zip(self.cards, steps, strict=True), start=1):
            card.show_step(step, number, number == len(steps))
        if self.cards:
            self.setFocusProxy(self.cards[0].form.field_widget("title"))
        self._add_up()

    def _act(self, card: StepCard, act: str) -> None:
        at = self.cards.index(card)
        steps = list(self.drafts())
        if act == "remove":
            del steps[at]
            to = min(at, len(steps) - 1)
        else:
            to = at + (1 if act == "down" else -1)
            steps.insert(to, steps.pop(at))
        self.show_steps(steps)
        if not self.cards:
            self.add_button.setFocus()
        elif act != "remove" and self.cards[to].buttons[act].isEnabled():
            self.cards[to].buttons[act].setFocus()
        else:
            self.cards[to].form.field_widget("title").setFocus()
        self._tell()

    def _add(self) -> None:
        self.show_steps([*self.drafts(), StepDraft()])
        self.cards[-1].form.field_widget("title").setFocus()
        self._tell()

    def _tell(self) -> None:
        self._add_up()
        self.edited.emit()

    def _add_up(self) -> None:
        self.total.setText(self._world.words("own.in-all", n=self.minutes))
        self.add_button.setEnabled(len(self.cards) < MOST_STEPS)


class StepsControl:
    """The steps as the control of a field: its value is their JSON."""

    def __init__(self, world: World) -> None:
        """No step yet."""
        self.widget = StepList(world)

    @property
    def edited(self) -> SignalInstance:
        """Sent when any step is changed."""
        return self.widget.edited

    def value(self) -> Value:
        """The steps as JSON."""
        return steps_text(self.widget.drafts())

    def set_value(self, value: Value) -> None:
        """Show the steps that a value holds."""
        self.widget.show_steps(steps_in(str(value or "")))


def steps_text(steps: Sequence[StepDraft]) -> str:
    """Steps as JSON."""
    return msgspec.json.encode(tuple(steps)).decode()


def steps_in(text: str) -> tuple[StepDraft, ...]:
    """The steps in JSON; none where it is of an older form."""
    try:
        return msgspec.json.decode(text, type=tuple[StepDraft, ...]) if text else ()
    except msgspec.DecodeError:
        return ()
