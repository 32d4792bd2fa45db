"""Hearth's own question: Enter and Escape mean no, and what people typed is no markup."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.dress import dress, speak
from tests.ui.fitting import misfits, settle
from tests.ui.parts.showing import Show
from ui.parts.confirm_dialog import ConfirmDialog
from ui.system_dialogs import SystemDialogs

CTRL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


@pytest.mark.parametrize(
    ("key", "held", "answer"),
    [
        (Qt.Key.Key_Return, NONE, False),
        (Qt.Key.Key_Escape, NONE, False),
        (Qt.Key.Key_Return, CTRL, True),
    ],
)
def test_a_question_is_answered_by_a_key(
    qapp: QApplication, show: Show, key: Qt.Key, held: Qt.KeyboardModifier, answer: bool
) -> None:
    """What is dear is not lost by Enter alone."""
    window = show(QWidget(), width=900, height=600)
    seen: list[str] = []

    def press() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ConfirmDialog)
        try:
            assert QTest.qWaitForWindowActive(dialog)
            settle()
            seen.append(dialog.question.text())
            assert dialog.no_button.hasFocus()
            assert misfits(dialog) == []
            QTest.keyClick(dialog.no_button, key, held)
        except BaseException:
            dialog.reject()  # or the question would wait for ever
            raise

    QTimer.singleShot(0, press)
    question = "Remove <b>“Amina”</b> & all that was said?"
    dialogs = SystemDialogs(speak(), dress(qapp))
    assert dialogs.confirm(window, question, "Remove") is answer
    assert seen == [question]


@pytest.mark.parametrize("text", [100, 200])
def test_a_long_question_can_be_read_whole(qapp: QApplication, show: Show, text: int) -> None:
    """In what room there is, by scrolling where it must."""
    look = dress(qapp, "dark", text)
    window = show(QWidget(), width=1280, height=720)
    dialog = ConfirmDialog(look, speak("fr"), window, "Une longue phrase. " * 40, "Retirer la note")
    dialog.open()
    QTest.qWait(1)
    assert misfits(dialog) == []
    assert dialog.height() <= window.height()
    assert dialog.yes_button.isVisible()
    dialog.reject()
