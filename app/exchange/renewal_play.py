"""A workshop of the sample community after its launch: planned, and played to its end.

Everything goes in through the same functions that a person's hand moves; no row is written here.
"""

from collections.abc import Callable
from datetime import date, timedelta

from app.catalogue.catalogue import Catalogue
from app.charter.reviewing import give_verdict
from app.community.rhythm_events import EventFields, Origin, add_event
from app.community.stages import record_reading
from app.exchange.renewal_script import (
    PlacedNote,
    Renewal,
    RenewalExercise,
    SampleEvent,
    SamplePromise,
    SampleReview,
)
from app.exchange.sample_acts import agree_as_said, meet_next, name_as_said, reword
from app.exchange.sample_entries import cells_of
from app.exchange.sample_script import SampleOutcome, minute_of
from app.kinds.carrying import leave_behind, offers, take_along
from app.kinds.exchange.matching import match_notes
from app.kinds.exchange.promises import REGISTER, keep_promise
from app.kinds.table import make_kinds
from app.library.journal import Scope
from app.library.library import Library
from app.library.rows import Block, Community, Note, Outcome, Person, Workshop
from app.registers.cells import Party
from app.registers.register_entries import EntryFields, add_entry
from app.working_days import working_day
from app.workshop.attendance import door_list, everyone_is_here, mark
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
    """Plan a workshop of a community that was launched on a day: one change. Raises Trouble."""
    said = script.workshop
    wish = WorkshopFields(
        community=community.id,
        purpose=said.purpose,
        title=said.title,
        date=working_day(_after(launch, said.days)).isoformat(),
        zone=community.zone,
        starts=minute_of(said.starts),
        minutes=said.minutes,
        place=said.place,
        languages=said.languages,
        expected=said.expected,
        agenda=said.agenda,
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
    """Plays a workshop that is planned; ``later`` is told the minutes that go by."""

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
        self.open_door()
        for block in blocks_of(library.reader, workshop.id):
            self._block(block, seen)
        self.say_at_the_end()
        return close_workshop(library, workshop)

    def open_door(self) -> None:
        """Know who is expected, and mark those who came."""
        said = self._script.workshop
        door = door_list(self._library.reader, self._workshop)
        self._people = {line.name: line.person for line in door if line.person is not None}
        if not said.here:
            everyone_is_here(self._library, self._workshop)
        for line in door:
            if line.name in said.here:
                mark(self._library, self._workshop, line, "present")

    def say_at_the_end(self) -> None:
        """The next gathering, thanks, the stages in which the room recognised itself."""
        said, workshop = self._script.workshop, self._workshop
        if self._script.next is not None:
            meet_next(self._library, workshop, self._script.next, self._day)
        give_thanks(self._library, workshop, said.thanks)
        if said.stages:
            record_reading(
                self._library, workshop.community, self._day, said.stages, workshop=workshop.id
            )

    def _block(self, block: Block, seen: Seen) -> None:
        place = enter_block(self._library, self._workshop, block)
        steps = place.part.recipe.steps
        start_step_clock(self._library, place)
        for number in range(1, len(steps)):
            self._later(steps[number - 1].minutes)
            place = enter_step(self._library, place, number)
            start_step_clock(self._library, place)
        self.capture(place.running)
        last = steps[-1].minutes if steps else block.minutes
        self._later(last / 2)
        seen(block)
        self._later(last / 2)

    def capture(self, running: Running) -> None:
        """Write down all that was said in a block."""
        exercise = running.block.exercise or ""
        gathered = self._script.exercises.get(exercise)
        if gathered is not None:
            self._gather(running, gathered)
        self._outcomes(running, exercise)

    def _gather(self, running: Running, gathered: RenewalExercise) -> None:
        library = self._library
        self._said = {}
        self._carry(running, gathered.takes, gathered)
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
        for role in gathered.roles:
            for named in role.names:
                name_as_said(library, running, role, named)
        for review in gathered.reviews:
            self._review(running, review)
        if gathered.agreement is not None:
            agree_as_said(
                library,
                scope_of(self._workshop),
                gathered.agreement,
                self._day,
                running.community.language,
            )

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

    def _review(self, running: Running, said: SampleReview) -> None:
        """Decide about a section, and give it its new wording where it has one."""
        if said.verdict:
            give_verdict(self._library, running, said.section, said.verdict, said.word)
        reword(self._library, scope_of(self._workshop), said, run=running.run.id)

    def _note(self, running: Running, zone: str, said: PlacedNote) -> Note:
        """Capture a note, and put it where the room wanted it."""
        note = self.write_note(running, zone, said)
        if said.x is None:
            return note
        return place_notes(self._library, running, [(note, said.x, said.y)])[0]

    def write_note(self, running: Running, zone: str, said: PlacedNote) -> Note:
        """Capture a note as if it were typed."""
        reader, run = self._library.reader, running.run.id
        before = {note.id for note in notes_of(reader, run)}
        self._kinds[running.block.kind].capture(self._library, running, zone, said.text)
        (note,) = [one for one in notes_of(reader, run) if one.id not in before]
        return note

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
                kept = self.catch_outcome(running, form, said.text)
                if said.owner is not None and said.due is not None:
                    owner, due = self._people[said.owner], _after(self._day, said.due)
                    assign(self._library, self._workshop, kept, owner, "", due.isoformat())

    def catch_outcome(self, running: Running, form: Form, text: str) -> Outcome:
        """Keep a decision, an action or a parked thing."""
        return catch(self._library, self._workshop, form, text, run=running.run.id)


def _after(day: date, days: int) -> date:
    return day + timedelta(days=days)
