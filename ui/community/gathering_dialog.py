"""A gathering: planned in the calendar, then how many came and one thing that helped."""

from PySide6.QtWidgets import QWidget

from app.community.gatherings import (
    GatheringFields,
    edit_gathering,
    fields_of,
    plan_gathering,
    remove_gathering,
)
from app.community.today import today_of
from app.library.rows import Gathering
from app.working_days import working_day
from ui.attempt import attempt
from ui.parts.buttons import link_button
from ui.parts.fields import Field
from ui.parts.form_dialog import FormDialog
from ui.world import World

_USUAL_START, _USUAL_MINUTES = 12 * 60, 60

_FIELDS = (
    Field(key="title", kind="text", label="community.meeting.title",
          shows="community.meeting.title-shows"),
    Field(key="date", kind="date", label="community.meeting.date", required=True, half=True),
    Field(key="starts", kind="time", label="community.meeting.starts", half=True),
    Field(key="minutes", kind="minutes", label="community.meeting.minutes", half=True, least=5,
          most=1440, step=15, required=True),
    Field(key="place", kind="text", label="community.meeting.place", half=True),
    Field(key="held", kind="check", label="community.meeting.held"),
    Field(key="came", kind="number", label="community.meeting.came", least=0, most=2000,
          required=True),
    Field(key="helped", kind="text", label="community.meeting.helped",
          hint="community.meeting.helped-hint"),
)  # fmt: skip


class GatheringDialog(FormDialog):
    """Asks for a gathering, or how one went."""

    def __init__(
        self, world: World, parent: QWidget, community: str, gathering: Gathering | None = None
    ) -> None:
        """Without a ``gathering`` one is put in the calendar."""
        words = world.words
        self._community, self._gathering = community, gathering
        today = today_of(world.library, community)
        super().__init__(
            world,
            parent,
            words("community.meeting.change" if gathering else "community.meeting.plan-title"),
            words("community.meeting.said"),
            words("community.keep"),
            _FIELDS,
            today,
        )
        new = GatheringFields(date=working_day(today), starts=_USUAL_START, minutes=_USUAL_MINUTES)
        fields = fields_of(gathering) if gathering else new
        self.fill({
            "title": fields.title,
            "date": fields.date,
            "starts": fields.starts,
            "minutes": fields.minutes,
            "place": fields.place,
            "held": fields.held,
            "came": fields.came,
            "helped": fields.helped,
        })  # fmt: skip
        if gathering is not None:
            self.remove_button = link_button(world.look, words("community.meeting.remove"))
            self.remove_button.clicked.connect(self._remove)
            self.add_left(self.remove_button)
        self._fold()
        self.begin(f"gathering:{gathering.id if gathering else 'new:' + community}")

    def touch(self, key: str) -> None:
        """How it went is asked only of a gathering that was held."""
        super().touch(key)
        if key == "helped" and self.form.text(key):
            self.fill({"held": True})
        self._fold()

    def keep(self) -> None:
        """Keep it. Raises Trouble."""
        form, library = self.form, self.world.library
        held = form.ticked("held")
        fields = GatheringFields(
            date=form.day("date") or today_of(self.world.library, self._community),
            starts=form.number("starts"),
            minutes=form.number("minutes") or _USUAL_MINUTES,
            title=form.text("title"),
            place=form.text("place"),
            held=held,
            came=(form.number("came") or 0) if held else 0,
            helped=form.text("helped") if held else "",
        )
        if self._gathering is None:
            plan_gathering(library, self._community, fields)
        else:
            edit_gathering(library, self._gathering.id, fields)

    def _fold(self) -> None:
        for key in ("came", "helped"):
            self.show_field(key, self.form.ticked("held"))

    def _remove(self) -> None:
        gathering, library = self._gathering, self.world.library
        if gathering is not None and attempt(
            self.world, lambda: remove_gathering(library, gathering.id)
        ):
            self.dirty = False
            self.accept()
