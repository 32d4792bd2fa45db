"""The frame around the work: screens, rail, header, sentences, the clock, and forms."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.library.journal import Change, Scope
from tests.ui.dress import dress, speak
from tests.ui.fitting import in_a_window, misfits, settle
from tests.ui.gallery.window import PAGES, make_shell
from ui.look.look import Look
from ui.parts.buttons import Button
from ui.parts.clock_display import ClockDisplay, clock_text
from ui.parts.labels import WrapLabel
from ui.parts.page_header import PageHeader
from ui.parts.rail import Rail, RailEntry
from ui.parts.screen import Screen
from ui.parts.sentences import EmptyState, SentenceBar
from ui.parts.shell import Shell


def _change(*tables: str) -> Change:
    rows = frozenset((table, "1") for table in tables)
    return Change(id="c", label="noted", scope=Scope(community="k"), rows=rows)


class Notes(Screen):
    """A screen that counts how often it was drawn."""

    def __init__(self) -> None:
        super().__init__("Notes")
        self.drawn = 0

    def touches(self, change: Change) -> bool:
        """Only notes matter here."""
        return change.touches("note")

    def refresh(self) -> None:
        """Draw."""
        self.drawn += 1


def test_a_screen_is_drawn_when_first_shown(qtbot: QtBot) -> None:
    """Not before."""
    screen = Notes()
    qtbot.addWidget(screen)
    assert (screen.drawn, screen.stale) == (0, True)
    screen.show()
    assert (screen.drawn, screen.stale) == (1, False)


def test_a_visible_screen_follows_at_once(qtbot: QtBot) -> None:
    """A change that touches it, and no other."""
    screen = Notes()
    qtbot.addWidget(screen)
    screen.show()
    screen.library_changed(_change("note"))
    assert screen.drawn == 2
    screen.library_changed(_change("person"))
    assert screen.drawn == 2


def test_a_hidden_screen_waits(qtbot: QtBot) -> None:
    """Ten changes while hidden are one drawing when shown."""
    screen = Notes()
    qtbot.addWidget(screen)
    screen.show()
    screen.hide()
    for _ in range(10):
        screen.library_changed(_change("note"))
    assert (screen.drawn, screen.stale) == (1, True)
    screen.show()
    assert (screen.drawn, screen.stale) == (2, False)
    screen.hide()
    screen.show()
    assert screen.drawn == 2


def test_a_change_made_while_drawing_is_not_forgotten(qtbot: QtBot) -> None:
    """It is drawn too."""

    class Restless(Notes):
        """Changes something the first time it is drawn."""

        def refresh(self) -> None:
            """Draw, and hear of a change meanwhile."""
            super().refresh()
            if self.drawn == 1:
                self.library_changed(_change("note"))

    screen = Restless()
    qtbot.addWidget(screen)
    screen.show()
    screen.hide()
    screen.show()
    assert screen.drawn == 2


def test_the_title_is_told(qtbot: QtBot) -> None:
    """To the window and to screen readers, when it changes."""
    screen = Notes()
    qtbot.addWidget(screen)
    with qtbot.waitSignal(screen.title_changed) as told:
        screen.set_title("Water Quality")
    assert told.args == ["Water Quality"]
    assert screen.accessibleName() == screen.title == "Water Quality"
    with qtbot.assertNotEmitted(screen.title_changed):
        screen.set_title("Water Quality")


def _rail(look: Look) -> Rail:
    entries = [
        RailEntry("communities", "Communities", "communities"),
        RailEntry("search", "Search", "search", "Ctrl+K"),
    ]
    rail = Rail(look, speak(), "Hearth", entries)
    rail.set_foot("Everything is on this computer.", "Last backup today 9:14")
    return rail


def test_the_rail_leads_where_it_says(qtbot: QtBot, qapp: QApplication) -> None:
    """By mouse, by the keyboard, and by its key."""
    rail = _rail(dress(qapp))
    qtbot.addWidget(rail)
    rail.show()
    rail.activateWindow()
    settle()
    taken: list[str] = []
    rail.chosen.connect(taken.append)
    QTest.mouseClick(rail.entry("communities"), Qt.MouseButton.LeftButton)
    rail.entry("search").setFocus()
    QTest.keyClick(rail.entry("search"), Qt.Key.Key_Space)
    QTest.keyClick(rail, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert taken == ["communities", "search", "search"]
    rail.set_current("search")
    assert rail.current == "search"
    rail.set_current("nowhere")
    assert rail.current == ""


def test_the_rail_folds_when_it_would_take_too_much(qtbot: QtBot, qapp: QApplication) -> None:
    """At 200 % in a window of 1280: signs with tooltips, the names still told."""
    rail = _rail(dress(qapp, "light", 200))
    qtbot.addWidget(rail)
    rail.show()
    rail.fit(1280)
    assert rail.width() < 120
    assert rail.entry("search").toolTip() == "Search  Ctrl K"
    assert rail.entry("search").accessibleName() == "Search"
    assert misfits(rail) == []
    rail.fit(2600)
    assert (rail.folded, rail.width() > 300) == (False, True)
    assert rail.entry("search").toolTip() == ""
    assert misfits(rail) == []


def test_the_rail_stays_open_at_its_usual_size(qtbot: QtBot, qapp: QApplication) -> None:
    """And leaves five sixths of a window of 1280 pixels to the screen."""
    rail = _rail(dress(qapp))
    qtbot.addWidget(rail)
    rail.fit(1280)
    assert not rail.folded
    assert rail.width() <= 1280 / 6


def test_the_header_puts_buttons_below_when_narrow(qtbot: QtBot, qapp: QApplication) -> None:
    """Beside the title in a wide window."""
    look = dress(qapp)
    header = PageHeader(look, "Bridge Inspection Practice", "How we judge.", "Communities /")
    button = Button(look, "Plan the renewal", "primary")
    header.add(Button(look, "Hand over…"), button)
    holder = in_a_window(qtbot, header, 1000, 300)
    assert misfits(holder) == []
    assert button.mapTo(header, button.rect().topRight()).x() == header.width() - 1
    assert button.mapTo(header, button.rect().topLeft()).y() < header.title.height()
    holder.resize(520, 400)
    assert misfits(holder) == []
    below = header.sentence.mapTo(header, header.sentence.rect().bottomLeft()).y()
    assert button.mapTo(header, button.rect().topLeft()).y() > below
    with qtbot.waitSignal(header.back):
        QTest.mouseClick(header.crumb, Qt.MouseButton.LeftButton)


def test_a_title_has_at_most_two_lines_beside_the_buttons(qtbot: QtBot, qapp: QApplication) -> None:
    """A longer one has the width, and the buttons go below; a short one needs little."""
    look = dress(qapp)
    for text, beside in (("Charter · version 1", True), ("A name that goes on " * 4, False)):
        header = PageHeader(look)
        button = Button(look, "Enter the room " * 3, "primary")
        header.add(button)
        header.set_title(text)
        holder = in_a_window(qtbot, header, 700, 400)
        assert misfits(holder) == []
        assert header.title.height() <= 2 * look.pitch("heading1")
        top = button.mapTo(header, button.rect().topLeft()).y()
        assert (top < header.title.height()) == beside


def test_the_strip_says_one_sentence(qtbot: QtBot, qapp: QApplication) -> None:
    """Until the next, or until it is dismissed; its button answers."""
    look = dress(qapp)
    bar = SentenceBar(look, speak())
    shell = Shell(look, _rail(look), bar)
    shell.show_screen(WrapLabel(look, "a screen"))
    qtbot.addWidget(shell)
    shell.resize(900, 400)
    shell.show()
    assert not bar.isVisible()
    bar.say("The disk is full. What you typed is kept.", "ember", "Try again")
    assert misfits(shell) == []
    assert bar.isVisible()
    assert bar.accessibleName() == "The disk is full. What you typed is kept."
    with qtbot.waitSignal(bar.answered):
        QTest.mouseClick(bar.button, Qt.MouseButton.LeftButton)
    bar.say("Saved.")
    assert bar.sentence.text() == "Saved."
    assert not bar.button.isVisible()
    with qtbot.waitSignal(bar.dismissed):
        QTest.mouseClick(bar.close_button, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()


def test_the_strip_closes_by_escape(qtbot: QtBot, qapp: QApplication) -> None:
    """While it has the focus."""
    bar = SentenceBar(dress(qapp), speak())
    qtbot.addWidget(bar)
    bar.say("A sentence.")
    bar.activateWindow()
    bar.close_button.setFocus()
    with qtbot.waitSignal(bar.dismissed):
        QTest.keyClick(bar.close_button, Qt.Key.Key_Escape)


def test_an_empty_screen_says_what_to_do(qtbot: QtBot, qapp: QApplication) -> None:
    """With one button, or with none."""
    look = dress(qapp)
    empty = EmptyState(look, "No community yet", "Begin with a name.", "New community")
    qtbot.addWidget(empty)
    empty.show()
    with qtbot.waitSignal(empty.asked):
        QTest.mouseClick(empty.button, Qt.MouseButton.LeftButton)
    assert misfits(empty) == []
    silent = EmptyState(look, "", "Nothing was parked.")
    qtbot.addWidget(silent)
    silent.show()
    assert not silent.button.isVisible()


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0, "0:00"), (7, "0:07"), (522, "8:42"), (3600, "60:00"), (-1, "−0:01"), (-642, "−10:42")],
)
def test_the_clock_reads(seconds: int, text: str) -> None:
    """Minutes and seconds, with a true minus below zero."""
    assert clock_text(seconds) == text


def test_the_clock_pulses_once_at_the_end(qtbot: QtBot, qapp: QApplication) -> None:
    """At the step to zero, and never again below."""
    look = dress(qapp)
    clock = ClockDisplay(look, speak())
    qtbot.addWidget(clock)
    clock.show()
    pulses = []
    for seconds in (1, 0, -1):
        clock.set_seconds(seconds)
        pulses.append(clock.pulsing)
        qtbot.waitUntil(lambda: not clock.pulsing, timeout=3000)
    assert pulses == [False, True, False]
    assert clock.colour().name() == look.theme.amber.lower()
    clock.set_seconds(60)
    assert clock.colour().name() == look.theme.ink.lower()


def test_the_clock_does_not_move_at_zero(qtbot: QtBot, qapp: QApplication) -> None:
    """Its place has room for the minus from the start."""
    clock = ClockDisplay(dress(qapp), speak())
    qtbot.addWidget(clock)
    clock.show()
    clock.set_seconds(30)
    before = clock.sizeHint()
    clock.set_seconds(-30)
    assert clock.sizeHint() == before
    clock.set_seconds(6000)
    clock.resize(clock.sizeHint())
    assert misfits(clock) == []


@pytest.mark.parametrize(
    ("language", "seconds", "told"),
    [
        ("en", 522, "9 minutes left"),
        ("en", 60, "1 minute left"),
        ("en", -61, "2 minutes over"),
        ("fr", 522, "encore 9 minutes"),
        ("fr", -61, "2 minutes de trop"),
    ],
)
def test_the_clock_is_told_by_the_minute(
    qtbot: QtBot, qapp: QApplication, language: str, seconds: int, told: str
) -> None:
    """A screen reader does not hear every second."""
    clock = ClockDisplay(dress(qapp), speak(language))
    qtbot.addWidget(clock)
    clock.set_seconds(seconds)
    assert clock.accessibleName() == told


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("text", [80, 100, 150, 200])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_gallery_fits(
    qtbot: QtBot, qapp: QApplication, page: str, text: int, language: str
) -> None:
    """Every part, in the smallest window and a large one, in both languages, at every size."""
    look = dress(qapp, "light", text)
    shell = make_shell(look, speak(language), page)
    qtbot.addWidget(shell)
    for width, height in ((1280, 720), (1920, 1080)):
        shell.resize(width, height)
        shell.show()
        assert misfits(shell) == []
        assert (shell.width(), shell.height()) == (width, height)
