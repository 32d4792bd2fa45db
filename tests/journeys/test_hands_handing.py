"""Handing on, counted in keys: a community to another library and back, a summary in French."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.community.communities import CommunityFields, create_community
from app.library.rows import JOURNALED, Community, Note, Workshop
from app.library.rows import Person as KnownPerson
from tests.journeys.person import CONTROL, SHIFT, Person, settle, wait_for
from tests.ui.naming import filled
from tests.ui.opened import opened
from tests.ui.played import later_clock, lay_library, play_library, the_community, the_workshop
from ui.closing.closing_screen import ClosingScreen
from ui.community.community_screen import CommunityScreen
from ui.exporting.bring_in_dialog import BringInDialog
from ui.exporting.export_dialog import ExportDialog
from ui.exporting.hand_over_dialog import HandOverDialog
from ui.home.home_screen import HomeScreen
from ui.preferences.settings_screen import SettingsScreen

Key = Qt.Key
SECRET = "She wants to leave in March"
SAVE_DIALOG = 1
"""The system's own dialog takes one Enter: what it suggests is what is wanted."""


class Handing(Person):
    """Somebody who hands on, and takes up."""

    @property
    def acts(self) -> int:
        """Every key and every click so far."""
        return self.keys + self.clicks

    def answer_system(self, path: Path) -> None:
        """What the system's file dialog will be answered with, and the key it takes."""
        self.house.answers.path = path
        self.keys += SAVE_DIALOG

    def hand_over(self) -> HandOverDialog:
        """Ask for it on the community's page."""
        self.window.community(the_community(self.house).id)
        self.press(Key.Key_H, CONTROL)
        return self.dialog(HandOverDialog)

    def of_the_launch(self) -> list[str]:
        """What is said of a file that holds the launch."""
        held = (("people", 18), ("workshops", 1), ("notes", 90), ("versions", 1))
        return [self.words(f"handing.{what}", n=n) for what, n in held]


@pytest.fixture(scope="module")
def launched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library in which the launch was held."""
    return play_library(tmp_path_factory.mktemp("launched"))


@pytest.fixture(params=["en", "fr"])
def giver(
    qapp: QApplication, launched: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[Handing]:
    """Somebody with a community to hand over, and something private in it."""
    folder = tmp_path / "giver"
    folder.mkdir()
    lay_library(launched, folder)
    with opened(qapp, folder, language=request.param, moment=later_clock()) as house:
        with house.hearth.library.change("test") as writer:
            writer.change(writer.rows(KnownPerson)[0], notes=SECRET)
            writer.change(writer.rows(Note)[0], audience="facilitator", text=SECRET)
        yield Handing(house, request.param)


def test_a_community_is_handed_over_in_six_keys(giver: Handing, tmp_path: Path) -> None:
    """From Home: to the community, hand over, save, the system's Enter, show where it is."""
    file = tmp_path / "stewards.json"
    giver.window.home()
    giver.screen(HomeScreen)
    settle()
    giver.press(Key.Key_Return)
    giver.screen(CommunityScreen)
    giver.press(Key.Key_H, CONTROL)
    dialog = giver.dialog(HandOverDialog)
    told = dialog.left_out.text()
    assert [one for one in giver.of_the_launch() if one not in told] == []
    assert giver.words("handing.left-out") in told
    assert giver.words("handing.private-note", n=1) in told
    assert giver.words("handing.private-person-notes", n=1) in told
    giver.answer_system(file)
    giver.press(Key.Key_Return, CONTROL)
    wait_for(dialog.said.isVisible)
    assert str(file) in dialog.said.text()
    giver.press(Key.Key_Return)  # the focus is on what one does next
    assert giver.house.answers.opened == [file.parent]
    assert giver.acts <= 6
    assert SECRET not in file.read_text(encoding="utf-8")
    header = json.loads(file.read_bytes())["hearth"]
    assert (header["private"], header["left_out"]["note"]) == (False, 1)
    assert oct(file.stat().st_mode & 0o077) == "0o0"


def test_what_is_private_goes_when_it_is_ticked(giver: Handing, tmp_path: Path) -> None:
    file = tmp_path / "whole.json"
    dialog = giver.hand_over()
    giver.click(dialog.form.field_widget("private"))
    assert giver.words("handing.goes-too") in dialog.left_out.text()
    giver.house.answers.path = file
    giver.press(Key.Key_Return, CONTROL)
    wait_for(dialog.said.isVisible)
    assert file.read_text(encoding="utf-8").count(SECRET) == 2


def test_from_home_the_community_that_is_chosen_is_handed_over(
    giver: Handing, tmp_path: Path
) -> None:
    """Without going to its page: in four keys."""
    add = CommunityFields(name="Another, with nobody in it")
    create_community(giver.house.hearth.library, add)
    giver.window.home()
    home = giver.screen(HomeScreen)
    settle()
    home.list_card.lines.choose(the_stewards(giver).id)
    giver.press(Key.Key_H, CONTROL)
    dialog = giver.dialog(HandOverDialog)
    assert the_stewards(giver).name in dialog.windowTitle()
    giver.answer_system(tmp_path / "stewards.json")
    giver.press(Key.Key_Return, CONTROL)
    wait_for(dialog.said.isVisible)
    giver.press(Key.Key_Return)
    assert giver.house.answers.opened == [tmp_path]
    assert giver.acts <= 4


def the_stewards(giver: Handing) -> Community:
    """The community whose launch was held."""
    reader = giver.house.hearth.library.reader
    return reader.row(Community, the_workshop(giver.house).community)


def handed_over(giver: Handing, file: Path) -> None:
    """The community as a file, without what is private."""
    dialog = giver.hand_over()
    giver.house.answers.path = file
    giver.press(Key.Key_Return, CONTROL)
    wait_for(dialog.said.isVisible)
    giver.press(Key.Key_Escape)


def test_it_is_brought_in_looked_at_and_taken_back(
    qapp: QApplication, giver: Handing, tmp_path: Path
) -> None:
    """In another library: in four keys; Ctrl+Z takes all of it back, also the next day."""
    file, folder = tmp_path / "stewards.json", tmp_path / "taker"
    handed_over(giver, file)
    name = the_community(giver.house).name
    giver.house.hearth.window.hide()
    folder.mkdir()
    language = giver.words.language
    with opened(qapp, folder, language=language, moment=later_clock()) as house:
        taker = Handing(house, language)
        library = house.hearth.library
        taker.window.home()
        taker.answer_system(file)
        taker.press(Key.Key_I, CONTROL)
        dialog = taker.dialog(BringInDialog)
        told = dialog.holds.text()
        assert [one for one in taker.of_the_launch() if one not in told] == []
        assert taker.words("handing.was-left-out") in told
        assert library.reader.count(Community) == 0, "only looked at"
        taker.press(Key.Key_Return, CONTROL)
        assert library.reader.count(Workshop) == 1
        assert taker.says() == taker.words("handing.brought-in", name=name)
        assert taker.acts <= 4
        taker.press(Key.Key_Z, CONTROL)
        assert library.reader.count(Community) == 0
        taker.press(Key.Key_Z, CONTROL | SHIFT)
        assert library.reader.count(Note) == 90
    with opened(qapp, folder, language=language, moment=later_clock()) as house:
        taker = Handing(house, language)
        taker.window.home()
        settle()
        taker.press(Key.Key_Z, CONTROL)
        reader = house.hearth.library.reader
        assert [kind.table for kind in JOURNALED if reader.count(kind)] == []


def test_a_community_that_is_here_is_said_and_shown(giver: Handing, tmp_path: Path) -> None:
    """Nothing is brought in; the way leads to the one that is here."""
    file = tmp_path / "stewards.json"
    handed_over(giver, file)
    giver.window.home()
    giver.press(Key.Key_I, CONTROL)
    dialog = giver.dialog(BringInDialog)
    community = the_community(giver.house)
    assert giver.words("trouble.community-here", name=community.name) in dialog.said.text()
    assert not dialog.keep_button.isVisible()
    changes = giver.house.hearth.library.reader.number("SELECT count(*) FROM change")
    giver.press(Key.Key_Return, CONTROL)
    assert dialog.isVisible()
    giver.click(dialog.see_button)
    giver.screen(CommunityScreen)
    after = giver.house.hearth.library.reader.number("SELECT count(*) FROM change")
    assert after == changes


@pytest.mark.parametrize("data", [b"", b"[]", b"%PDF-1.7 \xff", b'{"hearth": {"format": 99}}'])
def test_a_file_that_is_none_is_said_in_one_sentence(
    giver: Handing, tmp_path: Path, data: bytes
) -> None:
    """And nothing opens, nothing comes."""
    file = tmp_path / "odd.json"
    file.write_bytes(data)
    giver.window.home()
    giver.house.answers.path = file
    giver.press(Key.Key_I, CONTROL)
    assert giver.says()
    assert not [one for one in giver.window.findChildren(BringInDialog) if one.isVisible()]
    assert giver.house.hearth.library.reader.count(Community) == 1


def test_a_summary_in_the_other_language_takes_five_keys(giver: Handing, tmp_path: Path) -> None:
    """From the closing: ask, to the language, choose it, save, the system's Enter."""
    giver.window.closing(the_workshop(giver.house).id)
    closing = giver.screen(ClosingScreen)
    giver.click(closing.summary_button)
    dialog = giver.dialog(ExportDialog)
    giver.press(Key.Key_Tab)
    giver.press(Key.Key_F)
    assert dialog.form.text("language") == "fr"
    file = tmp_path / "compte rendu.pdf"
    giver.answer_system(file)
    giver.press(Key.Key_Return, CONTROL)
    assert giver.acts <= 5
    wait_for(dialog.said.isVisible)
    assert len(filled(dialog)) == 1
    assert dialog.written.open_button.property("role") == "primary"
    giver.press(Key.Key_O, CONTROL)
    giver.press(Key.Key_O, CONTROL | SHIFT)
    assert giver.house.answers.opened == [file, file.parent]
    giver.house.answers.opens = False
    giver.click(dialog.written.open_button)
    assert giver.says() == giver.words("parts.not-opened", path=file)


def test_a_copy_of_the_library_is_shown_where_it_lies(giver: Handing, tmp_path: Path) -> None:
    giver.window.settings()
    settings = giver.screen(SettingsScreen)
    copy = tmp_path / "copy.hearth"
    giver.house.answers.path = copy
    giver.click_text(settings, giver.words("preferences.save-copy"))
    assert giver.says() == giver.words("parts.copied", path=copy)
    giver.click_text(giver.window.notice, giver.words("parts.show-folder"))
    assert giver.house.answers.opened == [copy.parent]
