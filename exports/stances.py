"""How people stood to a charter: a bar of counts, the counts in words, reservations as said."""

from datetime import date

from app.charter.versions import Agreement
from app.library.rows import Version
from app.words import Words
from app.workshop.rounds import STANCES
from exports.page import Box, Bullets, Figure, Heading, Label, Paragraph, Piece, Shape, Table, spans

WIDTH, HEIGHT = 500.0, 34.0
COLOURS = {
    "wholehearted": "#1D6A6A",
    "fine": "#80B5AE",
    "reservation": "#E7AF4B",
    "cannot": "#A83F23",
}
ON = {"wholehearted": "#FFFFFF", "fine": "#1F2A33", "reservation": "#1F2A33", "cannot": "#FFFFFF"}


def stance_sentence(words: Words, agreement: Agreement) -> str:
    """The counts as people say them: "11 wholehearted, 4 fine with it, 1 away"."""
    counts = agreement.counts
    said = [
        words(f"paper.stance-{stance}", n=counts[stance])
        for stance in STANCES
        if counts.get(stance)
    ]
    return ", ".join(said)


def stance_pieces(words: Words, version: Version, agreement: Agreement) -> tuple[Piece, ...]:
    """A figure of the stances, the trial date, and the reservations word for word."""
    pieces: list[Piece] = [Heading(3, words("paper.stances-to", n=version.number))]
    if agreement.counted:
        pieces.append(_figure(words, agreement))
    if version.until:
        until = words.day(date.fromisoformat(version.until))
        pieces.append(Paragraph(spans(words("paper.tried-until", date=until))))
    if agreement.reservations:
        pieces.append(Paragraph(spans(words("paper.reservations-kept"))))
        pieces.append(
            Bullets(tuple(spans(_quoted(words, one.text)) for one in agreement.reservations))
        )
    return tuple(pieces)


def _quoted(words: Words, text: str) -> str:
    return words("paper.quoted", text=text)


def _figure(words: Words, agreement: Agreement) -> Figure:
    shapes: list[Shape] = []
    left = 0.0
    shown = [stance for stance in STANCES if stance != "away" and agreement.counts.get(stance)]
    for stance in shown:
        width = WIDTH * agreement.counts[stance] / agreement.counted
        # An edge between the parts: in black and white two of them are alike.
        shapes.append(
            Box(left, 0, width, HEIGHT - 12, fill=COLOURS[stance], stroke="#FFFFFF", line=1.5)
        )
        number = str(agreement.counts[stance])
        shapes.append(Label(left + 5, 5, width - 8, number, 9, True, ON[stance], lines=1))
        left += width
    sentence = stance_sentence(words, agreement)
    rows = tuple(
        (words(f"paper.stance-name-{stance}"), str(agreement.counts.get(stance, 0)))
        for stance in STANCES
    )
    return Figure(
        WIDTH,
        HEIGHT - 10,
        tuple(shapes),
        words("paper.stances-alternative", said=sentence),
        words("paper.stances-caption", said=sentence),
        Table((words("paper.stance"), words("paper.people")), rows, (0.7, 0.3)),
    )
