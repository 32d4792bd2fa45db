"""A community with something in every table, every column of it filled; and what is private."""

from typing import Any

import msgspec

from app.catalogue.own_exercise import OWN
from app.exchange.community_file import EVERY
from app.exchange.encode import encode, gather
from app.exchange.without_private import without_private
from app.library import rows
from app.library.attachments import attach
from app.library.journal import Scope
from app.library.library import Library
from app.library.reader import R
from app.library.row import Row
from app.library.writer import Writer
from app.moment import stamp
from tests.app.library.filled import filled

PRIVATE = "nobody may read this elsewhere"
PICTURE = b"\x89PNG and the rest of it"
_SAID: dict[type[Row], dict[str, Any]] = {
    rows.Round: {"form": "dots", "private": False},
    rows.Naming: {"answer": "yes"},
}
"""Cells that are not filled by rule."""


def exported(library: Library, community: str, *, private: bool = True) -> bytes:
    """A community's file, read at one instant."""
    with library.snapshot() as reader:
        whole = gather(reader, community)
    return encode(whole if private else without_private(whole))


class Whole:
    """What was written: a row of each table."""

    def __init__(self, library: Library) -> None:
        """Write it all into ``library``."""
        self._library = library
        self._now = stamp(library.moment.now())
        self._rows: dict[type[Row], Row] = {}
        with library.change("whole", Scope()) as writer:
            for kind in EVERY:
                if kind not in (rows.Attachment, rows.ClosedTally):
                    self._rows[kind] = writer.add(self._filled(kind))
            own = f"{OWN}{self.row(rows.OwnExercise).id}"
            self._rows[rows.Block] = writer.change(self.row(rows.Block), exercise=own)
            note = self.row(rows.Note)
            self._rows[rows.Attachment] = attach(
                writer, library.moment.new_id(), note, "wall.png", "image/png", PICTURE
            )
            self.stances = self._round(writer, version=self.row(rows.Version).id)
            self._count(writer, self.stances, "", 7)
            writer.change(self.stances, closed=self._now)
            self._keep_private(writer)
        with library.keep() as kept:
            kept.put(rows.Draft(place="capture", text=PRIVATE, at=self._now))

    @property
    def id(self) -> str:
        """The community's id."""
        return self.row(rows.Community).id

    def row(self, kind: type[R]) -> R:
        """The row of a table."""
        row = self._rows[kind]
        assert isinstance(row, kind)
        return row

    def _filled(self, kind: type[Row]) -> Row:
        row = filled(kind, self._rows, self._now, self._library.moment.new_id())
        return msgspec.structs.replace(row, **_SAID.get(kind, {}))

    def _round(
        self, writer: Writer, *, run: str | None = None, version: str | None = None
    ) -> rows.Round:
        """A private round, open."""
        return writer.add(
            rows.Round(
                id=self._library.moment.new_id(),
                run=run,
                version=version,
                form="answers" if run else "stances",
                private=True,
                opened=self._now,
            )
        )

    def _count(self, writer: Writer, one: rows.Round, item: str, number: int) -> None:
        writer.put(rows.Tally(round=one.id, item=item, value="fine", number=number))
        writer.put(rows.Answered(round=one.id, person=self.row(rows.Person).id))

    def _keep_private(self, writer: Writer) -> None:
        """What stays: a name that was no yes, a round that is open, who has answered."""
        new_id = self._library.moment.new_id
        run = self.row(rows.Run).id
        other = writer.add(rows.Person(id=new_id(), name=PRIVATE, created=self._now))
        for said in ("named", "asked", "not-now", "privately"):
            writer.add(
                rows.Naming(id=new_id(), run=run, role="sponsor", person=other.id, answer=said)
            )
        self.still_open = self._round(writer, version=self.row(rows.Version).id)
        self.answers = self._round(writer, run=run)
        self._count(writer, self.still_open, PRIVATE, 1)
        self._count(writer, self.answers, "a-question", 3)
        writer.change(self.answers, closed=self._now)
