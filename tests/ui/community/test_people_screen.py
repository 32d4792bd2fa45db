"""The people of a community as a person meets them: adding, pasting, changing, leaving."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from app.community.holdings import HoldingFields, give_role
from app.community.memberships import join
from app.library.library import Library
from app.library.rows import Holding, Membership, Person
from tests.app.community.village import TODAY, found, joins
from tests.ui.community.hamlet import asking, full, people_page
from tests.ui.fitting import misfits
from ui.community.member_dialog import LeavingDialog, MemberDialog
from ui.community.paste_dialog import MOST_PASTED, PasteDialog
from ui.community.people_screen import PeopleScreen
from ui.parts.pasted_list_dialog import PAUSE

LEFT = Qt.MouseButton.LeftButton


def names(screen: PeopleScreen) -> list[str]:
    """Who is listed."""
    return [screen.model.line(row).name for row in range(screen.model.rowCount())]


def choose(screen: PeopleScreen, *wanted: str) -> None:
    """Choose people by their names."""
    rows = [names(screen).index(name) for name in wanted]
    keys = [screen.model.key(row) for row in rows]
    screen.list_card.lines.choose_all(keys, keys[-1])


def test_nobody_yet_says_what_to_do(qtbot: QtBot, library: Library) -> None:
    screen, stage = people_page(qtbot, library, found(library))
    assert not screen.list_card.isVisible()
    assert not screen.search.isVisible()
    QTest.mouseClick(screen.header.crumb, LEFT)
    assert stage.went.places[0][0] == "community"


def test_somebody_is_added_with_only_a_name(qtbot: QtBot, library: Library) -> None:
    screen, _ = people_page(qtbot, library, found(library))
    QTest.mouseClick(screen.add_button, LEFT)
    dialog = asking(screen, MemberDialog)
    QTest.mouseClick(dialog.keep_button, LEFT)
    assert dialog.isVisible()
    QTest.keyClicks(dialog.form.field_widget("name"), "Maude Tremblay")
    QTest.mouseClick(dialog.keep_button, LEFT)
    assert names(screen) == ["Maude Tremblay"]
    assert screen.header.sentence.text() == "1 active."
    (row,) = library.reader.rows(Membership)
    assert row.joined == "2025-11-12"


def test_a_name_copied_from_elsewhere_brings_nothing_unseen(qtbot: QtBot, library: Library) -> None:
    """Nothing that would turn the text beside it; an address without its "mailto:"."""
    screen, _ = people_page(qtbot, library, found(library))
    screen.add()
    dialog = asking(screen, MemberDialog)
    dialog.form.set_values({"name": "Maude\u202e Trem\u00adblay", "email": "mailto:m@example.org"})
    QTest.mouseClick(dialog.keep_button, LEFT)
    assert names(screen) == ["Maude Tremblay"]
    assert screen.model.line(0).under.startswith("m@example.org")


def test_an_odd_address_is_said_and_stays_on_the_screen(qtbot: QtBot, library: Library) -> None:
    screen, _ = people_page(qtbot, library, found(library))
    screen.add()
    dialog = asking(screen, MemberDialog)
    dialog.form.set_values({"name": "Maude", "email": "maude at example"})
    QTest.mouseClick(dialog.keep_button, LEFT)
    assert "“maude at example”" in dialog.bar.sentence.text()
    assert dialog.form.text("email") == "maude at example"
    assert library.reader.count(Person) == 0


@pytest.mark.parametrize(("same", "people"), [(True, 1), (False, 2)])
def test_somebody_known_elsewhere_is_offered_as_the_same(
    qtbot: QtBot, library: Library, same: bool, people: int
) -> None:
    other = found(library, "Water Quality")
    joins(library, other, "Ian Côté")
    screen, stage = people_page(qtbot, library, found(library))
    stage.answers.yes = same
    screen.add()
    dialog = asking(screen, MemberDialog)
    dialog.form.set_values({"name": "ian cote"})
    QTest.mouseClick(dialog.keep_button, LEFT)
    assert stage.answers.asked == ["You know Ian Côté from Water Quality. Is this the same person?"]
    assert library.reader.count(Person) == people
    assert names(screen) == ["Ian Côté" if same else "ian cote"]


def test_an_address_that_belongs_already_is_refused(qtbot: QtBot, library: Library) -> None:
    community = found(library)
    joins(library, community, "Ian Côté", email="ian@example.org")
    screen, _ = people_page(qtbot, library, community)
    screen.add()
    dialog = asking(screen, MemberDialog)
    dialog.form.set_values({"name": "I. Côté", "email": "IAN@example.org"})
    QTest.mouseClick(dialog.keep_button, LEFT)
    assert "Ian Côté has this address" in dialog.bar.sentence.text()
    assert library.reader.count(Person) == 1


def test_a_person_is_changed_everywhere(qtbot: QtBot, library: Library) -> None:
    community, other = found(library), found(library, "Water Quality")
    row = joins(library, community, "Ian Côté")
    join(library, other.id, row.person)
    screen, _ = people_page(qtbot, library, community)
    lines = screen.list_card.lines
    lines.setFocus()
    qtbot.waitUntil(lines.hasFocus)
    QTest.keyClick(lines, Qt.Key.Key_Return)
    dialog = asking(screen, MemberDialog)
    assert "Also in Water Quality" in dialog.said.text()
    dialog.form.set_values({"name": "Ian-Éloi Côté", "level": "core"})
    QTest.mouseClick(dialog.keep_button, LEFT)
    assert names(screen) == ["Ian-Éloi Côté"]
    assert library.reader.row(Membership, row.id).level == "core"


def test_the_list_is_searched_without_accents(qtbot: QtBot, library: Library) -> None:
    screen, _ = people_page(qtbot, library, full(library))
    QTest.keyClicks(screen.search, "cote road")
    assert names(screen) == ["Ian Côté 1", "Ian Côté 7"]
    QTest.keyClicks(screen.search, " nobody")
    assert names(screen) == []
    assert screen.nobody.isVisible()


def test_several_are_given_a_level_at_once_and_it_is_undone_at_once(
    qtbot: QtBot, library: Library
) -> None:
    screen, _ = people_page(qtbot, library, full(library))
    assert not screen.level_button.isVisible()
    assert screen.hint.isVisible()
    choose(screen, "Ian Côté 1", "Nora Singh 4")
    assert screen.level_button.isVisible()
    assert not screen.edit_button.isVisible()
    screen.levels_menu().actions()[3].trigger()
    assert library.reader.count(Membership, level="peripheral") == 2
    assert len(screen.chosen) == 2
    library.undo(screen.scope())
    assert library.reader.count(Membership, level="peripheral") == 0


def test_somebody_leaves_with_their_roles_and_comes_back(qtbot: QtBot, library: Library) -> None:
    community = found(library)
    person = joins(library, community, "Maude Tremblay").person
    joins(library, community, "Ian Côté")
    give_role(library, community.id, HoldingFields(role="coordinator", person=person, starts=TODAY))
    screen, _ = people_page(qtbot, library, community)
    choose(screen, "Maude Tremblay")
    screen.list_card.lines.setFocus()
    qtbot.waitUntil(screen.list_card.lines.hasFocus)
    QTest.keyClick(screen.list_card.lines, Qt.Key.Key_Delete)
    dialog = asking(screen, LeavingDialog)
    assert "Coordinator" in dialog.said.text()
    QTest.mouseClick(dialog.keep_button, LEFT)
    assert names(screen) == ["Ian Côté"]
    assert library.reader.rows(Holding)[0].ends == "2025-11-12"
    QTest.mouseClick(screen.left_button, LEFT)
    assert names(screen) == ["Maude Tremblay"]
    choose(screen, "Maude Tremblay")
    QTest.mouseClick(screen.back_button, LEFT)
    assert names(screen) == ["Ian Côté", "Maude Tremblay"]


def test_a_list_is_pasted_looked_at_and_added(qtbot: QtBot, library: Library) -> None:
    community, other = found(library), found(library, "Water Quality")
    joins(library, community, "Nora Singh", email="nora@example.org")
    joins(library, other, "Gilles Beaulieu")
    screen, _ = people_page(qtbot, library, community)
    QTest.mouseClick(screen.paste_button, LEFT)
    dialog = asking(screen, PasteDialog)
    assert not dialog.keep_button.isEnabled()
    dialog.text.setPlainText(
        "Nora Singh, Structures, nora@example.org\nGilles Beaulieu\n"
        "Sofía Marín <sofia@example.org>\nLi Na <not an address>\nليلى حداد"
    )
    qtbot.waitUntil(lambda: len(dialog.proposals) == 5)
    assert dialog.told.text() == "3 new, 1 you know already, and 1 left out"
    said = [dialog.model.line(row).cells["choice"].text for row in range(5)]
    assert said[0] == "belongs already"
    assert said[1] == "the same person as Gilles Beaulieu: same name"
    assert said[2] == "somebody new"
    dialog.preview.lines.asked.emit("1")
    assert dialog.proposals[1].choice == "new"
    dialog.preview.lines.asked.emit("4")
    assert dialog.proposals[4].choice == "skip"
    assert dialog.keep_button.text() == "Add 3 people"
    QTest.mouseClick(dialog.keep_button, LEFT)
    assert names(screen) == [
        "Gilles Beaulieu",
        "Li Na <not an address>",
        "Nora Singh",
        "Sofía Marín",
    ]
    assert library.reader.count(Person) == 5
    library.undo(screen.scope())
    assert names(screen) == ["Nora Singh"]


def test_what_was_chosen_stays_while_the_list_is_corrected(qtbot: QtBot, library: Library) -> None:
    screen, _ = people_page(qtbot, library, found(library))
    screen.paste()
    dialog = asking(screen, PasteDialog)
    dialog.text.setPlainText("Ian Côté\nNora Singh")
    dialog.read()
    dialog.turn("0")
    dialog.text.appendPlainText("Fatou Ndiaye")
    dialog.read()
    assert [one.choice for one in dialog.proposals] == ["skip", "new", "new"]


def test_the_columns_are_said_and_a_person_may_say_otherwise(
    qtbot: QtBot, library: Library
) -> None:
    screen, _ = people_page(qtbot, library, found(library))
    screen.paste()
    dialog = asking(screen, PasteDialog)
    dialog.text.setPlainText(
        "Members of the gauges group\nName;Where;Email;Phone\n"
        "Sam Okoro;Gauges;sam@example.org;555-0101\n;;tuva.lind@example.org;"
    )
    dialog.read()
    assert dialog.columns.sentence.text().startswith("This is what the columns")
    held = {at: choice.currentText() for at, choice in dialog.columns.choices.items()}
    assert held == {0: "Name", 1: "Not used", 2: "Email", 3: "Not used"}
    assert "Members of the gauges group" in dialog.over.text()
    first, second = (dialog.model.line(row).cells["choice"] for row in range(2))
    assert first.under == "not used: Where: Gauges · Phone: 555-0101"
    assert second.text == "somebody new; the name was made from the address"
    where = dialog.columns.choices[1]
    where.setFocus()
    QTest.keyClicks(where, "Unit")
    assert where.value == "unit"
    assert dialog.proposals[0].entry.unit == "Gauges"
    assert dialog.model.line(0).cells["choice"].under == "not used: Phone: 555-0101"
    dialog.text.appendPlainText("Tuva Lind;Maps;tuva.lind@example.org;")
    dialog.read()
    assert dialog.proposals[2].entry.unit == "Maps", "what was said stays while lines are added"
    dialog.text.setPlainText("Name;Unit\nSam Okoro;Gauges")
    dialog.read()
    assert dialog.proposals[0].entry.unit == "Gauges"
    assert dialog.columns.choices[1].value == "unit", "another list is read anew"


def test_two_columns_without_headings_are_asked_about(qtbot: QtBot, library: Library) -> None:
    screen, _ = people_page(qtbot, library, found(library))
    screen.paste()
    dialog = asking(screen, PasteDialog)
    dialog.text.setPlainText("Sam\tOkoro\nTuva\tLind")
    dialog.read()
    assert "Is this right?" in dialog.columns.sentence.text()
    assert not dialog.keep_button.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "Is this right?" in dialog.bar.sentence.text()
    assert library.reader.count(Person) == 0
    QTest.mouseClick(dialog.columns.right_button, LEFT)
    assert dialog.keep_button.isEnabled()
    QTest.mouseClick(dialog.keep_button, LEFT)
    assert names(screen) == ["Sam Okoro", "Tuva Lind"]


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(("size", "text"), [((1072, 720), 100), ((1172, 720), 200)])
def test_the_columns_fit(
    qtbot: QtBot, library: Library, size: tuple[int, int], text: int, language: str
) -> None:
    screen, _ = people_page(qtbot, library, found(library), size=size, text=text, language=language)
    screen.paste()
    paste = asking(screen, PasteDialog)
    long = "A heading that goes on and on, as exported headings do; "
    heads = "Name;Email;" + "".join(f"{long}{n}".replace(";", "") + ";" for n in range(6))
    paste.text.setPlainText(f"{heads}\nSam Okoro;sam@example.org;{'remarks;' * 6}")
    paste.read()
    assert misfits(asking(screen, PasteDialog)) == []


def test_a_file_in_windows_1252_is_read_and_said(
    qtbot: QtBot, library: Library, tmp_path: Path
) -> None:
    file = tmp_path / "membres.csv"
    file.write_bytes("Nom;Courriel\nZoé Lefèvre;zoe@example.org\n".encode("cp1252"))
    screen, stage = people_page(qtbot, library, found(library))
    stage.answers.file = file
    screen.paste()
    dialog = asking(screen, PasteDialog)
    QTest.mouseClick(dialog.file_button, LEFT)
    assert [one.entry.name for one in dialog.proposals] == ["Zoé Lefèvre"]
    assert "Windows-1252" in dialog.bar.sentence.text()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("Иванов;Отдел".encode("cp1251"), "cannot be read for certain"),
        (b"x" * (6 * 1024 * 1024), "larger than 5 MB"),
        (b"x" * (1024 * 1024), "too long for a list of people"),
        (None, "is not there"),
    ],
)
def test_a_file_that_cannot_be_read_is_said_and_the_text_stays(
    qtbot: QtBot, library: Library, tmp_path: Path, data: bytes | None, said: str
) -> None:
    file = tmp_path / "liste.csv"
    if data is not None:
        file.write_bytes(data)
    screen, stage = people_page(qtbot, library, found(library))
    stage.answers.file = file
    screen.paste()
    dialog = asking(screen, PasteDialog)
    dialog.text.setPlainText("Ian Côté")
    QTest.mouseClick(dialog.file_button, LEFT)
    assert said in dialog.bar.sentence.text()
    assert dialog.text.toPlainText() == "Ian Côté"
    assert library.reader.count(Person) == 0


def test_the_model_keeps_qts_rules(qtbot: QtBot, library: Library) -> None:
    community = full(library)
    screen, _ = people_page(qtbot, library, community)
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(screen.model, mode)
    joins(library, community, "Zoé Lefèvre")
    screen.search.setText("lefevre")
    assert tester.model() is screen.model
    assert screen.model.rowCount() == 1


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(
    ("size", "text"), [((1072, 720), 100), ((1172, 720), 200), ((1712, 1080), 80)]
)
@pytest.mark.parametrize("state", ["empty", "over"])
def test_people_fit(
    qtbot: QtBot, library: Library, size: tuple[int, int], text: int, language: str, state: str
) -> None:
    community = found(library) if state == "empty" else full(library, over=True)
    screen, _ = people_page(qtbot, library, community, size=size, text=text, language=language)
    assert misfits(screen) == []
    screen.add()
    assert misfits(asking(screen, MemberDialog)) == []
    screen.paste()
    paste = asking(screen, PasteDialog)
    paste.text.setPlainText("Ian Côté\nNora Singh, Labs, nora@example.org\n, x@@")
    paste.read()
    assert misfits(paste) == []


@pytest.mark.parametrize(
    "much", ["Nora Singh, nora@example.org, Labs\n" * 30_000, "nora@example.org; " * 58_000]
)
def test_a_megabyte_is_cut_and_that_is_said(qtbot: QtBot, library: Library, much: str) -> None:
    """In many lines, or in one."""
    screen, _ = people_page(qtbot, library, found(library))
    screen.paste()
    dialog = asking(screen, PasteDialog)
    QGuiApplication.clipboard().setText(much)
    QTest.keyClick(dialog.text, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert len(dialog.text.toPlainText()) <= MOST_PASTED
    # Also once the list was read, whatever is said of that.
    qtbot.wait(4 * PAUSE)
    assert "the rest was left out" in dialog.bar.sentence.text()
    dialog.text.clear()


def test_a_table_is_pasted_with_its_cells_apart(qtbot: QtBot, library: Library) -> None:
    """As a document copies it: paragraphs of a cell are no lines of people."""
    screen, _ = people_page(qtbot, library, found(library))
    screen.paste()
    dialog = asking(screen, PasteDialog)
    copied = QMimeData()
    copied.setText("Name\nUnit\nNora\nSingh\nLabs")
    copied.setHtml(
        "<table><tr><td>Name<td>Unit<tr><td><p>Nora</p><p>Singh</p></td><td>Labs</td></table>"
    )
    dialog.text.insertFromMimeData(copied)
    assert dialog.text.toPlainText() == "Name\tUnit\nNora Singh\tLabs"
    qtbot.waitUntil(lambda: [one.entry.name for one in dialog.proposals] == ["Nora Singh"])
