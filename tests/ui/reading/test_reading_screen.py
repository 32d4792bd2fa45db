"""Everything that the catalogue knows: listed by sort, found as one types, read as a page."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.catalogue.reading_pages import reading_entries
from tests.app.catalogue.pages import with_pages
from tests.ui.dress import dress, speak
from tests.ui.fitting import misfits, settle
from tests.ui.reading.shelf_of_pages import reading_room, texts_on
from ui.exercises.exercises_screen import ExercisesScreen
from ui.parts.buttons import Button
from ui.parts.reading_panes import LIST, PAGE, ReadingPanes


@pytest.fixture
def panes(qapp: QApplication, qtbot: QtBot) -> ReadingPanes:
    """List and page over a catalogue with pages of every sort."""
    made = ReadingPanes(dress(qapp), speak("en"), with_pages())
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    made.activateWindow()
    settle()
    return made


def listed(panes: ReadingPanes) -> list[str]:
    """The keys of what is listed, without headings."""
    return [line.id for line in panes.cards.cards.lines if line.id]


def link(panes: ReadingPanes, text: str) -> Button:
    """A link of the page in sight."""
    settle()
    buttons = panes.page.findChildren(Button)
    (found,) = (one for one in buttons if one.isVisible() and one.text() == text)
    return found


def test_the_rail_leads_there(qapp: QApplication, tmp_path: Path) -> None:
    """All pages are listed under the heads of their sorts, and the first is read."""
    with reading_room(qapp, tmp_path) as (house, screen):
        entries = reading_entries(house.hearth.catalogue, "en")
        assert listed(screen.panes) == [one.key for one in entries]
        assert screen.panes.entry == entries[0]
        house.hearth.window.home()
        assert house.hearth.window.screen_shown is not screen


def test_typing_finds_the_best_first(panes: ReadingPanes) -> None:
    """Enter goes to the list; without results that is said, and the page stays."""
    QTest.keyClicks(panes.field, "doors")
    settle()
    assert listed(panes)[0] == "essay:the-open-door"
    assert panes.found.text() == f"{len(listed(panes))} of {total(panes)} · best match first"
    QTest.keyClick(panes.field, Qt.Key.Key_Return)
    assert panes.cards.hasFocus()
    panes.field.setText("zebra")
    assert panes.found.text() == f"No results among {total(panes)}."
    assert panes.entry is not None


def total(panes: ReadingPanes) -> int:
    """How many pages there are."""
    text = panes.field.text()
    panes.field.clear()
    count = len(listed(panes))
    panes.field.setText(text)
    return count


def test_a_page_says_all_there_is(panes: ReadingPanes) -> None:
    """Whatever its sort."""
    for key in listed(panes):
        panes.open_entry(key)
        settle()
        assert panes.entry is not None
        assert panes.entry.key == key
        said = "\n".join(texts_on(panes.page))
        for passage in panes.entry.passages:
            for text in (passage.head, *passage.texts, *passage.items):
                assert text in said
            for pole in passage.poles:
                assert all(one in said for one in (pole.name, *pole.gifts, *pole.too_much))


def test_links_lead_on(panes: ReadingPanes) -> None:
    """To other pages, and out to exercises."""
    asked: list[str] = []
    panes.exercise_asked.connect(asked.append)
    panes.open_entry("essay:the-open-door")
    link(panes, "Try it: Who is missing").click()
    assert asked == ["who-is-missing"]
    panes.open_entry("term:core-group")
    link(panes, "Sponsor").click()
    assert panes.entry is not None
    assert panes.entry.key == "term:sponsor"


def test_a_page_is_opened_whatever_is_looked_for(panes: ReadingPanes) -> None:
    """What was typed makes room for it; a key nobody knows changes nothing."""
    panes.field.setText("zebra")
    assert panes.open_entry("paradox:own-and-open")
    assert panes.entry is not None
    assert panes.entry.id == "own-and-open"
    assert not panes.open_entry("essay:of-another-time")
    assert panes.entry.id == "own-and-open"


def test_an_exercise_is_opened_from_a_page(qapp: QApplication, tmp_path: Path) -> None:
    """On the screen of exercises, that one is read."""
    with reading_room(qapp, tmp_path) as (house, screen):
        stage = house.hearth.catalogue.stages[1]
        screen.panes.open_entry(f"stage:{stage.id}")
        exercise = house.hearth.catalogue.exercise(stage.exercises[0])
        name = exercise.in_language("en").name
        link(screen.panes, f"Try it: {name}").click()
        settle()
        there = house.hearth.window.screen_shown
        assert isinstance(there, ExercisesScreen)
        assert there.page.title.text() == name
        assert there.cards.current == exercise.id


@pytest.mark.parametrize(
    ("language", "text", "size"),
    [("en", 100, (1280, 720)), ("fr", 100, (1280, 720)), ("fr", 200, (1280, 720))],
)
def test_it_fits(
    qapp: QApplication, tmp_path: Path, language: str, text: int, size: tuple[int, int]
) -> None:
    """Also where list and page take turns."""
    with reading_room(qapp, tmp_path, language=language, text=text, size=size) as (house, screen):
        for sort in ("stage", "section", "role"):
            key = next(one for one in listed(screen.panes) if one.startswith(sort))
            screen.panes.panes.show_pane(LIST)
            settle()
            assert misfits(house.hearth.window) == []
            screen.panes.open_entry(key)
            screen.panes.panes.show_pane(PAGE)
            settle()
            assert misfits(house.hearth.window) == []
