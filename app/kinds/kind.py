"""The first floor of a kind: what is captured, and what it adds up to.

A kind is three modules of one name (``app/kinds``, ``ui/kinds``, ``exports/kinds``). Nothing asks
which kind it has: each floor's table, made by the constructor, is looked up by a block's ``kind``.
"""

from collections.abc import Mapping
from typing import Protocol

import msgspec

from app.catalogue.recipe import Recipe
from app.library.library import Library
from app.library.reading import Reader
from app.library.rows import Block, Community, Run, Workshop


class Running(msgspec.Struct, frozen=True):
    """A run of a block, with all that it belongs to, and the recipe it follows."""

    community: Community
    workshop: Workshop
    block: Block
    run: Run
    recipe: Recipe


class Kind(Protocol):
    """What one kind of exercise captures."""

    def targets(self, running: Running, reader: Reader) -> tuple[str, ...]:
        """Where a typed line can go, in order of Tab: zone, role or section ids; never empty."""

    def capture(self, library: Library, running: Running, target: str, text: str) -> None:
        """Keep one typed line in ``target``. Raises :class:`app.library.trouble.Trouble`."""

    def count(self, reader: Reader, run: str) -> int:
        """How many things were captured in a run."""


Kinds = Mapping[str, Kind]
