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
from tests.exports.telling import items, tables, under
from tests.journeys.charter_entered import (
    FORMATS,
    Entered,
    agree,
    describe,
    empty_desk,
    enter,
    flat,
    move_to,
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
    """What the window that compares the two versions says in short, a line a sentence."""
    desk.screen.compare_two()
    dialog = shown(desk, CompareDialog)
    dialog.form.set_values({"before": "1", "now": "1"})
    dialog.turn_around()
    assert dialog.told.text() == desk.words("changes.none")
    dialog.form.set_values({"before": "2", "now": "1"})
    dialog.turn_around()
    told = dialog.told.text().split("\n")
    dialog.reject()
    settle()
    return told


def told_on_paper(desk: Desk, folder: Path, sentences: Sequence[str]) -> None:
    """The exported comparison says these sentences in short and no other, in each format."""
    made = page(desk, "charter-changes", version=2, against=1)
    assert items(under(made.pieces, desk.words("changes.in-short"))) == list(sentences)
    for format_ in FORMATS:
        told = paper(desk, "charter-changes", format_, folder, version=2, against=1)
        assert not [one for one in sentences if flat(one) not in told], format_


def reword(desk: Desk, section: str, text: str) -> None:
    """Write a clause anew over what it said."""
    desk.house.hearth.window.activateWindow()
    desk.open(section)
    desk.write()
    desk.press(Key.Key_A, CONTROL)
    paste(text)
    desk.rest()
    desk.leave_field()
    assert desk.text(section) == text


def add_row(desk: Desk, section: str, cells: Sequence[str]) -> None:
    """Add a row after the last of a section's table."""
    desk.house.hearth.window.activateWindow()
    desk.open(section)
    click(desk.table().rows_shown()[-1][-1].viewport())
    desk.press(Key.Key_Return)
    for cell in cells:
        paste(cell)
        desk.press(Key.Key_Return)
    desk.rest()
    desk.leave_field()


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
        said = [one.strip("#- ") for one in CLUB.split("\n")[1:]]
        nothing_lost(desk, [one for one in said if one and "|" not in one], tmp_path)
        (table,) = tables(page(desk, "charter").pieces)
        assert table.heads == ("Task", "Who", "Until")
        assert table.rows == (
            ("Opens the room", "Ngozi Eze", "June"),
            ("Keeps the tools", "Paulo Prates", ""),
        )
        agree(desk, "We begin", {"wholehearted": 4})
        move_to(desk, "How we stop", 0)
        reword(desk, "purpose", "We mend clothes, lamps and bicycles together.")
        add_row(desk, "Who does what", ("Brings tea", "Sanna Lehto", "May"))
        agree(desk, "Bicycles too", {"wholehearted": 5})
        said = compared(desk)
        assert said == [
            "How we stop: moved to the beginning.",
            "Purpose: 1 line changed.",
            "Who does what: 1 line added.",
        ]
        told_on_paper(desk, tmp_path, said)
        nothing_lost(desk, ["lamps and bicycles", "Sanna Lehto"], tmp_path)


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
        assert structure(made)[: len(TERMS)] == expected(TERMS)
        assert structure(made)[-1] == (2, desk.words("shape.on-paper.signatures"))
        same_tables(made, TERMS)
        nothing_lost(desk, [s for one in TERMS for s in one.sentences], tmp_path)
        move_to(desk, "Secrétariat", 2)
        add_row(desk, "membership", ("Siège 4", "Usagers", "Noor Haddad", "depuis mars"))
        reword(desk, "purpose", "Le comité conseille les trois directions sur la clarté.")
        write_head(desk, quorum=5)
        agree(desk, "Une troisième direction se joint au comité", {"wholehearted": 6, "fine": 2})
        said = compared(desk)
        assert said == [
            "En tête\N{NO-BREAK SPACE}: Quorum\N{NO-BREAK SPACE}: 5. "
            "Avant\N{NO-BREAK SPACE}: Quorum\N{NO-BREAK SPACE}: 4.",
            "Mandat\N{NO-BREAK SPACE}: 1 ligne modifiée.",
            "Secrétariat\N{NO-BREAK SPACE}: déplacée, maintenant après "
            "«\N{NO-BREAK SPACE}Mandat\N{NO-BREAK SPACE}».",
            "Composition\N{NO-BREAK SPACE}: 1 ligne ajoutée.",
        ]
        told_on_paper(desk, tmp_path, said)
        nothing_lost(desk, [said[0], "Noor Haddad", "les trois directions"], tmp_path)


def test_an_open_source_group(qapp: QApplication, tmp_path: Path) -> None:
    """Rules of the foundation taken over and deviated from, a quorum, three ways to end."""
    with empty_desk(qapp, tmp_path, "Date parser") as desk:
        click(desk.screen.empty.button)
        write_head(desk, title="Charter of the date parser", parent_body="The foundation", quorum=3)
        enter(desk, PROJECT)
        agree(desk, "First version", {"wholehearted": 5, "fine": 2})
        made = page(desk, "charter")
        assert structure(made)[: len(PROJECT)] == expected(PROJECT)
        same_tables(made, PROJECT)
        nothing_lost(desk, [s for one in PROJECT for s in one.sentences], tmp_path)
        move_to(desk, "boundaries", 1)
        describe(desk, "norms", title="How we treat each other")
        describe(desk, "channels", left_empty=False)
        reword(desk, "purpose", "We keep the date parser small, correct and fast.")
        add_row(desk, "decisions", ("Ending", "all maintainers", "unanimous", "maintainers"))
        agree(desk, "Fast matters now", {"wholehearted": 6})
        said = compared(desk)
        assert said == [
            "Mission: 1 line changed.",
            "Neighbours: moved, now after “Mission”.",
            "How we treat each other: called “Conduct” until now.",
            "How we decide: 1 line added.",
            "Meetings: taken out.",
        ]
        told_on_paper(desk, tmp_path, said)
        nothing_lost(desk, ["unanimous", "correct and fast", "How we treat each other"], tmp_path)
