"""What a catalogue has much of, decoded when somebody first asks for it.

The first window needs none of the exercises, and waits for none of them.
"""

from collections.abc import Sequence
from typing import TypeVar, overload

import msgspec

T = TypeVar("T")


class Entries(Sequence[T]):
    """A sequence whose entries are there once they are first asked for."""

    @property
    def entries(self) -> tuple[T, ...]:
        """What it holds."""
        raise NotImplementedError

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[T]: ...
    def __getitem__(self, at: int | slice) -> T | Sequence[T]:
        """The entry at a place, or several."""
        return self.entries[at]

    def __len__(self) -> int:
        """How many there are."""
        return len(self.entries)

    def __eq__(self, other: object) -> bool:
        """The same entries in the same order, packed or not."""
        if isinstance(other, Entries):
            return self.entries == other.entries
        return self.entries == other

    def __hash__(self) -> int:
        """As its entries are."""
        return hash(self.entries)


class Packed(Entries[T]):
    """A sequence still packed as JSON until it is first read."""

    def __init__(self, packed: bytes, form: type[tuple[T, ...]]) -> None:
        """``packed``: JSON of that ``form``, which the build step wrote."""
        self._packed = packed
        self._form = form
        self._entries: tuple[T, ...] | None = None

    @property
    def entries(self) -> tuple[T, ...]:
        """What it holds."""
        if self._entries is None:
            self._entries = msgspec.json.decode(self._packed, type=self._form)
            self._packed = b""
        return self._entries


class Joined(Entries[T]):
    """A sequence before another, which may still be packed."""

    def __init__(self, first: Sequence[T], rest: Sequence[T]) -> None:
        """``first``, then ``rest``."""
        self._first, self._rest = first, rest
        self._entries: tuple[T, ...] | None = None

    @property
    def entries(self) -> tuple[T, ...]:
        """What both hold."""
        if self._entries is None:
            self._entries = (*self._first, *self._rest)
        return self._entries
