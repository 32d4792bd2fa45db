"""Forms and their controls: what they give back, what they tell, how the keyboard goes through."""

from datetime import date

import msgspec
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.words import Words
from tests.ui.dress import dress, speak
from tests.ui.fitting import in_a_window, misfits, settle
from tests.ui.gallery.samples import FIELDS, TODAY, with_samples
from ui.look.look import Look
from ui.parts.controls import Choice, Tick
from ui.parts.fields import Value
from ui.parts.form import FieldForm
from ui.parts.labels import WrapLabel


def _form(qtbot: QtBot, look: Look, words: Words) -> FieldForm:
    form = FieldForm(FIELDS, with_samples(words), look, TODAY)
    qtbot.addWidget(form)
    form.resize(700, 700)
    form.show()
    form.activateWindow()
    settle()
    return form


def test_a_form_gives_back_what_it_was_given(qtbot: QtBot, qapp: QApplication) -> None:
    """Every kind of field."""
    form = _form(qtbot, dress(qapp), speak())
    values: dict[str, Value] = {
        "name": "Water Quality",
        "about": "Two lines\nof text",
        "language": "fr",
        "people": 18,
        "day": date(2026, 1, 15),
        "start": 9 * 60 + 15,
        "shared": True,
    }
    with qtbot.assertNotEmitted(form.edited):
        form.set_values(values)
    assert form.values() == values
    assert form.text("name") == "Water Quality"
    assert (form.number("people"), form.number("start")) == (18, 555)
    assert form.day("day") == date(2026, 1, 15)
    assert form.ticked("shared")
    form.set_values({"day": None, "people": None})
    assert form.values() == values | {"day": None, "people": None}


def test_a_form_tells_what_a_person_edits(qtbot: QtBot, qapp: QApplication) -> None:
    """By key, for each kind of field."""
    form = _form(qtbot, dress(qapp), speak())
    edited: list[str] = []
    form.edited.connect(edited.append)
    QTest.keyClicks(form.field_widget("name"), "W")
    QTest.keyClicks(form.field_widget("about"), "x")
    QTest.keyClick(form.field_widget("language"), Qt.Key.Key_Down)
    QTest.keyClick(form.field_widget("people"), Qt.Key.Key_Up)
    QTest.keyClick(form.field_widget("day"), Qt.Key.Key_Up)
    QTest.keyClick(form.field_widget("start"), Qt.Key.Key_Up)
    QTest.keyClick(form.field_widget("shared"), Qt.Key.Key_Space)
    assert list(dict.fromkeys(edited)) == [field.key for field in FIELDS]


def test_the_keyboard_goes_through_a_form_in_order(qtbot: QtBot, qapp: QApplication) -> None:
    """Tab leaves even the long text."""
    form = _form(qtbot, dress(qapp), speak())
    form.field_widget("name").setFocus()
    seen = []
    for _ in FIELDS:
        now = QApplication.focusWidget()
        key = next(f.key for f in FIELDS if form.field_widget(f.key) is now)
        seen.append(key)
        QTest.keyClick(form.field_widget(key), Qt.Key.Key_Tab)
    assert seen == [field.key for field in FIELDS]


def test_what_is_said_of_a_box_stands_below_it(qtbot: QtBot, qapp: QApplication) -> None:
    """Its label is beside the box; another field's hint stands between its label and the field."""
    words, fields = with_samples(speak()), []
    for key, kind in (("about", "text"), ("shared", "check")):
        fields.append(
            msgspec.structs.replace(FIELDS[0], key=key, kind=kind, hint="gallery.about_hint")
        )
    form = FieldForm(fields, words, dress(qapp), TODAY)
    qtbot.addWidget(form)
    form.resize(500, 400)
    form.show()
    settle()
    hint = words("gallery.about_hint")
    labels = [one for one in form.findChildren(WrapLabel) if one.text() == hint]
    above, below = sorted(one.mapTo(form, one.rect().topLeft()).y() for one in labels)
    fields_at = [form.field_widget(key).mapTo(form, QPoint()).y() for key in ("about", "shared")]
    assert above < fields_at[0] < fields_at[1] < below
    assert form.field_widget("shared").accessibleDescription() == hint


def test_what_is_wrong_is_said_under_its_field(qtbot: QtBot, qapp: QApplication) -> None:
    """In words and colour, to screen readers, with the focus on the first; and taken back."""
    look = dress(qapp)
    form = _form(qtbot, look, speak())
    assert form.missing() == {"name": "This cannot be empty."}
    form.show_errors({"about": "Too long.", "name": "This cannot be empty."})
    name = form.field_widget("name")
    qtbot.waitUntil(name.hasFocus)
    assert name.accessibleDescription() == "This cannot be empty."
    said = [label.text() for label in form.findChildren(WrapLabel) if label.isVisible()]
    assert "Too long." in said
    assert misfits(form) == []
    form.show_errors({})
    assert name.accessibleDescription() == ""
    said = [label.text() for label in form.findChildren(WrapLabel) if label.isVisible()]
    assert "Too long." not in said
    assert form.field_widget("about").accessibleDescription() == "One sentence is enough."


def test_what_is_being_mended_is_no_longer_called_wrong(qtbot: QtBot, qapp: QApplication) -> None:
    form = _form(qtbot, dress(qapp), speak())
    form.show_errors({"about": "Too long.", "name": "This cannot be empty."})
    QTest.keyClicks(form.field_widget("name"), "M")
    assert form.field_widget("name").accessibleDescription() != "This cannot be empty."
    assert form.field_widget("about").accessibleDescription() == "Too long."


def test_every_field_has_a_name_and_a_label(qtbot: QtBot, qapp: QApplication) -> None:
    """The label is its buddy; Qt hands the name to screen readers."""
    form = _form(qtbot, dress(qapp), speak("fr"))
    buddies = {label.buddy() for label in form.findChildren(WrapLabel)}
    for field in FIELDS:
        widget = form.field_widget(field.key)
        interface = QAccessible.queryAccessibleInterface(widget)
        assert interface.text(QAccessible.Text.Name), field.key
        assert field.kind == "check" or widget in buddies


def test_a_choice_keeps_what_is_chosen(qtbot: QtBot, qapp: QApplication) -> None:
    """When other options are offered that still have it."""
    choice = Choice(dress(qapp), [("en", "English"), ("fr", "Français")])
    qtbot.addWidget(choice)
    assert choice.value == "en"
    choice.set_value("fr")
    choice.set_options([("fr", "Français"), ("es", "Español")])
    assert choice.value == "fr"
    choice.set_options([("en", "English")])
    assert choice.value == "en"
    choice.set_value("unknown")
    assert choice.value == ""


def test_a_tick_wraps_and_is_pressed_by_its_words(qtbot: QtBot, qapp: QApplication) -> None:
    """A click far from the box counts."""
    look = dress(qapp)
    tick = Tick(look, "The charter may be read by the whole organization once it is agreed.")
    holder = in_a_window(qtbot, tick, 240, 300)
    assert misfits(holder) == []
    assert tick.height() > 2 * look.pitch("body")
    QTest.mouseClick(tick, Qt.MouseButton.LeftButton, pos=tick.rect().bottomRight() / 1.2)
    assert tick.isChecked()


def test_no_text_is_cut(qtbot: QtBot, qapp: QApplication) -> None:
    """Too much is for the library to refuse, with a sentence."""
    form = _form(qtbot, dress(qapp), speak())
    about = form.field_widget("about")
    assert isinstance(about, QPlainTextEdit)
    about.setPlainText("x" * 110_000)
    assert len(form.text("about")) == 110_000
