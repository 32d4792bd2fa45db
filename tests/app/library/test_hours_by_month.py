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


def test_rows_and_images_are_by_the_month(path: Path, moment: StillMoment) -> None:
    """So that what was done before can be taken back, and done again."""
    shutil.copyfile(LAST, path)
    with closing(second(path)) as other:
        other.execute("UPDATE holding SET hours = 3")
        other.execute(
            "UPDATE entry SET after = json_set(after, '$.hours', 3) WHERE tbl = 'holding'"
        )
        (change,) = other.execute("SELECT change FROM entry WHERE tbl = 'holding'").fetchone()
        # The last thing done in its community: the role was given 2 hours, then 3.
        other.execute("UPDATE entry SET change = (SELECT max(id) FROM change WHERE workshop IS NULL"
                      " AND community = ?), seq = 99 WHERE tbl = 'holding'", (ID["community"],))
        other.execute("UPDATE entry SET before = json_set(after, '$.hours', 2)"
                      " WHERE tbl = 'holding'")
        assert change
    moment.pass_by(86400)
    home = Scope(ID["community"])
    with closing(open_library(path, moment)) as library:
        assert [one.hours for one in library.reader.rows(Holding)] == [12]
        library.undo(home)
        assert [one.hours for one in library.reader.rows(Holding)] == [8]
        library.redo(home)
        assert [one.hours for one in library.reader.rows(Holding)] == [12]
    assert library_check.check(path).sound
