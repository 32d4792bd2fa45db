"""From a reason on Home to a planned renewal, by keys alone, in both languages; and taken back."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from app.charter.clauses import add_clause
from app.charter.versions import agree, propose, record_stances
from app.library.journal import Scope
from app.library.rows import Block, CharterHead, Community, Workshop
from tests.app.community.village import StandingClock, found, joins, new_library, workshop
from tests.journeys.person import CONTROL, SHIFT, Person, settle
from tests.ui.opened import Opened, opened
from ui.community.community_screen import CommunityScreen
from ui.design.design_screen import DesignScreen
from ui.home.home_screen import HomeScreen
from ui.renewal.renewal_screen import RenewalScreen

Key = Qt.Key
MOST_FROM_HOME, MOST_FROM_PAGE = 3, 2
"""Keys: Tab, Enter, Ctrl+Enter; the key of the page, Ctrl+Enter."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a library: launched a year ago, the trial of its charter over since May."""
    library = new_library(tmp_path)
    community = found(library, "Cercle des hydrologues", language="fr")
    for name in ("Awa Diop", "Chantal Lefebvre", "Minh Tran", "Salim Haddad", "Rosa Núñez"):
        joins(library, community, name, joined=date(2024, 9, 1))
    workshop(library, community, date(2024, 9, 12), state="closed")
    scope = Scope(community.id)
    add_clause(library, scope, "purpose", "We read rivers together.")
    version = propose(library, scope, date="2024-10-01", language="en")
    record_stances(library, scope, version, {"wholehearted": 5})
    agree(library, scope, version, "2025-05-01")
    library.close()
    return tmp_path


def go_on_to(person: Person, button: QAbstractButton) -> None:
    """Go on with Tab until a button has the focus."""
    while not button.hasFocus():
        assert person.keys < MOST_FROM_HOME
        person.press(Key.Key_Tab)


def planned(house: Opened) -> Workshop:
    """The one renewal there is."""
    (made,) = house.hearth.library.reader.rows(Workshop, purpose="renewal")
    return made


@pytest.mark.parametrize("language", ["en", "fr"])
def test_from_a_reason_on_home(qapp: QApplication, folder: Path, language: str) -> None:
    """The trial is over: its card leads to what is known, and from there to an agenda."""
    with opened(qapp, folder, language=language, moment=StandingClock(ids_given=5000)) as house:
        person = Person(house, language)
        person.window.home()
        settle()
        first, *others = person.screen(HomeScreen).cards
        assert not first.renew.isHidden()
        assert all(card.renew.isHidden() for card in others)
        go_on_to(person, first.renew)
        person.press(Key.Key_Return)
        screen = person.screen(RenewalScreen)
        assert screen.column.agenda == "renewal-morning"
        person.press(Key.Key_Return, CONTROL)
        person.screen(DesignScreen)
        made = planned(house)
        reader = house.hearth.library.reader
        assert reader.count(Block, workshop=made.id) > 5
        assert made.title == person.words("parts.purpose.renewal")
        assert person.keys <= MOST_FROM_HOME, person.keys
        person.window.community(made.community)
        person.press(Key.Key_Z, CONTROL)
        assert not reader.rows(Workshop, purpose="renewal")


def test_from_a_community_page_by_its_key(qapp: QApplication, folder: Path) -> None:
    """With a reason of one's own, which the design of the workshop says."""
    with opened(qapp, folder, moment=StandingClock(ids_given=5000)) as house:
        person = Person(house, "en")
        (community,) = house.hearth.library.reader.rows(Community)
        person.window.community(community.id)
        settle()
        person.screen(CommunityScreen)
        person.press(Key.Key_R, CONTROL | SHIFT)
        screen = person.screen(RenewalScreen)
        field = screen.why.form.field_widget("reason")
        field.setFocus()
        QTest.keyClicks(field, "Half of us work elsewhere now")
        person.press(Key.Key_Return, CONTROL)
        assert person.keys <= MOST_FROM_PAGE
        assert planned(house).notes == "Half of us work elsewhere now"
        said = person.screen(DesignScreen).header.sentence.text()
        assert said.endswith("Why now: Half of us work elsewhere now")
        # Nothing is left half typed: the next renewal begins without it.
        person.window.renewal(community.id)
        settle()
        assert person.screen(RenewalScreen).why.reason == ""


@pytest.mark.parametrize("language", ["en", "fr"])
def test_home_tells_beside_a_community_that_the_day_to_renew_is_past(
    qapp: QApplication, tmp_path: Path, language: str
) -> None:
    """The day stands in the head of its charter."""
    library = new_library(tmp_path)
    community = found(library, "Bridges")
    workshop(library, community, date(2024, 9, 12), state="closed")
    add_clause(library, Scope(community.id), "purpose", "We read bridges together.")
    version = propose(library, Scope(community.id), date="2025-10-01", language="en")
    record_stances(library, Scope(community.id), version, {"wholehearted": 5})
    agree(library, Scope(community.id), version, "2026-09-01")
    with library.change("test", Scope(community.id)) as rows:
        head = library.moment.new_id()
        rows.add(CharterHead(id=head, community=community.id, renew_on="2025-01-01"))
    library.close()
    with opened(qapp, tmp_path, language=language, moment=StandingClock(ids_given=9500)) as house:
        person = Person(house, language)
        person.window.home()
        settle()
        model = person.screen(HomeScreen).model
        (told,) = [model.line(row).whole for row in range(model.rowCount())]
        assert person.words("attention.worth.renewal-past") in told
