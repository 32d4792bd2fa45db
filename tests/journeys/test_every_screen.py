"""Every screen and every dialog fits its window: both languages, 80 to 200 % text, two sizes.

No control is narrower than its text; every control has a name, every key one answer, and at most
one button is filled. In the room the clock and the capture line are always in sight.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.exchange.sample import import_sample
from app.library.trouble import Trouble
from app.moment import MachineMoment
from app.resources import resources_folder
from tests.journeys.walker import Walker
from tests.played import import_played_sample
from tests.ui.fitting import misfits
from tests.ui.opened import opened
from ui.look.look import make_look
from ui.starting.recovery_dialog import RecoveryDialog

SIZES = ((1280, 720), (1440, 900))
TEXTS = (80, 100, 150, 200)


@pytest.fixture(
    params=[(language, text) for language in ("en", "fr") for text in TEXTS],
    ids=lambda given: f"{given[0]}-{given[1]}",
)
def walker(qapp: QApplication, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Walker]:
    """Somebody at a window in a language and a text size."""
    language, text = request.param
    with opened(qapp, tmp_path, language=language, text=text) as house:
        person = Walker(house, language)
        person.text = text
        hearth = house.hearth
        resources = resources_folder()
        person.played = import_played_sample(hearth.library, hearth.catalogue, resources)
        person.ahead = import_sample(hearth.library, hearth.catalogue, resources)
        yield person


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_everything_fits(walker: Walker, size: tuple[int, int]) -> None:
    walker.size = size
    walker.window.resize(*size)
    found = walker.look_around() + walker.look_at_the_room() + walker.look_at_dialogs()
    assert found == []


def test_what_is_said_when_the_library_cannot_be_opened_fits(
    walker: Walker, tmp_path: Path
) -> None:
    look = make_look("light", walker.text)
    path = tmp_path / "a rather long name of a folder" / "library.hearth"
    for code in ("damaged", "open-elsewhere", "newer"):
        trouble = Trouble(code, path=str(path), version=9)
        dialog = RecoveryDialog(trouble, path, walker.words, look, MachineMoment())
        dialog.show()
        assert QTest.qWaitForWindowExposed(dialog)
        assert misfits(dialog) == []
        dialog.close()
