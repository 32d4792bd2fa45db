"""The one style sheet of the application, made from a theme's colours at a text size.

It dresses plain Qt controls. What a control is for is told by dynamic properties:

- a QPushButton has ``role``: ``primary``, ``quiet`` (as without), ``flat``, ``link``, ``crumb``;
  and ``small`` true where it stands in a card or a bar;
- a QFrame with ``card`` or ``well`` true is a card or a sunk place;
- a field with ``wrong`` true has something to mend, ``bare`` true has no edge of its own.

No rule sets a font: text is set by the look's roles. Lengths are in pixels.
"""

from collections.abc import Callable
from string import Template
from typing import Final

from ui.look.colour import mix
from ui.look.scaling import (
    RADIUS_CARD,
    RADIUS_CONTROL,
    RADIUS_NOTE,
    scaled_length,
    scaled_spacing,
)
from ui.look.themes import Theme

ICONS: Final = "hearthicons"
"""The search path under which the style sheet finds ``resources/icons``."""

_BUTTONS: Final = """
QPushButton, QToolButton {
  background: $card; color: $ink; border: 1px solid $control; border-radius: ${round}px;
  padding: ${pad_y}px ${pad_x}px;
}
QPushButton[small="true"] { padding: ${small_y}px ${small_x}px; }
QPushButton:hover, QToolButton:hover { background: $sunk; }
QPushButton:pressed, QToolButton:pressed, QPushButton:checked { background: $pressed; }
QPushButton:focus, QToolButton:focus {
  border: ${ring}px solid $ember; padding: ${in_y}px ${in_x}px;
}
QPushButton:disabled, QToolButton:disabled {
  color: $control; border-color: $line; background: transparent;
}
QPushButton[role="primary"] { background: $ember; color: $on_ember; border-color: $ember; }
QPushButton[role="primary"]:hover { background: $ember_hover; border-color: $ember_hover; }
QPushButton[role="primary"]:pressed { background: $ember_hover; }
QPushButton[role="primary"]:focus { border: ${ring}px solid $ink; }
QPushButton[role="primary"]:disabled {
  background: $sunk; color: $control; border-color: $line;
}
QPushButton[role="flat"], QPushButton[role="link"], QPushButton[role="crumb"], QToolButton {
  background: transparent; border-color: transparent;
}
QPushButton[role="flat"]:hover, QToolButton:hover { background: $sunk; }
QPushButton[role="flat"]:focus, QToolButton:focus { border-color: $ember; }
QFileDialog QToolButton, QFileDialog QToolButton:focus { padding: 0; }
QPushButton[role="link"], QPushButton[role="crumb"] {
  padding: 2px 0; color: $mute; border: none; border-radius: 0;
}
QPushButton[role="link"]:hover, QPushButton[role="crumb"]:hover { color: $ember; }
QPushButton[role="link"]:focus, QPushButton[role="crumb"]:focus {
  border: none; border-bottom: ${ring}px solid $ember;
}
"""

_FIELDS: Final = """
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox {
  background: $card; color: $ink; border: 1px solid $control; border-radius: ${round}px;
  selection-background-color: $ember; selection-color: $on_ember;
  placeholder-text-color: $mute;
}
QLineEdit, QComboBox, QAbstractSpinBox { padding: ${field_y}px ${field_x}px; }
QPlainTextEdit, QTextEdit { padding: ${text_y}px ${text_x}px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QComboBox:on,
QAbstractSpinBox:focus { border: ${ring}px solid $ember; }
QLineEdit:focus, QComboBox:focus, QComboBox:on, QAbstractSpinBox:focus {
  padding: ${field_in_y}px ${field_in_x}px;
}
QPlainTextEdit:focus, QTextEdit:focus { padding: ${text_in_y}px ${text_in_x}px; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"],
QAbstractSpinBox[wrong="true"] { border-color: $ember; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QComboBox:disabled,
QAbstractSpinBox:disabled { color: $control; border-color: $line; background: transparent; }
QLineEdit:read-only, QPlainTextEdit:read-only, QTextEdit:read-only { background: $sunk; }
QLineEdit[bare="true"], QPlainTextEdit[bare="true"], QTextEdit[bare="true"],
QAbstractSpinBox QLineEdit, QComboBox QLineEdit {
  border: none; padding: 0; background: transparent;
}
QAbstractSpinBox { padding-top: ${spin_top}px; padding-bottom: ${spin_foot}px; }
QAbstractSpinBox:focus { padding-top: ${spin_in_top}px; padding-bottom: ${spin_in_foot}px; }
QComboBox { combobox-popup: 0; }
QComboBox { padding-right: ${arrow}px; }
QComboBox:focus, QComboBox:on { padding-right: ${arrow_in}px; }
QComboBox::drop-down {
  subcontrol-origin: border; subcontrol-position: center right; width: ${arrow}px; border: none;
}
QComboBox::down-arrow {
  image: url($icons:$theme/down.svg); width: ${glyph}px; height: ${glyph}px;
}
QComboBox QAbstractItemView { border: 1px solid $control; border-radius: 0; padding: ${half}px; }
QSpinBox::up-button, QSpinBox::down-button {
  subcontrol-origin: border; width: ${spin}px; border: none; background: transparent;
}
QSpinBox::up-button { subcontrol-position: top right; padding-top: ${half}px; }
QSpinBox::down-button { subcontrol-position: bottom right; padding-bottom: ${half}px; }
QSpinBox::up-arrow { image: url($icons:$theme/up.svg); }
QSpinBox::down-arrow { image: url($icons:$theme/down.svg); }
QSpinBox::up-arrow, QSpinBox::down-arrow {
  width: ${glyph}px; height: ${glyph}px;
}
"""

_CHOICES: Final = """
QCheckBox, QRadioButton {
  spacing: ${gap}px; border: ${ring}px solid transparent; border-radius: ${note}px; padding: 2px;
  color: $ink; background: transparent;
}
QCheckBox:focus, QRadioButton:focus { border-color: $ember; }
QCheckBox:disabled, QRadioButton:disabled { color: $control; }
QCheckBox::indicator, QRadioButton::indicator {
  width: ${box}px; height: ${box}px; border: 2px solid $control; background: $card;
}
QCheckBox::indicator { border-radius: ${box_round}px; }
QRadioButton::indicator { border-radius: ${box_half}px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: $ember; }
QCheckBox::indicator:checked {
  background: $ember; border-color: $ember; image: url($icons:$theme/tick.svg);
}
QRadioButton::indicator:checked {
  border-color: $ember; image: url($icons:$theme/dot.svg);
}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {
  border-color: $line; background: $sunk;
}
"""

_LISTS: Final = """
QListView, QTableView, QTreeView {
  background: $card; color: $ink; border: 1px solid $line; border-radius: ${card_round}px;
  outline: none; selection-background-color: $sunk; selection-color: $ink; gridline-color: $line;
  alternate-background-color: $sunk;
}
QListView[bare="true"], QTableView[bare="true"], QTreeView[bare="true"] {
  background: transparent; border: none; border-radius: 0;
}
QListView:focus, QTableView:focus, QTreeView:focus { border: ${ring}px solid $ember; }
QListView[bare="true"]:focus, QTableView[bare="true"]:focus { border: none; }
QListView::item, QTableView::item { padding: ${small_y}px ${gap}px; }
QListView::item:hover, QTableView::item:hover { background: $sunk; }
QListView::item:selected, QTableView::item:selected { background: $pressed; color: $ink; }
QListView::item:selected:focus, QTableView::item:selected:focus {
  border: ${ring}px solid $ember; border-radius: ${note}px;
}
QHeaderView { background: transparent; border: none; }
QHeaderView::section {
  background: transparent; color: $mute; border: none; border-bottom: 1px solid $line;
  padding: ${small_y}px ${gap}px;
}
QTableCornerButton::section { background: $card; border: none; }
"""

_WINDOWS: Final = """
QFrame[card="true"] {
  background: $card; border: 1px solid $line; border-radius: ${card_round}px;
}
QFrame[well="true"] { background: $sunk; border: none; border-radius: ${card_round}px; }
QScrollArea, QScrollArea > QWidget > QWidget[column="true"] {
  background: transparent; border: none;
}
QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: $control; border: none; border-radius: 3px; margin: 3px; }
QScrollBar::handle:vertical { min-height: ${grip}px; }
QScrollBar::handle:horizontal { min-width: ${grip}px; }
QScrollBar::handle:hover { background: $mute; }
QScrollBar[focused="true"]::handle { background: $ember; margin: 1px; border-radius: 5px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QToolTip {
  background: $card; color: $ink; border: 1px solid $control; padding: ${half}px ${gap}px;
}
QDialog, QMainWindow { background: $paper; }
QMenu { background: $card; color: $ink; border: 1px solid $control; padding: ${half}px; }
QMenu::item { padding: ${gap}px ${pad_x}px; border-radius: ${note}px; }
QMenu::item:selected { background: $pressed; }
QMenu::item:disabled { color: $control; }
QMenu::separator { height: 1px; background: $line; margin: ${half}px; }
QMenu::icon { padding-left: ${gap}px; }
QTabWidget::pane { border: none; }
QTabBar { qproperty-drawBase: 0; qproperty-expanding: 0; }
QTabBar::tab {
  background: transparent; color: $mute; border: ${ring}px solid transparent;
  border-radius: ${note}px; border-bottom: 3px solid transparent;
  padding: ${gap}px ${small_x}px; margin-right: ${half}px;
}
QTabBar::tab:hover { color: $ink; }
QTabBar::tab:selected { color: $ink; border-bottom-color: $ember; border-radius: 0; }
QTabBar::tab:selected:focus {
  border: ${ring}px solid $ember; border-radius: ${note}px;
}
QProgressBar {
  background: $sunk; border: 1px solid $control; border-radius: ${note}px; color: $ink;
  text-align: center; min-height: ${glyph}px;
}
QProgressBar::chunk { background: $ember; border-radius: ${chunk}px; }
QSplitter::handle { background: $line; }
"""


def make_style_sheet(tokens: Theme, scale: float) -> str:
    """The style sheet of a theme at a text scale."""
    values = _lengths(tokens.ring, scale)
    colours = {
        name: getattr(tokens, name)
        for name in ("paper", "sunk", "card", "line", "control", "ink", "mute")
    } | {
        "ember": tokens.ember,
        "on_ember": tokens.on_ember,
        "ember_hover": tokens.ember_hover,
        "pressed": pressed_background(tokens),
        "theme": tokens.name,
        "icons": ICONS,
    }
    sheet = Template(_BUTTONS + _FIELDS + _CHOICES + _LISTS + _WINDOWS)
    return sheet.substitute(colours | {name: str(value) for name, value in values.items()})


def pressed_background(tokens: Theme) -> str:
    """The ground of what is pressed, or chosen in a list."""
    return mix(tokens.line, tokens.card, 0.6)


def _lengths(ring: int, scale: float) -> dict[str, int]:
    """Every length in the sheet, in pixels."""
    air = _growing(scaled_spacing, scale)
    mark = _growing(scaled_length, scale)
    grown = ring - 1  # what the ring takes from the padding, so that nothing moves
    return {
        "ring": ring,
        "round": RADIUS_CONTROL,
        "card_round": RADIUS_CARD,
        "note": RADIUS_NOTE,
        "half": air(4),
        "gap": air(8),
        "pad_x": air(16),
        "pad_y": air(9),
        "in_x": air(16) - grown,
        "in_y": air(9) - grown,
        "small_x": air(14),
        "small_y": air(8),
        "field_x": air(10),
        "field_y": air(8),
        "field_in_x": air(10) - grown,
        "field_in_y": air(8) - grown,
        "text_x": air(8),
        "text_y": air(6),
        "text_in_x": air(8) - grown,
        "text_in_y": air(6) - grown,
        "arrow": mark(32),
        "arrow_in": mark(32) - grown,
        "spin": mark(26),
        "spin_top": air(8) - 1,
        "spin_foot": air(8) - 2,
        "spin_in_top": air(8) - 1 - grown,
        "spin_in_foot": air(8) - 2 - grown,
        "glyph": mark(12),
        "box": mark(16),
        "box_round": mark(5),
        "box_half": mark(8) + 2,
        "grip": mark(40),
        "chunk": RADIUS_NOTE - 1,
    }


def _growing(grow: Callable[[float, float], int], scale: float) -> Callable[[float], int]:
    return lambda pixels: grow(pixels, scale)
