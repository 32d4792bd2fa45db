"""Every library that ever left the house still opens."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from app.library import library_check
from app.library.attachments import contents
from app.library.backup import backups
from app.library.journal import Scope
from app.library.library import Library
from app.library.opening import open_library
from app.library.rows import Attachment, ClosedTally, Community, Note, Workshop
from app.library.schema import SCHEMA_VERSION
from app.library.search import search
from app.library.strike import strike
from app.library.trouble import Trouble
from tests.app.library.household import ID, PERSON, PICTURE, SAID
from tests.app.library.settings import Held, StillMoment, add, held, note, second, shape

FIXTURES = Path("tests/fixtures")
VERSIONS = sorted(FIXTURES.glob("library-v*.hearth"))


UNDOABLE = {"library-v1-worked": 20}
"""How many changes can be undone; of a library in which nobody worked only the last."""


@pytest.fixture(params=VERSIONS, ids=lambda path: path.stem)
def kept(request: pytest.FixtureRequest, path: Path) -> Path:
    """A copy of a library as it was."""
    shutil.copyfile(request.param, path)
    return path


def test_there_is_one_for_every_schema_version() -> None:
    names = {f"library-v{version}.hearth" for version in range(1, SCHEMA_VERSION + 1)}
    assert names <= {path.name for path in VERSIONS}


def test_it_holds_rows_in_every_table(kept: Path) -> None:
    """In all that it has, an older one too."""
    for table in set(shape(kept)) - {"triggers"}:
        if "_words" not in table:
            with closing(second(kept)) as other:
                assert other.execute(f"SELECT count(*) FROM {table}").fetchone()[0], table


def test_it_opens_and_works(kept: Path, moment: StillMoment) -> None:
    moment.pass_by(86400)
    with closing(open_library(kept, moment)) as library:
        assert library.reader.row(Note, ID["note"]).text == SAID
        assert contents(library.reader, library.reader.rows(Attachment)[0]) == PICTURE
        assert [row.number for row in library.reader.rows(ClosedTally)] == [1]
        assert [one.row for one in search(library.reader, "asks night")] == [ID["note"]]
        here = Scope(ID["community"], ID["workshop"])
        add(library, note(library, ID["community"], "one more"), scope=here, label="note-add")
        assert library.undo(here).label == "note-add"
    assert library_check.check(kept).sound


def test_brought_up_to_date_it_is_as_a_new_one(
    kept: Path, moment: StillMoment, tmp_path: Path
) -> None:
    """Where this fails, a step is missing, or does not make what the rows declare."""
    moment.pass_by(86400)
    open_library(kept, moment).close()
    new = tmp_path / "new.hearth"
    open_library(new, moment).close()
    assert shape(kept) == shape(new)


def test_what_was_done_in_it_is_undone_and_done_again(
    kept: Path, moment: StillMoment, request: pytest.FixtureRequest
) -> None:
    """What was undone before, and change by change whatever can be undone, in each scope."""
    moment.pass_by(86400)
    name = request.node.callspec.params["kept"].stem
    with closing(open_library(kept, moment)) as library:
        homes = [Scope(one.id) for one in library.reader.rows(Community)]
        scopes = [*(Scope(one.community, one.id) for one in library.reader.rows(Workshop)), *homes]
        for scope in scopes:
            while library.redo_label(scope):
                library.redo(scope)
        states: list[Held] = [held(kept)]
        done: list[Scope] = []
        while more := next((one for one in scopes if undone(library, one)), None):
            done.append(more)
            states.append(held(kept))
        assert len(done) == UNDOABLE.get(name, 1)
        for scope in reversed(done):
            assert held(kept) == states.pop()
            library.redo(scope)
        assert held(kept) == states.pop()
    assert library_check.check(kept).sound


def undone(library: Library, scope: Scope) -> bool:
    """Whether something was undone: not where something later needs it."""
    try:
        library.undo(scope)
    except Trouble as trouble:
        allowed = ("nothing-to-undo", "undo-conflict", "private-closed")
        if trouble.code not in allowed:
            raise
        return False
    return True


def test_striking_reaches_all_of_it(kept: Path, moment: StillMoment) -> None:
    """A person struck from an older library leaves its rows, its journal and its backup."""
    moment.pass_by(86400)
    with closing(open_library(kept, moment)) as library:
        goes = strike(library, [("person", ID["person"])])
        assert len(goes.backups) == len(backups(kept))
        assert goes.backups_removed == ()
    files = [path for path in kept.parent.rglob("*") if path.is_file()]
    assert len(files) >= 2
    for path in files:
        assert PERSON.encode() not in path.read_bytes(), path
    assert library_check.check(kept).sound
