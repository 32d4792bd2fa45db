"""Own exercises in the real window: written, copied, changed, deleted, handed on."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.catalogue.own_exercise import LenientExercise, own_copy
from app.exchange.exercise_file import decode_exercises
from app.library.rows import OwnExercise
from app.workshop.agenda_order import blocks_of
from app.workshop.own_exercises import add_own_exercise, own_exercises
from tests.app.workshop.own import written
from tests.app.workshop.plans import planned
from tests.ui.exercises.shelf import Reading, reading
from tests.ui.fitting import misfits, settle
from ui.design.design_screen import DesignScreen
from ui.exercises.bring_exercises_dialog import BringExercisesDialog
from ui.exercises.own_exercise_dialog import OwnExerciseDialog
from ui.search.search_screen import SearchScreen

KEY, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier


def asked(shelf: Reading) -> OwnExerciseDialog:
    """The editor that is open."""
    settle()
    found = shelf.house.hearth.window.findChildren(OwnExerciseDialog)
    return next(one for one in found if one.isVisible())


def write(shelf: Reading, dialog: OwnExerciseDialog, field: str, text: str) -> None:
    """Type in a field of the editor."""
    widget = dialog.form.field_widget(field)
    widget.setFocus()
    QTest.keyClick(widget, KEY.Key_A, CONTROL)
    QTest.keyClicks(widget, text)


def own(shelf: Reading) -> LenientExercise:
    """The one own exercise."""
    (found,) = own_exercises(shelf.library.reader)
    return found


def test_one_is_written_by_keys_alone(exercises: Reading) -> None:
    """Ctrl+N, what it is called, its question, its steps; then it is read, and used nowhere yet."""
    window = exercises.house.hearth.window
    QTest.keyClick(window, KEY.Key_N, CONTROL)
    dialog = asked(exercises)
    assert dialog.form.field_widget("name").hasFocus()
    QTest.keyClick(dialog, KEY.Key_Return, CONTROL)
    assert dialog.isVisible()
    assert own_exercises(exercises.library.reader) == ()
    QTest.keyClicks(dialog.form.field_widget("name"), "Walk of the lamps")
    write(
        exercises,
        dialog,
        "question",
        "Where is a lamp missing, and who would light it if we asked?",
    )
    write(exercises, dialog, "zones", "Here")
    card = dialog.steps.cards[0]
    QTest.keyClicks(card.form.field_widget("title"), "Walk")
    dialog.steps.add_button.click()
    QTest.keyClicks(dialog.steps.cards[1].form.field_widget("title"), "Tell")
    QTest.keyClick(dialog, KEY.Key_Return, CONTROL)
    settle()
    made = own(exercises)
    assert made.in_language("fr").name == "Walk of the lamps"
    assert [one.minutes for one in made.steps] == [10, 5]
    assert exercises.screen.page.title.text() == "Walk of the lamps"
    assert exercises.listed()[0] == made.id


def test_what_is_wrong_is_said_under_its_field(exercises: Reading) -> None:
    exercises.screen.own.write()
    dialog = asked(exercises)
    write(exercises, dialog, "name", "Lamps")
    write(exercises, dialog, "question", "x" * 61)
    QTest.keyClicks(dialog.steps.cards[0].form.field_widget("title"), "Walk")
    dialog.try_keep()
    assert dialog.form.field_widget("question").hasFocus()
    assert "60" in dialog.form.field_widget("question").accessibleDescription()
    write(exercises, dialog, "question", "x" * 60)
    dialog.form.set_values({"kind": "board"})
    dialog.try_keep()
    assert dialog.form.field_widget("zones").hasFocus()
    write(exercises, dialog, "zones", "Here")
    dialog.try_keep()
    assert own(exercises).kind == "board"


def test_nothing_typed_is_lost(exercises: Reading) -> None:
    """The window goes, as in a power cut: all that stood in the editor is there when it opens."""
    exercises.screen.own.write()
    dialog = asked(exercises)
    write(exercises, dialog, "name", "Half a name")
    QTest.keyClicks(dialog.steps.cards[0].form.field_widget("say"), "Half a sentence")
    exercises.house.hearth.keep_typed()
    dialog.setParent(None)
    dialog.deleteLater()
    settle()
    exercises.screen.own.write()
    again = asked(exercises)
    assert again.form.text("name") == "Half a name"
    assert again.steps.drafts()[0].say == "Half a sentence"


def test_steps_are_moved_and_removed_by_the_keyboard(exercises: Reading) -> None:
    screen = exercises.screen
    screen.go_to("hopes-and-fears")
    QTest.keyClick(exercises.house.hearth.window, KEY.Key_F4)
    steps = asked(exercises).steps
    before = [one.title for one in steps.drafts()]
    steps.cards[1].buttons["up"].setFocus()
    QTest.keyClick(steps.cards[1].buttons["up"], KEY.Key_Space)
    assert [one.title for one in steps.drafts()] == [before[1], before[0], *before[2:]]
    QTest.keyClick(steps.cards[0].buttons["remove"], KEY.Key_Space)
    assert [one.title for one in steps.drafts()] == [before[0], *before[2:]]
    assert steps.cards[0].form.field_widget("title").hasFocus()


def test_a_copy_is_changed_and_the_catalogue_is_not(exercises: Reading) -> None:
    """F4 copies one of the catalogue's; on one's own it edits. Ctrl+Z takes each back."""
    screen, window = exercises.screen, exercises.house.hearth.window
    screen.go_to("hopes-and-fears")
    QTest.keyClick(window, KEY.Key_F4)
    dialog = asked(exercises)
    write(exercises, dialog, "name", "Hopes of the night")
    dialog.try_keep()
    settle()
    made = own(exercises)
    (row,) = exercises.library.reader.rows(OwnExercise)
    assert row.copied_from == "hopes-and-fears"
    assert exercises.catalogue.exercise("hopes-and-fears").in_language("en").name != row.name
    assert any("copied from" in text for text in exercises.texts())
    assert screen.page.title.text() == "Hopes of the night"
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    QTest.keyClick(window, KEY.Key_F4)
    write(exercises, asked(exercises), "name", "Hopes of the day")
    asked(exercises).try_keep()
    settle()
    assert screen.page.title.text() == "Hopes of the day"
    assert own(exercises).id == made.id
    window.undo()
    settle()
    assert screen.page.title.text() == "Hopes of the night"
    window.undo()
    settle()
    assert own_exercises(exercises.library.reader) == ()
    assert made.id not in exercises.listed()


def test_one_is_deleted_and_brought_back(exercises: Reading) -> None:
    made = add_own_exercise(exercises.library, written())
    settle()
    exercises.screen.go_to(made.id)
    menu = exercises.screen.own.menu()
    QTest.keyClick(menu, KEY.Key_Delete)
    settle()
    assert made.id not in exercises.listed()
    exercises.house.hearth.window.undo()
    settle()
    assert made.id in exercises.listed()


def test_they_leave_as_a_file_and_come_in_after_a_look(exercises: Reading, tmp_path: Path) -> None:
    made = add_own_exercise(exercises.library, written())
    other = add_own_exercise(
        exercises.library, own_copy(exercises.catalogue.exercise("opening-round"), "en")
    )
    settle()
    screen, answers = exercises.screen, exercises.house.answers
    answers.path = tmp_path / "one.json"
    screen.go_to(made.id)
    screen.own.export_one()
    assert [one.exercise for one in decode_exercises(answers.path.read_bytes())] == [made]
    answers.path = tmp_path / "all.json"
    screen.own.export_all()
    screen.own.delete()
    settle()
    screen.own.bring_in()
    settle()
    (dialog,) = exercises.house.hearth.window.findChildren(BringExercisesDialog)
    assert {one.name: one.fate for one in dialog.coming} == {
        "La marche des lampes": "new",
        other.in_language("en").name: "same",
    }
    assert own_exercises(exercises.library.reader) == (other,)
    dialog.try_keep()
    settle()
    assert {made.id, other.id} <= set(exercises.listed())


@pytest.mark.parametrize("data", [b"", b"{}", b'{"hearth": {"format": 4}}', b"\xff\xfe"])
def test_a_bad_file_is_one_sentence(exercises: Reading, tmp_path: Path, data: bytes) -> None:
    answers = exercises.house.answers
    answers.path = tmp_path / "bad.json"
    answers.path.write_bytes(data)
    exercises.screen.own.bring_in()
    settle()
    assert not exercises.house.hearth.window.findChildren(BringExercisesDialog)


def test_one_language_is_told_everywhere(qapp: QApplication, tmp_path: Path) -> None:
    """An own exercise in French, in an English window: listed, read, planned, searched, kept."""
    with reading(qapp, tmp_path) as shelf:
        library, window = shelf.library, shelf.house.hearth.window
        made = add_own_exercise(library, written())
        _, workshop = planned(library, shelf.catalogue, languages=("en", "fr"))
        settle()
        shelf.screen.filters.field.setText("lampe")
        settle()
        assert shelf.listed()[0] == made.id
        QTest.keyClick(shelf.screen.filters.field, KEY.Key_Return)
        assert "“Où manque-t-il une lampe?”" in shelf.texts()
        window.design(workshop.id)
        settle()
        design = window.screen_shown
        assert isinstance(design, DesignScreen)
        assert made.id in [line.id for line in design.shelf.cards.cards.lines]
        design.shelf.asked.emit(made.id)
        settle()
        (block,) = blocks_of(library.reader, workshop.id)
        assert (block.exercise, block.title) == (made.id, "La marche des lampes")
        assert design.panel.title.text() == "La marche des lampes"
        design.panel.kept.button.click()
        settle()
        assert len(own_exercises(library.reader)) == 2
        window.undo()
        assert len(own_exercises(library.reader)) == 1
        window.search()
        settle()
        search = window.screen_shown
        assert isinstance(search, SearchScreen)
        search.field.setText("marche lampes")
        search.open_first()
        settle()
        assert shelf.house.hearth.window.screen_shown is not search
        window.cockpit(workshop.id)
        settle()
        assert window.screen_shown is not None


@pytest.mark.parametrize(
    ("language", "text", "size"),
    [("en", 100, (1280, 720)), ("fr", 200, (1280, 720)), ("fr", 100, (1440, 900))],
)
def test_nothing_is_cut(
    qapp: QApplication, tmp_path: Path, language: str, text: int, size: tuple[int, int]
) -> None:
    """Neither the screen with an own exercise nor the editor of a full copy."""
    with reading(qapp, tmp_path, language=language, text=text, size=size) as shelf:
        made = add_own_exercise(shelf.library, written("Une activité au nom long " * 6))
        settle()
        shelf.screen.go_to(made.id)
        settle()
        assert misfits(shelf.house.hearth.window) == []
        shelf.screen.go_to("hopes-and-fears")
        shelf.screen.own.copy()
        dialog = asked(shelf)
        assert misfits(dialog) == []
        assert dialog.width() <= size[0]
        assert dialog.height() <= size[1]
