"""Backups are thinned with age, to hours, days and weeks; what must stay stays."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.library.backup import NEVER_THINNED, Backup, backup_folder, backup_name, backups, thin

NOW = datetime(2026, 6, 15, 12, 0, tzinfo=UTC)

AGES = st.lists(
    st.tuples(
        st.integers(-3600, 400 * 24 * 3600), st.sampled_from(["start", "workshop", "migration"])
    ),
    max_size=60,
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library's place, without a library."""
    path = tmp_path_factory.mktemp("thinned") / "library.hearth"
    backup_folder(path).mkdir()
    return path


def slot(made: datetime, now: datetime) -> tuple[str, object]:
    """The hour, day or week that a backup stands for, by its age."""
    if now - made < timedelta(days=1):
        return "hour", made.replace(minute=0, second=0, microsecond=0)
    if now - made < timedelta(days=14):
        return "day", made.date()
    return "week", made.isocalendar()[:2]


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ages=AGES)
def test_thinned_to_hours_days_and_weeks(folder: Path, ages: list[tuple[int, str]]) -> None:
    for old in backup_folder(folder).iterdir():
        old.unlink()
    for age, why in ages:
        (backup_folder(folder) / backup_name(NOW - timedelta(seconds=age), why)).touch()
    (backup_folder(folder) / "notes of my own.hearth").touch()
    before = backups(folder)
    gone = thin(folder, NOW)
    after = backups(folder)
    assert set(gone) == {one.path for one in before} - {one.path for one in after}
    thinned = [one for one in after if one.why not in NEVER_THINNED]
    slots = [slot(one.made, NOW) for one in thinned]
    assert len(set(slots)) == len(slots), "one for each"
    newest: dict[object, Backup] = {}
    for one in before:
        if one.why in NEVER_THINNED:
            assert one in after, "the last of an older schema stays"
        else:
            newest.setdefault(slot(one.made, NOW), one)
    assert thinned == sorted(newest.values(), key=lambda one: one.made, reverse=True)
    assert thin(folder, NOW) == []
    assert (backup_folder(folder) / "notes of my own.hearth").exists()


def test_a_year_of_hourly_backups_stays_small(folder: Path) -> None:
    for old in backup_folder(folder).iterdir():
        old.unlink()
    now = NOW
    for _ in range(24 * 90):
        now += timedelta(hours=1)
        (backup_folder(folder) / backup_name(now, "start")).touch()
        if now.hour == 0:
            thin(folder, now)
    thin(folder, now)
    assert len(backups(folder)) <= 24 + 14 + 14
    oldest = backups(folder)[-1].made
    assert oldest - NOW < timedelta(days=8), "the first week is still there"


def made_ago(folder: Path, *ages: timedelta, why: str = "start") -> list[Path]:
    """Backups of those ages alone, in the order given."""
    for old in backup_folder(folder).iterdir():
        old.unlink()
    files = [backup_folder(folder) / backup_name(NOW - age, why) for age in ages]
    for file in files:
        file.touch()
    return files


def test_what_thinning_never_takes(folder: Path) -> None:
    """The last of an older schema, and what a person asked for; NOW is noon."""
    old = [timedelta(days=20, minutes=minute) for minute in (1, 2)]
    for why in ("migration", "hand"):
        made_ago(folder, *old, why=why)
        assert thin(folder, NOW) == [], why
    for why in ("start", "workshop"):
        assert thin(folder, NOW) == made_ago(folder, *old, why=why)[2:]
        assert len(thin(folder, NOW)) == 1, why


def test_two_weeks_of_days(folder: Path) -> None:
    """One a day until then, one a week from then on: on 17 June, from the third, a Wednesday."""
    now = NOW + timedelta(days=2)
    wednesday, tuesday = timedelta(days=12), timedelta(days=12, hours=20)
    made_ago(folder, wednesday - timedelta(minutes=1), tuesday)
    assert thin(folder, now) == [], "of two days"
    made = made_ago(folder, wednesday, tuesday)
    assert thin(folder, now) == [made[1]], "of one week"


def test_backups_of_a_clock_that_was_set_back_stay(folder: Path) -> None:
    """What seems to be of next month is as young as anything."""
    made_ago(folder, timedelta(days=-30), timedelta(days=-30, hours=1), timedelta(days=-31))
    assert thin(folder, NOW) == []
