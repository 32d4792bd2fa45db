"""Own exercises of a community file that are here already, and otherwise: both are kept."""

from collections.abc import Mapping

import msgspec

from app.catalogue.own_exercise import OWN
from app.catalogue.recipe import decode_recipe, encode_recipe
from app.exchange.community_file import CommunityFile
from app.library.library import Library
from app.library.row import Row
from app.library.rows import Block, OwnExercise


def same_exercise(one: OwnExercise, other: OwnExercise) -> bool:
    """Whether two rows hold the same exercise, whenever it was kept."""
    return one.exercise == other.exercise


def with_own_beside(library: Library, file: CommunityFile) -> CommunityFile:
    """The file as it may be brought in: of its own exercises those that the library has otherwise
    have new ids and are marked with the community's name, and its blocks name them by these."""
    new_ids: dict[str, str] = {}
    rows: list[OwnExercise] = []
    for row in file.rows(OwnExercise):
        here = library.reader.find(OwnExercise, row.id)
        if here is not None and not same_exercise(here, row):
            new_ids[row.id] = library.moment.new_id()
            name = file.community.name
            row = msgspec.structs.replace(row, id=new_ids[row.id], came_with=name)
        rows.append(row)
    if not new_ids:
        return file
    blocks = tuple(_renamed(block, new_ids) for block in file.rows(Block))
    tables: dict[str, tuple[Row, ...]] = {
        **file.tables,
        Block.table: blocks,
        OwnExercise.table: tuple(rows),
    }
    return msgspec.structs.replace(file, tables=tables)


def _renamed(block: Block, new_ids: Mapping[str, str]) -> Block:
    """A block that names an own exercise by its new id."""
    named = block.exercise or ""
    new = new_ids.get(named.removeprefix(OWN)) if named.startswith(OWN) else None
    if new is None:
        return block
    recipe = decode_recipe(block.recipe)
    if recipe.exercise == named:
        recipe = msgspec.structs.replace(recipe, exercise=OWN + new)
    return msgspec.structs.replace(block, exercise=OWN + new, recipe=encode_recipe(recipe))
