"""Undo and redo at each step of a section: what is shown is there, and nothing is met."""

from collections.abc import Callable

import pytest

from app.charter.outline import places_of
from app.charter.wordings import begin_wording, choose_wording
from tests.ui.charter.desk import Desk, click
from tests.ui.fitting import settle
from ui.charter.shape_dialogs import SectionDialog


def described(desk: Desk) -> SectionDialog:
    """The window that asks how the section shown is written."""
    click(desk.body.sections.arrange_button)
    (dialog,) = [one for one in desk.screen.findChildren(SectionDialog) if one.isVisible()]
    return dialog


def shown(desk: Desk) -> tuple[str, list[str]]:
    """The section whose page is shown, and those of the list."""
    return desk.body.section, [one.id for one in places_of(desk.screen.view.lines)]


def back_and_forth(desk: Desk, before: list[str], after: list[str]) -> None:
    """Undo, redo, undo, redo."""
    window = desk.house.hearth.window
    for _ in range(2):
        for step, wanted in ((window.undo, before), (window.redo, after)):
            step()
            settle()
            section, every = shown(desk)
            assert every == wanted
            assert section in every
            assert desk.body.page is not None


def keep(desk: Desk, act: Callable[[SectionDialog], None]) -> None:
    """Do something in the dialog of the section shown, which closes it; then back and forth."""
    before, dialog = shown(desk)[1], described(desk)
    act(dialog)
    settle()
    assert not [one for one in desk.screen.findChildren(SectionDialog) if one.isVisible()]
    back_and_forth(desk, before, shown(desk)[1])


def call(dialog: SectionDialog) -> None:
    """Call the section otherwise."""
    dialog.fill({"title": "Kept in a drawer"})
    click(dialog.keep_button)


def test_a_section_repeated_renamed_and_taken_out(desk: Desk) -> None:
    desk.open("norms")
    keep(desk, lambda dialog: click(dialog.repeat_button))
    added = shown(desk)[1]
    desk.open(next(one for one in added if one.endswith(" 2")))
    keep(desk, call)
    desk.open("Kept in a drawer")
    keep(desk, lambda dialog: click(dialog.remove_button))
    assert "Kept in a drawer" not in shown(desk)[1]


@pytest.mark.parametrize("act", ["remove", "call"])
def test_a_section_of_the_catalogue(desk: Desk, act: str) -> None:
    desk.open("purpose")
    keep(desk, call if act == "call" else lambda dialog: click(dialog.remove_button))


def test_two_wordings_and_the_one_that_is_chosen(desk: Desk) -> None:
    desk.open("purpose")
    clause = desk.clauses("purpose")[0]
    other = begin_wording(desk.library, desk.scope, clause)
    settle()
    back_and_forth(desk, shown(desk)[1], shown(desk)[1])
    assert len(desk.clauses("purpose")) == 2
    choose_wording(desk.library, desk.scope, other)
    settle()
    back_and_forth(desk, shown(desk)[1], shown(desk)[1])
    assert [one.id for one in desk.clauses("purpose")] == [clause.id]
