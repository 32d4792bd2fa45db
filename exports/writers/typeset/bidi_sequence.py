"""Resolves the classes of one isolating run sequence of a paragraph (Unicode Annex 9, W1 to I2)."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

ISOLATES = frozenset(("LRI", "RLI", "FSI"))
"""The classes of the characters that open an isolate."""

_NEUTRAL = frozenset(("B", "S", "WS", "ON", "PDI", *ISOLATES))
_FROM_RIGHT_IN_NEUTRALS = frozenset(("R", "EN", "AN"))
"""What counts as running from the right where brackets and neutrals are resolved (N0, N1)."""
_PAIRS = (
    "()[]{}\u0f3a\u0f3b\u0f3c\u0f3d\u169b\u169c\u2045\u2046\u207d\u207e\u208d\u208e\u2308\u2309"
    "\u230a\u230b\u2329\u232a\u2768\u2769\u276a\u276b\u276c\u276d\u276e\u276f\u2770\u2771\u2772"
    "\u2773\u2774\u2775\u27c5\u27c6\u27e6\u27e7\u27e8\u27e9\u27ea\u27eb\u27ec\u27ed\u27ee\u27ef"
    "\u2983\u2984\u2985\u2986\u2987\u2988\u2989\u298a\u298b\u298c\u298d\u2990\u298f\u298e\u2991"
    "\u2992\u2993\u2994\u2995\u2996\u2997\u2998\u29d8\u29d9\u29da\u29db\u29fc\u29fd\u2e22\u2e23"
    "\u2e24\u2e25\u2e26\u2e27\u2e28\u2e29\u2e55\u2e56\u2e57\u2e58\u2e59\u2e5a\u2e5b\u2e5c\u3008"
    "\u3009\u300a\u300b\u300c\u300d\u300e\u300f\u3010\u3011\u3014\u3015\u3016\u3017\u3018\u3019"
    "\u301a\u301b\ufe59\ufe5a\ufe5b\ufe5c\ufe5d\ufe5e\uff08\uff09\uff3b\uff3d\uff5b\uff5d\uff5f"
    "\uff60\uff62\uff63"
)
"""Every bracket that opens, each before the one that closes it (BidiBrackets of Unicode)."""
_CLOSING: Mapping[str, str] = dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True))
_OPENING = frozenset(_PAIRS[::2])
_CLOSES = frozenset(_PAIRS[1::2])
_MOST_BRACKETS = 63
"""Where more brackets than this are open at once, no pair of the sequence counts (BD16)."""


@dataclass(slots=True, eq=False)
class Character:
    """A character of a paragraph: its class, the class that the rules give it, and its level.

    ``opener`` is, for the end of an isolate, the character that opened it.
    """

    kind: str
    sign: str
    level: int = 0
    resolved: str = ""
    opener: "Character | None" = None


@dataclass(slots=True)
class RunSequence:
    """Characters of one level that are resolved together, and the levels beside them."""

    level: int
    before: int
    after: int = 0
    characters: list[Character] = field(default_factory=list)

    @property
    def embedding(self) -> str:
        """The direction of the level itself, as the class L or R."""
        return _direction(self.level)

    @property
    def start(self) -> str:
        """The class that counts before the first character (sos)."""
        return _direction(max(self.level, self.before))

    @property
    def end(self) -> str:
        """The class that counts after the last character (eos)."""
        return _direction(max(self.level, self.after))


def resolve(sequence: RunSequence) -> None:
    """Give each character of the sequence its final level."""
    _resolve_weak(sequence)
    _resolve_brackets(sequence)
    _resolve_neutrals(sequence)
    for character in sequence.characters:
        if character.level % 2:
            character.level += character.resolved != "R"
        elif character.resolved != "L":
            character.level += 1 if character.resolved == "R" else 2


def _direction(level: int) -> str:
    return "R" if level % 2 else "L"


def _resolve_weak(sequence: RunSequence) -> None:
    """Rules W1 to W7: marks, numbers, and the signs that belong to numbers."""
    before = strong = sequence.start
    for character in sequence.characters:
        if character.resolved == "NSM":  # W1
            character.resolved = "ON" if before in (*ISOLATES, "PDI") else before
        before = character.resolved
        if before in ("L", "R", "AL"):
            strong = before
        elif before == "EN" and strong == "AL":  # W2
            character.resolved = "AN"
    for character in sequence.characters:  # W3
        if character.resolved == "AL":
            character.resolved = "R"
    _resolve_separators(sequence.characters)
    strong = sequence.start
    for character in sequence.characters:
        if character.resolved in ("ES", "ET", "CS"):  # W6
            character.resolved = "ON"
        elif character.resolved in ("L", "R"):
            strong = character.resolved
        elif character.resolved == "EN" and strong == "L":  # W7
            character.resolved = "L"


def _resolve_separators(characters: Sequence[Character]) -> None:
    """Rules W4 and W5: one separator between two numbers, and signs such as % beside one."""
    for before, character, after in zip(characters, characters[1:], characters[2:], strict=False):
        between = before.resolved if before.resolved == after.resolved else ""
        if character.resolved == "ES" and between == "EN":
            character.resolved = "EN"
        elif character.resolved == "CS" and between in ("EN", "AN"):
            character.resolved = between
    for ordered in (characters, characters[::-1]):
        beside = ""
        for character in ordered:
            if character.resolved == "ET" and beside == "EN":
                character.resolved = "EN"
            beside = character.resolved


def _resolve_brackets(sequence: RunSequence) -> None:
    """Rule N0: both brackets of a pair take one direction."""
    characters, embedding = sequence.characters, sequence.embedding
    for opening, closing in _bracket_pairs(characters):
        inside = {_strong(one) for one in characters[opening + 1 : closing]} - {""}
        if embedding in inside:
            found = embedding
        elif not inside:
            continue
        else:
            earlier = (_strong(one) for one in reversed(characters[:opening]))
            before = next((kind for kind in earlier if kind), sequence.start)
            found = before if before != embedding else embedding
        for place in (opening, closing):
            characters[place].resolved = found
            for mark in characters[place + 1 :]:
                if mark.kind != "NSM":
                    break
                mark.resolved = found


def _bracket_pairs(characters: Sequence[Character]) -> list[tuple[int, int]]:
    """Where pairs of brackets open and close, in the order in which they open (rule BD16)."""
    opened: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for place, character in enumerate(characters):
        if character.resolved != "ON":
            continue
        sign = unicodedata.normalize("NFC", character.sign)
        if sign in _OPENING:
            if len(opened) == _MOST_BRACKETS:
                return []
            opened.append((_CLOSING[sign], place))
        elif sign in _CLOSES:
            for depth in range(len(opened) - 1, -1, -1):
                if opened[depth][0] == sign:
                    pairs.append((opened[depth][1], place))
                    del opened[depth:]
                    break
    return sorted(pairs)


def _strong(character: Character) -> str:
    """The direction in which a character counts among neutrals; empty where it has none."""
    if character.resolved in _FROM_RIGHT_IN_NEUTRALS:
        return "R"
    return "L" if character.resolved == "L" else ""


def _resolve_neutrals(sequence: RunSequence) -> None:
    """Rules N1 and N2: neutrals take the direction on both sides of them, or the embedding's."""
    characters = sequence.characters
    for start, end in _neutral_runs(characters):
        before = _strong(characters[start - 1]) if start else sequence.start
        after = _strong(characters[end]) if end < len(characters) else sequence.end
        for character in characters[start:end]:
            character.resolved = before if before == after else sequence.embedding


def _neutral_runs(characters: Sequence[Character]) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(characters):
        end = start
        while end < len(characters) and characters[end].resolved in _NEUTRAL:
            end += 1
        if end > start:
            yield start, end
        start = end + 1
