"""What an export leaves out for its readers, said before anything is written."""

from collections.abc import Sequence

from app.words import Words
from exports.documents.document import LeftOut
from ui.parts.text_block import TextRun

NAMED = 6
"""Names said one by one; the rest is counted."""


def left_out_pieces(words: Words, found: Sequence[LeftOut]) -> tuple[TextRun, ...]:
    """What is left out, line by line; or that nothing is. Then what no export ever holds."""
    lines = [one for one in found if one.number]
    if lines:
        pieces = [TextRun(words("exporting.left-out"), strong=True)]
    else:
        pieces = [TextRun(words("exporting.nothing-left-out"))]
    pieces += [TextRun(f"\n{_line(words, one)}") for one in lines]
    return (*pieces, TextRun(f"\n{words('exporting.left-always')}", tone="mute"))


def _line(words: Words, one: LeftOut) -> str:
    counted = words(f"exporting.left-{one.what}", n=one.number)
    if not one.names:
        return counted
    names = list(one.names[:NAMED])
    if len(one.names) > NAMED:
        names.append(words("exporting.left-more", n=len(one.names) - NAMED))
    return words("exporting.left-named", what=counted, names=words.series(names))
