"""A text that grows with its words is as high as they are, at every text size."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.dress import dress
from tests.ui.fitting import settle
from ui.look.text_styles import TextRole
from ui.parts.inline_edit import InlineEdit

SAID = "Merci aux archives pour la salle, à toutes celles et à tous ceux qui sont venus. "


@pytest.mark.parametrize("text", range(80, 201, 10))
@pytest.mark.parametrize("role", ["body", "charter"])
@pytest.mark.parametrize("said", [SAID, SAID * 6, "Un.\n\nDeux.\n" * 8, "W" * 400])
def test_nothing_of_it_is_scrolled_away(
    qtbot: QtBot, qapp: QApplication, text: int, role: TextRole, said: str
) -> None:
    """Not even a pixel: a line would stand higher than its place."""
    field = InlineEdit(dress(qapp, text=text), role)
    qtbot.addWidget(field)
    field.set_text(said)
    field.resize(500, field.heightForWidth(500))
    field.show()
    settle()
    assert field.verticalScrollBar().maximum() == 0
    assert field.height() - field.document().size().height() <= 2
