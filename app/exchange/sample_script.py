"""The sample launch as it is written down in ``resources/sample/launch.toml``."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

import msgspec

from app.words import LANGUAGES


class SamplePart(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What all parts of the sample have in common: a misspelt field is refused."""


class SampleCommunity(SamplePart, frozen=True, kw_only=True):
    """The community, and the stages it recognises itself in on the day."""

    name: str
    sentence: str
    organization: str
    language: str
    zone: str
    stages: tuple[str, ...]


class SampleWorkshop(SamplePart, frozen=True, kw_only=True):
    """What is planned; ``starts`` is a time of day, ``minutes`` the time available."""

    title: str
    purpose: str
    agenda: str
    languages: tuple[str, ...]
    place: str
    starts: str
    minutes: int
    expected: int
    thanks: str


class SampleMember(SamplePart, frozen=True, kw_only=True):
    """A member; ``left``: minutes after the start when they had to go."""

    name: str
    unit: str
    level: str
    left: int | None = None


class SampleNote(SamplePart, frozen=True, kw_only=True):
    """Something said, with its dots where the exercise votes."""

    text: str
    dots: int | None = None


class SampleCluster(SamplePart, frozen=True, kw_only=True):
    """Notes put together: their zone, and their numbers in it, from 1."""

    zone: str
    title: str
    notes: tuple[int, ...]


class SampleExercise(SamplePart, frozen=True, kw_only=True):
    """What an exercise gathered: notes by zone, and clusters."""

    notes: Mapping[str, tuple[SampleNote, ...]]
    clusters: tuple[SampleCluster, ...] = ()


class SampleName(SamplePart, frozen=True, kw_only=True):
    """Somebody named for a role, by how many, and what they answered."""

    person: str
    by: int
    answer: str


class SampleRole(SamplePart, frozen=True, kw_only=True):
    """A role offered for so many months, and who was named for it."""

    role: str
    months: int
    names: tuple[SampleName, ...]


class SampleOutcome(SamplePart, frozen=True, kw_only=True):
    """A decision, an action or a parked thing; ``due`` in days from the workshop."""

    exercise: str
    text: str
    owner: str | None = None
    due: int | None = None


class SampleWording(SamplePart, frozen=True, kw_only=True):
    """What a clause says, as a text, a list or a table."""

    form: str
    text: str = ""
    items: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def whole(self) -> str:
        """Its text as a clause keeps it: an item or a row a line, cells between tabs."""
        lines = self.items or tuple("\t".join(cells) for cells in self.rows)
        return "\n".join(lines) or self.text


class SampleClause(SampleWording, frozen=True, kw_only=True):
    """A clause; ``sources`` are notes, as "exercise/zone/number"."""

    section: str
    exercise: str
    sources: tuple[str, ...] = ()


class SampleAgreement(SamplePart, frozen=True, kw_only=True):
    """How people stood to the charter; ``until`` in days from the workshop."""

    stances: Mapping[str, int]
    reservations: tuple[str, ...]
    until: int
    reason: str


class SampleEntry(SamplePart, frozen=True, kw_only=True):
    """An entry of a register, with its cells by column.

    A day is counted from the workshop; a person is a member's name, or a party.
    """

    register: str
    state: str
    cells: Mapping[str, str | int | bool]


class SampleEvent(SamplePart, frozen=True, kw_only=True):
    """Something that recurs: from which ``note`` ("exercise/zone/number") it came, how often by its
    code, from how many ``days`` after the workshop on, and after how many times it is left out."""

    note: str
    title: str
    how: str
    days: int
    starts: str
    minutes: int
    place: str = ""
    audience: str = "community"
    left_out: tuple[int, ...] = ()


class SampleNext(SamplePart, frozen=True, kw_only=True):
    """The next gathering; ``days`` from the workshop."""

    title: str
    days: int
    starts: str
    minutes: int
    place: str


class Script(SamplePart, frozen=True, kw_only=True):
    """All of it."""

    community: SampleCommunity
    workshop: SampleWorkshop
    members: tuple[SampleMember, ...]
    exercises: Mapping[str, SampleExercise]
    roles: tuple[SampleRole, ...]
    decisions: tuple[SampleOutcome, ...]
    actions: tuple[SampleOutcome, ...]
    parked: tuple[SampleOutcome, ...]
    charter: tuple[SampleClause, ...]
    agreement: SampleAgreement
    next: SampleNext
    rhythm: tuple[SampleEvent, ...]
    entries: tuple[SampleEntry, ...]


def read_script(resources: Path, language: str) -> Script:
    """The sample launch of a ``resources`` folder, as it was said in ``language``.

    Raises OSError, ValueError: it is shipped.
    """
    text = (resources / "sample" / "launch.toml").read_text(encoding="utf-8")
    return msgspec.convert(in_one_language(language, tomllib.loads(text)), Script)


def in_one_language(language: str, raw: object) -> object:
    """What was written down, with one language chosen wherever there are several."""
    if isinstance(raw, list):
        return [in_one_language(language, one) for one in raw]
    if not isinstance(raw, dict):
        return raw
    if raw.keys() == set(LANGUAGES):
        return raw[language]
    return {key: in_one_language(language, one) for key, one in raw.items()}


def minute_of(clock: str) -> int:
    """Minutes since midnight of a time of day, "08:30"."""
    hours, _, minutes = clock.partition(":")
    return int(hours) * 60 + int(minutes)
