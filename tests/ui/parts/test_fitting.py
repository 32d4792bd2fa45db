"""The check that other tests lean on finds a deliberate misfit of each sort."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMargins, Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QTabBar,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.dress import dress, speak
from tests.ui.fitting import misfits, settle
from ui.look.look import Look
from ui.parts.buttons import Button, KeyButton
from ui.parts.clock_display import ClockDisplay
from ui.parts.controls import Tick
from ui.parts.labels import ElidedLabel, WrapLabel
from ui.parts.pill import PillButton

LONG = "Ouvrir l’atelier qui s’était arrêté"


def _combo(_: Look) -> QWidget:
    combo = QComboBox()
    combo.addItem(LONG)
    return combo


def _line(_: Look) -> QWidget:
    line = QLineEdit()
    line.setPlaceholderText(LONG)
    return line


def _spin(_: Look) -> QWidget:
    spin = QSpinBox()
    spin.setSuffix(" personnes attendues")
    return spin


def _tabs(_: Look) -> QWidget:
    tabs = QTabBar()
    tabs.addTab(LONG)
    tabs.setUsesScrollButtons(False)
    return tabs


MAKERS: dict[str, Callable[[Look], QWidget]] = {
    "push button": lambda _: QPushButton(LONG),
    "label": lambda _: QLabel(LONG),
    "check box": lambda _: QCheckBox(LONG),
    "combo box": _combo,
    "line edit": _line,
    "spin box": _spin,
    "tab": _tabs,
    "button": lambda look: Button(look, LONG),
    "key button": lambda look: KeyButton(look, speak(), LONG, "Ctrl+D"),
    "tick": lambda look: Tick(look, LONG),
    "pill": lambda look: PillButton(look, LONG),
    "wrap label": lambda look: WrapLabel(look, LONG),
    "clock": lambda look: ClockDisplay(look, speak()),
}


@pytest.mark.parametrize("name", MAKERS)
def test_it_finds_a_control_smaller_than_its_text(
    qtbot: QtBot, qapp: QApplication, name: str
) -> None:
    """Squeezed by hand it is found; at its own size it is not."""
    widget = MAKERS[name](dress(qapp))
    window = QWidget()
    widget.setParent(window)
    qtbot.addWidget(window)
    window.resize(900, 300)
    widget.setMaximumSize(16_000, 16_000)
    widget.resize(widget.sizeHint().grownBy(QMargins(0, 0, 250, 0)))
    window.show()
    assert misfits(window) == []
    widget.setMinimumSize(0, 0)
    widget.setGeometry(0, 0, 70, 20)
    found = misfits(window)
    assert found
    assert all(type(widget).__name__ in fault for fault in found), found


def test_it_finds_what_stands_outside_its_parent(qtbot: QtBot) -> None:
    """Partly, or altogether."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(200, 200)
    inner = QWidget(window)
    inner.setGeometry(150, 10, 100, 20)
    window.show()
    assert any("outside its QWidget of 200x200" in fault for fault in misfits(window))
    inner.setGeometry(50, 10, 100, 20)
    assert misfits(window) == []


def test_it_finds_what_has_no_room(qtbot: QtBot) -> None:
    """A button squeezed to nothing."""
    window = QWidget()
    qtbot.addWidget(window)
    button = QPushButton("Go", window)
    button.setGeometry(10, 10, 0, 20)
    window.show()
    assert any("no room at all" in fault for fault in misfits(window))


def test_it_finds_what_overlaps(qtbot: QtBot, qapp: QApplication) -> None:
    """Two widgets of one layout on the same spot."""
    dress(qapp)
    window = QWidget()
    column = QVBoxLayout(window)
    one, other = QPushButton("One"), QPushButton("Two")
    column.addWidget(one)
    column.addWidget(other)
    qtbot.addWidget(window)
    window.show()
    assert misfits(window) == []
    other.setGeometry(one.geometry())
    assert any("overlap" in fault for fault in misfits(window))


def test_it_leaves_scrolling_alone_but_not_sideways(qtbot: QtBot) -> None:
    """A long column may scroll; a wide one without a bar is a misfit."""
    area = QScrollArea()
    qtbot.addWidget(area)
    inner = QWidget()
    inner.resize(100, 2000)
    area.setWidget(inner)
    area.resize(300, 300)
    area.show()
    assert misfits(area) == []
    inner.resize(800, 2000)
    settle()
    assert misfits(area) == []
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    assert any("800 wide in a column" in fault for fault in misfits(area))


def test_it_forgives_what_is_elided_and_hidden(qtbot: QtBot, qapp: QApplication) -> None:
    """An elided label tells the rest; what is hidden troubles nobody."""
    look = dress(qapp)
    window = QWidget()
    qtbot.addWidget(window)
    label = ElidedLabel(look, LONG * 3)
    label.setParent(window)
    label.setGeometry(0, 0, 60, 24)
    hidden = QPushButton(LONG, window)
    hidden.setGeometry(0, 0, 5, 5)
    window.show()
    hidden.hide()
    assert misfits(window) == []
