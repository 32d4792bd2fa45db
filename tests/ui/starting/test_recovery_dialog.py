"""The library cannot be opened: one sentence, and ways on that lose nothing."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.community.communities import CommunityFields, create_community
from app.library import backup, recovery
from app.library.backup import backups, make_backup
from app.library.opening import open_library
from app.library.rows import Community
from app.library.trouble import CODES, Trouble
from app.resources import resources_folder
from tests.app.community.village import StandingClock
from tests.ui.dress import dress, speak
from tests.ui.fitting import misfits
from tests.ui.opened import Answers, Screens, end
from tests.ui.played import NOW, later_clock
from ui.application import Hearth, start
from ui.awake import MachineAwake
from ui.home.home_screen import HomeScreen
from ui.look.themes import ThemeName
from ui.machine import Machine
from ui.settings import Settings, save_settings
from ui.starting.recovery_dialog import RecoveryDialog, ask_what_to_do

PRIMARY = "primary"


def damage(path: Path) -> None:
    """As a failing disk does."""
    data = bytearray(path.read_bytes())
    data[2048:40960] = os.urandom(40960 - 2048)
    path.write_bytes(bytes(data))


def met(path: Path) -> Trouble:
    """What opening meets."""
    with pytest.raises(Trouble) as found:
        open_library(path, StandingClock()).close()
    return found.value


def ask(qtbot: QtBot, qapp: QApplication, path: Path, trouble: Trouble) -> RecoveryDialog:
    """The dialog, on screen."""
    look = dress(qapp)
    dialog = RecoveryDialog(trouble, path, speak(), look, later_clock())
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def offered(dialog: RecoveryDialog) -> list[str]:
    """The ways on, from the top; the filled one in brackets."""
    found = dialog.findChildren(QPushButton)
    found.sort(key=lambda one: (one.mapTo(dialog, one.rect().topLeft()).y(), one.x()))
    return [f"[{one.text()}]" if one.property("role") == PRIMARY else one.text() for one in found]


def press(button: QPushButton | None) -> None:
    """Click what is offered."""
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def names(path: Path) -> list[str]:
    """The communities in a library file."""
    library = open_library(path, StandingClock())
    found = [one.name for one in library.reader.rows(Community)]
    library.close()
    return found


def aside(path: Path) -> list[Path]:
    """What was set aside."""
    return sorted(path.parent.glob("library set aside *.hearth"))


def test_a_damaged_library_with_a_good_copy(
    qtbot: QtBot, qapp: QApplication, library: Path
) -> None:
    """The copy is the way on; the damaged file is set aside as it is."""
    make_backup(library, NOW, "workshop")
    damage(library)
    before = library.read_bytes()
    dialog = ask(qtbot, qapp, library, met(library))
    assert dialog.said.text().startswith(f"{library} is damaged")
    assert offered(dialog) == [
        "[Open the backup of 15 Jan 2026, 13:00]",
        "Begin with an empty library",
        "Try again",
        "Quit",
    ]
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.result() == RecoveryDialog.DialogCode.Accepted
    assert names(library) == ["Spatial Data Stewards"]
    assert [one.read_bytes() for one in aside(library)] == [before]


def test_the_newest_copy_that_is_good(qtbot: QtBot, qapp: QApplication, library: Path) -> None:
    """A damaged copy is passed over."""
    make_backup(library, NOW, "hand")
    clock = later_clock()
    clock.go_on(hours=2)
    make_backup(library, clock.now(), "hand")
    damage(backups(library)[0].path)
    damage(library)
    dialog = ask(qtbot, qapp, library, met(library))
    assert offered(dialog)[0] == "[Open the backup of 15 Jan 2026, 13:00]"


def test_a_damaged_library_without_any_copy(
    qtbot: QtBot, qapp: QApplication, library: Path
) -> None:
    """That there is none is said, and where one looked; an empty one is the way on."""
    damage(library)
    before = library.read_bytes()
    dialog = ask(qtbot, qapp, library, met(library))
    assert offered(dialog) == ["[Begin with an empty library]", "Try again", "Quit"]
    press(dialog.empty_button)
    assert dialog.result() == RecoveryDialog.DialogCode.Accepted
    assert names(library) == []
    assert [one.read_bytes() for one in aside(library)] == [before]


def test_a_file_that_is_no_library(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    """A text, a picture: left as it is."""
    path = tmp_path / "library.hearth"
    path.write_text("Dear diary, " * 500)
    trouble = met(path)
    assert trouble.code == "not-a-library"
    dialog = ask(qtbot, qapp, path, trouble)
    assert "is not a Hearth library" in dialog.said.text()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.result() == RecoveryDialog.DialogCode.Rejected
    assert path.read_text().startswith("Dear diary")
    assert aside(path) == []


def test_a_later_library_is_left_untouched(qtbot: QtBot, qapp: QApplication, library: Path) -> None:
    """No copy is offered in its place, and no empty one."""
    with closing(sqlite3.connect(library)) as connection:
        connection.execute("PRAGMA user_version = 99")
        connection.commit()
    before = library.read_bytes()
    trouble = met(library)
    assert trouble.code == "newer"
    dialog = ask(qtbot, qapp, library, trouble)
    assert offered(dialog) == ["Try again", "[Quit]"]
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.result() == RecoveryDialog.DialogCode.Rejected
    assert library.read_bytes() == before


def test_open_in_another_window(qtbot: QtBot, qapp: QApplication, library: Path) -> None:
    """Close it there, try again here."""
    other = open_library(library, later_clock())
    trouble = met(library)
    assert trouble.code == "open-elsewhere"
    dialog = ask(qtbot, qapp, library, trouble)
    assert "another window of Hearth" in dialog.said.text()
    assert offered(dialog) == ["[Try again]", "Quit"]
    other.close()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.result() == RecoveryDialog.DialogCode.Accepted
    open_library(library, later_clock()).close()


@pytest.mark.parametrize("code", ["read-only", "disk-full", "no-such-place", "locked"])
def test_what_passes_is_tried_again(
    qtbot: QtBot, qapp: QApplication, library: Path, code: str
) -> None:
    """And nothing else is offered: nothing is wrong with the file."""
    dialog = ask(qtbot, qapp, library, Trouble(code, path=str(library)))
    assert offered(dialog) == ["[Try again]", "Quit"]
    assert "typed" not in dialog.said.text()


def test_a_copy_that_cannot_be_put_in_place_leaves_all_as_it_was(
    qtbot: QtBot, qapp: QApplication, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A sentence, and the other ways are still open."""

    def full(source: Path, target: Path) -> None:
        raise Trouble("disk-full", path=str(target))

    make_backup(library, NOW, "workshop")
    damage(library)
    before = library.read_bytes()
    dialog = ask(qtbot, qapp, library, met(library))
    with monkeypatch.context() as patch:
        patch.setattr(backup, "copy_library", full)
        press(dialog.backup_button)
    assert dialog.isVisible()
    assert "The disk is full" in dialog.said.text()
    assert misfits(dialog) == []
    assert library.read_bytes() == before
    assert aside(library) == []
    press(dialog.backup_button)
    assert names(library) == ["Spatial Data Stewards"]


def test_an_empty_library_that_cannot_be_begun_says_so(
    qtbot: QtBot, qapp: QApplication, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As when another window has just opened it."""

    def held(path: Path, now: object) -> None:
        raise Trouble("open-elsewhere", path=str(path))

    damage(library)
    dialog = ask(qtbot, qapp, library, met(library))
    monkeypatch.setattr(recovery.backup, "set_aside", held)  # type: ignore[attr-defined]
    press(dialog.empty_button)
    assert dialog.isVisible()
    assert "another window of Hearth" in dialog.said.text()


@pytest.mark.parametrize("code", sorted(CODES))
def test_whatever_it_meets_it_has_a_sentence(
    qtbot: QtBot, qapp: QApplication, library: Path, code: str
) -> None:
    """And a way to leave."""
    facts = dict.fromkeys(CODES[code], "x")
    dialog = ask(qtbot, qapp, library, Trouble(code, **facts))
    assert len(dialog.said.text()) > 20
    assert dialog.quit.isVisible()


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(("theme", "text"), [("light", 80), ("dark", 100), ("contrast", 200)])
def test_nothing_is_cut(
    qtbot: QtBot, qapp: QApplication, library: Path, language: str, theme: ThemeName, text: int
) -> None:
    """With copies and without, in every look, a long path in it."""
    deep = library.parent / "a folder with a rather long name" / "and another one in it"
    deep.mkdir(parents=True)
    path = deep / library.name
    library.rename(path)
    look = dress(qapp, theme, text)
    for code in ("damaged", "newer", "open-elsewhere"):
        for copied in (False, True):
            if copied and not backups(path):
                make_backup(path, NOW, "hand")
            trouble = Trouble(code, path=str(path))
            dialog = RecoveryDialog(trouble, path, speak(language), look, later_clock())
            qtbot.addWidget(dialog)
            dialog.show()
            assert misfits(dialog) == []
            assert dialog.width() <= 1200
            assert dialog.height() <= 720


def test_the_window_opens_over_what_was_taken_back(
    qtbot: QtBot, qapp: QApplication, library: Path
) -> None:
    """From a damaged file to Home, by Enter."""
    make_backup(library, NOW, "workshop")
    damage(library)
    folder = library.parent
    save_settings(folder / "settings.json", Settings(language="en", theme="light"))
    answers = Answers()
    machine = Machine(
        moment=later_clock(),
        dialogs=answers.for_words,
        monitors=Screens(),
        awake=MachineAwake(()),
        settings_file=folder / "settings.json",
        resources=resources_folder(),
    )
    asked: list[str] = []

    def recover(trouble: Trouble) -> bool:
        asked.append(trouble.code)
        _when_open(_press_primary)
        return ask_what_to_do(trouble, library, speak(), dress(qapp), machine.moment)

    hearth = start(qapp, library, machine, recover)
    assert isinstance(hearth, Hearth)
    try:
        hearth.window.home()
        hearth.window.show()
        assert isinstance(hearth.window.screen_shown, HomeScreen)
        assert [one.name for one in hearth.library.reader.rows(Community)] == [
            "Spatial Data Stewards"
        ]
        create_community(hearth.library, CommunityFields(name="Work goes on"))
    finally:
        end(hearth)
    assert asked == ["damaged"]


def test_quitting_opens_nothing(qtbot: QtBot, qapp: QApplication, library: Path) -> None:
    """Escape is enough."""
    damage(library)
    before = library.read_bytes()
    machine = Machine(
        moment=later_clock(),
        dialogs=Answers().for_words,
        monitors=Screens(),
        awake=MachineAwake(()),
        settings_file=library.parent / "settings.json",
        resources=resources_folder(),
    )

    def recover(trouble: Trouble) -> bool:
        _when_open(lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Escape))
        return ask_what_to_do(trouble, library, speak(), dress(qapp), machine.moment)

    assert start(qapp, library, machine, recover) is None
    assert library.read_bytes() == before


def _press_primary(dialog: RecoveryDialog) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Return)


def _when_open(act: Callable[[RecoveryDialog], None]) -> None:
    """Do something in the dialog once it waits for an answer."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, RecoveryDialog):
            act(dialog)
        else:
            QTimer.singleShot(10, look)

    QTimer.singleShot(0, look)
