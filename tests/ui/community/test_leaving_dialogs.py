"""What is asked before something is called off or deleted: it fits, says what goes and stays."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.library.journal import Scope
from app.library.library import Library
from app.library.rows import Holding, Workshop
from tests.app.community.village import TODAY, found, joins, workshop
from tests.ui.community.hamlet import LONG_NAME, asking, click, full, page
from tests.ui.fitting import misfits
from ui.community.leaving_dialogs import CallOffDialog, DeleteDialog

SIZES = [((1280, 720), 100), ((1280, 720), 200), ((1920, 1080), 80)]


def texts(widget: QWidget) -> str:
    """All that is said in a widget."""
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if not one.isHidden())


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(("size", "text"), SIZES)
def test_what_asks_fits(
    qtbot: QtBot, library: Library, size: tuple[int, int], text: int, language: str
) -> None:
    community = full(library)
    row = library.reader.rows(Workshop)[0]
    with library.change("test", Scope(community.id)) as writer:
        row = writer.change(row, title=LONG_NAME)
    screen, stage = page(qtbot, library, community, size=size, text=text, language=language)
    for one in (community, row):
        dialog = DeleteDialog(stage.world, screen, one, lambda: None)
        dialog.open()
        assert misfits(asking(screen, DeleteDialog)) == []
        dialog.reject()
    CallOffDialog(stage.world, screen, row).open()
    assert misfits(asking(screen, CallOffDialog)) == []


def test_what_stays_with_the_community_is_said(qtbot: QtBot, library: Library) -> None:
    community = found(library)
    maude = joins(library, community, "Maude").person
    held = workshop(library, community, TODAY, state="closed")
    with library.change("test", Scope(community.id)) as writer:
        writer.add(
            Holding(
                id=library.moment.new_id(),
                community=community.id,
                workshop=held.id,
                role="coordinator",
                person=maude,
                starts=TODAY.isoformat(),
            )
        )
    screen, _ = page(qtbot, library, community)
    more = screen.findChild(QAbstractButton, f"more {held.id}")
    assert more is not None
    assert more.text() == "Delete…", "all that can be done is done without a menu"
    click(more)
    dialog = asking(screen, DeleteDialog)
    assert "What stays with the community: 1 role given." in texts(dialog)
    assert "Nobody said anything in it yet." in texts(dialog.going)
    click(dialog.keep_button)
    (role,) = library.reader.rows(Holding)
    assert role.workshop is None
    assert library.reader.count(Workshop) == 0


def test_the_menu_says_only_what_can_be_done(qtbot: QtBot, library: Library) -> None:
    community = found(library)
    planned = workshop(library, community, TODAY)
    held = workshop(library, community, TODAY, state="closed")
    with library.change("test", Scope(community.id)) as writer:
        off = writer.change(workshop(library, community, TODAY), called_off=TODAY.isoformat())
    screen, _ = page(qtbot, library, community)
    assert screen.cards is not None
    said = {
        one.id: [action.text() for action in screen.cards.workshops.menu_for(one).actions()]
        for one in (planned, held, off)
    }
    delete = "Delete the workshop…"
    assert said[planned.id] == ["Call off the workshop…", delete]
    assert said[held.id] == [delete]
    assert said[off.id] == ["Hold it after all", delete]
