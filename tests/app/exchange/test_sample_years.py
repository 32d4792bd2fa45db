"""The whole sample: five years that end today, in either language, as one change."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from app.catalogue.catalogue import Catalogue
from app.charter.reviewing import reviews_of
from app.charter.versions import agreement_of, versions_of
from app.community.gatherings import gatherings_of, meetings
from app.community.held_roles import RoleLine, roles_of
from app.community.role_history import next_holders, past_holders, vacancies
from app.community.states import states_of
from app.exchange.sample import SampleMoment
from app.exchange.sample_years import import_years, years_clock
from app.exchange.years_play import YearsPlay
from app.exchange.years_script import read_years
from app.library import rows
from app.library.journal import Scope
from app.library.library import Library
from app.library.library_check import check
from app.library.opening import open_library
from app.registers.listing import count
from app.registers.register_entries import entries_of
from app.renewal.since import read_since
from app.resources import resources_folder
from app.words import LANGUAGES

NOW = datetime(2026, 3, 18, 15, tzinfo=UTC)
TODAY = date(2026, 3, 18)


@pytest.fixture(scope="module", params=LANGUAGES)
def lived(
    request: pytest.FixtureRequest, catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Library]:
    """A library that was empty, and has the sample with all its years."""
    path = tmp_path_factory.mktemp("years") / "library.hearth"
    library = open_library(path, SampleMoment(NOW))
    import_years(library, catalogue, resources_folder(), language=request.param)
    yield library
    library.close()


def community_of(library: Library) -> rows.Community:
    """The sample community."""
    (found,) = library.reader.rows(rows.Community)
    return found


def role(library: Library, catalogue: Catalogue, name: str) -> RoleLine:
    """A role of the sample today."""
    lines = roles_of(library.reader, catalogue.roles, community_of(library).id, TODAY)
    return next(line for line in lines if line.role == name)


def test_who_left_stays_away(catalogue: Catalogue, tmp_path: Path) -> None:
    """Also where a weekend puts off the day on which somebody hands a role back and leaves."""
    sunday = datetime(2026, 11, 29, 15, tzinfo=UTC)
    library = open_library(tmp_path / "library.hearth", SampleMoment(sunday))
    import_years(library, catalogue, resources_folder())
    known = list(library.reader.rows(rows.Membership))
    gone = {one.person for one in known if one.left}
    assert len(gone) == 3
    assert gone.isdisjoint(one.person for one in known if not one.left)
    library.close()


def test_it_is_sound_and_ends_today(lived: Library) -> None:
    """What was held lies behind, what is planned ahead, and no workshop is on a weekend."""
    assert check(lived.path).sound
    held = [one for one in lived.reader.rows(rows.Workshop) if one.state == "closed"]
    assert len(held) == 9
    assert max(one.date for one in held) < TODAY.isoformat()
    assert all(one.closed is not None and one.closed[:10] == one.date for one in held)
    assert all(date.fromisoformat(one.date).weekday() < 5 for one in held)
    community = community_of(lived)
    ahead, last = meetings(lived.reader, community.id, TODAY)
    assert (len(ahead), last is not None) == (1, True)
    assert all(one.gathering.helped for one in gatherings_of(lived.reader, community.id)[1:])


def test_an_ending_is_prepared_and_not_taken(lived: Library) -> None:
    """It is planned with its agenda, and the community goes on."""
    (planned,) = lived.reader.rows(rows.Workshop, state="planned")
    assert (planned.purpose, planned.called_off) == ("closing", None)
    assert planned.date > TODAY.isoformat()
    assert "what-we-leave" in {one.exercise for one in lived.reader.rows(rows.Block)}
    assert community_of(lived).ended is None
    told = [one.state for one in states_of(lived.reader, community_of(lived).id)]
    assert told == ["forming", "active", "paused", "reactivated"]


def test_its_charter_has_four_versions_with_reasons(lived: Library) -> None:
    """The last one is on trial; a renewal went through the one before, section by section."""
    versions = versions_of(lived.reader, community_of(lived).id)
    assert [one.number for one in versions] == [4, 3, 2, 1]
    assert [one.status for one in versions] == ["agreed", "replaced", "replaced", "replaced"]
    assert all(one.reason and one.until for one in versions)
    assert versions[0].until is not None
    assert versions[0].until > TODAY.isoformat()
    assert all(agreement_of(lived.reader, one.id) is not None for one in versions)
    renewals = lived.reader.rows(rows.Workshop, order="date", purpose="renewal")
    verdicts = [{one.verdict for one in reviews_of(lived.reader, w.id).values()} for w in renewals]
    assert verdicts == [{"keep", "change", "retire", "add"}, {"keep", "change", "retire"}]


def test_its_roles_have_a_past_a_present_and_a_next(lived: Library, catalogue: Catalogue) -> None:
    """The sponsor left, for months there was none, and another came."""
    coordinator = role(lived, catalogue, "coordinator")
    assert len(past_holders(coordinator, TODAY)) == 3
    assert [one.person.name for one in coordinator.held] == ["Fatoumata Diarra"]
    assert [one.person.name for one in next_holders(coordinator, TODAY)] == ["Kwame Asante"]
    sponsor = role(lived, catalogue, "sponsor")
    assert [one.person.name for one in sponsor.held] == ["Ibrahim Sow"]
    (gap, *_) = vacancies(sponsor, TODAY)
    assert gap.ends is not None
    assert (gap.ends - gap.starts).days > 90
    assert all(one.holding.handover for one in past_holders(coordinator, TODAY)[::2])


def test_its_pulse_was_taken_each_year(lived: Library) -> None:
    """Counted, and closed: nobody's answer is anybody's."""
    rounds = [one for one in lived.reader.rows(rows.Round) if one.form == "answers" and one.run]
    assert len(rounds) == 6  # five pulses, and whether an hour was worth it
    assert all(one.private and one.closed for one in rounds)
    assert all(lived.reader.count(rows.ClosedTally, round=one.id) for one in rounds)


def test_its_registers_are_filled(lived: Library, catalogue: Catalogue) -> None:
    """With what is open and what is over; one promise is late."""
    community = community_of(lived).id
    found = {
        name: entries_of(lived.reader, catalogue.register(name), community)
        for name in ("gives-and-asks", "stories", "legacy", "recognition", "domains", "voice")
    }
    for name, entries in found.items():
        counts = count(catalogue.register(name), entries, TODAY)
        assert 0 < counts.open < counts.all, name
    promises = [one.row.state for one in found["gives-and-asks"]]
    assert {"kept", "late", "promised", "released"} <= set(promises)
    consents = {one.values.get("consent") for one in found["stories"]}
    assert consents == {"facilitator", "room", "community", "organization"}
    states = {one.state for one in lived.reader.rows(rows.Outcome, form="action")}
    assert states == {"open", "done", "dropped"}


def test_a_portrait_is_of_a_group_or_of_the_coordinator(lived: Library) -> None:
    """Each with its day and what it rests on."""
    readings = lived.reader.rows(rows.StageReading)
    assert {one.workshop is None for one in readings} == {True, False}
    assert len({one.date for one in readings}) == 13


def test_there_is_something_to_tell_since_the_last_renewal(
    lived: Library, catalogue: Catalogue
) -> None:
    """What the page since last time says, in each of its parts."""
    since = read_since(lived.reader, catalogue, community_of(lived).id, "community", TODAY)
    assert since.last is not None
    assert since.last.purpose == "renewal"
    assert since.said
    assert since.did


def test_it_is_taken_back_as_one(empty: Library, catalogue: Catalogue) -> None:
    """One change, undone from Home; and it can be put in again."""
    import_years(empty, catalogue, resources_folder(), today=TODAY)
    assert empty.undo_label(Scope()) == "sample-import"
    empty.undo(Scope())
    assert empty.reader.count(rows.Community) == empty.reader.count(rows.Person) == 0
    import_years(empty, catalogue, resources_folder(), today=TODAY)
    assert empty.reader.count(rows.Community) == 1
    assert check(empty.path).sound


def test_it_can_be_told_up_to_the_eve_of_a_renewal(tmp_path: Path, catalogue: Catalogue) -> None:
    """Where the demo takes over."""
    clock = years_clock(resources_folder(), "en", TODAY)
    library = open_library(tmp_path / "eve.hearth", clock)
    library.wait_for_no_disk()
    play = YearsPlay(library, catalogue, resources_folder(), clock, "en", TODAY)
    community = play.play(until="first_renewal")
    assert [one.number for one in versions_of(library.reader, community.id)] == [1]
    assert library.reader.count(rows.Workshop, state="planned") == 0
    library.close()


def test_both_languages_tell_the_same_years() -> None:
    """The same days, people, numbers and states."""
    english, french = (read_years(resources_folder(), language) for language in LANGUAGES)
    assert [(one.on, one.came, one.people) for one in english.gatherings] == [
        (one.on, one.came, one.people) for one in french.gatherings
    ]
    assert [sorted(one.cells) for one in english.entries] == [
        sorted(one.cells) for one in french.entries
    ]
    assert all(
        e.helped != f.helped for e, f in zip(english.gatherings, french.gatherings, strict=True)
    )
