"""Exercises, typed: what is true in any language once, and the words for it."""

from collections.abc import Mapping
from typing import Annotated, Literal

from msgspec import Meta

from app.catalogue.entries import (
    Audience,
    Count,
    Entry,
    Id,
    Purpose,
    Text,
    Texts,
    WallText,
    Whole,
    in_language,
)

Land = Literal["summary", "charter", "actions", "membership", "roles", "rhythm", "register"]
Arrangement = Literal["circle", "tables", "pairs", "standing", "wall"]
Doing = Literal[
    "talk", "alone", "pairs", "small-groups", "together", "vote", "write", "ask", "agree"
]
TakenAs = Literal["notes", "clauses", "words", "items"]
Turn = Literal["person", "member", "group"]
Mix = Literal["units", "experience", "random", "chosen", "same-work"]
Writer = Literal["facilitator", "helper", "group", "everyone"]
Sponsor = Literal["welcome", "leaves", "away", "needed"]
Need = Literal["charter", "roles", "rhythm", "pulse", "actions", "parked", "promises"]

WAYS = ("online", "distrust", "seated")
"""How an exercise can be held where not as written: every exercise says it for each."""


class Minutes(Entry, frozen=True, kw_only=True):
    """How long an exercise takes: at the shortest, usually (up to 18 people), at the longest."""

    short: Count
    usual: Count
    long: Count


class People(Entry, frozen=True, kw_only=True):
    """How many people an exercise is for."""

    least: Count
    most: Count


class Pace(Entry, frozen=True, kw_only=True):
    """What the turns of a step cost, in seconds.

    ``each`` takes a turn, one after the other: every ``person`` in the room, every ``member`` of a
    group while the other groups do the same, or every ``group``. ``plus`` is spent once, whoever is
    there. A turn is ``seconds`` of talking, ``reads`` words read aloud, ``types`` things typed
    meanwhile by the one who keeps the notes, and ``handover`` until the next one begins.
    """

    each: Turn
    plus: Whole = 0
    seconds: Whole = 0
    reads: Whole = 0
    types: Whole = 0
    handover: Whole = 0


class Step(Entry, frozen=True, kw_only=True):
    """A step of an exercise; ``does`` says how people work in it.

    ``minutes`` at its usual length. Without ``pace`` they are the same for however many people.
    """

    id: Id
    minutes: Whole
    does: Doing
    pace: Pace | None = None


class Groups(Entry, frozen=True, kw_only=True):
    """How people are put into groups of up to ``size``, from ``least`` people on.

    ``mix``: who is put together. ``writes``: who writes down what a group finds. At most
    ``report`` groups tell the room (0: each); the others add what is new.
    """

    size: Count
    least: Whole = 0
    mix: Mix
    writes: Writer
    report: Whole = 0


class Private(Entry, frozen=True, kw_only=True):
    """What is answered in private.

    ``sees``: who sees a single answer: ``nobody``, or the ``facilitator`` who is told it. No count
    of fewer than ``cell`` people is shown. ``shown``: when all is: once the round is ``closed``,
    or when the facilitator shows it ``together`` with the room; or ``never``.
    """

    sees: Literal["nobody", "facilitator"]
    cell: Annotated[int, Meta(ge=3)]
    shown: Literal["closed", "together", "never"]


class Material(Entry, frozen=True, kw_only=True):
    """Something to bring: ``count`` of it for each person, for each group, or for the room."""

    id: Id
    each: Literal["person", "group", "room"]
    count: Count


class StepWords(Entry, frozen=True, kw_only=True):
    """A step in one language: what the facilitator does, and what to say aloud."""

    title: Text
    do: Text
    say: Text


class Sizes(Entry, frozen=True, kw_only=True):
    """How an exercise changes with about six, fifteen, forty people."""

    small: Text
    middle: Text
    large: Text


class Variations(Entry, frozen=True, kw_only=True):
    """How an exercise changes when something is short."""

    less_time: Text
    low_energy: Text


class ExerciseWords(Entry, frozen=True, kw_only=True):
    """An exercise in one language. ``question`` is for the wall; ``steps`` by id.

    ``setup`` holds the words of what is set up for its kind, such as the names of zones.
    ``prepare``: the day before. ``helpers``: what each person who helps does. ``handouts``: what
    people get in hand. ``follow_up``: the week after. ``access``: what makes it possible for
    everybody. ``ways``: by way and step, what to do instead of what the step says.
    """

    name: Text
    purpose: Text
    when: Text
    when_not: Text
    question: WallText
    room: Text
    materials: Mapping[Id, Text] = {}
    prepare: Texts
    helpers: tuple[Text, ...] = ()
    handouts: tuple[Text, ...] = ()
    listen: Text
    close: Text
    captures: Text
    follow_up: Text
    fails: Text
    access: Text
    sizes: Sizes
    variations: Variations
    ways: Mapping[Id, Annotated[Mapping[Id, Text], Meta(min_length=1)]]
    setup: Mapping[str, object] = {}
    steps: Mapping[Id, StepWords]


class Take(Entry, frozen=True, kw_only=True, rename={"source": "from", "form": "as", "into": "in"}):
    """What an exercise takes along of what earlier ones led to, where people want it.

    ``source`` names these exercises; of what lies in their ``zones`` (without any, in all) the
    ``first`` so many, as the room ranked them (0: all). ``form`` is what becomes of it: ``notes``
    in a zone, ``clauses`` of a list in a charter section, ``words`` of the setup, one each, or
    ``items`` of a list in the setup. ``into`` is that zone or section, or the place in the setup;
    ``drops`` are words of the setup that say nothing any more when others are put there.
    """

    source: Annotated[tuple[Id, ...], Meta(min_length=1)]
    zones: tuple[Id, ...] = ()
    first: Whole = 0
    form: TakenAs
    into: tuple[Text, ...] = ()
    drops: tuple[Text, ...] = ()


class Exercise(Entry, frozen=True, kw_only=True):
    """A recipe that somebody who has never done it can run from the cockpit alone.

    ``kind`` is the id of one of the kinds of ``app/kinds``; ``setup`` is what that kind alone
    knows, such as zones. While it is ``hidden``, the wall shows how many notes there are, until the
    facilitator reveals them. ``takes``: what is offered of earlier exercises when it begins.

    ``sponsor``: whether whoever has power over the people in the room is there. ``needs``: what
    the community has to have already. ``before`` and ``after``: exercises that go well before and
    after it; ``instead``: those that may stand in for it. ``feeds``: where what is captured goes,
    by zone (``all`` where there are none): sections, lands, exercises.
    """

    id: Id
    kind: Id
    stages: Annotated[tuple[Id, ...], Meta(min_length=1)]
    purposes: Annotated[tuple[Purpose, ...], Meta(min_length=1)]
    concepts: Annotated[tuple[Id, ...], Meta(min_length=1)]
    minutes: Minutes
    people: People
    sections: tuple[Id, ...] = ()
    lands: Annotated[tuple[Land, ...], Meta(min_length=1)]
    audience: Audience
    anonymous: bool
    hidden: bool = False
    arrangement: Arrangement
    sponsor: Sponsor = "welcome"
    needs: tuple[Need, ...] = ()
    before: tuple[Id, ...] = ()
    after: tuple[Id, ...] = ()
    instead: tuple[Id, ...] = ()
    groups: Groups | None = None
    private: Private | None = None
    feeds: Annotated[Mapping[Id, Annotated[tuple[Id, ...], Meta(min_length=1)]], Meta(min_length=1)]
    materials: tuple[Material, ...] = ()
    takes: tuple[Take, ...] = ()
    setup: Mapping[str, object] = {}
    steps: Annotated[tuple[Step, ...], Meta(min_length=1)]
    words: Mapping[str, ExerciseWords]

    def in_language(self, language: str) -> ExerciseWords:
        """Its words."""
        return in_language(self.words, language)
