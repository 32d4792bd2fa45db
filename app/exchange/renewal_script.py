"""A workshop of the sample after its launch, as it is written down in ``resources/sample``."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

import msgspec

from app.exchange.sample_script import (
    SampleAgreement,
    SampleEntry,
    SampleNext,
    SampleOutcome,
    SamplePart,
    SampleRole,
    SampleWording,
    in_one_language,
)


class RenewalBlock(SamplePart, frozen=True, kw_only=True):
    """A block of the agenda, or a break."""

    minutes: int
    exercise: str | None = None


class RenewalWorkshop(SamplePart, frozen=True, kw_only=True):
    """What is planned, so many ``days`` after the launch; ``starts`` is a time of day.

    ``agenda`` is one of the catalogue, where the blocks are not told one by one; ``here`` are the
    names of those who came, where not all did; ``stages`` where the room recognised itself, and by
    what.
    """

    title: str
    purpose: str
    days: int
    agenda: str | None = None
    here: tuple[str, ...] = ()
    stages: Mapping[str, str] = {}
    languages: tuple[str, ...]
    place: str
    starts: str
    minutes: int
    expected: int
    thanks: str


class PlacedNote(SamplePart, frozen=True, kw_only=True):
    """Something said, and where it was put, in thousandths from the left and from the bottom."""

    text: str = ""
    x: int | None = None
    y: int | None = None


class SampleTie(SamplePart, frozen=True, kw_only=True):
    """A tie of a form between notes, as "zone/number"."""

    form: str
    source: str = msgspec.field(name="from")
    target: str = msgspec.field(name="to")


class SampleBallot(SamplePart, frozen=True, kw_only=True):
    """By form, what each person gave to each of the ``items``, in their order."""

    items: tuple[str, ...]
    forms: Mapping[str, tuple[str, ...]]

    @property
    def sheets(self) -> list[dict[str, dict[str, str]]]:
        """What each person gave, by form and item."""
        people = zip(*self.forms.values(), strict=True)
        return [
            {
                form: dict(zip(self.items, told.split(), strict=True))
                for form, told in zip(self.forms, given, strict=True)
            }
            for given in people
        ]


class SamplePromise(SamplePart, frozen=True, kw_only=True):
    """What is given meets what is asked; ``by`` a member's name or a party, ``due`` in days."""

    give: str
    ask: str
    by: str
    due: int


class SampleEvent(SamplePart, frozen=True, kw_only=True):
    """What recurs of a note; its first day counted from the workshop."""

    note: str
    title: str
    rule: str
    days: int
    starts: str
    minutes: int
    place: str = ""


class SampleReview(SampleWording, frozen=True, kw_only=True):
    """What was decided about a section of the charter, and its new wording where it has one."""

    section: str
    form: str = "text"
    verdict: str = ""
    word: str = ""


class RenewalExercise(SamplePart, frozen=True, kw_only=True):
    """All that an exercise gathered."""

    notes: Mapping[str, tuple[PlacedNote, ...]] = {}
    takes: int = 0
    """How many of the notes that are offered of earlier exercises come along."""
    carried: tuple[PlacedNote, ...] = ()
    ties: tuple[SampleTie, ...] = ()
    ballot: SampleBallot | None = None
    entries: tuple[SampleEntry, ...] = ()
    promises: tuple[SamplePromise, ...] = ()
    events: tuple[SampleEvent, ...] = ()
    roles: tuple[SampleRole, ...] = ()
    reviews: tuple[SampleReview, ...] = ()
    agreement: SampleAgreement | None = None


class Renewal(SamplePart, frozen=True, kw_only=True):
    """All of it."""

    workshop: RenewalWorkshop
    blocks: tuple[RenewalBlock, ...] = ()
    exercises: Mapping[str, RenewalExercise] = {}
    next: SampleNext | None = None
    decisions: tuple[SampleOutcome, ...] = ()
    actions: tuple[SampleOutcome, ...] = ()
    parked: tuple[SampleOutcome, ...] = ()


def read_renewal(resources: Path, language: str, name: str = "renewal") -> Renewal:
    """A workshop of the sample by its file's ``name``, as it was said in ``language``.

    Raises OSError, ValueError: it is shipped.
    """
    text = (resources / "sample" / f"{name}.toml").read_text(encoding="utf-8")
    return msgspec.convert(in_one_language(language, tomllib.loads(text)), Renewal)
