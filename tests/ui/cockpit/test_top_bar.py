"""The top bar where room is short: what stays whole, and what gives way first."""

from pytestqt.qtbot import QtBot

from app.library.rows import Workshop
from tests.ui.fitting import settle
from tests.ui.opened import Opened
from ui.cockpit.cockpit import Cockpit


def test_where_room_is_short_the_workshop_keeps_its_name(
    qtbot: QtBot, house: Opened, cockpit: Cockpit, workshop: str
) -> None:
    """The community's goes first; both are in the tooltip."""
    row = house.hearth.library.reader.row(Workshop, workshop)
    assert row.title in cockpit.top.title.text() != row.title
    for width in range(1280, 880, -20):
        house.hearth.window.resize(width, 720)
        settle()
        if cockpit.top.title.shown_text() != cockpit.top.title.text():
            break
    assert cockpit.top.title.shown_text() == row.title
    assert cockpit.top.title.toolTip() == cockpit.top.title.text()


def test_saved_is_told_whole_beside_any_title(
    qtbot: QtBot, house: Opened, cockpit: Cockpit
) -> None:
    """The title gives way."""
    house.hearth.window.resize(1280, 720)
    cockpit.top.title.setText("Launch of everybody who tends the maps of the north " * 4)
    for caught in (False, True):
        cockpit.top.show_caught("decision") if caught else cockpit.top.show_saved(False)
        settle()
        assert cockpit.top.saved.shown_text() == cockpit.top.saved.text()
    assert cockpit.top.title.shown_text().endswith("…")
