"""Thirty challenges placed by keys alone, some by the mouse; left, come back to, printed."""

from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.exchange.sample import import_sample
from app.kinds.matrix.facts import readings_of
from app.kinds.matrix.setup import axes_of
from app.library.rows import Note
from app.resources import resources_folder
from tests.journeys.on_a_ground import OnGround
from tests.journeys.person import CONTROL, SHIFT
from tests.ui.opened import opened
from ui.parts.notes.ground import GROUND
from ui.parts.notes.ground_controller import TRAY

pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)

Key = Qt.Key
DIGITS = (Key.Key_7, Key.Key_9, Key.Key_1, Key.Key_3, Key.Key_4, Key.Key_6, Key.Key_8, Key.Key_2)
CHALLENGES = tuple(f"What we could take on, number {number}" for number in range(1, 31))


@pytest.fixture
def hands(qapp: QApplication, tmp_path: Path) -> Iterator[OnGround]:
    """In the room, at the matrix."""
    with opened(qapp, tmp_path) as house:
        hearth = house.hearth
        sample = import_sample(hearth.library, hearth.catalogue, resources_folder())
        yield OnGround(house, "en", sample, "which-challenge")


def places(notes: list[Note]) -> list[tuple[int | None, int | None]]:
    return [(note.x, note.y) for note in notes]


def test_thirty_notes_are_placed_with_a_key_each(hands: OnGround) -> None:
    """Thirty Enters, F6, thirty digits: 61 keys, and not two of the notes in one place."""
    hands.say(*CHALLENGES)
    assert hands.keys == 30
    hands.press(Key.Key_F6)
    for at in range(30):
        hands.press(DIGITS[at % len(DIGITS)])
    assert hands.keys == 61
    assert not hands.view(TRAY).notes.items
    found = hands.notes
    assert len(set(places(found))) == 30
    assert sum(len(one.notes) for one in readings_of(found)) == 30


def test_moved_by_keys_and_mouse_taken_back_and_done_again(hands: OnGround) -> None:
    hands.say(*CHALLENGES[:3])
    hands.press(Key.Key_F6)
    hands.press(Key.Key_7)
    hands.drag(TRAY, CHALLENGES[1], 0.9, 0.5)
    dragged = hands.notes[1]
    assert (dragged.x or 0) > 850
    assert 400 < (dragged.y or 0) < 600
    hands.view(GROUND).setFocus()
    hands.view(GROUND).make_current(0)
    before = places(hands.notes)
    hands.press(Key.Key_Right, CONTROL)
    hands.press(Key.Key_Down, CONTROL)
    after = places(hands.notes)
    assert after != before
    hands.press(Key.Key_Z, CONTROL)
    hands.press(Key.Key_Z, CONTROL)
    assert places(hands.notes) == before
    hands.press(Key.Key_Z, CONTROL | SHIFT)
    hands.press(Key.Key_Z, CONTROL | SHIFT)
    assert places(hands.notes) == after
    hands.view(GROUND).setFocus()
    hands.view(GROUND).make_current(0)
    hands.press(Key.Key_0)
    assert len(hands.view(TRAY).notes.items) == 2, "0 takes it off the ground"


def test_left_come_back_to_and_printed(hands: OnGround, tmp_path: Path) -> None:
    hands.say(*CHALLENGES[:4])
    hands.press(Key.Key_F6)
    for key in (Key.Key_9, Key.Key_1, Key.Key_3):
        hands.press(key)
    before = places(hands.notes)
    hands.window.home()
    hands.enter_room()
    assert places(hands.notes) == before
    assert [item.text for item in hands.view(GROUND).notes.items] == list(CHALLENGES[:3])
    both = axes_of(hands.running.recipe, ("en",)).readings["both"]
    for form in ("pdf", "docx", "md"):
        file = hands.summary(tmp_path, form)
        assert file.stat().st_size > 500
    assert both in (tmp_path / "summary.md").read_text(encoding="utf-8")
    assert f"1 · {CHALLENGES[0]}" in _text(tmp_path / "summary.pdf")
    for paper in ("letter", "a4"):
        assert "helps many" in _text(hands.worksheet(tmp_path, paper))


def _text(file: Path) -> str:
    """All words of a PDF."""
    return " ".join(page.extract_text() for page in pypdf.PdfReader(file).pages)
