"""Text as runs of a Word paragraph: lines, tabs, styles, direction."""

import re
from collections.abc import Iterable, Iterator

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from app.text_direction import runs_from_right
from exports.page import Span
from exports.writers.clean_text import by_direction
from exports.writers.docx.styles import LANGUAGES
from exports.writers.docx.xml import half_points, hexadecimal, make, val
from exports.writers.language_detection import detect_other_language
from exports.writers.text_findings import Findings
from exports.writers.typeset.typesetter import TextStyle

# The fonts that set scripts running from the right, where the machine of the reader has them.
_SCRIPTS: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (re.compile("[\u0590-\u05ff\ufb1d-\ufb4f]"), "Noto Sans Hebrew", "he-IL"),
    (re.compile("[\u0600-\u08ff\ufb50-\ufdff\ufe70-\ufeff]"), "Noto Sans Arabic", "ar-SA"),
)
_PIECES = re.compile("([\n\t])")


class RunWriter:
    """Writes what people typed into one document: cleaned, each piece in its own direction, its
    language named where it is not the document's."""

    def __init__(self, findings: Findings, language: str) -> None:
        """``findings`` hears what was found; ``language`` is the document's."""
        self._findings = findings
        self._language = language

    def write(
        self, spans: Iterable[Span], letters: TextStyle | None = None
    ) -> tuple[list[BaseOxmlElement], bool]:
        """The runs of one paragraph, and whether it runs from the right.

        ``letters`` replaces the size and colour of the style.
        """
        cleaned = [
            Span(self._findings.clean(span.text), span.strong, span.emphasis) for span in spans
        ]
        whole = "".join(span.text for span in cleaned)
        from_right = runs_from_right(whole)
        language = detect_other_language(whole, self._language)
        return list(runs(cleaned, from_right, letters, language)), from_right


def runs(
    spans: Iterable[Span], from_right: bool, letters: TextStyle | None = None, language: str = ""
) -> Iterator[BaseOxmlElement]:
    """The runs of cleaned spans in a paragraph that runs ``from_right`` or not.

    ``letters`` replaces the size and colour of the style, ``language`` the document's.
    """
    for span in spans:
        for text, turned in by_direction(span.text, from_right):
            run = make("r", None, *_look(span, text, turned, letters, language))
            run.extend(_content(text))
            yield run


def field(instruction: str, shown: str) -> Iterator[BaseOxmlElement]:
    """A field that the reader's program works out, and what it shows until then."""
    yield make("r", None, make("fldChar", {"fldCharType": "begin"}))
    code = make("instrText")
    code.set(qn("xml:space"), "preserve")
    code.text = f" {instruction} "
    yield make("r", None, code)
    yield make("r", None, make("fldChar", {"fldCharType": "separate"}))
    yield make("r", None, *_content(shown))
    yield make("r", None, make("fldChar", {"fldCharType": "end"}))


def _look(
    span: Span, text: str, turned: bool, letters: TextStyle | None, language: str
) -> list[BaseOxmlElement]:
    properties: list[BaseOxmlElement] = []
    if span.strong or span.emphasis:
        properties.append(val("rStyle", "Strong" if span.strong else "Emphasis"))
    script = next((found for found in _SCRIPTS if found[0].search(text)), None) if turned else None
    if script is not None:
        properties.append(make("rFonts", {"cs": script[1]}))
    if span.strong and span.emphasis:
        properties += [make("i"), make("iCs")]
    if letters is not None:
        size = half_points(letters.size)
        properties.append(val("color", hexadecimal(letters.colour)))
        properties += [val("sz", size), val("szCs", size)]
    if turned:
        properties.append(make("rtl"))
    spoken = {"val": LANGUAGES[language]} if language else {}
    if script is not None:
        spoken["bidi"] = script[2]
    if spoken:
        properties.append(make("lang", spoken))
    return [make("rPr", None, *properties)] if properties else []


def _content(text: str) -> Iterator[BaseOxmlElement]:
    for piece in _PIECES.split(text):
        if piece == "\n":
            yield make("br")
        elif piece == "\t":
            yield make("tab")
        elif piece:
            words = make("t")
            words.set(qn("xml:space"), "preserve")
            words.text = piece
            yield words
