"""The library file's first schema, and what is made from it.

Journaled tables hold only TEXT and INTEGER: a REAL does not survive the journal's JSON.
Private counts (``tally``, ``answered``) are WITHOUT ROWID, so that no row order tells anything.
"""

APPLICATION_ID = 0x48455254
"""What marks a SQLite file as Hearth's ("HERT")."""

SCHEMA_VERSION = 1

TABLES = """
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

CREATE TABLE community (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, sentence TEXT NOT NULL, organization TEXT NOT NULL,
  language TEXT NOT NULL, zone TEXT NOT NULL, notes TEXT NOT NULL,
  parent TEXT REFERENCES community(id), created TEXT NOT NULL, ended TEXT) STRICT;

CREATE TABLE person (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, email TEXT NOT NULL, organization TEXT NOT NULL,
  notes TEXT NOT NULL, created TEXT NOT NULL) STRICT;

CREATE TABLE membership (
  id TEXT PRIMARY KEY, community TEXT NOT NULL REFERENCES community(id),
  person TEXT NOT NULL REFERENCES person(id), level TEXT NOT NULL, unit TEXT NOT NULL,
  joined TEXT, left TEXT) STRICT;
CREATE INDEX membership_community ON membership(community);

CREATE TABLE workshop (
  id TEXT PRIMARY KEY, community TEXT NOT NULL REFERENCES community(id), purpose TEXT NOT NULL,
  title TEXT NOT NULL, date TEXT NOT NULL, zone TEXT NOT NULL, place TEXT NOT NULL,
  languages TEXT NOT NULL, expected INTEGER NOT NULL, state TEXT NOT NULL, notes TEXT NOT NULL,
  thanks TEXT NOT NULL, created TEXT NOT NULL, closed TEXT) STRICT;
CREATE INDEX workshop_community ON workshop(community);

CREATE TABLE session (
  id TEXT PRIMARY KEY, workshop TEXT NOT NULL REFERENCES workshop(id), date TEXT NOT NULL,
  starts INTEGER NOT NULL, minutes INTEGER NOT NULL, place TEXT NOT NULL,
  position INTEGER NOT NULL) STRICT;
CREATE INDEX session_workshop ON session(workshop);

CREATE TABLE room_group (
  id TEXT PRIMARY KEY, workshop TEXT NOT NULL REFERENCES workshop(id), name TEXT NOT NULL,
  position INTEGER NOT NULL) STRICT;

CREATE TABLE block (
  id TEXT PRIMARY KEY, workshop TEXT NOT NULL REFERENCES workshop(id),
  session TEXT NOT NULL REFERENCES session(id), room_group TEXT REFERENCES room_group(id),
  position INTEGER NOT NULL, exercise TEXT, kind TEXT NOT NULL, title TEXT NOT NULL,
  minutes INTEGER NOT NULL, starts INTEGER, audience TEXT NOT NULL, recipe TEXT NOT NULL) STRICT;
CREATE INDEX block_workshop ON block(workshop);

CREATE TABLE run (
  id TEXT PRIMARY KEY, block TEXT NOT NULL REFERENCES block(id),
  room_group TEXT REFERENCES room_group(id), number INTEGER NOT NULL, started TEXT NOT NULL,
  ended TEXT) STRICT;
CREATE INDEX run_block ON run(block);

CREATE TABLE stage_reading (
  id TEXT PRIMARY KEY, community TEXT NOT NULL REFERENCES community(id),
  workshop TEXT REFERENCES workshop(id), stage TEXT NOT NULL, date TEXT NOT NULL,
  evidence TEXT NOT NULL) STRICT;
CREATE INDEX stage_reading_community ON stage_reading(community);

CREATE TABLE holding (
  id TEXT PRIMARY KEY, community TEXT NOT NULL REFERENCES community(id),
  workshop TEXT REFERENCES workshop(id), role TEXT NOT NULL, label TEXT NOT NULL,
  person TEXT NOT NULL REFERENCES person(id), deputy TEXT REFERENCES person(id),
  starts TEXT NOT NULL, ends TEXT, hours INTEGER NOT NULL) STRICT;
CREATE INDEX holding_community ON holding(community);

CREATE TABLE naming (
  id TEXT PRIMARY KEY, run TEXT NOT NULL REFERENCES run(id), role TEXT NOT NULL,
  label TEXT NOT NULL, person TEXT NOT NULL REFERENCES person(id), "by" INTEGER NOT NULL,
  answer TEXT NOT NULL, position INTEGER NOT NULL) STRICT;
CREATE INDEX naming_run ON naming(run);

CREATE TABLE attendance (
  id TEXT PRIMARY KEY, workshop TEXT NOT NULL REFERENCES workshop(id),
  person TEXT REFERENCES person(id), name TEXT NOT NULL, state TEXT NOT NULL,
  number INTEGER NOT NULL, arrived TEXT, gone TEXT) STRICT;
CREATE INDEX attendance_workshop ON attendance(workshop);

CREATE TABLE cluster (
  id TEXT PRIMARY KEY, run TEXT NOT NULL REFERENCES run(id), zone TEXT NOT NULL,
  title TEXT NOT NULL, position INTEGER NOT NULL) STRICT;
CREATE INDEX cluster_run ON cluster(run);

CREATE TABLE note (
  id TEXT PRIMARY KEY, community TEXT NOT NULL REFERENCES community(id),
  workshop TEXT REFERENCES workshop(id), run TEXT REFERENCES run(id),
  room_group TEXT REFERENCES room_group(id), kind TEXT NOT NULL, zone TEXT NOT NULL,
  cluster TEXT REFERENCES cluster(id), rank INTEGER, position INTEGER NOT NULL,
  text TEXT NOT NULL, author TEXT REFERENCES person(id), audience TEXT NOT NULL,
  language TEXT NOT NULL, made TEXT NOT NULL) STRICT;
CREATE INDEX note_run ON note(run, position);
CREATE INDEX note_community ON note(community);

CREATE TABLE version (
  id TEXT PRIMARY KEY, community TEXT NOT NULL REFERENCES community(id),
  workshop TEXT REFERENCES workshop(id), number INTEGER NOT NULL, status TEXT NOT NULL,
  date TEXT NOT NULL, until TEXT, reason TEXT NOT NULL, language TEXT NOT NULL,
  clauses TEXT NOT NULL, UNIQUE (community, number)) STRICT;

CREATE TABLE round (
  id TEXT PRIMARY KEY, run TEXT REFERENCES run(id), version TEXT REFERENCES version(id),
  form TEXT NOT NULL, private INTEGER NOT NULL, each INTEGER NOT NULL, cap INTEGER NOT NULL,
  hidden INTEGER NOT NULL, opened TEXT NOT NULL, closed TEXT) STRICT;
CREATE INDEX round_run ON round(run);

CREATE TABLE dots (
  id TEXT PRIMARY KEY, round TEXT NOT NULL REFERENCES round(id), item TEXT NOT NULL,
  number INTEGER NOT NULL, UNIQUE (round, item)) STRICT;

CREATE TABLE outcome (
  id TEXT PRIMARY KEY, community TEXT NOT NULL REFERENCES community(id),
  workshop TEXT REFERENCES workshop(id), run TEXT REFERENCES run(id), form TEXT NOT NULL,
  text TEXT NOT NULL, owner TEXT REFERENCES person(id), owner_name TEXT NOT NULL, due TEXT,
  state TEXT NOT NULL, audience TEXT NOT NULL, position INTEGER NOT NULL, source TEXT,
  made TEXT NOT NULL) STRICT;
CREATE INDEX outcome_community ON outcome(community);
CREATE INDEX outcome_workshop ON outcome(workshop);

CREATE TABLE clause (
  id TEXT PRIMARY KEY, community TEXT NOT NULL REFERENCES community(id),
  run TEXT REFERENCES run(id), section TEXT NOT NULL, heading TEXT NOT NULL, form TEXT NOT NULL,
  text TEXT NOT NULL, position INTEGER NOT NULL, lineage TEXT, audience TEXT NOT NULL) STRICT;
CREATE INDEX clause_community ON clause(community);

CREATE TABLE clause_source (
  id TEXT PRIMARY KEY, clause TEXT NOT NULL REFERENCES clause(id),
  note TEXT NOT NULL REFERENCES note(id), UNIQUE (clause, note)) STRICT;
CREATE INDEX clause_source_note ON clause_source(note);

CREATE TABLE reservation (
  id TEXT PRIMARY KEY, version TEXT NOT NULL REFERENCES version(id), text TEXT NOT NULL,
  said_by TEXT REFERENCES person(id)) STRICT;

CREATE TABLE gathering (
  id TEXT PRIMARY KEY, community TEXT NOT NULL REFERENCES community(id),
  workshop TEXT REFERENCES workshop(id), date TEXT NOT NULL, starts INTEGER,
  minutes INTEGER NOT NULL, place TEXT NOT NULL, title TEXT NOT NULL, state TEXT NOT NULL,
  came INTEGER NOT NULL, helped TEXT NOT NULL) STRICT;
CREATE INDEX gathering_community ON gathering(community);

CREATE TABLE attachment (
  id TEXT PRIMARY KEY, owner_table TEXT NOT NULL, owner TEXT NOT NULL, hash TEXT NOT NULL,
  name TEXT NOT NULL, media TEXT NOT NULL) STRICT;

CREATE TABLE signal (
  id TEXT PRIMARY KEY, community TEXT NOT NULL REFERENCES community(id), code TEXT NOT NULL,
  facts TEXT NOT NULL, date TEXT NOT NULL, state TEXT NOT NULL) STRICT;

CREATE TABLE blob (hash TEXT PRIMARY KEY, data BLOB NOT NULL) STRICT;
CREATE TABLE draft (place TEXT PRIMARY KEY, text TEXT NOT NULL, at TEXT NOT NULL) STRICT;
CREATE TABLE standing (
  workshop TEXT PRIMARY KEY, block TEXT, run TEXT, step INTEGER NOT NULL, zone TEXT NOT NULL,
  at TEXT NOT NULL) STRICT;
CREATE TABLE clock_event (
  id TEXT PRIMARY KEY, workshop TEXT NOT NULL, run TEXT NOT NULL, step INTEGER NOT NULL,
  what TEXT NOT NULL, seconds INTEGER NOT NULL, at TEXT NOT NULL) STRICT;
CREATE INDEX clock_event_run ON clock_event(run, step);
CREATE TABLE heartbeat (workshop TEXT PRIMARY KEY, at TEXT NOT NULL) STRICT;
CREATE TABLE snooze (what TEXT PRIMARY KEY, until TEXT NOT NULL) STRICT;
CREATE TABLE tally (
  round TEXT NOT NULL, item TEXT NOT NULL, value TEXT NOT NULL, room_group TEXT NOT NULL,
  number INTEGER NOT NULL, PRIMARY KEY (round, item, value, room_group)) STRICT, WITHOUT ROWID;
CREATE TABLE answered (
  round TEXT NOT NULL, person TEXT NOT NULL, PRIMARY KEY (round, person)) STRICT, WITHOUT ROWID;

CREATE TABLE change (
  id TEXT NOT NULL UNIQUE, library TEXT NOT NULL, number INTEGER PRIMARY KEY, community TEXT,
  workshop TEXT, schema INTEGER NOT NULL, label TEXT NOT NULL, field TEXT, at TEXT NOT NULL,
  undoes TEXT, undone INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE INDEX change_undone ON change(community, workshop) WHERE undone = 1;
CREATE TABLE entry (
  seq INTEGER PRIMARY KEY, change TEXT NOT NULL REFERENCES change(id), tbl TEXT NOT NULL,
  row TEXT NOT NULL, before TEXT, after TEXT) STRICT;
CREATE INDEX entry_change ON entry(change);
"""

SEARCHED: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("note", ("text",)),
    ("outcome", ("text",)),
    ("clause", ("heading", "text")),
    ("community", ("name", "sentence")),
    ("person", ("name",)),
)
"""Tables a person can search, and their columns."""


def search_tables() -> str:
    """The full-text tables, each an FTS5 index over its own table, kept true by three triggers."""
    return "\n".join(_search_table(table, columns) for table, columns in SEARCHED)


def _search_table(table: str, columns: tuple[str, ...]) -> str:
    names = ", ".join(columns)
    new = ", ".join(f"new.{name}" for name in columns)
    old = ", ".join(f"old.{name}" for name in columns)
    index = f"{table}_words"
    remove = f"INSERT INTO {index}({index}, rowid, {names}) VALUES ('delete', old.rowid, {old});"
    add = f"INSERT INTO {index}(rowid, {names}) VALUES (new.rowid, {new});"
    return f"""
CREATE VIRTUAL TABLE {index} USING fts5({names}, content='{table}',
  tokenize='unicode61 remove_diacritics 2');
CREATE TRIGGER {index}_add AFTER INSERT ON {table} BEGIN {add} END;
CREATE TRIGGER {index}_remove AFTER DELETE ON {table} BEGIN {remove} END;
CREATE TRIGGER {index}_change AFTER UPDATE OF {names} ON {table} BEGIN {remove} {add} END;
"""
