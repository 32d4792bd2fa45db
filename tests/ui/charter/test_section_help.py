"""Help for drafting a section: folded until asked for, then beside what one writes."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from tests.ui.charter.desk import Desk
from tests.ui.fitting import misfits, settle
from ui.charter.section_help import SectionHelp
from ui.reading.reading_window import ReadingWindow

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def help_of(desk: Desk, section: str) -> SectionHelp:
    """The help of a section that is drafted."""
    desk.screen.begin()
    desk.screen.add_section(section)
    settle()
    (found,) = (one for one in desk.screen.findChildren(SectionHelp) if one.isVisible())
    return found


def test_it_unfolds_under_what_one_writes(bare: Desk) -> None:
    """How to draft it, a good and a weak example; its key folds it away again."""
    help_ = help_of(bare, "norms")
    assert help_.section.id == "norms"
    assert not help_.told.isVisible()
    QTest.keyClick(bare.house.hearth.window, Qt.Key.Key_E, CONTROL_SHIFT)
    settle()
    told = help_.section.in_language("en")
    texts = [label.text() for label in help_.findChildren(QLabel) if label.isVisible()]
    for text in (told.help, f"“{told.good}”", f"“{told.weak}”"):
        assert text in texts
    assert misfits(bare.house.hearth.window) == []
    QTest.keyClick(bare.house.hearth.window, Qt.Key.Key_E, CONTROL_SHIFT)
    settle()
    assert not help_.told.isVisible()


def test_its_page_opens_beside_the_draft(bare: Desk) -> None:
    """By its link, and by the key for reading, which opens what fits the screen."""
    help_ = help_of(bare, "norms")
    help_.button.click()
    help_.page_button.click()
    settle()
    (reader,) = bare.house.hearth.window.findChildren(ReadingWindow)
    assert reader.panes.entry is not None
    assert reader.panes.entry.key == "section:norms"
    bare.screen.open_section("purpose")
    assert bare.screen.reads() == "section:purpose"


def test_a_section_of_ones_own_has_none(bare: Desk) -> None:
    """Nobody wrote help for it."""
    bare.screen.begin()
    bare.screen.add_own_section("Our tea")
    settle()
    assert not [one for one in bare.screen.findChildren(SectionHelp) if one.isVisible()]
    assert bare.screen.reads() == ""
