"""The JSON Schema in ``docs``: made from the types, and true of the files that are written."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.exchange.decode import decode
from app.exchange.schema import community_schema, schema_text
from app.exchange.types import EVERY, FORMAT
from app.library.library import Library
from app.library.trouble import Trouble
from app.resources import resources_folder
from tests.app.exchange.conftest import Played
from tests.app.exchange.whole import Whole, exported

DOCS = resources_folder().parent / "docs"


KINDS: dict[str, type] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "boolean": bool,
    "null": type(None),
}


def faults(schema: Any, value: Any, whole: Any, at: str = "$") -> Iterator[str]:
    """Where a value does not fit a schema, for the words of JSON Schema that ours uses."""
    if "$ref" in schema:
        schema = whole["$defs"][schema["$ref"].rpartition("/")[2]]
    if "anyOf" in schema:
        if all(list(faults(one, value, whole, at)) for one in schema["anyOf"]):
            yield f"{at}: none of several"
        return
    kind = KINDS[schema["type"]] if "type" in schema else object
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is int):
        yield f"{at}: no {schema['type']}"
    elif "enum" in schema and value not in schema["enum"]:
        yield f"{at}: not one of those allowed"
    elif isinstance(value, str):
        yield from _of_text(schema, value, at)
    elif kind is int and not schema.get("minimum", value) <= value <= schema.get("maximum", value):
        yield f"{at}: out of range"
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from faults(schema["items"], inner, whole, f"{at}[{number}]")
    elif isinstance(value, dict):
        known = schema["properties"]
        yield from (f"{at}: no {name}" for name in schema.get("required", []) if name not in value)
        yield from (f"{at}: {name} is not known" for name in value if name not in known)
        for name in value.keys() & known.keys():
            yield from faults(known[name], value[name], whole, f"{at}.{name}")


def _of_text(schema: Any, value: str, at: str) -> Iterator[str]:
    if not re.search(schema.get("pattern", ""), value):
        yield f"{at}: another pattern"
    if not schema.get("minLength", 0) <= len(value) <= schema.get("maxLength", len(value)):
        yield f"{at}: another length"


def test_the_schema_in_the_docs_is_that_of_the_types() -> None:
    """After a change of the types it is written anew by ``python -m app.exchange.schema``."""
    assert (DOCS / "community-file.schema.json").read_text(encoding="utf-8") == schema_text()


def test_files_fit_the_schema(empty: Library, played: Played) -> None:
    """The sample, and a community with every column filled."""
    schema = community_schema()
    whole = exported(empty, Whole(empty).id)
    for data in (played.data, whole):
        assert list(faults(schema, json.loads(data), schema)) == []


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("note", "kind", "hologram"),
        ("note", "position", -1),
        ("note", "id", "1"),
        ("note", "text", ""),
        ("note", "colour", "green"),
        ("person", "name", 7),
        ("version", "date", "yesterday"),
        ("naming", "answer", "asked"),
        ("blob", "hash", "x"),
    ],
)
def test_what_the_reader_refuses_the_schema_refuses(
    empty: Library, table: str, column: str, value: object
) -> None:
    """The rules of the columns are said in the schema too."""
    root = json.loads(exported(empty, Whole(empty).id))
    root[table][0][column] = value
    schema = community_schema()
    assert len(list(faults(schema, root, schema))) == 1
    with pytest.raises(Trouble):
        decode(json.dumps(root).encode())


def test_the_page_on_the_file_names_every_table_and_the_format() -> None:
    """Whoever reads a file finds each of its parts explained."""
    page = Path(DOCS / "community-file.md").read_text(encoding="utf-8")
    for name in ("hearth", *(kind.table for kind in EVERY), "blob"):
        assert f"`{name}`" in page
    assert f'"format": {FORMAT}' in page
