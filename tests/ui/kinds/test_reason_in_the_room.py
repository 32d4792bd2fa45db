"""Before proposing in the room: why there is a new version, and what may be worth a look."""

import pytest
from pytestqt.qtbot import QtBot

from app.charter.versions import versions_of
from app.workshop.planning import add_exercise, scope_of
from tests.ui.charter.desk import click
from tests.ui.fitting import settle
from tests.ui.kinds.room import Room
from ui.kinds.charter.agreement_panel import AgreementPanel
from ui.parts.labels import WrapLabel

PLANNED = "Our coordinator leaves in June."


@pytest.fixture
def renewal(room: Room) -> Room:
    """Our word in a renewal, whose reason was written when it was planned."""
    with room.library.change("workshop-edit", scope_of(room.workshop)) as writer:
        writer.change(room.workshop, purpose="renewal", notes=f"{PLANNED}\n")
    settle()
    room.go_to("what-we-take-care-of")
    room.say("Together we can.")
    room.go_to("our-word")
    return room


def test_why_it_was_planned_is_offered(qtbot: QtBot, renewal: Room) -> None:
    """In a step; put in other words, it stands beside the version."""
    panel = renewal.child(AgreementPanel)
    assert PLANNED in panel.why.planned.text()
    click(panel.why.take)
    assert panel.why.text.toPlainText() == PLANNED
    assert not panel.why.take.isVisible()
    panel.why.text.selectAll()
    renewal.write("A new coordinator from June.")
    panel.go_on()
    settle()
    (version,) = versions_of(renewal.library.reader, renewal.workshop.community)
    assert version.reason == "A new coordinator from June."
    assert not panel.why.isVisible()


def test_what_is_not_taken_is_told_to_nobody(qtbot: QtBot, renewal: Room) -> None:
    """It was written for oneself."""
    panel = renewal.child(AgreementPanel)
    panel.propose.click()
    settle()
    (version,) = versions_of(renewal.library.reader, renewal.workshop.community)
    assert version.reason == ""


def test_what_the_draft_leaves_open_is_said(qtbot: QtBot, renewal: Room) -> None:
    """Each with its reason; a step leads to a section of this block, and none to another."""
    catalogue = renewal.house.hearth.catalogue
    add_exercise(renewal.library, catalogue, renewal.workshop, "renewing-our-word")
    settle()
    renewal.go_to("renewing-our-word")
    panel = renewal.child(AgreementPanel)
    assert panel.advice.isVisible()
    said = "\n".join(one.text() for one in panel.advice.findChildren(WrapLabel) if one.isVisible())
    assert "Nothing is said to be out of scope." in said
    canvas = renewal.cockpit.canvas
    assert canvas is not None
    steps = panel.advice.list.steps
    assert 0 < len(steps) < panel.advice.list.said
    click(steps[0])
    assert canvas.target() != "reservations"
    panel.propose.click()
    settle()
    assert not panel.advice.isVisible()
