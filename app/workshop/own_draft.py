"""What somebody types of an exercise of their own, and the exercise it makes of the one before.

What is not asked (groups, turns, what is private, what it takes along) stays as it was copied.
Steps, zones and things keep their ids where they go on, so that what refers to them does too.
"""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from app.catalogue.entries import Purpose
from app.catalogue.exercise_check import ALL
from app.catalogue.exercise_entries import Minutes, People
from app.catalogue.own_exercise import (
    LenientExercise,
    LenientMaterial,
    LenientStep,
    LenientStepWords,
    LenientWords,
)
from app.catalogue.setup import Setup, read_setup
from app.colours import NOTES
from app.library.trouble import Trouble
from app.typed_text import one_line
from app.workshop.own_check import FREE_ZONES
from app.workshop.zones import MOST, Zone, ZonesSetup, ZonesWords

_SAID = ("name", "purpose", "question", "when", "when_not", "room", "listen", "close", "fails")


class StepDraft(msgspec.Struct, frozen=True, kw_only=True):
    """A step as it is typed; a new one has no id."""

    id: str = ""
    title: str = ""
    minutes: int = 5
    do: str = ""
    say: str = ""


class OwnDraft(msgspec.Struct, frozen=True, kw_only=True):
    """An exercise as it is typed; the names of zones and the things to bring a line each."""

    name: str = ""
    purpose: str = ""
    question: str = ""
    kind: str = "talk"
    zones: tuple[str, ...] = ()
    steps: tuple[StepDraft, ...] = ()
    short: int = 1
    long: int = 1
    least: int = 2
    most: int = 40
    stages: tuple[str, ...] = ()
    purposes: tuple[Purpose, ...] = ()
    when: str = ""
    when_not: str = ""
    room: str = ""
    materials: tuple[str, ...] = ()
    listen: str = ""
    close: str = ""
    fails: str = ""


def draft_of(exercise: LenientExercise, language: str) -> OwnDraft:
    """What stands in an exercise, to be typed on."""
    words = exercise.in_language(language) if exercise.words else LenientWords()
    named = read_setup(words.setup, ZonesWords).zones
    steps = []
    for step in exercise.steps:
        told = words.steps.get(step.id, LenientStepWords())
        steps.append(
            StepDraft(id=step.id, minutes=step.minutes, title=told.title, do=told.do, say=told.say)
        )
    return OwnDraft(
        **{one: getattr(words, one) for one in _SAID},
        kind=exercise.kind,
        zones=tuple(
            named.get(zone.id, "") for zone in read_setup(exercise.setup, ZonesSetup).zones
        ),
        steps=tuple(steps),
        short=exercise.minutes.short,
        long=exercise.minutes.long,
        least=exercise.people.least,
        most=exercise.people.most,
        stages=exercise.stages,
        purposes=exercise.purposes,
        materials=tuple(
            words.materials[one.id] for one in exercise.materials if one.id in words.materials
        ),
    )


def drafted(before: LenientExercise, draft: OwnDraft, language: str) -> LenientExercise:
    """The exercise that was typed, made of the one that was there ``before``.

    It is told in the language it was told in, a new one in ``language``. Raises Trouble:
    ``own-zones-fixed`` (``n``), ``too-many-zones`` (``most``).
    """
    code = language if language in before.words else next(iter(before.words), language)
    words = before.words.get(code, LenientWords())
    steps = _with_ids(draft.steps, [step.id for step in before.steps])
    known = {step.id: step for step in before.steps}
    zones, named = _zones(before, words, draft)
    things, told = _things(before, words, draft.materials)
    texts = {one: getattr(draft, one) for one in _SAID}
    said = {one.id: LenientStepWords(title=one.title, do=one.do, say=one.say) for one in steps}
    typed = msgspec.structs.replace(
        words,
        **texts,
        steps=said,
        materials=told,
        setup=_put(words.setup, named),
    )
    others = {
        other: msgspec.structs.replace(one, steps={**said, **one.steps})
        for other, one in before.words.items()
    }
    return msgspec.structs.replace(
        before,
        kind=draft.kind,
        stages=draft.stages,
        purposes=draft.purposes,
        minutes=Minutes(short=draft.short, usual=before.minutes.usual, long=draft.long),
        people=People(least=draft.least, most=draft.most),
        materials=things,
        setup=_put(before.setup, zones),
        feeds=before.feeds or {ALL: ("summary",)},
        steps=tuple(
            msgspec.structs.replace(known.get(one.id, LenientStep(id=one.id)), minutes=one.minutes)
            for one in steps
        ),
        words={**others, code: typed},
    )


def _with_ids(steps: Sequence[StepDraft], known: Sequence[str]) -> list[StepDraft]:
    """Steps with their ids; those that have none that was known get one of their own."""
    used = {one.id for one in steps if one.id in known}
    new = _fresh("step", {*used, *known})
    found: list[StepDraft] = []
    for one in steps:
        taken = {other.id for other in found}
        kept = one.id in known and one.id not in taken
        found.append(one if kept else msgspec.structs.replace(one, id=next(new)))
    return found


def _fresh(kind: str, used: set[str]) -> Iterator[str]:
    """Ids that are not used yet: "step-1", "step-2"…"""
    number = 0
    while True:
        number += 1
        if f"{kind}-{number}" not in used:
            yield f"{kind}-{number}"


def _zones(
    before: LenientExercise, words: LenientWords, draft: OwnDraft
) -> tuple[list[dict[str, str]], dict[str, str]]:
    """The zones as they are set up, and their names: by their names first, then by their places."""
    known = read_setup(before.setup, ZonesSetup).zones
    named = read_setup(words.setup, ZonesWords).zones
    names = _lines(draft.zones)
    if draft.kind not in FREE_ZONES and len(names) != len(known):
        raise Trouble("own-zones-fixed", n=len(known))
    if len(names) > MOST:
        raise Trouble("too-many-zones", most=MOST)
    by_name = {named.get(zone.id, ""): zone for zone in reversed(known)}
    same = [by_name.get(name) if draft.kind in FREE_ZONES else None for name in names]
    left = iter([zone for zone in known if zone not in same])
    new = _fresh("zone", {zone.id for zone in known})
    colours = list(NOTES)
    zones: list[Zone] = []
    for found in same:
        # A name that stands there twice is two zones.
        zone = found if found is not None and found not in zones else next(left, None)
        free = [one for one in colours if one not in {other.colour for other in zones}]
        zones.append(zone or Zone(id=next(new), colour=(free or colours)[0]))
    told = {zone.id: name for zone, name in zip(zones, names, strict=True)}
    return [{"id": zone.id, "colour": zone.colour} for zone in zones], told


def _put(setup: Setup, zones: Sequence[object] | Mapping[str, str]) -> dict[str, object]:
    """A setup with these zones, or with their names; nothing of them where there are none."""
    rest = {name: one for name, one in setup.items() if name != "zones"}
    return {**rest, "zones": zones} if zones else rest


def _things(
    before: LenientExercise, words: LenientWords, typed: Sequence[str]
) -> tuple[tuple[LenientMaterial, ...], dict[str, str]]:
    """What to bring, and what it is called: what is called as before is counted as before."""
    known = {words.materials.get(one.id, ""): one for one in before.materials}
    new = _fresh("thing", {one.id for one in before.materials})
    lines = list(dict.fromkeys(_lines(typed)))
    things = [known.get(line) or LenientMaterial(id=next(new)) for line in lines]
    return tuple(things), {one.id: line for one, line in zip(things, lines, strict=True)}


def _lines(texts: Sequence[str]) -> list[str]:
    return [line for text in texts if (line := one_line(text))]
