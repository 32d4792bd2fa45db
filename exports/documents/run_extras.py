"""What a summary says of a run whatever its kind: what each group wrote, and photographs of what
was written on paper."""

from io import BytesIO

from app.library.attachments import contents
from app.library.reader import Reader
from app.library.rows import Attachment, Note
from app.library.trouble import Trouble
from app.text_direction import join_isolated
from app.workshop.group_names import group_name
from app.workshop.groups import groups_of
from app.workshop.photographs import photographs_of
from app.workshop.titles import title_in
from exports.kinds.report import ReportedRun, listed
from exports.page import Heading, Paragraph, Photograph, Piece, Span


def group_pieces(run: ReportedRun) -> list[Piece]:
    """The notes once more, group by group: what one group saw is read together."""
    notes, words, workshop = run.readable(Note), run.words, run.running.workshop
    if not any(note.room_group for note in notes.values()):
        return []
    pieces: list[Piece] = [Heading(3, words("paper.by-group"))]
    for group in groups_of(run.reader, workshop):
        wrote = [note for note in notes.values() if note.room_group == group.row.id]
        if wrote:
            taker = group.row.note_taker
            about = (group.row.place, words("paper.note-taker", name=taker) if taker else "")
            beside = join_isolated([one for one in about if one])
            name = Span(group_name(words, group), strong=True)
            pieces.append(Paragraph((name, Span(f" · {beside}")) if beside else (name,)))
            pieces.append(listed(wrote, words))
    return pieces


def photograph_pieces(run: ReportedRun) -> list[Piece]:
    """The photographs of a run, each a figure; one that cannot be shown is left out."""
    kept = photographs_of(run.reader, run.running.run)
    found = [piece for one in kept if (piece := _piece(run.reader, one)) is not None]
    title, words = title_in(run.running.block, run.words.language), run.words
    pieces: list[Piece] = []
    for at, (data, width, height, grey) in enumerate(found, start=1):
        facts = {"at": at, "n": len(found), "block": title}
        alternative = words("paper.photograph-alternative", **facts)
        caption = words("paper.photograph-caption", **facts)
        pieces.append(Photograph(data, width, height, grey, alternative, caption))
    return pieces


def _piece(reader: Reader, photograph: Attachment) -> tuple[bytes, int, int, bool] | None:
    """A photograph's bytes, its width and height in pixels, and whether it has no colours."""
    # Here: it takes long to load, and most summaries have none.
    from PIL import Image, UnidentifiedImageError

    try:
        data = contents(reader, photograph)
        with Image.open(BytesIO(data), formats=("JPEG",)) as image:
            shown = image.mode in ("RGB", "L")
            return (data, image.width, image.height, image.mode == "L") if shown else None
    except (Trouble, UnidentifiedImageError, Image.DecompressionBombError, OSError):
        return None
