"""Before an ending in its window: what is open leads to its place, and each way on is taken."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from app.community.states import state_of
from app.library.library import Library
from app.library.rows import Community
from tests.app.community.village import TODAY, action, found, joins, workshop
from tests.ui.community.hamlet import asking, click, full, page
from tests.ui.fitting import misfits, settle
from ui.community.community_screen import CommunityScreen
from ui.community.ending_dialog import EndingDialog
from ui.community.parting_dialog import PartingDialog
from ui.community.plan_dialog import PlanDialog
from ui.community.state_dialog import StateDialog
from ui.community.still_open_rows import StepButton


def asked(screen: CommunityScreen) -> EndingDialog:
    """The window, opened from the page."""
    click(screen.ending_button)
    return asking(screen, EndingDialog)


def steps(dialog: EndingDialog | StateDialog) -> dict[str, StepButton]:
    """The buttons that lead to what is open, by its code."""
    return {one.one.code: one for one in dialog.findChildren(StepButton)}


def test_what_is_open_is_told_and_leads_to_its_place(qtbot: QtBot, library: Library) -> None:
    """Nothing is forbidden: the ways on are there whatever is open."""
    community = found(library)
    joins(library, community, "Farah Haddad", joined=date(2025, 1, 5))
    action(library, community, "Send the guide", TODAY)
    screen, stage = page(qtbot, library, community)
    dialog = asked(screen)
    told = steps(dialog)
    assert set(told) == {"actions", "people"}
    assert all(one.isEnabled() for one in (dialog.plan_button, dialog.end_button))
    click(told["people"])
    assert stage.went.places[-1] == ("people", community.id)
    dialog = asked(screen)
    click(steps(dialog)["actions"])
    settle()
    focused = screen.focusWidget()
    assert focused is not None
    assert focused.objectName().startswith("action ")


def test_with_nothing_open_it_says_so(qtbot: QtBot, library: Library) -> None:
    """And asks all the same."""
    screen, _ = page(qtbot, library, found(library))
    dialog = asked(screen)
    assert not dialog.rows.isVisible()
    assert steps(dialog) == {}


def test_each_way_on_is_asked(qtbot: QtBot, library: Library) -> None:
    """A workshop, the end, a split; the end is proposed where it is said."""
    community = found(library)
    workshop(library, community, TODAY)
    screen, _ = page(qtbot, library, community)
    click(asked(screen).plan_button)
    plan = asking(screen, PlanDialog)
    assert plan.form.text("purpose") == "closing"
    plan.reject()
    click(asked(screen).part_button)
    asking(screen, PartingDialog).reject()
    click(asked(screen).end_button)
    state = asking(screen, StateDialog)
    assert state.form.text("state") == "closed"
    assert state.open_well.isVisible()
    assert set(steps(state)) == {"workshops"}
    state.try_keep()
    assert state_of(library.reader, community.id, TODAY).state == "closed"


def test_the_state_tells_what_is_open_only_before_an_ending(qtbot: QtBot, library: Library) -> None:
    """A pause ends nothing."""
    screen, _ = page(qtbot, library, found(library))
    screen.change_state()
    dialog = asking(screen, StateDialog)
    assert dialog.form.text("state") == "paused"
    assert not dialog.open_well.isVisible()
    dialog.form.set_values({"state": "merged"})
    dialog.touch("state")
    assert dialog.open_well.isVisible()
    click(dialog.part_button)
    asking(screen, PartingDialog)


def test_what_has_ended_leaves_its_page(qtbot: QtBot, library: Library) -> None:
    """The same button writes it then; there is nothing to prepare any more."""
    community = found(library)
    with library.change("test") as rows:
        rows.change(rows.row(Community, community.id), ended=TODAY.isoformat())
    screen, stage = page(qtbot, library, community)
    assert screen.ending_button.isVisible()
    assert screen.ending_button.text() == stage.world.words("ending.page")


@pytest.mark.parametrize(("language", "text"), [("en", 100), ("fr", 100), ("fr", 200)])
def test_it_fits(qtbot: QtBot, library: Library, language: str, text: int) -> None:
    """Overfull, in a small window."""
    community = full(library, over=True)
    screen, _ = page(qtbot, library, community, size=(1280, 720), language=language, text=text)
    dialog = asked(screen)
    assert misfits(dialog) == []
    click(dialog.end_button)
    assert misfits(asking(screen, StateDialog)) == []
