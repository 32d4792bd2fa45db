"""A charter written elsewhere comes in through the window: pasted or opened, looked at, added."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.app.charter.test_charter_text import CLUB, FRENCH
from tests.ui.charter.desk import CONTROL, Desk, Story, choose, click, desk_over, paste
from tests.ui.fitting import settle
from ui.charter.intake_dialog import IntakeDialog


def asked(desk: Desk) -> IntakeDialog:
    """The dialog, opened by its button, whichever is shown."""
    buttons = (desk.screen.intake_button, desk.body.sections.intake_button)
    click(next(one for one in buttons if one.isVisible()))
    (dialog,) = desk.screen.findChildren(IntakeDialog)
    return dialog


def read(dialog: IntakeDialog, text: str) -> list[str]:
    """Paste a text; what is told of each row."""
    dialog.text.setFocus()
    paste(text)
    dialog.read()
    settle()
    lines = [dialog.model.line(at) for at in range(len(dialog.rows))]
    return [f"{line.name} -> {line.cells['section'].text}" for line in lines]


def test_an_empty_charter_begins_with_one(bare: Desk) -> None:
    """What is under its headings is added, and all of it is taken back at once."""
    dialog = asked(bare)
    assert read(dialog, CLUB) == [
        "The Thursday Club -> Leave out",
        "Purpose -> Purpose",
        "Norms -> Norms",
        "WHEN WE MEET -> WHEN WE MEET",
    ]
    bare.press(Qt.Key.Key_Return, CONTROL)
    assert bare.text("norms").split("\n")[1] == "Nobody mends alone."
    assert bare.text("WHEN WE MEET") == "Every second Thursday, at seven."
    assert "3" in bare.notice
    assert bare.body.section == "purpose"
    bare.house.hearth.window.activateWindow()
    settle()
    assert bare.body.sections.list.hasFocus()
    bare.press(Qt.Key.Key_Z, CONTROL)
    assert not bare.clauses("purpose")
    assert not bare.clauses("WHEN WE MEET")


def test_it_is_added_after_what_is_there(desk: Desk) -> None:
    """A clause that was there stays first."""
    before = [one.id for one in desk.clauses("purpose")]
    read(asked(desk), CLUB)
    desk.press(Qt.Key.Key_Return, CONTROL)
    after = desk.clauses("purpose")
    assert [one.id for one in after[:-1]] == before
    assert after[-1].text.startswith("We mend things")


def test_where_a_row_goes_is_chosen(bare: Desk) -> None:
    """By its menu; the choice outlives a correction of the text above it."""
    dialog = asked(bare)
    read(dialog, CLUB)
    choose(dialog.menu(3), "Rhythm")
    assert dialog.model.line(3).cells["section"].text == "Rhythm"
    dialog.text.setPlainText(f"Our charter, as of spring.\n{dialog.text.toPlainText()}")
    bare.press(Qt.Key.Key_Return, CONTROL)
    assert bare.text("rhythm") == "Every second Thursday, at seven."
    assert not bare.clauses("WHEN WE MEET")


def test_in_french(qapp: QApplication, tmp_path: Path, planned: Story) -> None:
    """Large letters, dark: what matches by name says so."""
    with desk_over(qapp, tmp_path, planned, language="fr", theme="dark", text=200) as desk:
        dialog = asked(desk)
        assert read(dialog, FRENCH) == [
            "1. RAISON D'ETRE -> Raison d’être",
            "2. Rythme -> Rythme",
            "3. Secrétariat -> Secrétariat",
        ]
        assert dialog.model.line(0).cells["section"].under == "elle porte le même nom"
        desk.press(Qt.Key.Key_Return, CONTROL)
        assert desk.text("rhythm") == "Une rencontre par mois\nUn bilan par an"


@pytest.mark.parametrize(("name", "data"), [("odd.docx", b"no"), ("empty.md", b" ")])
def test_a_file_that_is_none_is_said(bare: Desk, tmp_path: Path, name: str, data: bytes) -> None:
    """In the dialog, by its name; a file that is one is read."""
    dialog = asked(bare)
    path = tmp_path / name
    path.write_bytes(data)
    bare.house.answers.path = path
    click(dialog.file_button)
    assert name in dialog.bar.sentence.text()
    path = tmp_path / "charter.md"
    path.write_text(FRENCH, encoding="utf-8")
    bare.house.answers.path = path
    click(dialog.file_button)
    assert len(dialog.rows) == 3
    assert not dialog.bar.isVisible()
