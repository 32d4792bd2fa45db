"""Promises both ways, by hand: four sides typed, matched, promised, undone, exported, kept."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.catalogue.catalogue import Catalogue
from app.exchange.sample import import_sample
from app.kinds.exchange.kind import Exchange
from app.kinds.exchange.matching import Match, Unmatched
from app.kinds.kind import facts_of
from app.library.rows import RegisterEntry, Workshop
from app.resources import resources_folder
from app.workshop.planning import add_exercise
from exports.export import make_page, write_page
from exports.registry import FORMATS
from exports.request import ExportRequest
from tests.journeys.at_exercise import AtExercise
from tests.journeys.person import CONTROL, SHIFT, settle
from tests.ui.opened import opened
from ui.cockpit.cockpit import Cockpit
from ui.kind_tables import make_reports
from ui.kinds.exchange import ExchangeCanvas
from ui.kinds.exchange.promise_dialog import PromiseDialog

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)

Key = Qt.Key
EXERCISE = "promises-both-ways"


class Hands(AtExercise):
    """A facilitator between two sides."""

    @property
    def canvas(self) -> ExchangeCanvas:
        """The canvas they sit at."""
        canvas = self.screen(Cockpit).canvas
        assert isinstance(canvas, ExchangeCanvas)
        return canvas

    def told(self) -> tuple[list[tuple[str, str]], list[str]]:
        """What meets and what is open."""
        hearth = self.house.hearth
        facts = Exchange(hearth.catalogue).facts(hearth.library.reader, self.running)
        pairs = [(one.give.text, one.ask.text) for one in facts_of(facts, Match)]
        return pairs, [one.note.text for one in facts_of(facts, Unmatched)]

    def entries(self) -> list[RegisterEntry]:
        """What the exercise wrote into the register."""
        return self.house.hearth.library.reader.rows(RegisterEntry, run=self.running.run.id)


def enter(hands: Hands) -> None:
    """On to the exercise, by the next block's key, wherever it stands."""
    while hands.running.block.exercise != EXERCISE:
        hands.press(Key.Key_PageDown, CONTROL)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the library lies."""
    return tmp_path


@pytest.fixture
def hands(qapp: QApplication, folder: Path) -> Iterator[Hands]:
    """In the room of a launch with the exercise at its end."""
    with opened(qapp, folder) as house:
        hearth = house.hearth
        sample = import_sample(hearth.library, hearth.catalogue, resources_folder())
        add_exercise(hearth.library, hearth.catalogue, sample.workshop, EXERCISE)
        hearth.window.cockpit(sample.workshop.id)
        hearth.window.activateWindow()
        settle()
        found = Hands(house, "en")
        enter(found)
        yield found


def fill(hands: Hands) -> None:
    """Something on each of the four sides."""
    for lines in (("Our map", "A page a month"), ("A map",), ("Half a day",), ("Time",)):
        hands.say(*lines)
        hands.press(Key.Key_Tab)


def match_first(hands: Hands) -> None:
    """From the capture line, which leads to what we give: our map and the map that is asked for."""
    hands.press(Key.Key_F6)
    hands.press(Key.Key_J, CONTROL)
    hands.press(Key.Key_Tab)
    hands.press(Key.Key_J, CONTROL)


def test_a_match_takes_four_keys_from_the_line(hands: Hands) -> None:
    fill(hands)
    hands.keys = 0
    match_first(hands)
    assert hands.told()[0] == [("Our map", "A map")]
    assert hands.keys <= 4, hands.keys
    hands.press(Key.Key_Z, CONTROL)
    assert hands.told()[0] == []
    hands.press(Key.Key_Z, CONTROL | SHIFT)
    assert hands.told()[0] == [("Our map", "A map")]


def promise(hands: Hands) -> None:
    """On by Tab to the list of matches; Enter, who, by when."""
    for _ in range(3):
        hands.press(Key.Key_Tab)
    assert hands.canvas.pairs.lines.hasFocus()
    hands.press(Key.Key_Return)
    hands.dialog(PromiseDialog)
    hands.press(Key.Key_Tab)
    hands.type("15 dec 2027")
    hands.press(Key.Key_Return, CONTROL)
    settle()


def test_from_what_is_said_to_a_promise_on_paper_and_another_day(
    qapp: QApplication, folder: Path
) -> None:
    """Typed, matched, promised; on the wall without names; in every format; there when reopened."""
    with opened(qapp, folder) as house:
        hearth = house.hearth
        sample = import_sample(hearth.library, hearth.catalogue, resources_folder())
        add_exercise(hearth.library, hearth.catalogue, sample.workshop, EXERCISE)
        hearth.window.cockpit(sample.workshop.id)
        hearth.window.activateWindow()
        settle()
        hands = Hands(house, "en")
        enter(hands)
        fill(hands)
        match_first(hands)
        promise(hands)
        (entry,) = hands.entries()
        assert '"due":"2027-12-15"' in entry.cells
        texts = exported(house.hearth.catalogue, hands)
        assert "Our map" in texts["md"]
        assert "15 Dec 2027" in texts["md"]
        assert set(texts) == set(FORMATS)
    with opened(qapp, folder) as house:
        (workshop,) = house.hearth.library.reader.rows(Workshop)
        house.hearth.window.cockpit(workshop.id)
        settle()
        again = Hands(house, "en")
        assert again.told() == ([("Our map", "A map")], ["A page a month", "Half a day", "Time"])
        assert again.canvas.pairs.isVisible()
        again.look_at_window()
        again.press(Key.Key_Z, CONTROL)
        assert again.entries() == []


def exported(catalogue: Catalogue, hands: Hands) -> dict[str, str]:
    """The summary in every format, as far as its bytes can be read as text."""
    found = {}
    hearth = hands.house.hearth
    for name in FORMATS:
        request = ExportRequest(
            document="summary", subject=hands.running.workshop.id, format=name, audience="room"
        )
        with hearth.library.snapshot() as reader:
            words = hearth.speech("en")
            page = make_page(request, reader, catalogue, make_reports(catalogue), words)
        data = write_page(page, request, resources_folder() / "fonts").data
        assert data
        found[name] = data.decode("utf-8", "replace")
    return found
