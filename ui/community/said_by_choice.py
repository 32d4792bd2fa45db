"""Who made a portrait of the stages: the group in one of its workshops, or the coordinator."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.library.rows import Workshop
from app.words import capitalized
from ui.parts.controls import Choice
from ui.parts.labels import WrapLabel
from ui.world import World


class SaidByChoice(QWidget):
    """Offers the workshops that were held, the latest first; proposes the one of a day until
    somebody chooses. ``changed`` is sent when somebody does."""

    changed = Signal()

    def __init__(self, world: World, community: str, today: date) -> None:
        """The workshops of the community whose id is given, up to ``today``."""
        super().__init__()
        words, look = world.words, world.look
        rows = world.library.reader.rows(Workshop, order="date DESC, id DESC", community=community)
        self._held = [
            one
            for one in rows
            if one.state != "planned" and one.called_off is None and one.date <= today.isoformat()
        ]
        self._chosen = False
        options = [("", capitalized(words("years.by-coordinator")))]
        for one in self._held:
            day = words.day(date.fromisoformat(one.date))
            options.append((one.id, words("years.by-group-on", day=day)))
        self.choice = Choice(look, options)
        self.choice.setAccessibleName(words("years.who"))
        self.choice.activated.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(4))
        column.addWidget(WrapLabel(look, words("years.who"), "small-strong"))
        column.addWidget(self.choice)

    @property
    def workshop(self) -> str | None:
        """The id of the workshop that is chosen; None for the coordinator."""
        return self.choice.value or None

    def propose(self, day: date | None) -> None:
        """Propose the workshop of a day, or the coordinator where there was none."""
        if not self._chosen:
            said = None if day is None else day.isoformat()
            self.choice.set_value(next((one.id for one in self._held if one.date == said), ""))

    def show_workshop(self, workshop: str) -> None:
        """Show what was chosen earlier (its id, or nothing); one that is gone is not."""
        if not workshop or workshop in {one.id for one in self._held}:
            self.choice.set_value(workshop)
            self._chosen = True

    def _choose(self) -> None:
        self._chosen = True
        self.changed.emit()
