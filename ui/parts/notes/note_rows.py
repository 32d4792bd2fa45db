"""The notes and groups in the zones of a run, found by their ids."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from app.kinds.ranked import Ranked
from app.library.rows import Cluster, Note


class NoteRows:
    """Notes and groups by id. They are gone through only once somebody asks for one."""

    def __init__(self, lying: Sequence[Ranked] = ()) -> None:
        """The rows of what lies in the zones."""
        self._lying = lying

    @cached_property
    def notes(self) -> Mapping[str, Note]:
        """Every note."""
        return {note.id: note for one in self._lying for note in one.notes}

    @cached_property
    def groups(self) -> Mapping[str, Cluster]:
        """Every group."""
        return {one.cluster.id: one.cluster for one in self._lying if one.cluster}

    def find(self, item: str) -> Note | Cluster | None:
        """The note or group with an id; None where there is none."""
        return self.notes.get(item) or self.groups.get(item)
