"""A community that is closed, merged, split or paused: every screen says so, is read, goes on."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from app.community.states import record_state
from app.community.today import today_of
from app.library.rows import Community, CommunityState, Workshop
from app.resources import resources_folder
from app.words import Words
from app.words_files import load_words
from tests.ui.fitting import misfits, settle
from tests.ui.opened import Opened, opened
from tests.ui.played import lay_library
from ui.community.community_screen import CommunityScreen
from ui.exporting.export_dialog import ExportDialog
from ui.home.home_screen import HomeScreen
from ui.parts.page_header import PageHeader
from ui.parts.state_named import state_named

# Names offered are popups, which want what the offscreen screen cannot do.
pytestmark = pytest.mark.qt_log_ignore("does not support")


@pytest.fixture
def folder(tmp_path: Path, furnished_library: Path) -> Path:
    """A folder with a library that is lived in."""
    lay_library(furnished_library, tmp_path)
    return tmp_path


@pytest.fixture
def words() -> Words:
    """What the window says."""
    return load_words(resources_folder(), "en")


def over(house: Opened, state: str) -> Community:
    """The community of the launch, in a state as of today."""
    library = house.hearth.library
    workshop = library.reader.rows(Workshop)[0]
    community = library.reader.row(Community, workshop.community)
    record_state(library, community.id, today_of(library, community.id), state, "The bridge stands")
    settle()
    return library.reader.row(Community, community.id)


def visits(house: Opened, community: Community) -> dict[str, Callable[[], None]]:
    """Every screen that is about the community."""
    window, reader = house.hearth.window, house.hearth.library.reader
    found: dict[str, Callable[[], None]] = {
        "people": partial(window.people, community.id),
        "charter": partial(window.charter, community.id),
    }
    for register in house.hearth.catalogue.registers:
        found[register.id] = partial(window.register, community.id, register.id)
    for workshop in reader.rows(Workshop, community=community.id):
        found[f"design {workshop.state}"] = partial(window.design, workshop.id)
        found[f"closing {workshop.state}"] = partial(window.closing, workshop.id)
    return found


def crumbs(house: Opened) -> list[str]:
    """What the headers on screen name above themselves."""
    screen = house.hearth.window.screen_shown
    assert screen is not None
    headers = screen.findChildren(PageHeader)
    return [one.crumb.accessibleName() for one in headers if one.isVisible()]


@pytest.mark.parametrize("state", ["closed", "merged", "split", "paused"])
def test_every_screen_says_that_it_is_over(
    qapp: QApplication, folder: Path, words: Words, state: str
) -> None:
    """Beside its name, where one goes back to it."""
    with opened(qapp, folder) as house:
        community = over(house, state)
        said = state_named(house.hearth.library.reader, words, community.id)
        assert words(f"states.state.{state}") in said
        for name, visit in visits(house, community).items():
            visit()
            settle()
            assert crumbs(house) == [said], name
            assert misfits(house.hearth.window) == [], name


@pytest.mark.parametrize("state", ["closed", "merged"])
def test_its_page_begins_nothing_until_it_is_opened_again(
    qapp: QApplication, folder: Path, words: Words, state: str
) -> None:
    """A sentence says why; what there was stays to be read, and its page is left to write."""
    with opened(qapp, folder) as house:
        community = over(house, state)
        window = house.hearth.window
        window.community(community.id)
        screen = window.screen_shown
        assert isinstance(screen, CommunityScreen)
        settle()
        assert words("states.new-ended") in screen.ended_bar.sentence.text()
        assert "The bridge stands" in screen.ended_bar.sentence.text()
        names = ("plan workshop", "plan meeting", "give role", "read stages")
        assert [shown(screen, name) for name in names] == [False] * 4
        assert shown(screen, "open charter")
        assert shown(screen, "all gatherings")
        screen.ending_button.click()
        settle()
        (dialog,) = [one for one in screen.findChildren(ExportDialog) if one.isVisible()]
        assert dialog.windowTitle() == words("exporting.title-legacy-page")
        dialog.reject()
        screen.ended_bar.button.click()
        settle()
        assert not screen.ended_bar.isVisible()
        assert window.focusWidget() is screen.main_button
        assert all(shown(screen, name) for name in ("plan meeting", "give role", "read stages"))
        house.hearth.library.undo(screen.scope())
        assert house.hearth.library.reader.row(Community, community.id).ended is not None


@pytest.mark.parametrize("state", ["closed", "merged", "split", "paused"])
def test_it_is_found_on_home(qapp: QApplication, folder: Path, state: str) -> None:
    """Behind the pill of those that ended, or among the others."""
    with opened(qapp, folder) as house:
        community = over(house, state)
        window = house.hearth.window
        window.home()
        home = window.screen_shown
        assert isinstance(home, HomeScreen)
        settle()
        if home.ended_button.isVisible():
            home.ended_button.click()
            settle()
        assert home.model.row_of(community.id) is not None
        assert misfits(window) == []


def test_a_state_is_one_change_that_is_undone(qapp: QApplication, folder: Path) -> None:
    """On its page."""
    with opened(qapp, folder) as house:
        reader = house.hearth.library.reader
        before = reader.count(CommunityState)
        community = over(house, "closed")
        house.hearth.window.community(community.id)
        house.hearth.window.undo()
        settle()
        assert reader.count(CommunityState) == before
        assert reader.row(Community, community.id).ended is None


def shown(screen: CommunityScreen, name: str) -> bool:
    """Whether a button of a card is there, by its name."""
    found = screen.cards.findChild(QWidget, name) if screen.cards is not None else None
    return found is not None and found.isVisible()
