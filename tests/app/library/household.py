"""A library with a row in every table, for whoever has to look at all of it."""

import hashlib
import json
from collections.abc import Iterable

from app.library.attachments import attach
from app.library.journal import Scope
from app.library.library import Library
from app.library.private import count_answer
from app.library.rows import (
    JOURNALED,
    KEPT,
    TABLES,
    Attendance,
    Block,
    Clause,
    ClauseSource,
    ClockEvent,
    Cluster,
    Community,
    Dots,
    Draft,
    Gathering,
    Heartbeat,
    Holding,
    Membership,
    Naming,
    Note,
    Outcome,
    Person,
    RegisterEntry,
    Reservation,
    RhythmEvent,
    RoomGroup,
    Round,
    Row,
    Run,
    Session,
    Snooze,
    StageReading,
    Standing,
    Tie,
    Version,
    Workshop,
)
from app.moment import stamp
from tests.app.library.filled import filled

NAMES = (
    "attachment",
    "attendance",
    "block",
    "clause",
    "cluster",
    "community",
    "deputy",
    "dots",
    "dots-round",
    "entry",
    "event",
    "gathering",
    "group",
    "holding",
    "membership",
    "naming",
    "note",
    "open",
    "outcome",
    "person",
    "reservation",
    "rhythm",
    "run",
    "session",
    "source",
    "stage",
    "stances",
    "tie",
    "version",
    "workshop",
)
ID = {name: hashlib.sha256(name.encode()).hexdigest()[:32] for name in NAMES}
"""The id of the row of each name."""

SAID = "Nobody asks the night shift what they need"
DECIDED = "We open the workshop to the night shift once a month"
DRAFTED = "Everybody who mends lanterns belongs"
RESERVED = "I fear that the open door closes again in winter"
PERSON = "Oumou Keïta-Lindqvist"
ADDRESS = "oumou@example.org"
PICTURE = b"\x89PNG the drawing on the wall" * 50

FROZEN = {
    "id": ID["clause"],
    "section": "belonging",
    "heading": "Who belongs",
    "form": "text",
    "text": DRAFTED,
    "audience": "organization",
    "sources": [ID["note"]],
}
"""The clause as the version froze it."""


def furnish(library: Library) -> None:
    """Add a row to every table: ids and texts are those above, or filled in by rule."""
    now = stamp(library.moment.now())
    community = Scope(ID["community"])
    workshop = Scope(ID["community"], ID["workshop"])
    _in(library, Scope(), "community-add", *_people(now))
    _in(library, community, "workshop-add", *_plan(now))
    _in(library, workshop, "note-add", *_said(now), *_tied(now))
    _in(library, community, "charter-edit", *_charter())
    with library.change("attach", workshop) as writer:
        attach(
            writer, ID["attachment"], writer.row(Note, ID["note"]), "wall.png", "image/png", PICTURE
        )
    _fill(library, now, JOURNALED)
    _keep(library, now)
    _fill(library, now, KEPT)


def _fill(library: Library, now: str, kinds: Iterable[type[Row]]) -> None:
    """A row in each of these tables that has none yet."""
    reader = library.reader
    rows = {kind: found[0] for kind in TABLES.values() if (found := reader.rows(kind))}
    for kind in kinds:
        if kind not in rows:
            rows[kind] = filled(kind, rows, now, library.moment.new_id())
            with library.change("fill", Scope(ID["community"])) as writer:
                writer.add(rows[kind])


def _in(library: Library, scope: Scope, label: str, *rows: Row) -> None:
    with library.change(label, scope) as writer:
        for row in rows:
            writer.add(row)


def _people(now: str) -> list[Row]:
    return [
        Community(
            id=ID["community"], name="Lantern makers", sentence="We mend light.", created=now
        ),
        Person(id=ID["person"], name=PERSON, email=ADDRESS, created=now),
        Person(id=ID["deputy"], name="Tomasz Wójcik", created=now),
        Membership(
            id=ID["membership"], community=ID["community"], person=ID["person"], joined="2025-09-01"
        ),
        StageReading(id=ID["stage"], community=ID["community"], stage="grow", date="2026-01-15"),
    ]


def _plan(now: str) -> list[Row]:
    return [
        Workshop(
            id=ID["workshop"],
            community=ID["community"],
            purpose="launch",
            title="Launch",
            date="2026-02-12",
            zone="America/Toronto",
            languages="fr en",
            created=now,
        ),
        Session(
            id=ID["session"], workshop=ID["workshop"], date="2026-02-12", starts=540, minutes=210
        ),
        RoomGroup(id=ID["group"], workshop=ID["workshop"], name="North window"),
        Block(
            id=ID["block"],
            workshop=ID["workshop"],
            session=ID["session"],
            position=1000,
            kind="board",
            title="What we take care of",
            minutes=25,
        ),
        Run(id=ID["run"], block=ID["block"], started=now),
        Holding(
            id=ID["holding"],
            community=ID["community"],
            role="coordinator",
            person=ID["person"],
            deputy=ID["deputy"],
            starts="2026-02-12",
        ),
        Naming(
            id=ID["naming"],
            run=ID["run"],
            role="newcomer-guide",
            person=ID["person"],
            answer="asked",
        ),
        Attendance(id=ID["attendance"], workshop=ID["workshop"], person=ID["person"], name=PERSON),
        Gathering(
            id=ID["gathering"], community=ID["community"], date="2026-03-12", title="Next evening"
        ),
    ]


def _said(now: str) -> list[Row]:
    return [
        Cluster(id=ID["cluster"], run=ID["run"], title="Being asked", position=1000),
        Note(
            id=ID["note"],
            community=ID["community"],
            workshop=ID["workshop"],
            run=ID["run"],
            kind="board",
            cluster=ID["cluster"],
            position=1000,
            text=SAID,
            author=ID["person"],
            made=now,
        ),
        Outcome(
            id=ID["outcome"],
            community=ID["community"],
            workshop=ID["workshop"],
            form="action",
            text=DECIDED,
            owner=ID["person"],
            owner_name=PERSON,
            position=1000,
            source=ID["note"],
            made=now,
        ),
        Round(id=ID["dots-round"], run=ID["run"], form="dots", opened=now),
        Dots(id=ID["dots"], round=ID["dots-round"], item=ID["note"], number=5),
        RegisterEntry(
            id=ID["entry"],
            community=ID["community"],
            workshop=ID["workshop"],
            register="voice",
            state="heard",
            texts=json.dumps({"decision": "The night shift moves to the old forge"}),
            cells=json.dumps({"carrier": {"person": ID["person"]}, "told": {"note": ID["note"]}}),
            position=1000,
            made=now,
        ),
    ]


def _tied(now: str) -> list[Row]:
    return [
        Tie(
            id=ID["tie"],
            run=ID["run"],
            form="asks",
            from_note=ID["note"],
            to_note=ID["note"],
        ),
        RhythmEvent(
            id=ID["rhythm"],
            community=ID["community"],
            workshop=ID["workshop"],
            run=ID["run"],
            note=ID["note"],
            title="Lanterns lit together",
            rule="FREQ=MONTHLY;BYDAY=1TU",
            date="2026-02-03",
            starts=720,
            minutes=60,
            zone="America/Toronto",
            left_out='["2026-07-07"]',
            made=now,
        ),
    ]


def _charter() -> list[Row]:
    return [
        Clause(
            id=ID["clause"],
            community=ID["community"],
            section="belonging",
            text=DRAFTED,
            position=1,
        ),
        ClauseSource(id=ID["source"], clause=ID["clause"], note=ID["note"]),
        Version(
            id=ID["version"],
            community=ID["community"],
            number=1,
            date="2026-02-12",
            clauses=json.dumps([FROZEN]),
        ),
        Reservation(
            id=ID["reservation"], version=ID["version"], text=RESERVED, said_by=ID["person"]
        ),
        Round(
            id=ID["stances"],
            version=ID["version"],
            form="stances",
            private=True,
            opened="2026-02-12T18:00:00.000Z",
        ),
    ]


def _keep(library: Library, now: str) -> None:
    with library.keep(Scope(ID["community"], ID["workshop"])) as writer:
        writer.put(Draft(place="capture:run", text=SAID, at=now))
        writer.put(
            Standing(workshop=ID["workshop"], block=ID["block"], run=ID["run"], step=1, at=now)
        )
        writer.add(
            ClockEvent(
                id=ID["event"],
                workshop=ID["workshop"],
                run=ID["run"],
                step=1,
                what="set",
                seconds=600,
                at=now,
            )
        )
        writer.put(Heartbeat(workshop=ID["workshop"], at=now))
        writer.put(Snooze(what="no-sponsor:community", until="2026-03-01"))
    with library.keep(private=True) as answering:
        count_answer(answering, ID["stances"], "wholehearted", person=ID["person"])
    with library.change("round-close", Scope(ID["community"])) as rows:
        rows.change(rows.row(Round, ID["stances"]), closed=now)
        rows.add(Round(id=ID["open"], run=ID["run"], form="answers", private=True, opened=now))
    with library.keep(private=True) as answering:
        count_answer(answering, ID["open"], "4", item="we-meet", person=ID["deputy"])
