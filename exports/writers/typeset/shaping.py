"""Shapes a text in one face: HarfBuzz's glyphs, each with its share of the text."""

import itertools
from dataclasses import dataclass

import uharfbuzz as hb

from exports.writers.typeset.font_face import Face, Glyph

_LANGUAGE = "en"
_BRIEFLY = hb.BufferSerializeFlags.NO_GLYPH_NAMES | hb.BufferSerializeFlags.NO_CLUSTERS

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


@dataclass(slots=True, eq=False)
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
    turned = bool(level % 2)
    buffer = hb.Buffer()
    buffer.add_str(text)
    # Set first: left to guess, HarfBuzz would take the language of this machine.
    buffer.language = language or _LANGUAGE
    buffer.guess_segment_properties()
    if turned or not text.isascii():
        buffer.direction = "rtl" if turned else "ltr"
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
        buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
        hb.shape(face.font, buffer)
        glyphs = _glyphs(face, text, buffer, turned)
    else:
        hb.shape(face.font, buffer)
        glyphs = _plain_glyphs(face, text, buffer) or _glyphs(face, text, buffer, False)
    return GlyphRun(face, text, glyphs, sum([glyph[1] for glyph in glyphs]), turned)


def grapheme_runs(run: GlyphRun) -> list[GlyphRun]:
    """A run from the right split into graphemes; any other run unchanged.

    Reading machines take text in the order in which it is drawn. Programs that find and copy words
    turn around whatever is drawn at once and runs from the right, as most files have it drawn from
    the left. A sign drawn by itself is the same either way, and all of them read the word.
    """
    if not run.from_right:
        return [run]
    found: list[list[Glyph]] = []
    for glyph in run.glyphs:
        if found and not glyph.advance:
            found[-1].append(glyph)
        else:
            found.append([glyph])
    texts = ["".join(glyph.text for glyph in sign) for sign in found]
    return [
        GlyphRun(run.face, text, tuple(sign), sum(glyph.advance for glyph in sign), True)
        for text, sign in zip(texts, found, strict=True)
    ]


def _plain_glyphs(face: Face, text: str, buffer: hb.Buffer) -> tuple[Glyph, ...] | None:
    """The glyphs of plain letters that have one each: what most words are.

    HarfBuzz writes a whole word out faster than it can be asked glyph by glyph.
    """
    written = buffer.serialize(face.font, hb.BufferSerializeFormat.TEXT, _BRIEFLY)
    shaped = written[1:-1].split("|")
    if len(shaped) != len(text):
        return None
    try:
        return tuple([face.plain[key] for key in zip(shaped, text, strict=True)])
    except KeyError:
        found = _glyphs(face, text, buffer, False)
        face.plain.update(zip(zip(shaped, text, strict=True), found, strict=True))
        return found


def _glyph(face: Face, info: hb.GlyphInfo, position: hb.GlyphPosition, text: str) -> Glyph:
    """The same glyph in the same place is one object: a page has few, and many of each."""
    key = (info.codepoint, position.x_advance, position.x_offset, position.y_offset, text)
    glyph = face.glyphs.get(key)
    if glyph is None:
        number, advance, across, up, _ = key
        scale = face.scale
        glyph = Glyph(number, advance * scale, across * scale, up * scale, text)
        face.glyphs[key] = glyph
    return glyph


def _glyphs(face: Face, text: str, buffer: hb.Buffer, from_right: bool) -> tuple[Glyph, ...]:
    """HarfBuzz's glyphs in reading order, each with its share of the text it came from."""
    shaped = list(zip(buffer.glyph_infos, buffer.glyph_positions, strict=True))
    if from_right:
        shaped.reverse()
    starts = sorted({info.cluster for info, _ in shaped})
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    if len(starts) == len(shaped):
        texts = [text[info.cluster : ends[info.cluster]] for info, _ in shaped]
    else:
        texts = []
        for start, group in itertools.groupby(shaped, key=lambda glyph: int(glyph[0].cluster)):
            wide = [position.x_advance != 0 for _, position in group]
            texts.extend(_shares(text[start : ends[start]], wide))
    return tuple(
        _glyph(face, info, position, share)
        for (info, position), share in zip(shaped, texts, strict=True)
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
