"""The hours of a role were by the week: brought up to date, a month's are four times as many."""

import shutil
from contextlib import closing
from pathlib import Path

from app.library import library_check
from app.library.journal import Scope
from app.library.opening import open_library
from app.library.rows import Holding
from tests.app.library.household import ID
from tests.app.library.settings import StillMoment, second

LAST = Path("tests/fixtures/library-v6.hearth")
LATE = "019bc20000007000800000000000000a"
"""The id of a change made after all others."""


def test_rows_and_images_are_by_the_month(path: Path, moment: StillMoment) -> None:
    """So that what was done before can be taken back, and done again."""
    shutil.copyfile(LAST, path)
    with closing(second(path)) as other:
        other.execute("UPDATE holding SET hours = 3")
        other.execute(
            "UPDATE entry SET after = json_set(after, '$.hours', 3) WHERE tbl = 'holding'"
        )
        # Somebody changed the hours last: a week's 2 to 3.
        other.execute(
            "INSERT INTO change (id, library, community, schema, label, at, undone) SELECT ?,"
            " library, community, schema, 'role-edit', at, 0 FROM change WHERE id ="
            " (SELECT change FROM entry WHERE tbl = 'holding')",
            (LATE,),
        )
        other.execute("UPDATE change SET community = ? WHERE id = ?", (ID["community"], LATE))
        other.execute(
            "INSERT INTO entry (change, seq, tbl, row, before, after) SELECT ?, 1, tbl, row,"
            " json_set(after, '$.hours', 2), after FROM entry WHERE tbl = 'holding'",
            (LATE,),
        )
    moment.pass_by(86400)
    home = Scope(ID["community"])
    with closing(open_library(path, moment)) as library:
        assert [one.hours for one in library.reader.rows(Holding)] == [12]
        library.undo(home)
        assert [one.hours for one in library.reader.rows(Holding)] == [8]
        library.redo(home)
        assert [one.hours for one in library.reader.rows(Holding)] == [12]
    assert library_check.check(path).sound
