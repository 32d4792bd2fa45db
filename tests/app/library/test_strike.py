"""Striking leaves no trace: not in the file, its log, the journal, drafts or any backup."""

from contextlib import closing

import msgspec
import pytest

from app.library import library_check, migrations
from app.library.attachments import attach
from app.library.backup import backups
from app.library.journal import Change, Scope
from app.library.library import Library
from app.library.opening import open_library
from app.library.rows import (
    STRIKABLE,
    Attachment,
    Attendance,
    Block,
    Clause,
    ClosedAnswered,
    ClosedTally,
    Draft,
    Holding,
    Note,
    Outcome,
    Person,
    RegisterEntry,
    Reservation,
    Version,
)
from app.library.scrubbing import Place
from app.library.search import search
from app.library.strike import StrikeEffects, strike, strike_effects
from app.moment import stamp
from tests.app.library.household import (
    ADDRESS,
    DECIDED,
    DRAFTED,
    ID,
    PERSON,
    PICTURE,
    RESERVED,
    SAID,
)
from tests.app.library.settings import StillMoment, held, second, trouble
from tests.app.library.struck import files_of, holding

WORKSHOP = Scope(ID["community"], ID["workshop"])


def leaves_no_trace(library: Library, struck: Place, *needles: str | bytes) -> StrikeEffects:
    """Strike, and look at every byte there is; then at whether the library is still whole."""
    assert len(holding(library, *needles)) >= 4, "the needles are there to begin with"
    told = strike_effects(library, [struck])
    before = {path: path.read_bytes() for path in files_of(library) if "-shm" not in path.name}
    assert strike_effects(library, [struck]) == told, "looking touches nothing"
    assert {path: path.read_bytes() for path in before} == before
    assert strike(library, [struck]) == told
    assert holding(library, *needles) == []
    for one in backups(library.path):
        assert library_check.check(one.path).sound
    assert library_check.check(library.path).sound
    library.close()
    assert holding(library, *needles) == []
    return told


def test_a_note(full: Library, moment: StillMoment) -> None:
    told: list[Change] = []
    full.subscribe(told.append)
    goes = leaves_no_trace(full, ("note", ID["note"]), SAID, PICTURE[:200])
    assert goes.rows == (
        ("attachment", ID["attachment"]),
        ("clause_source", ID["source"]),
        ("dots", ID["dots"]),
        ("note", ID["note"]),
        ("tie", ID["tie"]),
    )
    assert goes.loosened == (
        ("outcome", ID["outcome"]),
        ("register_entry", ID["entry"]),
        ("rhythm_event", ID["rhythm"]),
        ("version", ID["version"]),
    )
    assert goes.attachments == ("wall.png",)
    assert goes.kept == 1, "the draft that held the words"
    assert len(goes.backups) == 3
    assert (goes.backups_removed, goes.elsewhere, goes.unreachable) == ((), (), ())
    assert goes.images > 0
    assert told[-1].label == "strike"
    assert told[-1].rows == {*goes.rows, *goes.loosened}
    with closing(open_library(full.path, moment)) as again:
        assert search(again.reader, "night shift") != [], "the decision is still found"
        assert [one.table for one in search(again.reader, "asks")] == []
        assert again.reader.row(Outcome, ID["outcome"]).source is None
        assert again.reader.count(Draft) == 0
        assert again.reader.row(Version, ID["version"]).clauses.count("sources") == 1


@pytest.mark.parametrize(
    ("struck", "words"),
    [
        (("outcome", ID["outcome"]), DECIDED),
        (("clause", ID["clause"]), DRAFTED),
        (("reservation", ID["reservation"]), RESERVED),
    ],
)
def test_other_texts(full: Library, moment: StillMoment, struck: Place, words: str) -> None:
    goes = leaves_no_trace(full, struck, words)
    assert struck in goes.rows
    with closing(open_library(full.path, moment)) as again:
        assert again.reader.row(Note, ID["note"]).text == SAID
        if struck[0] == "clause":
            assert again.reader.row(Version, ID["version"]).clauses == "[]"
            assert again.reader.count(Clause) == 0


def test_a_person(full: Library, moment: StillMoment) -> None:
    goes = leaves_no_trace(full, ("person", ID["person"]), PERSON, ADDRESS)
    assert goes.rows == (
        ("holding", ID["holding"]),
        ("membership", ID["membership"]),
        ("naming", ID["naming"]),
        ("person", ID["person"]),
    )
    assert goes.loosened == (
        ("attendance", ID["attendance"]),
        ("note", ID["note"]),
        ("outcome", ID["outcome"]),
        ("register_entry", ID["entry"]),
        ("reservation", ID["reservation"]),
    )
    with closing(open_library(full.path, moment)) as again:
        rows = again.reader
        assert (rows.row(Note, ID["note"]).text, rows.row(Note, ID["note"]).author) == (SAID, None)
        assert rows.row(Attendance, ID["attendance"]).number == 1
        assert rows.row(Outcome, ID["outcome"]).owner_name == ""
        assert rows.row(Reservation, ID["reservation"]).text == RESERVED
        assert [row.name for row in rows.rows(Person)] == ["Tomasz Wójcik"]
        assert rows.count(ClosedAnswered) == 0
        assert rows.count(ClosedTally) == 1, "what was counted stays counted"
        assert rows.count(Attachment) == 1


def test_a_deputy_leaves_the_role_standing(full: Library) -> None:
    goes = strike(full, [("person", ID["deputy"])])
    assert ("person", ID["deputy"]) in goes.rows
    assert ("holding", ID["holding"]) not in goes.rows
    assert full.reader.row(Holding, ID["holding"]).deputy is None


def test_undo_goes_on_around_what_was_struck(full: Library) -> None:
    scope = Scope(ID["community"])
    with full.change("rename", scope) as writer:
        writer.change(writer.row(Outcome, ID["outcome"]), owner=None, owner_name=PERSON)
    with full.change("reservation-edit", scope) as writer:
        writer.change(writer.row(Reservation, ID["reservation"]), text="Reworded")
    before = held(full.path)
    strike(full, [("person", ID["person"])])
    full.undo(scope)
    assert full.reader.row(Reservation, ID["reservation"]).text == RESERVED
    assert full.reader.row(Reservation, ID["reservation"]).said_by is None
    full.undo(scope)
    assert full.reader.row(Outcome, ID["outcome"]).owner_name == ""
    assert before["note"] != held(full.path)["note"]
    with trouble("private-closed"):
        full.undo(scope)


def test_undo_stops_at_a_change_that_lost_its_images(full: Library) -> None:
    assert full.undo_label(WORKSHOP) == "attach"
    strike(full, [("note", ID["note"])])
    assert full.undo_label(WORKSHOP) is None
    with trouble("nothing-to-undo"):
        full.undo(WORKSHOP)
    with full.change("outcome-edit", WORKSHOP) as writer:
        writer.change(writer.row(Outcome, ID["outcome"]), state="dropped")
    full.undo(WORKSHOP)
    assert full.reader.row(Outcome, ID["outcome"]).state == "open"


def test_the_same_words_elsewhere_are_told_and_go_when_asked(full: Library) -> None:
    with full.change("note-add", WORKSHOP) as writer:
        twin = writer.row(Note, ID["note"])
        writer.add(Note(id="twin", community=ID["community"], kind="board", position=2, text=SAID,
                        made=twin.made))  # fmt: skip
        writer.add(Note(id="gone", community=ID["community"], kind="board", position=3,
                        text=f"As was said: {SAID.upper()}!", made=twin.made))  # fmt: skip
    with full.change("note-remove", WORKSHOP) as writer:
        writer.remove(writer.row(Note, "gone"))
    goes = strike_effects(full, [("note", ID["note"])])
    assert goes.elsewhere == (("note", "gone"), ("note", "twin"))
    assert all(table in STRIKABLE for table, _ in goes.elsewhere)
    strike(full, [("note", ID["note"])])
    assert holding(full, SAID) == ["library.hearth"], "the twin was not asked for"
    strike(full, [("note", "twin"), ("note", "gone")])
    assert holding(full, SAID, SAID.upper()) == []


def test_where_a_name_is_written_in_a_text_is_told(full: Library) -> None:
    with full.change("note-edit", WORKSHOP) as writer:
        writer.change(writer.row(Note, ID["note"]), text=f"Ask {PERSON.lower()} first")
    assert strike_effects(full, [("person", ID["person"])]).elsewhere == (("note", ID["note"]),)


@pytest.mark.parametrize("said", [f"First\n{PERSON} came", f'"{PERSON}" came', f"to\t{PERSON}"])
def test_where_a_name_is_written_inside_of_a_cell_is_told(full: Library, said: str) -> None:
    """In a story, a promise, or a recipe that took a note's words along: however it is written
    down there."""
    with full.change("register-edit", WORKSHOP) as writer:
        entry = writer.row(RegisterEntry, ID["entry"])
        texts = msgspec.json.encode({"promise": said}).decode()
        writer.change(entry, texts=texts, cells="{}")
    told = strike_effects(full, [("person", ID["person"])]).elsewhere
    assert ("register_entry", ID["entry"]) in told


def test_a_text_with_quotation_marks_is_told_inside_of_a_cell(full: Library) -> None:
    with full.change("note-edit", WORKSHOP) as writer:
        writer.change(writer.row(Note, ID["note"]), text='They said "yes"')
        entry = writer.row(RegisterEntry, ID["entry"])
        texts = msgspec.json.encode({"promise": 'They said "yes"'}).decode()
        writer.change(entry, texts=texts)
    told = strike_effects(full, [("note", ID["note"])]).elsewhere
    assert told == (("register_entry", ID["entry"]),)


def test_a_removed_note_is_struck_from_the_journal(full: Library) -> None:
    with full.change("note-remove", WORKSHOP) as writer:
        for row in writer.rows(Attachment):
            writer.remove(row)
        writer.cells("SELECT 1")
        writer.change(writer.row(Outcome, ID["outcome"]), source=None)
    strike(full, [("outcome", ID["outcome"])])
    assert holding(full, DECIDED) == []


def test_what_is_not_known_is_said(full: Library) -> None:
    with trouble("gone"):
        strike_effects(full, [("note", "nowhere")])
    with trouble("gone"):
        strike(full, [("note", "nowhere")])
    with pytest.raises(RuntimeError, match="ever struck"):
        strike(full, [("community", ID["community"])])


def test_a_crash_during_packing_is_mended_at_opening(
    full: Library, moment: StillMoment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(migrations, "mend_search", lambda connection: None)
    strike(full, [("person", ID["deputy"])])
    full.close()
    with closing(second(full.path)) as other:
        kept = other.execute("SELECT block FROM person_words_data").fetchall()
    assert not any(b"tomasz" in block for (block,) in kept), "not even the index names them"
    monkeypatch.undo()
    with closing(second(full.path)) as other:
        assert other.execute("SELECT value FROM about WHERE key = 'search'").fetchone()
    with closing(open_library(full.path, moment)) as again:
        assert [one.row for one in search(again.reader, "night asks")] == [ID["note"]]
        assert library_check.check(full.path).sound
        assert again.reader.number("SELECT count(*) FROM about WHERE key = 'search'") == 0


def test_what_another_program_left_in_the_gaps_goes_too(full: Library) -> None:
    with closing(second(full.path)) as other:
        other.execute("PRAGMA secure_delete = OFF")
        left = "left in the gaps " * 500
        other.execute(
            "INSERT INTO snooze (what, until, word, dismissed, found) VALUES ('what', ?, '', 0, 0)",
            (left,),
        )
        other.execute("DELETE FROM snooze WHERE what = 'what'")
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert holding(full, "left in the gaps") == ["library.hearth"]
    strike(full, [("note", ID["note"])])
    assert holding(full, "left in the gaps") == []


def test_what_goes_with_what_goes(full: Library) -> None:
    """A picture kept with a role that somebody held goes with them, as the role does."""
    with full.change("attach", Scope(ID["community"])) as writer:
        held = writer.row(Holding, ID["holding"])
        attach(writer, "deed", held, "deed.png", "image/png", b"signed by hand " * 20)
    goes = strike(full, [("person", ID["person"])])
    assert ("attachment", "deed") in goes.rows
    assert goes.attachments == ("deed.png",)
    assert holding(full, "signed by hand", "deed.png") == []


def test_no_field_and_no_fact_names_what_went(full: Library) -> None:
    """Nor the key of a fact, nor the change that a text was typed in with another."""
    with full.change("note-edit", WORKSHOP, field=f"note:{ID['note']}") as writer:
        writer.change(writer.row(Note, ID["note"]), zone="left")
        writer.change(writer.row(Outcome, ID["outcome"]), state="done")
    with full.change("block-edit", WORKSHOP) as writer:
        recipe = f'{{"{ID["note"]}":1,"n":2}}'
        writer.change(writer.row(Block, ID["block"]), recipe=recipe)
    strike(full, [("note", ID["note"])])
    assert full.reader.row(Block, ID["block"]).recipe == '{"n":2}'
    assert holding(full, ID["note"]) == []


def test_a_draft_goes_with_words_that_are_long_enough_to_be_theirs(full: Library) -> None:
    """A word of seven letters may be anybody's: a draft that only holds it stays."""
    for word, stays in (("Nobody!", 1), ("Nobodies", 0)):
        new, alone, among = (full.moment.new_id() for _ in range(3))
        with full.change("note-edit", WORKSHOP) as writer:
            now = writer.row(Note, ID["note"])
            writer.add(msgspec.structs.replace(now, id=new, text=word))
            writer.put(Draft(place=alone, text=f" {word} ", at="now"))
            writer.put(Draft(place=among, text=f"so {word}, then", at="now"))
        strike(full, [("note", new)])
        assert full.reader.count(Draft, place=alone) == 0
        assert full.reader.count(Draft, place=among) == stays


@pytest.mark.parametrize(
    ("name", "draft", "left"),
    [
        ("Ann Lee", " ann lee ", None),
        ("Ann Lee", "Ann Leery knows", "Ann Leery knows"),
        ("Maude Tremblay", "Ask maude tremblay, then Ann", "Ask …, then Ann"),
    ],
)
def test_a_struck_name_is_taken_out_of_drafts(
    full: Library, name: str, draft: str, left: str | None
) -> None:
    """What else was typed in them stays; one that is the name alone goes."""
    person = full.moment.new_id()
    with full.change("person-add", WORKSHOP) as writer:
        writer.add(Person(id=person, name=name, created=stamp(full.moment.now())))
        writer.put(Draft(place="somewhere", text=draft, at="now"))
    strike(full, [("person", person)])
    found = full.reader.find(Draft, "somewhere")
    assert (found.text if found else None) == left


def test_a_removed_text_is_struck_as_it_was_last(full: Library) -> None:
    with full.change("note-add", WORKSHOP) as writer:
        first = writer.row(Note, ID["note"])
        row = writer.add(msgspec.structs.replace(first, id="other", text="As it was at first"))
    with full.change("note-edit", WORKSHOP) as writer:
        writer.change(row, text="As it was at last")
        writer.put(Draft(place="elsewhere", text="As it was at last", at="now"))
    with full.change("note-remove", WORKSHOP) as writer:
        writer.remove(row)
    strike(full, [("note", "other")])
    assert full.reader.count(Draft, place="elsewhere") == 0
    assert holding(full, "As it was at") == []


def test_striking_is_refused_where_nothing_may_be_written(
    full: Library, moment: StillMoment
) -> None:
    with closing(open_library(full.path, moment, read_only=True)) as reading:
        with trouble("only-read"):
            strike(reading, [("note", ID["note"])])
        assert strike_effects(reading, [("note", ID["note"])]).rows
    with full.change("note-edit") as writer:
        with pytest.raises(RuntimeError, match="left open"):
            strike(full, [("note", ID["note"])])
        writer.change(writer.row(Note, ID["note"]), zone="right")
    assert full.reader.row(Note, ID["note"]).text == SAID
