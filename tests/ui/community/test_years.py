"""A community's years on its page: its pulse, its portraits, what it became, each to print."""

from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.community.stages import record_reading
from app.community.states import record_state
from app.library.library import Library
from app.library.rows import StageReading
from tests.app.community.village import TODAY, found, workshop
from tests.pulses import take_pulse
from tests.ui.community.hamlet import asking, click, full, page
from tests.ui.fitting import misfits
from tests.ui.home.stand_in import make_stage, settle
from ui.community.community_screen import CommunityScreen
from ui.community.gatherings_dialog import GatheringsDialog
from ui.community.our_years_dialog import OurYearsDialog
from ui.community.plan_dialog import PlanDialog
from ui.community.pulse_years_dialog import PulseYearsDialog
from ui.community.role_years_dialog import RoleYearsDialog
from ui.community.stages_dialog import StagesDialog
from ui.parts.diagram_painter import DiagramView


def said(widget: QWidget) -> str:
    """Everything that is said in a widget."""
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if not one.isHidden())


def button(screen: QWidget, name: str) -> QAbstractButton:
    """A button of the page."""
    known = screen.findChild(QAbstractButton, name)
    assert known is not None
    return known


def taken(library: Library, community: str, day: date, answers: str) -> None:
    """A pulse, each letter one person's answer to everything."""
    catalogue = make_stage(library).world.catalogue
    take_pulse(library, catalogue, community, day, list(answers))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_before_the_first_pulse_the_shortest_way_is_offered(
    qtbot: QtBot, library: Library, language: str
) -> None:
    """An agenda in which it is taken, at one press."""
    screen, stage = page(qtbot, library, found(library), language=language)
    assert screen.cards is not None
    assert stage.world.words("years.pulse-none") in said(screen.cards.pulse)
    assert button(screen, "pulse years").isHidden()
    assert not misfits(screen)
    click(button(screen, "plan pulse"))
    dialog = asking(screen, PlanDialog)
    agenda = stage.world.catalogue.agenda("yearly-pulse")
    assert agenda.in_language(language).name in said(dialog.shown)
    dialog.reject()


@pytest.mark.parametrize(("language", "text"), [("en", 100), ("fr", 200)])
@pytest.mark.parametrize("times", [1, 4, 30])
def test_the_pulse_over_the_years_is_shown(
    qtbot: QtBot, library: Library, times: int, language: str, text: int
) -> None:
    """With a picture, said to whoever does not see it, and the numbers; nothing is cut."""
    community = full(library)
    for number in range(times):
        day = TODAY - timedelta(days=90 * (times - number))
        taken(library, community.id, day, "2344455")
    screen, stage = page(qtbot, library, community, language=language, text=text)
    words = stage.world.words
    assert screen.cards is not None
    last = words.day(TODAY - timedelta(days=90))
    assert words("years.pulse-taken", n=times, day=last) in said(screen.cards.pulse)
    click(button(screen, "pulse years"))
    dialog = asking(screen, PulseYearsDialog)
    (picture,) = dialog.findChildren(DiagramView)
    assert picture.accessibleName()
    spread = words("ballot.from-to", low=3, high=5)
    assert words("years.pulse-answer", middle=4, spread=spread) in said(dialog)
    assert (words("years.pulse-once") in said(dialog)) == (times == 1)
    assert not misfits(dialog)
    dialog.reject()


def test_fewer_than_three_are_never_told(qtbot: QtBot, library: Library) -> None:
    community = found(library)
    taken(library, community.id, TODAY - timedelta(days=9), "15")
    screen, stage = page(qtbot, library, community)
    click(button(screen, "pulse years"))
    dialog = asking(screen, PulseYearsDialog)
    told = said(dialog)
    assert stage.world.words("years.pulse-too-few") in told
    assert stage.world.words("years.pulse-n", n=2) not in told
    dialog.reject()


@pytest.mark.parametrize(("language", "text"), [("en", 100), ("fr", 200)])
def test_portraits_and_states_are_shown(
    qtbot: QtBot, library: Library, language: str, text: int
) -> None:
    """Who said so, by what, and why it was paused."""
    community = full(library)
    held = workshop(library, community, date(2025, 6, 3), title="Renewal day", state="closed")
    record_reading(library, community.id, date(2025, 6, 3), {"renew": "Two left"}, held.id)
    record_state(library, community.id, date(2024, 2, 1), "paused", "No room to meet")
    screen, stage = page(qtbot, library, community, language=language, text=text)
    words = stage.world.words
    click(button(screen, "our years"))
    dialog = asking(screen, OurYearsDialog)
    told = said(dialog)
    assert "Renewal day" in told
    assert "Two left" in told
    assert words("years.by-coordinator") in told
    assert words("states.state.paused") in told
    assert "No room to meet" in told
    assert not misfits(dialog)
    dialog.reject()


def test_a_community_without_years_says_what_to_do(qtbot: QtBot, library: Library) -> None:
    screen, stage = page(qtbot, library, found(library))
    click(button(screen, "our years"))
    dialog = asking(screen, OurYearsDialog)
    assert stage.world.words("years.none") in said(dialog)
    assert stage.world.words("years.became-none") in said(dialog)
    assert not dialog.findChildren(DiagramView)
    dialog.reject()


def test_both_can_be_printed(qtbot: QtBot, library: Library) -> None:
    community = found(library)
    taken(library, community.id, TODAY - timedelta(days=9), "345")
    asked: list[tuple[str, str]] = []
    screen = CommunityScreen(
        make_stage(library).world,
        community.id,
        lambda parent, handed: None,
        lambda parent, document, subject: asked.append((document, subject)),
    )
    qtbot.addWidget(screen)
    screen.show()
    settle()
    click(button(screen, "pulse years"))
    click(asking(screen, PulseYearsDialog).print_button)
    click(button(screen, "our years"))
    click(asking(screen, OurYearsDialog).print_button)
    assert asked == [("pulse-years", community.id), ("our-years", community.id)]


def test_a_portrait_says_who_made_it(qtbot: QtBot, library: Library) -> None:
    """The workshop of the day is proposed; whatever is chosen is kept, and can be undone."""
    community = found(library)
    held = workshop(library, community, TODAY, title="Morning", state="closed")
    workshop(library, community, TODAY + timedelta(days=5), title="Ahead")
    screen, _ = page(qtbot, library, community)
    screen.read_stages()
    dialog = asking(screen, StagesDialog)
    assert dialog.said_by.workshop == held.id
    assert dialog.said_by.choice.count() == 2
    dialog.questions[0].tick.click()
    click(dialog.keep_button)
    (row,) = library.reader.rows(StageReading)
    assert row.workshop == held.id
    assert screen.cards is not None
    assert "the group recognized itself in" in said(screen.cards.stages)
    screen.read_stages()
    dialog = asking(screen, StagesDialog)
    dialog.said_by.choice.set_value("")
    dialog.said_by.choice.activated.emit(0)
    dialog.questions[1].tick.click()
    click(dialog.keep_button)
    assert {one.workshop for one in library.reader.rows(StageReading)} == {None}
    assert "the coordinator recognized the community in" in said(screen.cards.stages)
    library.undo(screen.scope())
    assert {one.workshop for one in library.reader.rows(StageReading)} == {held.id}


def test_nothing_is_printed_where_there_is_nothing(qtbot: QtBot, library: Library) -> None:
    """No pulse and no gathering, no button; roles that nobody ever held, no picture."""
    screen, _ = page(qtbot, library, found(library))
    screen.list_gatherings()
    gatherings = asking(screen, GatheringsDialog)
    assert not gatherings.print_button.isVisible()
    gatherings.reject()
    screen.roles.show()
    roles = asking(screen, RoleYearsDialog)
    assert not roles.findChildren(DiagramView)
    roles.reject()
