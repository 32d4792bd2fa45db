"""Somebody struck from the record, from the list of people, after reading exactly what goes."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.community.holdings import HoldingFields, give_role
from app.library.backup import make_backup
from app.library.library import Library
from app.library.rows import Holding, Outcome, Person
from tests.app.community.village import TODAY, action, found, joins
from tests.ui.community.hamlet import asking, people_page
from tests.ui.fitting import misfits
from ui.community.member_dialog import MemberDialog
from ui.community.people_screen import PeopleScreen
from ui.community.strike_person_dialog import StrikePersonDialog

LEFT = Qt.MouseButton.LeftButton


def ask(screen: PeopleScreen, name: str) -> StrikePersonDialog:
    """Come to the window as one does: the person, then the link at the foot."""
    row = next(row for row in range(screen.model.rowCount()) if screen.model.line(row).name == name)
    screen.list_card.lines.choose(screen.model.key(row))
    QTest.mouseClick(screen.edit_button, LEFT)
    dialog = asking(screen, MemberDialog)
    QTest.mouseClick(dialog.strike_button, LEFT)
    return asking(dialog, StrikePersonDialog)


def said(dialog: StrikePersonDialog) -> str:
    """All its words."""
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


@pytest.fixture
def screen(qtbot: QtBot, library: Library) -> PeopleScreen:
    """Two people; one of them coordinates, and an action says her name."""
    community = found(library)
    maude = joins(library, community, "Maude Tremblay").person
    joins(library, community, "Ian Côté")
    fields = HoldingFields(role="coordinator", person=maude, starts=date(2025, 1, 1))
    give_role(library, community.id, fields)
    action(library, community, "Ask Maude Tremblay for the list", TODAY)
    make_backup(library.path, library.moment.now(), "start")
    page, _ = people_page(qtbot, library, community)
    return page


def test_what_goes_is_read_first(screen: PeopleScreen, library: Library) -> None:
    dialog = ask(screen, "Maude Tremblay")
    words = said(dialog)
    assert "That they belong to: Bridge Inspection Practice." in words
    assert "1 role they hold or held." in words
    assert "The same from 1 backup." in words
    assert "“Ask Maude Tremblay for the list”" in words
    assert "What was exported, or copied elsewhere, cannot be reached from here." in words
    assert dialog.cancel_button.hasFocus()
    assert misfits(dialog) == []
    QTest.keyClick(dialog.cancel_button, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert library.reader.count(Person) == 2


@pytest.mark.parametrize("too", [False, True])
def test_struck_for_good(screen: PeopleScreen, library: Library, too: bool) -> None:
    """With the texts that say the name, or without; no file of ours holds it then."""
    dialog = ask(screen, "Maude Tremblay")
    if too:
        QTest.mouseClick(dialog.too, LEFT)
        assert "1 text that says the name." in said(dialog)
    QTest.mouseClick(dialog.keep_button, LEFT)
    assert [one.name for one in library.reader.rows(Person)] == ["Ian Côté"]
    assert library.reader.count(Holding) == 0
    assert library.reader.count(Outcome) == (0 if too else 1)
    assert screen.model.rowCount() == 1
    assert not any(one.isVisible() for one in screen.findChildren(MemberDialog))
    library.close()
    held = [one for one in library.path.parent.rglob("*.hearth*") if _holds(one.read_bytes())]
    assert bool(held) is not too


def _holds(data: bytes) -> bool:
    return b"Maude" in data


def test_a_namesake_is_never_struck_along(qtbot: QtBot, library: Library) -> None:
    community = found(library)
    joins(library, community, "Maude Tremblay")
    other = found(library, "Water Quality")
    joins(library, other, "Maude Tremblay", email="maude@example.org")
    page, _ = people_page(qtbot, library, community)
    dialog = ask(page, "Maude Tremblay")
    assert "1 other person who bears the same name." in said(dialog)
    QTest.mouseClick(dialog.keep_button, LEFT)
    assert [one.email for one in library.reader.rows(Person)] == ["maude@example.org"]
