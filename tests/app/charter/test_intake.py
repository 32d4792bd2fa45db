"""A charter written elsewhere is added in one change, and is read from the files people have."""

from pathlib import Path

import docx
import pytest

from app.catalogue.catalogue import Catalogue
from app.charter.charter_file import LONGEST_CHARTER, read_charter_file
from app.charter.clauses import add_clause, clauses_of
from app.charter.intake import bring_in, chosen_for, read_charter
from app.library.journal import Scope
from app.library.library import Library
from app.library.rows import Community
from app.library.trouble import Trouble
from tests.app.charter.test_charter_text import TERMS


def test_it_comes_after_what_is_there_and_goes_as_one(
    library: Library, scope: Scope, community: Community, catalogue: Catalogue
) -> None:
    """Its headings stay, but for those that are the section's own name."""
    add_clause(library, scope, "purpose", "To learn.")
    rows = read_charter(catalogue.sections, TERMS)
    bring_in(library, scope, catalogue.sections, rows)
    there = clauses_of(library.reader, community.id)
    assert [(one.section, one.heading, one.form) for one in there] == [
        ("purpose", "", "text"),
        ("purpose", "", "text"),
        ("Members", "", "text"),
        ("Members", "", "table"),
        ("Bi-annual review", "What is looked at", "text"),
    ]
    library.undo(scope)
    assert [one.text for one in clauses_of(library.reader, community.id)] == ["To learn."]


def test_a_choice_takes_along_what_follows_under_the_heading(
    library: Library, scope: Scope, catalogue: Catalogue
) -> None:
    """The heading stays with the first clause, where the section has another name."""
    rows = read_charter(catalogue.sections, TERMS)
    rows = chosen_for(rows, 2, "membership")
    clauses = bring_in(library, scope, catalogue.sections, rows)
    moved = [(one.heading, one.form) for one in clauses if one.section == "membership"]
    assert moved == [("Members", "text"), ("", "table")]


def test_a_heading_alone_can_be_kept(library: Library, scope: Scope, catalogue: Catalogue) -> None:
    """It is what the clause says."""
    rows = read_charter(catalogue.sections, "# Voting\n# Purpose\nTo write.")
    clauses = bring_in(library, scope, catalogue.sections, chosen_for(rows, 0, "decisions"))
    assert (clauses[0].section, clauses[0].text) == ("decisions", "Voting")


def test_nothing_chosen_is_refused(library: Library, scope: Scope, catalogue: Catalogue) -> None:
    """And nothing is written."""
    rows = read_charter(catalogue.sections, "Only a sentence, of nothing.")
    with pytest.raises(Trouble, match="empty"):
        bring_in(library, scope, catalogue.sections, rows)


def test_a_word_document(tmp_path: Path, catalogue: Catalogue) -> None:
    """Headings by their styles, lists and tables as such, a frame of one cell as its text."""
    made = docx.Document()
    made.add_heading("Charter of the table", 0)
    made.add_heading("Purpose", 1)
    made.add_paragraph("We write | clearly.")
    made.add_heading("Members", 1)
    table = made.add_table(2, 3)
    for row, texts in zip(
        table.rows, (("Office", "Seats", ""), ("North | East", "", "x")), strict=True
    ):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    made.add_heading("Levels", 2)
    made.add_paragraph("core", style="List Bullet")
    made.add_paragraph("friends", style="List Bullet")
    made.add_table(1, 1).cell(0, 0).text = "A note in a frame."
    path = tmp_path / "charter.docx"
    made.save(str(path))
    rows = read_charter(catalogue.sections, read_charter_file(path))
    assert [(row.part.heading, row.part.form, row.section, row.part.text) for row in rows] == [
        ("Charter of the table", "text", "", ""),
        ("Purpose", "text", "purpose", "We write | clearly."),
        ("Members", "table", "Members", "Office\tSeats\nNorth | East\t\tx"),
        ("Levels", "list", "Members", "core\nfriends"),
        ("Levels", "text", "Members", "A note in a frame."),
    ]


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("broken.docx", b"PK\x03\x04 nothing", "charter-file-unreadable"),
        ("text.docx", b"no document", "charter-file-unreadable"),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00\x00\x81\x8d", "charter-file-unreadable"),
        ("empty.md", b"  \n", "charter-file-empty"),
        ("long.txt", b"a " * LONGEST_CHARTER, "charter-file-long"),
    ],
)
def test_what_is_no_charter_is_refused(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    """With one sentence."""
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(Trouble) as caught:
        read_charter_file(path)
    assert caught.value.code == code
