"""A community's state as a person changes it: on its page, in both languages, and at the start."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.community.states import record_state, state_of, states_of
from app.library.library import Library
from app.library.rows import Community
from tests.app.community.village import TODAY, found
from tests.ui.community.hamlet import asking, click, full, page
from tests.ui.fitting import misfits
from ui.community.community_screen import CommunityScreen
from ui.community.state_dialog import StateDialog


def said(widget: QWidget) -> str:
    """Everything that is said in a widget."""
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if not one.isHidden())


def asked(screen: CommunityScreen) -> StateDialog:
    """The window that asks for the state, opened from the page."""
    click(screen.state_button)
    return asking(screen, StateDialog)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_community_is_paused_and_taken_up_again(
    qtbot: QtBot, library: Library, language: str
) -> None:
    community = full(library)
    screen, stage = page(qtbot, library, community, language=language)
    words = stage.world.words
    assert screen.cards is not None
    assert screen.cards.next.steps
    dialog = asked(screen)
    dialog.form.set_values({"state": "paused"})
    QTest.keyClicks(dialog.form.field_widget("reason"), "Until the bridge opens")
    click(dialog.keep_button)
    now = state_of(library.reader, community.id, TODAY)
    assert (now.state, now.since, now.reason) == ("paused", TODAY, "Until the bridge opens")
    told = screen.ended_bar.sentence.text()
    assert words("states.paused", day=words.day(TODAY)) in told
    assert "Until the bridge opens" in told
    assert not screen.cards.next.steps
    click(screen.ended_bar.button)
    assert not screen.ended_bar.isVisible()
    assert screen.cards.next.steps
    assert words("states.state.reactivated") in screen.header.sentence.text()
    history = said(asked(screen))
    assert "Until the bridge opens" in history
    assert words("states.state.paused") in history
    assert words.day(TODAY) in history


def test_another_community_is_asked_only_where_there_is_one(qtbot: QtBot, library: Library) -> None:
    community, other = found(library), found(library, "Bridges of the North")
    screen, _ = page(qtbot, library, community)
    dialog = asked(screen)
    assert not dialog.form.field_widget("other").isVisible()
    dialog.form.set_values({"state": "merged", "other": other.id})
    dialog.touch("state")
    assert dialog.form.field_widget("other").isVisible()
    click(dialog.keep_button)
    assert library.reader.row(Community, community.id).ended == TODAY.isoformat()
    assert state_of(library.reader, community.id, TODAY).other == other.id
    assert not screen.main_button.isVisible()
    assert screen.cards is not None
    assert screen.cards.pulse.plan_button.isHidden(), "a check-up of a community that has ended"
    assert other.name in said(asked(screen))
    library.undo(screen.scope())
    assert screen.main_button.isVisible()
    assert not screen.cards.pulse.plan_button.isHidden()


def test_a_day_that_has_not_come_is_refused_where_it_was_typed(
    qtbot: QtBot, library: Library
) -> None:
    community = found(library)
    screen, stage = page(qtbot, library, community)
    dialog = asked(screen)
    dialog.form.set_values({"day": TODAY + timedelta(days=1)})
    QTest.keyClicks(dialog.form.field_widget("reason"), "Summer")
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.isVisible()
    assert dialog.bar.sentence.text() == stage.world.words("trouble.state-ahead")
    assert dialog.form.text("reason") == "Summer"
    assert states_of(library.reader, community.id) == []


@pytest.mark.parametrize(("language", "text"), [("en", 200), ("fr", 100), ("fr", 200)])
def test_it_fits(qtbot: QtBot, library: Library, language: str, text: int) -> None:
    community = found(library, "Communauté interministérielle des inspections de ponts")
    other = found(library, "Regroupement provincial des personnes qui veillent sur les ouvrages")
    record_state(
        library, community.id, TODAY - timedelta(days=90), "split", "Trop grande", other.id
    )
    record_state(library, community.id, TODAY, "paused", "En attendant l’ouverture du pont")
    screen, _ = page(qtbot, library, community, size=(1280, 720), language=language, text=text)
    dialog = asked(screen)
    dialog.form.set_values({"state": "merged", "other": other.id})
    dialog.touch("state")
    assert misfits(dialog) == []
    assert misfits(screen) == []
