"""A drop-down: every entry whole, its letters' marks too, at every text size."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionComboBox, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.dress import dress
from tests.ui.fitting import settle
from ui.look.look import make_look
from ui.parts.controls import Choice

pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)
"""Off the screen a list that opens cannot have the keys to itself."""

LANGUAGES = (("", "Celle du système"), ("en", "English"), ("fr", "Français"))
LONG = tuple((str(at), f"Ce que nous voulons tenir ensemble, numéro {at}") for at in range(12))


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A window for a choice."""
    window = QWidget()
    qtbot.addWidget(window)
    return window


def open_list(window: QWidget, text: int, options: Sequence[tuple[str, str]]) -> Choice:
    """A narrow choice low in the window, its list open at the last entry."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    dress(application, text=text)
    choice = Choice(make_look("light", text), options)
    choice.setParent(window)
    choice.setGeometry(20, 500, 160, choice.sizeHint().height())
    choice.setCurrentIndex(len(options) - 1)
    window.resize(400, 600)
    window.show()
    settle()
    choice.showPopup()
    settle()
    return choice


@pytest.mark.parametrize("text", [80, 100, 130, 200])
@pytest.mark.parametrize("options", [LANGUAGES, LONG[:6]])
def test_the_whole_list_is_seen(
    window: QWidget, text: int, options: Sequence[tuple[str, str]]
) -> None:
    """Each entry from its first letter to its last, as far as the screen goes."""
    choice = open_list(window, text, options)
    view, screen = choice.view(), choice.screen().availableGeometry()
    assert screen.contains(view.window().geometry())
    room = view.viewport().rect()
    wide = view.sizeHintForColumn(0)
    assert room.width() >= min(wide, screen.width() - 40)
    for row in range(choice.count()):
        entry = view.visualRect(choice.model().index(row, 0))
        assert room.top() <= entry.top() <= entry.bottom() <= room.bottom(), options[row]
        assert entry.height() >= ink(choice, options[row][1]).height()
    assert choice.currentIndex() == len(options) - 1


def test_a_list_longer_than_the_screen_can_be_scrolled(window: QWidget) -> None:
    """And what is chosen is in sight."""
    many = [(str(at), f"Entry {at}") for at in range(80)]
    choice = open_list(window, 100, many)
    view = choice.view()
    assert choice.screen().availableGeometry().contains(view.window().geometry())
    assert view.verticalScrollBar().maximum() > 0
    entry = view.visualRect(choice.model().index(choice.currentIndex(), 0))
    assert view.viewport().rect().contains(entry.center())


@pytest.mark.parametrize("text", [80, 100, 130, 200])
def test_what_is_chosen_keeps_its_marks(window: QWidget, text: int) -> None:
    """The cedilla below, the accent on a capital above."""
    choice = open_list(window, text, [("fr", "Français"), ("o", "ÂÇÉ gjpqy")])
    choice.hidePopup()
    option = QStyleOptionComboBox()
    option.initFrom(choice)
    field = choice.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox,
        option,
        QStyle.SubControl.SC_ComboBoxEditField,
        choice,
    )
    drawn = ink(choice, choice.currentText())
    metrics = QFontMetrics(choice.font())
    baseline = field.top() + (field.height() - metrics.height()) // 2 + metrics.ascent()
    assert field.top() <= baseline + drawn.top()
    assert baseline + drawn.bottom() <= field.bottom()
    assert choice.rect().contains(field)


def ink(choice: Choice, text: str) -> QRect:
    """Where the letters of a text leave ink, from the baseline."""
    return QFontMetrics(choice.font()).tightBoundingRect(text)
