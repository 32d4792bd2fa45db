"""The renewal of the sample community: planned after its launch, and played to its end.

Everything goes in through the same functions that a person's hand moves; no row is written here.
"""

from collections.abc import Callable
from datetime import date, timedelta

from app.catalogue.catalogue import Catalogue
from app.community.rhythm_events import EventFields, Origin, add_event
from app.exchange.renewal_script import (
    PlacedNote,
    Renewal,
    RenewalBlock,
    RenewalExercise,
    SampleEvent,
    SamplePromise,
)
from app.exchange.sample_entries import cells_of
from app.exchange.sample_script import SampleOutcome, minute_of
from app.kinds.carrying import leave_behind, offers, take_along
from app.kinds.exchange.matching import match_notes
from app.kinds.exchange.promises import REGISTER, keep_promise
from app.kinds.table import make_kinds
from app.library.journal import Scope
from app.library.library import Library
from app.library.rows import Block, Community, Note, Person, Workshop
from app.registers.cells import Party
from app.registers.register_entries import EntryFields, add_entry
from app.workshop.attendance import door_list, everyone_is_here
from app.workshop.ballots import cast, close_ballot, open_ballot, show_ballot
from app.workshop.clock import start_step_clock
from app.workshop.closing import close_workshop, give_thanks
from app.workshop.notes import notes_of
from app.workshop.outcomes import Form, assign, catch
from app.workshop.placing import place_notes
from app.workshop.planning import (
    WorkshopFields,
    add_break,
    add_exercise,
    blocks_of,
    plan_workshop,
    scope_of,
    set_minutes,
)
from app.workshop.running import Running, enter_block, enter_step
from app.workshop.ties import tie_notes

Seen = Callable[[Block], None]
"""Is told of each block once all was said in it."""


def plan_renewal(
    library: Library, catalogue: Catalogue, script: Renewal, community: Community, launch: date
) -> Workshop:
    """Plan the renewal of a community that was launched on a day: one change. Raises Trouble."""
    said = script.workshop
    wish = WorkshopFields(
        community=community.id,
        purpose=said.purpose,
        title=said.title,
        date=_after(launch, said.days).isoformat(),
        zone=community.zone,
        starts=minute_of(said.starts),
        minutes=said.minutes,
        place=said.place,
        languages=said.languages,
        expected=said.expected,
    )
    with library.change("workshop-plan", Scope(community.id)):
        workshop = plan_workshop(library, catalogue, wish)
        for one in script.blocks:
            if one.exercise is None:
                add_break(library, workshop, one.minutes)
            else:
                block = add_exercise(library, catalogue, workshop, one.exercise)
                set_minutes(library, workshop, block, one.minutes)
    return workshop


class RenewalPlay:
    """Plays a renewal that is planned; ``later`` is told the minutes that go by."""

    def __init__(
        self,
        library: Library,
        catalogue: Catalogue,
        script: Renewal,
        workshop: Workshop,
        later: Callable[[float], None],
    ) -> None:
        """Be ready to play."""
        self._library, self._catalogue, self._script = library, catalogue, script
        self._kinds = make_kinds(catalogue)
        self._workshop, self._later = workshop, later
        self._day = date.fromisoformat(workshop.date)
        self._people: dict[str, Person] = {}
        self._said: dict[str, Note] = {}

    def play(self, seen: Seen = lambda block: None) -> Workshop:
        """From the door to the thanks. Gives the closed workshop."""
        library, workshop = self._library, self._workshop
        everyone_is_here(library, workshop)
        door = door_list(library.reader, workshop)
        self._people = {line.name: line.person for line in door if line.person is not None}
        planned = blocks_of(library.reader, workshop.id)
        for block, said in zip(planned, self._script.blocks, strict=True):
            self._block(block, said, seen)
        give_thanks(library, workshop, self._script.workshop.thanks)
        return close_workshop(library, workshop)

    def _block(self, block: Block, said: RenewalBlock, seen: Seen) -> None:
        place = enter_block(self._library, self._workshop, block)
        steps = place.part.recipe.steps
        start_step_clock(self._library, place)
        for number in range(1, len(steps)):
            self._later(steps[number - 1].minutes)
            place = enter_step(self._library, place, number)
            start_step_clock(self._library, place)
        gathered = self._script.exercises.get(said.exercise or "")
        if gathered is not None:
            self._gather(place.running, said, gathered)
        self._outcomes(place.running, said.exercise)
        last = steps[-1].minutes if steps else block.minutes
        self._later(last / 2)
        seen(block)
        self._later(last / 2)

    def _gather(self, running: Running, said: RenewalBlock, gathered: RenewalExercise) -> None:
        library = self._library
        self._said = {}
        self._carry(running, said.takes, gathered)
        for zone, notes in gathered.notes.items():
            for number, note in enumerate(notes, start=1):
                self._said[f"{zone}/{number}"] = self._note(running, zone, note)
        for one in gathered.ties:
            tie_notes(library, running, one.form, self._said[one.source], self._said[one.target])
        if gathered.ballot is not None:
            opened = open_ballot(library, running, tuple(gathered.ballot.forms))
            cast(library, running, opened, gathered.ballot.sheets)
            show_ballot(library, running, close_ballot(library, running, opened), shown=True)
        for entry in gathered.entries:
            register = self._catalogue.register(entry.register)
            people = {name: person.id for name, person in self._people.items()}
            fields = EntryFields(state=entry.state, workshop=self._workshop.id, run=running.run.id)
            cells = cells_of(register, entry, people, self._day)
            add_entry(library, register, running.community.id, cells, fields)
        for promise in gathered.promises:
            self._promise(running, promise)
        for event in gathered.events:
            self._event(running, event)

    def _carry(self, running: Running, number: int, gathered: RenewalExercise) -> None:
        """Take along what the room wanted of what is offered, and put it where it belongs."""
        library = self._library
        found = offers(library.reader, self._catalogue, self._kinds, running)
        if not found:
            return
        if not number:
            leave_behind(library, running)
            return
        first = found[0]
        take_along(library, self._kinds, running, [(first.take, first.items[:number])])
        taken = notes_of(library.reader, running.run.id)
        places = [(note, one.x, one.y) for note, one in zip(taken, gathered.carried, strict=False)]
        place_notes(library, running, places)

    def _note(self, running: Running, zone: str, said: PlacedNote) -> Note:
        """Capture a note as if it were typed, and put it where the room wanted it."""
        reader, run = self._library.reader, running.run.id
        before = {note.id for note in notes_of(reader, run)}
        self._kinds[running.block.kind].capture(self._library, running, zone, said.text)
        (note,) = [one for one in notes_of(reader, run) if one.id not in before]
        if said.x is None:
            return note
        return place_notes(self._library, running, [(note, said.x, said.y)])[0]

    def _promise(self, running: Running, said: SamplePromise) -> None:
        give, ask = self._said[said.give], self._said[said.ask]
        known = self._people.get(said.by)
        by = Party(id=known.id) if known is not None else Party(party=said.by)
        match_notes(self._library, running, give, ask)
        register = self._catalogue.register(REGISTER)
        due = _after(self._day, said.due)
        keep_promise(self._library, running, register, give, ask, by, due)

    def _event(self, running: Running, said: SampleEvent) -> None:
        note = self._said[said.note]
        fields = EventFields(
            title=said.title,
            rule=said.rule,
            date=_after(self._day, said.days),
            starts=minute_of(said.starts),
            minutes=said.minutes,
            place=said.place,
            circle=note.zone,
        )
        origin = Origin(zone=self._workshop.zone, run=running.run.id, note=note.id)
        add_event(self._library, scope_of(self._workshop), fields, origin)

    def _outcomes(self, running: Running, exercise: str | None) -> None:
        script = self._script
        forms: tuple[tuple[Form, tuple[SampleOutcome, ...]], ...] = (
            ("decision", script.decisions),
            ("action", script.actions),
            ("parked", script.parked),
        )
        for form, outcomes in forms:
            for said in outcomes:
                if said.exercise != exercise:
                    continue
                kept = catch(self._library, self._workshop, form, said.text, run=running.run.id)
                if said.owner is not None and said.due is not None:
                    owner, due = self._people[said.owner], _after(self._day, said.due)
                    assign(self._library, self._workshop, kept, owner, "", due.isoformat())


def _after(day: date, days: int) -> date:
    return day + timedelta(days=days)
