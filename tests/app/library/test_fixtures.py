"""Every library that ever left the house still opens."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from app.library import checking
from app.library.attachments import contents
from app.library.journal import Scope
from app.library.library import Library
from app.library.opening import open_library
from app.library.rows import JOURNALED, KEPT, Attachment, Note, Tally
from app.library.schema import SCHEMA_VERSION
from app.library.search import search
from tests.app.library.household import ID, PICTURE, SAID
from tests.app.library.settings import StillMoment, add, note, second, shape

FIXTURES = Path("tests/fixtures")
VERSIONS = sorted(FIXTURES.glob("library-v*.hearth"))


@pytest.fixture(params=VERSIONS, ids=lambda path: path.stem)
def kept(request: pytest.FixtureRequest, path: Path) -> Path:
    """A copy of a library as it was."""
    shutil.copyfile(request.param, path)
    return path


def test_there_is_one_for_every_schema_version() -> None:
    names = [f"library-v{version}.hearth" for version in range(1, SCHEMA_VERSION + 1)]
    assert [path.name for path in VERSIONS] == names


def test_it_holds_rows_in_every_table(kept: Path) -> None:
    with closing(second(kept)) as other:
        tables = [kind.table for kind in (*JOURNALED, *KEPT)]
        for table in (*tables, "about", "blob", "change", "entry"):
            assert other.execute(f"SELECT count(*) FROM {table}").fetchone()[0], table


def test_it_opens_and_works(kept: Path, moment: StillMoment) -> None:
    moment.pass_by(86400)
    with closing(open_library(kept, moment)) as library:
        assert library.reader.row(Note, ID["note"]).text == SAID
        assert contents(library.reader, library.reader.rows(Attachment)[0]) == PICTURE
        assert [row.number for row in library.reader.rows(Tally)] == [1]
        assert [one.row for one in search(library.reader, "asks night")] == [ID["note"]]
        here = Scope(ID["community"], ID["workshop"])
        add(library, note(library, ID["community"], "one more"), scope=here, label="note-add")
        assert library.undo(here).label == "note-add"
    assert checking.check(kept).sound


def test_the_current_one_has_the_current_schema(library: Library) -> None:
    """Where this fails, the schema was changed: a new version, or, before release, a new file."""

    assert shape(FIXTURES / f"library-v{SCHEMA_VERSION}.hearth") == shape(library.path)
