"""Asks which dates of something that recurs are otherwise: left out, moved, or held after all."""

from collections.abc import Callable
from datetime import date
from itertools import islice

from PySide6.QtWidgets import QWidget

from app.community.rhythm_events import (
    bring_back,
    dates_of,
    days_between,
    leave_out,
    left_out_of,
    move_date,
)
from app.community.today import today_of
from app.library.journal import Scope
from app.library.rows import RhythmEvent
from app.library.trouble import Trouble
from ui.parts.fields import Field
from ui.parts.form_dialog import FormDialog
from ui.world import World

DATES_KEY = "Ctrl+Shift+Return"
MOST = 60
"""Dates that are offered."""

_ACTS = ("leave-out", "move", "between", "bring-back")
_SHOWN = {
    "leave-out": ("day",),
    "move": ("day", "to", "starts"),
    "between": ("from", "until"),
    "bring-back": ("back",),
}
_FIELDS = (
    Field(key="act", kind="choice", label="rhythm.act",
          options=tuple((one, f"rhythm.act-{one}") for one in _ACTS)),
    Field(key="day", kind="choice", label="rhythm.day"),
    Field(key="to", kind="date", label="rhythm.to", half=True, required=True),
    Field(key="starts", kind="time", label="community.meeting.starts", half=True),
    Field(key="from", kind="date", label="rhythm.from", half=True, required=True),
    Field(key="until", kind="date", label="rhythm.to-last", half=True, required=True),
    Field(key="back", kind="choice", label="rhythm.day"),
)  # fmt: skip


class DatesDialog(FormDialog):
    """One thing that is to be otherwise; each is one change."""

    def __init__(
        self,
        world: World,
        parent: QWidget,
        scope: Scope,
        event: RhythmEvent,
        kept: Callable[[], object] = lambda: None,
    ) -> None:
        """The next date is the one proposed."""
        words = world.words
        self._scope, self._event, self._kept = scope, event, kept
        today = today_of(world.library, event.community)
        self._days = list(islice(dates_of(event, today), MOST))
        super().__init__(
            world,
            parent,
            words("rhythm.dates-title", title=event.title),
            words("rhythm.dates-said"),
            words("community.keep"),
            _FIELDS,
            today,
        )
        back = sorted(left_out_of(event))
        self.form.set_options("day", [self._option(day) for day in self._days])
        self.form.set_options("back", [self._option(day) for day in back])
        if not back:
            acts = [(one, words(f"rhythm.act-{one}")) for one in _ACTS if one != "bring-back"]
            self.form.set_options("act", acts)
        first = self._days[0] if self._days else today
        self.fill({"to": first, "from": first, "until": first, "starts": event.starts})
        self.begin(f"rhythm-dates:{event.id}")
        self._show()

    def touch(self, key: str) -> None:
        """Ask only what the choice needs; a day that is moved stays near where it was."""
        super().touch(key)
        if key == "day":
            self.fill({"to": date.fromisoformat(self.form.text("day"))})
        self._show()

    def keep(self) -> None:
        """Do it. Raises Trouble (``no-date-there``)."""
        form, library, event = self.form, self.world.library, self._event
        act, day = form.text("act"), form.text("back" if form.text("act") == _ACTS[-1] else "day")
        first, last = form.day("from"), form.day("until")
        if act == "between":
            found = days_between(event, first, last) if first and last else []
            leave_out(library, self._scope, event, found)
        elif not day:
            raise Trouble("no-date-there")
        elif act == "leave-out":
            leave_out(library, self._scope, event, [date.fromisoformat(day)])
        elif act == "bring-back":
            bring_back(library, self._scope, event, [date.fromisoformat(day)])
        else:
            chosen = date.fromisoformat(day)
            to, starts = form.day("to") or chosen, form.number("starts")
            move_date(library, self._scope, event, chosen, to, starts)
        self._kept()

    def ready(self) -> bool:
        """Only what is asked has to be there."""
        shown = ("act", *_SHOWN[self.form.text("act")])
        missing = {key: said for key, said in self.form.missing().items() if key in shown}
        self.form.show_errors(missing)
        return not missing

    def _show(self) -> None:
        shown = _SHOWN[self.form.text("act")]
        for keys in _SHOWN.values():
            for key in keys:
                self.show_field(key, key in shown)

    def _option(self, day: date) -> tuple[str, str]:
        return day.isoformat(), self.world.words.day(day, "dated")
