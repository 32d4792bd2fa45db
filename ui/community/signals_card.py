"""What the record shows that may be worth a thought: each fact with why, and what could be done."""

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.signals.signals import Given
from ui.parts.buttons import Button, link_button
from ui.parts.card import Card
from ui.parts.labels import WrapLabel, small
from ui.parts.layouts import FlowLayout, ShareLayout, holding
from ui.parts.reading import for_reading
from ui.parts.snooze_button import SnoozeButton
from ui.world import World

FIRST = 3
"""Signals shown until one asks for all."""


class SignalLine(QWidget):
    """One signal. ``exercise_asked`` and ``agenda_asked`` are sent with the id of a link that is
    followed, ``put_off`` with what is given and for how long, ``dismissed`` with what is given;
    ``renewal_asked``: to plan a renewal."""

    renewal_asked = Signal()
    exercise_asked = Signal(str)
    agenda_asked = Signal(str)
    put_off = Signal(object, object)
    dismissed = Signal(object)

    def __init__(self, world: World, given: Given) -> None:
        """Say the fact, why it matters, and what it suggests."""
        super().__init__()
        look, words, catalogue = world.look, world.words, world.catalogue
        self.given = given
        told = given.signal.in_language(words.language)
        fact = given.fact(words.language)
        self.setAccessibleName(fact)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(2))
        column.addWidget(WrapLabel(look, fact, "strong"))
        column.addWidget(small(look, told.why))
        column.addWidget(small(look, told.suggests, "plain"))
        row = FlowLayout(look.px(12), look.px(2))
        self.links: list[Button] = []
        if given.signal.leads is not None:
            # The one next step: the renewals are proposed there.
            link = for_reading(self._link(world, words("renewal.open"), "renewal"))
            link.clicked.connect(self.renewal_asked)
            row.addWidget(link)
        for agenda_id in given.signal.agendas:
            agenda = catalogue.find_agenda(agenda_id)
            if agenda is not None and agenda.purpose != given.signal.leads:
                name = agenda.in_language(words.language).name
                link = self._link(world, words("signals.plan", name=name), agenda_id)
                link.clicked.connect(self._ask_agenda)
                row.addWidget(link)
        for exercise_id in given.signal.exercises:
            exercise = catalogue.find_exercise(exercise_id)
            if exercise is not None:
                name = exercise.in_language(words.language).name
                link = for_reading(self._link(world, words("reading.try", name=name), exercise_id))
                link.clicked.connect(self._ask_exercise)
                row.addWidget(link)
        away = FlowLayout(look.px(12), look.px(2))
        self.later = SnoozeButton(look, words)
        self.later.put_off.connect(self._later)
        away.addWidget(self.later)
        self.dismiss_button = link_button(look, words("signals.dismiss"))
        self.dismiss_button.setObjectName(f"signal {given.signal.id} dismiss")
        self.dismiss_button.clicked.connect(self._dismiss)
        away.addWidget(self.dismiss_button)
        if self.links:
            column.addWidget(holding(row))
        column.addWidget(holding(away))

    def _link(self, world: World, text: str, leads: str) -> Button:
        link = link_button(world.look, text)
        link.setObjectName(f"signal {self.given.signal.id} {leads}")
        link.setProperty("leads", leads)
        self.links.append(link)
        return link

    def _ask_agenda(self) -> None:
        self.agenda_asked.emit(str(self.sender().property("leads")))

    def _ask_exercise(self) -> None:
        self.exercise_asked.emit(str(self.sender().property("leads")))

    def _later(self, length: timedelta) -> None:
        self.put_off.emit(self.given, length)

    def _dismiss(self) -> None:
        self.dismissed.emit(self.given)


class SignalsCard(Card):
    """The signals of a community; what each line sends is sent on. ``aside_asked``: to see those
    that were set aside."""

    renewal_asked = Signal()
    exercise_asked = Signal(str)
    agenda_asked = Signal(str)
    put_off = Signal(object, object)
    dismissed = Signal(object)
    aside_asked = Signal()

    def __init__(self, world: World, signals: Sequence[Given], aside: int) -> None:
        """The first ones; the others when one asks for them. ``aside``: how many are set aside."""
        look, words = world.look, world.words
        super().__init__(look, words("signals.title"))
        self.lines: list[SignalLine] = []
        self._rows = ShareLayout(look.px(24), look.px(16))
        for given in signals:
            line = SignalLine(world, given)
            line.renewal_asked.connect(self.renewal_asked)
            line.exercise_asked.connect(self.exercise_asked)
            line.agenda_asked.connect(self.agenda_asked)
            line.put_off.connect(self.put_off)
            line.dismissed.connect(self.dismissed)
            self.lines.append(line)
            self._rows.add(line, 1, look.size(250))
        self.add(small(look, words("signals.said" if signals else "signals.none-now")))
        self.body.addSpacing(look.px(6))
        self.add(holding(self._rows))
        self.more_button = for_reading(
            link_button(look, words("signals.more", n=max(0, len(signals) - FIRST)))
        )
        self.more_button.setObjectName("signals more")
        self.more_button.clicked.connect(self.show_all)
        self.add_action(self.more_button)
        self.aside_button = for_reading(link_button(look, words("signals.aside", n=aside)))
        self.aside_button.setObjectName("signals aside")
        self.aside_button.clicked.connect(self.aside_asked)
        if not aside:
            self.aside_button.hide()
        self.add_action(self.aside_button)
        for line in self.lines[FIRST:]:
            line.hide()
        if len(signals) <= FIRST:
            self.more_button.hide()

    def show_all(self) -> None:
        """Show every signal."""
        for line in self.lines:
            line.show()
        self.more_button.hide()
        self._rows.invalidate()
        self.updateGeometry()
        if len(self.lines) > FIRST and self.lines[FIRST].links:
            self.lines[FIRST].links[0].setFocus()
