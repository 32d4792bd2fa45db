"""A query that is the same for one community, for some of them, and for all."""

from collections.abc import Sequence

import msgspec

from app.library.reader import Cell, Reader


class Queries:
    """Asks the library the same of some communities and of all of them."""

    def __init__(self, reader: Reader, only: Sequence[str] | None) -> None:
        """``only``: the ids of the communities; None for all there are."""
        self.reader = reader
        self.only = only

    def cells(self, sql: str, column: str = "community") -> list[tuple[Cell, ...]]:
        """The cells of ``sql``, whose ``{and_one}`` narrows it to those communities, if any."""
        if self.only is None:
            return self.reader.cells(sql.format(and_one=""))
        if len(self.only) == 1:
            return self.reader.cells(sql.format(and_one=f"AND {column} = ?"), self.only[0])
        wanted = f"AND {column} IN (SELECT value FROM json_each(?))"
        names = msgspec.json.encode(self.only).decode()
        return self.reader.cells(sql.format(and_one=wanted), names)

    def counts(self, sql: str) -> dict[str, int]:
        """A count for each community."""
        return {str(one): int(number or 0) for one, number in self.cells(sql)}
