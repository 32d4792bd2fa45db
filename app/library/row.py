"""What every row struct of the library is made from, and what it declares of its table."""

from collections.abc import Callable
from typing import Any, ClassVar, TypeVar

import msgspec


class Travels(msgspec.Struct, frozen=True):
    """Which rows of a table leave in a community file; without anything said, all of them.

    ``leaves`` tells it of a row, and ``column`` is the one to look at where it does not; ``why``
    says it for people.
    """

    column: str = ""
    leaves: Callable[[Any], bool] | None = None
    why: str = ""

    def takes(self, row: object) -> bool:
        """Whether this row leaves."""
        return self.leaves is None or self.leaves(row)


class Stays(msgspec.Struct, frozen=True):
    """No row of the table ever leaves in a community file; ``what`` they are, for people."""

    what: str


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """What a table is, beside its columns: all that the rest of the library derives from it.

    - ``by``: the columns by whose rows it belongs to a community: one that names the community, or
      a row that belongs to one (several: any of them that is filled). Without any, its rows belong
      to the library, and leave with a community that names them (people).
    - ``kept``: written through ``library.keep``, outside the journal, never undone. ``private``:
      answers of private rounds (:mod:`app.library.private`); those of rounds that are open go into
      the table ``once_closed`` when they are closed.
    - ``indexed``: columns by which rows are looked up.
    - ``searched``: columns whose words a search finds.
    - ``struck``: what a row says; not empty where rows can be struck from the record.
    - ``read_with``: the column of a row than which this one is read no wider; together with a
      column of the type Mark it says whose audience the table has.
    - ``room_reads``: whoever was in the room may read its rows, which carry no mark. A table that
      says neither is for the facilitator alone.
    - ``own``: columns in which people note something for themselves. They and what is for the
      facilitator alone are in a community file only when that is asked for.
    - ``outlives``: columns whose rows it does without: when those are deleted, it stays and names
      them no more, as long as something is left that it belongs by.
    - ``travels``: which rows leave in a community file.
    """

    by: tuple[str, ...] = ()
    kept: bool = False
    private: bool = False
    once_closed: str | None = None
    indexed: tuple[tuple[str, ...], ...] = ()
    searched: tuple[str, ...] = ()
    struck: tuple[str, ...] = ()
    read_with: str | None = None
    room_reads: bool = False
    own: tuple[str, ...] = ()
    outlives: tuple[str, ...] = ()
    travels: Travels | Stays = Travels()


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A row of a table whose key is ``id``."""

    table: ClassVar[str] = ""
    key: ClassVar[tuple[str, ...]] = ("id",)
    declared: ClassVar[Table] = Table()


R = TypeVar("R", bound=Row)


def without_own(row: R) -> R:
    """A row without what people noted in it for themselves."""
    return msgspec.structs.replace(row, **dict.fromkeys(row.declared.own, ""))
