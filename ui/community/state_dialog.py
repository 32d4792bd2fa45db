"""What a community became: the state, the day, the reason; below, all that was said before."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.community.facts import by_name
from app.community.states import ENDINGS, WITH_ANOTHER, record_state, state_of, states_of
from app.community.today import today_of
from app.library.rows import Community
from app.registers.before_ending import StillOpen
from ui.community.still_open_rows import StillOpenRows, open_said, what_is_open
from ui.parts.buttons import Button
from ui.parts.card import Well
from ui.parts.cell_rows import CellRows, Column
from ui.parts.fields import Field
from ui.parts.form_dialog import FormDialog
from ui.parts.labels import eyebrow
from ui.world import World

_CHOICES = ("forming", "active", "paused", "reactivated", "merged", "split", "closed")
_FIELDS = (
    Field(key="state", kind="choice", label="states.field.state", half=True,
          options=tuple((code, f"states.state.{code}") for code in _CHOICES)),
    Field(key="day", kind="date", label="states.field.day", required=True, half=True, lean="back"),
    Field(key="other", kind="choice", label="states.field.other"),
    Field(key="reason", kind="text", label="states.field.reason",
          hint="states.field.reason-hint"),
)  # fmt: skip


_OPEN = frozenset((*ENDINGS, "split"))
"""The states before which it is told what is still open."""


class StateDialog(FormDialog):
    """Asks what a community became, and shows what it was before; before an ending what is open.

    ``settled`` is sent with an open thing whose place is to be opened, ``parted`` where things are
    to go along with a split or a merger; it is closed then.
    """

    settled = Signal(object)
    parted = Signal()

    def __init__(self, world: World, parent: QWidget, community: str, state: str = "") -> None:
        """For the community whose id is given; ``state`` is proposed, if any is."""
        words, library = world.words, world.library
        self._community = community
        today = today_of(library, community)
        now = state_of(library.reader, community, today)
        called = words(f"states.state.{now.state}")
        said = words("states.now", state=called)
        if now.since is not None:
            said = words("states.now-since", state=called, day=words.day(now.since))
        super().__init__(
            world, parent, words("states.title"), said, words("states.keep"), _FIELDS, today
        )
        others = [one for one in by_name(library.reader) if one.id != community]
        self.form.set_options(
            "other",
            [("", words("states.other-unknown")), *((one.id, one.name) for one in others)],
        )
        lives = now.state in {"forming", "active", "reactivated", "split"}
        usual = "paused" if lives else "reactivated"
        self.fill({"state": state or usual, "day": today, "other": ""})
        self.open_well = self._tell_open()
        self.part_button = Button(world.look, words("ending.part"))
        self.part_button.clicked.connect(self._part)
        self.add_left(self.part_button)
        self._tell_history()
        self.begin(f"state:{community}")
        self._fold()

    def touch(self, key: str) -> None:
        """Another community is asked for only where there can be one."""
        super().touch(key)
        self._fold()

    def keep(self) -> None:
        """Keep what it became. Raises Trouble."""
        form, library = self.form, self.world.library
        record_state(
            library,
            self._community,
            form.day("day") or today_of(library, self._community),
            form.text("state"),
            form.text("reason"),
            form.text("other") or None,
        )

    def _fold(self) -> None:
        state = self.form.text("state")
        self.show_field("other", state in WITH_ANOTHER)
        self.open_well.setVisible(state in _OPEN)
        self.part_button.setVisible(state in WITH_ANOTHER)

    def _tell_open(self) -> Well:
        """What is still open; nothing of it stands in the way."""
        items = what_is_open(self.world, self._community)
        well = Well(self.world.look)
        well.add(open_said(self.world, items))
        rows = StillOpenRows(self.world, items)
        rows.asked.connect(self._settle)
        if items:
            well.add(rows)
        self.column.add(well)
        return well

    def _settle(self, one: StillOpen) -> None:
        self.dirty = False
        self.accept()
        self.settled.emit(one)

    def _part(self) -> None:
        self.dirty = False
        self.accept()
        self.parted.emit()

    def _tell_history(self) -> None:
        """All that was said before, the latest first."""
        words, reader = self.world.words, self.world.library.reader
        past = states_of(reader, self._community)
        if not past:
            return
        self.column.add(eyebrow(self.world.look, words("states.history")))
        rows = CellRows(
            self.world.look,
            (Column(5, "small", "mute"), Column(5, "small"), Column(10, "small")),
            lines=True,
        )
        for one in reversed(past):
            other = reader.find(Community, one.other) if one.other is not None else None
            told = [other.name] if other is not None else []
            told += [one.reason] if one.reason else []
            rows.add(
                words.day(date.fromisoformat(one.date)),
                words(f"states.state.{one.state}"),
                " · ".join(told),
            )
        self.column.add(rows)
