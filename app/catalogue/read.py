"""The catalogue from its sources: TOML files, read strictly, errors naming file and field.

Only the build step, tests and a source tree that was not built come here; everybody else reads
what was built (:mod:`app.catalogue.load`).
"""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar, get_origin, get_type_hints

import msgspec

from app.catalogue.agenda_entries import Agenda, Interlude
from app.catalogue.catalogue import Catalogue
from app.catalogue.consistency import check_catalogue
from app.catalogue.entries import AgreementRule, Concept, Role, Section, Stage
from app.catalogue.errors import CatalogueError
from app.catalogue.exercise_entries import Exercise
from app.catalogue.reading_entries import Essay, Instrument, Paradox, Signal, Template, Term
from app.catalogue.register_shapes import Register

E = TypeVar("E", bound=msgspec.Struct)

_PLACE = re.compile(r"^(?P<what>.*?)(?: - at `(?P<where>(?:key in )?\$[^`]*)`)?$", re.DOTALL)
_NAMED = re.compile(r"(?:missing required|contains unknown) field `(?P<name>[^`]+)`")


def read_catalogue(resources: Path) -> Catalogue:
    """The catalogue in ``resources/catalogue``, checked; raises CatalogueError."""
    catalogue = read_unchecked(resources)
    for fault in check_catalogue(catalogue):
        raise fault
    return catalogue


def read_unchecked(resources: Path) -> Catalogue:
    """The catalogue, each file well formed but not yet held against the others."""
    folder = resources / "catalogue"
    agendas = _files(folder / "agendas", resources, Agenda)
    exercises = _files(folder / "exercises", resources, Exercise)
    return Catalogue(
        concepts=_table(folder / "concepts.toml", resources, Concept),
        stages=_table(folder / "stages.toml", resources, Stage),
        roles=_table(folder / "roles.toml", resources, Role),
        sections=_table(folder / "sections.toml", resources, Section),
        exercises=_as_met(exercises, agendas),
        agendas=agendas,
        registers=_files(folder / "registers", resources, Register),
        interludes=_table(folder / "interludes.toml", resources, Interlude),
        essays=_files(folder / "essays", resources, Essay),
        terms=_table(folder / "glossary.toml", resources, Term),
        paradoxes=_table(folder / "paradoxes.toml", resources, Paradox),
        instruments=_table(folder / "instruments.toml", resources, Instrument),
        templates=_files(folder / "templates", resources, Template),
        signals=_table(folder / "signals.toml", resources, Signal),
        agreement_rules=_table(folder / "agreement_rules.toml", resources, AgreementRule),
    )


def _as_met(exercises: tuple[Exercise, ...], agendas: tuple[Agenda, ...]) -> tuple[Exercise, ...]:
    """Exercises in the order the agendas meet them, then by id: the order a workshop has."""
    met = [block.exercise for agenda in agendas for block in agenda.blocks]
    places = {exercise: place for place, exercise in reversed(list(enumerate(met)))}
    return tuple(sorted(exercises, key=lambda one: (places.get(one.id, len(met)), one.id)))


def _table(path: Path, resources: Path, form: type[E]) -> tuple[E, ...]:
    """The entries of one file, a table each, in the file's order."""
    file = path.relative_to(resources).as_posix()
    raw = _toml(path, file)
    return tuple(_entry(file, f"{entry_id}.", entry_id, raw[entry_id], form) for entry_id in raw)


def _files(folder: Path, resources: Path, form: type[E]) -> tuple[E, ...]:
    """The entries of a folder, a file each; a file's name is its id."""
    paths = sorted(folder.glob("*.toml"))
    entries = []
    for path in paths:
        file = path.relative_to(resources).as_posix()
        entries.append(_entry(file, "", path.stem, _toml(path, file), form))
    return tuple(entries)


def _toml(path: Path, file: str) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_bytes().decode("utf-8"))
    except OSError as error:
        raise CatalogueError(file, "", "unreadable", detail=error.strerror or "") from error
    except UnicodeDecodeError as error:
        raise CatalogueError(file, "", "not-utf-8", position=error.start) from error
    except tomllib.TOMLDecodeError as error:
        raise CatalogueError(file, "", "not-toml", detail=str(error)) from error


def _entry(file: str, prefix: str, entry_id: str, raw: object, form: type[E]) -> E:
    if not isinstance(raw, dict):
        raise CatalogueError(file, prefix.rstrip("."), "shape", detail=type(raw).__name__)
    if "id" in raw:
        raise CatalogueError(file, f"{prefix}id", "named-twice", id=entry_id)
    whole = {"id": entry_id, **raw}
    try:
        return msgspec.convert(whole, form)
    except msgspec.ValidationError as error:
        field, detail = locate(whole, form, str(error))
        raise CatalogueError(file, prefix + field, "shape", detail=detail) from error


def locate(raw: Mapping[str, object], form: type[msgspec.Struct], said: str) -> tuple[str, str]:
    """Where a conversion failed, and why. msgspec leaves out the keys of mappings: find them."""
    for name, kind in get_type_hints(form).items():
        value = raw.get(name)
        if get_origin(kind) is Mapping and isinstance(value, dict):
            for key, inner in value.items():
                fault = _fault(inner, kind.__args__[1])
                if fault is not None:
                    return f"{name}.{key}{fault[0]}", fault[1]
    found = _PLACE.match(said)
    what = found["what"] if found else said
    where = (found["where"] if found else None) or "$"
    lacking = _NAMED.search(what)
    field = where.removeprefix("key in ").removeprefix("$") + (
        f".{lacking['name']}" if lacking else ""
    )
    return field.removeprefix("."), what


def _fault(inner: object, form: object) -> tuple[str, str] | None:
    """What is wrong inside one value of a mapping: its path from there (with its dot), and why."""
    try:
        msgspec.convert(inner, form)
    except msgspec.ValidationError as error:
        if isinstance(inner, dict) and isinstance(form, type) and issubclass(form, msgspec.Struct):
            field, detail = locate(inner, form, str(error))
        else:
            field, detail = locate({}, msgspec.Struct, str(error))
        return (f".{field}" if field else ""), detail
    return None
