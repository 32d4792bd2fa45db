"""What every row struct of the library is made from."""

from typing import ClassVar

import msgspec


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A row of a table whose key is ``id``."""

    table: ClassVar[str] = ""
    key: ClassVar[tuple[str, ...]] = ("id",)
