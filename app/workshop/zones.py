"""Zones: the places that a recipe sets up for notes, and where the next typed line goes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from app.catalogue.errors import CatalogueError
from app.catalogue.exercise_entries import Exercise
from app.catalogue.faults import exercise_file, other_words, twice
from app.catalogue.recipe import Recipe
from app.catalogue.setup import read_setup
from app.colours import NOTES, NoteColour, note_colour
from app.library.library import Library
from app.workshop.running import Running, enter_zone, place_of

BETWEEN = " / "
"""Between one language and the other where both are shown."""

MOST = 6
"""The zones that an exercise may have: more are too narrow on a screen."""


class Zone(msgspec.Struct, frozen=True):
    """A place for notes, as it is set up; ``colour`` is that of its notes."""

    id: str
    colour: str = "yellow"


class ZonesSetup(msgspec.Struct, frozen=True, kw_only=True):
    """What is set up for a kind that takes notes in zones."""

    zones: tuple[Zone, ...] = ()


class ZonesWords(msgspec.Struct, frozen=True, kw_only=True):
    """The zones' names in one language, by id."""

    zones: Mapping[str, str] = {}


class NamedZone(msgspec.Struct, frozen=True, kw_only=True):
    """A zone as it is shown: its name in the languages asked for."""

    id: str
    colour: NoteColour
    label: str


def zones_named(recipe: Recipe, language: str) -> tuple[NamedZone, ...]:
    """A recipe's zones with their names in a language; none where it sets up none."""
    labels = read_setup(recipe.in_language(language).setup, ZonesWords).zones
    return tuple(
        NamedZone(id=zone.id, colour=note_colour(zone.colour), label=labels.get(zone.id, ""))
        for zone in read_setup(recipe.setup, ZonesSetup).zones
    )


def zone_targets(recipe: Recipe) -> tuple[str, ...]:
    """Where a line can go: the ids of the recipe's zones; one nameless place when it has none."""
    return tuple(zone.id for zone in read_setup(recipe.setup, ZonesSetup).zones) or ("",)


def zone_colour(recipe: Recipe, zone: str) -> NoteColour:
    """The colour of notes in a zone (its id); yellow for one that the recipe does not have."""
    zones = read_setup(recipe.setup, ZonesSetup).zones
    return note_colour(next((one.colour for one in zones if one.id == zone), ""))


def zones_shown(running: Running, languages: Sequence[str]) -> tuple[NamedZone, ...]:
    """A run's zones with their names in all of ``languages``; a nameless one without any."""
    named = [zones_named(running.recipe, language) for language in languages]
    zones = tuple(
        msgspec.structs.replace(same[0], label=both(zone.label for zone in same))
        for same in zip(*named, strict=True)
    )
    return zones or (NamedZone(id="", colour="yellow", label=""),)


def zone_faults(exercise: Exercise) -> Iterator[CatalogueError]:
    """What is wrong with the zones that an exercise sets up, and with their names."""
    file = exercise_file(exercise.id)
    zones = read_setup(exercise.setup, ZonesSetup).zones
    ids = [zone.id for zone in zones]
    if len(zones) > MOST:
        yield CatalogueError(file, "setup.zones", "too-many", most=MOST)
    yield from twice(file, "setup.zones", ids)
    for index, zone in enumerate(zones):
        if zone.colour not in NOTES:
            yield CatalogueError(file, f"setup.zones[{index}].colour", "unknown-id", id=zone.colour)
    for code, words in exercise.words.items():
        labels = read_setup(words.setup, ZonesWords).zones
        yield from other_words(file, f"words.{code}.setup.zones", ids, labels)


def both(labels: Iterable[str]) -> str:
    """The same label in each language of the workshop, said once where it is one word in both."""
    return BETWEEN.join(dict.fromkeys(label for label in labels if label))


def for_each(name: str, languages: Sequence[str]) -> dict[str, str]:
    """What a name says in each language: one for all, or "Hopes / Espoirs" one for each."""
    parts = [part.strip() for part in name.split(BETWEEN)]
    each = parts if len(parts) == len(languages) and all(parts) else [name] * len(languages)
    return dict(zip(languages, each, strict=True))


def home_of(zone: str, zones: Sequence[NamedZone]) -> str:
    """The zone where a note is shown: its own, or the first when the recipe lost its own."""
    return zone if any(one.id == zone for one in zones) else zones[0].id


def remember_target(library: Library, running: Running, target: str) -> None:
    """Remember where the next line goes, when the room stands in this run. Raises Trouble."""
    place = place_of(library.reader, running.workshop.id)
    if place is not None and place.running.run.id == running.run.id and place.zone != target:
        enter_zone(library, place, target)
