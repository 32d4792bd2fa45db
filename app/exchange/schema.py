"""The JSON Schema of a community file, made from its types and the rules of its columns.

``python -m app.exchange.schema > docs/community-file.schema.json`` writes it anew.
"""

import sys
from collections.abc import Iterator, Mapping
from inspect import cleandoc
from typing import Any

import msgspec

from app.exchange.columns import HASH, RULES, largest
from app.exchange.types import CommunityFile, Content

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def community_schema() -> dict[str, Any]:
    """The schema, as JSON values."""
    schema = msgspec.json.schema(CommunityFile)
    parts = schema["$defs"]
    for kind, rules in RULES.items():
        part = parts[kind.__name__]
        part["additionalProperties"] = False  # as it is read: nothing is passed over
        for name, said in part["properties"].items():
            for one in _alternatives(said):
                if one.get("type") == "string":
                    one.update(rules[name].schema)
                    begins = said.get("default")
                    if begins is not None and begins not in one.get("enum", (begins,)):
                        # What a new row begins with is something that never leaves a library.
                        del said["default"]
                        part["required"].append(name)
                elif one.get("type") == "integer":
                    one.update({"minimum": 0, "maximum": largest(name)})
    for part in parts.values():
        if "description" in part:
            part["description"] = cleandoc(part["description"])
    parts[Content.__name__]["properties"]["hash"].update(HASH.schema)
    return {"$schema": _DIALECT, **schema}


def schema_text() -> str:
    """The text of ``docs/community-file.schema.json``."""
    return msgspec.json.format(msgspec.json.encode(community_schema()), indent=2).decode() + "\n"


def _alternatives(said: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    yield from said.get("anyOf", [said])


if __name__ == "__main__":
    sys.stdout.write(schema_text())
