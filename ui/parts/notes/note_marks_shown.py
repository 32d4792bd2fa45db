"""What notes bear besides their words, said in small words: a colour of their own, who said them,
in which group, for whom they are."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.colours import note_colour
from app.library.audience import AUDIENCES
from app.library.reader import Reader
from app.library.rows import Note, Person
from app.words import Words
from app.workshop.group_names import group_names
from app.workshop.running import Running


@dataclass(frozen=True)
class NoteMarks:
    """Says it of the notes of a block that is for an audience (``block``); ``groups`` are the names
    of those who wrote apart, by their ids."""

    words: Words
    reader: Reader
    block: str
    groups: Mapping[str, str]

    @staticmethod
    def of_run(words: Words, reader: Reader, running: Running) -> "NoteMarks":
        """Of the notes of a run."""
        block = running.block
        groups = group_names(reader, words, running.workshop) if block.in_groups else {}
        return NoteMarks(words, reader, block.audience, groups)

    def like(self, other: "NoteMarks") -> bool:
        """Whether a note bears the same, said by either."""
        return (self.block, self.groups) == (other.block, other.groups)

    def of(self, note: Note) -> str:
        """What a note bears; mostly nothing."""
        return " · ".join(self._said(note))

    def _said(self, note: Note) -> Iterator[str]:
        if note.colour:
            yield self.words(f"kinds.colour.{note_colour(note.colour)}")
        group = self.groups.get(note.room_group or "")
        if group:
            yield group
        author = self.reader.find(Person, note.author) if note.author else None
        if author is not None:
            yield author.name
        if note.audience != self.block:
            if note.audience not in AUDIENCES:
                yield self.words("kinds.only.facilitator")
            elif _rank(note.audience) < _rank(self.block):
                yield self.words(f"kinds.only.{note.audience}")


def _rank(audience: str) -> int:
    return AUDIENCES.index(audience) if audience in AUDIENCES else 0
