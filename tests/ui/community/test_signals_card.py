"""Signals on a community's page: facts with their reasons, links, and how they are put off."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.catalogue.catalogue import Catalogue
from app.catalogue.load import load_catalogue
from app.library.library import Library
from app.resources import resources_folder
from tests.app.community.village import launched
from tests.app.signals.village_facts import Village
from tests.ui.community.hamlet import asking, page
from tests.ui.fitting import misfits
from tests.ui.home.stand_in import settle
from ui.community.community_screen import CommunityScreen
from ui.community.plan_dialog import PlanDialog
from ui.community.set_aside_dialogs import DismissDialog, SetAsideDialog
from ui.community.signals_card import FIRST, SignalLine, SignalsCard


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """The shipped one."""
    return load_catalogue(resources_folder())


@pytest.fixture
def village(library: Library, catalogue: Catalogue) -> Village:
    """Launched, with fewer and fewer people, and something in the calendar."""
    made = Village(library, catalogue)
    launched(library, made.community)
    for days, came in ((200, 12), (170, 9), (140, 9), (130, 6), (110, 5), (100, 4)):
        made.held(days, came)
    made.writes("voice", decision="A new form", asked=False)
    made.planned(20)
    return made


def card_of(screen: CommunityScreen) -> SignalsCard:
    """The card, which is there."""
    assert screen.cards is not None
    card = screen.cards.signals
    assert card is not None
    return card


def line(card: SignalsCard, signal: str) -> SignalLine:
    """The line of a signal."""
    return next(one for one in card.lines if one.given.signal.id == signal)


def test_a_signal_says_its_fact_and_why(qtbot: QtBot, village: Village) -> None:
    """Then what it suggests; the first ones, and the others when one asks."""
    screen, _ = page(qtbot, village.library, village.community)
    card = card_of(screen)
    told = line(card, "half-came").given.signal.in_language("en")
    texts = [label.text() for label in line(card, "half-came").findChildren(QLabel)]
    assert texts == [
        "The last three gatherings were 50% smaller than the three before.",
        told.why,
        told.suggests,
    ]
    assert len(card.lines) > FIRST
    assert [one.isVisible() for one in card.lines] == [at < FIRST for at in range(len(card.lines))]
    card.more_button.click()
    settle()
    assert all(one.isVisible() for one in card.lines)
    assert misfits(screen) == []


def test_its_links_lead_on(qtbot: QtBot, village: Village) -> None:
    """To an exercise, to planning a renewal, and to a workshop that begins from an agenda."""
    village.sets_aside(5)
    screen, stage = page(qtbot, village.library, village.community)
    given = line(card_of(screen), "half-came")
    by_text = {link.text(): link for link in given.links}
    by_text["Plan a renewal…"].click()
    assert stage.went.places[-1] == ("renewal", village.community.id)
    assert not any(text.startswith("Plan “") for text in by_text)
    given = line(card_of(screen), "much-parked")
    signal = given.given.signal
    by_text = {link.text(): link for link in given.links}
    exercise = village.catalogue.exercise(signal.exercises[0])
    by_text[f"Try it: {exercise.in_language('en').name}"].click()
    assert stage.went.places[-1] == ("exercises", exercise.id)
    agenda = village.catalogue.agenda(signal.agendas[0])
    by_text[f"Plan “{agenda.in_language('en').name}”…"].click()
    asked = asking(screen, PlanDialog)
    assert asked.form.text("purpose") == agenda.purpose
    assert (asked.agenda, asked.form.number("minutes")) == (agenda.id, agenda.minutes)


def test_it_can_be_put_off(qtbot: QtBot, village: Village) -> None:
    """It goes, and the others stay."""
    screen, _ = page(qtbot, village.library, village.community)
    before = [one.given.signal.id for one in card_of(screen).lines]
    line(card_of(screen), "half-came").later.put_off.emit(timedelta(days=7))
    settle()
    after = [one.given.signal.id for one in card_of(screen).lines]
    assert after == [one for one in before if one != "half-came"]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_one_that_is_dismissed_is_found_again(
    qtbot: QtBot, village: Village, language: str
) -> None:
    """With the word that was said of it, the number it had found, and the way back."""
    screen, stage = page(qtbot, village.library, village.community, language=language)
    words = stage.world.words
    given = line(card_of(screen), "half-came").given
    assert card_of(screen).aside_button.isHidden()
    line(card_of(screen), "half-came").dismiss_button.click()
    asked = asking(screen, DismissDialog)
    asked.fill({"word": "Two crews were at sea"})
    asked.keep_button.click()
    settle()
    assert "half-came" not in [one.given.signal.id for one in card_of(screen).lines]
    card_of(screen).aside_button.click()
    aside = asking(screen, SetAsideDialog)
    said = [label.text() for label in aside.findChildren(QLabel)]
    assert given.fact(language) in said
    assert words("signals.word-said", word="Two crews were at sea") in said
    assert misfits(aside) == []
    aside.again_buttons[0].click()
    settle()
    assert "half-came" in [one.given.signal.id for one in card_of(screen).lines]
    assert card_of(screen).aside_button.isHidden()


def test_where_there_is_none_there_is_no_card(
    qtbot: QtBot, library: Library, catalogue: Catalogue
) -> None:
    """A new community is not told anything about itself."""
    screen, _ = page(qtbot, library, Village(library, catalogue).community)
    assert screen.cards is not None
    assert screen.cards.signals is None
