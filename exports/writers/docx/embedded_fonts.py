"""The house's fonts inside the Word document, so that it looks the same where they are missing.

Their licence allows it. Word wants the first 32 bytes of each disguised by a key that is written
beside it (ECMA-376, part 4, 2.8.1).
"""

import uuid

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

from exports.writers.docx.styles import EAST_ASIAN_FONT, FONTS, SCRIPTS_FONT
from exports.writers.docx.xml import make, val
from exports.writers.typeset.font_folder import Family, FontFolder, Weight

_DISGUISED = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_FONT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/font"
_FACES: tuple[tuple[str, Weight], ...] = (
    ("embedRegular", "regular"),
    ("embedBold", "bold"),
    ("embedItalic", "italic"),
)
# Where a program takes no fonts from documents: what most machines have instead.
_INSTEAD: dict[Family, tuple[str, str]] = {
    "serif": ("Georgia", "roman"),
    "sans": ("Verdana", "swiss"),
}


def embed(document: Document, fonts: FontFolder) -> None:
    """Put the house's fonts into the document, and name what may stand in for each."""
    table = document.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    root = parse_xml(f"<w:fonts {nsdecls('w', 'r')}/>")
    number = 0
    for family, name in FONTS.items():
        other, kind = _INSTEAD[family]
        font = _named(name, other, kind)
        for place, weight in _FACES:
            number += 1
            data = fonts.face(family, weight).path.read_bytes()
            key = uuid.uuid5(uuid.NAMESPACE_OID, f"{family}-{weight}")
            part = Part(
                PackURI(f"/word/fonts/font{number}.odttf"),
                _DISGUISED,
                disguise(data, key),
                document.part.package,
            )
            relation = table.relate_to(part, _FONT)
            embedded = make(place, {"fontKey": f"{{{str(key).upper()}}}"})
            embedded.set(qn("r:id"), relation)
            font.append(embedded)
        root.append(font)
    root.append(_named(EAST_ASIAN_FONT, "Microsoft YaHei", "swiss"))
    root.append(_named(SCRIPTS_FONT, "Liberation Sans", "swiss"))
    table._blob = serialize_part_xml(root)


def disguise(font: bytes, key: uuid.UUID) -> bytes:
    """The font with its first 32 bytes disguised by the key; doing it twice undoes it."""
    turned = key.bytes[::-1]
    head = bytes(byte ^ turned[at % 16] for at, byte in enumerate(font[:32]))
    return head + font[32:]


def _named(name: str, other: str, kind: str) -> BaseOxmlElement:
    return make(
        "font",
        {"name": name},
        val("altName", other),
        val("charset", "00"),
        val("family", kind),
        val("pitch", "variable"),
    )
