"""The written knowledge, typed: one frozen struct per sort of entry, words by language.

Lengths are minutes, people are counted, ids are kebab-case. Every entry's ``words`` has one value
per language; ``in_language`` gives one of them, and the leading language's where Hearth does not
speak the one asked for.
"""

from collections.abc import Mapping
from typing import Annotated, Literal, TypeVar

import msgspec
from msgspec import Meta

from app.catalogue.setup import Setup

Id = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Text = Annotated[str, Meta(min_length=1)]
WallText = Annotated[str, Meta(min_length=1, max_length=60)]
"""Short enough to be read from the back of the room."""
Count = Annotated[int, Meta(ge=1)]
Whole = Annotated[int, Meta(ge=0)]
ClockText = Annotated[str, Meta(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]

Purpose = Literal["launch", "renewal", "check-up", "sponsor-conversation", "closing"]
Audience = Literal["facilitator", "room", "community", "organization"]
Land = Literal["summary", "charter", "actions", "membership", "roles", "rhythm", "register"]
Arrangement = Literal["circle", "tables", "pairs", "standing", "wall"]
StageColour = Literal["discover", "grow", "establish", "put-to-work", "renew"]
Doing = Literal[
    "talk", "alone", "pairs", "small-groups", "together", "vote", "write", "ask", "agree"
]
Form = Literal["text", "list", "table"]
ColumnType = Literal[
    "text", "choice", "date", "person", "number", "hours", "yes-no", "note", "clause", "workshop"
]
PartyId = Literal["community", "organization", "sponsor"]
EntrySource = Literal["desk", "workshop"]
TakenAs = Literal["notes", "clauses", "words", "items"]

LEADING = "en"
"""The language whose words stand in where an entry lacks the one asked for."""

T = TypeVar("T")


def in_language(words: Mapping[str, T], language: str) -> T:
    """The words in ``language``, else in the leading one, else in whichever there is."""
    for code in (language, LEADING):
        if code in words:
            return words[code]
    return next(iter(words.values()))


class Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What all entries have in common: a misspelt field is refused."""


class Concept(Entry, frozen=True, kw_only=True):
    """An idea that a workshop can act on; exercises name the ones they serve."""

    id: Id
    words: Mapping[str, Text]

    def in_language(self, language: str) -> str:
        """Its short name."""
        return in_language(self.words, language)


class StageWords(Entry, frozen=True, kw_only=True):
    """A stage in one language. ``signs`` are behaviours by which a group recognises itself."""

    name: Text
    sentence: Text
    tension: Text
    questions: Annotated[tuple[Text, ...], Meta(min_length=1)]
    signs: Annotated[tuple[Text, ...], Meta(min_length=1)]


class Stage(Entry, frozen=True, kw_only=True):
    """A stage of a community's life; ``colour`` names a token of the look."""

    id: Id
    colour: StageColour
    words: Mapping[str, StageWords]

    def in_language(self, language: str) -> StageWords:
        """Its words."""
        return in_language(self.words, language)


class RoleWords(Entry, frozen=True, kw_only=True):
    """A role in one language. French names the function, which fits everyone."""

    name: Text
    asks: Text
    why: Text


class Role(Entry, frozen=True, kw_only=True):
    """A role somebody holds: its usual term (months), hours a week (0: not counted so).

    ``launch``: one of those to fill at a launch. ``several``: several people usually hold it.
    """

    id: Id
    term_months: Whole
    hours_week: Whole
    launch: bool
    several: bool
    words: Mapping[str, RoleWords]

    def in_language(self, language: str) -> RoleWords:
        """Its words."""
        return in_language(self.words, language)


class SectionWords(Entry, frozen=True, kw_only=True):
    """A charter section in one language; ``columns`` names each column of a table."""

    name: Text
    heading: Text
    prompt: Text
    columns: Mapping[Id, Text] = {}


class Section(Entry, frozen=True, kw_only=True):
    """A charter section. ``parent`` names the section it stands under; ``columns`` a table's."""

    id: Id
    form: Form
    launch: bool
    parent: Id | None = None
    columns: tuple[Id, ...] = ()
    words: Mapping[str, SectionWords]

    def in_language(self, language: str) -> SectionWords:
        """Its words."""
        return in_language(self.words, language)


class Minutes(Entry, frozen=True, kw_only=True):
    """How long an exercise takes."""

    short: Count
    usual: Count
    long: Count


class People(Entry, frozen=True, kw_only=True):
    """How many people an exercise is for."""

    least: Count
    most: Count


class Step(Entry, frozen=True, kw_only=True):
    """A step of an exercise; ``does`` says how people work in it."""

    id: Id
    minutes: Whole
    does: Doing


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
    distrust: Text
    online: Text


class ExerciseWords(Entry, frozen=True, kw_only=True):
    """An exercise in one language. ``question`` is for the wall; ``steps`` by id.

    ``setup`` holds the words of what is set up for its kind, such as the names of zones.
    """

    name: Text
    purpose: Text
    when: Text
    when_not: Text
    question: WallText
    room: Text
    materials: tuple[Text, ...]
    listen: Text
    close: Text
    captures: Text
    fails: Text
    sizes: Sizes
    variations: Variations
    setup: Setup = {}
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
    takes: tuple[Take, ...] = ()
    setup: Setup = {}
    steps: Annotated[tuple[Step, ...], Meta(min_length=1)]
    words: Mapping[str, ExerciseWords]

    def in_language(self, language: str) -> ExerciseWords:
        """Its words."""
        return in_language(self.words, language)


class AgendaWords(Entry, frozen=True, kw_only=True):
    """An agenda in one language."""

    name: Text
    sentence: Text


class AgendaBlock(Entry, frozen=True, kw_only=True, rename={"pause": "break"}):
    """A block of an agenda: an exercise, or a break (``pause``)."""

    minutes: Count
    exercise: Id | None = None
    pause: bool = False


class Agenda(Entry, frozen=True, kw_only=True):
    """A sequence that fits its time: ``minutes`` available, for ``people``, from ``starts``."""

    id: Id
    purpose: Purpose
    minutes: Count
    people: Count
    starts: ClockText
    blocks: Annotated[tuple[AgendaBlock, ...], Meta(min_length=1)]
    words: Mapping[str, AgendaWords]

    @property
    def first_minute(self) -> int:
        """When it starts, in minutes since midnight."""
        hours, minutes = self.starts.split(":")
        return int(hours) * 60 + int(minutes)

    @property
    def planned_minutes(self) -> int:
        """What its blocks add up to."""
        return sum(block.minutes for block in self.blocks)

    def in_language(self, language: str) -> AgendaWords:
        """Its words."""
        return in_language(self.words, language)


class RegisterColumn(Entry, frozen=True, kw_only=True):
    """A column of a register.

    ``long`` texts have several lines. ``options`` are those of a choice, ``parties`` who else than
    a person may stand in a column of people. ``due``: the day by which an open entry is expected.
    ``consent``: a choice whose options are audiences; what is chosen says who may read the entry,
    and without a choice it is for the facilitator alone.
    """

    id: Id
    type: ColumnType
    required: bool = False
    long: bool = False
    due: bool = False
    consent: bool = False
    options: tuple[Id, ...] = ()
    parties: tuple[PartyId, ...] = ()


class RegisterState(Entry, frozen=True, kw_only=True):
    """A state that entries go through; while it is ``open`` something is still expected."""

    id: Id
    open: bool


class RegisterWords(Entry, frozen=True, kw_only=True):
    """A register in one language.

    ``add`` and ``edit`` are what is done with an entry; ``empty`` says what to write first.
    ``columns`` and ``states`` are named by their ids; so are the ``options`` of each choice.
    ``hints`` help whoever fills a column.
    """

    name: Text
    sentence: Text
    add: Text
    edit: Text
    empty_title: Text
    empty: Text
    columns: Mapping[Id, Text]
    hints: Mapping[Id, Text] = {}
    options: Mapping[Id, Mapping[Id, Text]] = {}
    states: Mapping[Id, Text]


class Register(Entry, frozen=True, kw_only=True):
    """Something a community writes down line by line, between workshops and in them.

    The first column, a text, says what an entry is about; the first state is that of a new one.
    ``audience``: who may read an entry unless it says otherwise. ``sources``: where entries come
    from.
    """

    id: Id
    concepts: Annotated[tuple[Id, ...], Meta(min_length=1)]
    audience: Audience
    sources: Annotated[tuple[EntrySource, ...], Meta(min_length=1)]
    columns: Annotated[tuple[RegisterColumn, ...], Meta(min_length=1)]
    states: Annotated[tuple[RegisterState, ...], Meta(min_length=1)]
    words: Mapping[str, RegisterWords]

    @property
    def due_column(self) -> str | None:
        """The column that says by when an entry is expected."""
        return next((column.id for column in self.columns if column.due), None)

    @property
    def consent_column(self) -> str | None:
        """The column that says who may read an entry."""
        return next((column.id for column in self.columns if column.consent), None)

    def is_open(self, state: str) -> bool:
        """Whether something is still expected in a state; also in one that is not known here."""
        return next((one.open for one in self.states if one.id == state), True)

    def in_language(self, language: str) -> RegisterWords:
        """Its words."""
        return in_language(self.words, language)
