"""What notes bear besides their words, said in small words: a colour of their own, who said them,
for whom they are."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.colours import note_colour
from app.library.audience import AUDIENCES
from app.library.reader import Reader
from app.library.rows import Note, Person
from app.words import Words


@dataclass(frozen=True)
class NoteMarks:
    """Says it of the notes of a block that is for an audience (``block``)."""

    words: Words
    reader: Reader
    block: str

    def of(self, note: Note) -> str:
        """What a note bears; mostly nothing."""
        return " · ".join(self._said(note))

    def _said(self, note: Note) -> Iterator[str]:
        if note.colour:
            yield self.words(f"kinds.colour.{note_colour(note.colour)}")
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
