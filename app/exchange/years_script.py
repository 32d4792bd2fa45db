"""Five years of the sample community as they are written down in ``resources/sample/years.toml``.

Days are counted from the launch; one that falls on a weekend waits for Monday.
"""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

import msgspec

from app.exchange.renewal_script import SampleReview
from app.exchange.sample_script import SampleAgreement, SampleEntry, SamplePart, in_one_language


class Dated(SamplePart, frozen=True, kw_only=True):
    """Something that happened ``on`` a day."""

    on: int


class Newcomer(Dated, frozen=True, kw_only=True):
    """Somebody who joined."""

    name: str
    unit: str
    level: str


class Farewell(Dated, frozen=True, kw_only=True):
    """A member who left."""

    name: str


class NewLevel(Dated, frozen=True, kw_only=True):
    """A member who came nearer to the core, or went farther from it."""

    name: str
    level: str


class NewState(Dated, frozen=True, kw_only=True):
    """What the community became, and why."""

    state: str
    reason: str = ""


class Held(Dated, frozen=True, kw_only=True):
    """A gathering: its number of people, those known by name, one thing that helped."""

    title: str
    came: int
    helped: str
    people: tuple[str, ...] = ()
    starts: str = "13:00"
    minutes: int = 90
    place: str = ""


class Portrait(Dated, frozen=True, kw_only=True):
    """The stages in which the coordinator recognised the community, and by what."""

    stages: Mapping[str, str]


class Term(Dated, frozen=True, kw_only=True):
    """A role that somebody took ``on`` a day, outside of a workshop, to hold from it or from the
    day it ``starts``."""

    role: str
    person: str
    starts: int | None = None
    ends: int | None = None
    review: int | None = None
    deputy: str | None = None
    hours: int = 0
    label: str = ""
    chosen: str = ""
    rotation: str = ""


class HandedBack(Dated, frozen=True, kw_only=True):
    """A role that was handed back on its last day, with a note for whoever comes next."""

    role: str
    person: str
    handover: str = ""


class YearEntry(SampleEntry, frozen=True, kw_only=True):
    """An entry of a register, written ``on`` a day; it may have come to another state since."""

    on: int
    then: str = ""
    at: int = 0


class Moved(Dated, frozen=True, kw_only=True):
    """The state that an entry of launch.toml came to: its ``number`` there, and what came of it."""

    number: int
    state: str
    effect: str = ""


class Settled(Dated, frozen=True, kw_only=True):
    """What became of the action, or the decision, that was the ``number``-th to be caught."""

    number: int
    state: str
    form: Literal["action", "decision"] = "action"


class DeskVersion(Dated, frozen=True, kw_only=True):
    """A version of the charter that was agreed to outside of a workshop."""

    wordings: tuple[SampleReview, ...]
    agreement: SampleAgreement


class NewRhythm(Dated, frozen=True, kw_only=True):
    """Something that recurs from its ``first`` day on by another rule (RFC 5545, without its day of
    the week: it keeps that of its first day)."""

    title: str
    rule: str
    first: int


class Planned(Dated, frozen=True, kw_only=True):
    """A workshop that is planned and not yet held."""

    title: str
    purpose: str
    agenda: str
    starts: str
    minutes: int
    expected: int
    place: str = ""


class Ahead(Dated, frozen=True, kw_only=True):
    """A gathering that is planned."""

    title: str
    starts: str
    minutes: int
    place: str = ""


class Years(SamplePart, frozen=True, kw_only=True):
    """All of it; ``founded`` and ``today`` are days as well, ``workshops`` names of files."""

    founded: int
    today: int
    workshops: tuple[str, ...]
    joined: tuple[Newcomer, ...]
    left: tuple[Farewell, ...]
    levels: tuple[NewLevel, ...]
    states: tuple[NewState, ...]
    gatherings: tuple[Held, ...]
    portraits: tuple[Portrait, ...]
    terms: tuple[Term, ...]
    handed_back: tuple[HandedBack, ...]
    entries: tuple[YearEntry, ...]
    moved: tuple[Moved, ...]
    settled: tuple[Settled, ...]
    versions: tuple[DeskVersion, ...]
    rhythms: tuple[NewRhythm, ...]
    planned: tuple[Planned, ...]
    ahead: tuple[Ahead, ...]


def read_years(resources: Path, language: str) -> Years:
    """The years of a ``resources`` folder, in a language. Raises OSError, ValueError: they are
    shipped."""
    text = (resources / "sample" / "years.toml").read_text(encoding="utf-8")
    return msgspec.convert(in_one_language(language, tomllib.loads(text)), Years)
