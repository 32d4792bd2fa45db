"""A community leaves its library as a file and comes back, the same to the byte."""

import difflib
import json
from contextlib import closing

import msgspec
import pytest

from app.exchange.community_file import EVERY, TABLES
from app.exchange.decode import decode
from app.exchange.encode import encode
from app.exchange.importing import import_community
from app.library import rows
from app.library.attachments import contents
from app.library.journal import Scope
from app.library.library import Library
from app.library.library_check import check
from app.library.opening import open_library
from app.library.row import Row
from app.library.rows import JOURNALED
from app.library.trouble import Trouble
from tests.app.community.village import refusal
from tests.app.exchange.conftest import Played
from tests.app.exchange.whole import PICTURE, PRIVATE, Whole, exported
from tests.app.library.settings import StillMoment


def counts(library: Library) -> dict[str, int]:
    """How many rows there are in each table, journal and counts included."""
    found = {kind.table: library.reader.count(kind) for kind in EVERY}
    return found | {"change": library.reader.number("SELECT count(*) FROM change")}


def changed_lines(before: bytes, after: bytes) -> list[str]:
    """The lines that went (-) and came (+), without their spaces."""
    lines = difflib.ndiff(before.decode().splitlines(), after.decode().splitlines())
    return [line[0] + line[2:].strip() for line in lines if line[0] in "+-"]


def test_a_file_has_every_journaled_table_parents_first(played: Played) -> None:
    """All that can be undone leaves, and of the rest the counts of private rounds."""
    assert [kind.table for kind in EVERY] == [*(kind.table for kind in JOURNALED), "closed_tally"]
    parts = list(json.loads(played.data))
    assert parts == ["hearth", "community", *(kind.table for kind in TABLES), "blob"]


def test_the_sample_comes_back_the_same(empty: Library, played: Played) -> None:
    """Import then export gives the same file, and the library is sound."""
    import_community(empty, decode(played.data))
    assert exported(empty, played.sample.community.id) == played.data
    assert check(empty.path).sound


def test_a_community_with_everything_comes_back_the_same(empty: Library, library: Library) -> None:
    """Every table, every column, attached files too; into a library with others in it."""
    whole = Whole(empty)
    data = exported(empty, whole.id)
    file = decode(data)
    import_community(library, file)
    assert exported(library, whole.id) == data
    for kind in EVERY:
        if kind is rows.ClosedTally:
            continue
        assert whole.row(kind) in library.reader.rows(kind)
    assert contents(library.reader, whole.row(rows.Attachment)) == PICTURE
    assert check(library.path).sound


def test_rows_lie_in_the_order_of_their_ids_a_cell_a_line(played: Played) -> None:
    """Each cell stands on a line of its own, in the order of the columns."""
    file = decode(played.data)
    for kind in TABLES:
        keys = [tuple(getattr(row, name) for name in row.key) for row in file.rows(kind)]
        assert keys == sorted(keys)
    lines = played.data.decode().splitlines()
    start = lines.index('  "person": [')
    (cells,) = [[line.split('"')[1] for line in lines[start + 2 : start + 8]]]
    assert cells == [field.name for field in msgspec.structs.fields(rows.Person)]


def test_one_edit_is_one_line(library: Library, played: Played) -> None:
    """A note corrected in the library: the two files differ by its text and nothing else."""
    community = played.sample.community
    note = library.reader.rows(rows.Note)[7]
    with library.change("note-edit", Scope(community.id)) as writer:
        writer.change(note, text="Corrected")
    assert changed_lines(played.data, exported(library, community.id)) == [
        f'-"text": "{note.text}",',
        '+"text": "Corrected",',
    ]


def test_one_row_more_is_only_its_own_lines(library: Library, played: Played) -> None:
    """A gathering planned: nothing else moves."""
    community = played.sample.community
    one = rows.Gathering(id=library.moment.new_id(), community=community.id, date="2026-05-01")
    with library.change("gathering-add", Scope(community.id)) as writer:
        writer.add(one)
    lines = changed_lines(played.data, exported(library, community.id))
    assert {line[0] for line in lines} == {"+"}
    assert len(lines) == len(rows.Gathering.__struct_fields__) + 2
    with library.change("gathering-remove", Scope(community.id)) as writer:
        writer.remove(one)
    assert exported(library, community.id) == played.data


def test_what_is_private_stays(empty: Library, played: Played) -> None:
    """Names that were no yes, rounds that are open, who answered, drafts, where one stands."""
    whole = Whole(empty)
    data = exported(empty, whole.id)
    assert PRIVATE.encode() not in data
    file = decode(data)
    assert [naming.answer for naming in file.rows(rows.Naming)] == ["yes"]
    assert whole.still_open.id.encode() not in data
    assert {(one.round, one.item, one.number) for one in file.rows(rows.ClosedTally)} == {
        (whole.stances.id, "", 7),
        (whole.answers.id, "a-question", 3),
    }
    sample = decode(played.data)
    assert {tally.value for tally in sample.rows(rows.ClosedTally)} >= {
        "wholehearted",
        "fine",
        "reservation",
    }
    assert len({naming.answer for naming in sample.rows(rows.Naming)}) == 1


def test_other_communities_stay(library: Library, played: Played) -> None:
    """A second community leaves nothing in the file of the first, nor its people."""
    Whole(library)
    assert exported(library, played.sample.community.id) == played.data


def test_an_import_is_one_change_undone_and_redone_from_home(
    empty: Library, played: Played
) -> None:
    """Undo takes all of it away, redo brings all of it back, the counted stances too."""
    before = counts(empty)
    community = import_community(empty, decode(played.data))
    assert empty.undo_label(Scope()) == "community-import"
    assert counts(empty)["change"] == before["change"] + 1
    empty.undo(Scope())
    assert all(empty.reader.count(kind) == 0 for kind in JOURNALED)
    empty.redo(Scope())
    assert exported(empty, community.id) == played.data
    empty.undo(Scope())
    import_community(empty, decode(played.data))
    assert exported(empty, community.id) == played.data


def test_counts_of_an_import_undone_are_not_those_of_the_next(
    empty: Library, played: Played
) -> None:
    """A file with a count fewer, after the whole one was brought in and taken back."""
    file = decode(played.data)
    import_community(empty, file)
    empty.undo(Scope())
    tables = {**file.tables, "closed_tally": file.rows(rows.ClosedTally)[1:]}
    fewer = msgspec.structs.replace(file, tables=tables)
    import_community(empty, fewer)
    assert exported(empty, file.community.id) == encode(fewer)


def test_what_is_already_there_is_refused(library: Library, played: Played) -> None:
    """The same community again, even when its file has changed since: nothing changes."""
    before = counts(library)
    assert refusal(lambda: import_community(library, decode(played.data))) == "community-here"
    assert counts(library) == before


def anew(data: bytes, kept: type[Row], library: Library) -> bytes:
    """The file with new ids for all but one table and the people."""
    file, text = decode(data), data.decode()
    for row, _ in file.every_row():
        if not isinstance(row, kept | rows.Person | rows.ClosedTally):
            text = text.replace(str(getattr(row, row.key[0])), library.moment.new_id())
    return text.encode()


@pytest.mark.parametrize(
    "kind", [one for one in TABLES if one not in (rows.Person, rows.OwnExercise, rows.ClosedTally)]
)
def test_any_row_already_there_is_refused(empty: Library, kind: type[Row]) -> None:
    """A row that another community of the library has already: all of the file is refused."""
    whole = Whole(empty)
    file = decode(anew(exported(empty, whole.id), kind, empty))
    before = counts(empty)
    with pytest.raises(Trouble) as met:
        import_community(empty, file)
    assert (met.value.code, met.value.facts["table"]) == ("community-rows-here", kind.table)
    assert counts(empty) == before


def test_somebody_known_is_one_person(empty: Library, library: Library) -> None:
    """Two communities of one library share a person; both reach another library."""
    whole = Whole(empty)
    person = whole.row(rows.Person).id
    with empty.change("community-add", Scope()) as writer:
        second = writer.add(
            rows.Community(
                id=empty.moment.new_id(), name="Second", created="2026-01-15T14:05:09.120Z"
            )
        )
        writer.add(rows.Membership(id=empty.moment.new_id(), community=second.id, person=person))
    import_community(library, decode(exported(empty, whole.id)))
    import_community(library, decode(exported(empty, second.id)))
    assert exported(library, second.id) == exported(empty, second.id)
    assert library.reader.count(rows.Person, id=person) == 1


def test_somebody_known_otherwise_is_refused(empty: Library, library: Library) -> None:
    """The library knows her by another address: neither is overwritten."""
    whole = Whole(empty)
    person = whole.row(rows.Person)
    with library.change("person-add", Scope()) as writer:
        writer.add(msgspec.structs.replace(person, email="elsewhere@x.org"))
    before = counts(library)
    file = decode(exported(empty, whole.id))
    with pytest.raises(Trouble) as met:
        import_community(library, file)
    assert (met.value.code, met.value.facts) == ("person-differs", {"name": person.name})
    assert counts(library) == before


def test_a_community_follows_its_parent(empty: Library, library: Library) -> None:
    """It grew out of another one: that one comes first."""
    whole = Whole(empty)
    with empty.change("community-add", Scope()) as writer:
        child = writer.add(
            rows.Community(
                id=empty.moment.new_id(),
                name="Grown out of it",
                parent=whole.id,
                created="2026-01-15T14:05:09.120Z",
            )
        )
    file = decode(exported(empty, child.id))
    assert refusal(lambda: import_community(library, file)) == "community-parent-missing"
    import_community(library, decode(exported(empty, whole.id)))
    import_community(library, file)
    assert library.reader.row(rows.Community, child.id) == child


def test_a_library_that_is_only_read_takes_nothing_in(library: Library, played: Played) -> None:
    """Refused, and nothing changed."""
    reading = open_library(library.path, StillMoment(), read_only=True)
    with closing(reading):
        code = refusal(lambda: import_community(reading, decode(played.data)))
    assert code == "only-read"
