"""The first floor of a kind: what is set up, what is captured, and what it adds up to.

A kind is three modules of one name (``app/kinds``, ``ui/kinds``, ``exports/kinds``). Nothing asks
which kind it has: each floor's table, made by the constructor, is looked up by a block's ``kind``.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Generic, Protocol, TypeVar

import msgspec

from app.catalogue.catalogue import Catalogue
from app.catalogue.errors import CatalogueError
from app.catalogue.exercise_entries import Exercise
from app.library.library import Library
from app.library.reader import Reader
from app.workshop.running import Running

T = TypeVar("T")
U = TypeVar("U")
F = TypeVar("F", bound=msgspec.Struct)


class CaptureKind(Protocol):
    """What one kind of exercise sets up and captures."""

    @property
    def setup(self) -> type[msgspec.Struct]:
        """The shape of an exercise's ``[setup]``; every field has a default."""

    @property
    def setup_words(self) -> type[msgspec.Struct]:
        """The shape of its words in one language, ``[words.<language>.setup]``."""

    def faults(self, exercise: Exercise, catalogue: Catalogue) -> Iterator[CatalogueError]:
        """What is wrong with a setup of the right shape: ids nobody knows, words for none."""

    def targets(self, running: Running, reader: Reader) -> tuple[str, ...]:
        """Where a typed line can go, in order of Tab: zone, role or section ids.

        None where no typed line is wanted; decisions, actions and parked things are caught anyway.
        """

    def capture(self, library: Library, running: Running, target: str, text: str) -> None:
        """Keep what was typed or pasted in ``target``, one of the targets. Raises Trouble."""

    def count(self, reader: Reader, run: str) -> int:
        """How many things were captured in a run."""

    def facts(self, reader: Reader, running: Running) -> Sequence[msgspec.Struct]:
        """What a run adds up to: frozen structs that others take up by their type.

        Everything the facilitator may know is in them; whoever shows them keeps to its audience.
        """


def facts_of(found: Iterable[msgspec.Struct], form: type[F]) -> tuple[F, ...]:
    """Those of a run's facts that are of one type."""
    return tuple(one for one in found if isinstance(one, form))


NOTES = "talk"
"""The kind for which one that this Hearth does not know is taken, as a later one may have it."""


class KindTable(Generic[T]):
    """One floor's table: what there is of each kind, by its id.

    A kind that this Hearth does not know is taken for notes.
    """

    def __init__(self, known: Mapping[str, T], notes: str = NOTES) -> None:
        """The kinds ``known``; ``notes`` is the id of the one that stands for all others."""
        self._known = known
        self._notes = notes

    def __getitem__(self, kind: str) -> T:
        """What there is of a kind."""
        return self._known.get(kind, self._known[self._notes])

    def map(self, part: Callable[[T], U]) -> "KindTable[U]":
        """A table with the same ids that holds ``part(entry)`` for each entry of this one."""
        return KindTable({kind: part(one) for kind, one in self._known.items()}, self._notes)

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the kinds known, in order."""
        return tuple(self._known)


CaptureKinds = KindTable[CaptureKind]
"""The first floor's table."""
