"""The sample launch as it happened: every block entered, every word caught where it was said."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from itertools import islice

from app.charter.clauses import add_clause, tie
from app.community.rhythm_events import EventFields, Origin, add_event, dates_of, leave_out
from app.community.stages import record_reading
from app.exchange.sample_acts import agree_as_said, meet_next, name_as_said
from app.exchange.sample_script import (
    SampleClause,
    SampleEvent,
    SampleExercise,
    SampleOutcome,
    Script,
    minute_of,
)
from app.kinds.board import dots_set_up
from app.kinds.carrying import leave_behind
from app.kinds.charter import agrees
from app.kinds.roles import roles_offered
from app.library.library import Library
from app.library.rows import Block, Clause, Note, Person, Workshop
from app.recurrence import Pattern, place_in_month, rule_of
from app.working_days import working_day
from app.workshop.attendance import door_list, everyone_is_here, in_the_room, mark
from app.workshop.clock import start_step_clock
from app.workshop.closing import close_workshop, give_thanks
from app.workshop.notes import add_notes, gather
from app.workshop.outcomes import Form, assign, catch, outcomes_of
from app.workshop.planning import blocks_of, scope_of
from app.workshop.rounds import close_round, count_dots, dots_round, open_dots
from app.workshop.running import Place, Running, enter_block, enter_step, record_heartbeat


class SamplePlay:
    """Plays a script in a workshop that is planned; ``later`` is told the minutes that go by."""

    def __init__(
        self, library: Library, script: Script, workshop: Workshop, later: Callable[[float], None]
    ) -> None:
        """Be ready to play."""
        self._library = library
        self._script = script
        self._workshop = workshop
        self._later = later
        self._minutes = 0.0
        self._said: dict[str, Note] = {}
        self._people: dict[str, Person] = {}
        self._loose: list[tuple[Clause, str]] = []

    def play(self, day: date) -> Workshop:
        """Play it on ``day``, from the door to the thanks. Gives the closed workshop."""
        self.meet_people()
        everyone_is_here(self._library, self._workshop)
        for block in blocks_of(self._library.reader, self._workshop.id):
            self._block(block, day)
        self.play_ending(day)
        return close_workshop(self._library, self._workshop)

    def meet_people(self) -> None:
        """Know the community's people by name."""
        self._people = {
            line.name: line.person
            for line in door_list(self._library.reader, self._workshop)
            if line.person is not None
        }

    def play_ending(self, day: date) -> None:
        """Owners and dates, the next meeting, thanks, stages: all but the end."""
        self.meet_people()
        self._read_back(day)
        meet_next(self._library, self._workshop, self._script.next, day)
        give_thanks(self._library, self._workshop, self._script.workshop.thanks)
        stages: Mapping[str, str] = dict.fromkeys(self._script.community.stages, "")
        record_reading(
            self._library, self._workshop.community, day, stages, workshop=self._workshop.id
        )

    def _block(self, block: Block, day: date) -> None:
        place = enter_block(self._library, self._workshop, block)
        running, steps = place.running, place.part.recipe.steps
        for number, step in enumerate(steps):
            if number:
                place = enter_step(self._library, place, number)
            start_step_clock(self._library, place)
            if number == len(steps) - 1:
                # What was said is written down while the last step runs.
                self.capture(running, day)
            self.pass_minutes(step.minutes, place)

    def pass_minutes(self, minutes: float, place: Place) -> None:
        """Time goes by; whoever has to go early leaves."""
        self._later(minutes)
        self._minutes += minutes
        record_heartbeat(self._library, place.running.workshop)
        gone = {
            member.name
            for member in self._script.members
            if member.left is not None and member.left <= self._minutes
        }
        for line in door_list(self._library.reader, self._workshop):
            if line.name in gone and line.state == "present":
                mark(self._library, self._workshop, line, "left")

    def capture(self, running: Running, day: date) -> None:
        """Write down all that was said in a block."""
        exercise = running.block.exercise or ""
        gathered = self._script.exercises.get(exercise)
        if gathered is not None:
            self._notes(running, exercise, gathered, day)
        if roles_offered(running.recipe):
            self._roles(running)
        self._outcomes(running, exercise)
        for clause in self._script.charter:
            if clause.exercise == exercise:
                self._clause(running, clause)
        if agrees(running):
            # The charter is drafted: what else is offered of earlier exercises stays where it is.
            leave_behind(self._library, running)
            self._agree(day)

    def _notes(self, running: Running, exercise: str, gathered: SampleExercise, day: date) -> None:
        dotted: list[tuple[Note, int]] = []
        kept = self.keep_notes(running, exercise, gathered)
        for zone, notes in gathered.notes.items():
            for number, (said, note) in enumerate(zip(notes, kept[zone], strict=True), start=1):
                self._said[f"{exercise}/{zone}/{number}"] = note
                if said.dots is not None:
                    dotted.append((note, said.dots))
        for cluster in gathered.clusters:
            inside = [self._said[f"{exercise}/{cluster.zone}/{one}"] for one in cluster.notes]
            gather(self._library, running, inside, cluster.title)
        for event in self._script.rhythm:
            if event.note.startswith(f"{exercise}/"):
                self._recurs(running, event, day)
        given = dots_set_up(running)
        if dotted and given is not None:
            self._dots(running, dotted, given.each, given.cap)

    def keep_notes(
        self, running: Running, exercise: str, gathered: SampleExercise
    ) -> dict[str, list[Note]]:
        """Keep what was said, by zone, in the order it was said."""
        return {
            zone: add_notes(self._library, running, zone, [note.text for note in notes])
            for zone, notes in gathered.notes.items()
        }

    def catch_outcome(self, running: Running, form: Form, outcome: SampleOutcome) -> None:
        """Keep a decision, an action or a parked thing."""
        catch(self._library, self._workshop, form, outcome.text, run=running.run.id)

    def _recurs(self, running: Running, said: SampleEvent, day: date) -> None:
        """Put something into the rhythm, without the times at which it does not take place."""
        library, scope, note = self._library, scope_of(self._workshop), self._said[said.note]
        first = working_day(day + timedelta(days=said.days))
        pattern = Pattern(said.how, place_in_month(first), first.isoweekday())
        fields = EventFields(
            title=said.title,
            rule=rule_of(pattern, first),
            date=first,
            starts=minute_of(said.starts),
            minutes=said.minutes,
            place=said.place,
            circle=note.zone,
            audience=said.audience,
        )
        origin = Origin(self._workshop.zone, running.run.id, note.id)
        event = add_event(library, scope, fields, origin)
        if said.left_out:
            days = list(islice(dates_of(event, first), max(said.left_out)))
            leave_out(library, scope, event, [days[one - 1] for one in said.left_out])

    def _dots(self, running: Running, dotted: list[tuple[Note, int]], each: int, cap: int) -> None:
        opened = open_dots(self._library, running, each, cap)
        voters = in_the_room(self._library.reader, self._workshop.id)
        for note, number in dotted:
            count = dots_round(self._library.reader, running.run.id)
            if count is not None and number:
                count_dots(self._library, running, count, note.id, number, voters)
        close_round(self._library, scope_of(self._workshop), opened)

    def _roles(self, running: Running) -> None:
        for role in self._script.roles:
            for named in role.names:
                name_as_said(self._library, running, role, named)

    def _outcomes(self, running: Running, exercise: str) -> None:
        script = self._script
        forms: tuple[tuple[Form, tuple[SampleOutcome, ...]], ...] = (
            ("decision", script.decisions),
            ("action", script.actions),
            ("parked", script.parked),
        )
        for form, outcomes in forms:
            for outcome in outcomes:
                if outcome.exercise == exercise:
                    self.catch_outcome(running, form, outcome)

    def _clause(self, running: Running, said: SampleClause) -> None:
        sources = [self._said[one].id for one in said.sources if one in self._said]
        clause = add_clause(
            self._library,
            scope_of(self._workshop),
            said.section,
            said.whole,
            form=said.form,
            run=running.run.id,
            sources=sources,
        )
        # Some of what a clause came from is only said later in the day.
        self._loose += [(clause, one) for one in said.sources if one not in self._said]

    def _agree(self, day: date) -> None:
        library, scope, said = self._library, scope_of(self._workshop), self._script.agreement
        for clause, source in self._loose:
            tie(library, scope, clause, self._said[source].id)
        agree_as_said(library, scope, said, day, self._script.community.language)

    def _read_back(self, day: date) -> None:
        """An owner and a date for every action."""
        wanted = {action.text: action for action in self._script.actions}
        for outcome in outcomes_of(self._library.reader, self._workshop.id, "action"):
            action = wanted[outcome.text]
            owner = self._people[action.owner] if action.owner else None
            due = _later(day, action.due) if action.due is not None else None
            assign(self._library, self._workshop, outcome, owner, "", due)


def _later(day: date, days: int) -> str:
    return (day + timedelta(days=days)).isoformat()
