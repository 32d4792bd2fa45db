"""Thirty moments are thirty Enters; raised, moved, of another kind; left, come back to, printed."""

from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.exchange.sample import import_sample
from app.kinds.journey.moments import MIDDLE, in_time
from app.resources import resources_folder
from tests.journeys.on_a_ground import OnGround
from tests.journeys.person import CONTROL, SHIFT
from tests.ui.opened import opened
from ui.parts.notes.ground import GROUND

pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)

Key = Qt.Key
MOMENTS = tuple(f"{1990 + number}: something that happened" for number in range(30))


@pytest.fixture
def hands(qapp: QApplication, tmp_path: Path) -> Iterator[OnGround]:
    """In the room, at the journey."""
    with opened(qapp, tmp_path) as house:
        hearth = house.hearth
        sample = import_sample(hearth.library, hearth.catalogue, resources_folder())
        yield OnGround(house, "en", sample, "our-road-so-far")


def told(hands: OnGround) -> list[str]:
    """The history in order."""
    return [note.text for note in in_time(hands.notes)]


def test_thirty_moments_are_thirty_enters(hands: OnGround) -> None:
    """Of three kinds, with two Tabs more: each after the last, none on another."""
    hands.say(*MOMENTS[:10])
    hands.press(Key.Key_Tab)
    hands.say(*MOMENTS[10:20])
    hands.press(Key.Key_Tab)
    hands.say(*MOMENTS[20:])
    assert hands.keys == 32
    assert told(hands) == list(MOMENTS)
    assert {note.y for note in hands.notes} == {MIDDLE}
    assert len({note.x for note in hands.notes}) == 30
    assert [note.zone for note in hands.notes][::10] == ["firsts", "turns", "absences"]


def test_energy_and_time_by_keys_and_mouse_taken_back_and_done_again(hands: OnGround) -> None:
    hands.say(*MOMENTS[:3])
    hands.press(Key.Key_F6)
    hands.press(Key.Key_Home)
    hands.press(Key.Key_Up, CONTROL)
    hands.press(Key.Key_Right, CONTROL)
    hands.press(Key.Key_Right, CONTROL)
    assert told(hands) == [MOMENTS[1], MOMENTS[0], MOMENTS[2]]
    hands.drag(GROUND, MOMENTS[2], 0.02, 0.9)
    assert told(hands)[0] == MOMENTS[2]
    assert (in_time(hands.notes)[0].y or 0) > 800
    for _ in range(4):
        hands.press(Key.Key_Z, CONTROL)
    assert told(hands) == list(MOMENTS[:3])
    assert {note.y for note in hands.notes} == {MIDDLE}
    for _ in range(4):
        hands.press(Key.Key_Z, CONTROL | SHIFT)
    assert told(hands) == [MOMENTS[2], MOMENTS[1], MOMENTS[0]]


def test_left_come_back_to_and_printed(hands: OnGround, tmp_path: Path) -> None:
    hands.say(*MOMENTS[:5])
    hands.press(Key.Key_F6)
    hands.press(Key.Key_Down, CONTROL)
    before = hands.notes
    hands.window.home()
    hands.enter_room()
    assert hands.notes == before
    assert [item.text for item in hands.view().notes.items] == list(MOMENTS[:5])
    for form in ("pdf", "docx", "md"):
        assert hands.summary(tmp_path, form).stat().st_size > 500
    said = (tmp_path / "summary.md").read_text(encoding="utf-8")
    assert said.index(MOMENTS[0]) < said.index(MOMENTS[4])
    for paper in ("letter", "a4"):
        file = hands.worksheet(tmp_path, paper)
        words = " ".join(page.extract_text() for page in pypdf.PdfReader(file).pages)
        assert "the beginning" in words
