"""Texts made alike, so that what is typed is found: œ by oe, ß by ss, ø by o, and É by e."""

import unicodedata
from collections.abc import Iterable, Mapping

LETTERS: Mapping[str, str] = {
    "æ": "ae",
    "Æ": "AE",
    "œ": "oe",
    "Œ": "OE",
    "ß": "ss",
    "ẞ": "SS",
    "ø": "o",
    "Ø": "O",
    "ł": "l",
    "Ł": "L",
    "đ": "d",
    "Đ": "D",
    "ð": "d",
    "Ð": "D",
    "ħ": "h",
    "Ħ": "H",
    "ı": "i",
    "ﬁ": "fi",
    "ﬂ": "fl",
}
"""Letters that no accent makes of others, with those by which they are found; all others are what
they are without their accents. Not many more: SQLite reads SQL to a depth of a hundred."""


def fold(text: str) -> str:
    """``text`` as two writings of it compare: without case, accents, marks and double spaces."""
    plain = unicodedata.normalize("NFKD", plain_letters(text))
    kept = (one for one in plain if not unicodedata.combining(one))
    spaced = "".join(one if one.isalnum() else " " for one in kept)
    return " ".join(spaced.casefold().split())


def names_like(names: Iterable[str], typed: str) -> list[str]:
    """The names that have ``typed``: at the beginning of a word, or else anywhere; those that begin
    with it first."""
    wanted = fold(typed)
    folded = [(fold(name), name) for name in names] if wanted else []
    found = [one for one in folded if f" {wanted}" in f" {one[0]}"]
    found = found or [one for one in folded if wanted in one[0]]
    return [name for _, name in sorted(found, key=lambda one: not one[0].startswith(wanted))]


def plain_letters(text: str) -> str:
    """``text`` in the letters by which it is found, with the accents that it has."""
    found = unicodedata.normalize("NFC", text)
    for letter, plain in LETTERS.items():
        found = found.replace(letter, plain)
    return found


def plain_letters_sql(text: str) -> str:
    """The same as SQL of any SQLite, for an expression that gives a text."""
    for letter, plain in LETTERS.items():
        text = f"replace({text}, '{letter}', '{plain}')"
    return text
