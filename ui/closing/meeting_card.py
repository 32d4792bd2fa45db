"""The next meeting: in the calendar before people leave."""

from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from app.community.today import today_of
from app.library.rows import Gathering, Workshop
from app.words import Words, capitalized
from app.working_days import working_day
from app.workshop.closing import set_next_meeting
from ui.parts.buttons import Button
from ui.parts.card import Card
from ui.parts.fields import Field, Value
from ui.parts.form_dialog import FormDialog
from ui.parts.labels import WrapLabel
from ui.parts.text_block import TextRun
from ui.world import World

FIELDS = (
    Field(key="date", kind="date", label="closing.meeting-date", required=True, half=True),
    Field(key="starts", kind="time", label="closing.meeting-starts", half=True),
    Field(key="title", kind="text", label="closing.meeting-about"),
    Field(key="place", kind="text", label="closing.meeting-place"),
)
AFTER = timedelta(weeks=4)
"""Where the date begins: four weeks after the workshop, on a working day."""
NINE = 9 * 60


class MeetingCard(Card):
    """Says when people meet again, and lets it be set."""

    def __init__(self, world: World, workshop: Workshop) -> None:
        """The next meeting agreed in ``workshop``."""
        super().__init__(world.look, world.words("closing.meeting"))
        self._world, self._workshop = world, workshop
        self._planned: Gathering | None = None
        self.said = WrapLabel(world.look, "", "body")
        self.button = Button(world.look, "", small=True)
        self.button.clicked.connect(self.ask)
        self.add(self.said)
        self.add_action(self.button)

    def show_meeting(self, meeting: Gathering | None, *, closed: bool) -> None:
        """Show the meeting agreed, or that there is none yet; once the workshop is ``closed``,
        people have left."""
        words = self._world.words
        none = words("closing.meeting-none-closed" if closed else "closing.meeting-none")
        self.said.set_text(none if meeting is None else meeting_text(words, meeting))
        self.said.set_tone("amber" if meeting is None else "plain")
        planned = meeting is not None and meeting.state == "planned"
        self._planned = meeting if planned else None
        self.button.setText(words("closing.meeting-change" if planned else "closing.meeting-set"))

    def ask(self) -> None:
        """Ask when people meet again."""
        MeetingDialog(self._world, self, self._workshop, self._planned).open()


class MeetingDialog(FormDialog):
    """Asks when people meet again, where, and about what."""

    def __init__(
        self, world: World, parent: QWidget, workshop: Workshop, planned: Gathering | None
    ) -> None:
        """Without a meeting ``planned``, four weeks from the workshop, in the same place."""
        words = world.words
        first = working_day(date.fromisoformat(workshop.date) + AFTER)
        title, keep = words("closing.meeting"), words("closing.meeting-keep")
        today = today_of(world.library, workshop.community)
        super().__init__(world, parent, title, "", keep, FIELDS, today)
        self._workshop = workshop
        if planned is None:
            values: dict[str, Value] = {
                "date": first,
                "starts": NINE,
                "place": workshop.place,
                "title": "",
            }
        else:
            values = {
                "date": date.fromisoformat(planned.date),
                "starts": planned.starts,
                "place": planned.place,
                "title": planned.title,
            }
        self.fill(values)
        self.begin(f"meeting:{planned.id if planned else 'new:' + workshop.id}")

    def keep(self) -> None:
        """Keep it. Raises Trouble."""
        form, day = self.form, self.form.day("date")
        if day is not None:
            starts, place, title = form.number("starts"), form.text("place"), form.text("title")
            library = self.world.library
            set_next_meeting(library, self._workshop, day.isoformat(), starts, place, title)


def meeting_text(words: Words, meeting: Gathering) -> tuple[TextRun, ...]:
    """A meeting: its day and time, and below what it is about and where."""
    when = capitalized(words.day(date.fromisoformat(meeting.date), "long"))
    if meeting.starts is not None:
        when = f"{when}, {words.clock(meeting.starts)}"
    below = [f"\n{part}" for part in (meeting.title, meeting.place) if part]
    return (TextRun(when, strong=True), *(TextRun(part) for part in below))
