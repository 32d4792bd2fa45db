"""In large letters a page opens at its top, with what is to be known first; Tab leads down it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from app.exchange.sample import import_sample
from app.library.rows import Community, Workshop
from app.resources import resources_folder
from tests.played import import_played_sample
from tests.ui.fitting import settle
from tests.ui.opened import Opened, opened
from ui.home.home_screen import HomeScreen


@pytest.fixture
def house(qapp: QApplication, tmp_path: Path) -> Iterator[Opened]:
    """At 200 %, over a library in a folder that is synchronized: Home has a remark at its top."""
    (tmp_path / "Dropbox").mkdir()
    with opened(qapp, tmp_path, library=tmp_path / "Dropbox", text=200) as house:
        house.hearth.window.resize(1280, 720)
        yield house


def fill(house: Opened) -> None:
    """A launch that is over, and one ahead."""
    hearth = house.hearth
    import_played_sample(hearth.library, hearth.catalogue, resources_folder())
    import_sample(hearth.library, hearth.catalogue, resources_folder())


def above(widget: QWidget) -> int:
    """How far the page is scrolled down."""
    page = widget.findChild(QAbstractScrollArea)
    assert isinstance(page, QAbstractScrollArea)
    return page.verticalScrollBar().value()


def test_home_opens_with_its_remark(house: Opened) -> None:
    """Without a community and with some; Tab then leads to what is further down."""
    window = house.hearth.window
    for _ in range(2):
        window.home()
        settle()
        home = window.screen_shown
        assert isinstance(home, HomeScreen)
        assert above(home) == 0
        (remark,) = home.surroundings.cards
        assert window.rect().contains(remark.mapTo(window, remark.rect().topLeft()))
        fill(house)
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    assert isinstance(home, HomeScreen)
    assert home.list_card.lines.hasFocus()
    QTest.keyClick(home.list_card.lines, Qt.Key.Key_Down)
    settle()
    assert above(home) > 0, "the line one goes to is brought into sight"


def test_every_page_opens_at_its_top(house: Opened) -> None:
    fill(house)
    window, reader = house.hearth.window, house.hearth.library.reader
    community = reader.rows(Community)[0].id
    workshop = reader.rows(Workshop)[0].id
    visits: dict[str, Callable[[], None]] = {
        "home": window.home,
        "community": lambda: window.community(community),
        "people": lambda: window.people(community),
        "closing": lambda: window.closing(workshop),
        "settings": window.settings,
        **{
            f"register {one.id}": lambda one=one: window.register(community, one.id)  # type: ignore[misc]
            for one in house.hearth.catalogue.registers
        },
    }
    for name, visit in visits.items():
        visit()
        settle()
        assert window.screen_shown is not None
        assert above(window.screen_shown) == 0, name
