"""Entries of a register: every type of cell, kept, changed, moved, undone, read by audience."""

from datetime import date

import pytest

from app.catalogue.load import load_catalogue
from app.community.people import PersonFields, add_person
from app.library import library_check
from app.library.journal import Scope
from app.library.library import Library
from app.library.rows import Community, Note, RegisterEntry
from app.library.search import search
from app.library.strike import strike, strike_effects
from app.library.trouble import Trouble
from app.registers.cells import Link, Party, Value
from app.registers.links import find_links
from app.registers.register_entries import (
    EntryFields,
    add_entry,
    edit_entry,
    entries_of,
    entry_of,
    move_entries,
    remove_entries,
)
from app.resources import resources_folder
from tests.app.registers.ledger import EVERYTHING, link_to, nobody

DUE = date(2025, 11, 9)


def values(library: Library, community: Community) -> dict[str, Value]:
    """A value for every column."""
    ann = add_person(library, Scope(community.id), PersonFields(name="Ann Lee"))
    return {
        "text": "Moving the archive",
        "choice": "large",
        "date": DUE,
        "person": Party(id=ann.id, name="Ann Lee"),
        "number": 12,
        "hours": 3,
        "yes-no": False,
        "story": "First line\nSecond line",
        **link_to(library, community),
    }


def test_every_type_of_cell_comes_back_as_it_was_given(
    library: Library, community: Community
) -> None:
    """With the names of people and the words of what is linked to."""
    given = values(library, community)
    workshop = given["workshop"]
    assert isinstance(workshop, Link)
    kept = add_entry(library, EVERYTHING, community.id, given, EntryFields(workshop=workshop.id))
    (entry,) = entries_of(library.reader, EVERYTHING, community.id)
    assert entry.values == given
    assert (entry.state, entry.row.audience) == ("begun", "community")
    assert entry.workshop == workshop
    assert entry.due(EVERYTHING) == DUE
    assert entry == entry_of(library.reader, EVERYTHING, kept.id)
    assert library_check.check(library.path).sound


def test_a_cell_is_changed_and_the_others_stay(library: Library, community: Community) -> None:
    """One that is emptied is gone, and each act is undone by itself."""
    given = values(library, community)
    row = add_entry(library, EVERYTHING, community.id, given)
    edit_entry(library, EVERYTHING, row.id, {"hours": None, "number": 13}, EntryFields())
    move_entries(library, EVERYTHING, [row.id], "over")
    entry = entry_of(library.reader, EVERYTHING, row.id)
    assert entry.values == {
        column: 13 if column == "number" else value
        for column, value in given.items()
        if column != "hours"
    }
    assert entry.due(EVERYTHING) is None, "nothing is expected of what is over"
    remove_entries(library, [row.id])
    assert not entries_of(library.reader, EVERYTHING, community.id)
    done = [library.undo(Scope(community.id)).label for _ in range(4)]
    assert done == ["register-remove", "register-state", "register-edit", "register-add"]
    for _ in done[:-1]:
        library.redo(Scope(community.id))
    assert entry_of(library.reader, EVERYTHING, row.id) == entry


def test_a_cell_pasted_from_a_list_brings_no_mark(library: Library, community: Community) -> None:
    given: dict[str, Value] = {
        "text": "\uf0b7 Moving the archive",
        "person": Party(name="3.\tAna\u202e Roy"),
    }
    add_entry(library, EVERYTHING, community.id, given)
    (entry,) = entries_of(library.reader, EVERYTHING, community.id)
    assert entry.values == {"text": "Moving the archive", "person": Party(name="Ana Roy")}


@pytest.mark.parametrize("party", [Party(party="sponsor"), Party(name="Whoever holds the keys")])
def test_a_column_of_people_takes_a_party_or_a_name_alone(
    library: Library, community: Community, party: Party
) -> None:
    """Both without anybody being a member."""
    add_entry(library, EVERYTHING, community.id, {"text": "Keys", "person": party})
    (entry,) = entries_of(library.reader, EVERYTHING, community.id)
    assert entry.values["person"] == party


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("choice", "middling"),
        ("date", "2025-11-09"),
        ("person", Party(party="organization")),
        ("number", True),
        ("yes-no", 1),
        ("note", Link("clause", "0" * 32)),
        ("text", 5),
    ],
)
def test_a_value_of_another_type_is_a_bug(
    library: Library, community: Community, column: str, value: Value
) -> None:
    """And nothing is written."""
    with pytest.raises(ValueError, match=column):
        add_entry(library, EVERYTHING, community.id, {"text": "Odd", column: value})
    assert not library.reader.count(RegisterEntry)


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"text": " "}, "entry-needs"),
        ({}, "entry-needs"),
        ({"text": "long " * 500}, "too-long"),
        ({"text": "end\0"}, "nul-character"),
        ({"text": "half \ud83d"}, "broken-character"),
    ],
)
def test_what_cannot_be_kept_is_refused(
    library: Library, community: Community, given: dict[str, Value], code: str
) -> None:
    """With nothing written; emptying what is needed is refused as well."""
    with pytest.raises(Trouble) as caught:
        add_entry(library, EVERYTHING, community.id, given)
    assert caught.value.code == code
    row = add_entry(library, EVERYTHING, community.id, {"text": "Kept"})
    with pytest.raises(Trouble):
        edit_entry(library, EVERYTHING, row.id, {"text": None}, EntryFields())
    assert entry_of(library.reader, EVERYTHING, row.id).values == {"text": "Kept"}


def test_what_a_later_hearth_wrote_stays(library: Library, community: Community) -> None:
    """A column or an option that is not known here is not shown, and outlasts an edit."""
    row = add_entry(library, EVERYTHING, community.id, {"text": "Known"})
    with library.change("later", Scope(community.id)) as rows:
        rows.change(
            row,
            state="beyond",
            texts='{"text":"Known","mood":"calm"}',
            cells='{"choice":"huge","moon":3}',
        )
    entry = entry_of(library.reader, EVERYTHING, row.id)
    assert entry.values == {"text": "Known"}
    assert EVERYTHING.is_open(entry.state)
    edited = edit_entry(library, EVERYTHING, row.id, {"number": 1}, EntryFields(state="begun"))
    assert edited.texts == '{"text":"Known","mood":"calm"}'
    assert edited.cells == '{"choice":"huge","number":1,"moon":3}'


def test_what_is_not_for_readers_is_neither_read_nor_linked_to(
    library: Library, community: Community
) -> None:
    """A wide entry does not carry a narrow note along."""
    given = values(library, community)
    note = given["note"]
    assert isinstance(note, Link)
    with library.change("narrow", Scope(community.id)) as rows:
        rows.change(rows.row(Note, note.id), audience="room")
    wide = EntryFields(audience="organization")
    add_entry(library, EVERYTHING, community.id, given, wide)
    add_entry(library, EVERYTHING, community.id, {"text": "Among us"}, EntryFields(audience="room"))
    read = {
        audience: entries_of(library.reader, EVERYTHING, community.id, audience)
        for audience in ("facilitator", "room", "community", "organization")
    }
    assert [len(found) for found in read.values()] == [2, 2, 1, 1]
    assert [found[0].values.get("note") for found in read.values()] == [note, note, None, None]
    assert "clause" in read["organization"][0].values


def test_an_entry_is_found_by_what_was_typed(library: Library, community: Community) -> None:
    """In any of its columns, a name written out among them; not by the names of columns."""
    row = add_entry(
        library,
        EVERYTHING,
        community.id,
        {"text": "Déménager", "story": "One\nÉlan", "person": nobody("Zed")},
    )
    for text in ("demen", "elan", "zed"):
        assert [one.row for one in search(library.reader, text)] == [row.id]
    assert search(library.reader, "elan")[0].excerpt == "Déménager · Zed · One\nÉlan"
    assert not search(library.reader, "story")
    edit_entry(library, EVERYTHING, row.id, {"story": "Another"}, EntryFields())
    assert not search(library.reader, "elan")
    library.undo(Scope(community.id))
    assert search(library.reader, "elan")


def test_what_can_be_linked_to_is_found(library: Library, community: Community) -> None:
    """By any of its words; the latest where nothing is asked."""
    links = link_to(library, community)
    for table, link in links.items():
        (found,) = find_links(library.reader, community.id, table, "")
        assert found.link == link
        word = link.said.split()[-1][:4]
        assert find_links(library.reader, community.id, table, word) == [found]
        assert find_links(library.reader, community.id, table, "nowhere") == []
        assert find_links(library.reader, "0" * 32, table, "") == []


def test_a_struck_person_leaves_the_cells_of_entries(
    library: Library, community: Community
) -> None:
    """By their key, and by their name where it was written out beside it; the entry stays.

    One that only says the same name is told, and can be struck as well.
    """
    given = values(library, community)
    ann = given["person"]
    assert isinstance(ann, Party)
    first = add_entry(library, EVERYTHING, community.id, {**given, "story": "Ann Lee"})
    other: dict[str, Value] = {"text": "Other", "person": nobody("Ann Lee")}
    second = add_entry(library, EVERYTHING, community.id, other)
    edit_entry(library, EVERYTHING, first.id, {"number": 1}, EntryFields())
    goes = strike(library, [("person", ann.id)])
    assert ("register_entry", first.id) in goes.loosened
    assert goes.elsewhere == (("register_entry", second.id),)
    left = entry_of(library.reader, EVERYTHING, first.id).values
    assert not left.keys() & {"person", "story"}
    assert left["text"] == "Moving the archive"
    assert ann.id.encode() not in library.path.read_bytes()
    assert library_check.check(library.path).sound
    strike(library, [("register_entry", second.id)])
    assert b"Ann Lee" not in library.path.read_bytes()


def test_a_struck_note_is_let_go(library: Library, community: Community) -> None:
    """The entry that linked to it keeps everything else."""
    given = values(library, community)
    note = given["note"]
    assert isinstance(note, Link)
    row = add_entry(library, EVERYTHING, community.id, given)
    strike(library, [("note", note.id)])
    left = entry_of(library.reader, EVERYTHING, row.id).values
    assert left == {column: value for column, value in given.items() if column != "note"}
    assert note.id.encode() not in library.path.read_bytes()


def test_an_entry_can_be_struck(library: Library, community: Community) -> None:
    """Its texts leave the file, the journal and the search; a text elsewhere is told."""
    row = add_entry(
        library, EVERYTHING, community.id, {"text": "A secret move", "story": "Hush now\nall"}
    )
    other = add_entry(library, EVERYTHING, community.id, {"text": "It is a secret move, too"})
    goes = strike_effects(library, [("register_entry", row.id)])
    assert goes.rows == (("register_entry", row.id),)
    assert goes.elsewhere == (("register_entry", other.id),)
    strike(library, [("register_entry", row.id)])
    assert b"Hush now" not in library.path.read_bytes()
    assert [one.row for one in search(library.reader, "secret")] == [other.id]
    assert library_check.check(library.path).sound


def test_an_index_that_lost_words_is_told_and_mended(
    library: Library, community: Community
) -> None:
    """The index of entries has its own copy of their words, which is held against them."""
    add_entry(library, EVERYTHING, community.id, {"text": "Findable"})
    with library.upkeep() as (connection, _tell):
        connection.execute("UPDATE register_entry_words SET texts = 'other'")
    (finding,) = library_check.check(library.path).findings
    assert (finding.code, finding.facts) == ("search-differs", {"table": "register_entry"})
    library_check.repair(library)
    assert library_check.check(library.path).sound
    assert search(library.reader, "findable")


def test_the_shipped_registers_can_be_written(library: Library, community: Community) -> None:
    """Whatever registers there are: an entry with only its first column and what is needed."""
    for register in load_catalogue(resources_folder()).registers:
        needed: dict[str, Value] = {
            column.id: nobody("Someone") if column.type == "person" else "Something"
            for column in register.columns
            if column.required
        }
        add_entry(library, register, community.id, needed)
        (entry,) = entries_of(library.reader, register, community.id)
        assert entry.values == needed
        assert register.is_open(entry.state)
