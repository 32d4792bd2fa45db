"""The sections of a version that people are asked about, in order: each with a key for counts."""

import hashlib
import re
from collections.abc import Callable

import msgspec

from app.catalogue.catalogue import Catalogue
from app.charter.outline import ROLES_SECTION
from app.charter.sections import frozen_sections
from app.charter.versions import frozen_clauses
from app.library.charter_rows import FrozenClause
from app.library.rows import Version

_KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

AGREEMENT = "agreement"
"""The section that says what was agreed: nobody is asked about it apart from the whole."""


class AskedSection(msgspec.Struct, frozen=True):
    """A section as clauses name it (``id``), under its ``title``; ``key`` is what counts name.

    ``number`` is its place among all sections of the version, from 1, whoever reads: replies to a
    message and to a form that leaves sections out are entered in the same order.
    """

    id: str
    key: str
    title: str
    number: int


def section_key(section: str) -> str:
    """What a private count names a section by: its id, or for a name that people gave, 32 signs
    that follow from it."""
    if _KEY.fullmatch(section):
        return section
    return hashlib.sha256(section.encode()).hexdigest()[:32]


def asked_sections(
    catalogue: Catalogue,
    language: str,
    version: Version,
    readable: Callable[[FrozenClause], bool] | None = None,
) -> tuple[AskedSection, ...]:
    """The sections of a version that say something, in its own order, else the catalogue's.

    Where ``readable`` is given, only those of which a clause is.
    """
    clauses = frozen_clauses(version)
    written = dict.fromkeys(one.section for one in clauses)
    frozen = frozen_sections(version)
    titles = {one.id: one.title for one in frozen}
    order = [one.id for one in frozen] or [one.id for one in catalogue.sections]
    found = [one for one in order if one in written]
    found += [one for one in written if one not in order]
    asked = [one for one in found if one not in (AGREEMENT, *ROLES_SECTION)]
    told = {one.section for one in clauses if readable is None or readable(one)}
    return tuple(
        AskedSection(
            one, section_key(one), titles.get(one) or _title(catalogue, language, one), number
        )
        for number, one in enumerate(asked, start=1)
        if one in told
    )


def _title(catalogue: Catalogue, language: str, section: str) -> str:
    known = catalogue.find_section(section)
    return known.in_language(language).name if known else section
