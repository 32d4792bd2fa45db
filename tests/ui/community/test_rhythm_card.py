"""What recurs on a community's page: the next three dates, changed and exported from there."""

from datetime import date, timedelta

from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from app.community.rhythm_events import EventFields, Origin, add_event, events_of
from app.community.states import record_state
from app.community.today import today_of
from app.library.journal import Scope
from app.library.library import Library
from tests.app.community.village import found
from tests.ui.community.hamlet import page
from tests.ui.fitting import settle
from ui.parts.recurrence.event_dialog import EventDialog


def test_without_a_rhythm_there_is_no_card(qtbot: QtBot, library: Library) -> None:
    screen, _ = page(qtbot, library, found(library))
    assert screen.cards is not None
    assert screen.cards.rhythm is None


def test_the_next_three_dates_and_what_recurs(qtbot: QtBot, library: Library) -> None:
    """A name opens how it recurs; what is kept there is shown at once."""
    community = found(library)
    scope, today = Scope(community.id), today_of(library, community.id)
    screen, stage = page(qtbot, library, community)
    fields = EventFields(title="Lunch", rule="FREQ=DAILY;COUNT=10", date=today, starts=720)
    add_event(library, scope, fields, Origin(community.zone))
    settle()
    assert screen.cards is not None
    card = screen.cards.rhythm
    assert card is not None
    said = [one.text() for one in card.findChildren(QLabel)]
    clock = stage.world.words.clock(720)
    for day in (today, today + timedelta(days=1), today + timedelta(days=2)):
        near = stage.world.words.near_day(day, today, "medium")
        assert stage.world.words("attention.at", day=near, time=clock) in said
    assert stage.world.words.day(today + timedelta(days=3)) not in " ".join(said)
    (event,) = events_of(library.reader, community.id)
    (name,) = [
        one
        for one in card.findChildren(QAbstractButton)
        if one.objectName() == f"rhythm {event.id}"
    ]
    name.click()
    settle()
    (dialog,) = screen.findChildren(EventDialog)
    dialog.fill({"how": "week-2", "date": date(2027, 3, 2)})
    dialog.touch("how")
    dialog.try_keep()
    settle()
    assert events_of(library.reader, community.id)[0].rule == "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"
    library.undo(scope)
    assert events_of(library.reader, community.id) == [event]


def test_where_a_community_has_ended_nobody_is_told_to_come(qtbot: QtBot, library: Library) -> None:
    """How often people met stays to be read."""
    community = found(library)
    scope, today = Scope(community.id), today_of(library, community.id)
    fields = EventFields(title="Lunch", rule="FREQ=DAILY;COUNT=10", date=today, starts=720)
    add_event(library, scope, fields, Origin(community.zone))
    record_state(library, community.id, today, "closed")
    screen, stage = page(qtbot, library, community)
    assert screen.cards is not None
    assert screen.cards.rhythm is not None
    said = " ".join(one.text() for one in screen.cards.rhythm.findChildren(QLabel))
    assert stage.world.words("rhythm.over") in said
    assert stage.world.words.clock(720) not in said.split(stage.world.words("rhythm.over"))[0]
