"""The catalogue, fast: what the build step made of the sources, or else the sources themselves."""

from pathlib import Path

import msgspec

from app.built import built_folder, is_current
from app.catalogue import entries
from app.catalogue.catalogue import Catalogue
from app.catalogue.errors import CatalogueError

FILE = "catalogue.json"


class _Built(msgspec.Struct, frozen=True):
    """A built catalogue, with the shape of the types it was made with."""

    shape: str
    catalogue: Catalogue


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
    return msgspec.json.encode(_Built(shape=_shape(), catalogue=catalogue))


def catalogue_json(catalogue: Catalogue) -> str:
    """The whole catalogue in both languages as indented JSON, for people and scripts."""
    return msgspec.json.format(msgspec.json.encode(catalogue), indent=2).decode("utf-8") + "\n"


def _load_built(path: Path) -> Catalogue | None:
    """The built catalogue, or None when it is not there, damaged, or of other types than ours."""
    try:
        built = msgspec.json.decode(path.read_bytes(), type=_Built)
    except (OSError, msgspec.DecodeError):
        return None
    return built.catalogue if built.shape == _shape() else None


def _shape() -> str:
    """The fields of every type, so that a program never reads what another one built."""
    structs = (one for one in vars(entries).values() if isinstance(one, msgspec.StructMeta))
    return ";".join(f"{one.__name__}:{','.join(one.__struct_fields__)}" for one in structs)
