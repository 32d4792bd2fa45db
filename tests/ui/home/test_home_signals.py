"""What reminders leave free on Home, signals fill."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.library.library import Library
from tests.app.community.village import TODAY, workshop
from tests.ui.home.stand_in import settle
from tests.ui.home.test_home_screen import home, said_on, settled, six
from ui.home.home_screen import HomeScreen
from ui.home.signal_card import SignalCard

LEFT = Qt.MouseButton.LeftButton


def signals(screen: HomeScreen) -> list[SignalCard]:
    """The cards of signals, in their order."""
    return [one for one in screen.findChildren(SignalCard) if one.isVisible()]


def test_signals_fill_the_places_that_are_free(qtbot: QtBot, library: Library) -> None:
    """Beside what is next, three in all; each leads on, and can be put off."""
    made = settled(library)
    workshop(library, made, TODAY + timedelta(days=58))
    workshop(library, made, TODAY - timedelta(days=900), state="closed")
    screen, stage, _ = home(qtbot, library)
    qtbot.waitUntil(lambda: bool(signals(screen)))
    before = signals(screen)
    assert len(screen.cards) + len(before) <= 3
    assert before[0].title.text() == made.name
    assert stage.world.words("signals.on-home") in said_on(before[0])
    assert before[0].button.property("role") == "quiet"
    QTest.mouseClick(before[0].button, LEFT)
    assert stage.went.places[-1][1] == made.id
    said = said_on(before[0])
    before[0].later.menu_of_times().actions()[0].trigger()
    settle()
    qtbot.wait(50)
    assert said not in [said_on(one) for one in signals(screen)]


def test_three_reminders_leave_no_place(qtbot: QtBot, library: Library) -> None:
    """What wants attention comes first."""
    six(library)
    screen, _, _ = home(qtbot, library)
    qtbot.wait(100)
    assert len(screen.cards) == 3
    assert signals(screen) == []
