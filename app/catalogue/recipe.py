"""The copy a block keeps of an exercise, so that a changed catalogue never changes a workshop.

A recipe is the structure once (steps, zones, dots) and words by language, as JSON in the block's
row. It is read leniently: a recipe from a later Hearth may know more, one of a block made by hand
knows almost nothing.
"""

from collections.abc import Mapping, Sequence

import msgspec

from app.catalogue.types import Exercise, ExerciseWords


class RecipeError(ValueError):
    """Text that is no recipe."""


class RecipeStep(msgspec.Struct, frozen=True, kw_only=True):
    """A step: its minutes in this block, and how people work in it (``does``)."""

    id: str
    minutes: int = 0
    does: str = "together"


class RecipeZone(msgspec.Struct, frozen=True, kw_only=True):
    """A place for notes."""

    id: str
    colour: str = "yellow"


class RecipeDots(msgspec.Struct, frozen=True, kw_only=True):
    """Dots to vote with: how many each person has, and the most on one thing."""

    each: int
    cap: int


class StepTelling(msgspec.Struct, frozen=True, kw_only=True):
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
    zones: Mapping[str, str] = {}
    steps: Mapping[str, StepTelling] = {}


class ToldStep(msgspec.Struct, frozen=True, kw_only=True):
    """A step as the cockpit and the run sheet show it, in one language."""

    id: str
    minutes: int
    does: str
    title: str
    do: str
    say: str


class ToldZone(msgspec.Struct, frozen=True, kw_only=True):
    """A zone as the canvas and the wall show it, in one language."""

    id: str
    colour: str
    label: str


class Recipe(msgspec.Struct, frozen=True, kw_only=True):
    """What a block needs to be run without the catalogue. ``exercise`` is where it came from."""

    exercise: str | None = None
    steps: tuple[RecipeStep, ...] = ()
    zones: tuple[RecipeZone, ...] = ()
    dots: RecipeDots | None = None
    anonymous: bool = False
    arrangement: str = ""
    roles: tuple[str, ...] = ()
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

    def steps_in(self, language: str) -> tuple[ToldStep, ...]:
        """Its steps with their words."""
        told = self.in_language(language).steps
        silent = StepTelling()
        return tuple(
            ToldStep(
                id=step.id,
                minutes=step.minutes,
                does=step.does,
                title=told.get(step.id, silent).title,
                do=told.get(step.id, silent).do,
                say=told.get(step.id, silent).say,
            )
            for step in self.steps
        )

    def zones_in(self, language: str) -> tuple[ToldZone, ...]:
        """Its zones with their labels."""
        labels = self.in_language(language).zones
        return tuple(
            ToldZone(id=zone.id, colour=zone.colour, label=labels.get(zone.id, ""))
            for zone in self.zones
        )


def make_recipe(exercise: Exercise, languages: Sequence[str], minutes: int) -> Recipe:
    """A copy of an exercise in the languages asked (the first leads), fitted to ``minutes``."""
    lengths = share_minutes([step.minutes for step in exercise.steps], minutes)
    dots = exercise.dots
    return Recipe(
        exercise=exercise.id,
        steps=tuple(
            RecipeStep(id=step.id, minutes=length, does=step.does)
            for step, length in zip(exercise.steps, lengths, strict=True)
        ),
        zones=tuple(RecipeZone(id=zone.id, colour=zone.colour) for zone in exercise.zones),
        dots=RecipeDots(each=dots.each, cap=dots.cap) if dots else None,
        anonymous=exercise.anonymous,
        arrangement=exercise.arrangement,
        roles=exercise.roles,
        sections=exercise.sections,
        lands=exercise.lands,
        words={language: _telling(exercise.in_language(language)) for language in languages},
    )


def own_recipe(title: str | Mapping[str, str], minutes: int, languages: Sequence[str]) -> Recipe:
    """A recipe for a block of one's own or a break: a title (or one per language) and one step."""
    titles = {code: title if isinstance(title, str) else title[code] for code in languages}
    return Recipe(
        steps=(RecipeStep(id="own", minutes=max(0, minutes)),),
        words={
            code: RecipeWords(title=said, steps={"own": StepTelling(title=said)})
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


def with_languages(
    recipe: Recipe, languages: Sequence[str], exercise: Exercise | None = None
) -> Recipe:
    """The same recipe told in these languages, the first leading.

    Words it has are kept as they are. Words it lacks come from the exercise it was copied from,
    as far as that still has the same steps and zones; otherwise the leading words stand in.
    """
    same = exercise is not None and (
        [step.id for step in exercise.steps] == [step.id for step in recipe.steps]
        and [zone.id for zone in exercise.zones] == [zone.id for zone in recipe.zones]
    )
    told: dict[str, RecipeWords] = {}
    for code in languages:
        if code in recipe.words:
            told[code] = recipe.words[code]
        elif exercise is not None and same:
            told[code] = _telling(exercise.in_language(code))
        else:
            told[code] = recipe.in_language(code)
    return msgspec.structs.replace(recipe, words=told)


def encode_recipe(recipe: Recipe) -> str:
    """A recipe as JSON, for the block's row."""
    return msgspec.json.encode(recipe).decode("utf-8")


def decode_recipe(text: str) -> Recipe:
    """The recipe in a block's row; ``{}`` gives an empty one. Raises RecipeError."""
    try:
        return msgspec.json.decode(text, type=Recipe)
    except (msgspec.DecodeError, UnicodeEncodeError) as error:
        raise RecipeError(str(error)) from error


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


def _telling(words: ExerciseWords) -> RecipeWords:
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
        zones=dict(words.zones),
        steps={
            step: StepTelling(title=told.title, do=told.do, say=told.say)
            for step, told in words.steps.items()
        },
    )
