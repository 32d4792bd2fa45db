"""The written knowledge, typed: one frozen struct per sort of entry, words by language.

Lengths are minutes, people are counted, ids are kebab-case. Every entry's ``words`` has one value
per language; ``in_language`` gives one of them, and the leading language's where Hearth does not
speak the one asked for. Exercises, agendas, registers and what is there to be read have modules of
their own beside this one.
"""

from collections.abc import Mapping
from typing import Annotated, Literal, TypeVar

import msgspec
from msgspec import Meta

Id = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Text = Annotated[str, Meta(min_length=1)]
Texts = Annotated[tuple[Text, ...], Meta(min_length=1)]
"""One text or several."""
WallText = Annotated[str, Meta(min_length=1, max_length=60)]
"""Short enough to be read from the back of the room."""
Count = Annotated[int, Meta(ge=1)]
Whole = Annotated[int, Meta(ge=0)]
ClockText = Annotated[str, Meta(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]

Purpose = Literal[
    "launch", "renewal", "check-up", "gathering", "preparation", "sponsor-conversation", "closing"
]
Audience = Literal["facilitator", "room", "community", "organization"]
StageColour = Literal["discover", "grow", "establish", "put-to-work", "renew"]
Form = Literal["text", "list", "table"]

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
    """A stage in one language.

    ``image``: what it is like. ``feels``: what people live then. ``signs``: behaviours by which a
    group recognises itself. ``ready``: what shows that it can be taken up now; ``trouble``: that
    help is needed. ``helps``: what does people good then; ``later``: what can wait.
    """

    name: Text
    sentence: Text
    image: Text
    tension: Text
    feels: Text
    questions: Texts
    signs: Texts
    ready: Texts
    trouble: Texts
    helps: Texts
    later: Texts


class Stage(Entry, frozen=True, kw_only=True):
    """A stage of a community's life; ``colour`` names a token of the look.

    ``exercises``: those that suit it most.
    """

    id: Id
    colour: StageColour
    exercises: tuple[Id, ...]
    words: Mapping[str, StageWords]

    def in_language(self, language: str) -> StageWords:
        """Its words."""
        return in_language(self.words, language)


class RoleWords(Entry, frozen=True, kw_only=True):
    """A role in one language. French names the function, which fits everyone.

    ``asks``: what it is. ``does``: what that looks like. ``begins``: what to do in the first week
    (of a role for one workshop: before it begins). ``hands_over``: what to pass on at its end.
    """

    name: Text
    asks: Text
    why: Text
    does: Texts
    begins: Texts
    hands_over: Text


class Role(Entry, frozen=True, kw_only=True):
    """A role somebody holds: its usual term (months), hours a month (0: not counted so).

    ``launch``: one of those to fill at a launch. ``several``: several people usually hold it.
    ``workshop``: it is for one workshop and ends with it.
    """

    id: Id
    term_months: Whole
    hours_month: Whole
    launch: bool
    several: bool
    workshop: bool = False
    words: Mapping[str, RoleWords]

    def in_language(self, language: str) -> RoleWords:
        """Its words."""
        return in_language(self.words, language)


class SectionWords(Entry, frozen=True, kw_only=True):
    """A charter section in one language; ``columns`` names each column of a table.

    ``prompt``: the question it answers. ``help``: how to draft it. ``good`` and ``weak``: an
    example of each, both invented.
    """

    name: Text
    heading: Text
    prompt: Text
    help: Text
    good: Text
    weak: Text
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


class AgreementRuleWords(Entry, frozen=True, kw_only=True):
    """A rule of agreement in one language: its name, and a sentence that says when it is met."""

    name: Text
    sentence: Text


class AgreementRule(Entry, frozen=True, kw_only=True):
    """How a community tells that it agreed to its charter, as arithmetic.

    ``part`` in ``whole`` of the people who answered, or of all who were ``asked``, have to go along
    (0 of 1: no share is asked for); ``above``: more than that share, the share itself is too few.
    ``everybody``: everybody asked has to have answered. ``blocks``: it is not met while anybody
    cannot agree. ``sponsor``: a yes of the sponsor, by name, is needed too. ``agrees``: the
    positions that go along.
    """

    id: Id
    of: Literal["answered", "asked"]
    part: Whole
    whole: Count
    above: bool = False
    everybody: bool = False
    blocks: bool
    sponsor: bool = False
    agrees: tuple[Literal["wholehearted", "fine", "reservation"], ...]
    words: Mapping[str, AgreementRuleWords]

    def in_language(self, language: str) -> AgreementRuleWords:
        """Its words."""
        return in_language(self.words, language)
