"""What changed between two charters: clause by clause, then word by word. Pure functions."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal

import msgspec

from app.charter.clauses import cells_of, items_of
from app.library.charter_rows import FrozenClause

Mark = Literal["kept", "added", "removed"]

_SIGN = r"[\s.,;:!?…()\[\]{}«»“”\"/–—-]"
_SIGNS = re.compile(f"{_SIGN}*")
_UNIT = re.compile(f"((?:(?!{_SIGN}).)+)({_SIGN}*)")
"""A word, in whatever script, and the signs and spaces after it."""

_SMALL = 3
"""Letters up to which what was kept between two changes is no rest for the eye: it goes along."""

_ANOTHER = 5
"""Where less than a fifth was kept, it is another text: it is shown whole, and so is the old."""

_ALIKE = 0.3
"""The share of common words from which two lines are one that was edited."""

_MANY = 60
"""Lines in a row that changed, up to which each is laid beside the one most like it."""


class Stretch(msgspec.Struct, frozen=True):
    """A stretch of text that was kept, added or removed."""

    mark: Mark
    text: str


Stretches = tuple[Stretch, ...]


class ClauseChange(msgspec.Struct, frozen=True):
    """A clause before and now; None where it was not there."""

    before: FrozenClause | None
    now: FrozenClause | None

    @property
    def section(self) -> str:
        """The section it stands in, or stood in when it is gone."""
        return self._either.section

    @property
    def form(self) -> str:
        """Text, list or table."""
        return self._either.form

    @property
    def mark(self) -> Literal["kept", "added", "removed", "edited"]:
        """What happened to the clause: ``kept``, ``added``, ``removed`` or ``edited``."""
        if self.before is None:
            return "added"
        if self.now is None:
            return "removed"
        same = (self.before.text, self.before.heading) == (self.now.text, self.now.heading)
        return "kept" if same else "edited"

    @property
    def new_items(self) -> int:
        """How many items or rows were added, if that is all that happened to it; otherwise 0."""
        if self.before is None:
            return 1
        if self.now is None or self.form == "text" or self.before.heading != self.now.heading:
            return 0
        before, now = items_of(self.before), items_of(self.now)
        blocks = SequenceMatcher(None, before, now, autojunk=False).get_matching_blocks()
        kept = sum(block.size for block in blocks)
        return len(now) - kept if kept == len(before) else 0

    @property
    def heading(self) -> Stretches:
        """The clause's own heading, word by word."""
        return word_changes(_heading(self.before), _heading(self.now))

    @property
    def words(self) -> Stretches:
        """The clause's text, word by word."""
        return word_changes(_text(self.before), _text(self.now))

    @property
    def items(self) -> tuple[Stretches, ...]:
        """The items of a list, each word by word."""
        return tuple(
            word_changes(_at(old, 0), _at(new, 0))
            for old, new in pair_up(_items(self.before), _items(self.now))
        )

    @property
    def rows(self) -> tuple[tuple[Stretches, ...], ...]:
        """The rows of a table, each cell word by word."""
        found = []
        for old, new in pair_up(_rows(self.before), _rows(self.now)):
            wide = max(len(old), len(new))
            found.append(tuple(word_changes(_at(old, at), _at(new, at)) for at in range(wide)))
        return tuple(found)

    @property
    def _either(self) -> FrozenClause:
        either = self.now or self.before
        assert either is not None
        return either


def compare(
    before: Sequence[FrozenClause], now: Sequence[FrozenClause]
) -> tuple[ClauseChange, ...]:
    """The clauses of now in their order; those that are gone stand where they stood.

    A clause is the same one when its id is, and it stands in the same section in the same form.
    """
    known = {_place(clause): clause for clause in before}
    found = [ClauseChange(known.get(_place(clause)), clause) for clause in now]
    return tuple(_with_gone(before, found))


def word_changes(old: str, new: str) -> Stretches:
    """What was kept, removed and added between two texts, in the order of reading.

    The kept and the removed together are ``old``, the kept and the added ``new``.
    """
    # Spaces and signs are everywhere: texts are laid side by side by their words alone.
    before, now = _units(old), _units(new)
    matcher = SequenceMatcher(
        None, [unit.word for unit in before], [unit.word for unit in now], autojunk=False
    )
    codes = matcher.get_opcodes()
    kept = sum(_letters(before[i:j]) for tag, i, j, _, _ in codes if tag == "equal")
    another = kept * _ANOTHER < max(_letters(before), _letters(now))
    weaving = _StretchBuilder()
    for at, (tag, i, j, k, m) in enumerate(codes):
        between = 0 < at < len(codes) - 1
        small = between and _letters(before[i:j]) <= _SMALL
        if tag != "equal" or small or another:
            weaving.change(_text_of(before[i:j]), _text_of(now[k:m]))
            continue
        for one, other in zip(before[i:j], now[k:m], strict=True):
            weaving.keep(one.word)
            if one.signs == other.signs:
                weaving.keep(one.signs)
            else:
                weaving.change(one.signs, other.signs)
    return weaving.done()


def pair_up(
    old: Sequence[tuple[str, ...]], new: Sequence[tuple[str, ...]]
) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Lines (of one cell or several) before and now side by side, in the order of reading.

    Nothing stands beside a line that went or came. Where lines changed, each meets the one most
    like it.
    """
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            yield from zip(old[i:j], new[k:m], strict=True)
            continue
        left = i, k
        for one, other in [*_meetings(old[i:j], new[k:m]), (j - i, m - k)]:
            yield from ((line, ()) for line in old[left[0] : i + one])
            yield from (((), line) for line in new[left[1] : k + other])
            if i + one < j:
                yield old[i + one], new[k + other]
            left = i + one + 1, k + other + 1


class _Unit(msgspec.Struct, frozen=True):
    """A word with what follows it up to the next one; the first unit of a text has no word."""

    word: str
    signs: str


class _StretchBuilder:
    """Stretches as they grow; neighbours of one mark become one."""

    def __init__(self) -> None:
        self._found: list[Stretch] = []
        self._gone = self._come = ""

    def keep(self, text: str) -> None:
        if text:
            self._settle()
            self._grow(text)

    def change(self, gone: str, come: str) -> None:
        self._gone += gone
        self._come += come

    def done(self) -> Stretches:
        self._settle()
        return tuple(self._found)

    def _grow(self, text: str) -> None:
        """What was kept goes on."""
        if text and self._found and self._found[-1].mark == "kept":
            text = self._found.pop().text + text
        if text:
            self._found.append(Stretch("kept", text))

    def _settle(self) -> None:
        gone, come = self._gone, self._come
        self._gone = self._come = ""
        # Signs that stand before and after both were not changed.
        begin = _common_signs(gone, come)
        self._grow(gone[:begin])
        gone, come = gone[begin:], come[begin:]
        end = _common_signs(gone[::-1], come[::-1])
        ending = gone[len(gone) - end :]
        gone, come = gone[: len(gone) - end], come[: len(come) - end]
        if gone:
            self._found.append(Stretch("removed", gone))
        if come:
            self._found.append(Stretch("added", come))
        self._grow(ending)


def _common_signs(one: str, other: str) -> int:
    """How many signs and spaces both begin with."""
    same = 0
    for here, there in zip(one, other, strict=False):
        if here != there or not _SIGNS.fullmatch(here):
            break
        same += 1
    return same


def _units(text: str) -> list[_Unit]:
    """A text as words and what follows them."""
    first = _SIGNS.match(text)
    start = first.end() if first is not None else 0
    found = [_Unit("", text[:start])]
    found += [_Unit(one[1], one[2]) for one in _UNIT.finditer(text, start)]
    return found


def _text_of(units: Sequence[_Unit]) -> str:
    return "".join(unit.word + unit.signs for unit in units)


def _letters(units: Sequence[_Unit]) -> int:
    return sum(len(unit.word) for unit in units)


def _meetings(
    old: Sequence[tuple[str, ...]], new: Sequence[tuple[str, ...]]
) -> list[tuple[int, int]]:
    """Which lines that changed meet, so that together they are most alike; never crosswise."""
    if not old or not new:
        return []
    if max(len(old), len(new)) > _MANY:
        return [(at, at) for at in range(min(len(old), len(new)))]
    likeness = [[_likeness(one, other) for other in new] for one in old]
    best: list[list[float]] = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        for k in range(len(new) - 1, -1, -1):
            meeting = likeness[i][k] + best[i + 1][k + 1] if likeness[i][k] >= _ALIKE else 0.0
            best[i][k] = max(meeting, best[i + 1][k], best[i][k + 1])
    found, i, k = [], 0, 0
    while i < len(old) and k < len(new):
        if likeness[i][k] >= _ALIKE and best[i][k] == likeness[i][k] + best[i + 1][k + 1]:
            found.append((i, k))
            i, k = i + 1, k + 1
        elif best[i][k] == best[i + 1][k]:
            i += 1
        else:
            k += 1
    return found


def _likeness(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """The share of words that two lines have in common, 0 to 1."""
    here, there = (Counter(" ".join(line).casefold().split()) for line in (one, other))
    total = here.total() + there.total()
    return 2 * (here & there).total() / total if total else 1.0


def _with_gone(before: Sequence[FrozenClause], found: list[ClauseChange]) -> list[ClauseChange]:
    """The clauses that are gone, each after the one it stood after."""
    there = {one.before.id for one in found if one.before is not None}
    last: dict[str, str] = {}
    for clause in before:
        if clause.id not in there:
            after = last.get(clause.section)
            at = next(
                (
                    place + 1
                    for place, one in enumerate(found)
                    if one.before is not None and one.before.id == after
                ),
                None,
            )
            if at is None:
                at = next(
                    (place for place, one in enumerate(found) if one.section == clause.section),
                    len(found),
                )
            found.insert(at, ClauseChange(clause, None))
        last[clause.section] = clause.id
    return found


def _place(clause: FrozenClause) -> tuple[str, str, str]:
    return clause.id, clause.section, clause.form


def _heading(clause: FrozenClause | None) -> str:
    return clause.heading if clause is not None else ""


def _text(clause: FrozenClause | None) -> str:
    return clause.text if clause is not None else ""


def _items(clause: FrozenClause | None) -> list[tuple[str, ...]]:
    return [(item,) for item in items_of(clause)] if clause is not None else []


def _rows(clause: FrozenClause | None) -> list[tuple[str, ...]]:
    return [tuple(row) for row in cells_of(clause)] if clause is not None else []


def _at(row: Sequence[str], cell: int) -> str:
    return row[cell] if cell < len(row) else ""
