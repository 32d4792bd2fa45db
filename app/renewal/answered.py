"""What was read back since the last launch or renewal: hopes, worries, promises both ways."""

from collections.abc import Callable, Iterator
from datetime import date

import msgspec

from app.catalogue.catalogue import Catalogue
from app.library.reader import Reader
from app.library.rows import Workshop
from app.registers.cells import Party
from app.registers.known_registers import PROMISES
from app.registers.register_entries import Entry, entries_of

HOPES = "hopes-and-worries"
"""The register of what became of hopes and worries, by its id."""
OURS = "community"
"""The party whose promises are ours."""


class Became(msgspec.Struct, frozen=True):
    """Something that was answered: ``about`` says what it is (``hope``, ``worry``, ``ours``,
    ``theirs``), ``state`` what became of it, ``text`` what was said then and of it now."""

    about: str
    state: str
    text: str


def hopes_answered(
    reader: Reader,
    catalogue: Catalogue,
    community: str,
    audience: str,
    within: Callable[[str], bool],
) -> Iterator[Became]:
    """Hopes and worries that were answered on days that are ``within`` what is asked."""
    for entry in _entries(reader, catalogue, community, audience, HOPES):
        about = entry.values.get("about")
        if isinstance(about, str) and within(_said_on(reader, entry)):
            yield Became(about, entry.state, _text(entry, "said", "word"))


def promises_answered(
    reader: Reader,
    catalogue: Catalogue,
    community: str,
    audience: str,
    within: Callable[[str], bool],
) -> Iterator[Became]:
    """Promises of both sides that are open no more, and were read on days that are ``within`` what
    is asked. What was settled at the desk has no such day: when it was due or made tells it."""
    register = catalogue.find_register(PROMISES)
    for entry in _entries(reader, catalogue, community, audience, PROMISES):
        if register is None or register.is_open(entry.state):
            continue
        if any(within(one) for one in _days_of(entry)):
            giver = entry.values.get("from")
            party = giver.party if isinstance(giver, Party) else ""
            side = "theirs" if party not in ("", OURS) else "ours"
            yield Became(side, entry.state, _text(entry, "promise", "effect"))


def _entries(
    reader: Reader, catalogue: Catalogue, community: str, audience: str, register: str
) -> list[Entry]:
    known = catalogue.find_register(register)
    return entries_of(reader, known, community, audience) if known is not None else []


def _days_of(entry: Entry) -> Iterator[str]:
    """The day on which a promise was read; of one that never was, when it was due and made."""
    read, due = entry.values.get("read"), entry.values.get("due")
    if isinstance(read, date):
        yield read.isoformat()
        return
    if isinstance(due, date):
        yield due.isoformat()
    yield entry.row.made


def _said_on(reader: Reader, entry: Entry) -> str:
    """The day of the workshop in which it was answered; without one, when it was written."""
    where = reader.find(Workshop, entry.row.workshop) if entry.row.workshop else None
    return where.date if where is not None else entry.row.made


def _text(entry: Entry, said: str, word: str) -> str:
    return " – ".join(str(entry.values[one]) for one in (said, word) if entry.values.get(one))
