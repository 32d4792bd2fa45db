"""The way to plan a renewal, at the head of a community's page."""

from datetime import timedelta

from pytestqt.qtbot import QtBot

from app.library.library import Library
from tests.app.community.village import TODAY, charter, found, launched
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
