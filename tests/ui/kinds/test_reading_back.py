"""What was said at a launch comes back at a renewal: hopes, worries and promises are answered."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.library.library import Library
from app.library.rows import RegisterEntry, Workshop
from app.moment import day
from app.registers.cells import Party, Values
from app.registers.register_entries import EntryFields, add_entry, entries_of
from app.renewal.since import read_since
from app.workshop.planning import WorkshopFields, add_exercise, plan_workshop, scope_of
from app.workshop.zones import zones_named
from tests.ui.fitting import settle
from tests.ui.kinds.room import CONTROL, HOPES, Room, open_room
from tests.ui.opened import opened
from ui.cockpit.carrying_panel import CarryingPanel
from ui.cockpit.cockpit import Cockpit
from ui.parts.answer_panel import AnswerPanel


@pytest.fixture(params=("en", "fr"))
def launch(
    request: pytest.FixtureRequest, qapp: QApplication, tmp_path: Path, qtbot: QtBot
) -> Iterator[Room]:
    """A launch in which three hopes and a worry were said."""
    with opened(qapp, tmp_path, language=request.param) as house:
        room = open_room(house)
        room.go_to("hopes-and-fears")
        room.say(*HOPES)
        room.tab()
        room.say("Nobody comes in winter")
        settle()
        yield room


def renew(launch: Room, *exercises: str) -> Room:
    """The room of a renewal a year later, with some exercises, in the first of them."""
    hearth = launch.house.hearth
    library: Library = hearth.library
    first = library.reader.row(Workshop, launch.workshop.id)
    when = day(first.date) + timedelta(days=365)
    fields = WorkshopFields(
        community=first.community,
        purpose="renewal",
        title="A year later",
        date=when.isoformat(),
        zone=first.zone,
        starts=510,
        minutes=240,
        languages=("en",),
        agenda=None,
    )
    workshop = plan_workshop(library, hearth.catalogue, fields)
    for exercise in exercises:
        add_exercise(library, hearth.catalogue, workshop, exercise)
    hearth.window.cockpit(workshop.id)
    settle()
    screen = hearth.window.screen_shown
    assert isinstance(screen, Cockpit)
    room = Room(launch.house, screen, workshop)
    room.go_to(exercises[0])
    return room


def test_hopes_come_back_by_one_key_and_are_answered(qtbot: QtBot, launch: Room) -> None:
    """Once those who were there were asked; each with what became of it, on the wall too."""
    room = renew(launch, "worries-revisited")
    (carrying,) = room.cockpit.findChildren(CarryingPanel)
    language = room.house.hearth.settings.language
    said = [one.text() for one in carrying.findChildren(QLabel)]
    for zone in ("hopes", "fears"):
        names = {one.id: one.label for one in zones_named(room.running.recipe, language)}
        assert any(one.endswith(f": {names[zone]}") for one in said), "which of the two is told"
    carrying.take()
    settle()
    assert room.notes() == [], "nobody said that they were asked"
    room.house.answers.yes = True
    carrying.take()
    settle()
    assert room.notes("hopes") == list(HOPES)
    panel = room.child(AnswerPanel)
    assert panel.isVisible()
    room.cockpit.bottom.line.setFocus()
    room.press(Qt.Key.Key_1, CONTROL)
    assert panel.word is not None
    panel.word.field.begin()
    room.write("Amina answers every call.")
    register = room.house.hearth.catalogue.register("hopes-and-worries")
    reader, community = room.library.reader, room.workshop.community

    def kept() -> bool:
        found = entries_of(reader, register, community)
        return [(one.state, one.values.get("word")) for one in found] == [
            ("came-true", "Amina answers every call.")
        ]

    qtbot.waitUntil(kept)
    settle()
    hopes = room.picture().columns[0].notes
    came = register.in_language("en").states["came-true"]
    assert (hopes[0].title, hopes[0].text) == (HOPES[0], f"{came} – Amina answers every call.")
    assert hopes[1].title == ""
    room.cockpit.bottom.line.setFocus()
    room.press(Qt.Key.Key_0, CONTROL)
    assert panel.meant.text() == HOPES[1], "the next that waits"
    (entry,) = entries_of(reader, register, community)
    assert entry.row.audience == "room"
    room.library.undo(scope_of(room.workshop))
    room.library.undo(scope_of(room.workshop))
    assert entries_of(reader, register, community) == []


def test_without_a_launch_there_is_nothing_to_answer(launch: Room) -> None:
    """What is typed here can be answered all the same."""
    room = renew(launch, "worries-revisited")
    panel = room.child(AnswerPanel)
    assert not panel.isVisible()
    room.say("A hope that was never written down")
    settle()
    assert panel.isVisible()
    assert not panel.word


def test_promises_of_both_sides_are_read_in_turn(qtbot: QtBot, launch: Room) -> None:
    """In the same words; late ones say so; the wall has them once they were answered, and what
    became of them lands in the register and in what came since last time."""
    hearth = launch.house.hearth
    library, register = launch.library, hearth.catalogue.register("gives-and-asks")
    due = day(launch.workshop.date) + timedelta(days=60)
    for text, side in (("A day a month", "organization"), ("A page a season", "community")):
        values: Values = {"promise": text, "from": Party(party=side), "due": due}
        add_entry(library, register, launch.workshop.community, values, EntryFields())
    room = renew(launch, "promises-both-ways")
    panel = room.child(AnswerPanel)
    model = panel.list.lines
    whole = Qt.ItemDataRole.AccessibleTextRole
    lines = [model.index(at).data(whole) for at in range(model.rowCount())]
    (ours,), (theirs,) = (
        [one for one in lines if text in one] for text in ("A page a season", "A day a month")
    )
    words = hearth.speech(hearth.settings.language)
    late = words("inroom.late-since", day=words.day(due))
    assert all(late in line for line in (ours, theirs)), (late, ours)
    assert not any(column.notes for column in room.picture().columns)
    panel.list.setCurrentIndex(model.index(lines.index(ours)))
    panel.answer("partly")
    settle()
    assert panel.word is not None
    panel.word.field.begin()
    room.write("Two of four.")
    reader = room.library.reader
    qtbot.waitUntil(lambda: any("Two of" in one.texts for one in reader.rows(RegisterEntry)))
    settle()
    we, they = room.picture().columns
    partly = register.in_language("en").states["partly"]
    assert [(one.title, one.text) for one in we.notes] == [
        ("A page a season", f"{partly} – Two of four.")
    ]
    assert they.notes == ()
    with library.change("workshop-close") as writer:
        first = writer.row(Workshop, launch.workshop.id)
        writer.change(first, closed=first.created)
    today = day(room.workshop.date)
    since = read_since(
        library.reader, hearth.catalogue, room.workshop.community, "community", today
    )
    assert ("ours-partly", "A page a season – Two of four.") in [
        (one.code, one.text) for one in since.did
    ]


def test_every_answer_and_word_is_undone_and_done_again(qtbot: QtBot, launch: Room) -> None:
    """The word goes with its answer, and its field shows what is kept."""
    room = renew(launch, "worries-revisited")
    (carrying,) = room.cockpit.findChildren(CarryingPanel)
    room.house.answers.yes = True
    carrying.take()
    settle()
    panel, window = room.child(AnswerPanel), room.house.hearth.window
    register = room.house.hearth.catalogue.register("hopes-and-worries")
    reader, community = room.library.reader, room.workshop.community

    def kept() -> list[object]:
        return [one.values.get("word", "") for one in entries_of(reader, register, community)]

    room.cockpit.bottom.line.setFocus()
    room.press(Qt.Key.Key_1, CONTROL)
    assert panel.word is not None
    panel.word.field.begin()
    room.write("Amina answers every call.")
    qtbot.waitUntil(lambda: kept() == ["Amina answers every call."])
    room.cockpit.bottom.line.setFocus()
    settle()
    for _ in range(2):
        window.undo()
        settle()
        assert kept() == [""]
        assert panel.word is not None
        assert panel.word.field.text() == ""
        window.undo()
        settle()
        assert kept() == []
        assert room.child(AnswerPanel).word is None
        window.redo()
        window.redo()
        settle()
        assert kept() == ["Amina answers every call."]
        assert panel.word is not None
        assert panel.word.field.text() == "Amina answers every call."
    window.undo()
    window.undo()
    window.undo()
    settle()
    assert room.notes() == []
    assert not panel.isVisible()
