"""The styles of a Word document: Word's own names, which it translates, with the house's look."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from docx.document import Document
from docx.oxml.xmlchemy import BaseOxmlElement

from exports.page import Heading, Page, Paragraph, Piece, Voice
from exports.writers.docx.xml import around, half_points, hexadecimal, make, twips, val
from exports.writers.pdf import print_styles
from exports.writers.typeset.font_folder import Family
from exports.writers.typeset.typesetter import TextStyle

FONTS: dict[Family, str] = {"serif": "Literata", "sans": "Atkinson Hyperlegible Next"}
EAST_ASIAN_FONT = "Noto Sans CJK SC"
SCRIPTS_FONT = "Arial"
"""For what Word calls complex scripts, where a run names none of its own."""

LANGUAGES = {"en": "en-CA", "fr": "fr-CA"}

VOICE_STYLES: dict[Voice, str] = {
    "body": "BodyText",
    "lead": "BodyText2",
    "small": "BodyText3",
    "eyebrow": "Subtitle",
    "quote": "Quote",
    "say": "IntenseQuote",
}
_VOICE_NAMES: dict[Voice, str] = {
    "body": "Body Text",
    "lead": "Body Text 2",
    "small": "Body Text 3",
    "eyebrow": "Subtitle",
    "quote": "Quote",
    "say": "Intense Quote",
}
TABLE_STYLE = "PlainTable2"
BESIDE_CELL = 10.0
"""The space between two columns of a table, in points."""


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style.

    ``above``, ``below`` and ``indent`` are points. ``keep``: on one page with what follows.
    ``outline`` is a heading's level from 0, ``list_id`` the list it belongs to, ``bar`` the colour
    of an upright line beside it.
    """

    id: str
    name: str
    letters: TextStyle
    above: float = 0
    below: float = 0
    following: str = "BodyText"
    keep: bool = False
    outline: int | None = None
    list_id: int | None = None
    indent: float = 0
    bar: str = ""
    capitals: bool = False


NORMAL = Style("Normal", "Normal", print_styles.CELL)
"""What cells, pictures and lines are set in; all other styles stand on it."""


class HouseStyles:
    """The styles of one document, and which of them each piece takes."""

    def __init__(self, page: Page) -> None:
        """Choose for this page."""
        parts: Counter[TextStyle] = Counter()
        before: Piece | None = None
        for piece in page.pieces:
            if isinstance(piece, Heading) and piece.level == 2:
                parts[heading_type(piece, is_eyebrow(before))] += 1
            before = piece
        # What most of them look like is the style's; the others say so themselves.
        usual = parts.most_common(1)[0][0] if parts else print_styles.PART
        headings = _headings([usual, print_styles.SUBPART, print_styles.SUBPART])
        self.by_id = {style.id: style for style in (*_plain(page.accent), *headings)}

    def heading(self, level: int) -> Style:
        """The style of a heading: level 1 is the document's title."""
        return self.by_id["Title" if level <= 1 else f"Heading{min(level - 1, 3)}"]

    def voice(self, voice: Voice) -> Style:
        """The style of a paragraph."""
        return self.by_id[VOICE_STYLES[voice]]

    def put_into(self, document: Document, language: str) -> None:
        """Replace all styles of the document by these."""
        root = document.styles.element
        for child in list(root):
            root.remove(child)
        root.append(_defaults(LANGUAGES.get(language, language)))
        root.extend(_others())
        root.extend(_style(style) for style in self.by_id.values())


def heading_type(piece: Heading, announced: bool) -> TextStyle:
    """How a heading is set; ``announced`` where an eyebrow stands right above it."""
    if piece.level <= 1:
        return print_styles.TITLE
    if piece.level > 2:
        return print_styles.SUBPART
    if announced:
        return print_styles.CHAPTER
    return print_styles.PART if piece.number is None else print_styles.NUMBERED_PART


def is_eyebrow(piece: Piece | None) -> bool:
    """Whether a piece is the line of small capitals that announces a heading."""
    return isinstance(piece, Paragraph) and piece.style == "eyebrow"


def _plain(accent: str) -> Iterator[Style]:
    for voice, name in _VOICE_NAMES.items():
        bar = print_styles.BARS.get(voice, "")
        above_title = voice == "eyebrow"
        letters = print_styles.VOICES[voice]
        yield Style(
            id=VOICE_STYLES[voice],
            name=name,
            letters=replace(letters, colour=accent) if above_title else letters,
            above=print_styles.ABOVE[voice],
            following="Title" if above_title else "BodyText",
            keep=above_title,
            capitals=above_title,
            indent=14 if bar else 0,
            bar=bar,
        )
    body = print_styles.VOICES["body"]
    yield Style("Title", "Title", print_styles.TITLE, above=2, keep=True)
    yield Style("ListBullet", "List Bullet", body, 5, following="ListBullet", list_id=1)
    yield Style("ListNumber", "List Number", body, 5, following="ListNumber", list_id=2)
    yield Style("Caption", "caption", print_styles.CAPTION, above=7)
    yield Style("Footer", "footer", print_styles.FOOT, following="Footer")


def _headings(types: list[TextStyle]) -> Iterator[Style]:
    for number, kind in enumerate(types, 1):
        yield Style(
            id=f"Heading{number}",
            name=f"heading {number}",
            letters=kind,
            above=20.0 if number == 1 else 13.0,
            keep=True,
            outline=number - 1,
        )


def run_look(letters: TextStyle) -> list[BaseOxmlElement]:
    """A type as the properties of runs, in the order that Word wants."""
    name = FONTS[letters.family]
    look = [
        make(
            "rFonts",
            {"ascii": name, "hAnsi": name, "eastAsia": EAST_ASIAN_FONT, "cs": SCRIPTS_FONT},
        )
    ]
    # Letters of complex scripts have properties of their own: bCs, iCs, szCs.
    if letters.weight in ("semibold", "bold"):
        look += [make("b"), make("bCs")]
    if letters.weight == "italic":
        look += [make("i"), make("iCs")]
    size = half_points(letters.size)
    look += [val("color", hexadecimal(letters.colour)), val("sz", size), val("szCs", size)]
    return look


def _style(style: Style) -> BaseOxmlElement:
    element = make("style", {"type": "paragraph", "styleId": style.id}, val("name", style.name))
    element.append(val("basedOn", "Normal"))
    if style.following != style.id:
        element.append(val("next", style.following))
    element.extend([val("uiPriority", 1), make("qFormat")])
    element.append(make("pPr", None, *_paragraph_look(style)))
    look = run_look(style.letters)
    if style.capitals:
        at = next(at for at, child in enumerate(look) if child.tag.endswith("}color"))
        look.insert(at, make("caps"))
    element.append(make("rPr", None, *look))
    return element


def _paragraph_look(style: Style) -> Iterator[BaseOxmlElement]:
    if style.keep:
        yield make("keepNext")
        yield make("keepLines")
    if style.list_id is not None:
        yield make("numPr", None, val("numId", style.list_id))
    if style.bar:
        colour = hexadecimal(style.bar)
        bar = make("left", {"val": "single", "sz": 12, "space": 10, "color": colour})
        yield make("pBdr", None, bar)
    yield make(
        "spacing",
        {
            "before": twips(style.above),
            "after": twips(style.below),
            "line": twips(style.letters.leading),
            # At least: letters of another script may need more room than the house's own.
            "lineRule": "atLeast",
        },
    )
    if style.indent:
        yield make("ind", {"left": twips(style.indent)})
    if style.list_id is not None:
        yield make("contextualSpacing")
    if style.outline is not None:
        yield val("outlineLvl", style.outline)


def _defaults(language: str) -> BaseOxmlElement:
    spoken = make("lang", {"val": language, "eastAsia": "zh-CN", "bidi": "ar-SA"})
    runs = make("rPrDefault", None, make("rPr", None, *run_look(print_styles.CELL), spoken))
    spacing = make("spacing", {"before": 0, "after": 0, "line": 292, "lineRule": "atLeast"})
    paragraphs = make("pPrDefault", None, make("pPr", None, make("widowControl"), spacing))
    return make("docDefaults", None, runs, paragraphs)


def _others() -> Iterator[BaseOxmlElement]:
    """The styles all others stand on, those of letters, and those of tables."""
    normal = make("style", {"type": "paragraph", "default": 1, "styleId": "Normal"})
    normal.extend([val("name", "Normal"), make("qFormat")])
    yield normal
    letters = make("style", {"type": "character", "default": 1, "styleId": "DefaultParagraphFont"})
    letters.extend(
        [val("name", "Default Paragraph Font"), val("uiPriority", 1), make("semiHidden")]
    )
    yield letters
    for name, marks in (("Strong", ("b", "bCs")), ("Emphasis", ("i", "iCs"))):
        yield make(
            "style",
            {"type": "character", "styleId": name},
            val("name", name),
            val("basedOn", "DefaultParagraphFont"),
            val("uiPriority", 1),
            make("qFormat"),
            make("rPr", None, *(make(mark) for mark in marks)),
        )
    yield make(
        "style",
        {"type": "table", "default": 1, "styleId": "TableNormal"},
        val("name", "Normal Table"),
        val("uiPriority", 99),
        make("semiHidden"),
        make("tblPr", None, make("tblInd", {"w": 0, "type": "dxa"})),
    )
    yield _table_style()


def _table_style() -> BaseOxmlElement:
    """Hairlines between rows, the head in quiet strong letters."""
    line = {"val": "single", "sz": 4, "space": 0, "color": hexadecimal(print_styles.HAIRLINE)}
    borders = make("tblBorders", None, make("insideH", line))
    margins = around("tblCellMar", top=4, left=0, bottom=4, right=BESIDE_CELL)
    head = make(
        "tblStylePr",
        {"type": "firstRow"},
        make("rPr", None, make("b"), make("bCs"), val("color", hexadecimal(print_styles.MUTE))),
    )
    return make(
        "style",
        {"type": "table", "styleId": TABLE_STYLE},
        val("name", "Plain Table 2"),
        val("basedOn", "TableNormal"),
        val("uiPriority", 42),
        make("tblPr", None, borders, margins),
        head,
    )
