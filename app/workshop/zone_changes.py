"""Changing the zones of a block while people are in the room.

What changes is the block's own copy of its recipe: neither the catalogue nor another workshop.
Notes lie in zones by id, so that a zone keeps its notes whatever it is called.
"""

from collections.abc import Callable, Mapping, Sequence

import msgspec

from app.catalogue.recipe import Recipe, encode_recipe
from app.catalogue.setup import Setup, read_setup
from app.colours import NOTES, NoteColour
from app.library.library import Library
from app.library.reader import Reader
from app.library.rows import Block, Cluster, Note, Run
from app.library.trouble import Trouble
from app.library.writer import Writer
from app.typed_text import required_line
from app.workshop.planning import languages_of, recipe_of, scope_of
from app.workshop.running import Running
from app.workshop.zones import MOST, Zone, ZonesSetup, ZonesWords, for_each

Zones = tuple[Zone, ...]


def add_zone(library: Library, running: Running, name: str) -> str:
    """Add a zone at the end, in a colour that no other has; gives its id.

    Raises Trouble (``empty``, ``too-long``, ``too-many-zones``).
    """
    label, new = required_line(name), library.moment.new_id()

    def add(zones: Zones) -> Zones:
        if len(zones) >= MOST:
            raise Trouble("too-many-zones", most=MOST)
        return (*zones, Zone(id=new, colour=_free_colour(zones)))

    with library.change("zone-add", scope_of(running.workshop)) as writer:
        recipe = _with_zones(_recipe(writer, running), add)
        _keep(writer, running, _with_names(recipe, new, _names(running, label)))
        # What lay in the one place without a name lies in the first zone from now on.
        if len(read_setup(recipe.setup, ZonesSetup).zones) == 1:
            _move(writer, running, "", new)
    return new


def rename_zone(library: Library, running: Running, zone: str, name: str) -> None:
    """Call a zone otherwise; in a workshop of two languages "Hopes / Espoirs" names it in both.

    Raises Trouble (``empty``, ``too-long``, ``gone``).
    """
    names = _names(running, required_line(name))
    with library.change("zone-name", scope_of(running.workshop)) as writer:
        recipe = _recipe(writer, running)
        _at(read_setup(recipe.setup, ZonesSetup).zones, zone)
        _keep(writer, running, _with_names(recipe, zone, names))


def colour_zone(library: Library, running: Running, zone: str, colour: NoteColour) -> None:
    """Give a zone's notes another colour. Raises Trouble (``gone``)."""

    def colour_one(zones: Zones) -> Zones:
        at = _at(zones, zone)
        return (*zones[:at], Zone(id=zone, colour=colour), *zones[at + 1 :])

    with library.change("zone-colour", scope_of(running.workshop)) as writer:
        _keep(writer, running, _with_zones(_recipe(writer, running), colour_one))


def remove_zone(library: Library, running: Running, zone: str) -> None:
    """Take a zone away. Raises Trouble: ``gone``, ``zone-not-empty``, ``last-zone``."""
    with library.change("zone-remove", scope_of(running.workshop)) as writer:
        if not is_empty(writer, running, zone):
            raise Trouble("zone-not-empty")
        _remove(writer, running, zone)


def merge_zone(library: Library, running: Running, zone: str, into: str) -> None:
    """Put all that lies in a zone into another one, and take it away. Raises Trouble (``gone``)."""
    with library.change("zone-merge", scope_of(running.workshop)) as writer:
        _at(read_setup(_recipe(writer, running).setup, ZonesSetup).zones, into)
        _move(writer, running, zone, into)
        _remove(writer, running, zone)


def is_empty(reader: Reader, running: Running, zone: str) -> bool:
    """Whether nothing lies in a zone, in any run of the block."""
    runs = [run.id for run in reader.rows(Run, block=running.block.id)]
    noted = any(reader.count(Note, run=run, zone=zone) for run in runs)
    return not noted and not any(reader.count(Cluster, run=run, zone=zone) for run in runs)


def _remove(writer: Writer, running: Running, zone: str) -> None:
    def remove(zones: Zones) -> Zones:
        at = _at(zones, zone)
        if len(zones) == 1:
            raise Trouble("last-zone")
        return (*zones[:at], *zones[at + 1 :])

    recipe = _with_zones(_recipe(writer, running), remove)
    _keep(writer, running, _with_names(recipe, zone, {}))


def _move(writer: Writer, running: Running, zone: str, into: str) -> None:
    for run in writer.rows(Run, block=running.block.id):
        for cluster in writer.rows(Cluster, run=run.id, zone=zone):
            writer.change(cluster, zone=into)
        for note in writer.rows(Note, run=run.id, zone=zone):
            writer.change(note, zone=into)


def _recipe(writer: Writer, running: Running) -> Recipe:
    """The block's recipe as it now is: ``running`` may be older."""
    return recipe_of(writer.row(Block, running.block.id))


def _keep(writer: Writer, running: Running, recipe: Recipe) -> None:
    writer.change(writer.row(Block, running.block.id), recipe=encode_recipe(recipe))


def _with_zones(recipe: Recipe, change: Callable[[Zones], Zones]) -> Recipe:
    zones = change(read_setup(recipe.setup, ZonesSetup).zones)
    setup: Setup = {**recipe.setup, "zones": [msgspec.to_builtins(zone) for zone in zones]}
    return msgspec.structs.replace(recipe, setup=setup)


def _with_names(recipe: Recipe, zone: str, names: Mapping[str, str]) -> Recipe:
    """The recipe with a zone's name in each language; without any, its names are let go of."""
    told = {}
    for code, words in recipe.words.items():
        labels = dict(read_setup(words.setup, ZonesWords).zones)
        labels.pop(zone, None)
        if names:
            labels[zone] = names.get(code) or next(iter(names.values()))
        setup: Setup = {**words.setup, "zones": labels}
        told[code] = msgspec.structs.replace(words, setup=setup)
    return msgspec.structs.replace(recipe, words=told)


def _names(running: Running, name: str) -> dict[str, str]:
    """What a name says in each of the workshop's languages."""
    return for_each(name, languages_of(running.workshop))


def _at(zones: Sequence[Zone], zone: str) -> int:
    """Where a zone stands among the others. Raises Trouble (``gone``)."""
    found = [at for at, one in enumerate(zones) if one.id == zone]
    if not found:
        raise Trouble("gone")
    return found[0]


def _free_colour(zones: Sequence[Zone]) -> NoteColour:
    used = {zone.colour for zone in zones}
    return next((colour for colour in NOTES if colour not in used), "yellow")
