"""What lies around a library: a folder that is synchronized, a network drive, conflicting copies.

Facts only; each has a key by which a person's answer to it is remembered.
"""

import os
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal

import msgspec

from app.library.own_files import identity_of

MOUNTS = Path("/proc/self/mountinfo")

_NAMES: tuple[tuple[str, str], ...] = (
    (r"onedrive( - .+)?|onedrive-.+", "OneDrive"),
    (r"dropbox( \(.+\))?", "Dropbox"),
    (r"google ?drive|googledrive-.+|google drive streaming", "Google Drive"),
    (r"icloud ?drive|com~apple~clouddocs", "iCloud Drive"),
    (r"nextcloud\d*", "Nextcloud"),
    (r"owncloud\d*", "ownCloud"),
    (r"syncthing", "Syncthing"),
    (r"box sync|box-box", "Box"),
    (r"pcloud ?drive|pcloudsync", "pCloud"),
    (r"synologydrive|synology drive", "Synology Drive"),
    (r"kdrive", "kDrive"),
    (r"megasync|mega", "MEGA"),
)
"""How the folders are called that a service synchronizes, whole names, without case."""

_MARKS: tuple[tuple[str, str], ...] = (
    (".dropbox.cache", "Dropbox"),
    (".dropbox", "Dropbox"),
    (".stfolder", "Syncthing"),
    (".tmp.drivedownload", "Google Drive"),
    (".tmp.driveupload", "Google Drive"),
    (".nextcloudsync.log", "Nextcloud"),
    (".owncloudsync.log", "ownCloud"),
    (".SynologyWorkingDirectory", "Synology Drive"),
)
"""What a service leaves in the folder that it synchronizes."""

_TOLD = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
"""What OneDrive says in the surroundings of every program: where its folders are."""

_REMOTE = frozenset(
    "9p acfs afs afpfs beegfs ceph cifs coda davfs gfs2 glusterfs gpfs lustre ncpfs nfs nfs4 ocfs2"
    " orangefs panfs smb2 smb3 smbfs webdav".split()
)
_REMOTE_FUSE = re.compile(r"fuse\.(sshfs|rclone|davfs.*|gvfsd-fuse|glusterfs|s3fs|.*drive.*|smb.*)")

_BY_CONFLICT = re.compile(
    r"(?: \(.*(?:conflict|conflit).*\)|\.sync-conflict-.+|_conflict-.+)", re.IGNORECASE
)
_BY_NUMBER_OR_PLACE = re.compile(r"(?: \(\d{1,3}\)| \d{1,2}|-[^ ]+)")
"""What may as well be a person's own name for a copy: it is one only if the file is this library's.
"""


class Remark(msgspec.Struct, frozen=True):
    """Something worth knowing about where a library lies.

    ``synced`` names the ``service``; ``copies`` the ``names`` of files beside it.
    """

    code: Literal["synced", "network", "copies"]
    key: str
    service: str = ""
    names: tuple[str, ...] = ()


def look_around(
    library: Path, identity: str, environment: Mapping[str, str] = os.environ
) -> list[Remark]:
    """What is to be remarked about where a library lies; ``identity`` is its own."""
    real = Path(os.path.realpath(library))
    place = elsewhere(library, environment)
    found = [place] if place is not None else []
    names = tuple(copies_beside(real, identity))
    if names:
        found.append(Remark("copies", f"copies {real.parent} {' '.join(names)}", names=names))
    return found


def elsewhere(library: Path, environment: Mapping[str, str] = os.environ) -> Remark | None:
    """What else has the folder of a library: a service that synchronizes it, another computer."""
    folder = Path(os.path.realpath(library)).parent
    service = service_of(folder, environment)
    if service:
        return Remark("synced", f"synced {service} {folder}", service)
    return Remark("network", f"network {folder}") if on_network(folder) else None


def service_of(folder: Path, environment: Mapping[str, str]) -> str:
    """The name of the service that synchronizes a folder, by its name or its marks; or nothing."""
    told = {os.path.normcase(environment[one]) for one in _TOLD if environment.get(one)}
    for one in (folder, *folder.parents):
        for pattern, service in _NAMES:
            if re.fullmatch(pattern, one.name, re.IGNORECASE):
                return service
        if os.path.normcase(one) in told:
            return "OneDrive"
        for mark, service in _MARKS:
            if os.path.lexists(one / mark) and not _is_home(one, mark):
                return service
    return ""


def _is_home(folder: Path, mark: str) -> bool:
    """Whether a mark is only where a service keeps its settings."""
    return mark == ".dropbox" and folder == Path.home()


def copies_beside(library: Path, identity: str) -> Iterator[str]:
    """The names of the copies that a service made beside a library where two had changed it."""
    try:
        beside = sorted(library.parent.iterdir())
    except OSError:
        return
    for path in beside:
        if path.suffix.casefold() != library.suffix.casefold() or path == library:
            continue
        if not path.stem.casefold().startswith(library.stem.casefold()):
            continue
        more = path.stem[len(library.stem) :]
        if _BY_CONFLICT.fullmatch(more) or (
            _BY_NUMBER_OR_PLACE.fullmatch(more) and identity_of(path) == identity
        ):
            yield path.name


def on_network(folder: Path) -> bool:
    """Whether a folder lies on a drive of another computer."""
    if sys.platform == "win32":
        return _is_remote_drive(folder)
    if sys.platform == "darwin":
        return not _is_local(folder)
    try:
        kind = file_system_of(folder, MOUNTS.read_text(encoding="utf-8", errors="surrogateescape"))
    except OSError:
        return False
    return kind in _REMOTE or _REMOTE_FUSE.fullmatch(kind) is not None


def file_system_of(folder: Path, mounts: str) -> str:
    """The kind of file system that a folder lies on, by Linux's table of what is mounted."""
    best, kind = -1, ""
    for line in mounts.splitlines():
        place, dash, about = line.partition(" - ")
        fields, abouts = place.split(" "), about.split(" ")
        if not dash or len(fields) < 5:
            continue
        point = re.sub(r"\\([0-7]{3})", lambda one: chr(int(one[1], 8)), fields[4]).rstrip("/")
        # Of two on one place, the later hides the earlier.
        if len(point) >= best and f"{folder}/".startswith(f"{point}/"):
            best, kind = len(point), abouts[0]
    return kind


if sys.platform == "win32":

    def _is_remote_drive(folder: Path) -> bool:
        import ctypes

        remote = 4
        if folder.drive.startswith("\\\\"):
            return True
        return ctypes.windll.kernel32.GetDriveTypeW(f"{folder.drive}\\") == remote


if sys.platform == "darwin":

    def _is_local(folder: Path) -> bool:
        import ctypes

        class Statfs(ctypes.Structure):
            _fields_ = (
                ("sizes", ctypes.c_uint32 * 2),
                ("blocks", ctypes.c_uint64 * 5),
                ("ids", ctypes.c_uint32 * 4),
                ("flags", ctypes.c_uint32),
                ("rest", ctypes.c_byte * 4096),
            )

        local, found = 0x1000, Statfs()
        libc = ctypes.CDLL(None)
        ask = getattr(libc, "statfs$INODE64", None) or libc.statfs
        if ask(os.fsencode(folder), ctypes.byref(found)) != 0:
            return True
        return bool(found.flags & local)
