"""The sample community: planned, or played to the end through the functions of the house."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from app.catalogue.catalogue import Catalogue
from app.catalogue.recipe import decode_recipe
from app.charter.clauses import sources_of
from app.charter.versions import agreement_of, frozen_clauses, versions_of
from app.exchange.sample import (
    AHEAD,
    SampleMoment,
    import_sample,
)
from app.exchange.sample_script import minute_of, read_script
from app.kinds.ranked import ranking
from app.library import rows
from app.library.journal import Scope
from app.library.library import Library
from app.library.library_check import check
from app.library.opening import open_library
from app.moment import MachineMoment, instant
from app.registers.cells import Party
from app.registers.listing import count
from app.registers.register_entries import entries_of
from app.resources import resources_folder
from app.words import LANGUAGES
from app.workshop.agenda import BREAK, Layout
from app.workshop.attendance import in_the_room, who_came
from app.workshop.closing import loose_ends, next_meeting
from app.workshop.planning import languages_of, layouts
from tests.app.exchange.conftest import MORNING, Played
from tests.app.exchange.whole import exported
from tests.played import import_played_sample

SCRIPT = read_script(resources_folder(), "en")


def test_the_sample_is_planned_for_two_weeks_from_today(
    empty: Library, catalogue: Catalogue
) -> None:
    """The people, and an agenda that fits; nothing has happened yet."""
    sample = import_sample(empty, catalogue, resources_folder())
    assert sample.workshop.date == "2026-01-29"  # a Thursday, 14 days after
    assert sample.workshop.state == "planned"
    assert empty.reader.count(rows.Membership, community=sample.community.id) == 18
    (layout,) = layouts(empty.reader, sample.workshop.id)
    assert isinstance(layout, Layout)
    agenda = catalogue.agenda(SCRIPT.workshop.agenda)
    assert [slot.block.exercise for slot in layout.slots] == [
        block.exercise or BREAK for block in agenda.blocks
    ]
    assert set(SCRIPT.exercises) <= {slot.block.exercise for slot in layout.slots}
    assert sum(slot.block.minutes for slot in layout.slots) <= SCRIPT.workshop.minutes
    for kind in (rows.Run, rows.Note, rows.StageReading, rows.Holding, rows.Version):
        assert empty.reader.count(kind) == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_registers_tell_of_the_time_before(
    empty: Library, catalogue: Catalogue, language: str
) -> None:
    """In the language asked for; open and over, nothing that was due before. Other registers wait
    for what a workshop writes in them."""
    sample = import_sample(empty, catalogue, resources_folder(), language=language)
    today = date.fromisoformat(sample.workshop.date) - timedelta(AHEAD)
    said = {
        one.cells[column]
        for one in SCRIPT.entries
        for column in ("decision", "promise")
        if column in one.cells
    }
    for name in {one.register for one in SCRIPT.entries}:
        register = catalogue.register(name)
        found = entries_of(empty.reader, register, sample.community.id)
        counts = count(register, found, today)
        assert 0 < counts.open < counts.all
        assert counts.past == 0
        about = {one.values[register.columns[0].id] for one in found}
        assert (about <= said) is (language == "en")
        people = [one for entry in found for one in entry.values.values() if isinstance(one, Party)]
        assert any(one.id and one.name for one in people)


@pytest.mark.parametrize("day", range(17, 24))
def test_the_planned_launch_is_on_no_weekend(
    tmp_path: Path, catalogue: Catalogue, day: int
) -> None:
    """Whatever today is."""
    now = datetime(2026, 1, day, 15, tzinfo=UTC)
    library = open_library(tmp_path / "library.hearth", SampleMoment(now))
    planned = date.fromisoformat(
        import_sample(library, catalogue, resources_folder()).workshop.date
    )
    library.close()
    assert planned.weekday() < 5
    assert timedelta(AHEAD) <= planned - now.date() <= timedelta(AHEAD + 2)


def test_today_is_where_the_community_lives(tmp_path: Path, catalogue: Catalogue) -> None:
    """At four in the morning in Greenwich it is still the day before in Toronto."""
    now = datetime(2026, 1, 15, 4, tzinfo=UTC)
    library = open_library(tmp_path / "library.hearth", SampleMoment(now))
    sample = import_sample(library, catalogue, resources_folder())
    library.close()
    assert sample.workshop.date == "2026-01-28"


def test_the_launch_is_planned_for_the_day_that_is_asked_for(
    empty: Library, catalogue: Catalogue
) -> None:
    """Also a Saturday, also today: whoever asks for it knows why."""
    day = date(2026, 1, 17)
    sample = import_sample(empty, catalogue, resources_folder(), launch=day)
    assert sample.workshop.date == "2026-01-17"


def test_the_sample_is_taken_back_as_one(empty: Library, catalogue: Catalogue) -> None:
    """One change, undone from Home."""
    import_sample(empty, catalogue, resources_folder())
    assert empty.undo_label(Scope()) == "sample-import"
    empty.undo(Scope())
    assert empty.reader.count(rows.Community) == empty.reader.count(rows.Person) == 0
    assert empty.undo_label(Scope()) is None


def test_the_launch_was_played_to_its_end(library: Library, played: Played) -> None:
    """Every block was run as long as planned, and the workshop is closed."""
    reader, workshop = library.reader, played.sample.workshop
    assert reader.row(rows.Workshop, workshop.id).state == "closed"
    assert workshop.date == MORNING.date().isoformat()
    (layout,) = layouts(reader, workshop.id)
    runs = reader.select(rows.Run, "ORDER BY id")
    assert [run.block for run in runs] == [slot.block.id for slot in layout.slots]
    assert all(run.ended for run in runs)
    assert runs[0].started == "2026-01-14T13:30:00.000Z"
    last = layout.slots[-1].ends - minute_of(SCRIPT.workshop.starts)
    assert runs[-1].ended == (MORNING + timedelta(minutes=last)).strftime("%Y-%m-%dT%H:%M:%S.000Z")


def test_all_that_was_said_was_kept(library: Library, played: Played) -> None:
    """Notes in their zones and order, clusters, dots as counted."""
    reader = library.reader
    runs = {reader.row(rows.Block, run.block).exercise: run.id for run in reader.rows(rows.Run)}
    for exercise, gathered in SCRIPT.exercises.items():
        for zone, notes in gathered.notes.items():
            kept = reader.rows(rows.Note, order="position", run=runs[exercise], zone=zone)
            assert [note.text for note in kept] == [note.text for note in notes]
    first = ranking(reader, runs["questions-we-hold"])[0]
    assert (first.notes[0].text[:16], first.dots) == ("When two sources", 14)
    titles = {one.title for one in reader.rows(rows.Cluster)}
    assert titles == {"Knowing who to call", "Time nobody gave us"}
    assert played.sample.community.id == reader.rows(rows.Note)[0].community


def test_roles_decisions_and_actions_were_agreed(library: Library, played: Played) -> None:
    """A yes gives a role with an end; every action has an owner and a date."""
    reader = library.reader
    held = {one.role for one in reader.rows(rows.Holding)}
    assert held == {
        role.role for role in SCRIPT.roles if any(n.answer == "yes" for n in role.names)
    }
    actions = reader.rows(rows.Outcome, form="action", state="open")
    assert len(actions) == len(SCRIPT.actions)
    assert all(action.owner and action.due for action in actions)
    ends = loose_ends(reader, played.sample.workshop)
    assert (ends.unowned, ends.undated, ends.no_next_meeting) == ((), (), False)
    meeting = next_meeting(reader, played.sample.workshop)
    assert meeting is not None
    assert (meeting.date, meeting.starts, meeting.minutes) == ("2026-02-11", 780, 90)


def test_the_charter_was_agreed(library: Library, played: Played) -> None:
    """A version with every clause, its sources, the counts and the reservations."""
    reader = library.reader
    (version,) = versions_of(reader, played.sample.community.id)
    assert (version.status, version.until) == ("agreed", "2026-07-15")
    clauses = {clause.section: clause for clause in frozen_clauses(version)}
    assert set(clauses) == {clause.section for clause in SCRIPT.charter}
    for said in SCRIPT.charter:
        assert clauses[said.section].text == said.whole
        assert len(sources_of(reader, clauses[said.section].id)) == len(said.sources)
        assert len(clauses[said.section].sources) == len(said.sources)
    agreement = agreement_of(reader, version.id)
    assert agreement is not None
    assert agreement.counts == dict(SCRIPT.agreement.stances)
    assert [one.text for one in agreement.reservations] == list(SCRIPT.agreement.reservations)


def test_who_had_to_go_left_early(library: Library, played: Played) -> None:
    """Eighteen came; one left after so many minutes, at the next pause between two steps."""
    reader, workshop = library.reader, played.sample.workshop.id
    assert (who_came(reader, workshop), in_the_room(reader, workshop)) == (18, 17)
    (gone,) = reader.rows(rows.Attendance, state="left")
    assert gone.gone is not None
    (minutes,) = [one.left for one in SCRIPT.members if one.left is not None]
    (layout,) = layouts(reader, workshop)
    steps = [
        step.minutes for slot in layout.slots for step in decode_recipe(slot.block.recipe).steps
    ]
    waited = instant(gone.gone) - (MORNING + timedelta(minutes=minutes))
    assert timedelta(0) <= waited <= timedelta(minutes=max(steps))


def test_it_speaks_the_language_of_whoever_asked(tmp_path: Path, catalogue: Catalogue) -> None:
    """The same people, votes and dates; what they said is in their language throughout."""
    english, french = (read_script(resources_folder(), language) for language in ("en", "fr"))
    clock = SampleMoment(MORNING)
    library = open_library(tmp_path / "french.hearth", clock)
    sample = import_played_sample(
        library, catalogue, resources_folder(), language="fr", later=clock.go_on
    )
    assert (sample.community.name, sample.community.language) == (french.community.name, "fr")
    assert languages_of(sample.workshop) == ("fr", "en")
    kept = {note.text for note in library.reader.rows(rows.Note)}
    library.close()
    for exercise, gathered in french.exercises.items():
        for zone, notes in gathered.notes.items():
            said = english.exercises[exercise].notes[zone]
            assert [one.dots for one in said] == [one.dots for one in notes]
            assert kept.issuperset(one.text for one in notes)
            assert kept.isdisjoint(one.text for one in said)
    assert [one.name for one in english.members] == [one.name for one in french.members]
    assert [one.sources for one in english.charter] == [one.sources for one in french.charter]
    assert [len(one.items) for one in english.charter] == [len(o.items) for o in french.charter]
    assert [[len(row) for row in one.rows] for one in english.charter] == [
        [len(row) for row in one.rows] for one in french.charter
    ]


def test_played_twice_it_is_the_same(tmp_path: Path, catalogue: Catalogue, played: Played) -> None:
    """The same day, the same rows, byte for byte: pictures and exports can be compared."""
    clock = SampleMoment(MORNING)
    library = open_library(tmp_path / "again.hearth", clock)
    sample = import_played_sample(library, catalogue, resources_folder(), later=clock.go_on)
    assert exported(library, sample.community.id) == played.data
    assert check(library.path).sound
    library.close()


def test_it_is_played_by_the_machines_own_clock_too(tmp_path: Path, catalogue: Catalogue) -> None:
    """Where no time can be let pass, all of it happens now."""
    library = open_library(tmp_path / "library.hearth", MachineMoment())
    sample = import_played_sample(library, catalogue, resources_folder())
    assert library.reader.row(rows.Workshop, sample.workshop.id).state == "closed"
    assert library.reader.count(rows.Attendance, state="left") == 1
    assert check(library.path).sound
    library.close()
