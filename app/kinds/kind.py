"""The first floor of a kind: what is captured, and what it adds up to.

A kind is three modules of one name (``app/kinds``, ``ui/kinds``, ``exports/kinds``). Nothing asks
which kind it has: each floor's table, made by the constructor, is looked up by a block's ``kind``.
"""

from collections.abc import Mapping
from typing import Protocol

from app.library.library import Library
from app.library.reading import Reader
from app.workshop.running import Running


class Kind(Protocol):
    """What one kind of exercise captures."""

    def targets(self, running: Running, reader: Reader) -> tuple[str, ...]:
        """Where a typed line can go, in order of Tab: zone, role or section ids; never empty."""

    def capture(self, library: Library, running: Running, target: str, text: str) -> None:
        """Keep what was typed or pasted in ``target``. Raises Trouble."""

    def count(self, reader: Reader, run: str) -> int:
        """How many things were captured in a run."""


Kinds = Mapping[str, Kind]
