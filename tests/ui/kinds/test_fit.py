"""Every canvas, full, empty and overfull, in the sizes and languages it must hold in."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.charter.clauses import add_clause
from app.charter.versions import agree, record_stances, update_proposed
from app.kinds.board import count_in_room, turn_dots
from app.kinds.charter import keep_reservation, propose_here
from app.kinds.roles import add_own_role, answer, name_and_agree, name_someone
from app.library.rows import Note
from app.workshop.notes import add_notes, gather
from app.workshop.planning import scope_of
from app.workshop.rounds import dots_round
from tests.ui.fitting import misfits, settle
from tests.ui.kinds.room import Room, open_room
from tests.ui.opened import opened
from ui.kinds.roles.role_card import RoleCard
from ui.look.themes import ThemeName

LONG = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle " * 3


def full_board(room: Room) -> None:
    """Groups, long words, dots being counted."""
    room.go_to("hopes-and-fears")
    running = room.running
    for zone in ("hopes", "fears"):
        notes = add_notes(room.library, running, zone, ["A hope", LONG, "x" * 300, "Short"] * 10)
        gather(room.library, running, notes[:5], LONG)
    count = dots_round(room.library.reader, running.run.id)
    if count is None or count.round.closed is not None:
        turn_dots(room.library, running)
    first = room.library.reader.rows(Note, order="position")[0]
    count_in_room(room.library, running, first.id, 31)


def shown_board(room: Room) -> None:
    """The same with its dots shown."""
    full_board(room)
    turn_dots(room.library, room.running)


def three_zones(room: Room) -> None:
    """Three zones, empty but for one note."""
    room.go_to("first-ninety-days")
    add_notes(room.library, room.running, "day-60", ["Visit the archives together"])


def full_talk(room: Room) -> None:
    """More than fits."""
    room.go_to("opening-round")
    add_notes(room.library, room.running, "came-for", ["I came to listen", LONG] * 15)


def full_roles(room: Room) -> None:
    """Every answer, long names, a role of one's own."""
    room.go_to("who-tends-what")
    running, library = room.running, room.library
    name_and_agree(library, running, "coordinator", "Amélie Desrochers")
    for name, said in (
        ("Maximiliane-Friederike von Hohenstein-Wolkenkuckucksheim", "asked"),
        ("Tomás Rivera", "privately"),
        ("Ngozi Obi", "not-now"),
    ):
        answer(library, running, name_someone(library, running, "coordinator", name), said)
    name_someone(library, running, "coordinator", "Wei Zhang")
    add_own_role(library, running, "Keeper of the coffee and of every key of the building")


def asked_until_when(room: Room) -> None:
    """Somebody of a long name said yes, and is asked for how long."""
    full_roles(room)
    assert room.cockpit.canvas is not None
    room.cockpit.canvas.enter_strongly("Maximiliane-Friederike von Hohenstein-Wolkenkuckucksheim")
    room.child(RoleCard).asking.line.setText("zzz")


def drafted(room: Room) -> None:
    """Notes said, clauses drafted."""
    full_board(room)
    room.go_to("what-we-take-care-of")
    scope = scope_of(room.workshop)
    add_clause(room.library, scope, "purpose", f"Together we can. {LONG}")
    add_clause(room.library, scope, "in-scope", f"One\n{LONG}\nThree", form="list")


def agreeing(room: Room) -> None:
    """Tables, reservations, a version proposed and edited since."""
    drafted(room)
    scope = scope_of(room.workshop)
    table = f"Gathering\tEvery four weeks\t90 minutes\tAll of us\nLunch\t{LONG}\tTwo hours\tCore"
    add_clause(room.library, scope, "rhythm", table, form="table")
    room.go_to("our-word")
    propose_here(room.library, room.running)
    keep_reservation(room.library, room.running, LONG)
    add_clause(room.library, scope, "review", "We read it again.")


def agreed(room: Room) -> None:
    """The word given against some, and what was agreed to be read."""
    agreeing(room)
    version = update_proposed(
        room.library, scope_of(room.workshop), propose_here(room.library, room.running)
    )
    counts = {"wholehearted": 12, "fine": 3, "reservation": 1, "cannot": 2, "away": 4}
    record_stances(room.library, scope_of(room.workshop), version, counts)
    agree(room.library, scope_of(room.workshop), version, "2099-06-30")


SCENES: tuple[Callable[[Room], None], ...] = (
    full_board,
    shown_board,
    three_zones,
    full_talk,
    full_roles,
    asked_until_when,
    drafted,
    agreeing,
    agreed,
)


@pytest.mark.parametrize(
    ("language", "theme", "text", "size"),
    [
        ("en", "light", 100, (1440, 900)),
        ("fr", "light", 100, (1280, 720)),
        ("fr", "dark", 200, (1280, 720)),
        ("en", "contrast", 80, (1920, 1080)),
    ],
)
def test_every_canvas_fits(
    qapp: QApplication,
    tmp_path: Path,
    language: str,
    theme: ThemeName,
    text: int,
    size: tuple[int, int],
) -> None:
    """No text is cut and nothing clipped inside a canvas, whatever people typed."""
    with opened(qapp, tmp_path, language=language, theme=theme, text=text) as house:
        room = open_room(house)
        house.hearth.window.resize(*size)
        for scene in SCENES:
            scene(room)
            settle()
            found = misfits(room.canvas_widget)
            assert found == [], (scene.__name__, found)
