"""A split or a merger in words: what will go where, and where what is there came from."""

from collections.abc import Sequence
from datetime import date

from app.catalogue.catalogue import Catalogue
from app.library.rows import Community
from app.registers.parting import Going, Parting, Piece, goings
from app.registers.parting_made import Origins
from app.typed_text import joined_lines
from app.words import Words
from exports.ending_words import some_of
from exports.role_table import role_name

Telling = tuple[str, tuple[str, ...]]
"""A sentence, and the lines under it."""

_KEPT = 40
"""Names written down of what came along."""


def piece_words(catalogue: Catalogue, words: Words, piece: Piece) -> str:
    """What a thing is called, on one line."""
    if piece.sort == "section":
        known = catalogue.find_section(piece.id)
        if known is None or piece.text != piece.id:
            return piece.text
        return known.in_language(words.language).name
    if piece.sort == "role":
        role = role_name(catalogue, words, piece.role, piece.label)
        return words("parting.role", role=role, name=piece.text)
    return joined_lines(piece.text)


def group_words(catalogue: Catalogue, words: Words, group: tuple[str, str]) -> str:
    """What a group of things is called."""
    sort, of = group
    if sort == "entry":
        return words("parting.group-entry", register=_register(catalogue, words, of))
    return words(f"parting.group-{of or sort}")


def counted(catalogue: Catalogue, words: Words, group: tuple[str, str], n: int) -> str:
    """So many things of a group."""
    sort, of = group
    if sort == "entry":
        return words("parting.n-entry", n=n, register=_register(catalogue, words, of))
    return words(f"parting.n-{of or sort}", n=n)


def preview(
    catalogue: Catalogue, words: Words, plan: Parting, name: str, pieces: Sequence[Piece]
) -> list[Telling]:
    """What a plan will do to a community of that name, a sentence a place with what goes there."""
    every = goings(plan, pieces)
    found: list[Telling] = []
    for at, target in enumerate(plan.targets):
        lines = _lines(catalogue, words, [one for one in every if one.target == at])
        code = "joined" if target.community else "begun"
        said = words(f"parting.{code}{'' if lines else '-bare'}", name=target.name)
        found.append((said, lines))
    stay = _lines(catalogue, words, [one for one in every if one.target is None])
    if stay and plan.targets:
        found.append((words("parting.stays", name=name), stay))
    if not plan.targets:
        found.append((words("parting.name-first"), ()))
    after = words(f"parting.after-{plan.state}", name=name, day=words.day(plan.day))
    return [*found, (after, ())]


def origins_of(
    catalogue: Catalogue, words: Words, old: Community, state: str, day: date
) -> Origins:
    """How it is said that things came from a community, in these words."""

    def note(pieces: Sequence[Piece]) -> str:
        names = tuple(piece_words(catalogue, words, one) for one in pieces)
        return words(
            "parting.origin-note",
            name=old.name,
            day=words.day(day),
            names=some_of(words, names, _KEPT),
        )

    return Origins(
        begun=words(f"parting.origin-{state}", name=old.name),
        heading=words("parting.origin-heading", name=old.name),
        handed=words("parting.origin-handed", name=old.name),
        what=lambda group, n: counted(catalogue, words, group, n),
        note=note,
    )


def _lines(catalogue: Catalogue, words: Words, some: Sequence[Going]) -> tuple[str, ...]:
    return tuple(
        words(
            "parting.group-names",
            group=counted(catalogue, words, one.group, len(one.pieces)),
            names=some_of(words, tuple(_told(catalogue, words, p) for p in one.pieces)),
        )
        for one in some
    )


def _told(catalogue: Catalogue, words: Words, piece: Piece) -> str:
    """The same among others: whole sentences of people are told apart by their quotation marks."""
    said = piece_words(catalogue, words, piece)
    return words("parts.quoted", text=said) if piece.sort in ("entry", "outcome") else said


def _register(catalogue: Catalogue, words: Words, id_: str) -> str:
    known = catalogue.find_register(id_)
    return known.in_language(words.language).name if known else id_
