"""The Unicode Bidirectional Algorithm (Unicode Annex 9): embedding levels and the order of a line.

`paragraph_levels` resolves a paragraph (rules X1 to I2); its lines are broken afterwards, and
`visual_order` orders the pieces of one line by their levels (rule L2). What rule L1 says of blanks
at the end of a line belongs to the line. No package for Python gives levels: python-bidi gives
lines in order, and the tests hold this module against it.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.text_direction import runs_from_right
from exports.writers.typeset.bidi_sequence import ISOLATES, Character, RunSequence, resolve

_DEEPEST = 125
"""The highest level an embedding may have (max_depth)."""
_EMBEDDINGS = {"LRE": (0, ""), "RLE": (1, ""), "LRO": (0, "L"), "RLO": (1, "R")}
"""What opens an embedding: the parity of its level, and the class forced on what it holds."""
_REMOVED = frozenset((*_EMBEDDINGS, "PDF", "BN"))
"""The classes that the rules after X9 do not see."""


@dataclass(frozen=True, slots=True)
class ParagraphLevels:
    """The level of a paragraph (1: it runs from the right) and of each of its characters."""

    base: int
    characters: Sequence[int]


def paragraph_levels(text: str) -> ParagraphLevels:
    """The levels of a paragraph. ``text`` holds no line breaks."""
    base = int(runs_from_right(text))
    characters = [Character(unicodedata.bidirectional(sign) or "L", sign) for sign in text]
    _pair_isolates(characters)
    _DirectionalStatus(base).set_levels(characters)
    kept = [character for character in characters if character.kind not in _REMOVED]
    for sequence in _run_sequences(kept, base):
        resolve(sequence)
    before = base
    for character in characters:
        if character.kind in _REMOVED:
            character.level = before
        before = character.level
    return ParagraphLevels(base, [character.level for character in characters])


def visual_order(levels: Sequence[int]) -> list[int]:
    """The places of a line's pieces from left to right, given the level of each (rule L2)."""
    order = list(range(len(levels)))
    lowest_odd = min((level for level in levels if level % 2), default=None)
    if lowest_odd is None:
        return order
    for level in range(max(levels), lowest_odd - 1, -1):
        start = 0
        while start < len(order):
            if levels[order[start]] < level:
                start += 1
                continue
            end = start
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = end
    return order


@dataclass(frozen=True, slots=True)
class _Embedding:
    """An entry of the directional status stack: a level, and the class forced on what it holds."""

    level: int
    override: str = ""
    isolate: bool = False


class _DirectionalStatus:
    """The stack of embeddings and isolates that are open, with the count of those too deep for it
    (rules X1 to X8).
    """

    def __init__(self, base: int) -> None:
        """Start a paragraph of level ``base``."""
        self._stack = [_Embedding(base)]
        self._deep_isolates = 0
        self._deep_embeddings = 0

    def set_levels(self, characters: Sequence[Character]) -> None:
        """Give each character the level of the embedding it stands in, and the class it has."""
        for place, character in enumerate(characters):
            kind = character.kind
            if kind == "PDI":
                self._close_isolate()
            top = self._stack[-1]
            character.level = top.level
            character.resolved = top.override or kind
            if kind in _EMBEDDINGS:
                self._open_embedding(*_EMBEDDINGS[kind])
            elif kind == "PDF":
                self._close_embedding()
            elif kind in ISOLATES:
                if kind == "FSI":
                    kind = "RLI" if _starts_from_right(characters[place + 1 :]) else "LRI"
                self._open_isolate(int(kind == "RLI"))

    def _next_level(self, parity: int) -> int | None:
        """The least level of that parity above the present one; None where it is too deep."""
        level = self._stack[-1].level + 1
        level += level % 2 != parity
        deep = level > _DEEPEST or self._deep_isolates or self._deep_embeddings
        return None if deep else level

    def _open_embedding(self, parity: int, override: str) -> None:
        level = self._next_level(parity)
        if level is not None:
            self._stack.append(_Embedding(level, override))
        elif not self._deep_isolates:
            self._deep_embeddings += 1

    def _open_isolate(self, parity: int) -> None:
        level = self._next_level(parity)
        if level is not None:
            self._stack.append(_Embedding(level, isolate=True))
        else:
            self._deep_isolates += 1

    def _close_embedding(self) -> None:
        if self._deep_isolates:
            return
        if self._deep_embeddings:
            self._deep_embeddings -= 1
        elif len(self._stack) > 1 and not self._stack[-1].isolate:
            self._stack.pop()

    def _close_isolate(self) -> None:
        if self._deep_isolates:
            self._deep_isolates -= 1
        elif any(embedding.isolate for embedding in self._stack):
            self._deep_embeddings = 0
            while not self._stack.pop().isolate:
                pass


def _pair_isolates(characters: Iterable[Character]) -> None:
    """Tell each PDI which character opened the isolate that it closes (rule BD9)."""
    opened: list[Character] = []
    for character in characters:
        if character.kind in ISOLATES:
            opened.append(character)
        elif character.kind == "PDI" and opened:
            character.opener = opened.pop()


def _starts_from_right(characters: Iterable[Character]) -> bool:
    """Whether the first strong character of what an FSI opens runs from the right (rule X5c)."""
    depth = 0
    for character in characters:
        if character.kind in ISOLATES:
            depth += 1
        elif character.kind == "PDI":
            if not depth:
                return False
            depth -= 1
        elif not depth and character.kind in ("L", "R", "AL"):
            return character.kind != "L"
    return False


def _run_sequences(characters: Sequence[Character], base: int) -> Iterable[RunSequence]:
    """The isolating run sequences (rule X10): runs of one level, joined where one goes on behind
    the isolate at the end of another.
    """
    sequences: list[RunSequence] = []
    interrupted: dict[Character, RunSequence] = {}
    ends = [
        place
        for place in range(1, len(characters) + 1)
        if place == len(characters) or characters[place].level != characters[place - 1].level
    ]
    start = 0
    for end in ends:
        first, last = characters[start], characters[end - 1]
        sequence = interrupted.pop(first.opener, None) if first.opener else None
        if sequence is None:
            before = characters[start - 1].level if start else base
            sequence = RunSequence(first.level, before)
            sequences.append(sequence)
        sequence.characters.extend(characters[start:end])
        sequence.after = characters[end].level if end < len(characters) else base
        if last.kind in ISOLATES:
            interrupted[last] = sequence
        start = end
    for sequence in interrupted.values():
        sequence.after = base
    return sequences
