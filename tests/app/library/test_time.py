"""Time: instants in UTC, plans in their own zone, clocks as events, ids in the order of time."""

import os
import subprocess
import sys
from contextlib import closing
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.library.library import Library
from app.library.opening import open_library
from app.library.rows import ClockEvent, Heartbeat, Person, Session, Workshop
from app.moment import MachineMoment, day, instant, stamp, uuid7
from tests.app.library.settings import StillMoment, add, community, person, second

ZONES = st.timezones()
EARLY = datetime(1970, 1, 2)  # noqa: DTZ001


def test_an_instant_is_kept_in_utc() -> None:
    toronto = datetime(2026, 3, 8, 1, 59, 59, 999_999, tzinfo=ZoneInfo("America/Toronto"))
    assert stamp(toronto) == "2026-03-08T06:59:59.999Z"
    assert instant("2026-03-08T06:59:59.999Z") == toronto.replace(microsecond=999_000)
    assert instant(stamp(toronto)).utcoffset() == timedelta(0)


@given(moments=st.lists(st.datetimes(min_value=EARLY, timezones=ZONES), max_size=8))
def test_stamps_sort_as_time_does(moments: list[datetime]) -> None:
    stamps = sorted(stamp(moment) for moment in moments)
    assert [instant(text) for text in stamps] == sorted(instant(text) for text in stamps)
    for moment in moments:
        assert abs(instant(stamp(moment)) - moment.astimezone(UTC)) < timedelta(milliseconds=1)


def test_a_time_without_a_zone_is_no_instant() -> None:
    with pytest.raises(ValueError, match="zone"):
        stamp(datetime(2026, 1, 15))  # noqa: DTZ001
    five_behind = timezone(timedelta(hours=-5))
    assert stamp(datetime(2026, 1, 15, tzinfo=five_behind)) == "2026-01-15T05:00:00.000Z"


def test_what_is_planned_keeps_its_wall_time(library: Library, moment: StillMoment) -> None:
    home = community(library)
    workshop = Workshop(
        id="w",
        community=home.id,
        purpose="launch",
        title="Launch",
        date="2026-11-01",
        zone="America/Toronto",
        created=stamp(moment.now()),
    )
    add(
        library,
        home,
        workshop,
        Session(id="s", workshop="w", date="2026-11-01", starts=13 * 60 + 30, minutes=210),
    )
    library.close()
    with closing(open_library(library.path, moment)) as again:
        planned = again.reader.row(Session, "s")
        zone = ZoneInfo(again.reader.row(Workshop, "w").zone)
    assert (day(planned.date), planned.starts) == (date(2026, 11, 1), 810)
    starts = datetime(2026, 11, 1, 13, 30, tzinfo=zone)
    assert stamp(starts) == "2026-11-01T18:30:00.000Z", "clocks went back that night"


def test_clocks_are_kept_as_events(library: Library, moment: StillMoment) -> None:
    events = []
    for what, seconds in (("set", 600), ("pause", 0), ("resume", 0), ("add", 60)):
        moment.pass_by(90)
        events.append(
            ClockEvent(
                id=moment.new_id(),
                workshop="w",
                run="r",
                step=1,
                what=what,
                seconds=seconds,
                at=stamp(moment.now()),
            )
        )
        with library.keep() as writer:
            writer.add(events[-1])
            writer.put(Heartbeat(workshop="w", at=stamp(moment.now())))
    library.close()
    with closing(open_library(library.path, moment)) as again:
        assert again.reader.rows(ClockEvent, run="r") == events
        assert [row.at for row in again.reader.rows(Heartbeat)] == [events[-1].at]
    with closing(second(library.path)) as other:
        assert other.execute("SELECT count(*) FROM entry").fetchone() == (0,)


def test_ids_come_in_the_order_they_were_asked_for() -> None:
    moment = MachineMoment()
    ids = [moment.new_id() for _ in range(20_000)]
    assert ids == sorted(ids)
    assert len(set(ids)) == len(ids)
    assert all(len(one) == 32 and one[12] == "7" and one[16] in "89ab" for one in ids)


def test_ids_keep_their_order_when_the_clock_is_set_back(monkeypatch: pytest.MonkeyPatch) -> None:
    moment = MachineMoment()
    at = 1_800_000_000_000
    ids = []
    for step in (0, 5, -3_600_000, 0, -1, 6):
        monkeypatch.setattr("app.moment.time.time_ns", lambda step=step: (at + step) * 1_000_000)
        ids.append(moment.new_id())
    assert ids == sorted(ids)
    assert len(set(ids)) == 6


def test_ids_overflow_into_the_next_millisecond(monkeypatch: pytest.MonkeyPatch) -> None:
    moment = MachineMoment()
    monkeypatch.setattr("app.moment.time.time_ns", lambda: 1_800_000_000_000_000_000)
    moment.follow(uuid7(1_800_000_000_000, (1 << 74) - 1))
    assert moment.new_id() == uuid7(1_800_000_000_001, 0)


def test_ids_follow_those_of_a_library_though_the_clock_was_set_back(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a laptop's is whose battery died: in another year, and nothing loses its order."""
    at = 1_800_000_000_000
    ids = []
    for days in (0, -400, -399, 1):
        now = (at + days * 86_400_000) * 1_000_000
        monkeypatch.setattr("app.moment.time.time_ns", lambda now=now: now)
        with closing(open_library(path, MachineMoment())) as library:
            add(library, person(library, f"{days}"))
            with library.keep() as writer:
                new = library.moment.new_id()
                writer.add(ClockEvent(id=new, workshop="w", run="r", step=0, what="set", at="now"))
            ids += [library.reader.rows(Person)[-1].id, new]
            assert [row.name for row in library.reader.rows(Person)][-1] == f"{days}"
    assert ids == sorted(ids)
    assert len(set(ids)) == 8


@pytest.mark.parametrize("odd", ["f" * 32, "home", "7" * 31, "01a1fe35c860700080000000000000zz"])
def test_an_id_of_another_making_leads_nowhere(path: Path, odd: str) -> None:
    """A file from elsewhere may hold any: none of them is taken for a time."""
    with closing(open_library(path, MachineMoment())) as library:
        add(library, msgspec.structs.replace(person(library), id=odd))
    moment = MachineMoment()
    before = moment.new_id()
    with closing(open_library(path, moment)):
        after = moment.new_id()
    assert int(after[:12], 16) - int(before[:12], 16) < 600_000


@given(
    milliseconds=st.integers(0, (1 << 47) - 1),
    chance=st.integers(0, (1 << 74) - 1),
)
def test_any_id_is_followed(milliseconds: int, chance: int) -> None:
    moment = MachineMoment()
    last = uuid7(milliseconds, chance)
    moment.follow(last)
    assert moment.new_id() > last


def test_zones_are_shipped() -> None:
    """A machine without a zone database of its own still knows every zone."""
    code = "from zoneinfo import ZoneInfo; print(ZoneInfo('America/Toronto').key)"
    bare = {**os.environ, "PYTHONTZPATH": ""}
    done = subprocess.run([sys.executable, "-c", code], env=bare, capture_output=True, text=True)
    assert done.stdout.strip() == "America/Toronto"


def test_the_machine_s_clock_is_in_utc() -> None:
    moment = MachineMoment()
    assert moment.now().utcoffset() == timedelta(0)
    assert moment.monotonic() <= moment.monotonic()
