"""One font file, opened: which characters it has, how wide its glyphs are, what it draws.

Lengths are thousandths of the type size, whatever the file counts in.
"""

import functools
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import uharfbuzz as hb

_BITMAP_TABLES = {"CBDT", "EBDT", "sbix"}
_LEFT_OUT = (
    *("GSUB", "GPOS", "GDEF", "BASE", "OS/2", "name", "post", "cmap", "STAT", "gasp"),
    *("vhea", "vmtx", "VORG", "kern", "DSIG", "COLR", "CPAL"),
)
"""What a page that holds glyph numbers has no use for."""
_RESTRICTED = 0x0002


class Glyph(NamedTuple):
    """A drawn glyph; lengths in thousandths of the type size.

    ``text`` is what it stands for: empty when the glyph before it stands for both.
    """

    number: int
    advance: float
    across: float
    up: float
    text: str


class Face:
    """A face of a font file. Two faces are the same only when they are one object."""

    def __init__(self, path: Path, index: int = 0) -> None:
        """Open the file; raises OSError or uharfbuzz's HarfBuzzError when it is no font."""
        self.path = path
        self.index = index
        self._face = hb.Face(hb.Blob.from_file_path(str(path)), index)
        self.font = hb.Font(self._face)
        self.unicodes: hb.Set = self._face.unicodes
        self.scale = 1000 / self._face.upem
        tags = set(self._face.table_tags)
        self.outlines = "cff" if "CFF " in tags else "truetype" if "glyf" in tags else ""
        self.usable = bool(self.outlines) and not tags & _BITMAP_TABLES and not self._restricted()
        self._variable = "fvar" in tags
        self._advances: dict[int, float] = {}
        # Glyphs as they were shaped, by what the font's own units say of them.
        self.glyphs: dict[tuple[int, int, int, int, str], Glyph] = {}
        # The same, by how HarfBuzz writes them out and the letter they stand for.
        self.plain: dict[tuple[str, str], Glyph] = {}

    @property
    def name(self) -> str:
        """The file's name without its ending, and the face's number in a collection."""
        return f"{self.path.stem}-{self.index}" if self.index else self.path.stem

    @functools.cached_property
    def characters(self) -> frozenset[str]:
        """Every character the face has a glyph for."""
        return frozenset(map(chr, self.unicodes))

    @functools.cached_property
    def ascent(self) -> float:
        """How far the tallest letters reach above the line they stand on."""
        return float(self.font.get_font_extents("ltr").ascender * self.scale)

    @functools.cached_property
    def descent(self) -> float:
        """How far the deepest letters reach below it, as a negative number."""
        return float(self.font.get_font_extents("ltr").descender * self.scale)

    @functools.cached_property
    def box(self) -> tuple[int, int, int, int]:
        """The box every glyph fits in: left, bottom, right, top."""
        head = self._face.reference_table("head").data
        sides = (int.from_bytes(head[at : at + 2], "big", signed=True) for at in range(36, 44, 2))
        left, bottom, right, top = (round(side * self.scale) for side in sides)
        return left, bottom, right, top

    def has(self, character: str) -> bool:
        """Whether the face has a glyph for the character."""
        return ord(character) in self.unicodes

    def advance(self, glyph: int) -> float:
        """How wide a glyph is when nothing moves it."""
        width = self._advances.get(glyph)
        if width is None:
            width = self._advances[glyph] = self.font.get_glyph_h_advance(glyph) * self.scale
        return width

    def subset(self, glyphs: Iterable[int]) -> tuple[bytes, dict[int, int]]:
        """The font with these glyphs only, and the number each of them has in it.

        A font with PostScript outlines comes as its bare table of outlines, as PDF wants it.
        """
        chosen = hb.SubsetInput()
        chosen.sets(hb.SubsetInputSets.GLYPH_INDEX).update(sorted(glyphs))
        chosen.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update(
            int.from_bytes(tag.encode(), "big") for tag in _LEFT_OUT
        )
        chosen.flags = hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.CFF_IDENTITY_CHARSET
        if self._variable:
            chosen.pin_all_axes_to_default(self._face)
        plan = hb.SubsetPlan(self._face, chosen)
        face = plan.execute()
        table = face.reference_table("CFF ") if self.outlines == "cff" else face.blob
        return bytes(table.data), dict(plan.old_to_new_glyph_mapping)

    def _restricted(self) -> bool:
        """Whether the font's maker forbids putting it into documents."""
        table = self._face.reference_table("OS/2").data
        return len(table) >= 10 and bool(int.from_bytes(table[8:10], "big") & _RESTRICTED)
