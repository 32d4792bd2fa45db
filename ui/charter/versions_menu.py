"""All versions of a charter as a menu: read one, or see what changed since one."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from app.library.rows import Version
from ui.charter.charter_view import CharterView
from ui.parts.reading import for_reading
from ui.parts.version_line import version_line
from ui.world import World

COMPARE_KEY = "Shift+F8"


def versions_menu(
    parent: QWidget,
    world: World,
    view: CharterView,
    read: Callable[[Version | None], None],
    compare: Callable[[Version], None],
    compare_two: Callable[[], None],
) -> QMenu:
    """The draft and every version, the latest first; below, what they can be compared with, and
    the window in which both sides are chosen."""
    words = world.words
    menu = QMenu(parent)
    menu.setFont(world.look.font("body"))
    menu.setAccessibleName(words("charter.versions", n=len(view.versions)))
    _add(menu, words("charter.the-draft"), partial(read, None), on=view.shown is None)
    for version in view.versions:
        on = view.shown is not None and view.shown.id == version.id
        _add(menu, version_line(words, version), partial(read, version), on=on)
    earlier = [one for one in view.versions if view.shown is None or one.number < view.shown.number]
    if earlier:
        menu.addSeparator()
        inner = menu.addMenu(words("charter.compare"))
        inner.setFont(world.look.font("body"))
        for version in earlier:
            on = view.marking and view.against is not None and view.against.id == version.id
            _add(inner, version_line(words, version), partial(compare, version), on=on)
    menu.addSeparator()
    two = QAction(words("changes.compare"), menu)
    two.setShortcut(QKeySequence(COMPARE_KEY))
    two.triggered.connect(lambda: compare_two())
    menu.addAction(two)
    menu.aboutToHide.connect(menu.deleteLater)
    return for_reading(menu)


def _add(menu: QMenu, label: str, action: Callable[[], None], *, on: bool) -> None:
    made = QAction(label.replace("&", "&&"), menu)
    made.setCheckable(True)
    made.setChecked(on)
    made.triggered.connect(lambda: action())
    menu.addAction(made)
