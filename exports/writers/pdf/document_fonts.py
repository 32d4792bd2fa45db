"""The fonts of one document: which glyphs it uses, how they are shown, how they are embedded."""

import hashlib
from dataclasses import dataclass, field

from reportlab.pdfbase.pdfdoc import PDFStream

from exports.writers.pdf.objects import Document, Raw, number, refer, stream
from exports.writers.typeset.font_face import Face, Glyph
from exports.writers.typeset.shaping import GlyphRun

Strokes = list[tuple[float, str]]
"""Glyphs ready to be shown: how far each stretch is raised, and the operands that show it."""


_Step = tuple[str, float, float, float]
"""A glyph's code as it is shown, the moves it takes before and after, and how far it is raised."""


@dataclass(slots=True)
class _Used:
    """A face in the document: its name there, and the codes of what is drawn with it.

    A code stands for one glyph with one meaning: a glyph that stands for two things, such as the
    shape that several Arabic letters share under their dots, has two codes.
    """

    name: str
    codes: dict[tuple[int, str], str] = field(default_factory=dict)
    steps: dict[Glyph, _Step] = field(default_factory=dict)


# A space of any width is found as a space.
_SAME = {"\u00a0": " ", "\u2011": "-", "\u2010": "-"}


class DocumentFonts:
    """Knows the faces of one document by the order in which they first appear."""

    def __init__(self) -> None:
        """Without fonts yet."""
        self._used: dict[Face, _Used] = {}
        self._shown: dict[GlyphRun, Strokes] = {}

    def name(self, face: Face) -> str:
        """The face's name in the pages."""
        return self._of(face).name

    def show(self, run: GlyphRun) -> Strokes:
        """How a run is shown; the pen begins at its left end and comes to rest at its right end."""
        shown = self._shown.get(run)
        if shown is None:
            shown = self._shown[run] = _strokes(run, self._of(run.face))
        return shown

    def glyphs(self) -> dict[Face, list[int]]:
        """The glyphs used of each face."""
        return {
            face: sorted({glyph for glyph, _ in used.codes}) for face, used in self._used.items()
        }

    def embed(self, document: Document) -> str:
        """Put the fonts into the document, each with the glyphs used; gives their dictionary."""
        entries = [
            f"/{used.name} {_embed(document, face, used)}" for face, used in self._used.items()
        ]
        return f"<<{' '.join(entries)}>>"

    def _of(self, face: Face) -> _Used:
        used = self._used.get(face)
        if used is None:
            used = self._used[face] = _Used(f"F{len(self._used) + 1}")
        return used


def _strokes(run: GlyphRun, used: _Used) -> Strokes:
    """Codes in hexadecimal, with the moves between them that the glyphs' widths do not make.

    Glyphs are shown in reading order, also from right to left: programs that read the page out
    take its text in the order it is drawn.
    """
    strokes: Strokes = []
    shown: list[str] = []
    raised = 0.0
    turned = run.from_right
    owed = run.width if turned else 0.0  # how far the pen must still move to the right
    for glyph in run.glyphs:
        step = used.steps.get(glyph)
        if step is None:
            step = used.steps[glyph] = _step(used, run.face, glyph)
        code, before, after, up = step
        if up != raised:
            if shown:
                strokes.append((raised, "".join(shown)))
            shown, raised = [], up
        owed += before - glyph.advance if turned else before
        if owed >= 0.5 or owed <= -0.5:
            move = round(owed)
            shown.append(str(-move))
            owed -= move
        shown.append(code)
        owed += after - glyph.advance if turned else after
    owed += run.width if turned else 0
    if owed >= 0.5 or owed <= -0.5:
        shown.append(str(-round(owed)))
    strokes.append((raised, "".join(shown)))
    return strokes


def _step(used: _Used, face: Face, glyph: Glyph) -> _Step:
    key = (glyph.number, _SAME.get(glyph.text, glyph.text))
    code = used.codes.setdefault(key, f"<{len(used.codes) + 1:04X}>")
    left_over = glyph.advance - face.advance(glyph.number) - glyph.across
    return code, glyph.across, left_over, glyph.up


def _embed(document: Document, face: Face, used: _Used) -> str:
    """One font with its outlines, widths and meanings; gives its reference."""
    glyphs = [glyph for glyph, _ in used.codes]  # of code 1, of code 2, and so on
    data, places = face.subset(set(glyphs))
    digest = hashlib.sha256(data).digest()
    label = "".join(chr(65 + byte % 26) for byte in digest[:6])
    name = f"/{label}+{''.join(sign for sign in face.name if sign.isascii() and sign.isalnum())}"
    if face.outlines == "truetype":
        # A table gives the glyph of each code.
        table = b"".join(places[glyph].to_bytes(2, "big") for glyph in (0, *glyphs))
        kind, encoding = 2, "/Identity-H"
        outlines = f"/FontFile2 {refer(document, stream(data, Length1=len(data)))}"
        mapped = f" /CIDToGIDMap {refer(document, stream(table))}"
        widths = f"1 [{' '.join(number(face.advance(glyph)) for glyph in glyphs)}]"
    else:
        # Such a font takes no table: the codes themselves are mapped to its glyphs.
        kind, encoding = 0, refer(document, _encoding([places[glyph] for glyph in glyphs]))
        outlines = f"/FontFile3 {refer(document, stream(data, Subtype='/CIDFontType0C'))}"
        mapped = ""
        widths = " ".join(
            f"{places[glyph]} [{number(face.advance(glyph))}]" for glyph in dict.fromkeys(glyphs)
        )
    descriptor = Raw(
        f"<</Type /FontDescriptor /FontName {name} /Flags 4 /ItalicAngle 0 /StemV 80"
        f" /FontBBox [{' '.join(str(side) for side in face.box)}]"
        f" /Ascent {number(face.ascent)} /Descent {number(face.descent)}"
        f" /CapHeight {number(face.ascent)} {outlines}>>"
    )
    descendant = Raw(
        f"<</Type /Font /Subtype /CIDFontType{kind} /BaseFont {name} /DW 1000 /W [{widths}]"
        " /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>>"
        f" /FontDescriptor {descriptor.reference(document)}{mapped}>>"
    )
    meanings = refer(document, stream(_meanings([text for _, text in used.codes])))
    font = Raw(
        f"<</Type /Font /Subtype /Type0 /BaseFont {name} /Encoding {encoding}"
        f" /DescendantFonts [{descendant.reference(document)}] /ToUnicode {meanings}>>"
    )
    return font.reference(document)


def _encoding(places: list[int]) -> PDFStream:
    """The map from codes, counted from 1, to glyphs."""
    rows = [f"<{code:04X}> {place}" for code, place in enumerate(places, 1)]
    name = "Adobe-Identity-Codes"
    return stream(
        _map(name, "Identity", 1, "cidchar", rows),
        Type="/CMap",
        CMapName=f"/{name}",
        CIDSystemInfo="<</Registry (Adobe) /Ordering (Identity) /Supplement 0>>",
    )


def _meanings(texts: list[str]) -> bytes:
    """The map from codes, counted from 1, to the text they stand for."""
    rows = [
        f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>"
        for code, text in enumerate(texts, 1)
    ]
    return _map("Adobe-Identity-UCS", "UCS", 2, "bfchar", rows)


def _map(name: str, ordering: str, kind: int, operator: str, rows: list[str]) -> bytes:
    """A map of two-byte codes in the form that PDF takes from PostScript."""
    blocks = [rows[start : start + 100] for start in range(0, len(rows), 100)]
    body = "".join(
        f"{len(block)} begin{operator}\n{chr(10).join(block)}\nend{operator}\n" for block in blocks
    )
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        f"/CIDSystemInfo <</Registry (Adobe) /Ordering ({ordering}) /Supplement 0>> def\n"
        f"/CMapName /{name} def\n/CMapType {kind} def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        f"{body}endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode("ascii")
