"""The catalogue, fast: what the build step made of the sources, or else the sources themselves."""

from collections.abc import Sequence
from pathlib import Path

import msgspec

from app.built import built_folder, is_current
from app.catalogue import (
    agenda_entries,
    entries,
    exercise_entries,
    reading_entries,
    register_shapes,
)
from app.catalogue.catalogue import Catalogue
from app.catalogue.errors import CatalogueError
from app.catalogue.exercise_entries import Exercise
from app.catalogue.packed import Packed
from app.catalogue.reading_entries import Essay, Template

FILE = "catalogue.json"


class _Built(msgspec.Struct, frozen=True, kw_only=True):
    """A built catalogue, with the shape of the types it was made with.

    What there is much of stays packed: it is decoded when it is first read.
    """

    shape: str
    exercises: msgspec.Raw
    essays: msgspec.Raw
    templates: msgspec.Raw
    rest: Catalogue


def load_catalogue(resources: Path) -> Catalogue:
    """The catalogue of a ``resources`` folder.

    What was built is taken when no source changed since (or there are none, as in a bundle);
    otherwise the TOML files are read and checked. Raises CatalogueError.
    """
    if is_current(resources):
        built = _load_built(built_folder(resources) / FILE)
        if built is not None:
            return built
    if not (resources / "catalogue").is_dir():
        raise CatalogueError(f"built/{FILE}", "", "damaged")
    from app.catalogue.read import read_catalogue  # tomllib and the checks: not when built

    return read_catalogue(resources)


def pack_catalogue(catalogue: Catalogue) -> bytes:
    """The bytes of ``resources/built/catalogue.json``."""
    return msgspec.json.encode(
        _Built(
            shape=_shape(),
            exercises=_packed(catalogue.exercises),
            essays=_packed(catalogue.essays),
            templates=_packed(catalogue.templates),
            rest=msgspec.structs.replace(catalogue, exercises=(), essays=(), templates=()),
        )
    )


def _packed(entries: Sequence[msgspec.Struct]) -> msgspec.Raw:
    return msgspec.Raw(msgspec.json.encode(tuple(entries)))


def catalogue_json(catalogue: Catalogue, own: Sequence[Exercise] = ()) -> str:
    """The whole catalogue in both languages as indented JSON, for people and scripts; exercises of
    one's own apart from its own."""
    parts = {one: getattr(catalogue, one) for one in catalogue.__struct_fields__}
    packed = msgspec.json.encode({**parts, "own_exercises": tuple(own)}, enc_hook=tuple)
    return msgspec.json.format(packed, indent=2).decode("utf-8") + "\n"


def _load_built(path: Path) -> Catalogue | None:
    """The built catalogue, or None when it is not there, damaged, or of other types than ours."""
    try:
        built = msgspec.json.decode(path.read_bytes(), type=_Built)
    except (OSError, msgspec.DecodeError):
        return None
    if built.shape != _shape():
        return None
    return msgspec.structs.replace(
        built.rest,
        exercises=Packed(bytes(built.exercises), tuple[Exercise, ...]),
        essays=Packed(bytes(built.essays), tuple[Essay, ...]),
        templates=Packed(bytes(built.templates), tuple[Template, ...]),
    )


def _shape() -> str:
    """The fields of every type, so that a program never reads what another one built."""
    modules = (entries, agenda_entries, exercise_entries, reading_entries, register_shapes)
    found = (one for module in modules for one in vars(module).values())
    structs = dict.fromkeys(one for one in found if isinstance(one, msgspec.StructMeta))
    return ";".join(f"{one.__name__}:{','.join(one.__struct_fields__)}" for one in structs)
