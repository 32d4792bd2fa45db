"""The copy a block keeps of an exercise, so that a changed catalogue never changes a workshop.

A recipe is the structure once (steps, what its kind needs) and words by language, as JSON in the
block's row. It is read leniently: a recipe from a later Hearth may know more, one of a block made
by hand knows almost nothing.
"""

from collections.abc import Mapping, Sequence

import msgspec

from app.catalogue.entries import Exercise, ExerciseWords
from app.catalogue.setup import Setup


class RecipeError(ValueError):
    """Text that is no recipe."""


class RecipeStep(msgspec.Struct, frozen=True, kw_only=True):
    """A step: its minutes in this block, and how people work in it (``does``)."""

    id: str
    minutes: int = 0
    does: str = "together"


class RecipeStepWords(msgspec.Struct, frozen=True, kw_only=True):
    """A step in one language: what to do, what to say aloud."""

    title: str = ""
    do: str = ""
    say: str = ""


class RecipeWords(msgspec.Struct, frozen=True, kw_only=True):
    """A recipe in one language. Any of it may be empty, except the title."""

    title: str
    purpose: str = ""
    question: str = ""
    room: str = ""
    materials: tuple[str, ...] = ()
    listen: str = ""
    close: str = ""
    captures: str = ""
    fails: str = ""
    setup: Setup = {}
    steps: Mapping[str, RecipeStepWords] = {}


class StepInLanguage(msgspec.Struct, frozen=True, kw_only=True):
    """A step as the cockpit and the run sheet show it, in one language."""

    id: str
    minutes: int
    does: str
    title: str
    do: str
    say: str


class Recipe(msgspec.Struct, frozen=True, kw_only=True):
    """What a block needs to be run without the catalogue. ``exercise`` is where it came from.

    ``setup`` is for the block's kind, which reads it with :func:`app.catalogue.setup.read_setup`.
    """

    exercise: str | None = None
    steps: tuple[RecipeStep, ...] = ()
    setup: Setup = {}
    anonymous: bool = False
    hidden: bool = False
    arrangement: str = ""
    sections: tuple[str, ...] = ()
    lands: tuple[str, ...] = ()
    words: Mapping[str, RecipeWords] = {}

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages it can be told in, the leading one first."""
        return tuple(self.words)

    @property
    def minutes(self) -> int:
        """What its steps add up to."""
        return sum(step.minutes for step in self.steps)

    def in_language(self, language: str) -> RecipeWords:
        """Its words in a language, else in one it has; empty ones when it has none."""
        if language in self.words:
            return self.words[language]
        return next(iter(self.words.values()), RecipeWords(title=""))

    def steps_in(self, language: str) -> tuple[StepInLanguage, ...]:
        """Its steps with their words."""
        told = self.in_language(language).steps
        silent = RecipeStepWords()
        return tuple(
            StepInLanguage(
                id=step.id,
                minutes=step.minutes,
                does=step.does,
                title=told.get(step.id, silent).title,
                do=told.get(step.id, silent).do,
                say=told.get(step.id, silent).say,
            )
            for step in self.steps
        )


def make_recipe(exercise: Exercise, languages: Sequence[str], minutes: int) -> Recipe:
    """A copy of an exercise in the languages asked (the first leads), fitted to ``minutes``."""
    lengths = share_minutes([step.minutes for step in exercise.steps], minutes)
    return Recipe(
        exercise=exercise.id,
        steps=tuple(
            RecipeStep(id=step.id, minutes=length, does=step.does)
            for step, length in zip(exercise.steps, lengths, strict=True)
        ),
        setup=exercise.setup,
        anonymous=exercise.anonymous,
        hidden=exercise.hidden,
        arrangement=exercise.arrangement,
        sections=exercise.sections,
        lands=exercise.lands,
        words={language: recipe_words(exercise.in_language(language)) for language in languages},
    )


def own_recipe(title: str | Mapping[str, str], minutes: int, languages: Sequence[str]) -> Recipe:
    """A recipe for a block of one's own or a break: a title (or one per language) and one step."""
    titles = {code: title if isinstance(title, str) else title[code] for code in languages}
    return Recipe(
        steps=(RecipeStep(id="own", minutes=max(0, minutes)),),
        words={
            code: RecipeWords(title=said, steps={"own": RecipeStepWords(title=said)})
            for code, said in titles.items()
        },
    )


def with_minutes(recipe: Recipe, minutes: int) -> Recipe:
    """The same recipe fitted to other minutes."""
    lengths = share_minutes([step.minutes for step in recipe.steps], minutes)
    steps = tuple(
        msgspec.structs.replace(step, minutes=length)
        for step, length in zip(recipe.steps, lengths, strict=True)
    )
    return msgspec.structs.replace(recipe, steps=steps)


def encode_recipe(recipe: Recipe) -> str:
    """A recipe as JSON, for the block's row."""
    return msgspec.json.encode(recipe).decode("utf-8")


def decode_recipe(text: str) -> Recipe:
    """The recipe in a block's row; ``{}`` gives an empty one. Raises RecipeError."""
    try:
        stored = msgspec.json.decode(text, type=_Stored)
    except (msgspec.DecodeError, UnicodeEncodeError) as error:
        raise RecipeError(str(error)) from error
    return stored.as_recipe()


class _StoredWords(RecipeWords, frozen=True, kw_only=True):
    """Words as they may be stored: the first Hearth kept the names of zones beside the others."""

    zones: Setup = {}

    def as_words(self) -> RecipeWords:
        """The words as they are now."""
        fields = {name: getattr(self, name) for name in RecipeWords.__struct_fields__}
        if self.zones:
            fields["setup"] = {"zones": self.zones}
        return RecipeWords(**fields)


class _Stored(Recipe, frozen=True, kw_only=True):
    """A recipe as it may be stored: the first Hearth kept what is for a kind beside the rest."""

    words: Mapping[str, _StoredWords] = {}
    zones: object = None
    dots: object = None
    roles: object = None

    def as_recipe(self) -> Recipe:
        """The recipe as it is now."""
        fields = {name: getattr(self, name) for name in Recipe.__struct_fields__}
        fields["words"] = {code: words.as_words() for code, words in self.words.items()}
        if self.zones is not None:
            before = {"zones": self.zones, "dots": self.dots, "roles": self.roles}
            setup = {name: value for name, value in before.items() if value}
            # The section that says what was agreed to was how people were asked for their word.
            asked = {"agreement": True} if "agreement" in self.sections else {}
            fields["setup"] = setup | asked
        return Recipe(**fields)


def share_minutes(usual: Sequence[int], minutes: int) -> list[int]:
    """Whole minutes in the proportions of ``usual`` that add up to ``minutes`` exactly.

    Each is at least 1 as long as there are minutes for all; else the first ones have one each.
    """
    if not usual:
        return []
    if minutes < len(usual):
        return [1 if place < minutes else 0 for place in range(len(usual))]
    weights = usual if sum(usual) else [1] * len(usual)
    whole = sum(weights)
    lengths = [max(1, weight * minutes // whole) for weight in weights]
    while (missing := minutes - sum(lengths)) != 0:
        # How far each is from its due, in units of 1/whole minute: the farthest gives or takes.
        owed = [
            weight * minutes - length * whole
            for weight, length in zip(weights, lengths, strict=True)
        ]
        if missing > 0:
            lengths[owed.index(max(owed))] += 1
        else:
            longer = [place for place, length in enumerate(lengths) if length > 1]
            lengths[min(longer, key=owed.__getitem__)] -= 1
    return lengths


def recipe_words(words: ExerciseWords) -> RecipeWords:
    """An exercise's words in one language, as a recipe keeps them."""
    return RecipeWords(
        title=words.name,
        purpose=words.purpose,
        question=words.question,
        room=words.room,
        materials=words.materials,
        listen=words.listen,
        close=words.close,
        captures=words.captures,
        fails=words.fails,
        setup=words.setup,
        steps={
            step: RecipeStepWords(title=told.title, do=told.do, say=told.say)
            for step, told in words.steps.items()
        },
    )
