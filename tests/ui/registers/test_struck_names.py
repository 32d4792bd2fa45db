"""Somebody named in a register is struck: nothing is left of the name, from wherever it is done."""

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from app.library.backup import make_backup
from app.registers.cells import Party
from tests.ui.registers.scribe import (
    LEFT,
    Scribe,
    asking,
    choose,
    fill,
    form_for,
    keep,
    names,
    new_form,
)
from ui.community.member_dialog import MemberDialog
from ui.community.people_screen import PeopleScreen
from ui.community.strike_person_dialog import StrikePersonDialog

pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)

MOVE, MAUDE = "The archive moves", "Maude Tremblay"


def files_with(folder: Path, text: str) -> list[Path]:
    """The files of a library, its log and its backups among them, that hold a text."""
    return [one for one in folder.rglob("*.hearth*") if text.encode() in one.read_bytes()]


def test_a_struck_member_leaves_every_entry(scribe: Scribe, tmp_path: Path) -> None:
    """By key, by name alone, in what was written, half written, undone and in a backup."""
    scribe.write(MOVE, {"carrier": Party(id=scribe.members[MAUDE]), "view": "Scan it first"})
    scribe.write("Another", {"carrier": Party(name=MAUDE)})
    scribe.write("A third", {"view": f"As {MAUDE} said"})
    screen = scribe.open()
    form = form_for(screen, MOVE)
    fill(form, carrier="Yusuf Warsame")
    keep(form)
    scribe.undo()
    form = new_form(screen)
    fill(form, view=f"{MAUDE} will say")
    QDialog.hide(form)
    make_backup(scribe.library.path, scribe.library.moment.now(), "start")

    window = scribe.house.hearth.window
    window.people(scribe.community.id)
    people = window.screen_shown
    assert isinstance(people, PeopleScreen)
    rows = range(people.model.rowCount())
    people.list_card.lines.choose(
        next(people.model.key(row) for row in rows if people.model.line(row).name == MAUDE)
    )
    QTest.mouseClick(people.edit_button, LEFT)
    QTest.mouseClick(asking(people, MemberDialog).strike_button, LEFT)
    dialog = asking(people, StrikePersonDialog)
    QTest.mouseClick(dialog.too, LEFT)
    QTest.mouseClick(dialog.keep_button, LEFT)

    assert names(scribe.open()) == [MOVE]
    (entry,) = scribe.kept()
    assert entry.values == {"decision": MOVE, "view": "Scan it first"}
    assert new_form(scribe.open()).form.text("view") == "… will say"
    scribe.house.hearth.close()
    assert not files_with(tmp_path, MAUDE)
    assert not files_with(tmp_path, scribe.members[MAUDE])


@pytest.mark.parametrize("yes", [False, True])
def test_an_entry_is_struck_from_its_form(scribe: Scribe, tmp_path: Path, yes: bool) -> None:
    """After a question that says what goes; then it is in no file, and no undo brings it back."""
    scribe.write(MOVE, {"carrier": Party(name="Zoé Kanda")})
    scribe.write("Another")
    screen = scribe.open()
    form = form_for(screen, MOVE)
    fill(form, view="Zoé Kanda told us")
    keep(form)
    make_backup(scribe.library.path, scribe.library.moment.now(), "start")
    form = form_for(screen, MOVE)
    scribe.house.answers.yes = yes
    QTest.mouseClick(form.strike_button, LEFT)
    assert MOVE in scribe.house.answers.asked[-1]
    assert form.isVisible() is not yes
    assert sorted(names(screen)) == sorted(["Another", *([] if yes else [MOVE])])
    if yes:
        choose(screen, "Another")
        scribe.undo()
        assert MOVE not in names(screen)
    scribe.house.answers.yes = True
    scribe.house.hearth.close()
    assert bool(files_with(tmp_path, "Zoé Kanda")) is not yes
