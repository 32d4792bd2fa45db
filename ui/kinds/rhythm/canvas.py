"""The facilitator's canvas of a rhythm: notes in zones, and below them what recurs of them."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.community.rhythm_events import EventFields, Origin, fields_of, remove_event
from app.kinds.kind import CaptureKind, facts_of
from app.kinds.ranked import Ranked
from app.kinds.rhythm.kind import Recurring, day_of, events_in
from app.library.rows import Note, RhythmEvent
from app.recurrence import ONCE, Pattern, rule_of
from app.text_direction import join_isolated
from app.typed_recurrence import Proposal, read_recurrence
from app.words import capitalized
from app.workshop.notes import notes_of
from app.workshop.planning import languages_of, scope_of
from app.workshop.running import Running
from app.workshop.zones import NamedZone
from exports.kinds.rhythm import next_words
from exports.rhythm_words import event_words
from ui.attempt import attempt
from ui.kinds.rhythm.event_list import EventList
from ui.parts.labels import small
from ui.parts.notes.column_layout import sticky_notes
from ui.parts.notes.notes_canvas import NotesCanvas
from ui.parts.notes.zones_view import ZonesStyle
from ui.parts.recurrence.dates_dialog import DATES_KEY, DatesDialog
from ui.parts.recurrence.event_dialog import EventAsked, EventDialog, asked_of
from ui.parts.state_list import StateLine
from ui.world import World

KEY = "Ctrl+Return"
"""Opens the recurrence of what is chosen, of what is typed, or of the newest note."""


class RhythmCanvas(NotesCanvas):
    """Lines are notes; any of them can recur."""

    def __init__(self, kind: CaptureKind, world: World, running: Running, parent: QWidget) -> None:
        """The rhythm of a run."""
        super().__init__(kind, world, running, ZonesStyle(sticky_notes(world.look)), parent)
        words = world.words
        self._zones: Sequence[NamedZone] = ()
        self.turn = self.bar.offer(words("rhythm.make-it"), KEY, self.go_on)
        self.heading = small(world.look, words("rhythm.list"))
        self.events = EventList(world.look, words)
        self.events.asked.connect(self._ask_event)
        self.events.dates_asked.connect(self._ask_dates)
        self.events.removed.connect(self._remove)
        column = self.widget.layout()
        assert isinstance(column, QVBoxLayout)
        column.setStretchFactor(self.zones_view, 3)
        column.addWidget(self.heading)
        column.addWidget(self.events, 2)
        for key, act in ((KEY, self.go_on), (DATES_KEY, self._ask_dates_of_note)):
            shortcut = QShortcut(QKeySequence(key), self.widget)
            # Only among the notes: in the capture line it keeps what is typed as well.
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setWhatsThis(words("rhythm.make-it" if key == KEY else "rhythm.dates"))
            shortcut.activated.connect(act)
        self.refresh()

    def show_zones(self, zones: Sequence[NamedZone]) -> None:
        """The notes as they lie, and what recurs with its next dates."""
        self._zones = zones
        facts = self.kind.facts(self.world.library.reader, self.running)
        events = [one.event for one in facts_of(facts, Recurring)]
        self.bar.said.say(self.world.words("rhythm.hint"))
        self.show_notes(zones, facts_of(facts, Ranked), "none")
        for part in (self.heading, self.events):
            part.setVisible(bool(events))
        self.events.show_events([self._line(event) for event in events])

    def enter_strongly(self, text: str) -> None:
        """Keep what was typed, and ask how often it recurs. Raises Trouble."""
        self.enter(text)
        notes = notes_of(self.world.library.reader, self.running.run.id)
        if notes:
            self.refresh()
            self._ask_note(notes[-1])

    def go_on(self) -> None:
        """Ask how often what is chosen recurs; else the newest note that does not yet."""
        if self.events.hasFocus() and self.events.current_id():
            self._ask_event(self.events.current_id())
            return
        note = self._meant_note()
        if note is not None:
            self._ask_note(note)

    def _meant_note(self) -> Note | None:
        reader, run = self.world.library.reader, self.running.run.id
        chosen = reader.find(Note, self.zones_view.meant_item)
        if chosen is not None:
            return chosen
        told = {event.note for event in events_in(reader, run)}
        free = [note for note in notes_of(reader, run) if note.id not in told]
        return max(free, key=lambda note: note.id, default=None)

    def _event_of(self, note: Note) -> RhythmEvent | None:
        return next(
            (one for one in events_in(self.world.library.reader, self.running.run.id)
             if one.note == note.id), None
        )  # fmt: skip

    def _ask_note(self, note: Note) -> None:
        """Ask how often a note recurs; what it says of that is proposed."""
        event = self._event_of(note)
        if event is not None:
            self._ask_event(event.id)
            return
        self._open_event(
            EventAsked(
                scope=scope_of(self.running.workshop),
                origin=Origin(self.running.workshop.zone, self.running.run.id, note.id),
                about=f"rhythm:new:{note.id}",
                fields=self._proposed(note),
                circles=self._circles(),
            )
        )

    def _proposed(self, note: Note) -> EventFields:
        today = day_of(self.running)
        said = self._read(note.text, today)
        first = said.first or today
        rule = rule_of(said.pattern or Pattern(ONCE), first)
        return EventFields(
            title=note.text,
            rule=rule,
            date=first,
            starts=said.starts,
            minutes=said.minutes or 0,
            circle=note.zone,
            audience=note.audience,
        )

    def _read(self, text: str, today: date) -> Proposal:
        """What a line says of how often, in whichever language of the room it says it."""
        spoken = (*languages_of(self.running.workshop), self.world.words.language)
        found = [read_recurrence(text, self.world.words_in(one), today) for one in spoken]
        return max(found, key=lambda one: (one.pattern is not None, one.starts is not None))

    def _circles(self) -> tuple[tuple[str, str], ...]:
        return tuple((zone.id, zone.label) for zone in self._zones if zone.label)

    def _ask_event(self, event: str) -> None:
        row = self.world.library.reader.find(RhythmEvent, event)
        if row is not None:
            self._open_event(asked_of(row, scope_of(self.running.workshop), self._circles()))

    def _open_event(self, asked: EventAsked) -> None:
        EventDialog(self.world, self.widget, asked, self.refresh).open()

    def _ask_dates(self, event: str) -> None:
        row = self.world.library.reader.find(RhythmEvent, event)
        scope = scope_of(self.running.workshop)
        if row is not None:
            DatesDialog(self.world, self.widget, scope, row, self.refresh).open()

    def _ask_dates_of_note(self) -> None:
        """Ask which dates of the note that is chosen are otherwise, where it recurs."""
        note = self.world.library.reader.find(Note, self.zones_view.meant_item)
        event = self._event_of(note) if note is not None else None
        if self.events.hasFocus():
            self._ask_dates(self.events.current_id())
        elif event is not None:
            self._ask_dates(event.id)

    def _remove(self, event: str) -> None:
        row = self.world.library.reader.find(RhythmEvent, event)
        library, scope = self.world.library, scope_of(self.running.workshop)
        if row is not None and attempt(self.world, lambda: remove_event(library, scope, row)):
            self.refresh()

    def _line(self, event: RhythmEvent) -> StateLine:
        """An event as its list shows it."""
        words = self.world.words
        today = day_of(self.running)
        said = capitalized(event_words(words, fields_of(event)))
        state = join_isolated((said, next_words(words, event, today)))
        return StateLine(event.id, event.title, state)
