"""Backups are thinned with age, to hours, days and weeks; what must stay stays."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.library.backup import (
    LATEST,
    NEVER_THINNED,
    Backup,
    backup_folder,
    backup_name,
    backups,
    thin,
)

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
        (backup_folder(folder) / backup_name(NOW - timedelta(seconds=age), why, 0)).touch()
    (backup_folder(folder) / "notes of my own.hearth").touch()
    before = backups(folder)
    gone = thin(folder, NOW)
    after = backups(folder)
    assert set(gone) == {one.path for one in before} - {one.path for one in after}
    assert before[:LATEST] == after[:LATEST]
    thinned = [one for one in after if one.why not in NEVER_THINNED]
    newest: dict[object, Backup] = {}
    for one in before:
        if one.why in NEVER_THINNED:
            assert one in after, "the last of an older schema stays"
        else:
            newest.setdefault(slot(one.made, NOW), one)
    latest = {one for one in before[:LATEST] if one.why not in NEVER_THINNED}
    assert set(thinned) == {*newest.values(), *latest}, "one for each, and the latest"
    assert thin(folder, NOW) == []
    assert (backup_folder(folder) / "notes of my own.hearth").exists()


def test_a_year_of_hourly_backups_stays_small(folder: Path) -> None:
    for old in backup_folder(folder).iterdir():
        old.unlink()
    now = NOW
    for number in range(24 * 90):
        now += timedelta(hours=1)
        (backup_folder(folder) / backup_name(now, "start", number)).touch()
        if now.hour == 0:
            thin(folder, now)
    thin(folder, now)
    assert len(backups(folder)) <= 24 + 14 + 14
    oldest = backups(folder)[-1].made
    assert oldest - NOW < timedelta(days=8), "the first week is still there"


def made_ago(folder: Path, *ages: timedelta, why: str = "start") -> list[Path]:
    """Backups of those ages, the latest first, below as many others as always stay."""
    for old in backup_folder(folder).iterdir():
        old.unlink()
    for number in range(LATEST):
        (backup_folder(folder) / backup_name(NOW, "hand", 1000 + number)).touch()
    numbers = range(len(ages), 0, -1)
    files = [
        backup_folder(folder) / backup_name(NOW - age, why, number)
        for age, number in zip(ages, numbers, strict=True)
    ]
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


def test_a_start_ten_years_ahead_takes_little_and_is_not_offered_for_ever(folder: Path) -> None:
    """Seventeen backups of a fortnight, then one start with a wrong clock, then a right one."""
    made_ago(folder, *(timedelta(hours=20 * age) for age in range(17)))
    ahead = NOW + timedelta(days=3650)
    (backup_folder(folder) / backup_name(ahead, "start", 2000)).touch()
    thin(folder, ahead)
    weeks = {one.made.isocalendar()[:2] for one in backups(folder)}
    assert {(NOW - timedelta(hours=20 * age)).isocalendar()[:2] for age in range(17)} <= weeks
    (backup_folder(folder) / backup_name(NOW + timedelta(hours=1), "start", 2001)).touch()
    assert backups(folder)[0].made == NOW + timedelta(hours=1), "the one that was made last"
