"""Choices for this machine: used at once in another window, kept for the next start."""

import itertools
from pathlib import Path

import msgspec
import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from app.library.rows import Community
from tests.ui.fitting import misfits, settle
from tests.ui.played import the_community, the_workshop
from tests.ui.preferences.desk import Desk
from ui.closing.closing_screen import ClosingScreen
from ui.cockpit.cockpit import Cockpit
from ui.exporting.export_dialog import ExportDialog
from ui.look.themes import THEMES, ThemeName
from ui.settings import Settings, load_settings, save_settings


def test_it_shows_what_is_chosen_now(desk: Desk) -> None:
    """As in the file; the first field has the focus."""
    screen = desk.screen
    assert screen.form.values() == {
        "language": "en",
        "theme": "light",
        "text": 100,
        "paper": "letter",
    }
    assert screen.form.field_widget("language").hasFocus()


def test_another_language_at_once(desk: Desk) -> None:
    """By keys; the library stays open all the while, the window where it was."""
    library, place = desk.library, desk.window.geometry()
    desk.choose(language="fr")
    desk.use()
    assert desk.screen.title == "Réglages"
    assert desk.library is library
    assert library.reader.count(Community) == 1
    assert desk.window.geometry() == place
    assert desk.kept.language == "fr"
    # Work goes on: it writes, and the new window hears of it.
    desk.window.community(the_community(desk.house).id)
    settle()
    with library.change("community-edit") as writer:
        writer.change(the_community(desk.house), name="Renamed")
    settle()
    assert "Renamed" in desk.window.windowTitle()


@pytest.mark.parametrize(
    ("theme", "text"), list(itertools.product(("light", "dark", "contrast"), (80, 200)))
)
def test_another_look_at_once(desk: Desk, theme: ThemeName, text: int) -> None:
    """Every theme, the smallest and the largest text; nothing is cut."""
    desk.window.resize(1280, 720)
    desk.choose(theme=theme, text=text)
    desk.use(desk.screen.apply_button)
    assert desk.screen.form.values() | {"theme": theme, "text": text} == desk.screen.form.values()
    ground = QApplication.palette().color(QPalette.ColorRole.Window).name().upper()
    assert ground == THEMES[theme].paper
    assert (desk.kept.theme, desk.kept.text) == (theme, text)
    assert misfits(desk.window) == []


def test_the_paper_is_what_exports_begin_with(desk: Desk) -> None:
    """Unless told otherwise there."""
    desk.choose(paper="a4")
    desk.use()
    desk.window.closing(the_workshop(desk.house).id)
    settle()
    screen = desk.window.screen_shown
    assert isinstance(screen, ClosingScreen)
    screen.summary_button.click()
    (dialog,) = screen.findChildren(ExportDialog)
    assert dialog.request().paper == "a4"


def test_a_size_beyond_is_not_taken(desk: Desk) -> None:
    """Nobody ends up with letters of twenty per cent."""
    desk.choose(text=20)
    desk.use()
    assert desk.kept.text == 100


def test_what_another_screen_kept_is_not_lost(desk: Desk) -> None:
    """A monitor chosen for the wall stays chosen when the language changes."""
    desk.window.closing(the_workshop(desk.house).id)
    settle()
    screen = desk.window.screen_shown
    assert isinstance(screen, ClosingScreen)
    screen.room_button.click()
    cockpit = desk.window.screen_shown
    assert isinstance(cockpit, Cockpit)
    kept = msgspec.structs.replace(desk.house.hearth.settings, wall="HALL")
    desk.house.hearth.keep_settings(kept)
    desk.window.settings()
    desk.choose(language="fr")
    desk.use()
    assert (desk.kept.wall, desk.kept.language) == ("HALL", "fr")


def test_on_a_full_disk_the_choice_lasts_until_the_end(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Which the new window says; what was kept before still is."""

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    desk.choose(language="fr")
    with monkeypatch.context() as patch:
        patch.setattr("exports.atomic_write.os.fsync", full)
        desk.use()
    assert desk.screen.title == "Réglages"
    assert "n’a pas pu être conservé" in desk.said()
    assert desk.kept.language == "en"
    assert not list(desk.folder.glob("*.part"))


def test_a_maximised_window_stays_so(desk: Desk) -> None:
    """Another window, in the same place."""
    desk.window.showMaximized()
    settle()
    desk.choose(theme="dark")
    desk.use()
    assert desk.window.isMaximized()


# The file itself


def test_settings_come_back_as_they_were_kept(tmp_path: Path) -> None:
    """In a folder that is made when it is needed."""
    path = tmp_path / "deep" / "folder" / "settings.json"
    wanted = Settings(language="fr", theme="contrast", text=150, wall="A · B · C", paper="a4")
    save_settings(path, wanted)
    assert load_settings(path) == wanted
    assert [one.name for one in path.parent.iterdir()] == ["settings.json"]


def test_settings_that_are_a_link_stay_one(tmp_path: Path) -> None:
    """As where a person keeps them elsewhere; and no pipe is replaced by them."""
    (tmp_path / "kept").mkdir()
    path, kept = tmp_path / "settings.json", tmp_path / "kept" / "mine.json"
    kept.write_bytes(b"{}")
    path.symlink_to(kept)
    save_settings(path, Settings(theme="dark"))
    assert path.is_symlink()
    assert load_settings(kept).theme == "dark"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[]",
        b'{"text": 5000}',
        b'{"text": "large"}',
        b'{"theme": "sepia"}',
        b'{"language": "tlh"}',
    ],
)
def test_a_file_that_is_none_is_the_usual(tmp_path: Path, data: bytes) -> None:
    """Never a reason not to open."""
    path = tmp_path / "settings.json"
    path.write_bytes(data)
    assert load_settings(path) == Settings()
    assert load_settings(tmp_path) == Settings()
    assert load_settings(tmp_path / "none.json") == Settings()


def test_a_later_file_is_read_as_far_as_it_is_known(tmp_path: Path) -> None:
    """What this Hearth does not know is left aside."""
    path = tmp_path / "settings.json"
    path.write_bytes(b'{"language": "fr", "sound": true}')
    assert load_settings(path).language == "fr"
