"""Five years of the sample community as they happened, from its first table to today.

Everything goes in through the same functions that a person's hand moves; no row is written here.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec

from app.catalogue.catalogue import Catalogue
from app.community.actions import settle_action
from app.community.gatherings import GatheringFields, edit_gathering, plan_gathering
from app.community.holdings import HoldingFields, edit_holding, give_role
from app.community.memberships import MemberFields, add_member, leave, set_level
from app.community.people import PersonFields
from app.community.rhythm_events import change_event
from app.community.rhythm_events import fields_of as rhythm_fields
from app.community.stages import record_reading
from app.community.states import record_state
from app.exchange.renewal_play import RenewalPlay, plan_renewal
from app.exchange.renewal_script import Renewal, read_renewal
from app.exchange.sample import Sample, SampleMoment, plan_sample
from app.exchange.sample_acts import agree_as_said, reword
from app.exchange.sample_entries import cells_of
from app.exchange.sample_play import SamplePlay
from app.exchange.sample_script import Script, minute_of, read_script
from app.exchange.years_script import (
    Ahead,
    DeskVersion,
    Farewell,
    HandedBack,
    Held,
    Moved,
    Newcomer,
    NewLevel,
    NewRhythm,
    NewState,
    Planned,
    Portrait,
    Settled,
    Term,
    Years,
    read_years,
)
from app.library.journal import Scope
from app.library.library import Library
from app.library.rows import (
    Community,
    Gathering,
    Holding,
    Membership,
    Outcome,
    Person,
    RegisterEntry,
    RhythmEvent,
)
from app.registers.register_entries import EntryFields, add_entry, move_entries, set_cells
from app.working_days import working_day
from app.workshop.planning import WorkshopFields, plan_workshop

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR")
"""The days of a working week, as RFC 5545 names them."""
DESK = time(11)
"""When a coordinator sits at the desk, where the community lives."""
BEFORE = timedelta(minutes=10)
"""How long before a workshop its door opens."""

Act = Callable[[], object]


class YearsPlay:
    """Plays the years in a library of their own, by a clock that the play sets forward."""

    def __init__(
        self,
        library: Library,
        catalogue: Catalogue,
        resources: Path,
        clock: SampleMoment,
        language: str,
        today: date,
    ) -> None:
        """Be ready: ``library`` goes by ``clock``, which stands before the day of the founding."""
        self._library, self._catalogue, self._clock = library, catalogue, clock
        self._script: Script = read_script(resources, language)
        self._years: Years = read_years(resources, language)
        self._workshops = {
            name: read_renewal(resources, language, name) for name in self._years.workshops
        }
        self._zone = ZoneInfo(self._script.community.zone)
        self.launch = working_day(today - timedelta(days=self._years.today))
        self._people: dict[str, str] = {}
        self._first: list[RegisterEntry] = []
        self._written: dict[int, RegisterEntry] = {}

    def play(self, until: str = "") -> Community:
        """From the founding to today, or to the eve of a workshop by its file's name."""
        self._go_to(self._day(self._years.founded), DESK)
        sample = plan_sample(self._library, self._catalogue, self._script, self.launch)
        self._community = sample.community.id
        self._meet()
        self._first = self._library.reader.rows(RegisterEntry, order="id")
        for day, name, act in sorted(self._acts(sample, until), key=lambda one: one[0]):
            if until and name == until:
                break
            self._go_to(day, DESK)
            act()
        return self._library.reader.row(Community, self._community)

    def _acts(self, sample: Sample, until: str) -> list[tuple[date, str, Act]]:
        """All that happens, with its day, and its name if it is a workshop."""
        years, day = self._years, self._day
        written = tuple(enumerate(years.entries))
        found: list[tuple[date, str, Act]] = [(self.launch, "", partial(self._launch, sample))]
        for name, script in self._workshops.items():
            found.append((day(script.workshop.days), name, partial(self._workshop, script)))
        found += [
            *((day(one.on), "", partial(self._state, one)) for one in years.states),
            *((day(one.on), "", partial(self._joins, one)) for one in years.joined),
            *((day(one.on), "", partial(self._leaves, one)) for one in years.left),
            *((day(one.on), "", partial(self._comes_nearer, one)) for one in years.levels),
            *((day(one.on), "", partial(self._gather, one)) for one in years.gatherings),
            *((day(one.on), "", partial(self._portrait, one)) for one in years.portraits),
            *((day(one.on), "", partial(self._hand_back, one)) for one in years.handed_back),
            *((day(one.on), "", partial(self._take_role, one)) for one in years.terms),
            *((day(one.on), "", partial(self._write, at)) for at, one in written),
            *((day(one.at), "", partial(self._move, at)) for at, one in written if one.then),
            *((day(one.on), "", partial(self._move_first, one)) for one in years.moved),
            *((day(one.on), "", partial(self._settle, one)) for one in years.settled),
            *((day(one.on), "", partial(self._version, one)) for one in years.versions),
            *((day(one.on), "", partial(self._recur, one)) for one in years.rhythms),
            *((day(years.today), "", partial(self._plan, one)) for one in years.planned),
            *((day(years.today), "", partial(self._look_ahead, one)) for one in years.ahead),
        ]
        return found

    def _launch(self, sample: Sample) -> None:
        said = self._script.workshop
        self._go_to(self.launch, _at(said.starts), BEFORE)
        SamplePlay(self._library, self._script, sample.workshop, self._clock.go_on).play(
            self.launch
        )

    def _workshop(self, script: Renewal) -> None:
        library = self._library
        community = library.reader.row(Community, self._community)
        workshop = plan_renewal(library, self._catalogue, script, community, self.launch)
        self._go_to(date.fromisoformat(workshop.date), _at(script.workshop.starts), BEFORE)
        RenewalPlay(library, self._catalogue, script, workshop, self._clock.go_on).play()
        self._meet()

    def _state(self, said: NewState) -> None:
        record_state(self._library, self._community, self._day(said.on), said.state, said.reason)

    def _joins(self, said: Newcomer) -> None:
        person = PersonFields(name=said.name, organization=self._script.community.organization)
        add_member(
            self._library,
            self._community,
            MemberFields(
                person=person, level=said.level, unit=said.unit, joined=self._day(said.on)
            ),
        )
        self._meet()

    def _leaves(self, said: Farewell) -> None:
        leave(self._library, self._membership(said.name), self._day(said.on))

    def _comes_nearer(self, said: NewLevel) -> None:
        set_level(self._library, self._community, [self._membership(said.name)], said.level)

    def _gather(self, said: Held) -> None:
        """What was planned for that day, or one nobody planned, and how it went."""
        day = self._day(said.on)
        fields = GatheringFields(
            date=day,
            starts=minute_of(said.starts),
            minutes=said.minutes,
            title=said.title,
            place=said.place or self._script.workshop.place,
            held=True,
            came=said.came,
            helped=said.helped,
            people=tuple(self._people[name] for name in said.people),
        )
        planned = self._library.reader.rows(
            Gathering, community=self._community, date=day.isoformat(), state="planned"
        )
        if planned:
            edit_gathering(self._library, planned[0].id, fields)
        else:
            plan_gathering(self._library, self._community, fields)

    def _portrait(self, said: Portrait) -> None:
        record_reading(self._library, self._community, self._day(said.on), said.stages)

    def _take_role(self, said: Term) -> None:
        deputy = self._people[said.deputy] if said.deputy is not None else None
        fields = HoldingFields(
            role=said.role,
            label=said.label,
            person=self._people[said.person],
            deputy=deputy,
            starts=self._day(said.starts if said.starts is not None else said.on),
            ends=self._day(said.ends) if said.ends is not None else None,
            hours=said.hours,
            review=self._day(said.review) if said.review is not None else None,
            chosen=said.chosen,
            rotation=said.rotation,
        )
        give_role(self._library, self._community, fields)

    def _hand_back(self, said: HandedBack) -> None:
        """The last holding of the role by that person ends, with a note for whoever is next."""
        held = self._library.reader.rows(
            Holding,
            order="starts, id",
            community=self._community,
            role=said.role,
            person=self._people[said.person],
        )[-1]
        fields = HoldingFields(
            role=held.role,
            label=held.label,
            person=held.person,
            deputy=held.deputy,
            starts=date.fromisoformat(held.starts),
            ends=self._day(said.on),
            hours=held.hours,
            chosen=held.chosen,
            rotation=held.rotation,
            handover=said.handover,
        )
        edit_holding(self._library, held.id, fields)

    def _write(self, number: int) -> None:
        said = self._years.entries[number]
        register = self._catalogue.register(said.register)
        cells = cells_of(register, said, self._people, self.launch)
        self._written[number] = add_entry(
            self._library, register, self._community, cells, EntryFields(state=said.state)
        )

    def _move(self, number: int) -> None:
        said = self._years.entries[number]
        register = self._catalogue.register(said.register)
        move_entries(self._library, register, [self._written[number].id], said.then)

    def _move_first(self, said: Moved) -> None:
        entry = self._first[said.number - 1]
        register = self._catalogue.register(entry.register)
        move_entries(self._library, register, [entry.id], said.state)
        if said.effect:
            set_cells(self._library, register, entry.id, {"effect": said.effect})

    def _settle(self, said: Settled) -> None:
        caught = self._library.reader.select(
            Outcome,
            "JOIN workshop ON workshop.id = outcome.workshop"
            " WHERE workshop.community = ? AND outcome.form = ? ORDER BY outcome.id",
            self._community,
            said.form,
        )
        settle_action(self._library, caught[said.number - 1], said.state)

    def _version(self, said: DeskVersion) -> None:
        scope = Scope(self._community)
        for wording in said.wordings:
            reword(self._library, scope, wording)
        language = self._script.community.language
        agree_as_said(self._library, scope, said.agreement, self._day(said.on), language)

    def _recur(self, said: NewRhythm) -> None:
        library = self._library
        (event,) = library.reader.rows(RhythmEvent, community=self._community, title=said.title)
        first = self._day(said.first)
        rule = f"{said.rule};BYDAY={WEEKDAYS[first.weekday()]}"
        fields = msgspec.structs.replace(rhythm_fields(event), rule=rule, date=first)
        change_event(library, Scope(self._community), event, fields)

    def _plan(self, said: Planned) -> None:
        wish = WorkshopFields(
            community=self._community,
            purpose=said.purpose,
            title=said.title,
            date=self._day(said.on).isoformat(),
            zone=self._script.community.zone,
            starts=minute_of(said.starts),
            minutes=said.minutes,
            place=said.place or self._script.workshop.place,
            languages=self._script.workshop.languages,
            expected=said.expected,
            agenda=said.agenda,
        )
        plan_workshop(self._library, self._catalogue, wish)

    def _look_ahead(self, said: Ahead) -> None:
        fields = GatheringFields(
            date=self._day(said.on),
            starts=minute_of(said.starts),
            minutes=said.minutes,
            title=said.title,
            place=said.place or self._script.workshop.place,
        )
        plan_gathering(self._library, self._community, fields)

    def _day(self, days: int) -> date:
        return working_day(self.launch + timedelta(days=days))

    def _go_to(self, day: date, at: time, before: timedelta = timedelta()) -> None:
        self._clock.go_to((datetime.combine(day, at, self._zone) - before).astimezone(UTC))

    def _meet(self) -> None:
        """Know everybody by name."""
        self._people = {one.name: one.id for one in self._library.reader.rows(Person)}

    def _membership(self, name: str) -> str:
        return self._library.reader.rows(
            Membership, community=self._community, person=self._people[name], left=None
        )[0].id


def _at(clock: str) -> time:
    return time(*divmod(minute_of(clock), 60))
