"""Attachments: bytes once, as long as anything names them, and not a day longer."""

import pytest

from app.library import attachments
from app.library.attachments import attach, attachments_of, contents, sweep
from app.library.journal import Scope
from app.library.library import Library
from app.library.rows import Attachment, Note
from tests.app.library.settings import add, community, note, trouble


@pytest.fixture
def row(library: Library) -> Note:
    """A note to keep files with."""
    home = community(library)
    kept = note(library, home.id, "one")
    add(library, home, kept)
    return kept


def kept(library: Library, row: Note, data: bytes, name: str = "wall.png") -> Attachment:
    """Keep a file with a note."""
    with library.change("attach") as writer:
        return attach(writer, library.moment.new_id(), row, name, "image/png", data)


def blobs(library: Library) -> int:
    """How many contents are stored."""
    return library.reader.number("SELECT count(*) FROM blob")


def swept(library: Library) -> int:
    """Sweep, as the library's upkeep does."""
    with library.upkeep() as (connection, _):
        connection.execute("BEGIN IMMEDIATE")
        gone = sweep(connection)
        connection.execute("COMMIT")
    return gone


def test_bytes_come_back_as_they_were(library: Library, row: Note) -> None:
    data = bytes(range(256)) * 40
    attachment = kept(library, row, data)
    assert attachments_of(library.reader, row) == [attachment]
    assert contents(library.reader, attachment) == data
    assert kept(library, row, b"").hash != attachment.hash


def test_equal_bytes_are_stored_once(library: Library, row: Note) -> None:
    kept(library, row, b"same", "one.png")
    kept(library, row, b"same", "two.png")
    assert blobs(library) == 1
    assert [one.name for one in attachments_of(library.reader, row)] == ["one.png", "two.png"]


def test_undo_takes_the_file_and_redo_brings_it_back(library: Library, row: Note) -> None:
    attachment = kept(library, row, b"data")
    library.undo(Scope())
    assert attachments_of(library.reader, row) == []
    assert swept(library) == 0, "the journal still names it"
    library.redo(Scope())
    assert contents(library.reader, attachment) == b"data"


def test_bytes_go_when_nothing_names_them(library: Library, row: Note) -> None:
    attachment = kept(library, row, b"data")
    with library.change("detach") as writer:
        writer.remove(attachment)
    assert swept(library) == 0
    with library.change("there-and-back") as writer:
        writer.remove(attach(writer, "x", row, "x.png", "image/png", b"nothing names this"))
    assert blobs(library) == 2
    assert swept(library) == 1
    assert blobs(library) == 1


def test_all_or_nothing(library: Library, row: Note) -> None:
    def half() -> None:
        with library.change("attach") as writer:
            attach(writer, "x", row, "x.png", "image/png", b"data")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half()
    assert blobs(library) == 0


def test_too_large_a_file_is_refused(
    library: Library, row: Note, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attachments, "MOST", 1024 * 1024)
    with trouble("too-large"):
        kept(library, row, b"x" * (1024 * 1024 + 1))
    assert blobs(library) == 0


def test_bytes_that_changed_are_not_handed_out(library: Library, row: Note) -> None:
    attachment = kept(library, row, b"data")
    with library.upkeep() as (connection, _):
        connection.execute("UPDATE blob SET data = x'00'")
    with trouble("damaged"):
        contents(library.reader, attachment)
    with library.upkeep() as (connection, _):
        connection.execute("DELETE FROM blob")
    with trouble("damaged"):
        contents(library.reader, attachment)


def test_a_file_as_large_as_may_be(
    library: Library, row: Note, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attachments, "MOST", 2 * 1024 * 1024)
    kept(library, row, b"x" * 2 * 1024 * 1024)
    with trouble("too-large"):
        kept(library, row, b"x" * (2 * 1024 * 1024 + 1))
    assert blobs(library) == 1
