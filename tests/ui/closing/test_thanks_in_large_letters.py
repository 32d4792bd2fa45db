"""Thanks stand whole in their card at the closing, however many, in large letters."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.exchange.sample import import_sample
from app.resources import resources_folder
from tests.ui.fitting import misfits, settle
from tests.ui.kinds.room import type_text
from tests.ui.opened import opened
from ui.closing.closing_screen import ClosingScreen

SAID = "Merci aux archives pour la salle, à toutes celles et à tous ceux qui ont apporté un cas. "


@pytest.fixture(params=[100, 200])
def closing(
    qapp: QApplication, tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[ClosingScreen]:
    """The closing of a launch, in French, at a text size."""
    with opened(qapp, tmp_path, language="fr", text=request.param) as house:
        hearth = house.hearth
        sample = import_sample(hearth.library, hearth.catalogue, resources_folder())
        hearth.window.resize(1280, 720)
        hearth.window.closing(sample.workshop.id)
        settle()
        screen = hearth.window.screen_shown
        assert isinstance(screen, ClosingScreen)
        yield screen


def test_they_stay_in_their_card(closing: ClosingScreen) -> None:
    """As they are typed, line after line, and when they were left."""
    card, field = closing.thanks, closing.thanks.field
    field.setFocus()
    for at in range(12):
        type_text(field, SAID)
        QTest.keyClick(field, Qt.Key.Key_Return)
        settle()
        foot = field.mapTo(card, QPoint(0, field.height())).y()
        assert foot <= card.height(), at
        assert field.verticalScrollBar().maximum() == 0, at
    closing.close_button.setFocus()
    settle()
    assert misfits(closing.window()) == []
