"""Photographs of what was written on paper, kept with the run that it was written in."""

from collections.abc import Sequence

from app.library.attachments import attach, attachments_of
from app.library.library import Library
from app.library.reader import Reader
from app.library.rows import Attachment, Run
from app.library.writer import Writer
from app.workshop.planning import scope_of
from app.workshop.running import Running

MEDIA = "image/jpeg"
"""What each of them is kept as."""


def photographs_of(reader: Reader, run: Run) -> list[Attachment]:
    """The photographs of a run, in the order in which they came."""
    return [one for one in attachments_of(reader, run) if one.media == MEDIA]


def keep_photographs(
    library: Library, running: Running, taken: Sequence[tuple[str, bytes]]
) -> list[Attachment]:
    """Keep photographs (name, bytes of a JPEG) that came at once, as one change.

    Raises Trouble: ``too-large``, ``gone`` where their run went meanwhile; none is kept then.
    """
    with library.change("photograph-add", scope_of(running.workshop)) as writer:
        run = writer.change(running.run)
        return [_keep(library, writer, run, name, data) for name, data in taken]


def remove_photograph(library: Library, running: Running, photograph: Attachment) -> None:
    """Take a photograph away. Undo brings it back."""
    with library.change("photograph-remove", scope_of(running.workshop)) as writer:
        writer.remove(photograph)


def _keep(library: Library, writer: Writer, run: Run, name: str, data: bytes) -> Attachment:
    return attach(writer, library.moment.new_id(), run, name, MEDIA, data)
