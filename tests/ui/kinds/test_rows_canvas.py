"""Rows of a register in the room: typed cell by cell, chosen, pasted, corrected, taken back."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QMenu, QPlainTextEdit

from app.diagram import Label
from app.library.rows import Draft, RegisterEntry
from app.registers.register_entries import Entry, entries_of
from app.workshop.ground_shapes import lines_taken
from app.workshop.planning import add_exercise
from app.workshop.running import place_of
from tests.ui.fitting import misfits, settle
from tests.ui.kinds.room import CONTROL, Room
from ui.kinds.register import RegisterCanvas
from ui.kinds.stories import StoriesCanvas
from ui.parts.rows.choice_bar import ChoiceBar
from ui.parts.rows.rows_canvas import REST, RowsCanvas
from ui.parts.rows.rows_table import RowsTable
from ui.registers.register_screen import RegisterScreen

pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)

NONE = Qt.KeyboardModifier.NoModifier
STORY = ("A map was lent", "A laugh", "A trick", "One trip", "A week saved", "Ask first", "Plans")
RIGHT = "שלום עולם"


def enter(room: Room, exercise: str) -> Room:
    """Go to an exercise that the launch does not have by itself."""
    add_exercise(room.library, room.house.hearth.catalogue, room.workshop, exercise)
    settle()
    room.go_to(exercise)
    return room


@pytest.fixture
def asking(room: Room) -> Room:
    """Topics to be asked about first."""
    return enter(room, "ask-us-first")


@pytest.fixture
def telling(room: Room) -> Room:
    """Stories of what a help made possible."""
    return enter(room, "what-it-made-possible")


def on_the_wall(room: Room) -> list[str]:
    """What the room reads of it."""
    pages = room.picture().pages
    found = pages(1728.0, 700.0, 44.0, lines_taken) if pages is not None else []
    return [shape.text for one in found for shape in one.shapes if isinstance(shape, Label)]


def rows(room: Room) -> list[Entry]:
    """The rows that the run wrote."""
    canvas = room.cockpit.canvas
    assert isinstance(canvas, RowsCanvas)
    register, community = canvas.asked.register, room.running.community.id
    found = entries_of(room.library.reader, register, community)
    return [one for one in found if one.row.run == room.running.run.id]


def shown(room: Room) -> list[list[str]]:
    """What stands in the table, row by row, however it is turned."""
    return [list(line.cells) for line in canvas(room).model.rows]


def canvas(room: Room) -> RowsCanvas:
    """The canvas on screen."""
    found = room.cockpit.canvas
    assert isinstance(found, RowsCanvas)
    return found


def press(room: Room, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    """A key from the capture line."""
    settle()
    room.house.hearth.window.activateWindow()
    room.cockpit.bottom.line.setFocus()
    QTest.keyClick(room.cockpit.bottom.line, key, modifier)
    settle()


def paste(room: Room, text: str) -> None:
    """Paste what a spreadsheet copied, into the line."""
    copied = QMimeData()
    copied.setText(text)
    QGuiApplication.clipboard().setMimeData(copied)
    press(room, Qt.Key.Key_V, CONTROL)


def undo(room: Room) -> None:
    """Ctrl+Z with an empty line."""
    press(room, Qt.Key.Key_Z, CONTROL)


def test_enter_goes_from_cell_to_cell_and_on_to_a_new_row(asking: Room) -> None:
    """Five cells take five Enters: a choice by its beginning, a day as it is said."""
    asking.say("Permits", "permits@harbour.example", "a w", "Ngozi", "15 feb 2027", "Surveys")
    first, second = rows(asking)
    assert first.values["answer"] == "one-week"
    assert str(first.values["tell"]) == "2027-02-15"
    assert dict(second.values) == {"topic": "Surveys"}
    assert first.row.workshop == asking.workshop.id
    assert shown(asking)[0][0] == "Permits"


def test_a_choice_takes_one_key(asking: Room) -> None:
    asking.say("Permits", "by mail")
    press(asking, Qt.Key.Key_4, CONTROL)
    (row,) = rows(asking)
    assert row.values["answer"] == "one-month"
    assert asking.cockpit.bottom.line.hasFocus()
    asking.say("Ngozi")
    assert "carrier" in rows(asking)[0].values


def test_tab_leaves_a_cell_out_and_ctrl_enter_begins_another_row(asking: Room) -> None:
    asking.say("Permits")
    asking.tab()
    asking.say("a m")
    press(asking, Qt.Key.Key_Return, CONTROL)
    asking.say("Surveys")
    assert [dict(one.values) for one in rows(asking)] == [
        {"topic": "Permits", "answer": "one-month"},
        {"topic": "Surveys"},
    ]


def test_what_is_not_understood_stays_in_the_line(asking: Room) -> None:
    asking.say("Permits", "by mail", "some day")
    assert asking.cockpit.bottom.line.text() == "some day"
    assert "some day" in asking.said()
    assert "answer" not in rows(asking)[0].values


def test_a_pasted_table_becomes_rows_and_one_undo_takes_them_back(asking: Room) -> None:
    paste(asking, "Permits\tby mail\tA week\nSurveys\tin person\tA month")
    assert [one.values["topic"] for one in rows(asking)] == ["Permits", "Surveys"]
    assert [one.values["answer"] for one in rows(asking)] == ["one-week", "one-month"]
    undo(asking)
    assert rows(asking) == []
    press(asking, Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert len(rows(asking)) == 2


def test_a_pasted_table_still_is_lines_elsewhere(asking: Room) -> None:
    asking.go_to("hopes-and-fears")
    paste(asking, "One\tTwo\nThree\tFour")
    assert asking.notes() == ["One – Two", "Three – Four"]


def test_a_cell_is_corrected_from_the_line(asking: Room) -> None:
    """Chosen with the arrows, filled anew; then the line is back at the row that was begun."""
    asking.say("Permits", "by mail")
    press(asking, Qt.Key.Key_Return, CONTROL)
    table = asking.into_canvas()
    assert isinstance(table, RowsTable)
    asking.press(Qt.Key.Key_Up)
    asking.press(Qt.Key.Key_Right)
    asking.say("by telephone")
    assert rows(asking)[0].values["channel"] == "by telephone"
    undo(asking)
    assert rows(asking)[0].values["channel"] == "by mail"


def editor(room: Room) -> QLineEdit | QPlainTextEdit:
    """The field over the current cell."""
    found = QApplication.focusWidget()
    assert isinstance(found, QLineEdit | QPlainTextEdit)
    assert room.canvas_widget.isAncestorOf(found)
    return found


def test_a_cell_is_changed_in_its_place(asking: Room) -> None:
    asking.say("Permits", "by mail", "a w")
    asking.into_canvas()
    asking.press(Qt.Key.Key_Home)
    asking.press(Qt.Key.Key_F2)
    field = editor(asking)
    QTest.keyClick(field, Qt.Key.Key_A, CONTROL)
    asking.write("Building permits")
    asking.press(Qt.Key.Key_Return)
    assert rows(asking)[0].values["topic"] == "Building permits"
    undo(asking)
    assert rows(asking)[0].values["topic"] == "Permits"


def test_escape_leaves_a_cell_as_it_was(asking: Room) -> None:
    asking.say("Permits")
    asking.into_canvas()
    asking.press(Qt.Key.Key_Home)
    asking.press(Qt.Key.Key_F2)
    asking.write("nothing of this")
    asking.press(Qt.Key.Key_Escape)
    assert rows(asking)[0].values["topic"] == "Permits"
    assert not asking.library.reader.rows(Draft)


def test_what_cannot_be_kept_in_a_cell_is_given_back_there(asking: Room) -> None:
    asking.say("Permits", "by mail", "a w")
    asking.into_canvas()
    for _ in range(2):
        asking.press(Qt.Key.Key_Home)
        asking.press(Qt.Key.Key_Right)
        asking.press(Qt.Key.Key_Right)
        asking.press(Qt.Key.Key_F2)
        field = editor(asking)
        if isinstance(field, QLineEdit) and field.text() == "one fine day":
            break
        QTest.keyClick(field, Qt.Key.Key_A, CONTROL)
        asking.write("one fine day")
        asking.press(Qt.Key.Key_Return)
        assert rows(asking)[0].values["answer"] == "one-week"
    assert editor(asking).property("text") == "one fine day"


def test_delete_empties_a_cell_and_with_ctrl_takes_the_row_out(asking: Room) -> None:
    asking.say("Permits", "by mail")
    asking.into_canvas()
    asking.press(Qt.Key.Key_Left)
    asking.press(Qt.Key.Key_Delete)
    assert dict(rows(asking)[0].values) == {"topic": "Permits"}
    asking.press(Qt.Key.Key_Delete, CONTROL)
    assert rows(asking) == []
    undo(asking)
    undo(asking)
    assert dict(rows(asking)[0].values) == {"topic": "Permits", "channel": "by mail"}


def test_the_menu_of_a_cell_has_the_same(asking: Room) -> None:
    asking.say("Permits")
    asking.into_canvas()
    asking.press(Qt.Key.Key_Home)
    canvas(asking).table.menu_asked.emit(QPoint(200, 200))
    menus = [one for one in asking.canvas_widget.findChildren(QMenu) if one.actions()]
    assert len(menus[0].actions()) == 3
    menus[0].actions()[2].trigger()
    menus[0].close()
    settle()
    assert rows(asking) == []


def test_rows_of_another_run_stand_above_and_are_quieter(asking: Room) -> None:
    asking.say("Permits")
    press(asking, Qt.Key.Key_R, CONTROL)
    asking.say("Surveys")
    lines = canvas(asking).model.rows
    assert [(one.cells[0], one.quiet) for one in lines[:2]] == [
        ("Permits", True),
        ("Surveys", False),
    ]
    assert [one.values["topic"] for one in rows(asking)] == ["Surveys"]
    assert "Surveys" in on_the_wall(asking)
    assert "Permits" not in on_the_wall(asking)
    assert asking.picture().small == (asking.words("rows.before-n", n=1),)


def test_the_rows_are_seen_in_the_register_too(asking: Room) -> None:
    asking.say("Permits", "by mail")
    asking.house.hearth.window.register(asking.running.community.id, "asked-about")
    settle()
    screen = asking.house.hearth.window.screen_shown
    assert isinstance(screen, RegisterScreen)
    assert screen.model.line(0).name == "Permits"


def test_the_line_is_at_the_same_cell_after_the_room_was_left(asking: Room) -> None:
    asking.say("Permits")
    QTest.qWait(REST * 2)
    settle()
    place = place_of(asking.library.reader, asking.workshop.id)
    assert place is not None
    assert place.zone.endswith("/channel")
    asking.go_to("hopes-and-fears")
    asking.go_to("ask-us-first")
    asking.say("A new topic")
    assert "A new topic" in [one.values.get("topic") for one in rows(asking)]


def test_members_are_offered_in_a_column_of_people(asking: Room) -> None:
    asking.say("Permits", "by mail")
    asking.tab()
    offered = canvas(asking).completions("a")
    assert offered
    person = next(one for one in offered if one != asking.words("registers.party.community"))
    asking.say(person)
    (row,) = asking.library.reader.rows(RegisterEntry, run=asking.running.run.id)
    assert '"person"' in row.cells


def test_a_row_alone_on_the_wall_says_what_each_cell_is(asking: Room) -> None:
    asking.say("Permits", "by mail")
    view = asking.cockpit.run_canvas.large(place_of(asking.library.reader, asking.workshop.id))
    assert view is not None
    assert asking.cockpit.wall.show_view(view)
    assert asking.cockpit.wall.shows == "large"


def test_screen_readers_hear_the_column_with_the_cell(asking: Room) -> None:
    asking.say("Permits")
    table = canvas(asking).table
    face = QAccessible.queryAccessibleInterface(table)
    assert face is not None
    said = [
        face.child(at).text(QAccessible.Text.Name)
        for at in range(face.childCount())
        if face.child(at) is not None
    ]
    assert any("Topic" in one and "Permits" in one for one in said)


# Stories


def test_a_story_stands_upright_and_waits_for_a_yes(telling: Room) -> None:
    assert isinstance(telling.cockpit.canvas, StoriesCanvas)
    telling.say(*STORY)
    (story,) = rows(telling)
    assert story.row.audience == "facilitator"
    assert shown(telling)[0][:7] == list(STORY)
    assert on_the_wall(telling) == []
    press(telling, Qt.Key.Key_3, CONTROL)
    (story,) = rows(telling)
    assert story.row.audience == "community"
    assert [text for text in on_the_wall(telling) if text in STORY] == list(STORY)
    undo(telling)
    assert rows(telling)[0].row.audience == "facilitator"
    assert on_the_wall(telling) == []


def test_a_story_that_goes_nowhere_is_not_shown_large_either(telling: Room) -> None:
    telling.say("A secret", "told")
    view = telling.cockpit.run_canvas.large(place_of(telling.library.reader, telling.workshop.id))
    assert view is not None
    assert not telling.cockpit.wall.show_view(view)


def test_while_another_story_is_told_the_last_one_gives_way(telling: Room) -> None:
    telling.say("One")
    canvas(telling).go_to(f"{rows(telling)[0].id}/consent")
    press(telling, Qt.Key.Key_2, CONTROL)
    telling.say("Two")
    QTest.qWait(REST * 2)
    settle()
    assert on_the_wall(telling) == []


def test_a_long_text_is_changed_in_several_lines(telling: Room) -> None:
    telling.say("One", "first")
    telling.into_canvas()
    telling.press(Qt.Key.Key_Up)
    telling.press(Qt.Key.Key_F2)
    field = editor(telling)
    assert isinstance(field, QPlainTextEdit)
    QTest.keyClick(field, Qt.Key.Key_End, CONTROL)
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    telling.write("second")
    telling.press(Qt.Key.Key_Return)
    assert rows(telling)[0].values["immediate"] == "first\nsecond"


@pytest.mark.parametrize("exercise", ["ask-us-first", "what-it-made-possible"])
def test_long_words_and_words_from_the_right_have_room(room: Room, exercise: str) -> None:
    enter(room, exercise)
    room.say("x" * 200, RIGHT)
    press(room, Qt.Key.Key_Return, CONTROL)
    assert not misfits(room.canvas_widget)
    assert shown(room)[0][1] == RIGHT
    table = room.child(RowsTable)
    assert table.currentIndex().isValid()
    assert table.editTriggers() == QAbstractItemView.EditTrigger.DoubleClicked


def test_choices_are_offered_only_where_there_are_any(asking: Room) -> None:
    bar = asking.child(ChoiceBar)
    assert not any(one.isVisible() for one in bar.buttons)
    asking.say("Permits", "by mail")
    assert sum(one.isVisible() for one in bar.buttons) == 5
    bar.buttons[1].click()
    settle()
    assert rows(asking)[0].values["answer"] == "one-week"
    assert isinstance(asking.cockpit.canvas, RegisterCanvas)
