"""The next meeting: in the calendar before people leave."""

from datetime import date, timedelta

from app.library.rows import Gathering, Workshop
from app.workshop.closing import set_next_meeting
from ui.attempt import attempt
from ui.parts.buttons import Button
from ui.parts.card import Card
from ui.parts.fields import Field
from ui.parts.form import FieldForm
from ui.parts.labels import WrapLabel
from ui.world import World

FIELDS = (
    Field(key="date", kind="date", label="closing.meeting-date", half=True),
    Field(key="starts", kind="time", label="closing.meeting-starts", half=True),
    Field(key="place", kind="text", label="closing.meeting-place", half=True, longest=200),
    Field(key="title", kind="text", label="closing.meeting-about", half=True, longest=200),
)
AFTER = timedelta(weeks=4)
"""Where the date begins: four weeks after the workshop."""
NINE = 9 * 60


class MeetingCard(Card):
    """Says when people meet again, and lets it be set."""

    def __init__(self, world: World, workshop: str) -> None:
        """The next meeting agreed in ``workshop`` (its id)."""
        look, words = world.look, world.words
        super().__init__(look, words("closing.meeting"))
        self._world, self._id = world, workshop
        row = world.library.reader.row(Workshop, workshop)
        self.said = WrapLabel(look, "", "body")
        self.form = FieldForm(FIELDS, words, look, date.fromisoformat(row.date) + AFTER)
        self.form.set_values(
            {
                "date": date.fromisoformat(row.date) + AFTER,
                "starts": NINE,
                "place": row.place,
                "title": "",
            }
        )
        self.button = Button(look, words("closing.meeting-set"), small=True)
        self.button.clicked.connect(self._set)
        self.add(self.said, self.form, self.button)
        self._shown: Gathering | None = None

    def show_meeting(self, meeting: Gathering | None) -> None:
        """Show the meeting agreed, or that there is none yet."""
        words = self._world.words
        if meeting is None:
            self.said.say(words("closing.meeting-none"))
            self.said.set_tone("amber")
            return
        day = words.day(date.fromisoformat(meeting.date), "long")
        said = [day]
        if meeting.starts is not None:
            said.append(words.clock(meeting.starts))
        said += [part for part in (meeting.place, meeting.title) if part]
        self.said.say(", ".join(said))
        self.said.set_tone("plain")
        if meeting != self._shown:
            self._shown = meeting
            self.form.set_values(
                {
                    "date": date.fromisoformat(meeting.date),
                    "starts": meeting.starts if meeting.starts is not None else NINE,
                    "place": meeting.place,
                    "title": meeting.title,
                }
            )

    def _set(self) -> None:
        form, world = self.form, self._world
        day = form.day("date")
        if day is None:
            return
        row = world.library.reader.row(Workshop, self._id)
        starts, place, title = form.number("starts"), form.text("place"), form.text("title")
        attempt(
            world,
            lambda: set_next_meeting(world.library, row, day.isoformat(), starts, place, title),
        )
