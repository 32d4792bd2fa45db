"""What is to be read is in sight: a question whole, what is wrong, what was done, how it stands."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.workshop.starting import OtherDay
from tests.ui.fitting import settle
from tests.ui.kinds.room import CONTROL, open_room
from tests.ui.opened import Opened, opened
from ui.community.community_screen import CommunityScreen
from ui.community.plan_dialog import PlanDialog
from ui.design.start_dialog import StartDialog
from ui.kinds.board import BoardCanvas
from ui.kinds.charter.canvas import CharterCanvas
from ui.parts.labels import ElidedLabel
from ui.parts.notes.dots_dialog import DotsDialog


@pytest.fixture(params=[("en", 100), ("fr", 200)], ids=["en-100", "fr-200"])
def house(qapp: QApplication, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Opened]:
    """Hearth on the smallest screen."""
    language, text = request.param
    with opened(qapp, tmp_path, language=language, text=text) as found:
        found.hearth.window.resize(1280, 720)
        yield found


def in_sight(widget: QWidget, window: QWidget) -> bool:
    """Whether the whole of a widget is seen in its window."""
    corner = widget.mapTo(window, QPoint(0, 0))
    inside = window.rect().contains(QRect(corner, widget.size()))
    return inside and widget.visibleRegion().boundingRect() == widget.rect()


@pytest.mark.parametrize("planned", [date(2026, 6, 1), date(2026, 6, 20)], ids=["past", "ahead"])
def test_a_question_stands_whole_with_all_its_answers(house: Opened, planned: date) -> None:
    room = open_room(house)
    window = house.hearth.window
    window.design(room.workshop.id)
    shown = window.screen_shown
    assert shown is not None
    assert window.world is not None
    dialog = StartDialog(window.world, shown, room.workshop, OtherDay(planned, date(2026, 6, 10)))
    dialog.open()
    settle()
    answers = [dialog.rehearse_button, dialog.cancel_button, dialog.keep_button]
    for part in (dialog.title, dialog.said, *answers):
        assert in_sight(part, dialog), part
    dialog.reject()


def test_a_date_that_is_not_understood_is_said_in_sight(house: Opened) -> None:
    room = open_room(house)
    window = house.hearth.window
    window.community(room.workshop.community or "")
    page = window.screen_shown
    assert isinstance(page, CommunityScreen)
    page.plan()
    settle()
    dialog = page.findChildren(PlanDialog)[-1]
    day = dialog.form.field_widget("date")
    day.setFocus()
    QTest.keyClicks(day, "nonsense")
    QTest.keyClick(day, Qt.Key.Key_Tab)
    settle()
    QTest.qWait(20)
    place = day.parentWidget()
    assert place is not None
    (said,) = [one for one in place.findChildren(QWidget) if says(one, "2027")]
    assert in_sight(said, dialog)
    dialog.dirty = False
    dialog.reject()


def says(widget: QWidget, words: str) -> bool:
    """Whether a widget in sight says these words."""
    text = getattr(widget, "text", None)
    return widget.isVisible() and callable(text) and words in str(text())


def test_agreed_the_charter_is_read_from_its_beginning(house: Opened) -> None:
    room = open_room(house)
    room.go_to("what-we-take-care-of")
    room.say("Together")
    room.go_to("our-word")
    house.answers.yes = True
    room.cockpit.bottom.line.setFocus()
    room.press(Qt.Key.Key_Return, CONTROL)
    room.into_canvas()
    room.write("8")
    room.press(Qt.Key.Key_Return)
    room.press(Qt.Key.Key_Return, CONTROL)
    settle()
    QTest.qWait(20)
    canvas = room.cockpit.canvas
    assert isinstance(canvas, CharterCanvas)
    assert canvas.locked
    assert not canvas.page.standing.visibleRegion().isEmpty()


def test_while_dots_are_counted_the_tally_is_said(house: Opened) -> None:
    room = open_room(house)
    room.go_to("hopes-and-fears")
    room.count_people(15)
    room.say("One", "Two")
    canvas = room.cockpit.canvas
    assert isinstance(canvas, BoardCanvas)
    canvas.turn_dots()
    for dialog in room.canvas_widget.findChildren(DotsDialog):
        dialog.accept()
    room.into_canvas()
    room.press(Qt.Key.Key_4)
    world = house.hearth.window.world
    assert world is not None
    words = world.words
    assert canvas.bar.said.isVisible()
    assert words("kinds.dots.counted-of", n=4, total=45) in canvas.bar.said.text()
    assert words("kinds.dots.keys") in canvas.bar.said.text()
    told = [one for one in canvas.bar.said.findChildren(ElidedLabel) if one.isVisible()]
    assert [one.shown_text() for one in told] == [one.text() for one in told]
    assert any(words("kinds.dots.hidden") in one.text() for one in told)
    canvas.turn_dots()
    settle()
    assert not canvas.bar.said.isVisible() or not canvas.zones_view.meant_zone
