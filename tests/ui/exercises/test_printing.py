"""An exercise printed or saved from the screen where it is read."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.exercises.shelf import Reading
from tests.ui.fitting import settle
from ui.exporting.export_dialog import ExportDialog


def test_it_is_printed_as_it_is_read(exercises: Reading, qtbot: QtBot, tmp_path: Path) -> None:
    """By a key; for as many people, as long and in the way that was chosen; nobody is asked for
    whom it is."""
    screen, window = exercises.screen, exercises.house.hearth.window
    screen.cards.choose("hopes-and-fears")
    screen.page.knobs.sizes[2].click()
    screen.page.knobs.ways[1].click()
    QTest.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    settle()
    (dialog,) = window.findChildren(ExportDialog)
    request = dialog.request()
    assert (request.subject, request.people, request.way) == ("hopes-and-fears", 40, "online")
    assert request.minutes == screen.page.knobs.minutes
    assert "audience" not in dialog.form.values()
    assert not dialog.left_out.isVisible()
    assert dialog.form.text("language") == "en"
    assert "Hopes and fears" in dialog.file_name()
    target = tmp_path / "exercise.pdf"
    dialog.write_to(target)
    qtbot.waitUntil(target.exists)
    assert target.read_bytes().startswith(b"%PDF-")
    dialog.reject()
