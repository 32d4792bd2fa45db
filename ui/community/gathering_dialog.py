"""A gathering: planned in the calendar, then who came by name or number, and what helped."""

from PySide6.QtWidgets import QWidget

from app.community.gatherings import (
    GatheringFields,
    edit_gathering,
    fields_of,
    plan_gathering,
    remove_gathering,
    who_may_come,
)
from app.community.today import today_of
from app.library.rows import Gathering
from app.library.trouble import Trouble
from app.working_days import working_day
from ui.attempt import attempt, trouble_sentence
from ui.community.came_controls import CameControl, NameLineControl, names_typed
from ui.parts.buttons import link_button
from ui.parts.fields import Field
from ui.parts.form_dialog import FormDialog
from ui.world import World

_USUAL_START, _USUAL_MINUTES = 12 * 60, 60

_BEFORE = (
    Field(key="title", kind="text", label="community.meeting.title",
          shows="community.meeting.title-shows"),
    Field(key="date", kind="date", label="community.meeting.date", required=True, half=True),
    Field(key="starts", kind="time", label="community.meeting.starts", half=True),
    Field(key="minutes", kind="minutes", label="community.meeting.minutes", half=True, least=5,
          most=1440, step=15, required=True),
    Field(key="place", kind="text", label="community.meeting.place", half=True),
    Field(key="held", kind="check", label="community.meeting.held"),
)  # fmt: skip

_AFTER = (
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
        new = GatheringFields(date=working_day(today), starts=_USUAL_START, minutes=_USUAL_MINUTES)
        reader = world.library.reader
        fields = fields_of(reader, gathering) if gathering else new
        self._people = CameControl(
            world.look, who_may_come(reader, community, today, fields.people)
        )
        self._line = NameLineControl(
            world.look, world.words, self._people.names, words("gatherings.name-shows")
        )
        super().__init__(
            world,
            parent,
            words("community.meeting.change" if gathering else "community.meeting.plan-title"),
            words("community.meeting.said"),
            words("community.keep"),
            (*_BEFORE, *self._by_name(), *_AFTER),
            today,
        )
        self.fill({
            "title": fields.title,
            "date": fields.date,
            "starts": fields.starts,
            "minutes": fields.minutes,
            "place": fields.place,
            "held": fields.held,
            "came": fields.came,
            "helped": fields.helped,
            "people": self._people.said(fields.people),
        })  # fmt: skip
        self._line.widget.entered.connect(self._try_take)
        if gathering is not None:
            self.remove_button = link_button(world.look, words("community.meeting.remove"))
            self.remove_button.clicked.connect(self._remove)
            self.add_left(self.remove_button)
        self._fold()
        self.begin(f"gathering:{gathering.id if gathering else 'new:' + community}")

    def touch(self, key: str) -> None:
        """How it went is asked only of a gathering that was held; who is named is counted too."""
        super().touch(key)
        if key == "people":
            self._count()
        if key == "helped" and self.form.text(key):
            self.fill({"held": True})
        self._fold()

    def keep(self) -> None:
        """Keep it, and whoever is still in the line of names. Raises Trouble."""
        form, library = self.form, self.world.library
        held = form.ticked("held")
        if held:
            self._take()
        fields = GatheringFields(
            date=form.day("date") or today_of(self.world.library, self._community),
            starts=form.number("starts"),
            minutes=form.number("minutes") or _USUAL_MINUTES,
            title=form.text("title"),
            place=form.text("place"),
            held=held,
            came=(form.number("came") or 0) if held else 0,
            helped=form.text("helped") if held else "",
            people=self._people.known if held else (),
            newcomers=self._people.newcomers if held else (),
        )
        if self._gathering is None:
            plan_gathering(library, self._community, fields)
        else:
            edit_gathering(library, self._gathering.id, fields)

    def _by_name(self) -> tuple[Field, ...]:
        """The line that takes names, and everybody who may have come."""
        return (
            Field(key="name", kind="text", label="gatherings.name", hint="gatherings.name-hint",
                  make=lambda: self._line),
            Field(key="people", kind="text", label="gatherings.people", make=lambda: self._people),
        )  # fmt: skip

    def _take(self) -> None:
        """Turn on whoever stands in the line; a name not known yet is added. Raises Trouble."""
        for name in names_typed(self._line.widget.text()):
            self._people.name(name)
        self.fill({"name": ""})

    def _try_take(self) -> None:
        try:
            self._take()
        except Trouble as trouble:
            self.bar.say(trouble_sentence(self.world.words, trouble), "ember")

    def _count(self) -> None:
        named = len(self._people.known) + len(self._people.newcomers)
        if (self.form.number("came") or 0) < named:
            self.fill({"came": named})

    def _fold(self) -> None:
        held = self.form.ticked("held")
        for key in ("name", "came", "helped"):
            self.show_field(key, held)
        self.show_field("people", held and bool(self._people.names()))

    def _remove(self) -> None:
        gathering, library = self._gathering, self.world.library
        if gathering is not None and attempt(
            self.world, lambda: remove_gathering(library, gathering.id)
        ):
            self.dirty = False
            self.accept()
