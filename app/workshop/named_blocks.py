"""Which exercise or interlude of the catalogue a title names, in any language."""

from collections.abc import Sequence

import msgspec

from app.catalogue.catalogue import Catalogue
from app.folding import fold
from app.words import Words
from app.workshop.interludes import usual_minutes

LIKE = ("arrivals", "welcome", "lunch", "break", "meal", "energizer", "goodbye")
"""Interludes that people call otherwise as well."""


class Named(msgspec.Struct, frozen=True):
    """What a title names, by its id, and how long that usually is; nothing where it names none."""

    exercise: str = ""
    interlude: str = ""
    minutes: int = 0

    @property
    def known(self) -> bool:
        """Whether it names something."""
        return bool(self.exercise or self.interlude)


class NamedBlocks:
    """The names of the catalogue, as they are compared with what somebody wrote."""

    def __init__(self, catalogue: Catalogue, readers: Sequence[Words]) -> None:
        """With what each language calls things."""
        self._named: dict[str, Named] = {}
        for interlude in catalogue.interludes:
            named = Named(interlude=interlude.id, minutes=usual_minutes(catalogue, interlude.id))
            called = [one.title for one in interlude.words.values()]
            if interlude.id in LIKE:
                for words in readers:
                    called += words(f"agenda_paste.like.{interlude.id}").split(",")
            self._call(called, named)
        for exercise in catalogue.exercises:
            named = Named(exercise=exercise.id, minutes=exercise.minutes.usual)
            self._call([one.name for one in exercise.words.values()], named)
        self._ends = {
            fold(one) for words in readers for one in words("agenda_paste.ends").split(",")
        }

    def find(self, title: str) -> Named:
        """What a title names: all of it, or what stands before a mark, as in "Lunch (served)"."""
        whole = self._named.get(fold(title))
        if whole is not None:
            return whole
        for mark in ("(", "[", ":", " – ", " — ", " - ", ",", ";", "/"):
            before = title.partition(mark)[0]
            if before != title and (found := self._named.get(fold(before))) is not None:
                return found
        return Named()

    def ends(self, title: str) -> bool:
        """Whether a title says that all is over."""
        return fold(title) in self._ends

    def _call(self, names: Sequence[str], named: Named) -> None:
        for name in names:
            self._named.setdefault(fold(name), named)
