"""There is no third door: nothing outside the library's own modules writes, or could."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

WRITES = re.compile(
    r"\b(INSERT\s+(OR\s+\w+\s+)?INTO|REPLACE\s+INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|"
    r"(CREATE|DROP|ALTER)\s+(TABLE|INDEX|TRIGGER|VIRTUAL)|VACUUM|BEGIN IMMEDIATE)\b"
)
INNER = frozenset(("upkeep", "_connection", "_writer", "_reading"))
"""What the library keeps to itself."""

OFFENDERS = {
    "writes in SQL": 'def f(rows):\n    rows.cells(f"  DELETE FROM note WHERE id = {1}")\n',
    "writes in the middle": 'SQL = """WITH x AS (SELECT 1)\nINSERT INTO note VALUES (1)"""\n',
    "takes the upkeep": "def f(library):\n    with library.upkeep() as (c, tell):\n        c.x()\n",
    "takes the connection": "def f(library):\n    library._writer.execute('SELECT 1')\n",
    "opens the file itself": "import sqlite3\n",
}


def breaches(source: str) -> Iterator[str]:
    """What a module does that only the library may."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if WRITES.search(node.value):
                yield f"line {node.lineno}: {node.value[:60]!r}"
        elif isinstance(node, ast.Attribute) and node.attr in INNER:
            yield f"line {node.lineno}: .{node.attr}"
        elif isinstance(node, ast.Import | ast.ImportFrom):
            names = [one.name for one in node.names] + [getattr(node, "module", None) or ""]
            if any(name.split(".")[0] in {"sqlite3", "sqlite_utils", "apsw"} for name in names):
                yield f"line {node.lineno}: {names}"


def test_nobody_else_writes() -> None:
    found = [
        f"{path}: {breach}"
        for floor in ("app", "ui", "exports")
        for path in sorted(Path(floor).rglob("*.py"))
        if path.parts[:2] != ("app", "library")
        for breach in breaches(path.read_text(encoding="utf-8"))
    ]
    assert found == []


@pytest.mark.parametrize("what", OFFENDERS)
def test_an_offender_is_caught(what: str) -> None:
    assert list(breaches(OFFENDERS[what]))


def test_plain_words_are_no_offence() -> None:
    assert list(breaches('"""Update the set: delete from, insert into, create a table."""')) == []
