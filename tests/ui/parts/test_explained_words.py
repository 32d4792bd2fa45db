"""Words of the glossary, explained where they stand."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from app.catalogue.glossary_terms import GlossaryTerms
from tests.app.catalogue.pages import with_pages
from tests.ui.dress import dress, speak
from tests.ui.fitting import settle
from tests.ui.parts.showing import Show
from ui.parts.explained_words import ExplainedWords
from ui.parts.labels import WrapLabel, heading
from ui.parts.text_edits import LineEdit

TEXT = "The core group asks its sponsor, and the core group listens."

Explaining = Callable[..., tuple[QWidget, ExplainedWords]]


@pytest.fixture
def explaining(qapp: QApplication, show: Show) -> Explaining:
    """A window of labels in which words are explained, a field before them."""

    def made(*labels: QWidget) -> tuple[QWidget, ExplainedWords]:
        page = show(LineEdit(), *labels, width=500)
        explained = ExplainedWords(page, GlossaryTerms(with_pages(), "en"), speak("en"))
        explained.explain(page)
        settle()
        page.findChildren(LineEdit)[0].setFocus()
        return page, explained

    return made


def place_of(label: WrapLabel, word: str) -> QPoint:
    """Where a word stands on a label."""
    runs = label.content
    assert not isinstance(runs, str)
    (number,) = (at for at, run in enumerate(runs) if run.text == word and run.mark)
    return label.run_places(number)[0].center()


def hover(label: WrapLabel, at: QPoint) -> str:
    """What the tooltip says after the mouse rested there."""
    event = QHelpEvent(QEvent.Type.ToolTip, at, label.mapToGlobal(at))
    QApplication.sendEvent(label, event)
    settle()
    return QToolTip.text() if QToolTip.isVisible() else ""


def test_the_mouse_explains_the_word_under_it(qapp: QApplication, explaining: Explaining) -> None:
    """And nothing beside it; headings are left alone."""
    label, head = WrapLabel(dress(qapp), TEXT), heading(dress(qapp), TEXT)
    explaining(head, label)
    assert "The few who carry the work." in hover(label, place_of(label, "core group"))
    assert "Who answers for the community." in hover(label, place_of(label, "sponsor"))
    assert isinstance(head.content, str)
    assert label.text() == TEXT
    assert "The few who carry the work." in label.accessibleDescription()


def test_each_word_is_marked_once_on_a_page(qapp: QApplication, explaining: Explaining) -> None:
    """Where it first stands."""
    first, second = WrapLabel(dress(qapp), TEXT), WrapLabel(dress(qapp), TEXT)
    explaining(first, second)
    assert not isinstance(first.content, str)
    assert [one.text for one in first.content if one.mark] == ["core group", "sponsor"]
    assert isinstance(second.content, str)


def test_tab_goes_from_word_to_word(
    qapp: QApplication, explaining: Explaining, qtbot: QtBot
) -> None:
    """Each is explained, Enter asks for its page; then the keyboard goes on."""
    label = WrapLabel(dress(qapp), TEXT)
    _, explained = explaining(label)
    asked: list[str] = []
    explained.asked.connect(asked.append)
    for term, said in (("core-group", "The few who"), ("sponsor", "Who answers")):
        field = QApplication.focusWidget()
        assert field is not None
        QTest.keyClick(field, Qt.Key.Key_Tab)
        settle()
        chosen = explained.chosen_in(label)
        assert chosen is not None
        assert chosen.id == term
        assert said in QToolTip.text()
        QTest.keyClick(label, Qt.Key.Key_Return)
        assert asked[-1] == f"term:{term}"
    QTest.keyClick(label, Qt.Key.Key_Tab)
    settle()
    assert not label.hasFocus()
    assert explained.chosen_in(label) is None


def test_a_click_asks_for_the_page_of_a_word(qapp: QApplication, explaining: Explaining) -> None:
    """Beside a word it does nothing."""
    label = WrapLabel(dress(qapp), TEXT)
    _, explained = explaining(label)
    asked: list[str] = []
    explained.asked.connect(asked.append)
    at = place_of(label, "sponsor")
    QTest.mouseClick(label, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseClick(label, Qt.MouseButton.LeftButton, pos=QPoint(2, at.y()))
    assert asked == ["term:sponsor"]


def test_another_text_has_its_own_words(qapp: QApplication, explaining: Explaining) -> None:
    """A label without any is a label again: Tab does not stop at it."""
    label = WrapLabel(dress(qapp), TEXT)
    page, explained = explaining(label)
    label.set_text("Only one sponsor")
    explained.explain(page)
    assert "Who answers" in hover(label, place_of(label, "sponsor"))
    label.set_text("Nothing here")
    explained.explain(page)
    assert label.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert label.accessibleDescription() == ""
    assert label.text() == "Nothing here"
