"""The pills that narrow a search, and the list that opens where there is much to choose from."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.exercises.shelf import Reading
from tests.ui.fitting import settle
from ui.parts.choice_popup import ChoicePopup
from ui.parts.filter_pill import FilterPill

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)


def opened_list(pill: FilterPill) -> ChoicePopup:
    """The list that a pill opens."""
    QTest.mouseClick(pill, Qt.MouseButton.LeftButton)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, ChoicePopup)
    settle()
    return popup


def listed(popup: ChoicePopup) -> list[str]:
    """What it offers, in words."""
    return [line.name for line in popup.lines.lines]


def test_a_concept_is_found_by_typing_some_of_its_name(exercises: Reading) -> None:
    """Arrows and Enter from the field; the exercises that serve it are left."""
    concept = exercises.screen.filters.concept
    popup = opened_list(concept)
    served = {one for entry in exercises.catalogue.exercises for one in entry.concepts}
    assert len(listed(popup)) == len(served) + 1
    QTest.keyClicks(popup.field, "APPREH")
    assert listed(popup) == ["Excitement and apprehension"]
    QTest.keyClick(popup.field, Qt.Key.Key_Return)
    settle()
    assert concept.accessibleName() == "concept: Excitement and apprehension"
    wanted = [one.id for one in exercises.catalogue.exercises if "hopes-fears" in one.concepts]
    assert exercises.listed() == wanted


def test_the_first_line_takes_the_filter_off(exercises: Reading) -> None:
    """What is chosen is marked when the list opens again; Escape changes nothing."""
    concept = exercises.screen.filters.concept
    concept.choose("hopes-fears")
    popup = opened_list(concept)
    assert popup.view.currentIndex().data() == "Excitement and apprehension"
    QTest.keyClick(popup, Qt.Key.Key_Escape)
    settle()
    assert concept.value == "hopes-fears"
    popup = opened_list(concept)
    popup.view.scrollToTop()
    at = popup.view.visualRect(popup.lines.index(0))
    QTest.mouseClick(popup.view.viewport(), Qt.MouseButton.LeftButton, pos=at.center())
    settle()
    assert concept.value == ""
    assert len(exercises.listed()) == len(exercises.catalogue.exercises)


def test_any_number_of_people_can_be_typed(exercises: Reading) -> None:
    """Beside the usual ones; the exercises for as many are left."""
    people = exercises.screen.filters.people
    popup = opened_list(people)
    assert listed(popup) == ["Any number of people", "6 people", "15 people", "40 people"]
    QTest.keyClicks(popup.field, "55")
    assert listed(popup) == ["55 people"]
    QTest.keyClick(popup.field, Qt.Key.Key_Return)
    settle()
    assert people.accessibleName() == "people: 55 people"
    wanted = [
        one.id for one in exercises.catalogue.exercises if one.people.least <= 55 <= one.people.most
    ]
    assert exercises.listed() == wanted
    popup = opened_list(people)
    QTest.keyClicks(popup.field, "nobody")
    assert listed(popup) == []
    QTest.keyClick(popup.field, Qt.Key.Key_Return)
    assert people.value == "55"


def test_purposes_have_words(exercises: Reading) -> None:
    """All seven of them."""
    filters = exercises.screen.filters
    for purpose in ("gathering", "preparation"):
        filters.purpose.choose(purpose)
        wanted = [one.id for one in exercises.catalogue.exercises if purpose in one.purposes]
        assert exercises.listed() == wanted
    assert filters.purpose.accessibleName() == "purpose: Preparation"
    filters.clear()
    assert not filters.query.narrows
