"""What may be worth a look in the draft: each a fact, its reason, and one step to its place."""

from collections.abc import Collection, Mapping
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.charter.charter_advice import (
    Advice,
    AdviceNow,
    advice_of,
    set_advice_aside,
    take_advice_up,
)
from app.charter.sections import draft_sections
from app.community.today import today_of
from ui.attempt import attempt
from ui.parts.buttons import Button, link_button
from ui.parts.card import Card
from ui.parts.deletion import delete_later
from ui.parts.labels import WrapLabel, small
from ui.parts.layouts import FlowLayout, holding
from ui.world import World


class AdviceList(QWidget):
    """Advice on a draft, one below the other. ``opened`` is sent with the section to open."""

    opened = Signal(str)
    changed = Signal()
    """Something was set aside, or taken up again."""

    def __init__(self, world: World, community: str) -> None:
        """Nothing shown yet."""
        super().__init__()
        self._world, self._community = world, community
        self._now: AdviceNow | None = None
        self._shown: object = None
        self._lines: list[QWidget] = []
        self.steps: list[Button] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(world.look.px(10))
        self.again = link_button(world.look, "")
        self.again.clicked.connect(self._take_up)
        self._column.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def said(self) -> int:
        """How many are given."""
        return len(self._now.given) if self._now is not None else 0

    @property
    def empty(self) -> bool:
        """Whether there is nothing to be seen."""
        return self._now is None or not (self._now.given or self._now.aside)

    def show_draft(self, reached: Collection[str] | None = None) -> None:
        """Show what the draft leaves open now; where only some sections can be ``reached`` from
        here, no step leads to the others."""
        world, reader = self._world, self._world.library.reader
        now = advice_of(reader, world.catalogue, self._community, world.moment.now())
        named = sorted({one for advice in now.given for one in _sections(advice)})
        known = draft_sections(reader, world.catalogue.sections, self._community, named)
        names = {one: known[one].name(world.words.language) for one in named}
        if (now, names, reached) == self._shown:
            return
        self._now, self._shown = now, (now, names, reached)
        for line in self._lines:
            self._column.removeWidget(line)
            line.hide()
            delete_later(line)
        self._lines, self.steps = [], []
        for at, advice in enumerate(now.given):
            line = self._line(advice, names, reached is None or advice.section in reached)
            self._column.insertWidget(at, line)
            self._lines.append(line)
        aside = len(now.aside)
        self.again.setText(world.words("drafting.advice-again", n=aside) if aside else "")
        self.again.setVisible(bool(aside))

    def _line(self, advice: Advice, names: Mapping[str, str], leads: bool) -> QWidget:
        look, words, line = self._world.look, self._world.words, QWidget()
        sections = words.series([names[one] for one in _sections(advice)])
        fact = words(f"drafting.advice.{advice.code}.fact", n=advice.number, sections=sections)
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(2))
        column.addWidget(WrapLabel(look, fact, "small", "plain"))
        column.addWidget(small(look, words(f"drafting.advice.{advice.code}.why")))
        aside = link_button(look, words("drafting.advice-aside"))
        aside.setAccessibleDescription(fact)
        aside.clicked.connect(partial(self._set_aside, advice))
        acts = FlowLayout(look.px(14), look.px(2))
        if leads:
            step = link_button(look, words("drafting.advice-open", name=names[advice.section]))
            step.clicked.connect(partial(self.opened.emit, advice.section))
            self.steps.append(step)
            acts.addWidget(step)
        acts.addWidget(aside)
        column.addWidget(holding(acts))
        return line

    def _set_aside(self, advice: Advice) -> None:
        library, community = self._world.library, self._community
        today: date = today_of(library, community)
        attempt(self._world, lambda: set_advice_aside(library, community, advice, today))
        self.changed.emit()

    def _take_up(self) -> None:
        aside = self._now.aside if self._now is not None else ()
        library, community = self._world.library, self._community
        attempt(self._world, lambda: take_advice_up(library, community, aside))
        self.changed.emit()


class AdviceCard(Card):
    """The advice on a draft beside it, as a card that is there only while there is some."""

    def __init__(self, world: World, community: str) -> None:
        """Nothing shown yet."""
        super().__init__(world.look, world.words("drafting.advice-title"), tight=True)
        self.list = AdviceList(world, community)
        self.add(small(world.look, world.words("drafting.advice-said")), self.list)

    def show_draft(self, *, shown: bool, reached: Collection[str] | None = None) -> None:
        """Show what the draft leaves open, where a draft is ``shown``; ``reached``: as its list."""
        if shown:
            self.list.show_draft(reached)
        self.setVisible(shown and not self.list.empty)


def _sections(advice: Advice) -> tuple[str, ...]:
    return advice.sections or (advice.section,)
