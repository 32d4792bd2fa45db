"""The copy a block keeps of an exercise, so that a changed catalogue never changes a workshop.

A recipe is the structure once (steps, what its kind needs) and words by language, as JSON in the
block's row. It is read leniently: a recipe from a later Hearth may know more, one of a block made
by hand knows almost nothing.
"""

from collections.abc import Mapping, Sequence

import msgspec

from app.catalogue.agenda_entries import Interlude, InterludeWords
from app.catalogue.exercise_entries import Exercise, ExerciseWords
from app.catalogue.setup import Setup
from app.catalogue.timing import step_minutes, within


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
    """A recipe in one language. Any of it may be empty, except the title.

    ``materials`` by id; ``ways``: by way and step, what to do instead of what the step says.
    """

    title: str
    purpose: str = ""
    question: str = ""
    room: str = ""
    materials: Mapping[str, str] = {}
    prepare: tuple[str, ...] = ()
    helpers: tuple[str, ...] = ()
    handouts: tuple[str, ...] = ()
    listen: str = ""
    close: str = ""
    captures: str = ""
    follow_up: str = ""
    fails: str = ""
    access: str = ""
    ways: Mapping[str, Mapping[str, str]] = {}
    setup: Setup = {}
    steps: Mapping[str, RecipeStepWords] = {}


class RecipeMaterial(msgspec.Struct, frozen=True, kw_only=True):
    """Something to bring: ``count`` of it for each ``person``, each ``group`` or the ``room``.

    A count of 0: as it was written before quantities were known.
    """

    id: str
    each: str = "room"
    count: int = 0


class MaterialInLanguage(msgspec.Struct, frozen=True, kw_only=True):
    """Something to bring, as it is listed in one language."""

    each: str
    count: int
    text: str


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
    ``way``: how it is held where not as written: ``online``, ``distrust``, ``seated``.
    ``optional``: it is left out first where time is short. ``interlude``: the one it came from.
    ``part``: which of the parts of an exercise that stands in several blocks (0: it has all steps).
    """

    exercise: str | None = None
    interlude: str | None = None
    part: int = 0
    steps: tuple[RecipeStep, ...] = ()
    materials: tuple[RecipeMaterial, ...] = ()
    group_size: int = 0
    way: str = ""
    optional: bool = False
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
        """Its steps with their words, as they are in the way it is held."""
        words = self.in_language(language)
        told, instead = words.steps, words.ways.get(self.way, {})
        silent = RecipeStepWords()
        return tuple(
            StepInLanguage(
                id=step.id,
                minutes=step.minutes,
                does=step.does,
                title=told.get(step.id, silent).title,
                do=instead.get(step.id, told.get(step.id, silent).do),
                say=told.get(step.id, silent).say,
            )
            for step in self.steps
        )

    def materials_in(self, language: str) -> tuple[MaterialInLanguage, ...]:
        """What to bring, with its words."""
        told = self.in_language(language).materials
        return tuple(
            MaterialInLanguage(each=one.each, count=one.count, text=told[one.id])
            for one in self.materials
            if one.id in told
        )


def make_recipe(
    exercise: Exercise, languages: Sequence[str], minutes: int, people: int = 0
) -> Recipe:
    """A copy of an exercise in the languages asked (the first leads), fitted to ``minutes``.

    Its steps share them out as so many ``people`` need them; without a number, as usual.
    """
    groups = exercise.groups
    usual = [
        step_minutes(step, groups, within(people, exercise)) if people else step.minutes
        for step in exercise.steps
    ]
    lengths = share_minutes(usual, minutes)
    return Recipe(
        exercise=exercise.id,
        steps=tuple(
            RecipeStep(id=step.id, minutes=length, does=step.does)
            for step, length in zip(exercise.steps, lengths, strict=True)
        ),
        materials=tuple(
            RecipeMaterial(id=one.id, each=one.each, count=one.count) for one in exercise.materials
        ),
        group_size=groups.size if groups is not None else 0,
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


def interlude_recipe(interlude: Interlude, languages: Sequence[str], minutes: int) -> Recipe:
    """A recipe for an interlude: one step, with what to do and say."""
    return Recipe(
        interlude=interlude.id,
        steps=(RecipeStep(id="own", minutes=max(0, minutes)),),
        words={code: interlude_words(interlude.in_language(code)) for code in languages},
    )


def interlude_words(words: InterludeWords) -> RecipeWords:
    """An interlude's words in one language, as a recipe keeps them."""
    step = RecipeStepWords(title=words.title, do=words.do, say=words.say)
    return RecipeWords(title=words.title, steps={"own": step})


def part_of(recipe: Recipe, steps: Sequence[str], minutes: int, part: int) -> Recipe:
    """A part of a recipe: those of its ``steps`` only, sharing out ``minutes``.

    What is brought and prepared stands in the first part, what comes of it in the last ones.
    """
    kept = tuple(step for step in recipe.steps if step.id in steps)
    if part > 1:
        told = {
            code: msgspec.structs.replace(one, materials={}, prepare=(), helpers=(), handouts=())
            for code, one in recipe.words.items()
        }
        recipe = msgspec.structs.replace(recipe, materials=(), words=told)
    return with_minutes(msgspec.structs.replace(recipe, steps=kept, part=part), minutes)


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
    """Words as they may be stored.

    The first Hearth kept the names of zones beside the others, and materials as a list.
    """

    zones: Setup = {}
    materials: Mapping[str, str] | tuple[str, ...] = {}  # type: ignore[assignment]

    def as_words(self) -> RecipeWords:
        """The words as they are now."""
        fields = {name: getattr(self, name) for name in RecipeWords.__struct_fields__}
        if not isinstance(self.materials, Mapping):
            fields["materials"] = dict(zip(_listed(self.materials), self.materials, strict=True))
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
        if not self.materials:
            told = next(iter(self.words.values()), None)
            if told is not None and not isinstance(told.materials, Mapping):
                fields["materials"] = tuple(
                    RecipeMaterial(id=one) for one in _listed(told.materials)
                )
        if self.zones is not None:
            before = {"zones": self.zones, "dots": self.dots, "roles": self.roles}
            setup = {name: value for name, value in before.items() if value}
            # The section that says what was agreed to was how people were asked for their word.
            asked = {"agreement": True} if "agreement" in self.sections else {}
            fields["setup"] = setup | asked
        return Recipe(**fields)


def _listed(materials: Sequence[str]) -> list[str]:
    """Ids for materials that were stored as a list, by their places."""
    return [f"m{place}" for place, _text in enumerate(materials)]


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
        prepare=words.prepare,
        helpers=words.helpers,
        handouts=words.handouts,
        listen=words.listen,
        close=words.close,
        captures=words.captures,
        follow_up=words.follow_up,
        fails=words.fails,
        access=words.access,
        ways=words.ways,
        setup=words.setup,
        steps={
            step: RecipeStepWords(title=told.title, do=told.do, say=told.say)
            for step, told in words.steps.items()
        },
    )
