"""Which keys do something in a window now, with words: read where they are bound, never listed.

Whoever binds a key says what it does: a button by its own words, a shortcut without a button by
its ``whatsThis``, a list that hears keys by itself with :func:`tell_keys`.
"""

from collections.abc import Container, Iterator, Mapping, Sequence

import msgspec
from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.parts.screen import Screen

_PROPERTY = "told-keys"


class KeyGroup(msgspec.Struct, frozen=True):
    """Keys that belong together, under a title: each, written as for QKeySequence, with what it
    does; no words where nobody said."""

    title: str
    keys: Mapping[str, str]

    def acts(self) -> list[tuple[list[str], str]]:
        """What is done with them, once each, with all its keys."""
        found: dict[str, list[str]] = {}
        for key, text in self.keys.items():
            found.setdefault(text or key, []).append(key)
        return [(keys, self.keys[keys[0]]) for keys in found.values()]


def tell_keys(widget: QWidget, title: str, keys: Sequence[tuple[str, str]]) -> None:
    """Say which ``keys`` a widget hears by itself while it has the keyboard, each with words."""
    widget.setProperty(_PROPERTY, KeyGroup(title, dict(keys)))


def key_groups(
    window: QWidget, screen: Screen, beside: Sequence[QWidget], everywhere: str
) -> list[KeyGroup]:
    """The keys of the screen shown, of its lists and fields, and, under the title ``everywhere``,
    of its window and of what stands ``beside`` the screen, if it is to be seen."""
    lists = keys_of_lists(screen)
    # What a list hears by itself is told of the list, not of a button that shows it as well.
    heard = {key for group in lists for key in group.keys}
    here = keys_bound(window, screen, screen.keys_told(), heard)
    around = dict(keys_bound(window, window, {}, heard))
    for place in beside:
        if place.isVisible():
            around |= keys_bound(window, place, {}, heard)
    rest = {key: text for key, text in around.items() if key not in here}
    groups = (KeyGroup(screen.title, here), *lists, KeyGroup(everywhere, rest))
    return [one for one in groups if one.keys]


def keys_bound(
    window: QWidget, place: QWidget, words: Mapping[str, str], elsewhere: Container[str] = ()
) -> Mapping[str, str]:
    """The keys that act in ``place``, which stands in ``window``, wherever the keyboard is there.

    ``words``: what keys do that no button shows; ``elsewhere``: keys that buttons only show, for
    whoever hears them.
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
        if name not in elsewhere:
            found.setdefault(name, said)
    return found


def keys_of_lists(place: QWidget) -> list[KeyGroup]:
    """What was told of the lists and fields in sight, those of one title together."""
    groups: dict[str, dict[str, str]] = {}
    for widget in place.findChildren(QWidget):
        group = widget.property(_PROPERTY)
        if isinstance(group, KeyGroup) and widget.isVisible():
            groups.setdefault(group.title, {}).update(group.keys)
    return [KeyGroup(title, keys) for title, keys in groups.items()]


def _buttons(window: QWidget, place: QWidget, *, shown: bool = True) -> Iterator[tuple[str, str]]:
    """The keys that buttons of a window show, with their words; all of them, or those in sight."""
    for button in place.findChildren(QAbstractButton):
        key = button.property("key")
        if button.window() is not window or (shown and not button.isVisible()):
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
