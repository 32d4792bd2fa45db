"""From one format of the community file to the next, so that older files go on being read.

Each converter takes a whole file as JSON values and gives it as the next format has it. It is
written once and never changed again. What it meets that is not as it should be it leaves alone:
whoever reads the file next says where.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

Root = dict[str, Any]
"""A file as JSON values; its parts by name."""


def _from_1(root: Root) -> Root:
    """Signals, the rank of a note and the lineage of a clause go: no Hearth ever wrote any.

    Counts have the name of the table of closed rounds; the header says from which schema they came.
    """
    root = {name: part for name, part in root.items() if name != "signal" or part}
    for table, column in (("note", "rank"), ("clause", "lineage")):
        for row in rows_in(root, table):
            if row.get(column, 0) is None:
                del row[column]
    if "tally" in root and "closed_tally" not in root:
        root["closed_tally"] = root.pop("tally")
    return {**root, "hearth": {**root["hearth"], "format": 2, "schema": 2}}


def _from_2(root: Root) -> Root:
    """What is private was always in it."""
    return {**root, "hearth": {**root["hearth"], "format": 3, "private": True}}


def _from_3(root: Root) -> Root:
    """The hours of a role were by the week."""
    for row in rows_in(root, "holding"):
        hours = row.get("hours")
        if isinstance(hours, int) and not isinstance(hours, bool):
            row["hours"] = 4 * hours
    return {**root, "hearth": {**root["hearth"], "format": 4}}


def rows_in(root: Root, table: str) -> Iterator[dict[str, Any]]:
    """The rows of a part of a file, one row or a list; of what is neither, none."""
    part = root.get(table)
    found = part if isinstance(part, list) else [part]
    yield from (row for row in found if isinstance(row, dict))


CONVERTERS: Mapping[int, Callable[[Root], Root]] = {1: _from_1, 2: _from_2, 3: _from_3}
"""From each format to the one after it."""
