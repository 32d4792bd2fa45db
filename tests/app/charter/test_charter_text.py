"""A charter written elsewhere is taken apart at its headings, and nothing of it is lost."""

from collections import Counter

from hypothesis import example, given
from hypothesis import strategies as st

from app.catalogue.catalogue import Catalogue
from app.charter.charter_text import charter_parts
from app.charter.intake import IntakeRow, read_charter, section_names

CLUB = """# The Thursday Club

Purpose
We mend things together, and we teach each other how.

Norms
- Tools go back where they were.
- Nobody mends alone.

WHEN WE MEET
Every second Thursday, at seven.
"""

TERMS = """Terms of reference of the working table

1. Purpose

The table advises the two offices on plain letters.

2. Members

The following offices are members:

| Office | Seats | Named by |
|--------|:-----:|----------|
| North | 2 | its director |
| South | 1 | |

3. Bi-annual review

3.1 What is looked at

The secretariat reports twice a year.
"""

FRENCH = """1. RAISON D'ETRE

Nous écrivons des lettres claires.

2. Rythme

1. Une rencontre par mois
2. Un bilan par an

3. Secrétariat :

Le secrétariat garde les dossiers.
"""


def told(catalogue: Catalogue, text: str) -> list[tuple[str, str, str, str]]:
    """Each row's heading, form, section and reason."""
    rows = read_charter(catalogue.sections, text)
    return [(row.part.heading, row.part.form, row.section, row.why) for row in rows]


def row_of(catalogue: Catalogue, text: str, heading: str) -> IntakeRow:
    """The row of a heading."""
    rows = read_charter(catalogue.sections, text)
    return next(row for row in rows if row.part.heading == heading)


def test_a_club_on_one_page(catalogue: Catalogue) -> None:
    """Short lines and capitals are headings, those the catalogue knows are known by name."""
    assert told(catalogue, CLUB) == [
        ("The Thursday Club", "text", "", "alone"),
        ("Purpose", "text", "purpose", "name"),
        ("Norms", "list", "norms", "name"),
        ("WHEN WE MEET", "text", "WHEN WE MEET", "own"),
    ]
    norms = row_of(catalogue, CLUB, "Norms").part
    assert norms.text == "Tools go back where they were.\nNobody mends alone."


def test_terms_of_reference_with_a_table_of_members(catalogue: Catalogue) -> None:
    """A table keeps its rows and empty cells; what stands deeper stays under its heading."""
    assert told(catalogue, TERMS) == [
        ("", "text", "", "none"),
        ("1. Purpose", "text", "purpose", "name"),
        ("2. Members", "text", "Members", "own"),
        ("2. Members", "table", "Members", "own"),
        ("3. Bi-annual review", "text", "", "alone"),
        ("3.1 What is looked at", "text", "Bi-annual review", "under"),
    ]
    table = next(one for one in read_charter(catalogue.sections, TERMS) if one.part.form == "table")
    assert table.part.text.split("\n") == [
        "Office\tSeats\tNamed by",
        "North\t2\tits director",
        "South\t1",
    ]


def test_numbered_sections_in_french(catalogue: Catalogue) -> None:
    """Names are found whatever their accents and capitals; a numbered list is no headings."""
    assert told(catalogue, FRENCH) == [
        ("1. RAISON D'ETRE", "text", "purpose", "name"),
        ("2. Rythme", "list", "rhythm", "name"),
        ("3. Secrétariat", "text", "Secrétariat", "own"),
    ]


def test_roman_numbers(catalogue: Catalogue) -> None:
    """They are numbers of headings as well."""
    assert told(catalogue, "I. Purpose\n\nWe write.\n\nII. Members\n\nAll of us.") == [
        ("I. Purpose", "text", "purpose", "name"),
        ("II. Members", "text", "Members", "own"),
    ]


def test_cells_between_tabs_are_a_table(catalogue: Catalogue) -> None:
    """Also where a cell is empty; a number and a tab are none."""
    text = "1.\tMembers\n\nName\tOffice\tSeat\nAda\t\tfirst\n\tWest\tsecond"
    (row,) = read_charter(catalogue.sections, text)
    assert (row.part.heading, row.part.form) == ("1. Members", "table")
    assert row.part.text == "Name\tOffice\tSeat\nAda\t\tfirst\n\tWest\tsecond"


def test_a_title_above_all_is_no_section(catalogue: Catalogue) -> None:
    """What all headings stand under is the document's title; text under it has no place yet."""
    text = "# Our charter\nAs of this spring.\n## Purpose\nTo write."
    assert told(catalogue, text) == [
        ("Our charter", "text", "", "none"),
        ("Purpose", "text", "purpose", "name"),
    ]


PIECES = (
    "# A", "## Purpose", "1. Purpose", "1.1 Scope", "- item", "a) item", "|a|b|", "|--|--|", "|",
    "a\tb", "\ta\tb", "===", "---", "**Bold**", "CAPITALS", "A sentence stands here.", "",
    " ", "Short line", "Raison d’être", "#", "****", "1.\tx", "IV. Money", "  goes on", "||",
    "* * *",
)  # fmt: skip


@given(
    st.one_of(st.lists(st.sampled_from(PIECES), max_size=14).map("\n".join), st.text(max_size=200))
)
@example("|")
@example("===\n===")
def test_each_line_is_in_exactly_one_part(text: str) -> None:
    """Whatever the text is, in its order."""
    parts = charter_parts(text, {"purpose"})
    said = [line for part in parts for line in part.lines]
    assert said == [line for line in text.splitlines() if line.strip()]
    groups = [part.group for part in parts]
    assert groups == sorted(groups)
    assert all(part.text or part.heading or not any(c.isalnum() for c in "".join(part.lines))
               for part in parts)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("\n".join))
def test_every_letter_is_in_a_heading_or_a_text(text: str) -> None:
    """Only marks are left behind."""
    parts = charter_parts(text, {"purpose"})
    headings = {part.group: part.heading for part in parts}
    kept = "".join([*headings.values(), *(part.text for part in parts)])
    before = Counter(one for one in text if one.isalpha())
    after = Counter(one for one in kept if one.isalpha())
    lost = before - after
    assert set(lost) <= {"a"}  # the letter of an item
    assert not after - before


def test_a_name_of_two_sections_proposes_neither(catalogue: Catalogue) -> None:
    """What is known by name is known for sure."""
    names = section_names(catalogue.sections)
    for section in catalogue.sections:
        for words in section.words.values():
            assert names.get(words.name.casefold(), section.id) == section.id
