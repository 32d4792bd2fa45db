"""Digits by what a key types and by where it lies, on every system."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from ui.parts.digit_keys import digit_of

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


def key(
    text: str,
    *,
    scan: int = 0,
    virtual: int = 0,
    held: Qt.KeyboardModifier = NONE,
) -> QKeyEvent:
    """A key that was pressed: what it types, and what the system calls it."""
    return QKeyEvent(QEvent.Type.KeyPress, 0, held, scan, virtual, 0, text)


@pytest.mark.parametrize("text", ["3", "\u0663", "\uff13"])
def test_a_digit_that_is_typed_is_meant(text: str) -> None:
    """Also in the digits of another script."""
    assert digit_of(key(text)) == "3"
    assert digit_of(key(text, held=SHIFT)) == "3"


@pytest.mark.parametrize(("system", "code"), [("linux", 12), ("win32", 4), ("darwin", 20)])
def test_the_key_of_a_digit_is_meant_whatever_it_types(system: str, code: int) -> None:
    for text in ('"', "#", ""):
        assert digit_of(key(text, scan=code, virtual=code), system) == "3"


@pytest.mark.parametrize(("system", "code"), [("linux", 19), ("win32", 11), ("darwin", 29)])
def test_zero_stands_at_the_end_of_the_row(system: str, code: int) -> None:
    assert digit_of(key("à", scan=code, virtual=code), system) == "0"


def test_other_keys_and_commands_mean_no_digit() -> None:
    assert digit_of(key("é", scan=61), "linux") == ""
    assert digit_of(key("x")) == ""
    assert digit_of(key("3", held=Qt.KeyboardModifier.ControlModifier)) == ""
    assert digit_of(key('"', scan=12), "an unknown system") == ""
