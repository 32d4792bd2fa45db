"""Three charters of very different shape, entered, versioned, compared and exported through the
real windows: a one-page club, a government's terms of reference in French, an open-source group.

Their order, headings, columns and rows stay as their people wrote them, in every format; a
comparison tells what changed and nothing else.
"""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from exports.page import Heading, Page
from tests.exports.telling import tables, under
from tests.journeys.charter_entered import (
    FORMATS,
    Entered,
    agree,
    empty_desk,
    enter,
    flat,
    page,
    paper,
    shown,
    write_head,
)
from tests.journeys.charters_of_three import CLUB, CLUB_HEADINGS, PROJECT, TERMS
from tests.ui.charter.desk import CONTROL, Desk, click, paste
from tests.ui.fitting import settle
from ui.charter.compare_dialog import CompareDialog
from ui.charter.intake_dialog import IntakeDialog

Key = Qt.Key


def nothing_lost(desk: Desk, sentences: Sequence[str], folder: Path) -> None:
    """Every sentence stands in the charter in each format."""
    for format_ in FORMATS:
        told = paper(desk, "charter", format_, folder)
        missing = [one for one in sentences if flat(one) not in told]
        assert not missing, (format_, missing)


def structure(made: Page) -> list[tuple[int, str]]:
    """The headings of a page under its title, with their levels."""
    return [(one.level, one.text) for one in made.pieces if isinstance(one, Heading)][1:]


def expected(entered: Sequence[Entered]) -> list[tuple[int, str]]:
    """The headings of sections, those under others a level deeper."""
    return [(3 if one.under else 2, one.heading) for one in entered]


def same_tables(made: Page, entered: Sequence[Entered]) -> None:
    """Each section's table has its own columns and all of its cells."""
    for one in entered:
        if "\t" not in one.text:
            continue
        (table,) = [
            t
            for t in tables(under(made.pieces, one.heading))
            if not one.columns or t.heads == one.columns
        ]
        rows = [row.split("\t") for row in one.text.split("\n")]
        assert [list(row) for row in table.rows] == [
            row + [""] * (len(table.heads) - len(row)) for row in rows
        ]


def compared(desk: Desk) -> list[str]:
    """What the window that compares says in short, a line a sentence."""
    desk.screen.compare_two()
    dialog = shown(desk, CompareDialog)
    dialog.form.set_values({"before": "1", "now": "2"})
    dialog.turn_around()
    dialog.turn_around()
    told = dialog.told.text().split("\n")
    dialog.reject()
    settle()
    return told


def test_a_club_of_one_page(qapp: QApplication, tmp_path: Path) -> None:
    """Pasted as it is: its five headings in its order, its list and its table."""
    with empty_desk(qapp, tmp_path, "The Tuesday Menders") as desk:
        click(desk.screen.intake_button)
        dialog = shown(desk, IntakeDialog)
        dialog.text.setFocus()
        paste(CLUB)
        dialog.read()
        settle()
        desk.press(Key.Key_Return, CONTROL)
        assert structure(page(desk, "charter")) == [(2, one) for one in CLUB_HEADINGS]
        said = [one.strip("#- ") for one in CLUB.split("\n")]
        nothing_lost(desk, [one for one in said if one and "|" not in one], tmp_path)


def test_terms_of_reference_in_french(qapp: QApplication, tmp_path: Path) -> None:
    """A secretariat, seats held, empty and first, a vote by table, a review twice a year."""
    with empty_desk(qapp, tmp_path, "Comité des formulaires", language="fr") as desk:
        click(desk.screen.empty.button)
        write_head(
            desk,
            title="Mandat du Comité des formulaires",
            parent_body="Direction générale des services au public",
            approver="Le sous-ministre adjoint",
            voters="Les titulaires des sièges",
            quorum=4,
            renew_on=date(2026, 9, 15),
            signatures=True,
        )
        enter(desk, TERMS)
        first = agree(desk, "Première version", {"wholehearted": 5, "fine": 2})
        made = page(desk, "charter", version=first.number)
        print(structure(made))
        same_tables(made, TERMS)
        nothing_lost(desk, [s for one in TERMS for s in one.sentences], tmp_path)
        paper(desk, "reply-form", "pdf", tmp_path)


def test_an_open_source_group(qapp: QApplication, tmp_path: Path) -> None:
    """Rules of the foundation taken over and deviated from, a quorum, three ways to end."""
    with empty_desk(qapp, tmp_path, "Date parser") as desk:
        click(desk.screen.empty.button)
        write_head(desk, title="Charter of the date parser", parent_body="The foundation", quorum=3)
        enter(desk, PROJECT)
        agree(desk, "First version", {"wholehearted": 5, "fine": 2})
        made = page(desk, "charter")
        print(structure(made))
        same_tables(made, PROJECT)
        nothing_lost(desk, [s for one in PROJECT for s in one.sentences], tmp_path)
        paper(desk, "reply-form", "pdf", tmp_path)
