"""Shapes a text in one face: HarfBuzz's glyphs, each with its share of the text."""

import itertools
from dataclasses import dataclass
from typing import NamedTuple

import uharfbuzz as hb

from exports.writers.typeset.faces import Face

# Widths of spaces that a font need not have, in thousandths of the type size.
SPACES = {
    "\u2002": 500,
    "\u2003": 1000,
    "\u2004": 333,
    "\u2005": 250,
    "\u2006": 167,
    "\u2007": 550,
    "\u2008": 250,
    "\u2009": 200,
    "\u200a": 100,
    "\u202f": 200,
    "\u205f": 222,
    "\u3000": 1000,
}


class Glyph(NamedTuple):
    """A drawn glyph; lengths in thousandths of the type size.

    ``text`` is what it stands for: empty when the glyph before it stands for both.
    """

    number: int
    advance: float
    across: float
    up: float
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class GlyphRun:
    """Glyphs of one face in reading order; ``from_right``: each stands left of the one before."""

    face: Face
    text: str
    glyphs: tuple[Glyph, ...]
    width: float
    from_right: bool


def shape(face: Face, text: str, level: int, language: str) -> GlyphRun:
    """Shape a text in one face."""
    if text in SPACES:
        width = float(SPACES[text])
        space = face.font.get_nominal_glyph(32)
        return GlyphRun(face, text, (Glyph(space, width, 0, 0, " "),), width, False)
    buffer = hb.Buffer()
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if level % 2 else "ltr"
    if language:
        buffer.language = language
    if not text.isascii():
        buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    hb.shape(face.font, buffer)
    glyphs = _glyphs(text, buffer, face.scale, from_right=bool(level % 2))
    return GlyphRun(face, text, glyphs, sum(glyph.advance for glyph in glyphs), bool(level % 2))


def _glyphs(text: str, buffer: hb.Buffer, scale: float, from_right: bool) -> tuple[Glyph, ...]:
    """HarfBuzz's glyphs in reading order, each with its share of the text it came from."""
    shaped = list(zip(buffer.glyph_infos, buffer.glyph_positions, strict=True))
    if from_right:
        shaped.reverse()
    starts = sorted({info.cluster for info, _ in shaped})
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    if len(starts) == len(shaped):
        said = [text[info.cluster : ends[info.cluster]] for info, _ in shaped]
    else:
        said = []
        for start, group in itertools.groupby(shaped, key=lambda glyph: int(glyph[0].cluster)):
            wide = [position.x_advance != 0 for _, position in group]
            said.extend(_shares(text[start : ends[start]], wide))
    return tuple(
        Glyph(
            info.codepoint,
            round(position.x_advance * scale, 2),
            position.x_offset * scale,
            position.y_offset * scale,
            share,
        )
        for (info, position), share in zip(shaped, said, strict=True)
    )


def _shares(text: str, wide: list[bool]) -> list[str]:
    """A text shared out among the glyphs that draw it together, in order, so that together they
    say it once; marks without a width get nothing while there is too little."""
    takers = [place for place, has_width in enumerate(wide) if has_width]
    if len(text) > len(takers):
        takers = list(range(len(wide)))
    shares = [""] * len(wide)
    for place, taker in enumerate(takers):
        last = place == len(takers) - 1
        shares[taker] = text[place:] if last else text[place : place + 1]
    return shares
