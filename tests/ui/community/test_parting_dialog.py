"""A split and a merger as a person does them: from what was decided, said before, undone after."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.catalogue.load import load_catalogue
from app.community.states import state_of
from app.library.library import Library
from app.library.rows import Community, Membership
from app.registers.parting_made import went_to
from app.registers.register_entries import add_entry
from app.resources import resources_folder
from tests.app.community.village import TODAY, found, joins
from tests.ui.community.hamlet import asking, click, full, page
from tests.ui.fitting import misfits, settle
from ui.community.community_screen import CommunityScreen
from ui.community.parting_dialog import PartingDialog


def asked(screen: CommunityScreen) -> PartingDialog:
    """The window, opened from the page."""
    screen.ending.part()
    return asking(screen, PartingDialog)


def told(dialog: PartingDialog) -> str:
    """What it says will happen."""
    settle()
    return "\n".join(one.text() for one in dialog.told.findChildren(QLabel))


def decide(library: Library, community: Community, what: str, goes_to: str) -> None:
    """An entry of the register of what goes where."""
    register = load_catalogue(resources_folder()).register("what-goes-where")
    add_entry(library, register, community.id, {"what": what, "goes-to": goes_to})


def choose(dialog: PartingDialog, title: str, value: str) -> None:
    """Where a group goes, all of it."""
    (group,) = [one for one in dialog.groups if one.choice.accessibleName() == title]
    group.choice.set_value(value)
    group.choice.activated.emit(group.choice.currentIndex())


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_community_is_split_and_undone(qtbot: QtBot, library: Library, language: str) -> None:
    """The places come from the register; what will be is said, then it is so."""
    community = found(library)
    joins(library, community, "Farah Haddad")
    decide(library, community, "The guide", "Bridges East")
    screen, stage = page(qtbot, library, community, language=language)
    words = stage.world.words
    dialog = asked(screen)
    assert [one.name for one in dialog.targets()] == ["Bridges East"]
    assert words("parting.begun", name="Bridges East") in told(dialog)
    assert "Farah Haddad" in told(dialog).split(words("parting.stays", name=community.name))[1]
    choose(dialog, words("parting.group-member"), "0")
    assert "Farah Haddad" in told(dialog).split(words("parting.after-split", name=community.name,
        day=words.day(TODAY)))[0]  # fmt: skip
    QTest.keyClicks(dialog.form.field_widget("reason"), "Two valleys")
    click(dialog.keep_button)
    (east,) = went_to(library.reader, community.id)
    assert library.reader.count(Membership, community=east.id) == 1
    assert state_of(library.reader, community.id, TODAY).reason == "Two valleys"
    (link,) = screen.parted.buttons
    click(link)
    assert stage.went.places[-1] == ("community", east.id)
    other, _ = page(qtbot, library, east)
    assert [one.text() for one in other.parted.buttons] == [community.name]
    library.undo(screen.scope())
    assert not screen.parted.isVisible()
    assert library.reader.find(Community, east.id) is None


def test_two_communities_merge_into_a_new_one(qtbot: QtBot, library: Library) -> None:
    """Everything goes along unless somebody says otherwise; one that is left out stays."""
    community, other = found(library), found(library, "Bridges of the North")
    joins(library, community, "Farah Haddad")
    joins(library, other, "Niels Holm")
    screen, stage = page(qtbot, library, community)
    words = stage.world.words
    dialog = asked(screen)
    dialog.form.set_values({"state": "merged", "other": other.id, "into": "new"})
    dialog.touch("state")
    assert words("parting.name-first") in told(dialog)
    dialog.form.set_values({"name": "All Bridges"})
    dialog.touch("name")
    assert told(dialog).count(words("parting.begun", name="All Bridges")) == 2
    people = words("parting.group-member")
    choose(dialog, words("parting.of-community", group=people, community=other.name), "")
    click(dialog.keep_button)
    (new,) = went_to(library.reader, community.id)
    assert went_to(library.reader, other.id) == [new]
    assert library.reader.count(Membership, community=new.id) == 1
    for one in (community, other):
        assert library.reader.row(Community, one.id).ended == TODAY.isoformat()
    assert not screen.main_button.isVisible()
    click(screen.ended_bar.button)
    assert library.reader.row(Community, community.id).ended is None


def test_without_a_place_nothing_is_done(qtbot: QtBot, library: Library) -> None:
    """It is said where it was asked, and the window stays."""
    community = found(library)
    screen, stage = page(qtbot, library, community)
    dialog = asked(screen)
    click(dialog.keep_button)
    assert dialog.isVisible()
    assert dialog.bar.sentence.text() == stage.world.words("trouble.parting-nowhere")
    dialog.form.set_values({"state": "merged"})
    dialog.touch("state")
    click(dialog.keep_button)
    assert dialog.isVisible()
    assert library.reader.count(Community) == 1


@pytest.mark.parametrize(("language", "text"), [("en", 100), ("fr", 100), ("fr", 200)])
def test_it_fits(qtbot: QtBot, library: Library, language: str, text: int) -> None:
    """Overfull, one by one, in a small window."""
    community = full(library, over=True)
    found(library, "Regroupement provincial des personnes qui veillent sur les ouvrages")
    decide(library, community, "Purpose", "Communauté interministérielle des inspections de ponts")
    screen, _ = page(qtbot, library, community, size=(1280, 720), language=language, text=text)
    dialog = asked(screen)
    for group in dialog.groups:
        choose(dialog, group.choice.accessibleName(), "mixed")
    assert misfits(dialog) == []
    dialog.form.set_values({"state": "merged", "into": "new"})
    dialog.touch("state")
    assert misfits(dialog) == []
