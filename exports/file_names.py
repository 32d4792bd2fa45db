"""What files are called: names that every system takes, whatever people call their communities."""

import re
import unicodedata

LONGEST_NAME = 200
"""Bytes of a file's name before its ending: every file system takes that many."""

LONGEST_PART = 60
"""Bytes of a name that people gave, inside a file's name: what follows it has to be read too."""

_NOT_IN_NAMES = re.compile(r'[/\\:*?"<>|]|\s')
_UNSEEN = ("Cc", "Cf", "Co", "Cs")
"""Characters that steer, or are none: a name with them is not what it seems to be."""

_DEVICE = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])", re.IGNORECASE)
"""What Windows takes for a device, whatever ending follows."""


def is_file_name(name: str) -> bool:
    """Whether a name is a file's on every system: no device's, and not one whose end is lost."""
    before_ending = name.partition(".")[0].rstrip(" ")
    return not _DEVICE.fullmatch(before_ending) and not name.endswith((".", " "))


def fit_name(title: str, ending: str, otherwise: str) -> str:
    """A file's name: its title without what file systems refuse; ``otherwise`` where none of it is
    left."""
    whole = _NOT_IN_NAMES.sub(" ", title)
    name = "".join(sign for sign in whole if unicodedata.category(sign) not in _UNSEEN)
    cut = " ".join(name.split()).encode()[:LONGEST_NAME].decode(errors="ignore")
    whole = f"{cut.strip('. ') or otherwise}.{ending}"
    return whole if is_file_name(whole) else f"_{whole}"


def shortened(text: str) -> str:
    """A name that people gave, short enough to stand in a file's: whole words where may be."""
    whole = " ".join(text.split())
    if len(whole.encode()) <= LONGEST_PART:
        return whole
    cut = whole.encode()[:LONGEST_PART].decode(errors="ignore")
    # A letter is not parted from the marks on it, nor a word cut where another ends nearby.
    rest = whole[len(cut) :]
    while cut and rest and unicodedata.combining(rest[0]):
        cut, rest = cut[:-1], cut[-1] + rest
    words = cut.rpartition(" ")[0]
    whole_words = cut if rest.startswith(" ") else words
    kept = whole_words if len(whole_words.encode()) * 2 >= LONGEST_PART else cut
    return f"{kept.rstrip(' ,;:.·–-')}…"
