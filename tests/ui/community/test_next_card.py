"""What to do next on a community's page: what is near first, a date far ahead only mentioned."""

from datetime import timedelta

from pytestqt.qtbot import QtBot

from app.community.gatherings import GatheringFields, plan_gathering
from app.library.library import Library
from app.library.rows import Gathering
from tests.app.community.village import TODAY, action, found, joins, workshop
from tests.ui.community.hamlet import asking, click, page
from tests.ui.home.stand_in import settle
from ui.community.community_screen import CommunityScreen
from ui.community.gathering_dialog import GatheringDialog


def shown(screen: CommunityScreen) -> list[str]:
    """The codes of what stands in the card."""
    assert screen.cards is not None
    return [step.reminder.code for step in screen.cards.next.steps]


def later(screen: CommunityScreen) -> str:
    """What is said under it."""
    assert screen.cards is not None
    said = screen.cards.next.later
    return said.text() if said is not None else ""


def test_a_renewal_in_a_year_hides_nothing(qtbot: QtBot, library: Library) -> None:
    community = found(library)
    joins(library, community, "Maude")
    workshop(library, community, TODAY - timedelta(days=30), state="closed")
    workshop(library, community, TODAY + timedelta(days=365), purpose="renewal", title="Renewal")
    action(library, community, "Send the list", TODAY - timedelta(days=2))
    screen, _ = page(qtbot, library, community)
    assert shown(screen)[0] == "actions-past"
    assert screen.main_button.text() == "Plan a workshop"


def test_a_gathering_is_planned_before_a_date_far_ahead(qtbot: QtBot, library: Library) -> None:
    """And once it is, the card says that it is next."""
    community = found(library)
    joins(library, community, "Maude")
    plan_gathering(library, community.id, GatheringFields(date=TODAY + timedelta(days=200)))
    workshop(library, community, TODAY - timedelta(days=30), state="closed")
    screen, _ = page(qtbot, library, community)
    assert screen.cards is not None
    while (step := screen.cards.next.steps[0]).reminder.code != "next-far":
        step.later.menu_of_times().actions()[1].trigger()
    assert step.reminder.code == "next-far"
    click(step.button)
    dialog = asking(screen, GatheringDialog)
    dialog.form.set_values({"date": TODAY + timedelta(days=9)})
    click(dialog.keep_button)
    assert library.reader.count(Gathering) == 2
    while shown(screen) != ["ahead-gathering"]:
        assert "The next gathering is in 9 days" in later(screen)
        screen.cards.next.steps[0].later.menu_of_times().actions()[1].trigger()
        settle()
    assert screen.cards.next.isVisible()
    assert not screen.cards.next.steps[0].later.isVisible()


def test_what_is_next_stands_quietly_under_what_wants_attention(
    qtbot: QtBot, library: Library
) -> None:
    community = found(library)
    workshop(library, community, TODAY + timedelta(days=90), title="Launch")
    screen, _ = page(qtbot, library, community)
    assert "ahead-workshop" not in shown(screen)
    assert "“Launch” is in 3 months" in later(screen)
