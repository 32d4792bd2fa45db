"""Called off, archived, deleted, and back again: in the real window, by hand."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from app.library.journal import Scope
from app.library.library import Library
from app.library.rows import Community, Note, Person, Workshop
from tests.app.community.village import TODAY, StandingClock, found, joins, workshop
from tests.journeys.person import CONTROL
from tests.journeys.person import Person as Somebody
from tests.ui.opened import opened
from ui.community.community_dialog import CommunityDialog
from ui.community.community_screen import CommunityScreen
from ui.community.leaving_dialogs import CallOffDialog, DeleteDialog
from ui.design.design_screen import DesignScreen
from ui.home.home_screen import HomeScreen

Key = Qt.Key


@pytest.fixture(params=["en", "fr"])
def who(request: pytest.FixtureRequest, qapp: QApplication, tmp_path: Path) -> Iterator[Somebody]:
    """Somebody with one community, in which a launch is planned for tomorrow."""
    with opened(qapp, tmp_path, language=request.param, moment=StandingClock()) as house:
        library = house.hearth.library
        community = found(library, "Water Quality")
        joins(library, community, "Maude Tremblay")
        made = workshop(library, community, TODAY + timedelta(days=1), title="Autumn launch")
        with library.change("note-add", Scope(community.id, made.id)) as writer:
            writer.add(
                Note(
                    id=library.moment.new_id(),
                    community=community.id,
                    workshop=made.id,
                    kind="board",
                    position=1000,
                    text="More shade by the river",
                    made=community.created,
                )
            )
        house.hearth.window.home()
        yield Somebody(house, request.param)


def library_of(who: Somebody) -> Library:
    """The library they work in."""
    return who.house.hearth.library


def texts(widget: QWidget) -> str:
    """All that is said in a widget."""
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible())


def page(who: Somebody) -> CommunityScreen:
    """The page of the only community."""
    (community,) = library_of(who).reader.rows(Community)
    who.window.community(community.id)
    return who.screen(CommunityScreen)


def choose(who: Somebody, screen: CommunityScreen, code: str) -> None:
    """What becomes of the only workshop, out of its menu."""
    assert screen.cards is not None
    (row,) = library_of(who).reader.rows(Workshop)
    menu = screen.cards.workshops.menu_for(row)
    said = who.words(f"community.workshop-{code}")
    (action,) = [one for one in menu.actions() if one.text() == said]
    action.trigger()


def test_a_workshop_is_called_off_with_its_reason_and_taken_up_again(who: Somebody) -> None:
    home = who.screen(HomeScreen)
    assert any("Autumn launch" in texts(card) for card in home.cards) or home.cards
    screen = page(who)
    choose(who, screen, "call-off")
    who.dialog(CallOffDialog)
    who.type("The hall is flooded")
    who.press(Key.Key_Return, CONTROL)
    (row,) = library_of(who).reader.rows(Workshop)
    assert (row.called_off, row.reason) == (TODAY.isoformat(), "The hall is flooded")
    assert screen.cards is not None
    off = who.words("community.workshop-called-off")
    (stands,) = [one for one in screen.cards.workshops.findChildren(QLabel) if off in one.text()]
    assert stands.toolTip() == "The hall is flooded"
    more = screen.findChild(QAbstractButton, f"more {row.id}")
    assert more is not None
    assert more.text() == who.words("community.workshop-hold-or-delete-asked")
    assert screen.main_button.text() == who.words("community.step.plan-launch")
    who.window.home()
    home = who.screen(HomeScreen)
    said = who.words("attention.workshop-tomorrow.do")
    assert said not in [card.button.text() for card in home.cards]
    who.window.design(row.id)
    design = who.screen(DesignScreen)
    assert not design.start_button.isVisible()
    assert "The hall is flooded" in design.closed_said.text()
    screen = page(who)
    choose(who, screen, "hold")
    assert library_of(who).reader.row(Workshop, row.id).called_off is None
    who.window.undo()
    assert library_of(who).reader.row(Workshop, row.id).reason == "The hall is flooded"
    who.window.undo()
    assert library_of(who).reader.row(Workshop, row.id).called_off is None


def test_a_community_is_put_away_found_and_brought_back(who: Somebody) -> None:
    screen = page(who)
    who.press(Key.Key_F2)
    who.click(who.dialog(CommunityDialog).archive_button)
    assert screen.ended_bar.isVisible()
    assert not screen.main_button.isVisible()
    who.window.home()
    home = who.screen(HomeScreen)
    assert home.cards == []
    assert home.ended_button.isVisible() or home.model.rowCount() == 1
    assert who.words("home.archived") in home.model.line(0).whole
    screen = page(who)
    who.click(screen.ended_bar.button)
    assert not screen.ended_bar.isVisible()
    who.window.home()
    assert who.screen(HomeScreen).cards


def test_a_community_is_deleted_and_one_key_brings_all_of_it_back(who: Somebody) -> None:
    library = library_of(who)
    before = [library.reader.rows(kind) for kind in (Community, Workshop, Note, Person)]
    page(who)
    who.press(Key.Key_F2)
    who.click(who.dialog(CommunityDialog).delete_button)
    asked = who.dialog(DeleteDialog)
    said = texts(asked.going)
    for one in ("workshops", "notes", "people"):
        assert who.words(f"community.delete.{one}", n=1) in said
    assert asked.cancel_button.hasFocus()
    who.press(Key.Key_Return)
    assert library.reader.count(Community) == 1, "Enter by mistake deletes nothing"
    who.click(who.dialog(CommunityDialog).delete_button)
    who.click(who.dialog(DeleteDialog).keep_button)
    who.screen(HomeScreen)
    assert who.says() == who.words("community.deleted.community", name="Water Quality")
    assert [library.reader.count(kind) for kind in (Community, Workshop, Note, Person)] == [0] * 4
    who.press(Key.Key_Z, CONTROL)
    assert [library.reader.rows(kind) for kind in (Community, Workshop, Note, Person)] == before


def test_a_workshop_is_deleted_from_the_page_and_comes_back(who: Somebody) -> None:
    screen = page(who)
    choose(who, screen, "delete")
    who.click(who.dialog(DeleteDialog).keep_button)
    reader = library_of(who).reader
    assert (reader.count(Workshop), reader.count(Note)) == (0, 0)
    assert who.says() == who.words("community.deleted.workshop", name="Autumn launch")
    assert reader.count(Person) == 1, "a member stays"
    who.press(Key.Key_Z, CONTROL)
    assert (reader.count(Workshop), reader.count(Note)) == (1, 1)
