"""Near and far, by hand: typed ring by ring, moved, tied by who asks whom, undone, kept."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from app.exchange.sample import import_sample
from app.kinds.kind import facts_of
from app.kinds.rings.kind import Asks, Placed, Rings
from app.library.rows import Workshop
from app.resources import resources_folder
from app.workshop.planning import add_exercise
from exports.export import make_page, write_page
from exports.registry import FORMATS
from exports.request import ExportRequest
from tests.journeys.at_exercise import AtExercise
from tests.journeys.person import CONTROL, NONE, SHIFT, settle
from tests.ui.opened import Opened, opened
from ui.cockpit.cockpit import Cockpit
from ui.kind_tables import make_reports
from ui.kinds.rings import RingsCanvas
from ui.parts.notes.drag_view import carry
from ui.parts.notes.ground import GROUND
from ui.parts.notes.view import NotesView

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)

Key = Qt.Key
EXERCISE = "near-and-far"


class Hands(AtExercise):
    """A facilitator at rings."""

    @property
    def ground(self) -> NotesView:
        """The ground on which all stand."""
        canvas = self.screen(Cockpit).canvas
        assert isinstance(canvas, RingsCanvas)
        return canvas.zones_view.view(GROUND)

    def placed(self) -> dict[str, str]:
        """Who stands in which ring."""
        facts = Rings().facts(self.house.hearth.library.reader, self.running)
        return {one.note.text: one.ring for one in facts_of(facts, Placed)}

    def asks(self) -> list[tuple[str, str]]:
        """Who asks whom."""
        facts = Rings().facts(self.house.hearth.library.reader, self.running)
        return [(one.who.text, one.whom.text) for one in facts_of(facts, Asks)]

    def at(self, text: str) -> None:
        """Walk on the ground until the keyboard is at somebody."""
        for _ in self.ground.notes.items:
            current = self.ground.current_item()
            if current is not None and current.text == text:
                return
            self.press(Key.Key_Right)
        self.press(Key.Key_Home)
        for _ in self.ground.notes.items:
            current = self.ground.current_item()
            if current is not None and current.text == text:
                return
            self.press(Key.Key_Right)
        raise AssertionError(text)


def begin(house: Opened) -> Hands:
    """In the room of a launch that has the exercise at its end, at that."""
    hearth = house.hearth
    sample = import_sample(hearth.library, hearth.catalogue, resources_folder())
    add_exercise(hearth.library, hearth.catalogue, sample.workshop, EXERCISE)
    hearth.window.cockpit(sample.workshop.id)
    hearth.window.activateWindow()
    settle()
    hands = Hands(house, "en")
    while hands.running.block.exercise != EXERCISE:
        hands.press(Key.Key_PageDown, CONTROL)
    return hands


def test_rings_by_keys_alone_and_there_another_day(qapp: QApplication, tmp_path: Path) -> None:
    """Six lines, six Enters and five Tabs; a link in four keys; moved, undone; in every format."""
    with opened(qapp, tmp_path) as house:
        hands = begin(house)
        hands.keys = 0
        for line in ("Mappers", "Flood team", "Regions", "Readers", "Press", "Schools"):
            hands.say(line)
            hands.press(Key.Key_Tab)
        assert hands.keys <= 12, hands.keys
        assert list(hands.placed()) == [
            "Mappers", "Flood team", "Regions", "Readers", "Press", "Schools"
        ]  # fmt: skip
        assert hands.placed()["Schools"] == "missing"
        hands.press(Key.Key_F6)
        hands.at("Regions")
        hands.press(Key.Key_J, CONTROL)
        hands.at("Flood team")
        hands.press(Key.Key_J, CONTROL)
        assert hands.asks() == [("Regions", "Flood team")]
        hands.press(Key.Key_Z, CONTROL)
        assert hands.asks() == []
        hands.press(Key.Key_Z, CONTROL | SHIFT)
        assert hands.asks() == [("Regions", "Flood team")]
        hands.at("Schools")
        hands.press(Key.Key_Down, CONTROL)
        assert hands.placed()["Schools"] == "outside"
        assert summaries(hands) == set(FORMATS)
    with opened(qapp, tmp_path) as house:
        (workshop,) = house.hearth.library.reader.rows(Workshop)
        house.hearth.window.cockpit(workshop.id)
        settle()
        again = Hands(house, "en")
        assert again.placed()["Schools"] == "outside"
        assert again.asks() == [("Regions", "Flood team")]
        assert [one.text for one in again.ground.notes.items][:2] == ["Mappers", "Flood team"]


def test_somebody_is_dragged_to_another_ring_and_back_by_one_key(
    qapp: QApplication, tmp_path: Path
) -> None:
    """Let go beside somebody of that ring."""
    with opened(qapp, tmp_path) as house:
        hands = begin(house)
        hands.say("Mappers")
        hands.press(Key.Key_Tab)
        hands.press(Key.Key_Tab)
        hands.press(Key.Key_Tab)
        hands.say("Readers")
        view = hands.ground
        items = {item.text: row for row, item in enumerate(view.notes.items)}
        point = view.visualRect(view.notes.index(items["Readers"])).center()
        data = carry([view.notes.items[items["Mappers"]].id])
        action, button = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
        for event in (
            QDragEnterEvent(point, action, data, button, NONE),
            QDragMoveEvent(point, action, data, button, NONE),
            QDropEvent(QPointF(point), action, data, button, NONE),
        ):
            QApplication.sendEvent(view.viewport(), event)
        settle()
        assert hands.placed() == {"Readers": "peripheral", "Mappers": "peripheral"}
        hands.press(Key.Key_Z, CONTROL)
        assert hands.placed() == {"Readers": "peripheral", "Mappers": "core"}


def summaries(hands: Hands) -> set[str]:
    """The formats in which the summary says who is near and who asks whom."""
    found = set()
    hearth = hands.house.hearth
    for name in FORMATS:
        request = ExportRequest(
            document="summary", subject=hands.running.workshop.id, format=name, audience="room"
        )
        with hearth.library.snapshot() as reader:
            words = hearth.speech("en")
            page = make_page(
                request, reader, hearth.catalogue, make_reports(hearth.catalogue), words
            )
        if write_page(page, request, resources_folder() / "fonts").data:
            found.add(name)
    return found
