"""How the charter writes a section, and what stands on top of it, through the window."""

from datetime import date
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from app.charter.charter_head import draft_head
from app.charter.sections import shape_of
from app.library.charter_rows import FrozenSection
from tests.ui.charter.desk import CONTROL, Desk, click
from tests.ui.fitting import settle
from ui.charter.shape_dialogs import HeadDialog, SectionDialog
from ui.parts.labels import WrapLabel

D = TypeVar("D", bound=QWidget)


def shown(desk: Desk, kind: type[D]) -> D:
    """The one dialog of a kind that is open."""
    (found,) = [one for one in desk.screen.findChildren(kind) if one.isVisible()]
    return found


def described(desk: Desk, section: str) -> SectionDialog:
    """The dialog of a section, from its button."""
    desk.open(section)
    click(desk.body.sections.arrange_button)
    return shown(desk, SectionDialog)


def name_of(desk: Desk, section: str) -> str:
    """What the list calls a section."""
    line = desk.screen.view.line_of(section)
    assert line is not None
    return line.shaped.name("en")


def keep(desk: Desk, dialog: SectionDialog | HeadDialog) -> None:
    """Press its filled button."""
    click(dialog.keep_button)
    assert not [one for one in desk.screen.findChildren(type(dialog)) if one.isVisible()]


def shape(desk: Desk) -> dict[str, FrozenSection]:
    """How the draft's sections are written, by what clauses name them."""
    return {one.id: one for one in shape_of(desk.library.reader, desk.community)}


def test_a_section_goes_under_another_and_comes_back(desk: Desk) -> None:
    """Its page is the other's; from there it is found again."""
    dialog = described(desk, "norms")
    dialog.fill({"under": "purpose", "form": "list"})
    keep(desk, dialog)
    assert (shape(desk)["norms"].under, shape(desk)["norms"].form) == ("purpose", "list")
    page = desk.body.page
    assert page is not None
    assert [one.section.id for one in page.parts][:2] == ["purpose", "norms"]
    line = desk.screen.view.line_of("purpose")
    assert line is not None
    menu = desk.screen.sections.menu(line)
    (inner,) = menu.findChildren(QMenu)
    inner.actions()[0].trigger()
    again = shown(desk, SectionDialog)
    again.fill({"under": ""})
    keep(desk, again)
    assert shape(desk)["norms"].under == ""
    assert "norms" in [line.id for line in desk.screen.view.lines]


def test_one_that_carries_others_stands_under_none(desk: Desk) -> None:
    """A charter has two levels: nobody is asked for a third."""
    dialog = described(desk, "norms")
    dialog.fill({"under": "purpose"})
    keep(desk, dialog)
    line = desk.screen.view.line_of("purpose")
    assert line is not None
    desk.screen.sections.menu(line).actions()[0].trigger()
    above = shown(desk, SectionDialog)
    place = above.form.field_widget("under").parentWidget()
    assert place is not None
    assert not place.isVisible()
    above.reject()


def test_one_more_like_it_is_written_as_it_is(desk: Desk) -> None:
    """A second of the catalogue's is one's own, right after the first, with its columns."""
    dialog = described(desk, "rhythm")
    click(dialog.repeat_button)
    settle()
    name = f"{name_of(desk, 'rhythm')} 2"
    assert desk.body.section == name
    first, second = shape(desk)["rhythm"], shape(desk)[name]
    ids = [one.id for one in desk.screen.view.lines]
    assert ids[ids.index("rhythm") + 1] == name
    line = desk.screen.view.line_of("rhythm")
    assert line is not None
    assert second.columns == line.shaped.columns("en")
    assert first.columns == ()


def test_a_section_taken_out_goes_with_its_clauses_and_comes_back(desk: Desk) -> None:
    """One's own leaves no trace; undo brings text and place back."""
    desk.screen.add_own_section("Kites we lost")
    settle()
    desk.keys("The red one.")
    desk.rest()
    desk.leave_field()
    assert desk.text("Kites we lost") == "The red one."
    click(described(desk, "Kites we lost").remove_button)
    settle()
    assert desk.clauses("Kites we lost") == []
    assert desk.screen.view.line_of("Kites we lost") is None
    desk.house.hearth.window.activateWindow()
    desk.screen.setFocus()
    settle()
    desk.press(Qt.Key.Key_Z, CONTROL)
    assert desk.text("Kites we lost") == "The red one."


def test_the_head_is_said_and_kept(desk: Desk) -> None:
    """Its title, the body above, and the day of the next renewal."""
    click(desk.body.sections.head_button)
    dialog = shown(desk, HeadDialog)
    dialog.fill({"title": "Terms", "parent_body": "The Archives", "renew_on": date(2027, 4, 1)})
    keep(desk, dialog)
    head = draft_head(desk.library.reader, desk.community)
    assert head is not None
    assert (head.title, head.parent_body) == ("Terms", "The Archives")
    assert head.renew_on == date(2027, 4, 1)


def test_only_what_applies_is_asked(desk: Desk) -> None:
    """Columns of a table alone; the rules above, and a reason, only where there are some."""
    dialog = described(desk, "norms")

    def asked() -> set[str]:
        keys = ("columns", "parent_rule", "reason")
        return {key for key in keys if dialog.form.field_widget(key).isVisible()}

    assert asked() == set()
    dialog.fill({"form": "table", "rule": "inherited"})
    dialog.touch("rule")
    assert asked() == {"columns", "parent_rule"}
    dialog.fill({"rule": "differs"})
    dialog.touch("rule")
    assert asked() == {"columns", "parent_rule", "reason"}
    dialog.dirty = False
    dialog.reject()


def test_how_a_section_stands_is_told_on_its_page_and_in_the_list(desk: Desk) -> None:
    """Taken over from the body above, or a heading kept: neither is empty."""
    click(desk.body.sections.head_button)
    head = shown(desk, HeadDialog)
    head.fill({"parent_body": "The Archives"})
    keep(desk, head)
    desk.screen.add_own_section("Conduct")
    settle()
    dialog = described(desk, "Conduct")
    dialog.fill({"rule": "inherited", "parent_rule": "Everybody is heard."})
    keep(desk, dialog)
    desk.open("Conduct")
    assert desk.state("Conduct") == "taken over"
    page = desk.body.page
    assert page is not None
    told = [one.text() for one in page.findChildren(WrapLabel) if one.isVisible()]
    assert any("The Archives" in one and "Everybody is heard." in one for one in told)
    again = described(desk, "Conduct")
    again.fill({"rule": "own", "parent_rule": "", "left_empty": True})
    keep(desk, again)
    assert desk.state("Conduct") == "heading only"


def test_a_table_of_its_own_columns_can_have_another_below(desk: Desk) -> None:
    """By the same key as in a section of the catalogue."""
    desk.screen.add_own_section("Seats")
    settle()
    dialog = described(desk, "Seats")
    dialog.fill({"columns": "Seat\nHeld by"})
    keep(desk, dialog)
    desk.house.hearth.window.activateWindow()
    desk.open("Seats")
    click(desk.table().rows_shown()[0][0].viewport())
    desk.keys("North")
    desk.rest()
    assert desk.text("Seats") == "North"
    desk.body.add_clause("table")
    settle()
    page = desk.body.page
    assert page is not None
    assert [field.spot.form for field in page.fields] == ["table", "table"]
