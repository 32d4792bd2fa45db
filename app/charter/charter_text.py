"""A charter that was written elsewhere, as text: taken apart at its headings, with nothing lost.

Headings are known by their marks (Markdown), by their numbers, by capitals, or because a short line
without a stop has text under it. Under each of them, text, lists and tables are parts of their own.
"""

import re
from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import Literal

import msgspec

from app.charter.clauses import LONGEST_HEADING, list_text, table_text
from app.folding import fold
from app.line_marks import without_marks

Form = Literal["text", "list", "table"]
How = Literal["", "marked", "numbered", "capitals", "short"]

LONGEST_PART = 8000
"""Characters of a part: one that would hold more goes on in another, between two lines."""

_LONGEST_LINE = 80
"""Characters of a heading that only its look or its number tells."""

_MOST_BEFORE_COLON = 4
"""Words of a heading that ends with a colon, which French sets apart as one of them."""

_HASHES = re.compile(r"(#{1,6})\s+(.*?)(?:\s+#+)?$")
_UNDERLINE = re.compile(r"(?:=+|-{3,})$")
_NUMBERED = re.compile(r"((?:\d{1,2}\.)+\d{1,2}|(?:\d{1,2}|[IVX]{1,5})(?=[.)]))[.)]?\s+(\S.*)$")
_ITEM = re.compile(r"(?:[-*+–—•▪◦·‣●○■□✓☐]|\(?\d{1,3}[.)]|\(?[a-zA-Z][.)])\s+\S")
_RULED = re.compile(r"\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?$")
_RULE = re.compile(r"(?:[-*_=]\s?){3,}$")
_PIPE = re.compile(r"(?<!\\)\|")
_STOPS = ".;,!?…"


class CharterPart(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of one form under one heading, which is empty before the first.

    ``group`` counts the headings: parts under the same one have the same. ``level`` is how deep it
    stands (1 the highest, 0 where there is none), ``how`` what told it. ``form`` and ``text`` are
    as a clause keeps them; without a text there is only the heading. ``lines`` are the lines of the
    source, the heading's with the first part under it: each line that says something is in one.
    """

    group: int = 0
    heading: str = ""
    level: int = 0
    how: How = ""
    form: Form = "text"
    text: str = ""
    lines: tuple[str, ...] = ()


class _Line(msgspec.Struct, frozen=True):
    raw: str
    apart: bool
    """Whether nothing stands right above it."""

    @property
    def said(self) -> str:
        return self.raw.strip()


class _Heading(msgspec.Struct, frozen=True):
    text: str
    level: int
    how: How
    underlined: bool = False


def charter_parts(text: str, known: Collection[str] = ()) -> list[CharterPart]:
    """The parts of a charter, in their order. ``known`` are names of sections, folded: a line of
    its own that says one of them is a heading."""
    lines = _lines(text)
    parts: list[CharterPart] = []
    under = CharterPart()
    mine: tuple[str, ...] = ()
    body: list[_Line] = []
    group = at = 0
    while at < len(lines):
        found = _heading(lines, at, known)
        if found is None:
            body.append(lines[at])
            at += 1
            continue
        parts += _under(under, mine, body)
        group += 1
        past = at + (2 if found.underlined else 1)
        mine = tuple(line.raw for line in lines[at:past])
        under = CharterPart(group=group, heading=found.text, level=found.level, how=found.how)
        body, at = [], past
    return [*parts, *_under(under, mine, body)]


def without_number(heading: str) -> str:
    """A heading without the number before it."""
    found = _NUMBERED.match(heading)
    return found[2] if found else heading


def table_heads(part: CharterPart) -> tuple[str, ...]:
    """The cells over the ruled line of a part's table; none where no line rules heads off."""
    lines = [line.strip() for line in part.lines]
    for above, line in pairwise(lines):
        if line.startswith("|") and _RULED.match(line):
            return tuple(_cells(above)) if above.startswith("|") else ()
    return ()


def _lines(text: str) -> list[_Line]:
    """The lines that say something."""
    lines: list[_Line] = []
    apart = True
    for raw in text.splitlines():
        if raw.strip():
            lines.append(_Line(raw, apart))
        apart = not raw.strip()
    return lines


def _heading(lines: Sequence[_Line], at: int, known: Collection[str]) -> _Heading | None:
    """The heading that a line is, or None."""
    line = lines[at]
    said = line.said
    marked = _HASHES.match(said)
    if marked and len(marked[2]) <= LONGEST_HEADING:
        return _named(marked[2], len(marked[1]), "marked")
    if _is_cells(line.raw) or len(said) > _LONGEST_LINE:
        return None
    following = lines[at + 1] if at + 1 < len(lines) else None
    if following and not following.apart and not _ITEM.match(said):
        under = following.said
        if _UNDERLINE.match(under):
            return _named(said, 1 if under[0] == "=" else 2, "marked", underlined=True)
    if said.startswith("**") and said.endswith("**") and "**" not in said[2:-2]:
        return _named(said, 3, "marked")
    numbered = _numbered(lines, at, known)
    if numbered is not None:
        return numbered
    if _ITEM.match(said):
        return None
    if fold(_plain(said)) in known:
        return _named(said, 2, "short")
    if _is_capitals(said) and (line.apart or at == 0):
        return _named(said, 1, "capitals")
    if line.apart and _is_short(said) and _says_more(lines, at + 1, known):
        return _named(said, 2, "short")
    return None


def _named(text: str, level: int, how: How, *, underlined: bool = False) -> _Heading | None:
    """A heading without what only marks it; None where nothing would be left."""
    plain = _plain(text)
    return _Heading(plain, level, how, underlined) if fold(plain) else None


def _plain(text: str) -> str:
    """What a heading says, without Markdown's stars and a colon at its end."""
    return " ".join(text.strip().strip("*_").rstrip("*_ :\u00a0\u202f").split())


def _numbered(lines: Sequence[_Line], at: int, known: Collection[str]) -> _Heading | None:
    """A line with a number and text under it; items of a list follow one another."""
    said = lines[at].said
    found = _NUMBERED.match(said)
    if found is None or found[2][-1] in _STOPS:
        return None
    depth = found[1].count(".") + 1
    named = fold(_plain(found[2])) in known
    before = _depth(lines[at - 1]) if at and not lines[at].apart else 0
    after = _depth(lines[at + 1]) if at + 1 < len(lines) else depth
    if not named and (before == depth or after == depth):
        return None
    return _named(said, depth + 1, "numbered")


def _depth(line: _Line) -> int:
    """How deep a line is numbered; 0 where it is not."""
    found = _NUMBERED.match(line.said)
    return found[1].count(".") + 1 if found else 0


def _is_capitals(said: str) -> bool:
    letters = [one for one in said if one.isalpha()]
    return len(letters) > 3 and said == said.upper() and said != said.lower()


def _is_short(said: str) -> bool:
    """A line that may be a heading: it begins like one, and no sentence ends with it."""
    begins = said[0].isupper() or said[0].isdigit() or not said[0].isalpha()
    # A longer line with a colon leads into what follows.
    leads = said[-1] == ":" and len(said.split()) > _MOST_BEFORE_COLON
    return len(said) <= _LONGEST_LINE and begins and not leads and said[-1] not in _STOPS


def _says_more(lines: Sequence[_Line], at: int, known: Collection[str]) -> bool:
    """Whether a line is there, and more than another heading: a sentence, an item, a row."""
    if at == len(lines):
        return False
    said = lines[at].said
    if _ITEM.match(said) or _is_cells(lines[at].raw):
        return _numbered(lines, at, known) is None
    return not _is_short(said) and not _HASHES.match(said)


def _is_cells(raw: str) -> bool:
    """Whether a line is a row of a table: Markdown's, or cells that tabs separate."""
    said = raw.strip()
    if said.startswith("|") and said.endswith("|") and len(said) > 1:
        return True
    mark, tab, rest = raw.lstrip().partition("\t")
    rest = rest.lstrip()
    # Word puts a tab between a number and what it counts.
    return bool(tab) and ("\t" in rest or not _marked(f"{mark} {rest}"))


def _marked(said: str) -> bool:
    """Whether a line begins with a mark or a number of its own."""
    return bool(_ITEM.match(said) or _NUMBERED.match(said))


def _under(heading: CharterPart, mine: tuple[str, ...], body: Sequence[_Line]) -> list[CharterPart]:
    """The parts under a heading; the heading alone where nothing is under it."""
    parts: list[CharterPart] = []
    for form, run in _runs(body):
        said = _text(form, run)
        lines = tuple(line.raw for line in run)
        if parts and not said:  # a rule under nothing belongs to what is above it
            parts[-1] = msgspec.structs.replace(parts[-1], lines=(*parts[-1].lines, *lines))
            continue
        parts.append(msgspec.structs.replace(heading, form=form, text=said, lines=(*mine, *lines)))
        mine = ()
    if mine:
        parts.append(msgspec.structs.replace(heading, lines=mine))
    return parts


def _runs(body: Sequence[_Line]) -> list[tuple[Form, list[_Line]]]:
    """Lines of one form that follow one another, not more at once than a part holds."""
    runs: list[tuple[Form, list[_Line]]] = []
    size = 0
    for line in body:
        form = _form(line, runs[-1][0] if runs else "text")
        size += len(line.raw) + 2
        if not runs or runs[-1][0] != form or size > LONGEST_PART:
            runs.append((form, []))
            size = len(line.raw) + 2
        runs[-1][1].append(line)
    return runs


def _form(line: _Line, before: Form) -> Form:
    if _is_cells(line.raw):
        return "table"
    if _ITEM.match(line.said):
        return "list"
    indented = line.raw[0].isspace() and not line.apart
    return "list" if indented and before == "list" else "text"


def _text(form: Form, run: Sequence[_Line]) -> str:
    """What lines say, as a clause of their form keeps it."""
    if form == "table":
        ruled = len(run) > 1 and run[1].said[0] == "|" and _RULED.match(run[1].said)
        rows = [_cells(line.raw) for at, line in enumerate(run) if not (ruled and at == 1)]
        return table_text(rows)
    if form == "list":
        items: list[str] = []
        for line in run:
            if _ITEM.match(line.said) or not items:
                items.append(line.said)
            else:
                items[-1] = f"{items[-1]} {line.said}"
        return list_text(without_marks(items))
    saying = [line for line in run if not _RULE.match(line.said)]
    paragraphs = (f"\n{line.said}" if line.apart else line.said for line in saying)
    return "\n".join(paragraphs).strip()


def _cells(raw: str) -> list[str]:
    """The cells of a row."""
    said = raw.strip()
    if said.startswith("|"):
        cells = _PIPE.split(said)[1:]
        if not cells[-1].strip():
            cells = cells[:-1]
        return [cell.strip().replace("\\|", "|") for cell in cells]
    return raw.split("\t")
