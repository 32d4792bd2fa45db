"""Rows that a cell mentions: their key stands in it after a beginning, and they may be gone.

Unlike a :class:`app.library.columns.Ref` nothing holds them: a block has its own copy of all that
it needs, and goes on saying which exercise that was copied from when there is no such exercise any
more.
"""

import msgspec


class Mentions(msgspec.Struct, frozen=True):
    """Said of a column: after ``begins`` stands the key of a row of the ``table``."""

    table: str
    begins: str

    def key_in(self, cell: object) -> str | None:
        """The key that stands in a cell, if any does."""
        if isinstance(cell, str) and cell.startswith(self.begins):
            return cell.removeprefix(self.begins)
        return None
