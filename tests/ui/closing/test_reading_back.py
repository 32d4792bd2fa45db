"""What was caught, read back: mended in place, turned, settled, taken away, with undo."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from app.workshop.outcomes import catch, edit_outcome
from app.workshop.recent import latest_decisions
from tests.ui.closing.desk import Desk, refused
from tests.ui.fitting import settle
from ui.parts.autosave import REST


def test_everything_caught_is_read_back(desk: Desk) -> None:
    """Word for word, in order, each in its card."""
    for form in ("decision", "action", "parked"):
        assert desk.shown(form) == desk.texts(form) != []
        assert not desk.screen.cards[form].nothing.isVisible()


def test_a_decision_is_mended_where_it_stands(desk: Desk) -> None:
    """Enter keeps it and the focus; Ctrl+Z in the window takes the mending back."""
    before = desk.texts("decision")
    line = desk.lines("decision")[1]
    desk.write(line.text, "No monthly report at all.")
    assert desk.texts("decision")[1] == "No monthly report at all."
    assert line.text.hasFocus()
    desk.undo()
    assert desk.texts("decision") == before
    assert desk.shown("decision") == before


def test_what_is_typed_is_kept_by_itself(desk: Desk) -> None:
    """A moment after the last letter; several such moments are one change."""
    before = desk.texts("decision")
    line = desk.lines("decision")[0]
    desk.write(line.text, "Half of", enter=False)
    desk.qtbot.waitUntil(lambda: desk.texts("decision")[0] == "Half of", timeout=REST * 4)
    QTest.keyClicks(line.text, " it")
    desk.qtbot.waitUntil(lambda: desk.texts("decision")[0] == "Half of it", timeout=REST * 4)
    assert line.text.text() == "Half of it"
    desk.undo()
    assert desk.texts("decision") == before


def test_leaving_the_line_keeps_it(desk: Desk) -> None:
    """By Tab, by a click elsewhere, or by leaving the screen in the middle of a word."""
    line = desk.lines("decision")[0]
    desk.write(line.text, "By Tab", enter=False)
    QTest.keyClick(line.text, Qt.Key.Key_Tab)
    desk.qtbot.waitUntil(lambda: desk.texts("decision")[0] == "By Tab")
    assert line.more.hasFocus()
    desk.write(line.text, "By leaving", enter=False)
    desk.window.home()
    assert desk.texts("decision")[0] == "By leaving"
    desk.show()
    desk.write(desk.lines("parked")[0].text, "By closing", enter=False)
    desk.window.close()
    assert desk.texts("parked")[0] == "By closing"


def test_an_emptied_line_is_as_it_was(desk: Desk) -> None:
    """Nothing is taken away by emptying it."""
    before = desk.texts("decision")
    line = desk.lines("decision")[0]
    desk.write(line.text, "", enter=False)
    QTest.keyClick(line.text, Qt.Key.Key_Backspace)
    QTest.keyClick(line.text, Qt.Key.Key_Return)
    assert "nothing in it yet" in desk.said()
    assert desk.shown("decision") == desk.texts("decision") == before


def test_too_much_stays_where_it_was_typed(desk: Desk) -> None:
    """With a sentence; and is kept when it has been cut."""
    before = desk.texts("decision")
    line = desk.lines("decision")[0]
    line.text.setFocus()
    line.text.selectAll()
    line.text.insertPlainText("x" * 2001)
    QTest.keyClick(line.text, Qt.Key.Key_Return)
    assert "2001 characters" in desk.said()
    assert desk.texts("decision") == before
    # Whatever else happens on the screen meanwhile.
    catch(desk.library, desk.workshop, "decision", "Another")
    desk.screen.room_button.setFocus()
    settle()
    assert len(line.text.text()) == 2001
    line.text.setFocus()
    QTest.keyClick(line.text, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(line.text, Qt.Key.Key_Backspace)
    QTest.keyClick(line.text, Qt.Key.Key_Return)
    assert desk.texts("decision")[0] == "x" * 2000


def test_a_full_disk_loses_no_word(desk: Desk) -> None:
    """A sentence, the words still there; kept when there is room again."""
    line = desk.lines("decision")[0]
    with refused(desk.library, "disk-full"):
        desk.write(line.text, "Not lost")
        assert "The disk is full" in desk.said()
        assert line.text.text() == "Not lost"
        assert desk.texts("decision")[0] != "Not lost"
    QTest.keyClick(line.text, Qt.Key.Key_Return)
    assert desk.texts("decision")[0] == "Not lost"


def test_one_that_changed_elsewhere_is_shown_but_never_over_what_is_typed(desk: Desk) -> None:
    """The screen hears of every change."""
    first, second = desk.lines("decision")[:2]
    desk.write(first.text, "Being typed", enter=False)
    edit_outcome(desk.library, desk.workshop, first.outcome, "From elsewhere")
    edit_outcome(desk.library, desk.workshop, second.outcome, "From there too")
    settle()
    assert desk.shown("decision")[:2] == ["Being typed", "From there too"]


def test_another_is_added_by_enter(desk: Desk) -> None:
    """The focus stays for the next; an empty line of it gives Ctrl+Z back to the screen."""
    field = desk.screen.cards["parked"].field
    count = len(desk.texts("parked"))
    desk.write(field, "One more")
    desk.write(field, "And one")
    assert desk.texts("parked")[count:] == ["One more", "And one"]
    assert desk.shown("parked") == desk.texts("parked")
    assert field.hasFocus()
    assert field.text() == ""
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.texts("parked")[count:] == ["One more"]


@pytest.mark.parametrize(
    ("text", "said"),
    [("", "nothing in it yet"), ("   ", "nothing in it yet"), ("é" * 10_000, "10000 characters")],
)
def test_what_cannot_be_added_stays_in_its_line(desk: Desk, text: str, said: str) -> None:
    """With a sentence, and nothing changed."""
    field = desk.screen.cards["decision"].field
    before = desk.texts("decision")
    field.setText(text)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert said in desk.said()
    assert field.text() == text
    assert desk.texts("decision") == before


def test_any_script_is_read_back(desk: Desk) -> None:
    """Right to left, markup, emoji: as it was said."""
    said = ["לא נחליט בלי לשאול", "<b>bold</b> & <br/>", "🌱 grows", "नमस्ते"]
    for one in said:
        field = desk.screen.cards["decision"].field
        field.setText(one)
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert desk.shown("decision")[-4:] == desk.texts("decision")[-4:] == said


def test_turned_into_another_form(desk: Desk) -> None:
    """It goes to the other card, whole; Ctrl+Z brings it back."""
    line = desk.lines("parked")[0]
    text = line.outcome.text
    desk.choose(line, "Make it an action")
    assert text in desk.shown("action")
    assert text not in desk.shown("parked")
    desk.undo()
    assert desk.shown("parked")[0] == text
    desk.choose(desk.lines("action")[0], "Park it")
    desk.choose(desk.lines("decision")[0], "Make it an action")
    assert [len(desk.shown(form)) for form in ("decision", "action", "parked")] == [4, 6, 4]


def test_a_parked_thing_is_settled_and_open_again(desk: Desk) -> None:
    """It stays where it is, and no longer counts as loose."""
    assert "3 parked items" in desk.screen.loose.text()
    line = desk.lines("parked")[1]
    desk.choose(line, "Mark as settled")
    assert line.became.isVisible()
    assert "2 parked items" in desk.screen.loose.text()
    desk.choose(line, "Take it up again")
    assert not line.became.isVisible()
    assert "3 parked items" in desk.screen.loose.text()


def test_a_decision_is_dropped_and_taken_up_again(desk: Desk) -> None:
    """It says so in its line, and among the latest of the community it stands no more."""
    line = desk.lines("decision")[-1]
    reader, home = desk.library.reader, line.outcome.community

    def latest() -> list[str]:
        return [one.id for one in latest_decisions(reader, home, most=99)]

    assert line.outcome.id in latest()
    desk.choose(line, "Drop: it no longer holds")
    assert line.became.isVisible()
    assert line.outcome.id not in latest()
    desk.choose(line, "Take it up again")
    assert not line.became.isVisible()
    assert line.outcome.id in latest()


def test_removed_and_brought_back(desk: Desk) -> None:
    """The keyboard is not lost with it; the other lines stay what they were."""
    before = desk.texts("action")
    first, gone = desk.lines("action")[:2]
    gone.more.setFocus()
    desk.choose(gone, "Remove")
    assert desk.texts("action") == [before[0], *before[2:]]
    assert desk.lines("action")[0] is first
    assert desk.screen.cards["action"].field.hasFocus()
    desk.undo()
    assert desk.shown("action") == before


def test_struck_from_the_record_after_reading_what_goes(desk: Desk) -> None:
    """For good: undo does not bring it back, and no file of ours holds it."""
    line = desk.lines("decision")[2]
    text = line.outcome.text
    desk.choose(line, "Remove permanently…")
    assert text in desk.texts("decision")
    assert text in desk.house.answers.asked[-1]
    desk.house.answers.yes = True
    desk.choose(line, "Remove permanently…")
    assert text not in desk.texts("decision")
    assert text not in desk.shown("decision")
    desk.undo()
    assert text not in desk.texts("decision")
    desk.house.hearth.close()
    folder = desk.library.path.parent
    assert not [one for one in folder.rglob("*.hearth*") if text.encode() in one.read_bytes()]


@pytest.mark.qt_log_ignore("grabbing the keyboard")
def test_the_menu_opens_by_key(desk: Desk) -> None:
    """Enter or a click on the three dots."""
    line = desk.lines("decision")[0]
    assert "Members read the summary" in line.more.accessibleName()
    QTest.mouseClick(line.more, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    words = [action.text() for action in menu.actions() if action.text()]
    assert words == [
        "Make it an action",
        "Park it",
        "Drop: it no longer holds",
        "Who may read it",
        "Remove",
        "Remove permanently…",
    ]
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    settle()
    assert len(desk.texts("action")) == 7


def test_who_may_read_a_decision_is_said_beside_it(desk: Desk) -> None:
    """Ticked as it stands; another is chosen, and taken back."""
    line = desk.lines("decision")[0]
    menu = line.menu()
    readers = next(one.menu() for one in menu.actions() if one.text() == "Who may read it")
    assert isinstance(readers, QMenu)
    assert [one.text() for one in readers.actions() if one.isChecked()] == ["the community"]
    readers.actions()[-1].trigger()
    menu.close()
    settle()
    assert desk.lines("decision")[0].outcome.audience == "organization"
    desk.undo()
    assert desk.lines("decision")[0].outcome.audience == "community"


def test_an_empty_workshop_says_so(desk: Desk) -> None:
    """Three calm sentences, and where to begin."""
    for form in ("decision", "action", "parked"):
        for line in desk.lines(form):
            desk.choose(line, "Remove")
        assert desk.screen.cards[form].nothing.isVisible()
    assert desk.screen.cards["action"].nothing.text() == "Nobody has taken anything on yet."


def test_a_pasted_list_is_read_back_line_by_line(desk: Desk) -> None:
    """Each line of a list is a thing of its own, without the mark before it."""
    field = desk.screen.cards["action"].field
    before = len(desk.screen.cards["action"].lines)
    field.setFocus()
    QGuiApplication.clipboard().setText("\uf0b7 Book the hall\n\uf0b7 Ask Ngozi")
    QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field, Qt.Key.Key_Return)
    texts = [line.outcome.text for line in desk.screen.cards["action"].lines]
    assert texts[before:] == ["Book the hall", "Ask Ngozi"]
