"""How people stood to a charter: a bar of counts, the counts in words, reservations as said."""

from collections.abc import Collection, Mapping

from app.catalogue.catalogue import Catalogue
from app.charter.asked_sections import asked_sections
from app.charter.versions import Agreement
from app.charter.whole_told import whole_told
from app.diagram import Box, Colour, Diagram, Label, Shape
from app.words import Words
from app.workshop.rounds import STANCES
from exports.agreement_words import (
    named_sentence,
    rule_sentence,
    section_lines,
    whole_sentence,
)
from exports.facts.agreement_facts import AnswersTold
from exports.facts.charter_document import VersionFacts
from exports.page import Bullets, Figure, Heading, Paragraph, Piece, Table, spans

WIDTH, HEIGHT = 500.0, 24.0
SIZE, LETTER = 9.0, 5.3
"""The type size in the bar, and about how wide a strong letter of it is."""
BESIDE = 5.0
COLOURS: Mapping[str, Colour] = {
    "wholehearted": "teal",
    "fine": "teal-pale",
    "reservation": "amber",
    "cannot": "ember",
}
ON: Mapping[str, Colour] = {
    "wholehearted": "paper",
    "fine": "note-ink",
    "reservation": "note-ink",
    "cannot": "paper",
}


def stance_sentence(words: Words, agreement: Agreement) -> str:
    """The counts as people say them: "11 wholehearted, 4 fine with it, 1 away"; of replies in
    private, what a paper may tell."""
    return whole_sentence(words, whole_told(agreement, on_paper=True))


def stance_pieces(
    words: Words,
    version: VersionFacts,
    agreement: Agreement,
    names: Mapping[str, str] | None = None,
) -> tuple[Piece, ...]:
    """A figure of the stances and of how many asked they are, a sentence where people are told
    together; the trial date, and the reservations word for word; with a name (``names``, by id)
    where somebody wishes it.

    Nothing where nobody was asked yet.
    """
    sentence = stance_sentence(words, agreement)
    pieces: list[Piece] = []
    told = whole_told(agreement, on_paper=True)
    half = 0 < agreement.counted < version.asked
    if agreement.counted and told.exact:
        pieces.append(_figure(words, agreement, sentence))
    elif sentence and not (told.few and half and not told.away):
        pieces.append(Paragraph(spans(words("paper.stances-caption", said=sentence))))
    if half:
        # Half a room is not all of it.
        said = words("paper.took-a-stance", n=agreement.counted, of=version.asked)
        pieces.append(Paragraph(spans(said)))
    if version.until:
        until = words.day(version.until)
        pieces.append(Paragraph(spans(words("paper.tried-until", date=until))))
    if agreement.reservations:
        pieces.append(Paragraph(spans(words("paper.reservations-kept"))))
        pieces.append(
            Bullets(
                tuple(
                    spans(_quoted(words, one.text, (names or {}).get(one.said_by or "", "")))
                    for one in agreement.reservations
                )
            )
        )
    if not pieces:
        return ()
    return (Heading(3, words("paper.stances-to", n=version.number)), *pieces)


def answer_pieces(
    words: Words, catalogue: Catalogue, answers: AnswersTold, hidden: Collection[str]
) -> tuple[Piece, ...]:
    """How the count stands to the rule, who wishes to be named, and how people stand to each
    section that the readers may read whole (``hidden``: the others)."""
    pieces: list[Piece] = []
    if answers.rule is not None:
        pieces.append(Paragraph(spans(rule_sentence(words, answers.rule))))
    if answers.named:
        said = named_sentence(words, answers.named, answers.names)
        pieces.append(Paragraph(spans(said)))
    every = asked_sections(catalogue, words.language, answers.version)
    sections = [one for one in every if one.id not in hidden]
    lines = section_lines(words, sections, answers.sections, answers.names)
    if lines:
        pieces.append(Heading(3, words("agreement.by-section")))
        pieces.append(Bullets(tuple(spans(line) for line in lines)))
    return tuple(pieces)


def _quoted(words: Words, text: str, name: str) -> str:
    """A reservation in quotation marks, with the name of who wishes to be named."""
    return (
        words("charter.said-by", text=text, name=name) if name else words("paper.quoted", text=text)
    )


def _figure(words: Words, agreement: Agreement, alternative: str) -> Figure:
    shapes: list[Shape] = []
    left = 0.0
    shown = [stance for stance in STANCES[:-1] if agreement.counts.get(stance, 0) > 0]
    for stance in shown:
        width = WIDTH * agreement.counts[stance] / agreement.counted
        # An edge between the parts: in black and white two of them are alike.
        shapes.append(Box(left, 0, width, HEIGHT, fill=COLOURS[stance], stroke="paper", line=1.5))
        label = _fitting(words, stance, agreement.counts[stance], width - 2 * BESIDE)
        if label:
            room = width - BESIDE
            top = (HEIGHT - SIZE * 1.28) / 2
            shapes.append(Label(left + BESIDE, top, room, label, SIZE, True, ON[stance], lines=1))
        left += width
    rows = tuple(
        (words(f"stances.name.{stance}"), str(agreement.counts.get(stance, 0)))
        for stance in STANCES
    )
    return Figure(
        Diagram(WIDTH, HEIGHT, tuple(shapes)),
        words("paper.stances-alternative", said=alternative),
        words("paper.stances-caption", said=alternative),
        Table((words("paper.stance"), words("paper.people")), rows, (0.7, 0.3)),
    )


def _fitting(words: Words, stance: str, number: int, room: float) -> str:
    """The count with its stance where that fits, else the bare count, else nothing."""
    for label in (words(f"stances.count.{stance}", n=number), str(number)):
        if len(label) * LETTER <= room:
            return label
    return ""
