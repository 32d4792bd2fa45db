"""What may be worth a look stands beside the draft, and before it is proposed."""

from app.charter.clauses import add_clause
from tests.ui.charter.desk import Desk, click
from tests.ui.fitting import settle
from ui.charter.agreement_dialog import AgreementDialog
from ui.parts.advice_card import AdviceList
from ui.parts.buttons import Button
from ui.parts.labels import WrapLabel


def said(shown: AdviceList) -> str:
    """All that a list of advice says."""
    labels = shown.findChildren(WrapLabel)
    return "\n".join(one.text() for one in labels if one.isVisible())


def test_advice_leads_to_its_place(bare: Desk) -> None:
    """Each with its fact and its reason; a step opens the section; written, it goes."""
    add_clause(bare.library, bare.scope, "purpose", "To learn together.")
    settle()
    shown = bare.body.advice.list
    assert bare.body.advice.isVisible()
    assert "Nothing is said to be out of scope." in said(shown)
    assert "every request seems to belong here" in said(shown)
    assert "Nothing that people said stands behind this section: Purpose." in said(shown)
    step = next(one for one in shown.steps if "Out of scope" in one.text())
    click(step)
    assert bare.body.section == "domain"
    add_clause(bare.library, bare.scope, "out-of-scope", "Translations", form="list")
    settle()
    assert "Nothing is said to be out of scope." not in said(shown)
    assert "these 2 sections: Purpose and Out of scope." in said(shown)


def test_advice_is_set_aside_and_taken_up(bare: Desk) -> None:
    """Told in words; it is kept for the next time."""
    add_clause(bare.library, bare.scope, "purpose", "To learn together.")
    settle()
    shown = bare.body.advice.list
    before = shown.said
    aside = next(one for one in shown.findChildren(Button) if one.text() == "Set aside")
    click(aside)
    assert shown.said == before - 1
    assert shown.again.text() == "Show again what was set aside (1)"
    click(shown.again)
    assert shown.said == before
    assert not shown.again.isVisible()


def test_before_a_version_is_proposed_the_same_is_said(bare: Desk) -> None:
    """Above the question; a step leaves it for the place; proposing is as free as before."""
    add_clause(bare.library, bare.scope, "purpose", "To learn together.")
    settle()
    bare.screen.ask_agreement()
    settle()
    dialog = bare.dialog()
    assert dialog.advice.isVisible()
    assert said(dialog.advice.list) == said(bare.body.advice.list)
    click(dialog.advice.list.steps[0])
    assert bare.screen.findChildren(AgreementDialog) == []
    bare.screen.ask_agreement()
    settle()
    dialog = bare.dialog()
    dialog.propose()
    settle()
    assert not dialog.advice.isVisible()
    assert len(bare.versions()) == 1


def test_a_version_that_is_read_has_none(desk: Desk) -> None:
    """It is as it was agreed to."""
    desk.screen.read_version(desk.versions()[0])
    settle()
    assert not desk.body.advice.isVisible()
