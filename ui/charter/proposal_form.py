"""Proposing a version: on which day, and why there is a new one. And until when it is tried."""

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.charter.offered_reason import offered_reason
from app.charter.versions import DraftStatus
from app.typed_dates import Lean
from ui.parts.labels import WrapLabel
from ui.parts.layouts import ShareLayout
from ui.parts.typed_fields import DateField
from ui.parts.version_reason import VersionReason
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
        """Today, and the reason that a version still proposed has, or the renewal before it."""
        super().__init__()
        look, words = world.look, world.words
        self._why = VersionReason(world, community, speaker)
        self.text = self._why.text
        said = standing.asking.reason if standing.asking is not None else ""
        self._why.offer(said, offered_reason(world.library.reader, community, today))
        self.date = DayLine(world, words("charter.day"), today, today, "near")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(12))
        column.addWidget(self._why)
        column.addWidget(self.date)

    def reason(self) -> str:
        """Why there is a new version, on one line."""
        return self._why.reason()

    def day(self) -> date:
        """The day it is proposed."""
        return self.date.day()

    def ready(self) -> bool:
        """Whether the day can be read; says so where it cannot."""
        return self.date.ready()

    def flush(self) -> bool:
        """Keep the reason aside as it now stands; gives whether it is safe."""
        return self._why.flush()

    def let_go(self) -> None:
        """The reason is kept with its version, or let go."""
        self._why.let_go()

    def begin(self) -> None:
        """Take the focus."""
        self.text.setFocus()
