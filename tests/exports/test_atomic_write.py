"""A file is written whole or not at all, and every cause has its code."""

import errno
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from exports import atomic_write
from exports.atomic_write import CannotWrite, make_folder, write_atomically

NEW = b"the new charter"
OLD = b"the old charter"


def names(folder: Path) -> set[str]:
    return {entry.name for entry in folder.iterdir()}


def test_a_new_file_holds_the_bytes_and_nothing_else_is_left(tmp_path: Path) -> None:
    write_atomically(tmp_path / "charter.pdf", NEW)
    assert (tmp_path / "charter.pdf").read_bytes() == NEW
    assert names(tmp_path) == {"charter.pdf"}


def test_an_old_file_is_replaced_and_keeps_who_may_read_it(tmp_path: Path) -> None:
    path = tmp_path / "charter.pdf"
    path.write_bytes(OLD)
    path.chmod(0o640)
    write_atomically(path, NEW)
    assert path.read_bytes() == NEW
    assert path.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(os.name == "nt", reason="permissions of another kind")
@pytest.mark.parametrize(
    ("before", "after"), [(None, 0o600), (0o644, 0o600), (0o660, 0o600), (0o700, 0o700)]
)
def test_a_private_file_is_its_owners_alone(tmp_path: Path, before: int | None, after: int) -> None:
    path = tmp_path / "run-sheet.pdf"
    if before is not None:
        path.write_bytes(OLD)
        path.chmod(before)
    write_atomically(path, NEW, private=True)
    assert path.stat().st_mode & 0o777 == after


@pytest.mark.skipif(os.name == "nt", reason="permissions of another kind")
def test_a_file_is_never_readable_by_more_than_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not even while it is written."""
    path = tmp_path / "charter.pdf"
    path.write_bytes(OLD)
    path.chmod(0o600)
    seen: list[int] = []
    push = os.fsync

    def look(handle: int) -> None:
        seen.append(os.fstat(handle).st_mode & 0o777)
        push(handle)

    monkeypatch.setattr(os, "fsync", look)
    write_atomically(path, NEW)
    assert seen[0] == 0o600
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(os.name == "nt", reason="permissions of another kind")
def test_folders_that_are_made_are_their_owners_alone(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    make_folder(tmp_path / "a" / "b")
    make_folder(tmp_path)
    modes = [(tmp_path / one).stat().st_mode & 0o777 for one in (".", "a", "a/b")]
    assert modes == [0o755, 0o700, 0o700]


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(OLD)
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    for place in (tmp_path / "file", tmp_path / "file" / "b", tmp_path / "circle", Path("a\0b")):
        with pytest.raises(CannotWrite):
            make_folder(place)


@pytest.mark.skipif(os.name == "nt", reason="no pipes with names")
def test_what_is_no_file_stays(tmp_path: Path) -> None:
    """A pipe and a socket, also behind a link."""
    pipe, link, plug = tmp_path / "pipe", tmp_path / "charter.pdf", tmp_path / "plug"
    os.mkfifo(pipe)
    link.symlink_to(pipe)
    with socket.socket(socket.AF_UNIX) as one:
        one.bind(str(plug))
        for path in (pipe, link, plug):
            with pytest.raises(CannotWrite) as met:
                write_atomically(path, NEW)
            assert met.value.code == "no-file"
    assert pipe.is_fifo()
    assert plug.is_socket()
    assert names(tmp_path) == {"pipe", "charter.pdf", "plug"}


def test_what_is_spared_stays_also_behind_a_link(tmp_path: Path) -> None:
    library, link = tmp_path / "library.hearth", tmp_path / "charter.pdf"
    library.write_bytes(OLD)
    link.symlink_to(library)
    for path in (library, link):
        with pytest.raises(CannotWrite) as met:
            write_atomically(path, NEW, lambda one: one == library)
        assert met.value.code == "of-library"
    assert library.read_bytes() == OLD


@pytest.mark.skipif(os.name == "nt", reason="permissions of another kind")
def test_a_new_file_is_as_readable_as_any_other_of_this_person(tmp_path: Path) -> None:
    (tmp_path / "other").write_bytes(b"")
    write_atomically(tmp_path / "charter.pdf", NEW)
    assert (tmp_path / "charter.pdf").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    real = tmp_path / "shared" / "charter.pdf"
    real.write_bytes(OLD)
    link = tmp_path / "charter.pdf"
    link.symlink_to(real)
    write_atomically(link, NEW)
    assert link.is_symlink()
    assert real.read_bytes() == NEW


@pytest.mark.parametrize("name", ["con", "AUX.pdf", "nul.tar.gz", "Com1.docx", "lpt9", "x.", "x "])
def test_what_some_system_takes_for_a_device_is_not_written(tmp_path: Path, name: str) -> None:
    with pytest.raises(CannotWrite) as met:
        write_atomically(tmp_path / name, NEW)
    assert met.value.code == "name-not-allowed"
    assert names(tmp_path) == set()


def test_the_longest_name_the_disk_takes_is_enough(tmp_path: Path) -> None:
    longest = os.pathconf(tmp_path, "PC_NAME_MAX")
    write_atomically(tmp_path / ("n" * longest), NEW)
    with pytest.raises(CannotWrite) as met:
        write_atomically(tmp_path / ("n" * (longest + 1)), NEW)
    assert met.value.code == "name-too-long"
    assert names(tmp_path) == {"n" * longest}


def test_a_name_no_disk_takes(tmp_path: Path) -> None:
    for name in ("a\0b", "a\ud800b"):
        with pytest.raises(CannotWrite) as met:
            write_atomically(tmp_path / name, NEW)
        assert met.value.code == "name-not-allowed"
    assert names(tmp_path) == set()


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(OLD)
    for path in (tmp_path / "gone" / "c.pdf", tmp_path / "file" / "c.pdf"):
        with pytest.raises(CannotWrite) as met:
            write_atomically(path, NEW)
        assert met.value.code == "no-such-place"
        assert met.value.path == path


def test_a_link_that_leads_to_itself_is_no_file(tmp_path: Path) -> None:
    circle = tmp_path / "circle"
    circle.symlink_to(circle)
    with pytest.raises(CannotWrite) as met:
        write_atomically(circle, NEW)
    assert met.value.code == "no-file"
    assert circle.is_symlink()


def test_a_folder_of_that_name(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite) as met:
        write_atomically(tmp_path, NEW)
    assert met.value.code == "is-folder"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="an administrator may write all")
def test_a_folder_or_file_one_may_not_write(tmp_path: Path) -> None:
    file = tmp_path / "charter.pdf"
    file.write_bytes(OLD)
    file.chmod(0o444)
    with pytest.raises(CannotWrite) as met:
        write_atomically(file, NEW)
    assert met.value.code == "read-only"
    tmp_path.chmod(0o555)
    try:
        with pytest.raises(CannotWrite) as met:
            write_atomically(tmp_path / "other.pdf", NEW)
    finally:
        tmp_path.chmod(0o755)
    assert met.value.code == "read-only"
    assert file.read_bytes() == OLD
    assert names(tmp_path) == {"charter.pdf"}


def test_a_file_marked_read_only_stays_even_where_its_folder_may_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "charter.pdf"
    path.write_bytes(OLD)
    monkeypatch.setattr("exports.atomic_write.os.access", lambda *_: False)
    with pytest.raises(CannotWrite) as met:
        write_atomically(path, NEW)
    assert met.value.code == "read-only"
    assert path.read_bytes() == OLD


TOO_MUCH = """
import resource, sys
from pathlib import Path
from exports.atomic_write import CannotWrite, write_atomically

resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
try:
    write_atomically(Path(sys.argv[1]), b"x" * 100_000)
except CannotWrite as error:
    sys.exit(error.code)
"""


@pytest.mark.skipif(os.name == "nt", reason="no such limit")
def test_no_room_in_earnest_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "charter.pdf"
    path.write_bytes(OLD)
    root = Path(atomic_write.__file__).parent.parent
    ended = subprocess.run(
        [sys.executable, "-c", TOO_MUCH, str(path)], cwd=root, capture_output=True, text=True
    )
    assert ended.stderr.strip() == "disk-full"
    assert path.read_bytes() == OLD
    assert names(tmp_path) == {"charter.pdf"}


@pytest.mark.parametrize("call", ["open", "fsync", "replace"])
@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "disk-full"),
        (errno.EDQUOT, "disk-full"),
        (errno.EROFS, "read-only"),
        (errno.EACCES, "read-only"),
        (errno.ENODEV, "no-such-place"),
        (errno.EINVAL, "name-not-allowed"),
        (errno.EBUSY, "in-use"),
        (errno.EIO, "disk-trouble"),
        (errno.ELOOP, "no-file"),
    ],
)
def test_whatever_fails_the_old_file_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, code: str
) -> None:
    path = tmp_path / "charter.pdf"
    path.write_bytes(OLD)

    def fail(*_: object) -> int:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(f"exports.atomic_write.os.{call}", fail)
    with pytest.raises(CannotWrite) as met:
        write_atomically(path, NEW)
    monkeypatch.undo()
    assert met.value.code == code
    assert path.read_bytes() == OLD
    assert names(tmp_path) == {"charter.pdf"}


@pytest.mark.parametrize(
    ("number", "code"), [(32, "in-use"), (123, "name-not-allowed"), (206, "name-too-long")]
)
def test_what_windows_reports_has_its_code_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    def fail(*_: object) -> None:
        error = PermissionError(errno.EACCES, "denied")
        error.winerror = number  # type: ignore[attr-defined,unused-ignore]
        raise error

    monkeypatch.setattr("exports.atomic_write.os.replace", fail)
    with pytest.raises(CannotWrite) as met:
        write_atomically(tmp_path / "charter.pdf", NEW)
    assert met.value.code == code
    assert names(tmp_path) == set()


def test_stopped_by_the_keyboard_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("exports.atomic_write.os.fsync", stop)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(tmp_path / "charter.pdf", NEW)
    assert names(tmp_path) == set()


def test_a_disk_that_cannot_push_its_folder_still_has_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pushed: list[int] = []
    real = os.fsync

    def only_files(handle: int) -> None:
        pushed.append(handle)
        if len(pushed) > 1:
            raise OSError(errno.EINVAL, "not for folders")
        real(handle)

    monkeypatch.setattr("exports.atomic_write.os.fsync", only_files)
    write_atomically(tmp_path / "charter.pdf", NEW)
    assert len(pushed) == 2
    assert (tmp_path / "charter.pdf").read_bytes() == NEW
