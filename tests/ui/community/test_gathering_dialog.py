"""Who came to a gathering, told by keyboard; all gatherings in a list."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.community.gatherings import GatheringFields, gatherings_of, plan_gathering
from app.library.library import Library
from tests.app.community.village import TODAY, found, joins
from tests.ui.community.hamlet import LONG_PERSON, asking, page
from tests.ui.fitting import misfits, settle
from tests.ui.opened import opened
from ui.community.community_screen import CommunityScreen
from ui.community.gathering_dialog import GatheringDialog
from ui.community.gatherings_dialog import GatheringsDialog
from ui.parts.diagram_painter import DiagramView

no_grab = pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)


def click(button: QAbstractButton) -> None:
    """Press a button with the mouse."""
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def named(screen: QWidget, name: str) -> QAbstractButton:
    """The button that bears a name."""
    button = screen.findChild(QAbstractButton, name)
    assert isinstance(button, QAbstractButton)
    return button


@no_grab
def test_who_came_is_named_by_keyboard(qtbot: QtBot, library: Library) -> None:
    """Enter takes a name and stays; a name left in the line is kept too."""
    community = found(library)
    joins(library, community, "Zoé Côté")
    screen, _ = page(qtbot, library, community)
    screen.meet()
    dialog = asking(screen, GatheringDialog)
    held = dialog.form.field_widget("held")
    assert isinstance(held, QAbstractButton)
    held.click()
    line = dialog.form.field_widget("name")
    assert isinstance(line, QLineEdit)
    QTest.keyClicks(line, "zoe cote")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert line.text() == ""
    assert dialog.form.number("came") == 1
    QTest.keyClicks(line, "Ada Roy; Bea Roy")
    click(dialog.keep_button)
    (seen,) = gatherings_of(library.reader, community.id)
    assert [one.name for one in seen.people] == ["Ada Roy", "Bea Roy", "Zoé Côté"]
    assert seen.gathering.came == 3
    screen.meet(seen.gathering)
    dialog = asking(screen, GatheringDialog)
    pills = dialog.form.field_widget("people").findChildren(QAbstractButton)
    assert all(one.isChecked() for one in pills)
    pills[0].click()
    click(dialog.keep_button)
    (seen,) = gatherings_of(library.reader, community.id)
    assert len(seen.people) == 2


def test_all_gatherings_are_listed_and_each_opened(qtbot: QtBot, library: Library) -> None:
    """The latest first, with who came; from there to one of them, or to paper."""
    community = found(library)
    person = joins(library, community, "Ada Roy").person
    for days, title in ((30, "Older"), (2, "Newer")):
        plan_gathering(
            library,
            community.id,
            GatheringFields(
                date=TODAY - timedelta(days=days),
                title=title,
                held=True,
                came=4,
                people=(person,),
                helped="A long walk",
            ),
        )
    screen, _ = page(qtbot, library, community)
    click(named(screen, "all gatherings"))
    dialog = asking(screen, GatheringsDialog)
    buttons = [
        one
        for one in dialog.findChildren(QAbstractButton)
        if one.objectName().startswith("gathering ")
    ]
    assert [one.text() for one in buttons] == ["Newer", "Older"]
    said = [one.text() for one in dialog.findChildren(QLabel)]
    assert said.count("4 people, among them Ada Roy") == 2
    assert "A long walk" in said
    (picture,) = dialog.findChildren(DiagramView)
    assert "2 gatherings from" in picture.accessibleDescription() + picture.accessibleName()
    click(buttons[0])
    assert asking(screen, GatheringDialog).form.text("title") == "Newer"


@no_grab
@pytest.mark.parametrize("language", ["en", "fr"])
def test_in_the_window_who_came_is_found_again(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, language: str
) -> None:
    """Told over the community's page, at twice the size; read in the list of all."""
    with opened(qapp, tmp_path, language=language, text=200, theme="dark") as running:
        window = running.hearth.window
        assert window.world is not None
        library, words = window.world.library, window.world.words
        community = found(library)
        for number in range(12):
            joins(library, community, f"{LONG_PERSON} {number}")
        window.resize(1280, 720)
        window.community(community.id)
        settle()
        screen = window.screen_shown
        assert isinstance(screen, CommunityScreen)
        click(named(screen, "plan meeting"))
        dialog = asking(screen, GatheringDialog)
        held = dialog.form.field_widget("held")
        assert isinstance(held, QAbstractButton)
        held.click()
        line = dialog.form.field_widget("name")
        assert isinstance(line, QLineEdit)
        for name in ("Ada Roy", f"{LONG_PERSON} 3"):
            QTest.keyClicks(line, name)
            QTest.keyClick(line, Qt.Key.Key_Escape)
            QTest.keyClick(line, Qt.Key.Key_Return)
        settle()
        assert not list(misfits(dialog))
        QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        settle()
        click(named(screen, "all gatherings"))
        every = asking(screen, GatheringsDialog)
        settle()
        assert not list(misfits(every))
        series = words.series(["Ada Roy", f"{LONG_PERSON} 3"])
        said = [one.text() for one in every.findChildren(QLabel)]
        assert words("gatherings.people-named", n=2, names=series) in said
