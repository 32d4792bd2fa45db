"""Before anything was launched, what a first workshop is begun from."""

import pytest
from pytestqt.qtbot import QtBot

from app.library.library import Library
from tests.app.community.village import found, joins, launched
from tests.ui.community.hamlet import page
from tests.ui.home.stand_in import settle
from ui.community.plan_dialog import PlanDialog


def planned(qtbot: QtBot, library: Library, purpose: str, *, after_launch: bool) -> PlanDialog:
    """The window that plans a workshop of a community with six members."""
    community = found(library)
    if after_launch:
        launched(library, community)
    for number in range(6):
        joins(library, community, f"Nadia Roy {number}")
    screen, _ = page(qtbot, library, community)
    screen.plan(purpose)
    settle()
    (dialog,) = screen.findChildren(PlanDialog)
    return dialog


@pytest.mark.parametrize(
    ("purpose", "agenda"),
    [("gathering", "first-table"), ("preparation", "core-prepares-launch")],
)
def test_what_comes_before_a_launch_is_proposed_first(
    qtbot: QtBot, library: Library, purpose: str, agenda: str
) -> None:
    """And an ordinary gathering takes no half day."""
    dialog = planned(qtbot, library, purpose, after_launch=False)
    assert dialog.agenda == agenda


def test_an_ordinary_gathering_is_as_long_as_most_are(qtbot: QtBot, library: Library) -> None:
    """Not as long as the one among them that brings several communities together."""
    dialog = planned(qtbot, library, "gathering", after_launch=True)
    assert dialog.form.text("length") == "hour"
    assert dialog.agenda != "portfolio-meeting"
    dialog.form.set_values({"purpose": "launch"})
    dialog.touch("purpose")
    assert dialog.form.text("length") == "half-day"
