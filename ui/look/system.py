"""What the system asks for: light, dark, or more contrast."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QStyleHints

from ui.look.tokens import Theme


def system_theme(hints: QStyleHints) -> Theme:
    """The theme the system asks for; light where it does not say."""
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return "contrast"
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"
