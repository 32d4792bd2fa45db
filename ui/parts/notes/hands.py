"""What is done with notes, each gesture through the app; trouble is said in one sentence."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from app.kinds.sorting import (
    gather_notes,
    place_all,
    remove_notes,
    shift_notes,
    ungather,
)
from app.library.library import Library
from app.library.rows import Cluster, Note
from app.workshop.running import Running
from ui.attempt import attempt
from ui.parts.striking import ask_and_strike
from ui.world import World


class Hands:
    """Acts on the notes of one run. Every act gives whether it was done."""

    def __init__(self, world: World, running: Callable[[], Running]) -> None:
        """``running`` gives the run as it now is."""
        self._world, self._running = world, running

    def gather(self, notes: Sequence[Note], into: Cluster | str) -> bool:
        """Gather notes into a group, or into a new one of that title."""
        return self._do(lambda: gather_notes(self._library, self._running(), notes, into))

    def ungather(self, notes: Sequence[Note], groups: Sequence[Cluster]) -> bool:
        """Take notes out of their group, and groups apart."""
        return self._do(lambda: ungather(self._library, self._running(), notes, groups))

    def remove(self, notes: Sequence[Note], groups: Sequence[Cluster]) -> bool:
        """Take notes away, and groups apart."""
        return self._do(lambda: remove_notes(self._library, self._running(), notes, groups))

    def shift(self, notes: Sequence[Note], by: int) -> bool:
        """Move notes one place earlier (-1) or later (1)."""
        return self._do(lambda: shift_notes(self._library, self._running(), notes, by))

    def place(
        self,
        notes: Sequence[Note],
        groups: Sequence[Cluster],
        zone: str,
        *,
        before: Note | None = None,
        group: Cluster | None = None,
    ) -> bool:
        """Put notes and groups into a zone; notes before another one, in a group or in none."""
        return self._do(
            lambda: place_all(
                self._library,
                self._running(),
                notes,
                zone,
                clusters=groups,
                before=before,
                cluster=group,
            )
        )

    def strike(self, parent: QWidget, notes: Sequence[Note]) -> bool:
        """Strike notes from the record, once the person has read what goes."""
        text = "; ".join(note.text for note in notes)
        places = [("note", note.id) for note in notes]
        return ask_and_strike(self._world, parent, places, text)

    @property
    def _library(self) -> Library:
        return self._world.library

    def _do(self, action: Callable[[], object]) -> bool:
        return attempt(self._world, action)
