"""Every screen and every dialog fits its window: both languages, 80 to 200 % text, two sizes.

No control is narrower than its text; every control has a name, every key one answer, and at most
one button is filled. In the room the clock and the capture line are always in sight.
"""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import msgspec
import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.catalogue.load import load_catalogue
from app.exchange.sample import Sample, import_sample
from app.library.opening import open_library
from app.library.trouble import Trouble
from app.moment import MachineMoment
from app.resources import resources_folder
from tests.journeys.walker import Walker
from tests.played import import_played_sample
from tests.ui.dress import dress, speak
from tests.ui.fitting import misfits
from tests.ui.opened import opened
from ui.starting.recovery_dialog import RecoveryDialog

SIZES = ((1280, 720), (1440, 900))
TEXTS = (80, 100, 150, 200)

in_each_language_and_text_size = pytest.mark.parametrize(
    ("language", "text"),
    [(language, text) for language in ("en", "fr") for text in TEXTS],
)


class Filled(msgspec.Struct, frozen=True):
    """A library with a launch that is over and one ahead, closed: to be copied for each test."""

    path: Path
    played: Sample
    ahead: Sample


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Filled:
    """It, filled once."""
    catalogue, resources = load_catalogue(resources_folder()), resources_folder()
    path = tmp_path_factory.mktemp("filled") / "library.hearth"
    with closing(open_library(path, MachineMoment())) as library:
        played = import_played_sample(library, catalogue, resources)
        return Filled(path, played, import_sample(library, catalogue, resources))


@pytest.fixture
def walker(
    qapp: QApplication, tmp_path: Path, filled: Filled, language: str, text: int
) -> Iterator[Walker]:
    """Somebody at a window in a language and a text size."""
    shutil.copyfile(filled.path, tmp_path / filled.path.name)
    with opened(qapp, tmp_path, language=language, text=text) as house:
        person = Walker(house, language)
        person.text, person.sizes = text, SIZES
        person.played, person.ahead = filled.played, filled.ahead
        yield person


@in_each_language_and_text_size
def test_everything_fits(walker: Walker) -> None:
    found = walker.look_around() + walker.look_at_the_room() + walker.look_at_dialogs()
    assert found == []


@in_each_language_and_text_size
def test_what_is_said_when_the_library_cannot_be_opened_fits(
    qapp: QApplication, tmp_path: Path, language: str, text: int
) -> None:
    look, words = dress(qapp, "light", text), speak(language)
    path = tmp_path / "a rather long name of a folder" / "library.hearth"
    for code in ("damaged", "open-elsewhere", "newer"):
        trouble = Trouble(code, path=str(path), version=9)
        dialog = RecoveryDialog(trouble, path, words, look, MachineMoment())
        dialog.show()
        assert QTest.qWaitForWindowExposed(dialog)
        assert misfits(dialog) == []
        dialog.close()
