"""A charter that came in whole keeps its own order, headings and columns."""

from collections.abc import Mapping, Sequence
from typing import Protocol

import msgspec

from app.catalogue.entries import Section
from app.charter.charter_text import CharterPart, table_heads, without_number
from app.charter.sections import STEP
from app.folding import fold
from app.library.rows import CharterSection, Community
from app.library.writer import Writer
from app.moment import Moment


class Taken(Protocol):
    """A part that is taken, and the section it goes to."""

    @property
    def part(self) -> CharterPart:
        """What was written."""

    @property
    def section(self) -> str:
        """What its clause names the section by."""


def heads_of(taken: Sequence[Taken]) -> Mapping[str, tuple[str, ...]]:
    """The columns of each section whose tables all have the same heads, with rows under them."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for one in taken:
        if one.part.form == "table":
            heads = table_heads(one.part) if "\n" in one.part.text else ()
            found.setdefault(one.section, set()).add(heads)
    return {name: next(iter(every)) for name, every in found.items() if len(every) == 1}


def arrange(
    writer: Writer,
    moment: Moment,
    community: str,
    sections: Sequence[Section],
    taken: Sequence[Taken],
    named: Sequence[bool],
) -> None:
    """Put the sections of a charter that had none in the order in which they came, with their own
    headings and columns.

    ``named`` says of each that its heading is the section's own name, and so over no clause."""
    known = {section.id: section for section in sections}
    language = writer.row(Community, community).language
    heads, placed = heads_of(taken), dict[str, int]()
    for one, is_name in zip(taken, named, strict=True):
        if one.section in placed:
            continue
        section, title = known.get(one.section), one.section
        if section is not None:
            said = without_number(one.part.heading) if is_name else ""
            usual = fold(said) == fold(section.in_language(language).heading)
            title = "" if usual else said
        above = (section.parent or "") if section is not None else ""
        inside = above in placed and placed[above] < one.part.level
        placed[one.section] = one.part.level
        writer.add(
            CharterSection(
                id=moment.new_id(),
                community=community,
                section=one.section if section is not None else "",
                title=title,
                under=above if inside else "",
                position=len(placed) * STEP,
                columns=msgspec.json.encode(heads.get(one.section, ())).decode(),
            )
        )
