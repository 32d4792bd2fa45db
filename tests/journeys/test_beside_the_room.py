"""While a workshop runs one looks something up: the room goes on, and one key leads back."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.exchange.sample import Sample, import_sample
from app.library.rows import Heartbeat, Note, Workshop
from app.resources import resources_folder
from app.workshop.closing import close_workshop
from app.workshop.notes import add_notes
from app.workshop.planning import rename_block
from app.workshop.titles import block_name
from tests.journeys.person import CONTROL, SHIFT, Person, settle, wait_for
from tests.ui.opened import opened
from ui.charter.charter_screen import CharterScreen
from ui.closing.closing_screen import ClosingScreen
from ui.cockpit.cockpit import Cockpit
from ui.community.community_screen import CommunityScreen
from ui.design.design_screen import DesignScreen
from ui.home.home_screen import HomeScreen
from ui.parts.keycaps import Keycap, key_text
from ui.parts.keys_page import KeysPage
from ui.parts.room_strip import RoomStrip
from ui.search.search_screen import SearchScreen
from ui.wall.instead_dialog import InsteadDialog
from ui.wall.wall import Wall

Key = Qt.Key


class Busy(Person):
    """Somebody in the room of the sample launch."""

    sample: Sample

    @property
    def room(self) -> Cockpit:
        """The room, whether or not it is on screen."""
        room = self.window.room
        assert isinstance(room, Cockpit)
        return room

    @property
    def wall(self) -> Wall:
        """Its wall."""
        wall = self.room.wall
        assert isinstance(wall, Wall)
        return wall

    @property
    def strip(self) -> RoomStrip:
        """The strip above other screens."""
        return self.window.findChildren(RoomStrip)[0]


@pytest.fixture(params=["en", "fr"])
def busy(qapp: QApplication, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Busy]:
    """In the room, half a line typed."""
    language = str(request.param)
    with opened(qapp, tmp_path, language=language) as house:
        person = Busy(house, language)
        hearth = house.hearth
        person.sample = import_sample(hearth.library, hearth.catalogue, resources_folder())
        hearth.window.home()
        hearth.window.cockpit(person.sample.workshop.id)
        settle()
        person.type("half a thou")
        yield person


def notes_shown(busy: Busy) -> list[str]:
    """The notes that the wall shows."""
    return [note.text for column in busy.wall.scene.picture.columns for note in column.notes]


def test_no_screen_says_that_the_workshop_under_way_has_stopped(busy: Busy) -> None:
    """It runs in this window: it is no unfinished business until the room is left for good."""
    stopped = busy.words("attention.workshop-unfinished.do")
    busy.press(Key.Key_F5, SHIFT)
    page = busy.screen(CommunityScreen)
    assert busy.strip.isVisible()
    assert page.cards is not None
    assert stopped not in [step.button.text() for step in page.cards.next.steps]
    assert not page.main_button.isVisible()
    busy.window.home()
    # At home the room was left, and its wall taken down.
    assert stopped in [card.button.text() for card in busy.screen(HomeScreen).cards]
    busy.window.community(busy.sample.community.id)
    page = busy.screen(CommunityScreen)
    assert page.cards is not None
    assert stopped in [step.button.text() for step in page.cards.next.steps]
    assert page.main_button.isVisible()


def test_the_agenda_and_back(busy: Busy) -> None:
    """The clock, the signs of life and the wall go on; what was half typed is there again."""
    cockpit = busy.screen(Cockpit)
    busy.press(Key.Key_F3, SHIFT)
    busy.screen(DesignScreen)
    assert busy.room is cockpit
    library, place = busy.house.hearth.library, cockpit.controller.state().place
    assert place is not None
    assert block_name(busy.words, place.running.block) in busy.strip.sentence.text()
    before = library.reader.rows(Heartbeat)
    wait_for(lambda: library.reader.rows(Heartbeat) != before)
    add_notes(library, place.running, "", ["Said meanwhile"])
    assert notes_shown(busy) == ["Said meanwhile"]
    rename_block(library, busy.sample.workshop, place.running.block, "Once around")
    settle()
    assert "Once around" in busy.strip.sentence.text()

    busy.press(Key.Key_Escape)
    assert busy.screen(Cockpit) is cockpit
    assert not busy.strip.isVisible()
    assert cockpit.bottom.line.text() == "half a thou"
    busy.type("ght")
    busy.press(Key.Key_Return)
    assert [note.text for note in library.reader.rows(Note)] == ["Said meanwhile", "half a thought"]


def test_one_thing_after_the_other_beside_the_room(busy: Busy) -> None:
    """The community, its charter, the search: the strip stays above, the key there leads back."""
    cockpit = busy.screen(Cockpit)
    busy.press(Key.Key_F5, SHIFT)
    busy.screen(CommunityScreen)
    busy.window.charter(busy.sample.community.id)
    busy.screen(CharterScreen)
    assert busy.strip.isVisible()
    busy.press(Key.Key_F3, SHIFT)
    busy.screen(DesignScreen)
    busy.press(Key.Key_F3, SHIFT)
    assert busy.screen(Cockpit) is cockpit
    busy.press(Key.Key_K, CONTROL)
    busy.screen(SearchScreen)
    busy.press(Key.Key_F5, SHIFT)
    busy.press(Key.Key_F5, SHIFT)
    assert busy.screen(Cockpit) is cockpit
    busy.press(Key.Key_F3, SHIFT)
    busy.click(busy.strip.back)
    assert busy.screen(Cockpit) is cockpit
    busy.press(Key.Key_F3, SHIFT)
    agenda = busy.screen(DesignScreen)
    assert not agenda.start_button.isVisible(), "the strip leads back, and nothing else"


def in_another_theme(busy: Busy) -> None:
    """Choose the other theme, for which the window is opened anew, and go back into the room."""
    hearth, before = busy.house.hearth, busy.window
    theme = "dark" if hearth.settings.theme == "light" else "light"
    before.settings()
    hearth.apply_settings(msgspec.structs.replace(hearth.settings, theme=theme))
    wait_for(lambda: busy.window is not before)
    busy.window.cockpit(busy.sample.workshop.id)
    busy.screen(Cockpit)


def test_another_theme_lights_no_wall(busy: Busy) -> None:
    """What people were not to see stays hidden, and what they were told stays in sight."""
    place = busy.room.controller.state().place
    assert place is not None
    busy.press(Key.Key_F7)
    add_notes(busy.house.hearth.library, place.running, "", ["Not yet"])
    busy.press(Key.Key_F8)
    in_another_theme(busy)
    assert busy.wall.blank
    busy.press(Key.Key_F8)
    assert busy.wall.frozen
    assert notes_shown(busy) == []
    busy.press(Key.Key_F7)
    assert notes_shown(busy) == ["Not yet"]

    busy.press(Key.Key_F8, SHIFT)
    dialog = busy.dialog(InsteadDialog)
    busy.type("Back at noon", dialog.message)
    busy.press(Key.Key_Return, CONTROL)
    in_another_theme(busy)
    assert busy.wall.scene.picture.said == "Back at noon"
    busy.press(Key.Key_F8, SHIFT)
    assert notes_shown(busy) == ["Not yet"]


def test_the_page_of_keys_tells_what_keys_do_there(busy: Busy) -> None:
    """Beside the room its own keys do nothing, and are not told."""
    busy.press(Key.Key_F3, SHIFT)
    busy.press(Key.Key_F1)
    page = busy.dialog(KeysPage)
    told = {cap.text() for cap in page.findChildren(Keycap)}
    assert key_text(busy.words, "Esc") in told
    assert key_text(busy.words, "F9") not in told
    page.close()


def test_escape_is_a_fields_first(busy: Busy) -> None:
    """Who stops writing a title is not in the room."""
    busy.press(Key.Key_F3, SHIFT)
    design = busy.screen(DesignScreen)
    busy.press(Key.Key_F4)
    settle()
    busy.press(Key.Key_Escape)
    assert busy.screen(DesignScreen) is design
    busy.type("a case", design.shelf.filters.field)
    busy.press(Key.Key_Escape)
    assert busy.screen(DesignScreen) is design
    busy.press(Key.Key_Escape)
    busy.screen(Cockpit)
    busy.window.closing(busy.sample.workshop.id)
    busy.press(Key.Key_Escape)
    busy.screen(ClosingScreen)


def test_it_is_left_for_good_by_saying_so(busy: Busy) -> None:
    """Leave the room, or go home: nothing of it stays, and all that was typed is kept."""
    cockpit = busy.screen(Cockpit)
    busy.click(cockpit.top.leave)
    busy.screen(DesignScreen)
    assert busy.window.room is None
    assert not busy.strip.isVisible()
    assert not busy.house.saver.why_awake()
    busy.press(Key.Key_Return, CONTROL)
    again = busy.screen(Cockpit)
    assert again is not cockpit
    assert again.bottom.line.text() == "half a thou"
    busy.press(Key.Key_F3, SHIFT)
    busy.window.home()
    busy.screen(HomeScreen)
    assert busy.window.room is None


def test_the_closing_keeps_it_until_it_is_left(busy: Busy) -> None:
    """Where decisions are read back the wall is still there; once closed and left, it is not."""
    cockpit = busy.screen(Cockpit)
    busy.window.closing(busy.sample.workshop.id)
    busy.screen(ClosingScreen)
    assert busy.room is cockpit
    busy.press(Key.Key_R, CONTROL)
    assert busy.screen(Cockpit) is cockpit
    busy.window.closing(busy.sample.workshop.id)
    library = busy.house.hearth.library
    close_workshop(library, library.reader.row(Workshop, busy.sample.workshop.id))
    assert busy.room is cockpit, "thanks are still on the wall"
    busy.window.community(busy.sample.community.id)
    assert busy.window.room is None
    assert not busy.strip.isVisible()
