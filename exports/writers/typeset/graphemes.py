"""Where a text may be broken, and which characters belong together.

A small part of Unicode Annexes 14 and 29: what the languages of a workshop need.
"""

import re
import unicodedata

SOFT_HYPHEN = "\u00ad"
ZERO_SPACE = "\u200b"
_JOINER = "\u200d"
_EMOJI_SIGN = "\ufe0f"
_KEYCAP = "\u20e3"

# Without spaces between their words, these break between any two letters.
_IDEOGRAPHS = (
    "\u2e80-\u2fff\u3003-\u3007\u3012\u3013\u3020-\u30ff\u3105-\u31ff\u3200-\u9fff\ua000-\ua4cf"
    "\uac00-\ud7af\uf900-\ufaff\uff02-\uff07\uff0a\uff0b\uff0d\uff0f-\uff19\uff1c-\uff1e"
    "\uff20-\uff3a\uff3e-\uff5a\uff66-\uff9d\U0001f300-\U0001faff\U00020000-\U0003ffff"
)
# Marks that may not begin a line, or not end one.
_NOT_FIRST = (
    "、。，．・：；？！）］｝〕〉》」』】〙〗〟’”»ー々ゝゞヽヾ…‥)]}.,:;?!%"
    "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ"
)
_NOT_LAST = "（［｛〔〈《「『【〘〖〝‘“«([{"
_MAY_BREAK = re.compile(f"[-/\u2010\u2012-\u2014{SOFT_HYPHEN}{ZERO_SPACE}{_IDEOGRAPHS}]")
_BREAK = re.compile(
    # After a hyphen, a dash or a slash that stands between two words (never before a number).
    "(?<=\\w[-/\u2010\u2012\u2013])(?=[^\\W\\d_])|(?<=\u2014)(?=\\w)"
    f"|(?<={SOFT_HYPHEN})(?=.)|(?<={ZERO_SPACE})(?=.)"
    # Around an ideograph, save where a mark clings to its neighbour.
    f"|(?<=[{_IDEOGRAPHS}])(?=[^\\s{re.escape(_NOT_FIRST)}\u3099\u309a\ufe00-\ufe0f\u200d"
    "\U0001f3fb-\U0001f3ff\U000e0020-\U000e01ef])"
    f"|(?<=[^\\s\u200d{re.escape(_NOT_LAST)}])(?=[{_IDEOGRAPHS}])"
    f"(?=[^{re.escape(_NOT_FIRST)}\U0001f3fb-\U0001f3ff])"
)
_KANA = re.compile("[\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9f]")
_HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7ff]")
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")

_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufe00-\ufe0f\ufeff\uffa0\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)


def break_word(word: str) -> list[str]:
    """A word cut wherever a line may end inside it; most words come back whole."""
    if not _MAY_BREAK.search(word):
        return [word]
    return [piece for piece in _BREAK.split(word) if piece]


_LONGEST_SIGN = 32
"""No language writes longer ones; without an end to them a page could be one sign."""


def graphemes(text: str) -> list[str]:
    """The graphemes of a text: a letter with its marks, a flag."""
    found: list[str] = []
    for character in text:
        if found and len(found[-1]) < _LONGEST_SIGN and _clings(found[-1], character):
            found[-1] += character
        else:
            found.append(character)
    return found


def _clings(before: str, character: str) -> bool:
    if before[-1] == _JOINER and unicodedata.category(before[0]) == "So":
        return True  # emoji joined into one: a family, a trade
    if unicodedata.category(character)[0] == "M" or is_invisible(character):
        return True
    if "\U0001f3fb" <= character <= "\U0001f3ff":
        return True  # the colour of a skin
    return len(before) == 1 and _is_flag_letter(before) and _is_flag_letter(character)


def _is_flag_letter(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"


def is_invisible(character: str) -> bool:
    """Whether a character steers others and is itself never drawn."""
    return _UNSEEN.match(character) is not None


def drawn(cluster: str) -> str:
    """The cluster's characters that need a glyph."""
    return _UNSEEN.sub("", cluster)


def asks_for_emoji(cluster: str) -> bool:
    """Whether a cluster says of itself that it is an emoji and no ordinary letter."""
    return _EMOJI_SIGN in cluster or _KEYCAP in cluster


def east_asian_language(text: str) -> str:
    """Whose forms the ideographs of a text take, as a language code; empty without ideographs."""
    if not _HAN.search(text):
        return ""
    if _KANA.search(text):
        return "ja"
    return "ko" if _HANGUL.search(text) else "zh-Hans"
