"""Asks how often something recurs; its next dates are shown while one chooses."""

from collections.abc import Callable
from itertools import islice

import msgspec
from PySide6.QtWidgets import QWidget

from app.community.rhythm_events import (
    EventFields,
    Origin,
    add_event,
    change_event,
    fields_of,
    first_day,
    remove_event,
)
from app.community.today import today_of
from app.library.audience import AUDIENCES
from app.library.journal import Scope
from app.library.rows import RhythmEvent
from app.library.trouble import Trouble
from app.recurrence import HOWS, OWN, WHICH, Pattern, by_weekday, days_of, pattern_of, rule_of
from app.words import capitalized
from exports.rhythm_words import dates_words, event_words
from ui.attempt import attempt, trouble_sentence
from ui.parts.buttons import KeyButton, link_button
from ui.parts.card import Well
from ui.parts.fields import Field
from ui.parts.form_dialog import FormDialog
from ui.parts.labels import WrapLabel
from ui.parts.recurrence.dates_dialog import DATES_KEY, DatesDialog
from ui.world import World

NEXT = 3
"""Dates that are shown."""

_FIELDS = (
    Field(key="title", kind="text", label="rhythm.what", required=True),
    Field(key="how", kind="choice", label="rhythm.how", half=True,
          options=tuple((one, f"rhythm.how-{one}") for one in HOWS)),
    Field(key="date", kind="date", label="rhythm.first", required=True, half=True),
    Field(key="which", kind="choice", label="rhythm.which", half=True,
          options=tuple((str(n), f"rhythm.which-{n if n > 0 else 'last'}") for n in WHICH)),
    Field(key="weekday", kind="choice", label="rhythm.weekday", half=True,
          options=tuple((str(n), f"calendar.weekday-{n}") for n in range(1, 8))),
    Field(key="rule", kind="text", label="rhythm.rule", hint="rhythm.rule-hint"),
    Field(key="starts", kind="time", label="community.meeting.starts", half=True),
    Field(key="minutes", kind="minutes", label="community.meeting.minutes", half=True, least=5,
          most=1440, step=15),
    Field(key="place", kind="text", label="community.meeting.place", half=True),
    Field(key="circle", kind="choice", label="rhythm.head-whom", half=True),
    Field(key="audience", kind="choice", label="rhythm.audience", half=True,
          options=tuple((one, f"exporting.audience-{one}") for one in AUDIENCES)),
)  # fmt: skip


class EventAsked(msgspec.Struct, frozen=True, kw_only=True):
    """What a window asks about: an ``event`` there is, or what is proposed of a new one.

    ``circles`` pairs the id of each circle with its name; ``about`` names the form.
    """

    scope: Scope
    origin: Origin
    about: str
    fields: EventFields
    circles: tuple[tuple[str, str], ...] = ()
    event: RhythmEvent | None = None


class EventDialog(FormDialog):
    """Asks for something that recurs. ``done`` is called with it once it is kept."""

    def __init__(
        self,
        world: World,
        parent: QWidget,
        asked: EventAsked,
        kept: Callable[[], object] = lambda: None,
    ) -> None:
        """What is proposed stands in the fields; Enter is enough."""
        words, community = world.words, asked.scope.community or ""
        self._asked, self._kept = asked, kept
        self._today = today_of(world.library, community)
        super().__init__(
            world,
            parent,
            words("rhythm.change" if asked.event else "rhythm.make"),
            "",
            words("community.keep"),
            _FIELDS,
            self._today,
        )
        self.form.set_options("circle", asked.circles)
        self.dates_said = WrapLabel(world.look, "", "body")
        well = Well(world.look)
        well.add(self.dates_said)
        # Above the form: it follows from each field, and stays in sight.
        self.column.body.insertWidget(1, well)
        self._fill(asked.fields)
        if asked.event is not None:
            self._offer_more(asked.event)
        self.begin(asked.about)
        self._show()

    def _fill(self, fields: EventFields) -> None:
        pattern = pattern_of(fields.rule, fields.date)
        self.fill({
            "title": fields.title,
            "how": pattern.how,
            "which": str(pattern.which),
            "weekday": str(pattern.weekday),
            "rule": pattern.rule,
            "date": fields.date,
            "starts": fields.starts,
            "minutes": fields.minutes or None,
            "place": fields.place,
            "circle": fields.circle,
            "audience": fields.audience,
        })  # fmt: skip

    def _offer_more(self, event: RhythmEvent) -> None:
        look, words = self.world.look, self.world.words
        self.dates_button = KeyButton(look, words, words("rhythm.dates"), DATES_KEY, "link")
        self.dates_button.clicked.connect(self._ask_dates)
        self.remove_button = link_button(look, words("rhythm.remove"))
        self.remove_button.clicked.connect(lambda: self._remove(event))
        self.add_left(self.dates_button)
        self.add_left(self.remove_button)

    def touch(self, key: str) -> None:
        """Say at once what follows from it."""
        super().touch(key)
        day = self.form.day("date")
        if key == "date" and day is not None and not by_weekday(self.form.text("how")):
            self.fill({"weekday": str(day.isoweekday())})
        self._show()

    def fields_now(self) -> EventFields:
        """What the form says now."""
        form = self.form
        first = form.day("date") or self._today
        which, weekday = (int(form.text(key) or 1) for key in ("which", "weekday"))
        pattern = Pattern(form.text("how"), which, weekday, form.text("rule"))
        return EventFields(
            title=form.text("title"),
            rule=rule_of(pattern, first),
            date=first,
            starts=form.number("starts"),
            minutes=form.number("minutes") or 0,
            place=form.text("place"),
            circle=form.text("circle"),
            audience=form.text("audience"),
        )

    def keep(self) -> None:
        """Keep it. Raises Trouble."""
        asked, library = self._asked, self.world.library
        if asked.event is None:
            add_event(library, asked.scope, self.fields_now(), asked.origin)
        else:
            change_event(library, asked.scope, asked.event, self.fields_now())
        self._kept()

    def _show(self) -> None:
        """Show the fields that count, and the next dates, or why there are none."""
        how, words = self.form.text("how"), self.world.words
        for key in ("which", "weekday"):
            self.show_field(key, by_weekday(how))
        self.show_field("rule", how == OWN)
        self.show_field("circle", bool(self._asked.circles))
        fields = self.fields_now()
        try:
            first = first_day(fields)
        except Trouble as trouble:
            self.dates_said.set_text(trouble_sentence(words, trouble))
            self.dates_said.set_tone("ember")
            return
        fields = msgspec.structs.replace(fields, date=first)
        days = list(islice(days_of(fields.rule, first, max(first, self._today)), NEXT))
        coming = words("rhythm.next", days=dates_words(words, days, self._today))
        said = [capitalized(event_words(words, fields))]
        if not days:
            said.append(words("rhythm.over"))
        elif fields.rule:
            said.append(coming)
        self.dates_said.set_text("\n".join(said))
        self.dates_said.set_tone("plain")

    def _ask_dates(self) -> None:
        event = self._asked.event
        if event is not None:
            found = self.world.library.reader.find(RhythmEvent, event.id)
            if found is not None:
                DatesDialog(self.world, self, self._asked.scope, found, self._kept).open()

    def _remove(self, event: RhythmEvent) -> None:
        library, scope = self.world.library, self._asked.scope
        if attempt(self.world, lambda: remove_event(library, scope, event)):
            self.dirty = False
            self._kept()
            self.accept()


def asked_of(event: RhythmEvent, scope: Scope, circles: tuple[tuple[str, str], ...]) -> EventAsked:
    """What is asked about an event that there is."""
    return EventAsked(
        scope=scope,
        origin=Origin(event.zone, event.run, event.note),
        about=f"rhythm:{event.id}",
        fields=fields_of(event),
        circles=circles,
        event=event,
    )
