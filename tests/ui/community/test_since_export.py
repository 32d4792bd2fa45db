"""From a community's page one writes what came since last time, once there is such a time."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from app.library.library import Library
from tests.app.community.village import TODAY, found, workshop
from tests.ui.community.hamlet import click
from tests.ui.fitting import misfits
from tests.ui.home.stand_in import make_stage, settle
from ui.community.community_screen import CommunityScreen

Asked = list[tuple[str, str]]


def shown(qtbot: QtBot, library: Library, community: str, language: str) -> tuple[QWidget, Asked]:
    """The page, and what is asked to be written there."""
    asked: Asked = []
    screen = CommunityScreen(
        make_stage(library, language=language).world,
        community,
        lambda parent, handed: None,
        lambda parent, document, subject: asked.append((document, subject)),
    )
    qtbot.addWidget(screen)
    screen.resize(1232, 900)
    screen.show()
    settle()
    return screen, asked


def button_of(screen: QWidget, name: str = "export since last time") -> QAbstractButton:
    """The button that asks for it."""
    known = screen.findChild(QAbstractButton, name)
    assert known is not None
    return known


@pytest.mark.parametrize("language", ["en", "fr"])
def test_what_came_of_a_launch_can_be_written(
    qtbot: QtBot, library: Library, language: str
) -> None:
    community = found(library)
    workshop(library, community, TODAY - timedelta(days=200), state="closed")
    screen, asked = shown(qtbot, library, community.id, language)
    assert not misfits(screen)
    click(button_of(screen))
    assert asked == [("since-last-time", community.id)]


def test_before_there_was_one_it_is_not_offered(qtbot: QtBot, library: Library) -> None:
    community = found(library)
    workshop(library, community, TODAY + timedelta(days=20))
    screen, _ = shown(qtbot, library, community.id, "en")
    assert button_of(screen).isHidden()
