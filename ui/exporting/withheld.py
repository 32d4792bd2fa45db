"""What an export leaves out for its readers, told before anything is written."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from app.catalogue.catalogue import Catalogue
from app.charter.versions import draft_clauses, frozen_clauses, versions_of
from app.library.audience import AUDIENCES, left_out, may_read
from app.library.reading import Reader
from app.library.rows import Clause, Note, Outcome, Workshop
from app.words import Words
from app.workshop.outcomes import FORMS
from app.workshop.places import blocks_of
from app.workshop.planning import BREAK
from app.workshop.titles import title_in
from exports.documents.charter import read_charter
from exports.export import Order
from ui.parts.typeset import Piece

NAMED = 6
"""Names said one by one; the rest is counted."""


class Withheld(msgspec.Struct, frozen=True):
    """How many of something (blocks, notes, decisions, clauses...) are left out, and which."""

    what: str
    number: int
    names: tuple[str, ...] = ()


def withheld(reader: Reader, catalogue: Catalogue, words: Words, order: Order) -> list[Withheld]:
    """What an order leaves out because it is marked for narrower readers than its own."""
    if order.document == "charter":
        found = [_clauses(reader, catalogue, words, order), _agreement(reader, order)]
    else:
        found = [_blocks(reader, words, order)]
        if order.document == "summary":
            community = reader.row(Workshop, order.subject).community
            rest = left_out(reader, order.audience, community=community, workshop=order.subject)
            found += [
                Withheld("notes", rest.of(Note)),
                *_outcomes(reader, order),
                Withheld("clauses", rest.of(Clause)),
            ]
    return [one for one in found if one.number]


def told(words: Words, order: Order, found: Sequence[Withheld]) -> tuple[Piece, ...]:
    """What is left out, line by line; or that nothing is. Then what no export ever holds."""
    sheet = order.document == "run-sheet" and order.audience != AUDIENCES[0]
    if not found and not sheet:
        pieces = [Piece(words("exporting.nothing-left-out"))]
    else:
        pieces = [Piece(words("exporting.left-out"), strong=True)]
    if sheet:
        pieces.append(Piece(f"\n{words('exporting.left-sheet')}"))
    pieces += [Piece(f"\n{_line(words, one)}") for one in found]
    return (*pieces, Piece(f"\n{words('exporting.left-always')}", tone="mute"))


def _line(words: Words, one: Withheld) -> str:
    counted = words(f"exporting.left-{one.what}", n=one.number)
    if not one.names:
        return counted
    names = list(one.names[:NAMED])
    if len(one.names) > NAMED:
        names.append(words("exporting.left-more", n=len(one.names) - NAMED))
    return words("exporting.left-named", what=counted, names=words.series(names))


def _blocks(reader: Reader, words: Words, order: Order) -> Withheld:
    blocks = [
        one
        for one in blocks_of(reader, order.subject)
        if one.exercise != BREAK and not may_read(one.audience, order.audience)
    ]
    return Withheld("blocks", len(blocks), _once(title_in(one, words.language) for one in blocks))


def _outcomes(reader: Reader, order: Order) -> Iterator[Withheld]:
    """Only what the summary would tell: what was dropped, or parked and then settled, it tells
    nobody."""
    rows = reader.rows(Outcome, workshop=order.subject)
    for form in FORMS:
        told = {"open"} if form == "parked" else {"open", "done"}
        hidden = [
            one
            for one in rows
            if one.form == form and one.state in told and not may_read(one.audience, order.audience)
        ]
        yield Withheld(f"{form}s", len(hidden))


def _agreement(reader: Reader, order: Order) -> Withheld:
    """How people stand, where the readers may not read what was agreed to."""
    every, theirs = (
        read_charter(reader, order.subject, order.version, audience).agreement
        for audience in (AUDIENCES[0], order.audience)
    )
    return Withheld("agreement", int(every is not None and theirs is None))


def _clauses(reader: Reader, catalogue: Catalogue, words: Words, order: Order) -> Withheld:
    known = {one.number: one for one in versions_of(reader, order.subject)}
    version = known.get(order.version) if order.version else None
    clauses = frozen_clauses(version) if version else draft_clauses(reader, order.subject)
    hidden = [one.section for one in clauses if not may_read(one.audience, order.audience)]
    found = ((catalogue.find_section(one), one) for one in hidden)
    names = _once(known.in_language(words.language).name if known else one for known, one in found)
    return Withheld("clauses", len(hidden), names)


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
