"""Several people on one line, as mail programs and minutes write them.

``a@x.org; b@y.org`` · ``Name <a@x.org>, Other <b@y.org>`` · ``Last, First; Other, Name``
"""

import re
from collections.abc import Iterator, Sequence

import msgspec

from app.community.name_order import first_name_first, is_suffix, looks_like_name, without_quotes
from app.community.pasted_rows import split_line
from app.folding import fold
from app.typed_text import is_address, mail_address

_ADDRESSED = re.compile(
    r"(?P<name>[^<>@]*)[<(\[]\s*(?P<email>[^<>()\[\]\s]*@[^<>()\[\]\s]*)\s*[>)\]]"
)
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_BEFORE_PEOPLE = frozenset(
    (
        "to cc bcc from a cci de attendees members present participants participantes presences "
        "presents presentes membres invites"
    ).split()
)
"""What stands before a colon and the people of a mail or of minutes."""

_STEERING = re.compile(r"[\"<(\[>)\],;]")
_AND = re.compile(r",?\s+(?:et|and|&|/)\s+", re.IGNORECASE)
_CERTAIN = 4
"""So many names with commas between them are people: a person's line has three cells at most."""


class Addressed(msgspec.Struct, frozen=True):
    """Somebody as a mail program writes them; the name may be empty."""

    name: str
    email: str


def addressed(text: str) -> Addressed | None:
    """One person written ``Name <address>``, or None."""
    found = _ADDRESSED.fullmatch(text.strip())
    if found is None:
        return None
    said, email = " ".join(found["name"].split()), mail_address(found["email"])
    name = without_quotes(said)
    given = fold(name.rpartition(",")[2]).partition(" ")[0]
    # Mail programs quote a name for its comma; an address often begins with the given name.
    sure = name != said or (bool(given) and fold(email).startswith(given))
    return Addressed("" if name == email else first_name_first(name, sure=sure), email)


def people_on(line: str, mark: str) -> list[list[str]]:
    """Who stands on a line, each with the cells that say who they are.

    ``mark`` separates the cells of somebody who has the line alone. Raises :class:`Trouble`
    (``paste-unreadable``).
    """
    label, colon, rest = line.partition(":")
    if colon and fold(label) in _BEFORE_PEOPLE:
        line = rest.strip()
    # Google writes several values of one cell so.
    line = line.replace(":::", ";")
    if line.count("@") > 1:
        found = list(_by_address(line))
        if sum("@" in piece for piece in found) > 1:
            return [_cells(piece, ",") for piece in found]
    elif "@" not in line:
        for said, separator, least in (
            (line, ";", 2),
            (line, ",", _CERTAIN),
            (_AND.sub(", ", line), ",", 2 if _AND.search(line) else _CERTAIN),
        ):
            names = with_suffixes(_apart(said, separator))
            if len(names) >= least and all(_is_name(name) for name in names):
                return [[first_name_first(without_quotes(name))] for name in names]
    return [_cells(line, mark)]


def cell_people(cell: str) -> list[Addressed]:
    """Who stands in one cell for names or addresses; without a name, or without an address."""
    found = []
    for cells in people_on(cell, ";"):
        if len(cells) == 1 and is_address(mail_address(cells[0])):
            found.append(Addressed("", mail_address(cells[0])))
        elif len(cells) == 2 and is_address(cells[1]):
            found.append(Addressed(cells[0], cells[1]))
        else:
            found.append(Addressed("; ".join(cells), ""))
    return found


def _cells(piece: str, mark: str) -> list[str]:
    """The cells of one person's line; ``Name <address>`` is two."""
    one = addressed(piece)
    if one is not None:
        return [one.name, one.email]
    cells = split_line(piece, mark)
    found: list[str] = []
    for cell in with_suffixes(cells) if mark == "," else cells:
        inside = addressed(cell)
        words = cell.split()
        ends = [at for at in (0, -1) if words and is_address(mail_address(words[at]))]
        if inside is not None:
            found.extend((inside.name, inside.email))
        elif ends and len(words) > 1 and cell.count("@") == 1:
            # An address that only a space parts from the name.
            address = words.pop(ends[-1])
            found.extend((" ".join(words).strip(" -–—:"), mail_address(address)))
        else:
            found.append(mail_address(cell) if ends else cell)
    return found


def with_suffixes(cells: Sequence[str]) -> list[str]:
    """The cells of a line, with "PhD" and its like back behind the name it was parted from."""
    joined: list[str] = []
    for cell in cells:
        if joined and cell and is_suffix(cell, joined[-1]):
            joined[-1] = f"{joined[-1]}, {cell}"
        else:
            joined.append(cell)
    return joined


def _by_address(line: str) -> Iterator[str]:
    """A line with several addresses: each person's address, with what stands before it."""
    pieces = _pieces(line)
    first = bool(pieces) and is_address(mail_address(pieces[0])) and "@" not in pieces[-1]
    together: list[str] = []
    for piece in pieces:
        if first and "@" in piece and together:
            yield ", ".join(together)
            together = []
        together.append(piece)
        if not first and "@" in piece:
            yield ", ".join(together)
            together = []
    if together:
        yield ", ".join(together)


def _pieces(line: str) -> list[str]:
    """What semicolons separate; where that still holds several addresses, what commas do, then
    spaces."""
    pieces: list[str] = []
    for part in _apart(line, ";"):
        for piece in _apart(part, ",") if part.count("@") > 1 else [part]:
            words = piece.split()
            several = len(words) > 1 and all(is_address(mail_address(word)) for word in words)
            pieces.extend(words if several else [piece])
    return pieces


def _apart(line: str, mark: str) -> list[str]:
    """What a mark separates, but for marks inside quotes and brackets."""
    if mark not in line:
        return [line.strip()]
    pieces, depth, quoted, begun = [], 0, False, 0
    for found in _STEERING.finditer(line):
        at, sign = found.start(), found[0]
        if sign == '"':
            quoted = not quoted
        elif sign in "<([":
            depth += 1
        elif sign in ">)]":
            depth = max(0, depth - 1)
        elif sign == mark and not depth and not quoted:
            pieces.append(line[begun:at].strip())
            begun = at + 1
    return [piece for piece in (*pieces, line[begun:].strip()) if piece]


def _is_name(piece: str) -> bool:
    plain = " ".join(_ASIDE.sub(" ", without_quotes(piece)).split())
    return looks_like_name(first_name_first(plain).split(",")[0])
