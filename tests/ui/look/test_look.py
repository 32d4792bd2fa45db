"""The look: sizes that grow, fonts that are the house's own, a style sheet Qt understands."""

import xml.etree.ElementTree as ET
from itertools import product
from typing import get_args

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontInfo, QIcon, QPalette, QTextLayout
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.resources import resources_folder
from tests.ui.dress import dress
from ui.look.colour import mix
from ui.look.fonts import load_fonts
from ui.look.icons import IconName, icon
from ui.look.look import Look, elided, make_look
from ui.look.system_theme import system_theme
from ui.look.text_styles import TEXT_STYLES, TextRole
from ui.look.themes import THEMES


def test_text_grows_fully_and_air_mildly() -> None:
    """At 200 % letters are twice as large, the space around them four tenths larger."""
    usual, large, small = make_look("light"), make_look("light", 200), make_look("light", 80)
    assert [look.size(20) for look in (small, usual, large)] == [16, 20, 40]
    assert [look.px(20) for look in (small, usual, large)] == [18, 20, 28]
    assert large.font("body").pixelSize() == 2 * usual.font("body").pixelSize() == 30


def test_text_sizes_beyond_are_brought_within() -> None:
    """80 to 200 per cent."""
    assert make_look("light", 10).scale == 0.8
    assert make_look("light", 500).scale == 2.0


@pytest.mark.parametrize("role", TEXT_STYLES)
def test_every_role_is_set_in_the_fonts_of_the_house(qapp: QApplication, role: TextRole) -> None:
    """Neither family falls back to a font of the machine, at the weight that is asked for."""
    font = dress(qapp).font(role)
    info = QFontInfo(font)
    face = TEXT_STYLES[role]
    family = "Literata" if face.family == "serif" else "Atkinson Hyperlegible Next"
    assert info.family() == family
    assert info.weight() == face.weight
    assert font.pixelSize() == face.pixels


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("Надежда", "Noto Sans"),
        ("Καλή", "Noto Sans"),
        ("שלום", "Noto Sans Hebrew"),
        ("سلام", "Noto Sans Arabic"),
        ("नमस्ते", "Noto Sans Devanagari"),
        ("✓", "Noto Sans Symbols 2"),
        ("🌱", "Noto Emoji"),
    ],
)
def test_other_scripts_are_set_in_noto(qapp: QApplication, text: str, family: str) -> None:
    """No letter of the scripts that are shipped shows as an empty box."""
    layout = QTextLayout(text, dress(qapp).font("body"))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    runs = layout.glyphRuns()
    assert {run.rawFont().familyName() for run in runs} == {family}
    assert all(all(run.glyphIndexes()) for run in runs)


def test_a_font_that_is_none_is_named(tmp_path: object, qapp: QApplication) -> None:
    """A damaged file is told, and stops nothing."""
    from pathlib import Path

    folder = Path(str(tmp_path))
    (folder / "Broken.ttf").write_bytes(b"not a font")
    assert load_fonts(folder) == ["Broken.ttf"]
    assert load_fonts(folder / "nowhere") == []


@pytest.mark.parametrize(("theme", "text"), list(product(THEMES, (80, 100, 200))))
def test_qt_understands_the_style_sheet(
    qtbot: QtBot, qapp: QApplication, theme: object, text: int
) -> None:
    """Qt warns of a sheet it cannot read, and a warning fails the test."""
    look = dress(qapp, theme, text)  # type: ignore[arg-type]
    window = QWidget()
    column = QVBoxLayout(window)
    for kind in (QPushButton, QLineEdit, QComboBox, QSpinBox, QCheckBox):
        column.addWidget(kind())
    qtbot.addWidget(window)
    window.show()
    assert "$" not in look.style_sheet()
    assert window.grab().size() == window.size()


@pytest.mark.parametrize("text", [80, 100, 130, 200])
def test_fields_of_one_line_are_equally_high(qapp: QApplication, text: int) -> None:
    """They stand beside each other in forms."""
    look = dress(qapp, "light", text)
    heights = []
    for kind in (QLineEdit, QComboBox, QSpinBox):
        field = kind()
        field.setFont(look.font("body"))
        field.ensurePolished()
        heights.append(field.sizeHint().height())
    assert max(heights) - min(heights) <= 2, heights


def _has_colour(widget: QWidget, colour: str) -> int:
    """How many pixels of a widget have exactly this colour."""
    image = widget.grab().toImage()
    wanted = colour.lower()
    points = product(range(image.width()), range(image.height()))
    return sum(image.pixelColor(x, y).name() == wanted for x, y in points)


@pytest.mark.parametrize("kind", [QPushButton, QLineEdit, QComboBox, QSpinBox, QCheckBox])
def test_focus_is_visible(qtbot: QtBot, qapp: QApplication, kind: type[QWidget]) -> None:
    """The ring of ember is there with the focus and gone without."""
    look = dress(qapp)
    window = QWidget()
    column = QVBoxLayout(window)
    other, control = QPushButton("a"), kind()
    column.addWidget(other)
    column.addWidget(control)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    other.setFocus()
    before = _has_colour(control, look.theme.ember)
    control.setFocus()
    qtbot.waitUntil(control.hasFocus)
    assert _has_colour(control, look.theme.ember) > before + 40


def test_the_focus_moves_nothing(qtbot: QtBot, qapp: QApplication) -> None:
    """The ring is taken from the padding."""
    dress(qapp)
    line = QLineEdit()
    qtbot.addWidget(line)
    line.show()
    line.activateWindow()
    before = line.sizeHint()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    assert line.sizeHint() == before


def test_the_filled_button_is_filled(qtbot: QtBot, qapp: QApplication) -> None:
    """By its role alone, on a plain Qt button."""
    look = dress(qapp)
    button = QPushButton("Go")
    button.setProperty("role", "primary")
    qtbot.addWidget(button)
    button.show()
    assert _has_colour(button, look.theme.ember) > button.width() * button.height() * 0.6


def test_the_palette_follows_the_theme() -> None:
    """For what no style sheet reaches."""
    for theme, tokens in THEMES.items():
        palette = make_look(theme).palette()
        assert palette.color(QPalette.ColorRole.Window).name() == tokens.paper.lower()
        assert palette.color(QPalette.ColorRole.Text).name() == tokens.ink.lower()


def test_wearing_another_look_changes_what_is_drawn(qtbot: QtBot, qapp: QApplication) -> None:
    """A dark window is dark."""
    dress(qapp, "dark")
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    assert _has_colour(window, THEMES["dark"].paper) == window.width() * window.height()


def test_the_system_is_followed() -> None:
    """Dark and contrast when asked for, light when the system does not say."""

    class Hints:
        """What a system might say."""

        def __init__(self, scheme: Qt.ColorScheme, contrast: Qt.ContrastPreference) -> None:
            self._scheme, self._contrast = scheme, contrast

        def colorScheme(self) -> Qt.ColorScheme:
            return self._scheme

        def accessibility(self) -> "Hints":
            return self

        def contrastPreference(self) -> Qt.ContrastPreference:
            return self._contrast

    none, high = Qt.ContrastPreference.NoPreference, Qt.ContrastPreference.HighContrast
    schemes = Qt.ColorScheme
    assert system_theme(Hints(schemes.Unknown, none)) == "light"  # type: ignore[arg-type]
    assert system_theme(Hints(schemes.Light, none)) == "light"  # type: ignore[arg-type]
    assert system_theme(Hints(schemes.Dark, none)) == "dark"  # type: ignore[arg-type]
    assert system_theme(Hints(schemes.Dark, high)) == "contrast"  # type: ignore[arg-type]


def test_the_real_system_can_be_asked(qapp: QApplication) -> None:
    """Offscreen it says nothing, which is light."""
    assert system_theme(qapp.styleHints()) == "light"


@pytest.mark.parametrize("name", get_args(IconName))
def test_every_sign_is_drawn(qapp: QApplication, name: IconName) -> None:
    """Not an empty square."""
    made = icon(name, make_look("light").colour("ember"), 24)
    image = made.pixmap(QSize(24, 24)).toImage()
    points = product(range(image.width()), range(image.height()))
    assert sum(image.pixelColor(x, y).alpha() > 0 for x, y in points) > 10


@pytest.mark.parametrize(("theme", "name"), list(product(THEMES, ("tick", "up", "down", "dot"))))
def test_the_signs_of_the_style_sheet_are_there(theme: str, name: str, qapp: QApplication) -> None:
    """Each in its theme, readable as SVG, in a colour of the theme, and drawn by Qt."""
    path = resources_folder() / "icons" / theme / f"{name}.svg"
    shape = ET.parse(path).getroot()[0]
    colour = shape.get("stroke") or shape.get("fill")
    tokens = THEMES[theme]  # type: ignore[index]
    assert colour in (tokens.mute, tokens.control, tokens.on_ember, tokens.ember)
    assert not QIcon(str(path)).pixmap(QSize(12, 12)).isNull()


def test_fills_tints_and_washes_are_not_the_text_colour() -> None:
    """An area never competes with the words on it."""
    look = make_look("light")
    assert look.tint("teal").name().upper() == mix(look.theme.teal, look.theme.card, 0.26)
    assert look.fill("amber").name().upper() == look.theme.amber_fill
    assert look.fill("teal").name().upper() == look.theme.teal
    assert look.background("renew").name().upper() == look.theme.renew_wash


def test_a_long_line_is_elided(qapp: QApplication) -> None:
    """And a short one is left alone."""
    font = dress(qapp).font("body")
    assert elided("short", font, 200) == "short"
    assert elided("a much longer line than that", font, 60).endswith("…")


def test_a_look_is_a_value() -> None:
    """Two of the same are equal, and none can be changed."""
    assert make_look("dark", 120) == make_look("dark", 120)
    with pytest.raises(AttributeError):
        Look().scale = 2.0  # type: ignore[misc]
