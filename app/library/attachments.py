"""Attachments: files kept with a row, their bytes once in the library under their hash.

Taking an attachment away takes its row; the bytes stay as long as a row or the journal names them,
so that undo brings the file back. What nothing names any more, :func:`sweep` removes.
"""

import hashlib
import sqlite3

from app.library.reader import Reader
from app.library.row import Row
from app.library.rows import Attachment
from app.library.trouble import Trouble
from app.library.writer import Writer

MOST = 32 * 1024 * 1024
"""The largest file that is kept, in bytes: the library stays one that can be carried about."""

NEEDLESS = (
    "SELECT hash FROM blob WHERE hash NOT IN (SELECT hash FROM attachment)"
    " AND hash NOT IN (SELECT json_extract(before, '$.hash') FROM entry"
    " WHERE tbl = 'attachment' AND before IS NOT NULL)"
    " AND hash NOT IN (SELECT json_extract(after, '$.hash') FROM entry"
    " WHERE tbl = 'attachment' AND after IS NOT NULL)"
)
"""SQL: the hashes of bytes that neither a row nor the journal names."""


def attach(writer: Writer, id: str, owner: Row, name: str, media: str, data: bytes) -> Attachment:  # noqa: A002
    """Keep a file with ``owner``, in a change. ``media`` is its media type ("image/png").

    Raises Trouble: ``too-large`` (``most``: megabytes).
    """
    if len(data) > MOST:
        raise Trouble("too-large", most=MOST // 1024 // 1024)
    digest = hashlib.sha256(data).hexdigest()
    writer.keep_blob(digest, data)
    return writer.add(
        Attachment(
            id=id,
            owner_table=owner.table,
            owner=str(getattr(owner, owner.key[0])),
            hash=digest,
            name=name,
            media=media,
        )
    )


def attachments_of(reader: Reader, owner: Row) -> list[Attachment]:
    """The files kept with a row, in the order they came."""
    key = str(getattr(owner, owner.key[0]))
    return reader.rows(Attachment, owner_table=owner.table, owner=key)


def contents(reader: Reader, attachment: Attachment) -> bytes:
    """An attachment's bytes. Raises Trouble (``damaged``) when they are not what they were."""
    data = reader.blob(attachment.hash)
    if data is None or hashlib.sha256(data).hexdigest() != attachment.hash:
        raise Trouble("damaged", path=attachment.name)
    return data


def sweep(connection: sqlite3.Connection) -> int:
    """Remove the bytes that nothing names, in a transaction that is open. Gives how many."""
    return connection.execute(f"DELETE FROM blob WHERE hash IN ({NEEDLESS})").rowcount
