"""Zones as a kind shows them, and where the next typed line goes."""

from collections.abc import Iterable, Sequence

import msgspec

from app.catalogue.recipe import ToldZone
from app.library.library import Library
from app.workshop.running import Running, enter_zone, place_of

BETWEEN = " / "
"""Between one language and the other where both are shown."""


def both(labels: Iterable[str]) -> str:
    """The same label in each language of the workshop, told once where it is one word in both."""
    return BETWEEN.join(dict.fromkeys(label for label in labels if label))


def zones_in(running: Running, languages: Sequence[str]) -> tuple[ToldZone, ...]:
    """The recipe's zones with their labels in all of ``languages``; a nameless one without any."""
    told = [running.recipe.zones_in(language) for language in languages]
    zones = tuple(
        msgspec.structs.replace(one[0], label=both(zone.label for zone in one))
        for one in zip(*told, strict=True)
    )
    return zones or (ToldZone(id="", colour="yellow", label=""),)


def home_of(zone: str, zones: Sequence[ToldZone]) -> str:
    """The zone where a note is shown: its own, or the first when the recipe lost its own."""
    return zone if any(one.id == zone for one in zones) else zones[0].id


def remember_target(library: Library, running: Running, target: str) -> None:
    """Remember where the next line goes, when the room stands in this run. Raises Trouble."""
    place = place_of(library.reader, running.workshop.id)
    if place is not None and place.running.run.id == running.run.id and place.zone != target:
        enter_zone(library, place, target)
