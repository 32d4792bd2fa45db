"""The renewal in the room: the charter there was, section by section, on canvas and wall."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.charter.clauses import add_clause
from app.charter.reviewing import reviews_of
from app.charter.versions import agree, propose, record_stances
from app.library.journal import Scope
from app.workshop.planning import add_exercise
from tests.ui.fitting import settle
from tests.ui.kinds.drafted import clauses
from tests.ui.kinds.room import CONTROL, Room, open_room
from tests.ui.opened import opened
from ui.kinds.charter.review_panel import RetireDialog, ReviewPanel


@pytest.fixture(params=("en", "fr"))
def renewal(
    request: pytest.FixtureRequest, qapp: QApplication, tmp_path: Path, qtbot: QtBot
) -> Iterator[Room]:
    """A purpose and a scope agreed to before, in the block that rereads them."""
    with opened(qapp, tmp_path, language=request.param) as house:
        room = open_room(house)
        library, scope = room.library, Scope(room.workshop.community)
        add_clause(library, scope, "purpose", "To keep the lamps lit.")
        add_clause(library, scope, "in-scope", "oil\nwicks", form="list")
        version = propose(library, scope, date="2020-01-15", language="en")
        record_stances(library, scope, version, {"fine": 12})
        agree(library, scope, version, "2020-09-30")
        add_exercise(library, house.hearth.catalogue, room.workshop, "is-it-still-ours")
        settle()
        room.go_to("is-it-still-ours")
        yield room


def test_each_section_is_decided_about(renewal: Room) -> None:
    """By its key; the old text stands beside, and the wall shows old and new."""
    panel, words = renewal.child(ReviewPanel), renewal.words
    assert panel.old.text() == "To keep the lamps lit."
    assert not panel.acts["add"].isVisible()
    renewal.cockpit.bottom.line.setFocus()
    renewal.press(Qt.Key.Key_2, CONTROL)
    renewal.write(" All of them.")
    renewal.cockpit.bottom.line.setFocus()
    settle()
    (clause,) = clauses(renewal, "purpose")
    assert clause.text == "To keep the lamps lit. All of them."
    shown = [text for text in renewal.picture().texts if "lamps" in "".join(text.lines)]
    assert [text.lines for text in shown] == [
        ("To keep the lamps lit.",),
        ("To keep the lamps lit. All of them.",),
    ]
    renewal.tab()
    assert panel.acts["add"].isVisible()
    assert not panel.acts["keep"].isVisible()
    renewal.tab()
    assert panel.old.text() == "oil\nwicks"
    panel.acts["retire"].click()
    settle()
    (dialog,) = panel.findChildren(RetireDialog)
    dialog.fill({"why": "Others do it."})
    dialog.try_keep()
    settle()
    assert clauses(renewal, "in-scope") == []
    review = reviews_of(renewal.library.reader, renewal.workshop.id)["in-scope"]
    assert (review.verdict, review.word) == ("retire", "Others do it.")
    assert "Others do it." in panel.standing.text()
    headings = [text.heading for text in renewal.picture().texts]
    known = renewal.house.hearth.catalogue.find_section("in-scope")
    assert known is not None
    heading = known.in_language("en").heading
    assert words("reviewing.wall.retire", heading=heading) in headings
