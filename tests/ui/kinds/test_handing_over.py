"""Turns that end: they appear by themselves, are thanked, and what is passed on lands in them."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.community.holdings import HoldingFields, give_role
from app.community.people import PersonFields, add_person
from app.kinds.roles import name_and_agree, name_someone
from app.library.journal import Scope
from app.library.rows import Holding
from app.moment import day
from app.workshop.planning import add_exercise
from tests.ui.fitting import settle
from tests.ui.kinds.room import Room, open_room
from tests.ui.opened import opened
from ui.kinds.roles.canvas import RolesCanvas
from ui.kinds.roles.endings_panel import EndingsPanel
from ui.kinds.roles.role_card import RoleCard
from ui.parts.word_field import WordField


@pytest.fixture(params=("en", "fr"))
def handing(
    request: pytest.FixtureRequest, qapp: QApplication, tmp_path: Path, qtbot: QtBot
) -> Iterator[Room]:
    """A coordinator whose turn ends in a month, an events host whose turn goes on."""
    with opened(qapp, tmp_path, language=request.param) as house:
        room = open_room(house)
        today = day(room.workshop.date)
        hold(room, "coordinator", "Noor Haddad", today + timedelta(days=30), deputy="Ilse Vos")
        hold(room, "events-host", "Mateo Ruiz", today + timedelta(days=300))
        add_exercise(room.library, house.hearth.catalogue, room.workshop, "hand-over")
        settle()
        room.go_to("hand-over")
        yield room


def hold(room: Room, role: str, name: str, ends: date, deputy: str = "") -> Holding:
    """Somebody who has held a role for a year."""
    scope = Scope(room.workshop.community)
    named = [
        add_person(room.library, scope, PersonFields(name=one)).id for one in (name, deputy) if one
    ]
    fields = HoldingFields(
        role=role,
        person=named[0],
        deputy=named[1] if deputy else None,
        starts=day(room.workshop.date) - timedelta(days=365),
        ends=ends,
    )
    return give_role(room.library, room.workshop.community, fields)


def say_both(handing: Room, thanked: str, passed_on: str) -> tuple[WordField, WordField]:
    """Type thanks, and what is passed on; gives their fields."""
    panel = handing.child(EndingsPanel)
    assert panel.thanks is not None
    assert panel.handover is not None
    for word, text in ((panel.thanks, thanked), (panel.handover, passed_on)):
        word.field.begin()
        handing.write(text)
    return panel.thanks, panel.handover


def wall(room: Room) -> str:
    """All that the room may read now."""
    texts = room.picture().texts
    return "\n".join(line for text in texts for line in (text.heading, *text.lines))


def test_a_turn_that_ends_is_thanked_and_passed_on(qtbot: QtBot, handing: Room) -> None:
    """The wall has the name and the thanks; what is passed on stands in the holding alone."""
    panel = handing.child(EndingsPanel)
    assert "Noor Haddad" in panel.meant.text()
    assert "Ilse Vos" in panel.told.text()
    assert panel.list.lines.rowCount() == 1, "who goes on is not among them"
    say_both(handing, "Answered every call in the storm.", "Book the hall in March.")
    reader = handing.library.reader

    def kept() -> bool:
        held = reader.rows(Holding, role="coordinator")
        return [one.handover for one in held] == ["Book the hall in March."]

    qtbot.waitUntil(kept)
    settle()
    shown = wall(handing)
    assert "Noor Haddad" in shown
    assert "Answered every call in the storm." in shown
    assert "Book the hall" not in shown
    assert "Mateo Ruiz" not in shown


def test_a_term_that_is_over_is_said_to_have_ended(handing: Room) -> None:
    """It ran out before the day."""
    last = day(handing.workshop.date) - timedelta(days=9)
    with handing.library.change("role-edit") as writer:
        for one in writer.rows(Holding, role="coordinator"):
            writer.change(one, ends=last.isoformat())
    settle()
    told = handing.child(EndingsPanel).told.text()
    assert ("ended" in told) or ("terminé depuis" in told)


def test_only_a_yes_is_who_comes_next(handing: Room) -> None:
    """Who was named is nowhere; who agreed is next, and on the wall."""
    panel, library = handing.child(EndingsPanel), handing.library
    name_someone(library, handing.running, "coordinator", "Aiko Mori")
    settle()
    assert "Aiko Mori" not in panel.told.text()
    assert "Aiko Mori" not in wall(handing)
    name_and_agree(library, handing.running, "coordinator", "Aiko Mori")
    settle()
    assert "Aiko Mori" in panel.told.text()
    assert "Aiko Mori" in wall(handing)
    assert "Noor Haddad" in panel.meant.text(), "it is the one who ends that hands over"


def test_without_a_turn_that_ends_it_says_so(handing: Room) -> None:
    """And has no fields to write in."""
    with handing.library.change("role-remove") as writer:
        for one in writer.rows(Holding, role="coordinator"):
            writer.remove(one)
    settle()
    panel = handing.child(EndingsPanel)
    assert panel.none.isVisible()
    assert panel.thanks is None
    assert handing.words("inroom.ending") not in wall(handing)


def test_who_holds_a_role_is_said_where_somebody_is_named_for_it(handing: Room) -> None:
    """Also of those whose turn goes on; once somebody says yes, only of those there were."""
    card = handing.child(RoleCard)
    canvas = handing.cockpit.canvas
    assert isinstance(canvas, RolesCanvas)
    canvas.go_to("events-host")
    assert "Mateo Ruiz" in card.holders.text()
    state = next(one for one in canvas.list.lines.lines if one.id == "events-host")
    assert state.state in ("held", "pourvu")
    name_and_agree(handing.library, handing.running, "events-host", "Ines Duarte")
    settle()
    assert "Mateo Ruiz" in card.holders.text()
    assert "Ines" not in card.holders.text()
    canvas.go_to("sponsor")
    assert not card.holders.isVisible()


def test_thanks_and_what_is_passed_on_are_undone_and_done_again(
    qtbot: QtBot, handing: Room
) -> None:
    """The fields follow; and a turn that is taken back meanwhile leaves no field behind."""
    window, reader = handing.house.hearth.window, handing.library.reader
    thanks, handover = say_both(handing, "Answered every call.", "Book the hall.")
    handing.cockpit.bottom.line.setFocus()
    qtbot.waitUntil(lambda: reader.rows(Holding, role="coordinator")[0].handover != "")
    settle()
    for _ in range(2):
        window.undo()
        window.undo()
        settle()
        assert (thanks.field.text(), handover.field.text()) == ("", "")
        assert "Answered every call." not in wall(handing)
        window.redo()
        window.redo()
        settle()
        assert thanks.field.text() == "Answered every call."
        assert handover.field.text() == "Book the hall."
    with handing.library.change("test", Scope(handing.workshop.community)) as writer:
        writer.remove(reader.rows(Holding, role="coordinator")[0])
    settle()
    panel = handing.child(EndingsPanel)
    assert panel.thanks is None
    assert panel.none.isVisible()
