"""The JSON Schema in ``docs``: made from the types, and true of the files that are written."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from app.exchange.community_file import EVERY, FORMAT
from app.exchange.decode import decode
from app.exchange.docs import page_text
from app.exchange.json_schema import community_schema, schema_text
from app.library.library import Library
from app.library.trouble import Trouble
from app.resources import resources_folder
from tests.app.exchange.conftest import Played
from tests.app.exchange.whole import Whole, exported

DOCS = resources_folder().parent / "docs"


@pytest.fixture(scope="module")
def schema() -> Draft202012Validator:
    """The schema, in the hands of somebody else's reader of schemas."""
    Draft202012Validator.check_schema(community_schema())
    return Draft202012Validator(community_schema())


def test_the_schema_in_the_docs_is_that_of_the_types() -> None:
    """After a change of the rows it is written anew by ``python -m app.exchange.docs``."""
    assert (DOCS / "community-file.schema.json").read_text(encoding="utf-8") == schema_text()


def test_files_fit_the_schema(empty: Library, played: Played, schema: Draft202012Validator) -> None:
    """The sample, and a community with every column filled."""
    whole = exported(empty, Whole(empty).id)
    for data in (played.data, whole):
        assert list(schema.iter_errors(json.loads(data))) == []


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("note", "kind", "A hologram"),
        ("note", "position", -1),
        ("note", "id", "1"),
        ("note", "text", ""),
        ("note", "mood", "green"),
        ("person", "name", 7),
        ("version", "date", "yesterday"),
        ("naming", "answer", "maybe"),
        ("blob", "hash", "x"),
    ],
)
def test_what_the_reader_refuses_the_schema_refuses(
    empty: Library, schema: Draft202012Validator, table: str, column: str, value: object
) -> None:
    """The rules of the columns are said in the schema too."""
    root = json.loads(exported(empty, Whole(empty).id))
    root[table][0][column] = value
    assert len(list(schema.iter_errors(root))) == 1
    with pytest.raises(Trouble):
        decode(json.dumps(root).encode())


def test_the_page_on_the_file_names_every_table_and_the_format() -> None:
    """Whoever reads a file finds each of its parts explained."""
    page = Path(DOCS / "community-file.md").read_text(encoding="utf-8")
    assert page_text(page) == page, "python -m app.exchange.docs writes it anew"
    for name in ("hearth", *(kind.table for kind in EVERY), "blob"):
        assert f"`{name}`" in page
    assert f'"format": {FORMAT}' in page
