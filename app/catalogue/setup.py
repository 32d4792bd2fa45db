"""What an exercise sets up for its kind: carried as it was written, read by who knows its shape.

A kind declares a struct for it on the first floor, every field with a default. The build step
holds each exercise's setup strictly against it; a stored recipe is read leniently, because it may
come from a later Hearth.
"""

from collections.abc import Mapping
from typing import TypeVar

import msgspec

Setup = Mapping[str, object]
"""The table ``[setup]`` of an exercise, or ``[words.<language>.setup]``, as plain values."""

S = TypeVar("S", bound=msgspec.Struct)


class Nothing(msgspec.Struct, frozen=True):
    """The shape of a setup, or of its words, where a kind needs none."""


def read_setup(raw: Setup, form: type[S]) -> S:
    """A setup as the struct that a kind declares for it; what does not fit is at its default."""
    try:
        return msgspec.convert(raw, form)
    except msgspec.ValidationError:
        return msgspec.convert(_fitting(raw, form), form)


def _fitting(raw: Setup, form: type[msgspec.Struct]) -> dict[str, object]:
    """The fields that fit by themselves."""
    kept = {}
    for name in form.__struct_fields__:
        try:
            msgspec.convert({name: raw[name]} if name in raw else {}, form)
        except msgspec.ValidationError:
            continue
        if name in raw:
            kept[name] = raw[name]
    return kept


def texts_in(value: object, place: str = "") -> dict[str, str]:
    """Every text under a value, by its path: ``.zones.hopes``."""
    found: dict[str, str] = {}
    if isinstance(value, Mapping):
        for key, inner in value.items():
            found |= texts_in(inner, f"{place}.{key}")
        return found
    if isinstance(value, list | tuple):
        for index, inner in enumerate(value):
            found |= texts_in(inner, f"{place}[{index}]")
        return found
    return {place: str(value)}
