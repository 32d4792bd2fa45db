"""Answers given in private, by hand: from the first key to paper, the laptop killed in between."""

import shutil
from collections.abc import Mapping
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.library.rows import Workshop
from app.workshop.ballots import given, latest_ballot
from app.workshop.planning import add_exercise
from exports.registry import FORMATS
from tests.exports.making import House
from tests.exports.telling import read
from tests.ui.fitting import settle
from tests.ui.kinds.room import CONTROL, SHIFT, Room, open_room
from tests.ui.opened import Opened, opened
from ui.cockpit.cockpit import Cockpit
from ui.parts.ballot.ballot_dialog import BallotDialog
from ui.parts.ballot.sheets_dialog import SheetsDialog
from ui.wall.wall import Wall

Key = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
SIZES = ((1280, 720), (1920, 1080), (3840, 2160))


class Given(msgspec.Struct, frozen=True):
    """An exercise, its forms, what one person types on the laptop, and a line from paper."""

    forms: tuple[str, ...]
    keys: tuple[str, ...]
    sheet: str
    told: tuple[str, ...]
    """What the summary says of it, in its figure or in its table."""


EXERCISES: Mapping[str, Given] = {
    "then-and-now": Given(
        ("then", "now"),
        tuple("24242424"),
        "24 24 24 24",
        ("At the beginning: 2", "At the beginning | 2"),
    ),
    "ten-tokens": Given(
        ("now", "wanted"),
        tuple(f"{digit}\n" for digit in "721226"),
        "7 2 1 2 2 6",
        ("Now 7, Wanted 2", "| 7 | 2 | -5"),
    ),
    "taking-the-pulse": Given(
        ("answers",), tuple("44444444"), "4444 4444", ("resources: 4", "| 4 |", "need: 4")
    ),
}


class Hands(Room):
    """A facilitator who counts the keys they press."""

    keys = 0

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = CONTROL) -> None:
        """A key from the capture line."""
        self.house.hearth.window.activateWindow()
        settle()
        self.cockpit.bottom.line.setFocus()
        QTest.keyClick(self.cockpit.bottom.line, key, held)
        self.keys += 1
        settle()

    def hand_over(self, keys: tuple[str, ...]) -> int:
        """One person answers and hands it on; gives the keys they pressed."""
        self.key(Key.Key_N)
        (dialog,) = self.house.hearth.window.findChildren(BallotDialog)
        QTest.keyClick(dialog, Key.Key_Return)
        pressed = 1
        for typed in keys:
            where = dialog.focusWidget()
            assert where is not None
            for letter in typed:
                if letter == "\n":
                    QTest.keyClick(where, Key.Key_Return)
                else:
                    QTest.keyClicks(where, letter)
                pressed += 1
            settle()
        QTest.keyClick(dialog, Key.Key_Return)
        settle()
        QTest.keyClick(dialog, Key.Key_Escape)
        settle()
        return pressed + 1

    def type_sheets(self, *lines: str) -> None:
        """A pile of paper."""
        self.key(Key.Key_N, CONTROL | SHIFT)
        (dialog,) = self.house.hearth.window.findChildren(SheetsDialog)
        dialog.field.setPlainText("\n".join(lines))
        QTest.keyClick(dialog.field, Key.Key_Return, CONTROL)
        settle()

    def number(self, forms: tuple[str, ...]) -> int:
        """How many gave theirs in the latest round."""
        reader = self.library.reader
        ballot = latest_ballot(reader, self.running.run.id, forms)
        return given(reader, ballot) if ballot else 0

    def walls(self) -> list[QImage]:
        """The wall at every size."""
        wall = self.cockpit.wall
        assert isinstance(wall, Wall)
        images = []
        for width, height in SIZES:
            image = QImage(width, height, QImage.Format.Format_RGB32)
            painter = QPainter(image)
            wall.paint(painter, (width, height))
            painter.end()
            images.append(image)
        return images


def sat_down(house: Opened, workshop: str) -> Hands:
    """Back in the room of a workshop (its id)."""
    house.hearth.window.cockpit(workshop)
    settle()
    screen = house.hearth.window.screen_shown
    assert isinstance(screen, Cockpit)
    return Hands(house, screen, house.hearth.library.reader.row(Workshop, workshop))


@pytest.fixture(params=EXERCISES)
def exercise(request: pytest.FixtureRequest) -> str:
    """One exercise of each kind that asks in private."""
    return str(request.param)


def test_from_the_first_key_to_paper(
    qapp: QApplication, tmp_path: Path, qtbot: QtBot, exercise: str
) -> None:
    given_here = EXERCISES[exercise]
    before, after = tmp_path / "before", tmp_path / "after"
    before.mkdir()
    after.mkdir()
    with opened(qapp, before) as house:
        room = open_room(house)
        add_exercise(room.library, house.hearth.catalogue, room.workshop, exercise)
        settle()
        hands = Hands(house, room.cockpit, room.workshop)
        hands.go_to(exercise)
        hands.key(Key.Key_B)
        pressed = hands.hand_over(given_here.keys)
        assert pressed == len("".join(given_here.keys)) + 2, "nothing but answers and two Enters"
        assert hands.number(given_here.forms) == 1
        # The laptop dies: what lies on the disk is all there is.
        shutil.copytree(before, after, dirs_exist_ok=True)
    with opened(qapp, after) as house:
        hands = sat_down(house, room.workshop.id)
        hands.go_to(exercise)
        assert hands.number(given_here.forms) == 1, "the round that was open goes on"
        hands.type_sheets(*[given_here.sheet] * 8)
        assert hands.number(given_here.forms) == 9
        waiting = [bytes(image.constBits()) for image in hands.walls()]
        hands.key(Key.Key_B)
        hands.key(Key.Key_H, CONTROL | SHIFT)
        shown = [bytes(image.constBits()) for image in hands.walls()]
        assert all(one != other for one, other in zip(waiting, shown, strict=True))
        hands.key(Key.Key_Z)
        hands.key(Key.Key_Z, CONTROL | SHIFT)
        assert hands.picture().diagram is not None
        written(hands, tmp_path, given_here.told)


def written(hands: Hands, folder: Path, told: tuple[str, ...]) -> None:
    """The summary in every format, and the worksheets on both papers."""
    catalogue = hands.house.hearth.catalogue
    reader = hands.library.reader
    workshop = reader.row(Workshop, hands.workshop.id)
    house = House(hands.library, catalogue, hands.running.community, workshop)
    for format_ in FORMATS:
        data = house.data("summary", hands.words, format_)
        said = read(data, format_, folder)
        assert any(one in said for one in told), said
    for paper in ("letter", "a4"):
        sheet = house.data("run-sheet", hands.words, paper=paper, audience="facilitator")
        assert sheet.startswith(b"%PDF")
