"""The charter's card on a community's page."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.charter.clauses import add_clause
from app.charter.versions import propose
from app.library.journal import Scope
from app.library.library import Library
from tests.app.community.village import found
from tests.ui.community.hamlet import page


def test_a_first_version_says_why_it_is(qtbot: QtBot, library: Library) -> None:
    """And not since which one: there is none before it."""
    community = found(library)
    scope = Scope(community.id)
    add_clause(library, scope, "purpose", "We keep the maps.")
    propose(library, scope, date="2026-01-10", language="en", reason="The north asked us")
    screen, _ = page(qtbot, library, community)
    assert screen.cards is not None
    said = [one.text() for one in screen.cards.charter.findChildren(QLabel)]
    assert any("The north asked us" in text for text in said)
    assert not any("Since version" in text for text in said)
