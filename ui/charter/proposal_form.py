"""Proposing a version: on which day, and why there is a new one. And until when it is tried."""

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.charter.versions import DraftStatus
from app.library.journal import Scope
from app.typed_dates import Lean
from ui.parts.autosave import Autosave
from ui.parts.fields import LongEdit
from ui.parts.labels import WrapLabel, small
from ui.parts.layouts import ShareLayout
from ui.parts.text_fields import plain_field
from ui.parts.text_places import TextPlace, reason_place
from ui.parts.typed_fields import DateField
from ui.world import Speaker, World


class DayLine(QWidget):
    """A date beside what it is."""

    def __init__(
        self, world: World, text: str, day: date, today: date, lean: Lean = "ahead"
    ) -> None:
        """``day`` is shown; ``lean`` says which is meant by a day without its year."""
        super().__init__()
        look = world.look
        self._day = day
        self.field = DateField(look, world.words, today, lean=lean, first=day)
        self.field.setAccessibleName(text)
        label = WrapLabel(look, text, "small-strong")
        label.setBuddy(self.field)
        row = ShareLayout(look.px(12), look.px(4), middle=True)
        row.add(label, 0)
        row.add(self.field, 0, look.size(160))
        self.setLayout(row)

    def day(self) -> date:
        """The date."""
        return self.field.value or self._day

    def ready(self) -> bool:
        """Whether what is typed can be read; says so where it cannot."""
        return self.field.settle()

    def show_day(self, day: date) -> None:
        """Show another date."""
        self.field.set_value(day)


class ProposalForm(QWidget):
    """The two questions before a version is frozen."""

    def __init__(
        self, world: World, community: str, standing: DraftStatus, today: date, speaker: Speaker
    ) -> None:
        """Today, and the reason that a version still proposed has."""
        super().__init__()
        look, words = world.look, world.words
        asks, hint = words("charter.reason"), words("charter.reason-hint")
        self.text = LongEdit(look, 3)
        self.text.setAccessibleName(asks)
        self.text.setAccessibleDescription(hint)
        place = TextPlace(key=reason_place(community), scope=Scope(community))
        self._autosave = Autosave(world, plain_field(self.text), place, speaker)
        self._autosave.show(standing.asking.reason if standing.asking is not None else "")
        label = WrapLabel(look, asks, "small-strong")
        label.setBuddy(self.text)
        self.date = DayLine(world, words("charter.day"), today, today, "near")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(4))
        for widget in (label, small(look, hint), self.text):
            column.addWidget(widget)
        column.addSpacing(look.px(8))
        column.addWidget(self.date)

    def reason(self) -> str:
        """Why there is a new version, on one line."""
        return " ".join(self.text.toPlainText().split())

    def day(self) -> date:
        """The day it is proposed."""
        return self.date.day()

    def ready(self) -> bool:
        """Whether the day can be read; says so where it cannot."""
        return self.date.ready()

    def flush(self) -> bool:
        """Keep the reason aside as it now stands; gives whether it is safe."""
        return self._autosave.flush()

    def let_go(self) -> None:
        """The reason is kept with its version, or let go."""
        self._autosave.let_go()

    def begin(self) -> None:
        """Take the focus."""
        self.text.setFocus()
