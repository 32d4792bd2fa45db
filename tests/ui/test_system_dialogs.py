"""Where the system has no file dialog of its own: Hearth's signs, in the window's language."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.dress import dress, speak
from tests.ui.fitting import settle
from ui.parts.text_edits import LineEdit
from ui.qt_words import speak_qt
from ui.system_dialogs import BUTTONS, SystemDialogs

ENGLISH = ("Look", "File", "Cancel", "Create", "Parent", "Back", "Forward", "Save", "Date Modified")


class Asked(SystemDialogs):
    """Whose questions are answered by the test."""

    answers: list[bool]

    def confirm(self, parent: QWidget, question: str, yes: str) -> bool:
        """The next answer."""
        return self.answers.pop(0)


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Iterator[QWidget]:
    """A window for a dialog to stand over; Qt speaks English again after it."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1280, 720)
    window.show()
    yield window
    speak_qt(qapp, "en")


def dialogs(qapp: QApplication, language: str = "en", text: int = 100) -> Asked:
    """In a language, at a text size."""
    speak_qt(qapp, language)
    settle()
    asked = Asked(speak(language), dress(qapp, text=text))
    asked.answers = []
    return asked


def meet(*acts: Callable[[QFileDialog], None]) -> None:
    """Do something with the file dialogs that open one after the other."""

    def act(number: int = 0) -> None:
        shown = QApplication.activeModalWidget()
        if not isinstance(shown, QFileDialog):
            QTimer.singleShot(20, lambda: act(number))
            return
        acts[number](shown)
        if number + 1 < len(acts):
            QTimer.singleShot(20, lambda: act(number + 1))

    QTimer.singleShot(20, act)


def name(dialog: QFileDialog, path: Path) -> None:
    """Type a file's name and press Enter."""
    line = dialog.findChild(QLineEdit, "fileNameEdit")
    assert isinstance(line, QLineEdit)
    line.setText(str(path))
    QTest.keyClick(line, Qt.Key.Key_Return)
    settle()


def said(dialog: QFileDialog) -> set[str]:
    """All that a person reads on a dialog, but for names of files."""
    texts = {one.text() for one in dialog.findChildren(QLabel)}
    texts |= {one.text() for one in dialog.findChildren(QAbstractButton)}
    texts |= {one.toolTip() for one in dialog.findChildren(QAbstractButton)}
    tree = dialog.findChild(QTreeView, "treeView")
    assert isinstance(tree, QTreeView)
    heads = tree.header()
    texts |= {
        str(tree.model().headerData(at, Qt.Orientation.Horizontal))
        for at in range(heads.count())
        if not heads.isSectionHidden(at)
    }
    return {text.replace("&", "") for text in texts if text}


@pytest.mark.parametrize("text", [100, 200])
def test_it_speaks_french_and_has_hearths_signs(
    window: QWidget, qapp: QApplication, text: int
) -> None:
    """Labels, buttons, heads of columns; every button has a sign, a name, and room for both."""
    seen: set[str] = set()

    def look(dialog: QFileDialog) -> None:
        seen.update(said(dialog))
        shown = {one.objectName(): one for one in dialog.findChildren(QAbstractButton)}
        for button in BUTTONS:
            assert not shown[button].icon().isNull()
            assert shown[button].accessibleName()
            assert shown[button].width() >= shown[button].iconSize().width()
        for one in shown.values():
            if one.text() in ("Enregistrer", "Pas maintenant"):
                assert one.icon().isNull(), "the system's sign is not Hearth's"
        assert dialog.width() <= 1280
        dialog.reject()

    meet(look)
    assert dialogs(qapp, "fr", text).save_as(window, "Enregistrer", "compte.pdf", "pdf") is None
    assert {"Enregistrer", "Pas maintenant", "Nom", "Nouveau dossier"} <= seen
    assert not [one for one in seen if one.startswith(ENGLISH)]


def test_a_name_without_its_ending_gets_it(
    window: QWidget, qapp: QApplication, tmp_path: Path
) -> None:
    meet(lambda dialog: name(dialog, tmp_path / "summary"))
    asked = dialogs(qapp)
    assert asked.save_as(window, "Save", "x.pdf", "pdf docx") == tmp_path / "summary.pdf"


def test_before_something_is_replaced_that_is_asked_and_one_may_choose_again(
    window: QWidget, qapp: QApplication, tmp_path: Path
) -> None:
    """By Hearth's own question; a no leads back to the dialog."""
    (tmp_path / "summary.pdf").touch()
    asked = dialogs(qapp)
    asked.answers = [False, True]
    meet(
        lambda dialog: name(dialog, tmp_path / "summary"),
        lambda dialog: name(dialog, tmp_path / "summary.pdf"),
    )
    assert asked.save_as(window, "Save", "x.pdf", "pdf") == tmp_path / "summary.pdf"
    assert asked.answers == []


def test_every_kind_of_image_is_offered_at_once(
    window: QWidget, qapp: QApplication, tmp_path: Path
) -> None:
    """Not one ending after the other; what was opened is where the next one begins."""
    path = tmp_path / "map.jpeg"
    path.touch()
    filters: list[str] = []

    def choose(dialog: QFileDialog) -> None:
        filters.extend(dialog.nameFilters())
        name(dialog, path)

    meet(choose)
    asked = dialogs(qapp)
    assert asked.open_file(window, "Open", "png jpeg") == path
    assert filters == ["Files (*.png *.jpeg)"]
    places: list[str] = []

    def turn_away(dialog: QFileDialog) -> None:
        places.append(dialog.directory().path())
        dialog.reject()

    meet(turn_away)
    assert asked.open_file(window, "Open", "csv") is None
    assert [Path(one) for one in places] == [tmp_path]


def test_a_folder_is_chosen(window: QWidget, qapp: QApplication, tmp_path: Path) -> None:
    meet(lambda dialog: name(dialog, tmp_path))
    assert dialogs(qapp).folder(window, "Choose") == tmp_path


def test_the_menu_of_a_field_speaks_french(window: QWidget, qapp: QApplication) -> None:
    """Qt's own words anywhere; and English again where the window does."""
    for language, wanted in (("fr", "Coller"), ("en", "Paste")):
        speak_qt(qapp, language)
        line = LineEdit(window)
        menu = line.createStandardContextMenu()
        texts = [one.text().replace("&", "").partition("\t")[0] for one in menu.actions()]
        assert wanted in texts
        menu.deleteLater()
