"""Which keys do something in a window now, with words: read where they are bound, never listed.

Whoever binds a key says what it does: a button by its own words, a shortcut without a button by
its ``whatsThis``, a list that hears keys by itself with :func:`tell_keys`.
"""

from collections.abc import Iterator, Mapping, Sequence

import msgspec
from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.parts.screen import Screen

_PROPERTY = "told-keys"


class KeyTold(msgspec.Struct, frozen=True):
    """A key, written as for QKeySequence, and what it does; no words where nobody said."""

    key: str
    text: str


class KeyGroup(msgspec.Struct, frozen=True):
    """Keys that belong together, under a title."""

    title: str
    keys: tuple[KeyTold, ...]


def tell_keys(widget: QWidget, title: str, keys: Sequence[tuple[str, str]]) -> None:
    """Say which ``keys`` a widget hears by itself while it has the keyboard, each with words."""
    told = tuple(KeyTold(key, text) for key, text in keys)
    widget.setProperty(_PROPERTY, KeyGroup(title, told))


def key_groups(
    window: QWidget, screen: Screen, beside: Sequence[QWidget], everywhere: str
) -> list[KeyGroup]:
    """The keys of the screen shown, of its lists and fields, and, under the title ``everywhere``,
    of its window and of what stands ``beside`` the screen, if it is to be seen."""
    here = keys_bound(window, screen, screen.keys_told())
    around = keys_bound(window, window, {})
    for place in beside:
        if place.isVisible():
            around += keys_bound(window, place, {})
    told = {one.key for one in here}
    rest = tuple(one for one in around if one.key not in told)
    groups = [KeyGroup(screen.title, here), *keys_of_lists(screen)]
    return [*(one for one in groups if one.keys), KeyGroup(everywhere, rest)]


def keys_bound(window: QWidget, place: QWidget, words: Mapping[str, str]) -> tuple[KeyTold, ...]:
    """The keys that act in ``place``, which stands in ``window``, wherever the keyboard is there.

    ``words``: what keys do that no button shows.
    """
    found: dict[str, str] = {}
    buttons, named = dict(_buttons(window, place)), dict(_buttons(window, place, shown=False))
    for shortcut in window.findChildren(QShortcut):
        if shortcut.isEnabled() and _is_in(shortcut.parent(), place, window):
            bound: Sequence[QKeySequence] = shortcut.keys()
            for key in bound:
                name = _written(key)
                said = shortcut.whatsThis() or _said_by(shortcut.parent())
                found[name] = said or words.get(name, "") or buttons.get(name, "")
                # Its button may have no room on the screen just now: it says what the key does.
                found[name] = found[name] or named.get(name, "")
    for name, said in buttons.items():
        found.setdefault(name, said)
    return tuple(KeyTold(key, text) for key, text in found.items())


def keys_of_lists(place: QWidget) -> list[KeyGroup]:
    """What was told of the lists and fields in sight, those of one title together."""
    groups: dict[str, dict[str, str]] = {}
    for widget in place.findChildren(QWidget):
        group = widget.property(_PROPERTY)
        if isinstance(group, KeyGroup) and widget.isVisible():
            keys = groups.setdefault(group.title, {})
            keys.update({one.key: one.text for one in group.keys})
    return [
        KeyGroup(title, tuple(KeyTold(key, text) for key, text in keys.items()))
        for title, keys in groups.items()
    ]


def _buttons(window: QWidget, place: QWidget, *, shown: bool = True) -> Iterator[tuple[str, str]]:
    """The keys that buttons of a window show, with their words; all of them, or those ``shown``."""
    for button in place.findChildren(QAbstractButton):
        key = button.property("key")
        if button.window() is not window or (shown and button.isHidden()):
            continue  # a dialog over the window has keys of its own
        if isinstance(key, str) and key:
            yield _written(QKeySequence(key)), button.accessibleName()


def _is_in(owner: QObject | None, place: QWidget, window: QWidget) -> bool:
    """Whether a shortcut of ``owner`` acts in ``place``; one of the window does so everywhere."""
    if not isinstance(owner, QWidget) or owner.window() is not window:
        return False
    if place is window:
        return owner is window
    return owner.isVisible() and (owner is place or place.isAncestorOf(owner))


def _said_by(owner: QObject | None) -> str:
    return owner.accessibleName() if isinstance(owner, QAbstractButton) else ""


def _written(key: QKeySequence) -> str:
    return key.toString(QKeySequence.SequenceFormat.PortableText)
