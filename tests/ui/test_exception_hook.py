"""What nobody expected: a report, one sentence, and the work goes on."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.exchange.sample import SampleMoment
from app.library.trouble import Trouble
from tests.ui.opened import Opened, opened
from ui.bug_report import save_bug_report
from ui.exception_hook import AGAIN, ExceptionHook

NOON = datetime(2026, 1, 14, 12, 0, tzinfo=UTC)


@pytest.fixture
def clock() -> SampleMoment:
    """Noon, until the test lets time pass."""
    return SampleMoment(NOON)


@pytest.fixture
def house(qapp: QApplication, tmp_path: Path) -> Iterator[Opened]:
    """Hearth, its window open."""
    with opened(qapp, tmp_path / "house") as found:
        yield found


def bug() -> None:
    """A mistake of ours."""
    raise ZeroDivisionError("caf\ud83d")  # half a character, as damaged text has


def another() -> None:
    """Another mistake, elsewhere."""
    raise KeyError("who")


def befall(mishaps: ExceptionHook, act: Callable[[], None]) -> None:
    """Let something unexpected happen, as Qt does when a slot raises."""
    try:
        act()
    except Exception as error:  # noqa: BLE001 - that is what arrives there
        mishaps.handle(type(error), error, error.__traceback__)


def reports(folder: Path) -> list[Path]:
    """The reports in a folder."""
    return sorted(folder.glob("hearth report *.txt"))


def test_a_bug_has_a_report_and_is_told_once(tmp_path: Path, clock: SampleMoment) -> None:
    """A clock that ticks into the same wall every second is told of once in a while."""
    told: list[Path | None] = []
    mishaps = ExceptionHook(tmp_path / "library.hearth", clock)
    mishaps.tell = told.append
    for _ in range(3):
        befall(mishaps, bug)
        clock.go_on(minutes=AGAIN / 60 / 4)
    (report,) = reports(tmp_path)
    assert told == [report]
    text = report.read_text()
    assert "ZeroDivisionError" in text
    assert "in bug" in text
    clock.go_on(minutes=AGAIN / 60)
    befall(mishaps, bug)
    assert (told, reports(tmp_path)) == ([report, report], [report])
    befall(mishaps, another)
    assert (len(told), len(reports(tmp_path))) == (3, 2)


def test_a_trouble_nobody_met_is_a_sentence_and_no_report(
    tmp_path: Path, clock: SampleMoment
) -> None:
    """A disk that is gone while something is only shown is no bug of ours."""

    def gone() -> None:
        raise Trouble("disk-full", path="library.hearth")

    said: list[str] = []
    mishaps = ExceptionHook(tmp_path / "library.hearth", clock)
    mishaps.say = lambda trouble: said.append(trouble.code)
    befall(mishaps, gone)
    assert said == ["disk-full"]
    assert reports(tmp_path) == []


def test_before_there_is_a_window_nothing_breaks(tmp_path: Path, clock: SampleMoment) -> None:
    """Nobody to tell: the report is there all the same."""
    befall(ExceptionHook(tmp_path / "library.hearth", clock), bug)
    assert len(reports(tmp_path)) == 1


def test_stopping_it_from_the_terminal_is_no_mishap(tmp_path: Path, clock: SampleMoment) -> None:
    """Ctrl+C ends the program with the code shells expect."""
    with pytest.raises(SystemExit) as left:
        ExceptionHook(tmp_path / "library.hearth", clock).handle(
            KeyboardInterrupt, KeyboardInterrupt(), None
        )
    assert left.value.code == 130
    assert reports(tmp_path) == []


def test_no_report_is_written_over_another(tmp_path: Path) -> None:
    """Two in one second are two files."""
    first = save_bug_report(KeyError("one"), tmp_path / "library.hearth", NOON)
    second = save_bug_report(KeyError("two"), tmp_path / "library.hearth", NOON)
    assert first is not None
    assert second is not None
    assert ("one" in first.read_text(), "two" in second.read_text()) == (True, True)


def test_where_the_library_lies_in_no_folder_it_goes_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Among temporary files; and where even that is full, it is said that there is none."""
    (tmp_path / "file").touch()
    nowhere = tmp_path / "file" / "library.hearth"
    elsewhere = tmp_path / "temporary"
    elsewhere.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(elsewhere))
    report = save_bug_report(KeyError("who"), nowhere, NOON)
    assert report is not None
    assert report.parent == elsewhere
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "file"))
    assert save_bug_report(KeyError("who"), nowhere, NOON) is None


def test_the_window_says_it_and_goes_on(qtbot: QtBot, house: Opened, clock: SampleMoment) -> None:
    """One sentence with the place of the report; the next thing works."""
    hearth = house.hearth
    mishaps = ExceptionHook(hearth.library.path, clock)
    mishaps.tell, mishaps.say = hearth.tell_mishap, hearth.say_trouble
    QTimer.singleShot(0, bug)
    with qtbot.captureExceptions() as raised:
        qtbot.waitUntil(lambda: bool(raised))
    mishaps.handle(*raised[0])
    (report,) = reports(hearth.library.path.parent)
    said = hearth.window.notice.sentence.text()
    assert str(report) in said
    assert "Something unexpected happened" in said
    assert "Traceback" not in said
    hearth.window.settings()
    assert hearth.window.screen_shown is not None
    hearth.tell_mishap(None)
    assert "could not be written" in hearth.window.notice.sentence.text()
