"""Who may read what: one order, one query, and what it leaves out."""

import itertools

import pytest

from app.library.audience import AUDIENCES, left_out, may_read, readable
from app.library.library import Library
from app.library.rows import Block, Clause, Note, Outcome, Row, Run, Session, Workshop
from app.moment import stamp
from tests.app.library.settings import add, community, note

WIDTH = {audience: width for width, audience in enumerate(AUDIENCES)}


@pytest.fixture
def marked(library: Library) -> str:
    """A workshop with, for every audience, a block holding a note for every audience, and more."""
    home = community(library)
    now = stamp(library.moment.now())
    workshop = Workshop(
        id="workshop",
        community=home.id,
        purpose="launch",
        title="Launch",
        date="2026-02-12",
        zone="UTC",
        created=now,
    )
    add(
        library,
        home,
        workshop,
        Session(id="session", workshop="workshop", date="2026-02-12", starts=540, minutes=60),
    )
    for place, block in enumerate(AUDIENCES):
        add(library, *_block(block, place, now))
        rows: list[Row] = []
        for text in AUDIENCES:
            row = note(library, home.id, f"{block}/{text}", position=place)
            rows.append(_replace(row, workshop="workshop", run=f"run-{block}", audience=text))
        add(library, *rows)
    for text in AUDIENCES:
        add(
            library,
            _clause(home.id, f"clause-at-the-desk-{text}", text, None),
            _replace(note(library, home.id, f"alone/{text}"), audience=text),
            Outcome(
                id=f"outcome-{text}",
                community=home.id,
                workshop="workshop",
                run="run-facilitator",
                form="decision",
                text=text,
                audience=text,
                position=1,
                made=now,
            ),
            _clause(home.id, f"clause-{text}", text, "run-facilitator"),
        )
    return home.id


def _clause(community: str, name: str, audience: str, run: str | None) -> Clause:
    return Clause(
        id=name,
        community=community,
        run=run,
        section="purpose",
        text=audience,
        position=1,
        audience=audience,
    )


def _block(audience: str, place: int, now: str) -> list[Row]:
    return [
        Block(
            id=f"block-{audience}",
            workshop="workshop",
            session="session",
            position=place,
            kind="board",
            title=audience,
            minutes=20,
            audience=audience,
        ),
        Run(id=f"run-{audience}", block=f"block-{audience}", started=now),
    ]


def _replace(row: Note, **fields: str) -> Note:
    return Note(**{name: getattr(row, name) for name in row.__struct_fields__} | fields)


def test_each_audience_lies_within_the_next() -> None:
    for mark, audience in itertools.product(AUDIENCES, AUDIENCES):
        assert may_read(mark, audience) == (WIDTH[mark] >= WIDTH[audience])
    assert may_read("organization", "room")
    assert may_read("room", "facilitator")
    assert not may_read("room", "community")
    assert not may_read("facilitator", "room")


def test_an_unknown_mark_is_the_facilitators_and_an_unknown_audience_is_a_bug() -> None:
    assert may_read("somebody", "facilitator")
    assert not any(may_read("somebody", audience) for audience in AUDIENCES[1:])
    with pytest.raises(ValueError, match="nobody"):
        may_read("room", "nobody")


@pytest.mark.parametrize("audience", AUDIENCES)
def test_one_query_decides(library: Library, marked: str, audience: str) -> None:
    def allowed(*marks: str) -> bool:
        return all(WIDTH[mark] >= WIDTH[audience] for mark in marks)

    rows = library.reader
    blocks = readable(rows, audience, Block, "workshop = ? ORDER BY position", "workshop")
    assert [block.audience for block in blocks] == [mark for mark in AUDIENCES if allowed(mark)]
    notes = {row.text for row in readable(rows, audience, Note, "community = ?", marked)}
    assert notes == {
        *(f"{block}/{text}" for block in AUDIENCES for text in AUDIENCES if allowed(block, text)),
        *(f"alone/{text}" for text in AUDIENCES if allowed(text)),
    }
    outcomes = readable(rows, audience, Outcome, "community = ?", marked)
    clauses = readable(rows, audience, Clause, "community = ?", marked)
    for found in ({row.audience for row in outcomes}, {row.audience for row in clauses}):
        assert found == {mark for mark in AUDIENCES if allowed(mark)}
        assert all(may_read(mark, audience) for mark in found)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_what_is_left_out_is_the_rest(library: Library, marked: str, audience: str) -> None:
    rows = library.reader
    missing = left_out(rows, audience, community=marked, workshop="workshop")
    for kind, number, of in ((Block, missing.of(Block), 4), (Note, missing.of(Note), 16)):
        seen = readable(rows, audience, kind, "workshop = ?", "workshop")
        assert number == of - len(seen)
    assert missing.of(Outcome) == missing.of(Clause) == WIDTH[audience]
    whole = left_out(rows, audience, community=marked)
    assert whole.of(Note) == missing.of(Note) + WIDTH[audience]
    assert (whole.of(Block), whole.of(Outcome)) == (missing.of(Block), missing.of(Outcome))
    assert whole.of(Clause) == 2 * missing.of(Clause), "the desk's are of no workshop"
    assert left_out(rows, audience, community="elsewhere").total == 0
    kinds = (Block, Note, Outcome, Clause)
    assert whole.total == sum(whole.of(kind) for kind in kinds)


def test_the_facilitator_reads_everything(library: Library, marked: str) -> None:
    assert left_out(library.reader, "facilitator", community=marked).total == 0


def test_only_what_is_marked_can_be_asked_for(library: Library, marked: str) -> None:
    with library.change("mark") as writer:
        writer.change(writer.row(Block, "block-room"), audience="somebody")
    found = readable(library.reader, "room", Block, "workshop = ?", "workshop")
    assert {block.id for block in found} == {"block-community", "block-organization"}
