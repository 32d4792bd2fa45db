"""A damaged library: what is left is offered, what stood is set aside, nothing is overwritten."""

from contextlib import closing
from datetime import timedelta
from pathlib import Path

from app.library.backup import backup_folder, backups, make_backup
from app.library.library import Library
from app.library.opening import look_over, open_library
from app.library.recovery import choices, is_good, last_good, start_empty, take_back
from app.library.rows import Person
from tests.app.library.settings import StillMoment, add, person, second, trouble


def damaged(library: Library, moment: StillMoment) -> bytes:
    """Two good backups, one that is not, and a library cut short. Gives its bytes."""
    for name in ("one", "two"):
        add(library, person(library, name))
        make_backup(library.path, moment.now(), "workshop")
        moment.pass_by(3600)
    library.close()
    bad = make_backup(library.path, moment.now(), "start").path
    bad.write_bytes(bad.read_bytes()[: 20 * 4096])
    data = library.path.read_bytes()[:-10000]
    library.path.write_bytes(data)
    return data


def test_the_last_good_backup_is_offered(library: Library, moment: StillMoment) -> None:
    data = damaged(library, moment)
    with trouble("damaged"):
        open_library(library.path, moment)
    found = choices(library.path)
    assert [one.why for one in found.good] == ["workshop", "workshop"]
    assert [one.why for one in found.unsound] == ["start"]
    assert found.last_good == found.good[0] == last_good(library.path)
    assert library.path.read_bytes() == data, "looking touches nothing"
    assert found.last_good is not None
    aside = take_back(library.path, found.last_good, moment.now())
    assert aside is not None
    assert aside.read_bytes() == data
    with closing(open_library(library.path, moment)) as opened:
        assert [row.name for row in opened.reader.rows(Person)] == ["one", "two"]
    assert len(backups(library.path)) >= 3


def test_a_library_looked_over_beforehand(library: Library, moment: StillMoment) -> None:
    """What was found beside the start comes out when it is opened; looking again looks anew."""
    path = library.path
    with trouble("open-elsewhere"):
        open_library(path, moment, looked=look_over(path))
    damaged(library, moment)
    looked = look_over(path)
    with trouble("damaged"):
        open_library(path, moment, looked=looked)
    start_empty(path, moment.now())
    with closing(open_library(path, moment, looked=look_over(path))) as opened:
        assert opened.reader.count(Person) == 0
    with closing(open_library(path.with_name("new"), moment, looked=look_over(path))) as opened:
        assert opened.writable


def test_starting_empty_keeps_what_stood(library: Library, moment: StillMoment) -> None:
    data = damaged(library, moment)
    aside = start_empty(library.path, moment.now())
    assert aside is not None
    assert aside.read_bytes() == data
    with closing(open_library(library.path, moment)) as opened:
        assert opened.reader.count(Person) == 0
    assert len(choices(library.path).good) == 2


def test_an_open_library_is_not_set_aside(library: Library, moment: StillMoment) -> None:
    with trouble("open-elsewhere"):
        start_empty(library.path, moment.now())
    assert library.path.exists()


def test_without_backups_nothing_is_offered(library: Library) -> None:
    found = choices(library.path)
    assert (found.good, found.unsound, found.last_good) == ((), (), None)
    assert last_good(library.path) is None


def test_a_link_leads_to_the_backups_of_what_it_links_to(
    library: Library, moment: StillMoment, tmp_path: Path
) -> None:
    damaged(library, moment)
    link = tmp_path / "elsewhere" / "link.hearth"
    link.parent.mkdir()
    link.symlink_to(library.path)
    best = last_good(link)
    assert best is not None
    assert choices(link).last_good == best
    take_back(link, best, moment.now())
    assert link.is_symlink()
    with closing(open_library(link, moment)) as opened:
        assert opened.path == library.path
        assert opened.reader.count(Person) == 2


def test_a_newer_backup_is_no_good_one(library: Library, moment: StillMoment) -> None:
    add(library, person(library))
    made = make_backup(library.path, moment.now(), "hand")
    with closing(second(made.path)) as other:
        other.execute("PRAGMA user_version = 99")
    assert not is_good(made.path)
    later = moment.now() + timedelta(hours=1)
    assert is_good(make_backup(library.path, later, "hand").path)
    assert backup_folder(library.path).is_dir()
