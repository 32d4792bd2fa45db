"""What a recipe says of things, groups, privacy and where it leads, in words: on screens and on
paper alike."""

from collections.abc import Sequence

from app.catalogue.catalogue import Catalogue
from app.catalogue.exercise_check import ALL
from app.catalogue.exercise_entries import Exercise, Groups, Private
from app.catalogue.quantities import groups_of, how_many
from app.catalogue.recipe import MaterialInLanguage, Recipe
from app.catalogue.setup import texts_in
from app.words import Words

WRITTEN = "written"
"""How the way is called that an exercise is written in."""


def way_name(words: Words, way: str) -> str:
    """How an exercise is held: as written, online, where trust is thin, seated."""
    return words(f"recipe.ways.{way or WRITTEN}")


def things_to_bring(
    words: Words, recipe: Recipe, language: str, people: int, groups: int = 0
) -> list[str]:
    """What to bring in a recipe, counted for so many people where that is known.

    ``groups``: how many groups they make, where that follows from more than their size.
    """
    count = groups or groups_of(recipe.group_size, people)
    return [thing_words(words, one, people, count) for one in recipe.materials_in(language)]


def thing_words(words: Words, thing: MaterialInLanguage, people: int, groups: int) -> str:
    """A thing with how many of it: "30 × sticky notes (2 per person)"."""
    text = thing.text
    total = how_many(thing.each, thing.count, people, groups)
    if thing.count and thing.each != "room":
        each = words(f"recipe.each.{thing.each}", n=thing.count)
        text = words("recipe.with-each", thing=text, each=each)
    return words("recipe.thing", total=total, thing=text) if total else text


def groups_words(words: Words, groups: Groups) -> str:
    """How people are put together, who writes, how many groups report."""
    size = words("recipe.pairs" if groups.size == 2 else "recipe.size", n=groups.size)
    said = words("recipe.from", groups=size, n=groups.least) if groups.least else size
    parts = [
        f"{said}.",
        words(f"recipe.mix.{groups.mix}"),
        words(f"recipe.writes.{groups.writes}"),
    ]
    if groups.report:
        parts.append(words("recipe.report", n=groups.report))
    return " ".join(parts)


def private_words(words: Words, private: Private) -> str:
    """Who sees a single answer, how few are never shown, and when all is."""
    return " ".join(
        (
            words(f"recipe.private.sees.{private.sees}"),
            words("recipe.private.cell", n=private.cell),
            words(f"recipe.private.shown.{private.shown}"),
        )
    )


def kept_words(words: Words, exercise: Exercise) -> str:
    """Who reads what is kept, whether names are, and that records may be asked for."""
    parts = [
        words(f"recipe.reads.{exercise.audience}"),
        words(f"recipe.names.{'without' if exercise.anonymous else 'with'}"),
        words("recipe.records"),
    ]
    if exercise.private is not None:
        parts.insert(0, private_words(words, exercise.private))
    return " ".join(parts)


def beforehand_words(words: Words, exercise: Exercise) -> str:
    """What the community has to have already, and whether the sponsor is there."""
    parts = [words(f"recipe.sponsor.{exercise.sponsor}")]
    if exercise.needs:
        things = words.series([words(f"recipe.need.{one}") for one in exercise.needs])
        parts.append(words("recipe.needs", things=things))
    return " ".join(parts)


def feeds_lines(words: Words, catalogue: Catalogue, exercise: Exercise) -> list[str]:
    """Where what is gathered goes, a line for the zones that lead to the same; one without their
    names where all of them do."""
    zones: dict[str, list[str]] = {}
    for zone, targets in exercise.feeds.items():
        goes = ", ".join(_targets(words, catalogue, exercise, targets))
        if goes:
            zones.setdefault(goes, []).append(_zone_name(words, catalogue, exercise, zone))
    if len(zones) == 1:
        return [words("recipe.feeds-all", goes=goes) for goes in zones]
    return [
        words("recipe.feeds", zone=", ".join(one for one in named if one), goes=goes)
        for goes, named in zones.items()
    ]


def exercise_names(catalogue: Catalogue, ids: Sequence[str], language: str) -> dict[str, str]:
    """Those of some exercises that the catalogue has, by id, with their names."""
    found = (catalogue.find_exercise(one) for one in ids)
    return {one.id: one.in_language(language).name for one in found if one is not None}


def concept_names(catalogue: Catalogue, ids: Sequence[str], language: str) -> dict[str, str]:
    """Those of some concepts that the catalogue has, by id, with their names."""
    found = (catalogue.find_concept(one) for one in ids)
    return {one.id: one.in_language(language) for one in found if one is not None}


def _zone_name(words: Words, catalogue: Catalogue, exercise: Exercise, zone: str) -> str:
    """What a zone is called; nothing for all of them together."""
    if zone == ALL:
        return ""
    named = texts_in(exercise.in_language(words.language).setup)
    for place, text in named.items():
        if place.rpartition(".")[2] == zone:
            return text
    role = catalogue.find_role(zone)
    return role.in_language(words.language).name if role is not None else ""


def _targets(
    words: Words, catalogue: Catalogue, exercise: Exercise, targets: Sequence[str]
) -> list[str]:
    """Sections of the charter, lands, exercises, by their names."""
    found, sections = [], []
    for target in targets:
        section = catalogue.find_section(target) if target in exercise.sections else None
        other = catalogue.find_exercise(target)
        if section is not None:
            sections.append(section.in_language(words.language).name.lower())
        elif other is not None:
            found.append(words("parts.quoted", text=other.in_language(words.language).name))
        elif words.knows(f"exercises.land.{target}"):
            found.append(words(f"exercises.land.{target}"))
    if sections:
        found.insert(0, words("exercises.charter-sections", sections=", ".join(sections)))
    return found
