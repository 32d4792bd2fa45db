"""A library that may not be written opens to be read and exported, and never looks otherwise."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from app.library import opening
from tests.ui.opened import Opened, opened
from tests.ui.played import later_clock, lay_library, play_library, the_community, the_workshop
from ui.community.community_screen import CommunityScreen
from ui.community.ending_dialog import EndingDialog
from ui.exporting.export_dialog import ExportDialog
from ui.parts.reading import changes_nothing
from ui.parts.sentences import SentenceBar


@pytest.fixture(scope="session")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library in which the launch was played."""
    return play_library(tmp_path_factory.mktemp("played"))


@pytest.fixture
def only_read(played: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Its folder, on a medium that may not be written (an administrator may write anywhere)."""
    lay_library(played, tmp_path)
    monkeypatch.setattr(opening, "may_write", lambda path: False)
    return tmp_path


def visits(house: Opened) -> dict[str, Callable[[], None]]:
    """Every screen that can be gone to."""
    window, world = house.hearth.window, house.hearth
    community, workshop = the_community(house).id, the_workshop(house).id
    return {
        "home": window.home,
        "community": lambda: window.community(community),
        "people": lambda: window.people(community),
        "charter": lambda: window.charter(community),
        "renewal": lambda: window.renewal(community),
        "portfolio": window.portfolio,
        "portfolio of one": lambda: window.portfolio(community),
        "design": lambda: window.design(workshop),
        "closing": lambda: window.closing(workshop),
        "cockpit": lambda: window.cockpit(workshop),
        "exercises": window.exercises,
        "reading": window.reading,
        "search": window.search,
        "settings": window.settings,
        **{
            f"register {one.id}": partial(window.register, community, one.id)
            for one in world.catalogue.registers
        },
    }


def offered(window: QWidget) -> list[str]:
    """What looks as if it could change the library."""
    found = []
    for one in window.findChildren(QWidget):
        if not one.isVisible() or changes_nothing(one):
            continue
        if isinstance(one, QLineEdit | QPlainTextEdit | QTextEdit):
            inviting = not one.isReadOnly()
        elif isinstance(one, QAbstractButton | QComboBox | QAbstractSpinBox):
            inviting = one.isEnabled()
        else:
            continue
        if inviting:
            found.append(f"{type(one).__name__} {one.accessibleName()}")
    return found


@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_screen_looks_writable(
    qapp: QApplication, only_read: Path, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = only_read / "library.hearth"
    before = library.read_bytes()
    with opened(qapp, only_read, language=language, moment=later_clock()) as house:
        window = house.hearth.window
        said = house.hearth.speech(language)("window.only-read", path=str(library))
        for name, go in visits(house).items():
            go()
            QTest.qWait(1)
            assert offered(window) == [], name
            bars = [bar.sentence.text() for bar in window.findChildren(SentenceBar)]
            assert said in bars, name
    assert library.read_bytes() == before


def test_what_is_tried_all_the_same_is_refused_in_a_sentence(
    qapp: QApplication, only_read: Path
) -> None:
    with opened(qapp, only_read, moment=later_clock()) as house:
        house.hearth.window.community(the_community(house).id)
        house.hearth.window.undo()
        assert "read only" in house.hearth.window.notice.sentence.text()


def test_what_only_reads_stays_in_reach(qapp: QApplication, only_read: Path) -> None:
    with opened(qapp, only_read, moment=later_clock()) as house:
        window = house.hearth.window
        window.charter(the_community(house).id)
        QTest.qWait(1)
        buttons = [one for one in window.findChildren(QAbstractButton) if one.isEnabled()]
        words = house.hearth.speech("en")
        names = {one.accessibleName() for one in buttons}
        assert {words("charter.export"), words("window.search")} <= names
        window.search()
        QTest.qWait(1)
        assert any(not one.isReadOnly() for one in window.findChildren(QLineEdit))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_what_a_community_would_leave_is_read_and_nothing_of_it_done(
    qapp: QApplication, only_read: Path, language: str
) -> None:
    """What is open before an ending is shown; the page is written, the ending is not."""
    with opened(qapp, only_read, language=language, moment=later_clock()) as house:
        window = house.hearth.window
        window.community(the_community(house).id)
        QTest.qWait(1)
        page = window.screen_shown
        assert isinstance(page, CommunityScreen)
        QTest.mouseClick(page.ending_button, Qt.MouseButton.LeftButton)
        QTest.qWait(1)
        (dialog,) = [one for one in window.findChildren(EndingDialog) if one.isVisible()]
        assert offered(dialog) == []
        assert dialog.focusWidget() is dialog.close_button
        QTest.mouseClick(dialog.page_button, Qt.MouseButton.LeftButton)
        QTest.qWait(1)
        assert [one for one in window.findChildren(ExportDialog) if one.isVisible()]
