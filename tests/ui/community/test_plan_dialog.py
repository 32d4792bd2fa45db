"""Planning a workshop: agendas are proposed with their reasons; any is taken, or none."""

from pytestqt.qtbot import QtBot

from app.catalogue.agenda_fit import fit_agenda
from app.library.library import Library
from app.library.rows import Block, Community, Workshop
from tests.app.community.village import found
from tests.ui.community.hamlet import asking, page
from tests.ui.fitting import settle
from ui.community.ending_dialog import EndingDialog
from ui.community.plan_dialog import PlanDialog
from ui.parts.agenda_choice import EMPTY
from ui.parts.labels import WrapLabel


def opened(qtbot: QtBot, library: Library) -> PlanDialog:
    """The dialog over the page of a community."""
    screen, _ = page(qtbot, library, found(library))
    screen.plan()
    settle()
    return asking(screen, PlanDialog)


def said(dialog: PlanDialog) -> str:
    """All that is told of the agenda that is chosen."""
    labels = dialog.shown.findChildren(WrapLabel)
    return " ".join(label.text() for label in labels if label.isVisibleTo(dialog))


def test_each_proposal_says_why(qtbot: QtBot, library: Library) -> None:
    """In facts; the best one is chosen, and told with for whom it is and what comes out of it."""
    dialog = opened(qtbot, library)
    cards = dialog.choice.cards.lines
    assert cards[-1].id == EMPTY
    for card in cards[:-1]:
        assert card.under or card.reason
    agenda = dialog.world.catalogue.agenda(dialog.agenda)
    words = agenda.in_language("en")
    for text in (words.whom, words.result, words.order):
        assert text in said(dialog)


def test_an_ending_is_prepared_like_any_workshop(qtbot: QtBot, library: Library) -> None:
    """The closing agendas are proposed, and the community has not ended by that."""
    community = found(library)
    screen, _ = page(qtbot, library, community)
    screen.ending_button.click()
    asking(screen, EndingDialog).plan_button.click()
    settle()
    dialog = asking(screen, PlanDialog)
    catalogue = dialog.world.catalogue
    assert catalogue.agenda(dialog.agenda).purpose == "closing"
    dialog.try_keep()
    assert [one.purpose for one in library.reader.rows(Workshop)] == ["closing"]
    assert library.reader.row(Community, community.id).ended is None


def test_the_agenda_that_one_goes_to_is_planned(qtbot: QtBot, library: Library) -> None:
    """Whatever was proposed; what was shortened is told before and after."""
    dialog = opened(qtbot, library)
    first = dialog.choice.cards.lines[0].id
    agenda = dialog.world.catalogue.agenda(first)
    dialog.choice.choose(first)
    minutes = agenda.minutes - 30
    dialog.form.set_values({"minutes": minutes, "expected": agenda.people})
    dialog.touch("minutes")
    settle()
    assert dialog.agenda == first
    fit = fit_agenda(dialog.world.catalogue, agenda, minutes, agenda.people)
    assert fit.resized
    assert "instead of" in said(dialog)
    dialog.try_keep()
    (made,) = library.reader.rows(Workshop)
    planned = [one.minutes for one in library.reader.rows(Block, order="position")]
    assert planned == [one.minutes for one in fit.blocks if one.minutes]
    assert made.purpose == "launch"


def test_an_empty_agenda_stays_chosen_while_minutes_are_typed(
    qtbot: QtBot, library: Library
) -> None:
    """It is a choice like any other."""
    dialog = opened(qtbot, library)
    dialog.choice.choose(EMPTY)
    dialog.form.set_values({"minutes": 240})
    dialog.touch("minutes")
    assert dialog.agenda == EMPTY
    dialog.try_keep()
    assert library.reader.count(Block) == 0
