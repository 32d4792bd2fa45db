"""From a community's page one writes all that was decided, taken on and parked."""

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from app.library.library import Library
from app.library.rows import Outcome
from tests.app.community.village import TODAY, found, workshop
from tests.ui.community.hamlet import click
from tests.ui.community.test_since_export import button_of, shown
from tests.ui.fitting import misfits

NAME = "export outcomes"


@pytest.mark.parametrize("language", ["en", "fr"])
def test_what_was_parked_can_be_written_though_no_action_is_open(
    qtbot: QtBot, library: Library, language: str
) -> None:
    community = found(library)
    held = workshop(library, community, TODAY, state="closed")
    with library.change("test") as rows:
        rows.add(
            Outcome(
                id=library.moment.new_id(), community=community.id, workshop=held.id,
                form="parked", text="A boat", position=1000, made="2026-01-15T19:00:00Z",
            )
        )  # fmt: skip
    screen, asked = shown(qtbot, library, community.id, language)
    assert not misfits(screen)
    click(button_of(screen, NAME))
    assert asked == [("outcomes", community.id)]


def test_before_anything_was_said_it_is_not_offered(qtbot: QtBot, library: Library) -> None:
    screen, _ = shown(qtbot, library, found(library).id, "en")
    button = screen.findChild(QAbstractButton, NAME)
    assert button is not None
    assert button.isHidden()
