"""Strips and rows: proportions that are true, columns that are shared, cells that are not cut."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from tests.ui.dress import dress
from tests.ui.fitting import misfits, settle
from tests.ui.parts.showing import Show, colours
from ui.look.look import Look
from ui.parts.cell_rows import CellRows, Column, TonedCell
from ui.parts.controls import Tick
from ui.parts.pill import Pill
from ui.parts.strips import AgreementBar, AgreementPart, BlockStrip, StripBlock


def test_the_strip_is_in_proportion_to_minutes(show: Show, qapp: QApplication) -> None:
    """Fifteen of sixty minutes are a quarter of the strip; what is free stays free."""
    look = dress(qapp)
    strip = BlockStrip(look)
    show(strip, width=480)
    strip.set_blocks([StripBlock(15, "renew", "Arrivals"), StripBlock(30, "rest", "Break")], 60)
    places = strip.places()
    assert [round(place.width() / strip.width(), 2) for place in places] == [0.25, 0.5]
    before = colours(strip)
    assert before[look.tint("renew").name().upper()] > 1000
    assert look.fill("amber").name().upper() not in before
    strip.set_blocks([StripBlock(90, "renew", "Too long")], 60, "30 min too long")
    assert look.colour("amber").name().upper() in colours(strip)
    assert strip.accessibleName() == "30 min too long"
    strip.set_chosen(0)
    assert look.theme.renew in colours(strip)


def test_the_strip_tells_blocks_under_the_mouse(show: Show, qapp: QApplication) -> None:
    """And nothing where nothing is planned."""
    strip = BlockStrip(dress(qapp))
    show(strip, width=400)
    strip.set_blocks([StripBlock(30, "renew", "Arrivals")], 60)
    assert strip.block_at(QPoint(10, 5)) == 0
    assert strip.block_at(QPoint(strip.width() - 10, 5)) is None


def test_the_bar_of_stances(show: Show, qapp: QApplication) -> None:
    """In proportion, with its words; who is away is said and not counted."""
    look = dress(qapp)
    bar = AgreementBar(
        look,
        (
            AgreementPart(9, "9 wholehearted", "teal"),
            AgreementPart(3, "3 with a reservation", "amber"),
            AgreementPart(0, "0 against", "ember"),
            AgreementPart(2, "2 away", "rest", counted=False),
        ),
    )
    window = show(bar, width=500)
    assert bar.accessibleName() == "9 wholehearted · 3 with a reservation · 2 away"
    found = colours(bar)
    ratio = found[look.theme.teal] / found[look.theme.amber_fill]
    assert 2.5 < ratio < 3.5
    assert misfits(window) == []
    bar.set_parts(())
    assert look.theme.teal not in colours(bar)


def _rows(look: Look) -> CellRows:
    rows = CellRows(
        look,
        (Column(2, head="Role"), Column(0, "small-strong", head="Held by"), Column(0, head="")),
        lines=True,
    )
    rows.add("Coordinator", "Maude Tremblay", TonedCell("▲ ends in 3 weeks", "amber"))
    rows.add("Someone who welcomes newcomers at the door", "—", Pill(look, "vacant", "ember"))
    rows.add("Bridge")
    return rows


def test_rows_stand_in_columns(show: Show, qapp: QApplication) -> None:
    """Cells of a column begin at the same place; cells of a row share its top."""
    rows = _rows(dress(qapp))
    window = show(rows, width=440)
    assert rows.count() == 3
    assert misfits(window) == []
    lefts = [[rows.cell(row, column).x() for row in range(3)] for column in range(2)]
    assert all(len(set(column)) == 1 for column in lefts)
    assert rows.cell(0, 0).y() == rows.cell(0, 1).y()
    assert rows.cell(1, 0).height() > rows.cell(0, 0).height()
    with pytest.raises(IndexError):
        rows.cell(9, 0)


def test_no_name_wraps_while_room_lies_unused(show: Show, qapp: QApplication) -> None:
    """Columns grow to their words before they share what is left; what must wrap wraps alone."""
    look = dress(qapp)
    columns = (Column(share=8), Column(share=8, role="small-strong"), Column(share=11))
    rows = CellRows(look, columns)
    rows.add("Coordinator", "Amélie Desrochers", "to Nov 2027")
    rows.add("Bridge", "Hélène Vaillancourt-Charbonneau", "to Nov 2027")
    widest = [max(rows.cell(row, at).sizeHint().width() for row in range(2)) for at in range(3)]
    show(rows, width=sum(widest) + 6 * look.px(16))
    assert {rows.cell(row, at).height() for row in range(2) for at in range(3)} == {
        look.pitch("small")
    }
    rows.add("Welcomes whoever is new, shows them round and asks again after a month", "—", "—")
    show(rows, width=520)
    assert rows.cell(1, 1).height() == look.pitch("small")
    assert rows.cell(2, 0).height() > look.pitch("small")


def test_a_column_that_folds_goes_below_the_one_before(show: Show, qapp: QApplication) -> None:
    """In every row, as soon as words would have to wrap; with room enough it stands beside."""
    look = dress(qapp)
    columns = (Column(share=8), Column(share=8, role="small-strong"), Column(folds=True))
    rows = CellRows(look, columns)
    rows.add("Coordination", "Amélie Desrochers", "jusqu’en juin 2027")
    rows.add("Noyau", "—", "à pourvoir")
    natural = rows.sizeHint().width()
    show(rows, width=natural + look.px(80))
    assert [rows.cell(row, 2).y() for row in (0, 1)] == [rows.cell(row, 0).y() for row in (0, 1)]
    window = show(rows, width=natural)
    for row in (0, 1):
        name, until = rows.cell(row, 1), rows.cell(row, 2)
        assert (until.x(), until.y()) == (name.x(), name.geometry().bottom() + 1)
        assert {name.height(), until.height()} == {look.pitch("small")}
    assert rows.cell(1, 0).y() > rows.cell(0, 2).y()
    assert misfits(window) == []


@pytest.mark.parametrize("width", [360, 520, 760, 1100])
def test_a_tick_stands_whole_in_its_column(show: Show, qapp: QApplication, width: int) -> None:
    """Its words take the width that its height was reckoned for, however wide the column."""
    look = dress(qapp)
    rows = CellRows(look, (Column(share=8), Column(share=3)))
    long = "Polish the wording of the purpose with the two who offered, and send it to everyone"
    tick = Tick(look, f"{long}, and then once more after the first gathering", "small")
    rows.add(tick, "Ioana Petrescu")
    window = show(rows, width=width)
    assert tick.fits()
    assert misfits(window) == []


def test_narrow_rows_are_stacked(show: Show, qapp: QApplication) -> None:
    """Rather than cut, at 200 % in a narrow card."""
    rows = _rows(dress(qapp, "light", 200))
    window = show(rows, width=300, height=1000)
    assert misfits(window) == []
    assert rows.cell(0, 1).y() > rows.cell(0, 0).y()


def test_rows_are_cleared(show: Show, qapp: QApplication) -> None:
    """The heads stay."""
    rows = _rows(dress(qapp))
    window = show(rows)
    rows.clear()
    settle()
    assert rows.count() == 0
    rows.add("Sponsor", "Denis Roy", "to Dec 2027")
    settle()
    assert rows.count() == 1
    assert misfits(window) == []


def test_hairlines_are_between_rows(show: Show, qapp: QApplication) -> None:
    """One fewer than there are rows, heads included."""
    look = dress(qapp)
    rows = _rows(look)
    show(rows, width=440)
    lines = colours(rows)[look.theme.line] / rows.width()
    assert 2.9 <= lines <= 3.1
