"""What was private stays private: nothing that is kept anywhere joins a person to an answer."""

import itertools
import random
import sqlite3
from contextlib import closing
from pathlib import Path
from threading import Event, Thread

import pytest

from app.library import log as log_module
from app.library.backup import backups, copy_library, make_backup
from app.library.library import Library
from app.library.opening import open_library
from app.library.private import count_answer, has_answered
from app.library.rows import Answered, Round, Tally
from tests.app.library.settings import StillMoment, add, person, second, trouble

PEOPLE = ("Amina Diallo", "Bao Nguyen", "Chloé Tremblay", "Dmitri Ivanov")
VALUES = ("value-of-silence", "value-of-speech", "value-of-silence", "value-of-song")


def ids_of(library: Library) -> list[str]:
    """Four people, added."""
    rows = [person(library, name) for name in PEOPLE]
    add(library, *rows)
    return [row.id for row in rows]


def open_round(library: Library, name: str = "round-1") -> Round:
    """A private round, open."""
    row = Round(id=name, form="answers", private=True, opened="2026-01-15T14:05:09.120Z")
    add(library, row)
    return row


def close_round(library: Library, row: Round) -> None:
    """Close it."""
    with library.change("round-close") as writer:
        writer.change(row, closed="2026-01-15T15:00:00.000Z")


def answer(library: Library, who: str, value: str, item: str = "question") -> None:
    """One person answers; the count and the name go in with one commit."""
    with library.keep(private=True) as writer:
        count_answer(writer, "round-1", value, item=item, person=who)


def log_of(path: Path) -> Path:
    """The write-ahead log."""
    return path.with_name(path.name + "-wal")


def every_file(path: Path) -> list[bytes]:
    """What lies in the library's folder, byte for byte."""
    return [one.read_bytes() for one in path.parent.iterdir() if one.is_file()]


def test_answers_are_counted(library: Library) -> None:
    people = ids_of(library)
    open_round(library)
    assert not has_answered(library.reader, "round-1", people[0])
    for who, value in zip(people, VALUES, strict=True):
        answer(library, who, value)
    with library.keep(private=True) as writer:
        count_answer(writer, "round-1", VALUES[0], item="question", group="north")
    counts = {
        (tally.item, tally.value, tally.room_group): tally.number
        for tally in library.reader.rows(Tally, round="round-1")
    }
    assert counts == {
        ("question", "value-of-silence", ""): 2,
        ("question", "value-of-silence", "north"): 1,
        ("question", "value-of-song", ""): 1,
        ("question", "value-of-speech", ""): 1,
    }
    assert all(has_answered(library.reader, "round-1", who) for who in people)


def test_a_closed_round_takes_no_answer(library: Library) -> None:
    close_round(library, open_round(library))
    with trouble("private-closed"), library.keep(private=True) as writer:
        count_answer(writer, "round-1", "late")
    assert library.reader.count(Tally) == 0


def test_a_public_round_is_not_counted_here(library: Library) -> None:
    add(library, Round(id="round-1", form="dots", opened="now"))
    with pytest.raises(RuntimeError, match="private"), library.keep(private=True) as writer:
        count_answer(writer, "round-1", "value")


def test_answers_never_reach_the_journal(library: Library) -> None:
    people = ids_of(library)
    open_round(library)
    with closing(second(library.path)) as other:
        before = other.execute("SELECT * FROM entry").fetchall()
        changes = other.execute("SELECT * FROM change").fetchall()
        for who, value in zip(people, VALUES, strict=True):
            answer(library, who, value)
        assert other.execute("SELECT * FROM entry").fetchall() == before
        assert other.execute("SELECT * FROM change").fetchall() == changes


def test_the_log_is_emptied_at_every_answer(library: Library) -> None:
    people = ids_of(library)
    open_round(library)
    assert log_of(library.path).stat().st_size > 0
    for who, value in zip(people, VALUES, strict=True):
        answer(library, who, value)
        assert log_of(library.path).stat().st_size == 0


def test_the_log_would_tell_if_it_were_not_emptied(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = ids_of(library)
    open_round(library)
    with monkeypatch.context() as patch:
        patch.setattr(log_module.Log, "empty", lambda log, patience=0: True)
        for who, value in zip(people, VALUES, strict=True):
            answer(library, who, value)
    frames = log_of(library.path).read_bytes()
    assert frames.count(people[0].encode()) >= 4, "each answer leaves its own image of the page"
    answer(library, people[0], VALUES[0])
    assert log_of(library.path).stat().st_size == 0


def test_no_answer_is_kept_while_somebody_reads(library: Library) -> None:
    people = ids_of(library)
    open_round(library)
    with library.snapshot():
        for who, value in zip(people, VALUES, strict=True):
            with trouble("being-read"):
                answer(library, who, value)
    assert library.reader.count(Tally) == library.reader.count(Answered) == 0
    assert all(value.encode() not in held for held in every_file(library.path))
    for who, value in zip(people, VALUES, strict=True):
        answer(library, who, value)
    assert log_of(library.path).stat().st_size == 0


def test_an_answer_waits_a_moment_for_whoever_reads(library: Library) -> None:
    people = ids_of(library)
    open_round(library)
    reading, enough = Event(), Event()

    def read() -> None:
        with library.snapshot():
            reading.set()
            enough.wait(0.2)

    reader = Thread(target=read)
    reader.start()
    reading.wait()
    answer(library, people[0], VALUES[0])
    enough.set()
    reader.join()
    assert log_of(library.path).stat().st_size == 0
    assert library.reader.count(Tally) == 1


def test_what_a_crash_left_in_the_log_is_emptied_at_opening(
    library: Library, moment: StillMoment, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = ids_of(library)
    open_round(library)
    monkeypatch.setattr(log_module.Log, "empty", lambda log, patience=0: True)
    answer(library, people[0], VALUES[0])
    crashed = tmp_path / "crashed" / "library.hearth"
    crashed.parent.mkdir()
    for tail in ("", "-wal"):
        data = library.path.with_name(library.path.name + tail).read_bytes()
        crashed.with_name(crashed.name + tail).write_bytes(data)
    assert log_of(crashed).stat().st_size > 0
    monkeypatch.undo()
    with closing(open_library(crashed, moment)) as again:
        assert log_of(crashed).stat().st_size == 0
        assert again.reader.count(Tally) == 1


def test_the_file_is_the_same_in_whatever_order_people_answered(tmp_path: Path) -> None:
    files: set[bytes] = set()
    for order in itertools.permutations(range(len(PEOPLE))):
        path = tmp_path / f"{''.join(map(str, order))}.hearth"
        with closing(open_library(path, StillMoment())) as library:
            people = ids_of(library)
            open_round(library)
            for one in order:
                answer(library, people[one], VALUES[one])
        files.add(path.read_bytes())
    assert len(files) == 1


def test_other_rounds_do_not_betray_the_order(tmp_path: Path) -> None:
    files: set[bytes] = set()
    for order in itertools.permutations(range(len(PEOPLE))):
        path = tmp_path / f"{''.join(map(str, order))}.hearth"
        with closing(open_library(path, StillMoment())) as library:
            people = ids_of(library)
            for name in ("round-0", "round-1", "round-2"):
                open_round(library, name)
            for one in order:
                answer(library, people[one], VALUES[one])
                with library.keep(private=True) as writer:
                    for name in ("round-2", "round-0"):
                        count_answer(writer, name, VALUES[one], person=people[one])
        files.add(path.read_bytes())
    assert len(files) == 1


def test_nor_does_it_tell_once_rounds_are_closed(tmp_path: Path) -> None:
    """Several rounds at a time, closed one after the other while the others go on."""
    files: set[bytes] = set()
    for order in itertools.permutations(range(len(PEOPLE))):
        path = tmp_path / f"{''.join(map(str, order))}.hearth"
        with closing(open_library(path, StillMoment())) as library:
            people = ids_of(library)
            rounds = [open_round(library, f"round-{number}") for number in range(3)]
            for row in rounds:
                for one in order:
                    with library.keep(private=True) as writer:
                        for asked in rounds[rounds.index(row) :]:
                            count_answer(writer, asked.id, VALUES[one], person=people[one])
                close_round(library, row)
        files.add(path.read_bytes())
    assert len(files) == 1


@pytest.mark.parametrize("seed", range(3))
def test_a_full_room_leaves_one_file_whoever_came_first(tmp_path: Path, seed: int) -> None:
    """Sixty people, eight questions, answers from 1 to 5: more than a page of each."""
    while_open: set[bytes] = set()
    once_closed: set[bytes] = set()
    for turn in range(2):
        chance = random.Random(seed)
        path = tmp_path / f"{turn}.hearth"
        with closing(open_library(path, StillMoment())) as library:
            rows = [person(library, f"Person {number}") for number in range(60)]
            add(library, *rows)
            said = {row.id: [str(chance.randint(1, 5)) for _ in range(8)] for row in rows}
            row = open_round(library)
            for who in random.Random(turn).sample(list(said), len(said)):
                with library.keep(private=True) as writer:
                    for number, value in enumerate(said[who]):
                        item = f"question-{number}"
                        count_answer(writer, row.id, value, item=item, person=who)
            while_open.add(path.read_bytes())
            close_round(library, row)
        once_closed.add(path.read_bytes())
    assert (len(while_open), len(once_closed)) == (1, 1)


def test_answers_leave_what_was_kept_before_as_it_lies(library: Library) -> None:
    """Only the pages of rounds that are open are written anew: closed ones may be many."""
    people = ids_of(library)
    for number in range(40):
        row = open_round(library, f"earlier-{number:03}")
        with library.keep(private=True) as writer:
            for who in people:
                for item in ("one", "two", "three"):
                    count_answer(writer, row.id, "4", item=item, person=who)
        close_round(library, row)
    open_round(library)
    answer(library, people[0], VALUES[0])
    before = library.path.read_bytes()
    answer(library, people[1], VALUES[1])
    after = library.path.read_bytes()
    assert len(before) == len(after)
    pages = range(0, len(after), 4096)
    changed = [at for at in pages if before[at : at + 4096] != after[at : at + 4096]]
    assert 0 < len(changed) <= 3, "a page of counts, a page of names, the file's first"
    assert not any(b"earlier-" in after[at : at + 4096] for at in changed)


def test_no_page_holds_a_person_and_an_answer(library: Library) -> None:
    people = ids_of(library)
    row = open_round(library)
    for who, value in zip(people, VALUES, strict=True):
        answer(library, who, value)
    close_round(library, row)
    copy = make_backup(library.path, library.moment.now(), "hand").path
    library.close()
    for path in (library.path, copy):
        data = path.read_bytes()
        pages = [data[at : at + 4096] for at in range(0, len(data), 4096)]
        answers = [page for page in pages if any(value.encode() in page for value in VALUES)]
        assert answers
        assert not any(who.encode() in page for page in answers for who in people)


def test_copies_leave_out_the_rounds_that_are_open(library: Library, tmp_path: Path) -> None:
    people = ids_of(library)
    row = open_round(library)
    answer(library, people[0], VALUES[0])
    copy_library(library.path, tmp_path / "copy.hearth")
    open_backup = make_backup(library.path, library.moment.now(), "workshop").path
    for path in (tmp_path / "copy.hearth", open_backup):
        assert VALUES[0].encode() not in path.read_bytes()
        with closing(second(path)) as other:
            assert other.execute("SELECT count(*) FROM answered").fetchone() == (0,)
            assert other.execute("SELECT count(*) FROM person").fetchone() == (4,)
    assert library.reader.count(Answered) == 1, "the library itself keeps them"
    close_round(library, row)
    copy_library(library.path, tmp_path / "closed.hearth")
    with closing(second(tmp_path / "closed.hearth")) as other:
        assert other.execute("SELECT value, number FROM closed_tally").fetchall() == [
            (VALUES[0], 1)
        ]


def test_an_open_round_alone_asks_for_no_backup(library: Library, moment: StillMoment) -> None:
    people = ids_of(library)
    open_round(library)
    make_backup(library.path, moment.now(), "hand")
    answer(library, people[0], VALUES[0])
    library.close()
    with closing(open_library(library.path, moment)):
        assert [one.why for one in backups(library.path)] == ["hand"]


def test_what_was_answered_in_private_never_becomes_public(library: Library) -> None:
    """Whoever asks: the table itself refuses."""
    row = open_round(library)
    close_round(library, row)
    for fields in ({"private": False}, {"closed": None}):
        with pytest.raises(sqlite3.IntegrityError), library.change("round") as writer:
            writer.change(row, **fields)
    assert library.reader.row(Round, row.id).private


def test_a_log_somebody_read_at_opening_is_emptied_later(
    library: Library, moment: StillMoment
) -> None:
    open_round(library)
    log = log_of(library.path)
    with closing(second(library.path)) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM tally").fetchone()
        add(library, person(library, "somebody"))
        library.close()
        with closing(open_library(library.path, moment)) as again:
            assert log.stat().st_size > 0
            other.execute("ROLLBACK")
            add(again, person(again, "somebody else"))
            assert log.stat().st_size == 0
