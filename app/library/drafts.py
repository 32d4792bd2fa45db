"""Text kept aside: typed somewhere, and not (or not yet) in the row it belongs to.

A draft stands under the key of the place it was typed in, such as ``clause:<id>``. A second text
of the same place stands beside the first (``clause:<id>#2``): none is written over unseen.
"""

import re

from app.library.journal import Scope
from app.library.library import Library
from app.library.reader import Reader
from app.library.rows import Draft
from app.moment import stamp

_HALF_CHARACTER = re.compile("[\ud800-\udfff]")


def drafts_at(reader: Reader, place: str) -> list[Draft]:
    """The drafts of a place, the earliest first."""
    another = "substr(place, 1, length(?1) + 1) = ?1 || '#'"
    return reader.select(Draft, f"WHERE place = ?1 OR {another} ORDER BY at, place", place)


def places_with_drafts(reader: Reader) -> frozenset[str]:
    """The places in which something is kept aside."""
    found = reader.cells("SELECT place FROM draft")
    return frozenset(str(place).partition("#")[0] for (place,) in found)


def keep_draft(library: Library, scope: Scope, place: str, text: str, *, known: str = "") -> str:
    """Keep a text aside under a place; gives the key it now stands under.

    ``known`` is the key of the draft that this text takes the place of: one's own, or one that was
    shown to the person who typed on in it. Any other draft of the place stays. Raises Trouble.
    """
    fit = storable(text)
    with library.keep(scope) as writer:
        key = known
        if not key:
            taken = {draft.place: draft.text for draft in drafts_at(writer, place)}
            same = (one for one, kept in taken.items() if kept == fit)
            number = len(taken) + 1
            while f"{place}#{number}" in taken:
                number += 1
            key = next(same, place if place not in taken else f"{place}#{number}")
        writer.put(Draft(place=key, text=fit, at=stamp(library.moment.now())))
    return key


def drop_draft(library: Library, scope: Scope, key: str) -> None:
    """Forget the draft under a key; one that is gone already is no trouble. Raises Trouble."""
    draft = library.reader.find(Draft, key)
    if draft is not None:
        with library.keep(scope) as writer:
            writer.remove(draft)


def storable(text: str) -> str:
    """The text with a sign in the place of each character that SQLite cannot hold."""
    return _HALF_CHARACTER.sub("\N{REPLACEMENT CHARACTER}", text).replace(
        "\0", "\N{SYMBOL FOR NULL}"
    )
