"""The name of a section of one's own: refused, it stays in its line with what is said of it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.charter.clauses import LONGEST_HEADING
from tests.ui.charter.desk import Desk
from tests.ui.fitting import settle


def test_a_name_that_is_too_long_stays(desk: Desk) -> None:
    """Nothing that succeeds elsewhere takes the sentence away; the name, made shorter, does."""
    naming = desk.body.sections.naming
    desk.body.sections.ask_name()
    naming.setText("n" * (LONGEST_HEADING + 1))
    QTest.keyClick(naming, Qt.Key.Key_Return)
    assert naming.isVisible()
    assert len(naming.text()) == LONGEST_HEADING + 1
    assert str(LONGEST_HEADING) in desk.notice
    QTest.keyClick(naming, Qt.Key.Key_Backspace)
    QTest.keyClick(naming, Qt.Key.Key_Return)
    settle()
    assert not naming.isVisible()
    assert desk.notice == ""
    assert desk.body.section == "n" * LONGEST_HEADING
