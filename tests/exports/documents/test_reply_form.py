"""The form for a reply: on one sheet, however many sections are asked about."""

import io

import pypdf
import pytest

from app.words import Words
from exports.writers.table_widths import TO_WRITE_IN
from tests.exports.making import House
from tests.exports.telling import tables


def asked(house: House, number: int) -> list[str]:
    """Sections of one's own, in a version that is proposed."""
    names = [f"Part {at} of what we take care of" for at in range(1, number + 1)]
    for name in names:
        house.clause(name, "We say something of it.")
    house.propose()
    return [f"{at}. {name}" for at, name in enumerate(names, start=1)]


@pytest.mark.parametrize("number", [3, 8, 9, 18, 25])
def test_it_is_one_sheet(house: House, words: Words, number: int) -> None:
    """Each section stands on it once, with a place to write in beside it."""
    names = asked(house, number)
    table = tables(house.page("reply-form", words).pieces)[0]
    found = [
        cell
        for row in table.rows
        for at, cell in enumerate(row)
        if cell and cell != TO_WRITE_IN and row[at + 1] == TO_WRITE_IN
    ]
    assert sorted(found) == sorted([words("agreement.form-whole"), *names])
    for paper in ("letter", "a4"):
        data = house.data("reply-form", words, paper=paper)
        assert len(pypdf.PdfReader(io.BytesIO(data)).pages) == 1
