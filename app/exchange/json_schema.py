"""The JSON Schema of a community file, made from what its rows declare.

``python -m app.exchange.docs`` writes it anew.
"""

from collections.abc import Iterator, Mapping
from inspect import cleandoc
from typing import Any

import msgspec

from app.exchange.community_file import EVERY, TABLES, CommunityFile, Content, Header
from app.library.columns import HASH
from app.library.rows import COLUMNS, Community

_SAYS = """A community and all its rows, by table; in each the rows are in the order of their ids.

    People are those whom another row names.
    """
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def community_schema() -> dict[str, Any]:
    """The schema, as JSON values."""
    schema = msgspec.json.schema(_whole())
    parts = schema["$defs"]
    for kind in EVERY:
        part = parts[kind.__name__]
        part["additionalProperties"] = False  # as it is read: nothing is passed over
        for column in COLUMNS[kind]:
            for one in _alternatives(part["properties"][column.name]):
                if one.get("type") == "string":
                    one.update(column.rule.schema)
                elif one.get("type") == "integer":
                    one.update({"minimum": 0, "maximum": column.most})
    for part in parts.values():
        if "description" in part:
            part["description"] = cleandoc(part["description"])
    parts[Content.__name__]["properties"]["hash"].update(HASH.schema)
    return {"$schema": _DIALECT, **schema}


def schema_text() -> str:
    """The text of ``docs/community-file.schema.json``."""
    return msgspec.json.format(msgspec.json.encode(community_schema()), indent=2).decode() + "\n"


def _whole() -> type[msgspec.Struct]:
    """A file as one type: a list of rows for each table."""
    lists = [(kind.table, tuple[kind, ...], ()) for kind in TABLES]  # type: ignore[valid-type]
    return msgspec.defstruct(
        CommunityFile.__name__,
        [
            ("hearth", Header),
            (Community.table, Community),
            *lists,
            ("blob", tuple[Content, ...], ()),
        ],
        namespace={"__doc__": _SAYS},
        forbid_unknown_fields=True,
    )


def _alternatives(said: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    yield from said.get("anyOf", [said])
