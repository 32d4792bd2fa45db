"""What lies around a library is noticed: synchronized folders, network drives, conflict copies."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.library.library import Library
from app.library.opening import open_library
from app.moment import MachineMoment
from app.surroundings import copies_beside, file_system_of, look_around, service_of


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """A library."""
    with closing(open_library(tmp_path / "library.hearth", MachineMoment())) as library:
        yield library


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("OneDrive", "OneDrive"),
        ("OneDrive - Ministère de l’Exemple/Hearth", "OneDrive"),
        ("Library/CloudStorage/OneDrive-Example", "OneDrive"),
        ("Dropbox", "Dropbox"),
        ("Dropbox (Personal)/a/b", "Dropbox"),
        ("Google Drive/Mon disque", "Google Drive"),
        ("Library/CloudStorage/GoogleDrive-nadege@example.org/My Drive", "Google Drive"),
        ("iCloudDrive", "iCloud Drive"),
        ("Library/Mobile Documents/com~apple~CloudDocs/x", "iCloud Drive"),
        ("Nextcloud/x", "Nextcloud"),
        ("Nextcloud2", "Nextcloud"),
        ("ownCloud", "ownCloud"),
        ("pCloudDrive", "pCloud"),
        ("SynologyDrive", "Synology Drive"),
        ("Documents", ""),
        ("Dropbox designs", ""),
        ("My dropbox notes/x", ""),
        ("drive", ""),
        ("Omega", ""),
    ],
)
def test_a_synchronized_folder_is_known_by_its_name(
    tmp_path: Path, folder: str, service: str
) -> None:
    assert service_of(tmp_path / folder, {}) == service


@pytest.mark.parametrize(
    ("mark", "service"),
    [
        (".dropbox.cache", "Dropbox"),
        (".stfolder", "Syncthing"),
        (".nextcloudsync.log", "Nextcloud"),
        (".owncloudsync.log", "ownCloud"),
        (".tmp.driveupload", "Google Drive"),
    ],
)
def test_a_synchronized_folder_is_known_by_its_marks(
    tmp_path: Path, mark: str, service: str
) -> None:
    (tmp_path / "shared" / "deep").mkdir(parents=True)
    (tmp_path / "shared" / mark).mkdir()
    assert service_of(tmp_path / "shared" / "deep", {}) == service
    assert service_of(tmp_path, {}) == ""


def test_onedrive_is_known_by_what_it_says(tmp_path: Path) -> None:
    told = {"OneDriveCommercial": str(tmp_path / "Fichiers")}
    assert service_of(tmp_path / "Fichiers" / "x", told) == "OneDrive"
    assert service_of(tmp_path / "x", told) == ""


MOUNTS = r"""
22 1 254:0 / / rw,relatime - ext4 /dev/vda rw
30 22 0:25 / /srv rw shared:1 master:2 - nfs4 server:/home rw
31 22 0:26 / /mnt/team\040share rw - cifs //server/team rw
32 22 0:27 / /srv/me/remote rw - fuse.sshfs me@host:/ rw
33 22 0:28 / /mnt/stick rw - vfat /dev/sdb1 rw
34 31 0:29 / /mnt/team\040share rw - ext4 /dev/sdc rw
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/var/lib", "ext4"),
        ("/srv/me", "nfs4"),
        ("/srvs", "ext4"),
        ("/srv/me/remote/x", "fuse.sshfs"),
        ("/mnt/stick", "vfat"),
        ("/mnt/team share/x", "ext4"),
        ("/mnt/team", "ext4"),
    ],
)
def test_the_file_system_is_that_of_the_nearest_mount(folder: str, kind: str) -> None:
    assert file_system_of(Path(folder), MOUNTS) == kind


@pytest.mark.parametrize(
    ("kind", "remote"),
    [
        ("nfs4", True),
        ("cifs", True),
        ("fuse.sshfs", True),
        ("fuse.rclone", True),
        ("fuse.gvfsd-fuse", True),
        ("ext4", False),
        ("btrfs", False),
        ("fuseblk", False),
        ("fuse.portal", False),
    ],
)
def test_a_network_drive_is_remarked(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, remote: bool
) -> None:
    mounts = tmp_path / "mountinfo"
    mounts.write_text(f"22 1 0:1 / / rw - ext4 x rw\n30 22 0:2 / {tmp_path} rw - {kind} x rw\n")
    monkeypatch.setattr("app.surroundings.MOUNTS", mounts)
    monkeypatch.setattr("sys.platform", "linux")
    found = [one.code for one in look_around(library.path, library.identity, {})]
    assert found == (["network"] if remote else [])


CONFLICTS = (
    "library (conflicted copy 2026-01-15 140509).hearth",
    "library (Nadège’s conflicted copy 2026-01-15).hearth",
    "library (Copie en conflit de Nadège 2026-01-15).hearth",
    "library.sync-conflict-20260115-140509-ABCDEFG.hearth",
    "library_conflict-20260115-140509.hearth",
)
NUMBERED = ("library (1).hearth", "library 2.hearth", "library-PC-NADEGE.hearth")


def test_copies_of_conflicts_are_known(library: Library) -> None:
    """By their names alone, or where the name may be anybody's by what they are."""
    for name in (*CONFLICTS, *NUMBERED):
        library.path.with_name(name).write_bytes(b"not here yet")
    assert sorted(copies_beside(library.path, library.identity)) == sorted(CONFLICTS)
    for name in NUMBERED:
        shutil.copy(library.path, library.path.with_name(name))
    found = list(copies_beside(library.path, library.identity))
    assert sorted(found) == sorted((*CONFLICTS, *NUMBERED))
    (remark,) = look_around(library.path, library.identity, {})
    assert (remark.code, sorted(remark.names)) == ("copies", sorted(found))


def test_others_beside_it_are_none(library: Library, tmp_path: Path) -> None:
    """What Hearth set aside, a copy saved at a closing, another library, another file."""
    for name in (
        "library set aside 2026-01-15T140509.000Z.hearth",
        "library 2026-01-15.hearth",
        "libraries.hearth",
        "team.hearth",
    ):
        shutil.copy(library.path, tmp_path / name)
    open_library(tmp_path / "library (1).hearth", MachineMoment()).close()
    (tmp_path / "library (2).pdf").write_bytes(b"x")
    assert list(copies_beside(library.path, library.identity)) == []


def test_the_real_place_counts_and_not_the_link(library: Library, tmp_path: Path) -> None:
    synced = tmp_path / "Dropbox"
    synced.mkdir()
    link = synced / "library.hearth"
    link.symlink_to(library.path)
    assert look_around(link, library.identity, {}) == []
