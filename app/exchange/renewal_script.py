"""The sample renewal as it is written down in ``resources/sample/renewal.toml``."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

import msgspec

from app.exchange.sample_script import SampleEntry, SampleOutcome, SamplePart, in_one_language


class RenewalBlock(SamplePart, frozen=True, kw_only=True):
    """A block of the agenda, or a break; ``takes``: so many notes come along of earlier ones."""

    minutes: int
    exercise: str | None = None
    takes: int = 0


class RenewalWorkshop(SamplePart, frozen=True, kw_only=True):
    """What is planned, so many ``days`` after the launch; ``starts`` is a time of day."""

    title: str
    purpose: str
    days: int
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


class RenewalExercise(SamplePart, frozen=True, kw_only=True):
    """All that an exercise gathered."""

    notes: Mapping[str, tuple[PlacedNote, ...]] = {}
    carried: tuple[PlacedNote, ...] = ()
    ties: tuple[SampleTie, ...] = ()
    ballot: SampleBallot | None = None
    entries: tuple[SampleEntry, ...] = ()
    promises: tuple[SamplePromise, ...] = ()
    events: tuple[SampleEvent, ...] = ()


class Renewal(SamplePart, frozen=True, kw_only=True):
    """All of it."""

    workshop: RenewalWorkshop
    blocks: tuple[RenewalBlock, ...]
    exercises: Mapping[str, RenewalExercise]
    decisions: tuple[SampleOutcome, ...] = ()
    actions: tuple[SampleOutcome, ...] = ()
    parked: tuple[SampleOutcome, ...] = ()


def read_renewal(resources: Path, language: str) -> Renewal:
    """The sample renewal of a ``resources`` folder, as it was said in ``language``.

    Raises OSError, ValueError: it is shipped.
    """
    text = (resources / "sample" / "renewal.toml").read_text(encoding="utf-8")
    return msgspec.convert(in_one_language(language, tomllib.loads(text)), Renewal)
