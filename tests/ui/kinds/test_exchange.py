"""An exchange in the room: two notes of different sides matched by keys or hand, then promised."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from app.kinds.exchange.matching import MATCH
from app.library.rows import Note, RegisterEntry, Tie
from app.workshop.notes import add_notes
from app.workshop.planning import add_exercise
from tests.ui.fitting import settle
from tests.ui.kinds.room import CONTROL, SHIFT, Room, click_item, texts_shown
from ui.kinds.exchange import ExchangeCanvas
from ui.kinds.exchange.promise_dialog import PromiseDialog
from ui.parts.column_list import ColumnListModel

pytestmark = pytest.mark.qt_log_ignore("does not support")

Key = Qt.Key


@pytest.fixture
def exchange(room: Room) -> Room:
    """Promises both ways, with something said on all four sides."""
    add_exercise(room.library, room.house.hearth.catalogue, room.workshop, "promises-both-ways")
    settle()
    room.go_to("promises-both-ways")
    room.say("Our map", "A page a month")
    room.tab()
    room.say("A map")
    room.tab()
    room.say("Half a day a month")
    room.tab()
    room.say("Time")
    return room


def canvas(room: Room) -> ExchangeCanvas:
    """The canvas on screen."""
    assert isinstance(room.cockpit.canvas, ExchangeCanvas)
    return room.cockpit.canvas


def pairs(room: Room) -> list[tuple[str, str]]:
    """The pairs that are listed, in words."""
    model = canvas(room).pairs.lines.model()
    found = []
    assert isinstance(model, ColumnListModel)
    for row in range(model.rowCount()):
        line = canvas(room).pairs.line(model.key(row))
        assert line is not None
        found.append((line.give.text, line.ask.text if line.ask else ""))
    return found


def focus_note(room: Room, zone: str, row: int = 0) -> None:
    """The keyboard to a note of a zone."""
    view = room.zones_view().view(zone)
    view.setFocus()
    view.make_current(row)
    settle()


def spoken(room: Room, zone: str) -> list[str]:
    """What a screen reader says of the notes in a zone."""
    notes = room.zones_view().view(zone).notes
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(notes.data(notes.index(row), role)) for row in range(notes.rowCount())]


def test_lines_go_to_the_four_sides(exchange: Room) -> None:
    """Tab from zone to zone, those beside each other that answer each other."""
    assert room_zones(exchange) == {
        "we-give": ["Our map", "A page a month"],
        "they-ask": ["A map"],
        "they-give": ["Half a day a month"],
        "we-ask": ["Time"],
    }
    assert not canvas(exchange).pairs.isVisible()


def room_zones(room: Room) -> dict[str, list[str]]:
    """What lies in each zone."""
    zones = room.zones_view()
    return {zone: texts_shown(zones.view(zone)) for zone in zones.zones}


def test_two_notes_are_matched_by_keys_alone(exchange: Room) -> None:
    """The first one waits, the second one completes; both have a tick, and are told together."""
    focus_note(exchange, "they-ask")
    exchange.press(Key.Key_J, CONTROL)
    assert "Ctrl" in exchange.said()
    assert not exchange.library.reader.rows(Tie)
    focus_note(exchange, "we-give")
    exchange.press(Key.Key_J, CONTROL)
    assert pairs(exchange) == [("Our map", "A map")]
    assert canvas(exchange).pairs.isVisible()
    assert spoken(exchange, "we-give") == ["Our map, taken up", "A page a month"]
    assert "1 match" in canvas(exchange).bar.said.text()
    exchange.press(Key.Key_Z, CONTROL)
    assert pairs(exchange) == []
    exchange.press(Key.Key_Z, CONTROL | SHIFT)
    assert pairs(exchange) == [("Our map", "A map")]


def test_two_notes_chosen_with_the_mouse_are_matched(exchange: Room) -> None:
    """A click with Ctrl in each zone, and the button."""
    zones = exchange.zones_view()
    click_item(zones.view("they-give"), "Half a day a month", CONTROL)
    click_item(zones.view("we-ask"), "Time", CONTROL)
    canvas(exchange).match_offer.click()
    settle()
    assert pairs(exchange) == [("Half a day a month", "Time")]


def test_two_of_one_side_are_refused_with_a_sentence(exchange: Room) -> None:
    focus_note(exchange, "we-give", 0)
    exchange.press(Key.Key_J, CONTROL)
    focus_note(exchange, "they-give")
    exchange.press(Key.Key_J, CONTROL)
    assert "Nothing was changed" in exchange.said()
    assert not exchange.library.reader.rows(Tie)


def match(room: Room) -> None:
    """Match our map with the map that is asked for."""
    focus_note(room, "we-give")
    room.press(Key.Key_J, CONTROL)
    focus_note(room, "they-ask")
    room.press(Key.Key_J, CONTROL)


def test_a_match_is_taken_apart_by_its_line(exchange: Room) -> None:
    match(exchange)
    canvas(exchange).pairs.lines.setFocus()
    settle()
    exchange.press(Key.Key_J, CONTROL | SHIFT)
    assert not exchange.library.reader.rows(Tie, form=MATCH)
    assert not canvas(exchange).pairs.isVisible()


def test_a_match_is_promised_and_the_promise_taken_back(exchange: Room) -> None:
    """Enter on its line: the side that gives stands there already; a date as it is typed."""
    match(exchange)
    canvas(exchange).pairs.lines.setFocus()
    settle()
    exchange.press(Key.Key_Return)
    (dialog,) = dialogs(exchange)
    assert isinstance(dialog, PromiseDialog)
    assert dialog.said.text() == "Our map"
    exchange.press(Key.Key_Tab)
    exchange.write("1 mar 2027")
    exchange.press(Key.Key_Return, CONTROL)
    (entry,) = entries(exchange)
    assert '"from":"community"' in entry.cells
    assert '"due":"2027-03-01"' in entry.cells
    line = canvas(exchange).pairs.line(canvas(exchange).pairs.lines.current)
    assert line is not None
    assert line.promise is not None
    exchange.into_canvas()
    exchange.press(Key.Key_Z, CONTROL)
    assert not entries(exchange)


def entries(room: Room) -> list[RegisterEntry]:
    """What the exercise wrote into registers."""
    return room.library.reader.rows(RegisterEntry, run=room.running.run.id)


def dialogs(room: Room) -> list[QDialog]:
    """The dialogs that are open."""
    found = room.house.hearth.window.findChildren(QDialog)
    return [one for one in found if one.isVisible()]


def test_the_wall_shows_pairs_then_what_is_open_and_no_names(exchange: Room) -> None:
    assert len(exchange.picture().columns) == 4
    match(exchange)
    paired, still = exchange.picture().columns
    assert [note.text for note in paired.notes] == ["Our map\n↔ A map"]
    assert [note.text for note in still.notes] == ["A page a month", "Half a day a month", "Time"]
    with exchange.library.change("note-edit") as writer:
        (note,) = [one for one in writer.rows(Note) if one.text == "A map"]
        writer.change(note, audience="facilitator")
    texts = [note.text for column in exchange.picture().columns for note in column.notes]
    assert "A map" not in " ".join(texts).replace("Our map", "")


def test_five_hundred_notes_and_odd_ones(exchange: Room) -> None:
    """Very long, from the right, and many: all are there, and one can still be matched."""
    running = exchange.running
    add_notes(exchange.library, running, "we-give", ["خريطة من يعرف ماذا", "x" * 400])
    add_notes(exchange.library, running, "we-ask", [f"Ask {n}" for n in range(500)])
    settle()
    canvas(exchange).refresh()
    assert len(room_zones(exchange)["we-ask"]) == 501
    focus_note(exchange, "they-give")
    exchange.press(Key.Key_J, CONTROL)
    focus_note(exchange, "we-ask", 500)
    exchange.press(Key.Key_J, CONTROL)
    assert pairs(exchange) == [("Half a day a month", "Ask 499")]


def test_what_is_done_is_not_asked_for_any_more(exchange: Room) -> None:
    """Once the second note is there, nothing asks for it."""
    focus_note(exchange, "we-give")
    exchange.press(Key.Key_J, CONTROL)
    assert exchange.said()
    focus_note(exchange, "they-ask")
    exchange.press(Key.Key_J, CONTROL)
    assert pairs(exchange) == [("Our map", "A map")]
    assert not exchange.said()
