"""A window that asks: what was typed and chosen in it is given back, whatever ended it."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout
from pytestqt.qtbot import QtBot

from app.library.opening import open_library
from app.library.rows import Draft
from app.moment import MachineMoment
from tests.ui.fitting import settle
from tests.ui.gallery.samples import FIELDS, TODAY, with_samples
from tests.ui.home.stand_in import Stage, make_stage
from ui.parts.autosave import REST
from ui.parts.controls import Choice
from ui.parts.fields import Field, Value
from ui.parts.form_dialog import FormDialog


class Asking(FormDialog):
    """Asks with every kind of field there is, and keeps nothing itself."""

    def keep(self) -> None:
        """Nothing."""


@pytest.fixture
def stage(tmp_path: Path, qtbot: QtBot) -> Iterator[Stage]:
    """A window over an empty library."""
    library = open_library(tmp_path / "library.hearth", MachineMoment())
    stage = make_stage(library)
    window = stage.world.window
    QVBoxLayout(window)
    qtbot.addWidget(window)
    window.show()
    yield stage
    window.close()
    library.close()


def ask(stage: Stage, fields: tuple[Field, ...] = FIELDS) -> Asking:
    """The form as it first is, or with what was given back."""
    words = with_samples(stage.world.words)
    world = replace(stage.world, words=words)
    dialog = Asking(world, stage.world.window, "Asking", "", "Keep", fields, TODAY)
    dialog.begin("sample")
    dialog.open()
    dialog.activateWindow()
    settle()
    return dialog


def answer(dialog: Asking) -> dict[str, Value]:
    """Change every field by its keys; gives what the form then says."""
    form, before = dialog.form, dialog.form.values()
    QTest.keyClicks(form.field_widget("name"), "Water Quality")
    QTest.keyClicks(form.field_widget("about"), "The shore")
    QTest.keyClick(form.field_widget("language"), Qt.Key.Key_Down)
    for key in ("people", "day", "start"):
        QTest.keyClick(form.field_widget(key), Qt.Key.Key_Up)
    QTest.keyClick(form.field_widget("shared"), Qt.Key.Key_Space)
    said = form.values()
    assert all(said[key] != before[key] for key in said)
    return said


def end(dialog: Asking) -> None:
    """It is gone without an answer, as when the program ends."""
    dialog.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    settle()


def test_all_that_was_answered_is_given_back(stage: Stage, qtbot: QtBot) -> None:
    dialog = ask(stage)
    said = answer(dialog)
    end(dialog)
    again = ask(stage)
    assert again.form.values() == said
    assert again.dirty


def test_one_goes_on_typing_behind_what_was_given_back(stage: Stage) -> None:
    """It is not selected, as Qt would have it."""
    dialog = ask(stage)
    QTest.keyClicks(dialog.form.field_widget("name"), "Water")
    end(dialog)
    again = ask(stage)
    QTest.keyClicks(again.form.field_widget("name"), " Quality")
    assert again.form.text("name") == "Water Quality"


def test_it_is_kept_aside_at_rest_and_not_only_at_the_end(stage: Stage, qtbot: QtBot) -> None:
    dialog = ask(stage)
    answer(dialog)
    reader = stage.world.library.reader
    qtbot.waitUntil(lambda: reader.count(Draft) == len(FIELDS), timeout=REST * 10)


def test_what_was_not_touched_is_not_given_back(stage: Stage) -> None:
    """It may have changed since."""
    end(ask(stage))
    assert stage.world.library.reader.count(Draft) == 0


@pytest.mark.parametrize("kept", [True, False])
def test_once_answered_or_let_go_nothing_is_left(stage: Stage, kept: bool) -> None:
    dialog = ask(stage)
    answer(dialog)
    if kept:
        dialog.try_keep()
    else:
        dialog.done(0)
    settle()
    assert stage.world.library.reader.count(Draft) == 0
    assert ask(stage).form.text("name") == ""


def test_a_choice_that_is_not_offered_any_more_is_not_made(stage: Stage) -> None:
    dialog = ask(stage)
    answer(dialog)
    end(dialog)
    fields = tuple(msgspec.structs.replace(field, options=field.options[:1]) for field in FIELDS)
    again = ask(stage, fields)
    choice = again.form.field_widget("language")
    assert isinstance(choice, Choice)
    assert choice.value == "en"


def test_a_sentence_moves_no_button_and_hides_no_field_in_use(stage: Stage) -> None:
    """It takes its room below the fields: they stand where they stood, the last one in sight."""
    stage.world.window.resize(1280, 720)
    dialog = ask(stage)
    inner = dialog.column.widget()
    assert inner is not None
    fields = [one for one in inner.findChildren(QLineEdit) if one.isVisible()]
    first, last = fields[0], max(fields, key=lambda one: one.mapTo(dialog, QPoint()).y())
    keep, at = dialog.keep_button, dialog.keep_button.mapTo(dialog, QPoint())
    stood = first.mapTo(dialog, QPoint())
    dialog.bar.say("There is no room left on the disk. Make room, and try again.", "ember")
    settle()
    assert keep.mapTo(dialog, QPoint()) == at
    assert first.mapTo(dialog, QPoint()) == stood
    dialog.bar.put_away()
    last.setFocus()
    settle()
    field = QApplication.focusWidget()
    assert field is not None
    dialog.bar.say("There is no room left on the disk. Make room, and try again.", "ember")
    settle()
    assert field.visibleRegion().boundingRect() == field.rect()
    dialog.reject()
