"""Turns words into glyphs: a font for each of their signs, shaped by HarfBuzz, remembered.

Shaping goes word by word: no script joins across a space, and the few hundred words that most
pages are made of are then shaped once.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from app.text_direction import needs_ordering
from exports.writers.clean_text import clean, count_controls
from exports.writers.typeset import graphemes
from exports.writers.typeset.bidi import paragraph_levels
from exports.writers.typeset.font_face import Face
from exports.writers.typeset.font_folder import Family, FontFolder, Weight
from exports.writers.typeset.shaping import SPACES, GlyphRun, shape


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a text is set: family, weight, size and distance of lines in points, colour #RRGGBB."""

    family: Family
    weight: Weight
    size: float
    leading: float
    colour: str = "#1F2A33"


@dataclass(slots=True, eq=False)
class Part:
    """A piece of text that no line is broken inside, with the ``gap`` that follows it, if any.

    ``width`` leaves the gap out, ``reach`` counts it; both are thousandths of the type size. A
    line may end after it when ``breaks``; ``hyphen`` then says whether a hyphen shows. ``level``
    is its embedding level: odd when it runs from the right.
    """

    text: str
    runs: tuple[GlyphRun, ...]
    width: float
    reach: float
    gap: GlyphRun | None = None
    breaks: bool = True
    hyphen: bool = False
    level: int = 0


StyledPart = tuple[TextStyle, Part]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A text ready to be broken into lines: each piece with its type; None is a forced break.

    ``ordered``: some of it may run from the right; ``from_right``: it does so as a whole.
    """

    parts: list[StyledPart | None]
    from_right: bool = False
    ordered: bool = False


# Where the house's own letters lack one of these, they have another that looks the same.
_SUBSTITUTES = {"\u2010": "-", "\u2011": "-", "\u00a0": " ", "\u2012": "\u2013"}
_NOT_SHAPED = re.compile("[\u00ad\u200b]")
_TABS = re.compile("\t")
_LONGEST_WORD = 120


@dataclass(slots=True)
class _Chain:
    """The faces of one family and weight, and the words already shaped in them."""

    main: Face
    weight: Weight
    blank: GlyphRun
    words: dict[tuple[str, int, str], list[Part]] = field(default_factory=dict)


class Typesetter:
    """Sets the texts of one document. ``missing`` gathers what no font has, in order."""

    def __init__(self, fonts: FontFolder) -> None:
        """Set with these fonts."""
        self._fonts = fonts
        self._chains: dict[tuple[Family, Weight], _Chain] = {}
        # The words met before, with the space after them, as pieces of a type and a language.
        self._spaced: dict[tuple[TextStyle, str], dict[str, list[StyledPart]]] = {}
        self.missing: dict[str, str] = {}
        self.controls = 0

    def paragraph(self, runs: Sequence[tuple[str, TextStyle]]) -> Paragraph:
        """One paragraph of texts, each in its type; line breaks in them are kept."""
        parts: list[StyledPart | None] = []
        cleaned = [(self._cleaned(text), style) for text, style in runs]
        from_right = ordered = False
        lines = self._split_lines(cleaned)
        for number, line in enumerate(lines):
            if number:
                parts.append(None)
            whole = line[0][0] if len(line) == 1 else "".join(text for text, _ in line)
            if not whole.isascii() and needs_ordering(whole):
                levels = paragraph_levels(whole)
                from_right = from_right or (number == 0 and levels.base == 1)
                ordered = True
                self._add_ordered(parts, line, levels.characters)
            else:
                self._add_plain(parts, line, whole)
        return Paragraph(parts, from_right, ordered)

    def width(self, text: str, style: TextStyle) -> float:
        """How wide a text is on one line, in points."""
        parts = self.paragraph([(text, style)]).parts
        return sum(part[1].reach for part in parts if part is not None) * style.size / 1000

    def main_face(self, style: TextStyle) -> Face:
        """The house's own face of that type."""
        return self._chain(style).main

    def cut(self, style: TextStyle, part: Part, limit: float) -> tuple[Part, Part]:
        """A part too wide for any line, in two; the first at most ``limit`` thousandths wide.

        The first keeps at least one sign, the second may be empty.
        """
        signs = graphemes.graphemes(part.text)
        chain = self._chain(style)
        # Most letters of a word are about as wide as each other: the first guess is close.
        share = limit / part.width if part.width else 1
        fits = min(max(int(len(signs) * share), 1), len(signs))
        first = self._shape(chain, "".join(signs[:fits]), part.level, "")
        while first.width > limit and fits > 1:
            fits -= 1
            first = self._shape(chain, "".join(signs[:fits]), part.level, "")
        while first.width <= limit and fits < len(signs):
            longer = self._shape(chain, "".join(signs[: fits + 1]), part.level, "")
            if longer.width > limit:
                break
            first, fits = longer, fits + 1
        rest = self._shape(chain, "".join(signs[fits:]), part.level, "")
        rest.breaks, rest.hyphen, rest.gap = part.breaks, part.hyphen, part.gap
        rest.reach = rest.width + part.reach - part.width
        return first, rest

    def _cleaned(self, text: str) -> str:
        if text.isascii() and text.isprintable():
            return text
        self.controls += count_controls(text)
        return unicodedata.normalize("NFC", _TABS.sub("    ", clean(text)))

    def _split_lines(self, runs: list[tuple[str, TextStyle]]) -> list[list[tuple[str, TextStyle]]]:
        lines: list[list[tuple[str, TextStyle]]] = [[]]
        for text, style in runs:
            if "\n" not in text:
                lines[-1].append((text, style))
                continue
            first, *others = text.split("\n")
            lines[-1].append((first, style))
            lines.extend([(other, style)] for other in others)
        return [line for line in lines if line]

    def _add_plain(
        self,
        parts: list[StyledPart | None],
        line: list[tuple[str, TextStyle]],
        whole: str,
    ) -> None:
        """Add a line that runs from the left throughout."""
        language = "" if whole.isascii() else graphemes.east_asian_language(whole)
        last = len(line) - 1
        for number, (text, style) in enumerate(line):
            chain = self._chain(style)
            known = self._spaced.setdefault((style, language), {})
            *words, ending = text.split(" ")
            for word in words:
                pieces = known.get(word)
                if pieces is None:
                    made = self._word(chain, word, 0, language, True)
                    pieces = known[word] = [(style, part) for part in made]
                parts += pieces
            if ending:
                made = self._word(chain, ending, 0, language, False)
                parts.extend([(style, part) for part in (_glued(made) if number < last else made)])

    def _add_ordered(
        self,
        parts: list[StyledPart | None],
        line: list[tuple[str, TextStyle]],
        levels: Sequence[int],
    ) -> None:
        """Add a line whose pieces have directions of their own: spaces stand apart."""
        at = 0
        for text, style in line:
            chain = self._chain(style)
            start = 0
            while start < len(text):
                level, blank = levels[at + start], text[start] == " "
                end = start + 1
                while end < len(text) and levels[at + end] == level and (text[end] == " ") is blank:
                    end += 1
                if blank:
                    found = [self._blank(chain, level) for _ in range(end - start)]
                else:
                    found = _glued(self._word(chain, text[start:end], level, "", False))
                parts.extend([(style, part) for part in found])
                start = end
            at += len(text)

    def _blank(self, chain: _Chain, level: int) -> Part:
        return Part("", (), 0, chain.blank.width, chain.blank, level=level)

    def _chain(self, style: TextStyle) -> _Chain:
        key = (style.family, style.weight)
        chain = self._chains.get(key)
        if chain is None:
            main = self._fonts.face(*key)
            chain = self._chains[key] = _Chain(main, style.weight, shape(main, " ", 0, ""))
        return chain

    def _word(
        self, chain: _Chain, word: str, level: int, language: str, spaced: bool
    ) -> list[Part]:
        key = (word, level + 1000 * spaced, language)
        found = chain.words.get(key)
        if found is None:
            found = chain.words[key] = self._make_word(chain, word, level, language)
            if spaced:
                found[-1].gap = chain.blank
                found[-1].reach += chain.blank.width
        return found

    def _make_word(self, chain: _Chain, word: str, level: int, language: str) -> list[Part]:
        found: list[Part] = []
        for piece in graphemes.break_word(word):
            signs = graphemes.graphemes(piece) if len(piece) > _LONGEST_WORD else [piece]
            for start in range(0, len(signs), _LONGEST_WORD):
                if start:  # no place to end a line, unless it is cut there
                    found[-1].breaks = False
                text = "".join(signs[start : start + _LONGEST_WORD])
                found.append(self._shape(chain, text, level, language))
            found[-1].hyphen = piece.endswith(graphemes.SOFT_HYPHEN)
        return found or [Part("", (), 0, 0, level=level)]

    def _shape(self, chain: _Chain, text: str, level: int, language: str) -> Part:
        """Give a piece its glyphs, whatever fonts it takes."""
        main = chain.main
        shown = text if text.isascii() else _NOT_SHAPED.sub("", text)
        if main.characters.issuperset(shown) and not graphemes.asks_for_emoji(shown):
            runs = [shape(main, shown, level, language)] if shown else []
        else:
            pieces = self._by_face(chain, shown)
            runs = [shape(face, piece, level, language) for face, piece in pieces]
        width = sum(run.width for run in runs)
        return Part(text, tuple(runs), width, width, level=level)

    def _by_face(self, chain: _Chain, text: str) -> list[tuple[Face, str]]:
        pieces: list[tuple[Face, str]] = []
        for cluster in graphemes.graphemes(text):
            for face, shown in self._settled(chain, cluster):
                odd = shown in SPACES or (pieces and pieces[-1][1] in SPACES)
                if pieces and pieces[-1][0] is face and not odd:
                    pieces[-1] = (face, pieces[-1][1] + shown)
                else:
                    pieces.append((face, shown))
        return pieces

    def _settled(self, chain: _Chain, cluster: str) -> list[tuple[Face, str]]:
        """The faces that draw a cluster; what no font has is spelled out as U+XXXX."""
        needed = graphemes.drawn(cluster)
        main = chain.main
        if not needed:
            return [(main, cluster)] if main.characters.issuperset(cluster) else []
        if needed in SPACES:
            return [(main, needed)]
        substitute = _SUBSTITUTES.get(needed)
        if substitute and not main.has(needed) and main.has(substitute):
            return [(main, substitute)]
        face = self._face_for(chain, cluster, needed)
        if face is not None:
            return [(face, cluster)]
        if len(needed) > 1:
            return [found for character in needed for found in self._settled(chain, character)]
        return [(main, self._spell(needed))]

    def _face_for(self, chain: _Chain, cluster: str, needed: str) -> Face | None:
        if graphemes.asks_for_emoji(cluster) and self._fonts.emoji().characters.issuperset(needed):
            return self._fonts.emoji()
        if chain.main.characters.issuperset(needed):
            return chain.main
        for face, kept_for in self._fonts.behind(chain.weight):
            if kept_for is not None and not kept_for.match(needed):
                continue
            if face.characters.issuperset(needed):
                return face
        return self._fonts.from_machine(needed, chain.weight)

    def _spell(self, character: str) -> str:
        spelled = f"U+{ord(character):04X}"
        self.missing.setdefault(character, spelled)
        return spelled


def _glued(parts: list[Part]) -> list[Part]:
    """The same parts, the last of which no line may end after: the next text goes on with it."""
    *others, last = parts
    return [
        *others,
        Part(last.text, last.runs, last.width, last.reach, last.gap, False, False, last.level),
    ]
