"""What a community became: the state, the day, the reason; below, all that was said before."""

from datetime import date

from PySide6.QtWidgets import QWidget

from app.community.facts import by_name
from app.community.states import WITH_ANOTHER, record_state, state_of, states_of
from app.community.today import today_of
from app.library.rows import Community
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


class StateDialog(FormDialog):
    """Asks what a community became, and shows what it was before."""

    def __init__(self, world: World, parent: QWidget, community: str) -> None:
        """For the community whose id is given."""
        words, library = world.words, world.library
        self._community = community
        today = today_of(library, community)
        now = state_of(library.reader, community, today)
        state = words(f"states.state.{now.state}")
        said = words("states.now", state=state)
        if now.since is not None:
            said = words("states.now-since", state=state, day=words.day(now.since))
        super().__init__(
            world, parent, words("states.title"), said, words("states.keep"), _FIELDS, today
        )
        others = [one for one in by_name(library.reader) if one.id != community]
        self.form.set_options(
            "other",
            [("", words("states.other-unknown")), *((one.id, one.name) for one in others)],
        )
        lives = now.state in {"forming", "active", "reactivated", "split"}
        self.fill({"state": "paused" if lives else "reactivated", "day": today, "other": ""})
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
        self.show_field("other", self.form.text("state") in WITH_ANOTHER)

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
