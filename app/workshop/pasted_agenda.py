"""An agenda as it was pasted, from a spreadsheet, a document or a message: what each row means.

Times, lengths and titles are found in cells or in a line of text, in any language Hearth speaks.
A row that names an exercise or an interlude of the catalogue becomes that.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal

import msgspec

from app.catalogue.catalogue import Catalogue
from app.pasted_cells import Pasted
from app.typed_dates import read_minutes, read_time
from app.typed_text import one_line, unmarked, visible, why_unwritable
from app.words import DAY, Words
from app.workshop.named_blocks import Named, NamedBlocks

LONGEST = 600
"""Minutes: what seems to take longer was read wrongly."""
LONGEST_CLOCKED = 240
"""Minutes: what is written like a clock and is more is a time of day."""
OWN_MINUTES = 15
"""Of a block of which neither a length nor a next start is known."""
LONGEST_TITLE = 200
LONGEST_CELL = 1000
"""Letters of a cell that are looked at: more is no line of an agenda."""

Role = Literal["time", "until", "minutes", "title", "number", ""]
How = Literal["said", "times", "usual", "guessed"]
Why = Literal["", "heading", "aside", "no-title", "end"]

_BETWEEN = re.compile(r"\s*[-‐‑‒–—−→]\s*|\s+(?:to|until|à|a|jusqu’à|jusqu'à)\s+", re.IGNORECASE)
_CLOCKED = re.compile(
    r"\d\s*(?::|h(?![^\W\d]))|\d\s*[ap]\.?\s?m\b|\b(?:noon|midday|midi|minuit|midnight)\b"
    r"|^\s*0\d{3}\s*$",
    re.IGNORECASE,
)
_POINT = r"\d{1,2}\s*(?:(?::|h(?![^\W\d]))\s*\d{0,2}(?!\d)\s*(?:[ap]\.?m\b\.?)?|[ap]\.?m\b\.?)"
_TO = r"\s*(?:[-‐‑‒–—−→]|to\b|à\b)\s*"
_LEADING = re.compile(
    rf"^\s*[\[(]?({_POINT}|\d{{1,2}}(?={_TO}{_POINT}))(?:{_TO}({_POINT}))?[\])]?[\s:.,;|·–—-]*(.*)$",
    re.IGNORECASE | re.DOTALL,
)
_LENGTH = (
    r"\d{1,3}\s*(?:min(?:utes?|s)?\b\.?|mn\b|['’′])"
    r"|\d\s*h(?:(?:rs?|ours?|eures?)\b)?(?:\s*\d{2}\b|(?![^\W\d]))"
)
_TRAILING = re.compile(
    rf"^(.*?\S)(?:[\s,;:–—-]+|(?=[\[(]))[\[(]?\s*({_LENGTH})\s*[\])]?\.?\s*$",
    re.IGNORECASE | re.DOTALL,
)
_FIRST_LENGTH = re.compile(
    rf"^\s*[\[(]?\s*({_LENGTH})\s*[\])]?[\s,;:–—-]+(.+)$", re.IGNORECASE | re.DOTALL
)
_UNIT = re.compile(r"[^\W\d]|['’′]")


class PastedRow(msgspec.Struct, frozen=True, kw_only=True):
    """What a row means. ``text`` is all of it as it was pasted.

    ``exercise`` and ``interlude`` are those that its title names. ``how``: whether its minutes were
    said, follow from times, are usual for what it names, or guessed. ``taken``: it becomes a block;
    ``why`` it does not by itself. ``unused``: cells that no block keeps.
    """

    text: str
    title: str = ""
    exercise: str = ""
    interlude: str = ""
    starts: int | None = None
    minutes: int = OWN_MINUTES
    how: How = "guessed"
    taken: bool = True
    why: Why = ""
    unused: tuple[str, ...] = ()


class _Read(msgspec.Struct, kw_only=True):
    """A row while it is read."""

    text: str
    title: str = ""
    starts: int | None = None
    until: int | None = None
    minutes: int | None = None
    unused: tuple[str, ...] = ()
    heading: bool = False


def read_agenda(
    catalogue: Catalogue, readers: Sequence[Words], pasted: Pasted
) -> tuple[PastedRow, ...]:
    """What the rows of a pasted agenda mean; ``readers`` are the words of each language."""
    rows = [[_cell(cell) for cell in row] for row in pasted.rows if any(map(visible, row))]
    wide = max((len(row) for row in rows), default=0)
    rows = [[*row, *[""] * (wide - len(row))] for row in rows]
    names = NamedBlocks(catalogue, readers)
    heads = _headings(rows[0], readers) if rows and wide > 1 else {}
    roles = _roles(rows[1:] if heads else rows, heads, readers, wide)
    read = [_read_row(row, roles, readers) for row in rows]
    if heads:
        read[0].heading = True
    return tuple(_understood(read, names))


def _cell(text: str) -> str:
    """A cell on one line, without signs that no library keeps."""
    start = text.strip()[:LONGEST_CELL]
    if why_unwritable(start):
        start = "".join(sign for sign in start if not why_unwritable(sign))
    return one_line(start)


def _headings(row: Sequence[str], readers: Sequence[Words]) -> dict[int, Role]:
    """What the first row says that the columns hold; nothing where it is no heading."""
    known: dict[str, Role] = {}
    roles: tuple[Role, ...] = ("time", "until", "minutes", "title", "number")
    for words in readers:
        for role in roles:
            for said in words(f"agenda_paste.heads.{role}").split(","):
                known.setdefault(_plain(said), role)
    found = {at: known[_plain(cell)] for at, cell in enumerate(row) if _plain(cell) in known}
    filled = sum(map(bool, row))
    return found if found and 2 * len(found) >= filled else {}


def _roles(
    rows: Sequence[Sequence[str]], heads: dict[int, Role], readers: Sequence[Words], wide: int
) -> dict[int, Role]:
    """What each column holds: as it is headed, else by most of its cells."""
    if wide == 1:
        return {0: "title"}
    roles: dict[int, Role] = dict(heads)
    for at in range(wide):
        cells = [row[at] for row in rows if row[at]]
        if at in roles or not cells:
            continue
        role = _role_of(cells, readers)
        if role == "time" and "time" in roles.values():
            role = "until"
        if role:
            roles[at] = role
    if "title" not in roles.values():
        texts = [at for at in range(wide) if at not in roles]
        if texts:
            # The first one that says something in most rows.
            filled = {at: sum(bool(row[at]) for row in rows) for at in texts}
            most = max(filled.values())
            roles[next(at for at in texts if 2 * filled[at] >= most)] = "title"
    return roles


def _role_of(cells: Sequence[str], readers: Sequence[Words]) -> Role:
    """What a column without a heading holds."""
    half = len(cells) / 2
    times = [found for cell in cells if (found := _times(cell, readers))]
    if len(times) > half:
        starts = [one for one, _ in times]
        rising = all(one <= other for one, other in pairwise(starts))
        ranged = any(until is not None for _, until in times)
        # 0:15, 0:30, 0:15 are lengths; 14:00, 9:00 are times out of order.
        timely = ranged or len(times) == 1 or max(starts) > LONGEST_CLOCKED
        return "time" if timely or (rising and starts[-1] > starts[0]) else "minutes"
    figures = [int(cell) for cell in cells if cell.isdecimal() and len(cell) <= 4]
    if len(figures) == len(cells) > 1 and figures == list(
        range(figures[0], figures[0] + len(cells))
    ):
        return "number"
    if sum(_length(cell, readers) is not None for cell in cells) > half:
        return "minutes"
    return ""


def _read_row(row: Sequence[str], roles: dict[int, Role], readers: Sequence[Words]) -> _Read:
    """A row by what its columns hold; a cell that does not hold that is left over."""
    read = _Read(text=" – ".join(cell for cell in row if cell))
    unused: list[str] = []
    for at, cell in enumerate(row):
        role = roles.get(at, "")
        if not cell or role == "number":
            continue
        if role == "title":
            read.title = cell
        elif role in ("time", "until") and (times := _times(cell, readers)):
            first, second = times
            if role == "until":
                read.until = first
            else:
                read.starts, read.until = first, second if read.until is None else read.until
        elif role == "minutes" and (minutes := _length(cell, readers)) is not None:
            read.minutes = minutes
        else:
            unused.append(cell)
    for cell in unused if read.minutes is None else ():
        minutes = _length(cell, readers) if _UNIT.search(cell) else None
        if minutes is not None:
            read.minutes = minutes
            unused.remove(cell)
            break
    if not read.title and len(unused) == 1:
        read.title = unused.pop()
    _read_line(read, readers)
    if not read.title and read.starts is not None and len(unused) == 1:
        # A time stood where the other rows have their titles.
        read.title = unused.pop()
    read.unused = tuple(unused)
    return read


def _read_line(read: _Read, readers: Sequence[Words]) -> None:
    """Take a time and a length out of a title that has them, and the mark of a list."""
    title = unmarked(read.title)
    lead = _LEADING.match(title)
    if read.starts is None and lead is not None:
        times = _times(" – ".join(one for one in lead.groups()[:2] if one), readers)
        if times is not None:
            (read.starts, read.until), title = times, lead[3]
    for pattern, length, rest in ((_TRAILING, 2, 1), (_FIRST_LENGTH, 1, 2)):
        found = pattern.match(title) if read.minutes is None else None
        if found is not None and (minutes := _length(found[length], readers)) is not None:
            read.minutes, title = minutes, found[rest]
    title = title.strip().rstrip("–—-:;,|· ")
    read.title = title if visible(title) else ""


def _times(cell: str, readers: Sequence[Words]) -> tuple[int, int | None] | None:
    """The time that a cell says, and until when; None where it is no time of day."""
    if not _CLOCKED.search(cell) or re.search(r"\bmin", cell, re.IGNORECASE):
        return None
    before, *after = _BETWEEN.split(cell.strip(), maxsplit=1)
    first = _time(before, readers)
    if first is None or not after:
        return None if first is None else (first, None)
    until = _time(after[0], readers)
    if until is None:
        return None
    # In "1–2 pm" both are in the afternoon.
    half, said = DAY // 2, re.compile(r"[ap]\.?m", re.IGNORECASE)
    later = said.search(after[0]) and not said.search(before) and first + half < until
    return (first + half if later else first), until


def _time(text: str, readers: Sequence[Words]) -> int | None:
    """The time of day that a text means in one of the languages."""
    return next((at for words in readers if (at := read_time(text, words)) is not None), None)


def _length(cell: str, readers: Sequence[Words]) -> int | None:
    """The minutes that a cell says, as a length of time."""
    cell = re.sub(r"['’′]\s*$", " min", cell.strip("()[] "))
    found = next((m for words in readers if (m := read_minutes(cell, words)) is not None), None)
    return found if found is not None and 0 < found <= LONGEST else None


def _understood(read: Sequence[_Read], names: NamedBlocks) -> Iterator[PastedRow]:
    """Rows as blocks: with minutes, and what their titles name."""
    measured = sum(one.starts is not None or one.minutes is not None for one in read) > 1
    for at, one in enumerate(read):
        title = one.title if len(one.title) <= LONGEST_TITLE else f"{one.title[:LONGEST_TITLE]}…"
        if one.heading or not title:
            why: Why = "heading" if one.heading else "no-title"
            yield PastedRow(text=one.text, taken=False, why=why)
            continue
        last = not any(other.title for other in read[at + 1 :])
        if last and one.minutes is None and one.until is None and names.ends(title):
            yield PastedRow(text=one.text, title=title, starts=one.starts, taken=False, why="end")
            continue
        named = names.find(title)
        minutes, how = _minutes(one, read[at + 1 :], named)
        timed = one.starts is not None or one.minutes is not None
        aside = measured and not timed and not named.known
        yield PastedRow(
            text=one.text,
            title=title,
            exercise=named.exercise,
            interlude=named.interlude,
            starts=one.starts,
            minutes=minutes,
            how=how,
            taken=not aside,
            why="aside" if aside else "",
            unused=one.unused,
        )


def _minutes(one: _Read, after: Sequence[_Read], named: Named) -> tuple[int, How]:
    """How long a block takes, and how that is known."""
    if one.minutes is not None:
        return one.minutes, "said"
    following = next((other for other in after if other.starts is not None), None)
    # What stands between without a time takes some of it.
    between = after[: after.index(following)] if following is not None else ()
    until = one.until
    if until is None and following is not None and not any(other.minutes for other in between):
        until = following.starts
    if one.starts is not None and until is not None:
        found = (until - one.starts) % DAY
        if 0 < found <= LONGEST:
            return found, "times"
    return (named.minutes, "usual") if named.known else (OWN_MINUTES, "guessed")


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).strip(" .:")
