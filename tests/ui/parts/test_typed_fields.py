"""Lines in which dates, times and lengths of time are typed: what a hand finds in them."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.typed_dates import Lean
from tests.ui.dress import dress, speak
from tests.ui.fitting import misfits, settle
from tests.ui.parts.showing import Show
from ui.parts.field_note import FieldNote
from ui.parts.fields import Field
from ui.parts.form import FieldForm
from ui.parts.typed_fields import DateField, MinutesField, TimeField, TypedLine

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard")

TODAY = date(2026, 11, 28)
ALT = Qt.KeyboardModifier.AltModifier
NB = "\N{NO-BREAK SPACE}"


class Hand:
    """A field under a hand, with a button to go to after it."""

    def __init__(self, show: Show, field: TypedLine) -> None:
        """In a window."""
        self.field, self.other = field, QPushButton("other")
        self.window = show(field, self.other)
        self.window.activateWindow()
        self.given: list[str] = []
        field.given.connect(self._take)
        self.other.setFocus()

    def _take(self) -> None:
        self.given.append(self.field.text())

    def types(self, text: str) -> None:
        """Come from elsewhere, click into the field, type, and go elsewhere."""
        self.other.setFocus()
        QTest.mouseClick(self.field, Qt.MouseButton.LeftButton, pos=QPoint(20, 12))
        QTest.keyClicks(self.field, text)
        QTest.keyClick(self.field, Qt.Key.Key_Tab)
        self.other.setFocus()
        settle()

    def said(self) -> str:
        """What is said below the field, to be seen."""
        notes = self.window.findChildren(FieldNote)
        return next((one.said.text() for one in notes if one.isVisible()), "")


def date_hand(
    qapp: QApplication, show: Show, empty: str = "", language: str = "en", lean: Lean = "ahead"
) -> tuple[Hand, DateField]:
    """A date field under a hand."""
    field = DateField(dress(qapp), speak(language), TODAY, empty, lean)
    return Hand(show, field), field


def test_a_date_is_typed_over_what_stands_there(qapp: QApplication, show: Show) -> None:
    """A click chooses all of it; it is read in any form and written out with its weekday."""
    hand, field = date_hand(qapp, show)
    for typed, meant in (
        ("15 jan", "Fri 15 Jan 2027"),
        ("3/4/2027", "Sat 3 Apr 2027"),
        ("tomorrow", "Sun 29 Nov 2026"),
        ("2027-01-04", "Mon 4 Jan 2027"),
    ):
        hand.types(typed)
        assert field.text() == meant
    assert hand.given == ["Fri 15 Jan 2027", "Sat 3 Apr 2027", "Sun 29 Nov 2026", "Mon 4 Jan 2027"]
    assert hand.said() == ""


def test_a_second_click_goes_between_the_letters(qapp: QApplication, show: Show) -> None:
    """As in any line."""
    _, field = date_hand(qapp, show)
    for chosen in (True, False):
        QTest.mouseClick(field, Qt.MouseButton.LeftButton, pos=QPoint(20, 12))
        assert field.hasSelectedText() is chosen


def test_what_cannot_be_read_stays_and_says_so(qapp: QApplication, show: Show) -> None:
    """In one sentence that can be read whole; typing on takes it away."""
    hand, field = date_hand(qapp, show, "no date yet")
    hand.types("soon")
    assert (field.text(), field.value, hand.given) == ("soon", None, [])
    assert "could not be read as a date" in hand.said()
    assert field.accessibleDescription() == hand.said()
    note = hand.window.findChildren(FieldNote)[0]
    assert misfits(hand.window) == []
    assert hand.window.rect().contains(note.geometry())
    QTest.mouseClick(field, Qt.MouseButton.LeftButton, pos=QPoint(20, 12))
    QTest.keyClicks(field, "j")
    assert hand.said() == ""
    hand.types("15 jan")
    assert field.value == date(2027, 1, 15)


def test_an_empty_date_stays_empty_where_it_may(qapp: QApplication, show: Show) -> None:
    """And an arrow begins at today; where one is needed, an empty field says so."""
    hand, field = date_hand(qapp, show, "no date yet")
    assert (field.value, field.text(), field.placeholderText()) == (None, "", "no date yet")
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert field.value == TODAY
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert field.value == date(2026, 11, 29)
    QTest.keyClick(field, Qt.Key.Key_Delete)
    hand.other.setFocus()
    settle()
    assert (hand.field.text(), hand.said()) == ("", "")
    needed_hand, needed = date_hand(qapp, show)
    assert needed.value == TODAY
    needed.setFocus()
    QTest.keyClick(needed, Qt.Key.Key_Delete)
    needed_hand.other.setFocus()
    assert "A day is needed" in needed_hand.said()


def test_nothing_jumps_and_arrows_are_steps(qapp: QApplication, show: Show) -> None:
    """Five minutes on the five, also past midnight; all of it is chosen again, for typing."""
    field = TimeField(dress(qapp), speak())
    Hand(show, field)
    field.set_value(23 * 60 + 52)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert field.text() == "23:55"
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert field.text() == "0:00"
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert field.selectedText() == "23:55"
    QTest.keyClicks(field, "0930")
    assert (field.value, field.text()) == (570, "0930")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "9:30"


@pytest.mark.parametrize(
    ("typed", "read"), [("9 h 30", f"9{NB}h{NB}30"), ("21:00", f"21{NB}h"), ("midi", f"12{NB}h")]
)
def test_times_in_french(qapp: QApplication, show: Show, typed: str, read: str) -> None:
    """Written out as French is."""
    field = TimeField(dress(qapp), speak("fr"), "pas encore d’heure")
    hand = Hand(show, field)
    assert field.value is None
    hand.types(typed)
    assert field.text() == read


def test_minutes_have_bounds_that_are_said(qapp: QApplication, show: Show) -> None:
    """An hour and a quarter in any form; too much is no number cut short."""
    field = MinutesField(dress(qapp), speak(), 5, 600)
    hand = Hand(show, field)
    for typed in ("75", "1 h 15", "1:15", "75 min"):
        hand.types(typed)
        assert (field.value, field.text()) == (75, f"75{NB}min")
    hand.types("7500")
    assert field.text() == "7500"
    assert "between 5 and 600 minutes" in hand.said()


def test_the_calendar_is_gone_through_by_keys(qapp: QApplication, show: Show) -> None:
    """Days, weeks, months, today, Enter; its heads begin with Monday in French, and say days."""
    hand, field = date_hand(qapp, show, language="fr")
    field.set_value(date(2027, 1, 15))
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Down, ALT)
    calendar = field.calendar
    assert calendar is not None
    assert calendar.isVisible()
    grid = calendar.grid
    assert grid.heads() == ["lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."]
    assert calendar.month.text() == "Janvier 2027"
    for key, day in (
        (Qt.Key.Key_Right, date(2027, 1, 16)),
        (Qt.Key.Key_Down, date(2027, 1, 23)),
        (Qt.Key.Key_PageDown, date(2027, 2, 23)),
        (Qt.Key.Key_Up, date(2027, 2, 16)),
        (Qt.Key.Key_Left, date(2027, 2, 15)),
    ):
        QTest.keyClick(grid, key)
        assert grid.day == day
    assert calendar.month.text() == "Février 2027"
    assert grid.accessibleName() == f"lundi 15{NB}février 2027"
    QTest.keyClick(grid, Qt.Key.Key_Return)
    settle()
    assert field.text() == f"lun. 15{NB}févr. 2027"
    assert hand.given == [field.text()]
    QTest.keyClick(field, Qt.Key.Key_Down, ALT)
    assert field.calendar is not None
    QTest.keyClick(field.calendar.grid, Qt.Key.Key_Home)
    assert field.calendar.grid.day == TODAY
    QTest.keyClick(field.calendar.grid, Qt.Key.Key_Escape)
    settle()
    assert field.value == date(2027, 2, 15), "as it was"


def test_a_day_of_the_calendar_is_clicked(qapp: QApplication, show: Show) -> None:
    """Also one of the month after, which is in sight."""
    _, field = date_hand(qapp, show)
    QTest.mouseClick(field.calendar_button, Qt.MouseButton.LeftButton)
    assert field.calendar is not None
    grid = field.calendar.grid
    day = date(2026, 12, 3)
    QTest.mouseClick(grid, Qt.MouseButton.LeftButton, pos=grid.place_of(day))
    settle()
    assert field.value == day


def test_a_form_does_not_go_on_without_an_answer(qapp: QApplication, show: Show) -> None:
    """Its sentence is said under the field, as all of a form's are; what is typed is kept aside
    as it stands, and given back."""
    fields = (
        Field(key="day", kind="date", label="parts.workshop.date"),
        Field(key="long", kind="minutes", label="parts.workshop.minutes", required=True, most=90),
    )
    look, words = dress(qapp), speak()
    form, again = (FieldForm(fields, words, look, TODAY) for _ in range(2))
    other = QWidget()
    window = show(form, again, other)
    window.activateWindow()
    day, long = form.field_widget("day"), form.field_widget("long")
    day.setFocus()
    QTest.keyClicks(day, "some day")
    long.setFocus()
    QTest.keyClicks(long, "1 h")
    assert form.values() == {"day": None, "long": 60}
    assert list(form.missing()) == ["day"]
    assert "could not be read" in day.accessibleDescription()
    assert not [one for one in window.findChildren(FieldNote) if one.isVisible()]
    for key, field in form.text_fields().items():
        again.text_fields()[key].show(field.read())
    kept = again.field_widget("day")
    assert isinstance(kept, DateField)
    assert kept.text() == "some day"
    assert again.values() == {"day": None, "long": 60}
    day.setFocus()
    QTest.keyClicks(day, "15 jan")
    assert form.missing() == {}
    assert form.values()["day"] == date(2027, 1, 15)


def test_nothing_moves_under_a_hand_that_presses(
    qtbot: QtBot, qapp: QApplication, show: Show
) -> None:
    """What is said of a field waits until the mouse is let go of what stands below it."""
    fields = (
        Field(key="day", kind="date", label="parts.workshop.date"),
        Field(key="sure", kind="check", label="parts.workshop.place"),
    )
    form = FieldForm(fields, speak(), dress(qapp), TODAY)
    show(form).activateWindow()
    day, sure = form.field_widget("day"), form.field_widget("sure")
    day.setFocus()
    QTest.keyClicks(day, "some day")
    middle, stood = sure.rect().center(), sure.mapToGlobal(QPoint(0, 0))
    QTest.mousePress(sure, Qt.MouseButton.LeftButton, pos=middle)
    QTest.qWait(200)
    assert sure.mapToGlobal(QPoint(0, 0)) == stood
    QTest.mouseRelease(sure, Qt.MouseButton.LeftButton, pos=middle)
    assert form.ticked("sure")
    qtbot.waitUntil(lambda: "could not be read" in day.accessibleDescription())
