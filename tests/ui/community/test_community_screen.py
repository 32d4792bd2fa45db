"""A community's page as a person meets it: empty, full, ended; what its buttons do."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.catalogue.agenda_fit import fit_agenda
from app.community.gatherings import GatheringFields, plan_gathering
from app.community.states import record_state
from app.library.journal import Scope
from app.library.library import Library
from app.library.rows import Block, Community, Gathering, Holding, Outcome, StageReading, Workshop
from app.workshop.agenda_order import blocks_of
from tests.app.community.village import TODAY, found, joins, workshop
from tests.ui.community.hamlet import PURPOSE, asking, full, page
from tests.ui.fitting import misfits
from tests.ui.home.stand_in import settle
from ui.community.community_dialog import CommunityDialog, ask_new_community
from ui.community.community_screen import CommunityScreen
from ui.community.gathering_dialog import GatheringDialog
from ui.community.plan_dialog import PlanDialog
from ui.community.role_dialog import RoleDialog
from ui.community.role_years_dialog import RoleYearsDialog
from ui.community.stages_dialog import StagesDialog
from ui.community.state_dialog import StateDialog
from ui.parts.agenda_choice import EMPTY

LEFT = Qt.MouseButton.LeftButton


def click(button: QAbstractButton) -> None:
    """Press a button with the mouse."""
    QTest.mouseClick(button, LEFT)


def texts(widget: QWidget) -> str:
    """Everything that is said in a widget."""
    said = [label.text() for label in widget.findChildren(QLabel) if not label.isHidden()]
    said += [button.text() for button in widget.findChildren(QPushButton)]
    return "\n".join(said)


def named(screen: CommunityScreen, name: str) -> QAbstractButton:
    """The button of that name."""
    found_button = screen.findChild(QAbstractButton, name)
    assert found_button is not None
    return found_button


def test_a_full_page_says_what_is_known(qtbot: QtBot, library: Library) -> None:
    screen, _ = page(qtbot, library, full(library))
    cards = screen.cards
    assert cards is not None
    assert "12 members" in screen.people_button.text()
    roles = texts(cards.roles)
    assert "4 of 6 held" in roles
    assert "▲\N{NO-BREAK SPACE}ends in 3 weeks" in roles
    assert "●\N{NO-BREAK SPACE}vacant since Jun 2025" in roles
    assert "Keeper of the tea" in roles
    charter = texts(cards.charter)
    assert f"“{PURPOSE}”" in charter
    assert "version 2" in charter
    assert "12 of 14 agree, 2 with a reservation" in charter
    stages = texts(cards.stages)
    assert "since Mar 2025" in stages
    assert "again, Oct 2025" in stages
    assert "3 portraits since 2024" in stages
    assert "What helped: A joint, solved" in texts(cards.meetings)


def test_the_page_says_at_most_three_things_to_do(qtbot: QtBot, library: Library) -> None:
    screen, _ = page(qtbot, library, full(library))
    assert screen.cards is not None
    assert [step.reminder.code for step in screen.cards.next.steps] == [
        "actions-past",
        "actions-soon",
        "term-ending",
    ]
    later = screen.cards.next.steps[0].later.menu_of_times().actions()[1]
    later.trigger()
    left = [step.reminder.code for step in screen.cards.next.steps]
    assert left == ["actions-soon", "term-ending"]


def test_the_main_button_is_the_one_thing_to_do(qtbot: QtBot, library: Library) -> None:
    community = found(library)
    screen, stage = page(qtbot, library, community)
    assert screen.main_button.text() == "Plan the launch"
    planned = workshop(library, community, TODAY + timedelta(days=3))
    assert screen.main_button.text() == "Prepare the workshop"
    click(screen.main_button)
    with library.change("test", Scope(community.id)) as rows:
        rows.change(planned, state="running")
    assert screen.main_button.text() == "Continue the workshop"
    click(screen.main_button)
    assert stage.went.places == [("design", planned.id), ("room", planned.id)]


def test_planning_a_launch_begins_from_the_proposed_agenda(qtbot: QtBot, library: Library) -> None:
    community = found(library)
    for number in range(7):
        joins(library, community, f"Person {number}")
    screen, stage = page(qtbot, library, community)
    click(screen.main_button)
    dialog = asking(screen, PlanDialog)
    agenda = stage.world.catalogue.agenda(dialog.agenda)
    minutes = dialog.form.number("minutes")
    assert minutes in [one.minutes for one in stage.world.catalogue.agendas]
    assert dialog.form.number("expected") == 7
    click(dialog.keep_button)
    (made,) = library.reader.rows(Workshop)
    assert (made.purpose, made.title, made.zone) == ("launch", "Launch", "America/Montreal")
    fit = fit_agenda(stage.world.catalogue, agenda, minutes, 7)
    planned = [one.minutes for one in fit.blocks if one.minutes]
    assert [one.minutes for one in blocks_of(library.reader, made.id)] == planned
    assert stage.went.places == [("design", made.id)]
    library.undo(screen.scope())
    assert library.reader.count(Workshop) == 0


def test_a_workshop_may_begin_empty_and_keeps_what_was_typed(
    qtbot: QtBot, library: Library
) -> None:
    screen, _ = page(qtbot, library, found(library))
    screen.plan()
    dialog = asking(screen, PlanDialog)
    dialog.form.set_values({"title": "A morning together"})
    dialog.touch("title")
    dialog.form.set_values({"purpose": "check-up"})
    dialog.touch("purpose")
    assert dialog.choice.choose(EMPTY)
    assert dialog.agenda == EMPTY
    assert dialog.form.text("title") == "A morning together"
    click(dialog.keep_button)
    assert library.reader.count(Block) == 0
    assert library.reader.rows(Workshop)[0].purpose == "check-up"


def test_ticking_a_promise_keeps_it_and_undo_brings_it_back(qtbot: QtBot, library: Library) -> None:
    screen, _ = page(qtbot, library, full(library))
    assert screen.cards is not None
    assert len(screen.cards.promises.ticks) == 2
    screen.cards.promises.ticks[0].click()
    with library.snapshot() as seen:
        assert [row.state for row in seen.rows(Outcome, form="action")] == ["open", "done"]
    assert len(screen.cards.promises.ticks) == 1
    library.undo(screen.scope())
    assert len(screen.cards.promises.ticks) == 2


def test_a_vacant_role_is_given_to_somebody_new(qtbot: QtBot, library: Library) -> None:
    community = found(library)
    screen, stage = page(qtbot, library, community)
    click(named(screen, "role coordinator "))
    dialog = asking(screen, RoleDialog)
    assert dialog.form.text("role") == "coordinator"
    coordinator = stage.world.catalogue.role("coordinator")
    assert coordinator.in_language("en").asks in dialog.said.text()
    assert dialog.form.field_widget("name").isVisible()
    dialog.form.set_values({"name": "Maude Tremblay"})
    click(dialog.keep_button)
    (held,) = library.reader.rows(Holding)
    assert (held.role, held.starts, held.ends) == ("coordinator", "2025-11-12", "2026-11-12")
    assert screen.cards is not None
    assert "Maude Tremblay" in texts(screen.cards.roles)


def test_a_role_that_is_held_is_changed_or_handed_back(qtbot: QtBot, library: Library) -> None:
    community = full(library)
    screen, _ = page(qtbot, library, community)
    assert screen.cards is not None
    button = named(screen, "role sponsor ")
    menu = screen.cards.roles.menu_for(button.line)  # type: ignore[attr-defined]
    change, end, _, more, years = menu.actions()
    change.trigger()
    dialog = asking(screen, RoleDialog)
    assert dialog.form.text("role") == "sponsor"
    dialog.reject()
    more.trigger()
    asking(screen, RoleDialog).reject()
    years.trigger()
    click(asking(screen, RoleYearsDialog).give_button)
    asking(screen, RoleDialog).reject()
    end.trigger()
    rows = library.reader.rows(Holding, role="sponsor")
    assert [row.ends for row in rows] == ["2025-11-11"]
    assert "coordinator" in [one.role for one in library.reader.rows(Holding)]


def test_a_term_that_ends_before_it_begins_is_said_and_nothing_is_lost(
    qtbot: QtBot, library: Library
) -> None:
    screen, _ = page(qtbot, library, full(library))
    screen.roles.give("journalist")
    dialog = asking(screen, RoleDialog)
    dialog.form.set_values({"ends": TODAY - timedelta(days=1), "hours": 5})
    click(dialog.keep_button)
    assert dialog.isVisible()
    assert "ends before it begins" in dialog.bar.sentence.text()
    assert dialog.form.number("hours") == 5
    assert not library.reader.rows(Holding, role="journalist")


def test_stages_are_read_with_what_shows_them(qtbot: QtBot, library: Library) -> None:
    screen, _ = page(qtbot, library, found(library))
    click(named(screen, "read stages"))
    dialog = asking(screen, StagesDialog)
    click(dialog.keep_button)
    assert "at least one stage" in dialog.bar.sentence.text()
    for question in dialog.questions[:2]:
        question.tick.click()
    dialog.questions[0].evidence.setText("People call each other")
    click(dialog.keep_button)
    rows = library.reader.rows(StageReading)
    assert {(row.stage, row.evidence) for row in rows} == {
        ("discover", "People call each other"),
        ("grow", ""),
    }
    assert screen.cards is not None
    assert "since Nov 2025" in texts(screen.cards.stages)


def test_the_latest_reading_can_be_taken_away(qtbot: QtBot, library: Library) -> None:
    screen, _ = page(qtbot, library, full(library))
    before = library.reader.count(StageReading)
    screen.read_stages()
    dialog = asking(screen, StagesDialog)
    assert [question.tick.isChecked() for question in dialog.questions] == [
        False,
        False,
        False,
        True,
        True,
    ]
    click(dialog.remove_button)
    assert library.reader.count(StageReading) == before - 2
    library.undo(screen.scope())
    assert library.reader.count(StageReading) == before


def test_a_meeting_is_planned_then_told(qtbot: QtBot, library: Library) -> None:
    community = found(library)
    screen, _ = page(qtbot, library, community)
    click(named(screen, "plan meeting"))
    dialog = asking(screen, GatheringDialog)
    assert not dialog.form.field_widget("came").isVisible()
    dialog.form.set_values({"title": "Case clinic", "date": TODAY})
    click(dialog.keep_button)
    (planned,) = library.reader.rows(Gathering)
    click(named(screen, f"meeting {planned.id}"))
    dialog = asking(screen, GatheringDialog)
    held = dialog.form.field_widget("held")
    assert isinstance(held, QAbstractButton)
    held.click()
    assert dialog.form.field_widget("came").isVisible()
    dialog.form.set_values({"came": 9, "helped": "A door opened"})
    click(dialog.keep_button)
    row = library.reader.row(Gathering, planned.id)
    assert (row.state, row.came, row.helped) == ("held", 9, "A door opened")


def test_a_new_community_is_founded_and_shown(qtbot: QtBot, library: Library) -> None:
    screen, stage = page(qtbot, library, found(library))
    ask_new_community(stage.world, screen)
    dialog = asking(screen, CommunityDialog)
    click(dialog.keep_button)
    assert dialog.isVisible()
    assert library.reader.count(Community) == 1
    name = dialog.form.field_widget("name")
    dialog.form.set_values({"name": "Eau claire 🌊"})
    QTest.keyClicks(name, " <b>")
    QTest.keyClick(name, Qt.Key.Key_Return)
    made = library.reader.rows(Community)[-1]
    assert made.name == "Eau claire 🌊 <b>"
    assert stage.went.places == [("community", made.id)]


def test_ten_thousand_characters_stay_on_the_screen(qtbot: QtBot, library: Library) -> None:
    community = found(library)
    screen, _ = page(qtbot, library, community)
    click(screen.edit_button)
    dialog = asking(screen, CommunityDialog)
    dialog.form.set_values({"name": "x" * 10_000})
    click(dialog.keep_button)
    assert dialog.isVisible()
    assert "10000 characters" in dialog.bar.sentence.text()
    assert dialog.form.text("name") == "x" * 10_000
    assert library.reader.row(Community, community.id).name == community.name


def test_leaving_what_was_typed_is_asked_first(qtbot: QtBot, library: Library) -> None:
    screen, stage = page(qtbot, library, found(library))
    screen.edit()
    dialog = asking(screen, CommunityDialog)
    QTest.keyClicks(dialog.form.field_widget("name"), "!")
    stage.answers.yes = False
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    stage.answers.yes = True
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert len(stage.answers.asked) == 2


def test_a_community_ends_and_is_opened_again(qtbot: QtBot, library: Library) -> None:
    community = found(library)
    screen, _ = page(qtbot, library, community)
    screen.edit()
    click(asking(screen, CommunityDialog).end_button)
    click(asking(screen, StateDialog).keep_button)
    assert library.reader.row(Community, community.id).ended == "2025-11-12"
    assert screen.ended_bar.isVisible()
    assert not screen.main_button.isVisible()
    click(screen.ended_bar.button)
    assert not screen.ended_bar.isVisible()
    record_state(library, community.id, TODAY, "closed")
    library.undo(screen.scope())
    assert screen.main_button.isVisible()


def test_the_focus_stays_when_the_library_changes(qtbot: QtBot, library: Library) -> None:
    community = full(library)
    screen, _ = page(qtbot, library, community)
    named(screen, "give role").setFocus()
    plan_gathering(library, community.id, GatheringFields(date=TODAY))
    settle()
    focused = screen.focusWidget()
    assert focused is not None
    assert focused.objectName() == "give role"
    assert focused.isVisible()


def test_a_change_elsewhere_is_not_drawn(qtbot: QtBot, library: Library) -> None:
    community, other = found(library), found(library, "Water Quality")
    screen, _ = page(qtbot, library, community)
    cards = screen.cards
    workshop(library, other, TODAY)
    assert screen.cards is cards
    workshop(library, community, TODAY)
    assert screen.cards is not cards


def test_workshops_open_where_they_stand(qtbot: QtBot, library: Library) -> None:
    community = found(library)
    states = ("planned", "running", "closed")
    made = [workshop(library, community, TODAY, state=state) for state in states]
    screen, stage = page(qtbot, library, community)
    for one in made:
        click(named(screen, f"workshop {one.id}"))
    places = [place for place, _ in stage.went.places]
    assert places == ["design", "room", "closing"]


def test_signs_on_the_page_lead_there_or_are_done_here(qtbot: QtBot, library: Library) -> None:
    community = found(library)
    screen, stage = page(qtbot, library, community)
    assert screen.cards is not None
    people, launch = screen.cards.next.steps
    click(people.button)
    assert stage.went.places == [("people", community.id)]
    click(launch.button)
    asking(screen, PlanDialog)


SIZES = [((1072, 720), 100), ((1172, 720), 200), ((1712, 1080), 80)]


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(("size", "text"), SIZES)
@pytest.mark.parametrize("state", ["empty", "full", "over"])
def test_the_page_fits(
    qtbot: QtBot, library: Library, size: tuple[int, int], text: int, language: str, state: str
) -> None:
    community = found(library) if state == "empty" else full(library, over=state == "over")
    screen, _ = page(qtbot, library, community, size=size, text=text, language=language)
    assert misfits(screen) == []


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(("size", "text"), SIZES)
def test_what_asks_fits(
    qtbot: QtBot, library: Library, size: tuple[int, int], text: int, language: str
) -> None:
    community = full(library)
    screen, stage = page(qtbot, library, community, size=size, text=text, language=language)
    row = library.reader.rows(Holding)[0]
    gathering = library.reader.rows(Gathering, state="held")[0]
    RoleDialog(stage.world, screen, community.id, holding=row).open()
    assert misfits(asking(screen, RoleDialog)) == []
    for ask in (screen.edit, screen.plan, screen.read_stages, screen.roles.give):
        ask()
    screen.meet(gathering)
    settle()
    for kind in (CommunityDialog, PlanDialog, StagesDialog, GatheringDialog):
        assert misfits(asking(screen, kind)) == []
