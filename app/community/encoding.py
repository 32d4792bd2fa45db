"""Bytes of a list made elsewhere, read as text: honestly, or not at all.

UTF-8 and UTF-16 say what they are. Windows-1252 reads any bytes, right or wrong: it is believed
only when what it gives looks like the Western languages it was made for.
"""

import unicodedata
from pathlib import Path
from typing import Literal

import msgspec

from app.library.trouble import Trouble, from_system

Encoding = Literal["utf-8", "utf-16", "windows-1252"]

_MARKS = frozenset("‘’“”«»‹›–—…•·°€©®™ \u00ad§ºª²³½¼¾¡¿£")
_LONGEST_RUN = 3
"""Accented letters in a row: more than this is no Western word ("créée" has two)."""


MOST_MEGABYTES = 5
"""The largest list that is read."""


class Decoded(msgspec.Struct, frozen=True):
    """Text, and the encoding it was read in."""

    text: str
    encoding: Encoding


def decode(data: bytes) -> Decoded:
    """The text in ``data``. Raises :class:`Trouble` (``encoding-unknown``)."""
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if data.startswith(mark):
            return Decoded(_strictly(data[2:], encoding), "utf-16")
    guessed = _unmarked_utf16(data)
    if guessed is not None:
        return Decoded(_strictly(data, guessed), "utf-16")
    try:
        return Decoded(data.decode("utf-8-sig"), "utf-8")
    except UnicodeDecodeError:
        text = _strictly(data, "cp1252")
    if not _looks_western(text):
        raise Trouble("encoding-unknown")
    return Decoded(text, "windows-1252")


def read_list(path: Path) -> Decoded:
    """The text of a file.

    Raises :class:`Trouble`: ``list-too-large``, ``encoding-unknown``, or what the disk says.
    """
    try:
        if path.stat().st_size > MOST_MEGABYTES * 1024 * 1024:
            raise Trouble("list-too-large", most=MOST_MEGABYTES)
        if not path.is_file() and not path.is_dir():  # a pipe would be waited for
            raise Trouble("encoding-unknown")
        data = path.read_bytes()
    except OSError as error:
        raise from_system(error, path) from error
    return decode(data)


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Trouble("encoding-unknown") from error


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 without its mark: every other byte of what is mostly Western text is zero."""
    sample = data[:2000]
    half = len(sample) // 2
    if half < 2:
        return None
    if sample[1::2].count(0) > half * 0.7:
        return "utf-16-le"
    if sample[0::2].count(0) > half * 0.7:
        return "utf-16-be"
    return None


def _looks_western(text: str) -> bool:
    run = 0
    before = ""
    for one in text:
        if one in "\t\r\n" or " " <= one <= "~":
            run = 0
        elif unicodedata.category(one)[0] == "L":
            run += 1
            # A capital with an accent inside a word ("RenŽ") betrays another encoding.
            if run > _LONGEST_RUN or (one.isupper() and before.islower()):
                return False
        elif one in _MARKS:
            run = 0
        else:
            return False
        before = one
    return True
