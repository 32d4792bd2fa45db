"""Which digit a key means: what it typed, or where it lies.

On a French keyboard the keys above the letters type "&é"'(" and give their digits only with Shift;
whoever presses the key on which 1 is written means 1. The place is told by what the system calls
the key itself, whatever letters are laid on it.
"""

import sys
import unicodedata
from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_ROW = "1234567890"
_PLACES: Mapping[str, Mapping[int, str]] = {
    "linux": {10 + at: digit for at, digit in enumerate(_ROW)},
    "win32": {2 + at: digit for at, digit in enumerate(_ROW)},
    "darwin": dict(zip((18, 19, 20, 21, 23, 22, 26, 28, 25, 29), _ROW, strict=True)),
}
"""What each system calls the keys above the letters, from the left: scan codes of XKB and of
Windows, virtual key codes of macOS."""

_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


def digit_of(event: QKeyEvent, system: str = sys.platform) -> str:
    """The digit that a key means, "0" to "9"; empty where it means none."""
    if event.modifiers() & _COMMANDS:
        return ""
    text = event.text()
    if len(text) == 1 and (value := unicodedata.decimal(text, None)) is not None:
        return str(value)
    code = event.nativeVirtualKey() if system == "darwin" else event.nativeScanCode()
    return _PLACES.get(system, {}).get(code, "")
