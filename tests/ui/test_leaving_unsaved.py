"""Words that the disk refuses hold their screen and the window, until one lets them go."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.charter.clauses import clauses_of
from app.exchange.sample import Sample, import_sample
from app.library.drafts import drafts_at
from app.library.library import Library
from app.library.rows import Block, Note, Workshop
from app.library.trouble import Trouble
from app.resources import resources_folder
from app.workshop.outcomes import outcomes_of
from tests.played import import_played_sample
from tests.ui.fitting import settle
from tests.ui.opened import Opened, opened
from ui.charter.charter_screen import CharterScreen
from ui.closing.closing_screen import ClosingScreen
from ui.cockpit.cockpit import Cockpit
from ui.design.design_screen import DesignScreen
from ui.parts.text_places import capture_place

SAID = "Said at the very last moment"


@pytest.fixture
def house(qapp: QApplication, tmp_path: Path) -> Iterator[Opened]:
    """Hearth, opened."""
    with opened(qapp, tmp_path) as house:
        yield house


def _sample(house: Opened, make: Callable[..., Sample]) -> Sample:
    hearth = house.hearth
    return make(hearth.library, hearth.catalogue, resources_folder())


def in_charter(house: Opened) -> Callable[[], bool]:
    """A paragraph of the charter."""
    sample = _sample(house, import_played_sample)
    house.hearth.window.charter(sample.community.id)
    screen = house.hearth.window.screen_shown
    assert isinstance(screen, CharterScreen)
    settle()
    screen.body.begin_writing()
    settle()
    field = screen.body.field
    assert field is not None
    QTest.keyClicks(field.editing.focusWidget(), SAID)
    library = house.hearth.library
    return lambda: any(SAID in one.text for one in clauses_of(library.reader, sample.community.id))


def in_line_that_adds(house: Opened) -> Callable[[], bool]:
    """A decision nobody has pressed Enter after."""
    sample = _sample(house, import_played_sample)
    house.hearth.window.closing(sample.workshop.id)
    screen = house.hearth.window.screen_shown
    assert isinstance(screen, ClosingScreen)
    QTest.keyClicks(screen.cards["decision"].field, SAID)
    reader = house.hearth.library.reader
    return lambda: SAID in [one.text for one in outcomes_of(reader, sample.workshop.id, "decision")]


def in_thanks(house: Opened) -> Callable[[], bool]:
    """Thanks."""
    sample = _sample(house, import_played_sample)
    house.hearth.window.closing(sample.workshop.id)
    screen = house.hearth.window.screen_shown
    assert isinstance(screen, ClosingScreen)
    QTest.keyClicks(screen.thanks.field, SAID)
    reader = house.hearth.library.reader
    return lambda: SAID in reader.row(Workshop, sample.workshop.id).thanks


def in_title(house: Opened) -> Callable[[], bool]:
    """A block's title."""
    sample = _sample(house, import_sample)
    house.hearth.window.design(sample.workshop.id)
    screen = house.hearth.window.screen_shown
    assert isinstance(screen, DesignScreen)
    settle()
    screen.panel.begin_rename()
    QTest.keyClicks(screen.panel.title_field, SAID)
    reader = house.hearth.library.reader
    return lambda: any(SAID in one.title for one in reader.rows(Block))


def in_capture_line(house: Opened) -> Callable[[], bool]:
    """Half a note in the room."""
    sample = _sample(house, import_sample)
    house.hearth.window.cockpit(sample.workshop.id)
    screen = house.hearth.window.screen_shown
    assert isinstance(screen, Cockpit)
    QTest.keyClicks(screen.bottom.line, SAID)
    reader, place = house.hearth.library.reader, capture_place(sample.workshop.id)
    return lambda: SAID in [draft.text for draft in drafts_at(reader, place)]


def in_note(house: Opened) -> Callable[[], bool]:
    """A note that is written anew where it hangs."""
    sample = _sample(house, import_sample)
    house.hearth.window.cockpit(sample.workshop.id)
    screen = house.hearth.window.screen_shown
    assert isinstance(screen, Cockpit)
    lines = screen.controller.state().lines
    board = next(one.block.id for one in lines if one.block.exercise == "hopes-and-fears")
    screen.side.block_asked.emit(board)
    QTest.keyClicks(screen.bottom.line, "First said otherwise")
    QTest.keyClick(screen.bottom.line, Qt.Key.Key_Return)
    settle()
    QTest.keyClick(screen.bottom.line, Qt.Key.Key_F6)
    window = house.hearth.window
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_F2)
    QTest.keyClicks(window.focusWidget(), SAID)
    reader = house.hearth.library.reader
    return lambda: any(SAID in one.text for one in reader.rows(Note))


PLACES = [in_charter, in_line_that_adds, in_thanks, in_title, in_capture_line, in_note]


@contextmanager
def full_disk() -> Iterator[None]:
    """Nothing can be written meanwhile."""

    def refuse(*_: object, **__: object) -> None:
        raise Trouble("disk-full", path="library.hearth")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Library, "change", refuse)
        patch.setattr(Library, "keep", refuse)
        yield


@pytest.mark.parametrize("write", PLACES)
def test_leaving_waits_for_words_that_are_not_saved(
    house: Opened, write: Callable[[Opened], Callable[[], bool]]
) -> None:
    """Neither the rail, Alt+Left nor closing the window takes them; they are kept afterwards."""
    window = house.hearth.window
    window.home()
    kept = write(house)
    screen = window.screen_shown
    with full_disk():
        for leave in (window.settings, window.back, window.close):
            house.answers.asked.clear()
            leave()
            assert len(house.answers.asked) == 1
            assert "could not be saved" in house.answers.asked[0]
            assert window.screen_shown is screen
            assert window.isVisible()
        assert not kept()
    house.answers.asked.clear()
    window.settings()
    assert house.answers.asked == []
    assert window.screen_shown is not screen
    assert kept()


@pytest.mark.parametrize("write", PLACES)
def test_words_that_are_let_go_hold_nothing(
    house: Opened, write: Callable[[Opened], Callable[[], bool]]
) -> None:
    """Nobody is kept in a screen for ever."""
    window = house.hearth.window
    kept = write(house)
    house.answers.yes = True
    with full_disk():
        window.settings()
        settle()
        assert "could not be saved" in house.answers.asked[0]
        assert window.screen_shown is not None
        assert window.screen_shown.title == "Settings"
    settle()
    assert not kept()


@pytest.mark.parametrize("write", PLACES)
def test_leaving_keeps_what_is_half_typed(
    house: Opened, write: Callable[[Opened], Callable[[], bool]]
) -> None:
    """In the middle of a word, and without a question."""
    kept = write(house)
    house.hearth.window.home()
    assert kept()
    assert house.answers.asked == []
