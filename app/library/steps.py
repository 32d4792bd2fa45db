"""The steps from one version of the schema to the next.

Each is written once and never changed again: it says what the tables became then, not what they
are now, so it names columns and builds on nothing that rows declare today. A test holds that an
older file, brought up to date, has the tables of a new one.
"""

from collections.abc import Callable, Collection, Mapping
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:  # 90 ms that only an older library costs
    from sqlite_utils import Database


class Step(msgspec.Struct, frozen=True):
    """From one version to the next: what it does, on a connection without foreign keys.

    ``keeps_undo``: it only adds tables, columns with a default and indexes, or takes away what
    nothing ever wrote. What was done before it can then still be undone: the journal's images get
    the new columns and lose the old ones. Otherwise undo ends at it.
    """

    change: "Callable[[Database], None]"
    keeps_undo: bool = True


def _to_2(database: "Database") -> None:
    """No key that two copies would both give out; nothing that nobody writes.

    Answers of rounds that are open lie apart from those of rounds that are closed.
    """
    database.table("signal").drop()
    database.table("note").transform(drop={"rank"})
    database.table("clause").transform(drop={"lineage"})
    for table in ("version", "dots", "clause_source"):
        _make_again(database, table)
    for table, column in (
        ("room_group", "workshop"),
        ("version", "community"),
        ("round", "version"),
        ("dots", "round"),
        ("clause_source", "clause"),
        ("reservation", "version"),
    ):
        database.table(table).create_index([column], index_name=f"{table}_{column}")
    _number_within_changes(database)
    _part_private(database)


def _make_again(database: "Database", name: str) -> None:
    """Make a table again without its UNIQUE columns, which transform() would keep."""
    old = database.table(name)
    indexes = [one.columns for one in old.indexes if one.origin == "c"]
    database.table(f"{name}_new").create(
        {column.name: column.type for column in old.columns},
        pk="id",
        not_null={column.name for column in old.columns if column.notnull and not column.is_pk},
        foreign_keys=[(str(one.column), one.other_table, "id") for one in old.foreign_keys],
        strict=True,
    )
    _take_place(database, name, "SELECT *")
    for columns in indexes:
        database.table(name).create_index(columns, index_name=f"{name}_{columns[0]}")


def _number_within_changes(database: "Database") -> None:
    """Changes go by their ids, and what they wrote is counted in each of them."""
    text = dict.fromkeys(("id", "library", "community", "workshop"), str)
    database.table("change_new").create(
        {
            **text,
            "schema": int,
            "label": str,
            "field": str,
            "at": str,
            "undoes": str,
            "undone": int,
        },
        pk="id",
        not_null={"library", "schema", "label", "at", "undone"},
        strict=True,
    )
    _take_place(
        database,
        "change",
        "SELECT id, library, community, workshop, schema, label, field, at, undoes, undone",
    )
    database.execute("CREATE INDEX change_undone ON change(community, workshop) WHERE undone = 1")
    database.table("entry_new").create(
        {"change": str, "seq": int, "tbl": str, "row": str, "before": str, "after": str},
        pk=("change", "seq"),
        not_null={"change", "seq", "tbl", "row"},
        foreign_keys=[("change", "change", "id")],
        strict=True,
    )
    _take_place(
        database,
        "entry",
        "SELECT change, row_number() OVER (PARTITION BY change ORDER BY seq), tbl, row, before,"
        " after",
    )


def _take_place(database: "Database", name: str, select: str) -> None:
    """Fill the new table of a name with what is selected from the old one, and drop that."""
    database.execute(f"INSERT INTO {name}_new {select} FROM {name}")
    database.table(name).drop()
    database.rename_table(f"{name}_new", name)


def _part_private(database: "Database") -> None:
    """Rows of rounds that are not open any more, into tables of their own."""
    still_open = "round NOT IN (SELECT id FROM round WHERE closed IS NOT NULL)"
    # sqlite-utils makes no table WITHOUT ROWID.
    for table, columns, key in (
        (
            "tally",
            "round TEXT NOT NULL, item TEXT NOT NULL, value TEXT NOT NULL,"
            " room_group TEXT NOT NULL, number INTEGER NOT NULL",
            "round, item, value, room_group",
        ),
        ("answered", "round TEXT NOT NULL, person TEXT NOT NULL", "round, person"),
    ):
        database.execute(f"ALTER TABLE {table} RENAME TO {table}_old")
        for name, which in ((table, still_open), (f"closed_{table}", f"NOT ({still_open})")):
            database.execute(
                f"CREATE TABLE {name} ({columns}, PRIMARY KEY ({key})) STRICT, WITHOUT ROWID"
            )
            # In the order of their keys: a page keeps rows in the order in which they come.
            database.execute(
                f"INSERT INTO {name} SELECT * FROM {table}_old WHERE {which} ORDER BY {key}"
            )
        database.table(f"{table}_old").drop()


def _to_3(database: "Database") -> None:
    """Entries of registers."""
    entries = database.table("register_entry")
    text = ("id", "community", "workshop", "register", "state", "texts", "cells", "audience")
    entries.create(
        {**dict.fromkeys(text, str), "position": int, "made": str},
        pk="id",
        not_null={*text, "position", "made"} - {"id", "workshop"},
        foreign_keys=[("community", "community", "id"), ("workshop", "workshop", "id")],
        strict=True,
    )
    entries.create_index(["community", "register"], index_name="register_entry_community")


def _to_4(database: "Database") -> None:
    """The search index is by plain letters; it is made anew at every step."""


def _to_5(database: "Database") -> None:
    """Workshops that will not take place, communities archived."""
    database.table("workshop").add_column("called_off", str)
    database.table("workshop").add_column("reason", str)
    database.table("community").add_column("archived", str)


def _to_6(database: "Database") -> None:
    """What all kinds of exercise capture: places and ties of notes, what recurs, groups, paper."""
    for table, column, kind, default in (
        ("note", "colour", str, ""),
        ("note", "x", int, None),
        ("note", "y", int, None),
        ("run", "hidden", int, 0),
        ("block", "on_paper", int, None),
        ("block", "harvested", str, None),
        ("block", "carried", str, ""),
        ("block", "in_groups", int, 0),
        ("room_group", "place", str, ""),
        ("room_group", "brief", str, ""),
        ("room_group", "note_taker", str, ""),
    ):
        database.table(table).add_column(column, kind, not_null_default=default)
    database.table("note").add_column("source", str)
    # sqlite-utils would make the whole table anew for a reference.
    database.execute("ALTER TABLE register_entry ADD COLUMN run TEXT REFERENCES run(id)")
    _add_table(
        database,
        "group_member",
        {"id": str, "room_group": str, "person": str, "name": str, "position": int},
        {"room_group": "room_group", "person": "person"},
        optional={"person"},
    )
    _add_table(
        database,
        "tie",
        dict.fromkeys(("id", "run", "form", "from_note", "to_note"), str),
        {"run": "run", "from_note": "note", "to_note": "note"},
    )
    text = ("id", "community", "workshop", "run", "note", "title", "rule", "date")
    more = ("zone", "place", "circle", "left_out", "audience")
    _add_table(
        database,
        "rhythm_event",
        {
            **dict.fromkeys(text, str),
            "starts": int,
            "minutes": int,
            **dict.fromkeys(more, str),
            "position": int,
            "made": str,
        },
        {one: one for one in ("community", "workshop", "run", "note")},
        optional={"workshop", "run", "note", "starts"},
    )
    for table, column in (
        ("group_member", "room_group"),
        ("tie", "run"),
        ("tie", "from_note"),
        ("tie", "to_note"),
        ("rhythm_event", "community"),
        ("rhythm_event", "run"),
        ("rhythm_event", "note"),
    ):
        database.table(table).create_index([column], index_name=f"{table}_{column}")


def _to_7(database: "Database") -> None:
    """Exercises of one's own; the hours of a role are by the month."""
    text = ("id", "name", "exercise", "copied_from", "came_with", "created", "changed")
    _add_table(database, "own_exercise", dict.fromkeys(text, str), {})
    database.execute("UPDATE holding SET hours = 4 * hours")
    # Else what is taken back would not be as it was left.
    for image in ("before", "after"):
        database.execute(
            f"UPDATE entry SET {image} = json_set({image}, '$.hours',"
            f" 4 * json_extract({image}, '$.hours')) WHERE tbl = 'holding' AND {image} IS NOT NULL"
        )


def _to_8(database: "Database") -> None:
    """What a community lives through: its states, its charter's own sections, who stood how."""
    for table, column, kind, default in (
        ("version", "sections", str, "[]"),
        ("version", "head", str, "{}"),
        ("holding", "review", str, None),
        ("holding", "chosen", str, ""),
        ("holding", "rotation", str, ""),
        ("holding", "handover", str, ""),
        ("snooze", "word", str, ""),
        ("snooze", "dismissed", int, 0),
        ("snooze", "found", int, 0),
    ):
        database.table(table).add_column(column, kind, not_null_default=default)
    _add_tables_of_8(database)
    for table, column in (
        ("charter_section", "community"),
        ("charter_head", "community"),
        ("named_position", "version"),
        ("section_review", "workshop"),
        ("community_state", "community"),
        ("gathering_person", "gathering"),
    ):
        database.table(table).create_index([column], index_name=f"{table}_{column}")


def _add_tables_of_8(database: "Database") -> None:
    columns: dict[str, type] = dict.fromkeys(("id", "community", "section"), str)
    columns |= {"title": str, "under": str, "position": int, "form": str}
    columns |= dict.fromkeys(("columns", "rule", "parent_rule", "reason"), str)
    _add_table(
        database,
        "charter_section",
        {**columns, "left_empty": int},
        {"community": "community"},
    )
    columns = dict.fromkeys(("id", "community", "title", "parent_body", "approver", "rule"), str)
    columns |= {"quorum": int, "voters": str, "signatures": int}
    _add_table(database, "charter_head", columns, {"community": "community"})
    _add_table(
        database,
        "named_position",
        dict.fromkeys(("id", "version", "person", "section", "position"), str),
        {"version": "version", "person": "person"},
    )
    _add_table(
        database,
        "section_review",
        dict.fromkeys(("id", "workshop", "run", "version", "section", "verdict", "word"), str),
        {"workshop": "workshop", "run": "run", "version": "version"},
        optional={"run", "version"},
    )
    _add_table(
        database,
        "community_state",
        dict.fromkeys(("id", "community", "date", "state", "reason", "other"), str),
        {"community": "community", "other": "community"},
        optional={"other"},
    )
    _add_table(
        database,
        "gathering_person",
        dict.fromkeys(("id", "gathering", "person"), str),
        {"gathering": "gathering", "person": "person"},
    )


def _to_9(database: "Database") -> None:
    """Two wordings of a clause, the day of the next renewal, when something was settled."""
    for table, column in (
        ("clause", "wording_of"),
        ("charter_head", "renew_on"),
        ("outcome", "settled"),
    ):
        database.table(table).add_column(column, str)


def _add_table(
    database: "Database",
    name: str,
    columns: Mapping[str, type],
    refs: Mapping[str, str],
    optional: Collection[str] = (),
) -> None:
    """A new table whose columns ``refs`` name rows of other tables, by their ids."""
    database.table(name).create(
        dict(columns),
        pk="id",
        not_null=columns.keys() - {"id", *optional},
        foreign_keys=[(column, table, "id") for column, table in refs.items()],
        strict=True,
    )


STEPS: Mapping[int, Step] = {
    1: Step(_to_2),
    2: Step(_to_3),
    3: Step(_to_4),
    4: Step(_to_5),
    5: Step(_to_6),
    6: Step(_to_7),
    7: Step(_to_8),
    8: Step(_to_9),
}
"""From each version to the one after it."""
