"""The way to plan a renewal, at the head of a community's page."""

from datetime import timedelta

from pytestqt.qtbot import QtBot

from app.community.attention import reminders_of
from app.library.journal import Scope
from app.library.library import Library
from app.library.rows import CharterHead
from tests.app.community.village import TODAY, charter, found, known, launched
from tests.ui.community.hamlet import full, page


def test_a_renewal_is_offered_once(qtbot: QtBot, library: Library) -> None:
    """Among what is seldom done, until it is the one thing to do."""
    screen, _ = page(qtbot, library, full(library))
    assert screen.main_button.text() != "Plan the renewal"
    assert screen.renew_button.isVisible()
    other = found(library, "Winter roads")
    launched(library, other)
    charter(library, other, TODAY - timedelta(days=2), number=2)
    screen, stage = page(qtbot, library, other)
    assert screen.main_button.text() == "Plan the renewal"
    assert not screen.renew_button.isVisible()
    screen.main_button.click()
    assert stage.went.places[-1] == ("renewal", other.id)


def test_the_day_by_which_to_renew_leads_to_planning_it(qtbot: QtBot, library: Library) -> None:
    """Once it is near, and none is planned."""
    made = found(library, "Winter roads")
    launched(library, made)
    charter(library, made, TODAY - timedelta(days=2), number=2)
    near = (TODAY + timedelta(days=9)).isoformat()
    with library.change("test", Scope(made.id)) as rows:
        rows.add(CharterHead(id=library.moment.new_id(), community=made.id, renew_on=near))
    screen, stage = page(qtbot, library, made)
    assert screen.cards is not None
    (told,) = [one for one in reminders_of(known(library, made)) if one.code == "renewal-near"]
    screen.cards.next.asked.emit(told)
    assert stage.went.places[-1] == ("renewal", made.id)
