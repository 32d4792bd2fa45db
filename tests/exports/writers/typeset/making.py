"""Makes small fonts, for the tests."""

from pathlib import Path

from fontTools.fontBuilder import FontBuilder  # type: ignore[import-untyped]
from fontTools.pens.t2CharStringPen import T2CharStringPen  # type: ignore[import-untyped]
from fontTools.pens.ttGlyphPen import TTGlyphPen  # type: ignore[import-untyped]


def make_font(path: Path, characters: str, *, postscript: bool, restricted: bool = False) -> Path:
    """A font with a square for each of the characters."""
    names = [".notdef", *(f"sign{place}" for place in range(len(characters)))]
    builder = FontBuilder(1000, isTTF=not postscript)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap(dict(zip(map(ord, characters), names[1:], strict=True)))
    outlines = {}
    for place, name in enumerate(names):
        pen = T2CharStringPen(900, None) if postscript else TTGlyphPen(None)
        side = 500 + 20 * place
        pen.moveTo((100, 0))
        pen.lineTo((100, side))
        pen.lineTo((side, side))
        pen.lineTo((side, 0))
        pen.closePath()
        outlines[name] = pen.getCharString() if postscript else pen.glyph()
    if postscript:
        builder.setupCFF("Test", {}, outlines, {})
    else:
        builder.setupGlyf(outlines)
    builder.setupHorizontalMetrics(dict.fromkeys(names, (900, 100)))
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": path.stem, "styleName": "Regular"})
    builder.setupOS2(fsType=0x0002 if restricted else 0)
    builder.setupPost()
    builder.save(path)
    return path
