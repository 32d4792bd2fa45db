"""What stands on top of a charter: its title, the body above, who approves, who takes part."""

from datetime import date
from typing import NotRequired, TypedDict, Unpack

import msgspec

from app.charter.clauses import LONGEST_HEADING
from app.library.charter_rows import FrozenHead
from app.library.journal import Scope
from app.library.library import Library
from app.library.reader import Reader
from app.library.rows import CharterHead, Version
from app.typed_text import one_line


class HeadSaid(TypedDict):
    """What a community says on top of its charter."""

    title: str
    parent_body: str
    approver: str
    quorum: int
    voters: str
    signatures: bool
    renew_on: NotRequired[date | None]


def head_row(reader: Reader, community: str) -> CharterHead | None:
    """What was said on top of the draft; None where nothing was."""
    return next(iter(reader.rows(CharterHead, order="id", community=community)), None)


def draft_head(reader: Reader, community: str) -> FrozenHead | None:
    """The draft's head as a version would freeze it; None where nothing was said."""
    row = head_row(reader, community)
    if row is None:
        return None
    found = FrozenHead(
        title=row.title,
        parent_body=row.parent_body,
        approver=row.approver,
        rule=row.rule,
        quorum=row.quorum,
        voters=row.voters,
        signatures=row.signatures,
        renew_on=date.fromisoformat(row.renew_on) if row.renew_on else None,
    )
    return None if found == FrozenHead() else found


def frozen_head(version: Version) -> FrozenHead:
    """What stood on top of a version."""
    return msgspec.json.decode(version.head, type=FrozenHead)


def write_head(library: Library, scope: Scope, **said: Unpack[HeadSaid]) -> CharterHead:
    """Say what stands on top of the charter; the rule of agreement stays as it is. Raises Trouble
    (``too-long``)."""
    if scope.community is None:
        raise ValueError("a charter belongs to a community")
    day = said.get("renew_on")
    with library.change("charter-head", scope) as writer:
        row = head_row(writer, scope.community)
        if row is None:
            row = writer.add(CharterHead(id=library.moment.new_id(), community=scope.community))
        return writer.change(
            row,
            title=one_line(said["title"], LONGEST_HEADING),
            parent_body=one_line(said["parent_body"], LONGEST_HEADING),
            approver=one_line(said["approver"], LONGEST_HEADING),
            voters=one_line(said["voters"]),
            quorum=said["quorum"],
            signatures=said["signatures"],
            renew_on=day.isoformat() if day else None,
        )
