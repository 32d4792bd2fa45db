"""Reading a community file: any bytes become a whole, sound file, or one clear Trouble."""

import json
import os
import re
from pathlib import Path
from typing import TypeVar

import msgspec

from app.exchange.community_file import FORMAT, TABLES, CommunityFile, Content, Header
from app.exchange.converters import CONVERTERS, Root
from app.exchange.file_check import check_file
from app.exchange.file_faults import malformed, repeated
from app.exchange.later import take_unknown, without_strays
from app.exchange.repeated import Repeated, check_once
from app.library.row import Row
from app.library.rows import Community
from app.library.schema import SCHEMA_VERSION
from app.library.trouble import Trouble, trouble_at

LARGEST = 512 * 1024 * 1024
"""The largest file that is read, in bytes."""

_MARK = b"\xef\xbb\xbf"
"""What some programs put before UTF-8."""
_PLACE = re.compile(r"`(?:\$\.)?(\w+)[^`]*`$")
"""Where msgspec says that a struct does not fit."""

S = TypeVar("S", bound=msgspec.Struct)


def read_file(path: Path) -> bytes:
    """The bytes of a file.

    Raises Trouble: ``community-file-too-large``, ``community-file-other`` for a folder or a pipe,
    and what the disk says.
    """
    with trouble_at(path):
        # Looked at before it is opened: a pipe would be waited for without end.
        if path.exists() and not path.is_file():
            raise Trouble("community-file-other")
        with path.open("rb") as file:
            large = os.fstat(file.fileno()).st_size > LARGEST
            data = b"" if large else file.read(LARGEST + 1)
    if large or len(data) > LARGEST:
        raise Trouble("community-file-too-large", most=LARGEST // 1024 // 1024)
    return data


def decode(data: bytes) -> CommunityFile:
    """The community file that ``data`` is, every cell and every reference of it looked at.

    Raises Trouble: ``broken-character`` and the ``community-file-…`` codes: ``broken-off``,
    ``unreadable`` (no JSON), ``repeated`` (``part``), ``other`` (no community file), ``newer``
    (``format``); ``malformed`` and ``astray`` (``table``, ``row``, ``column``); ``misshapen``,
    ``twice`` and ``stray`` (``table``, ``row``). What a later schema added to the format is left
    out, and counted in ``left_out``.
    """
    root = _in_this_format(_of_ours(_json(data.removeprefix(_MARK))))
    header = _typed(Header, root["hearth"], "hearth", 1)
    left_out = take_unknown(root) if header.schema > SCHEMA_VERSION else {}
    known = {"hearth", Community.table, "blob", *(kind.table for kind in TABLES)}
    for name in root:
        if name not in known:
            raise malformed(name, 1, "")
    found: dict[str, tuple[Row, ...]] = {
        kind.table: _rows(kind, root, kind.table) for kind in TABLES
    }
    file = CommunityFile(
        hearth=msgspec.structs.replace(header, schema=min(header.schema, SCHEMA_VERSION)),
        community=_typed(Community, root.get(Community.table), Community.table, 1),
        blob=_rows(Content, root, "blob"),
        tables=found,
    )
    if left_out:
        file = without_strays(file, left_out)
    check_file(file)
    return file


def _json(data: bytes) -> object:
    try:
        found: object = msgspec.json.decode(data)
        check_once(data)
    except Repeated as error:
        raise repeated(error.name) from error
    except RecursionError as error:
        raise Trouble("community-file-unreadable") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Trouble(_why(data, str(error))) from error
    return found


def _why(data: bytes, said: str) -> str:
    """Why bytes are no JSON: they end too early, hold half a character, or are something else."""
    try:
        # The other reader lets half a character pass.
        json.dumps(json.loads(data), ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return "broken-character"
    except (ValueError, RecursionError):
        return f"community-file-{'broken-off' if 'truncated' in said else 'unreadable'}"
    return "community-file-unreadable"


def _of_ours(value: object) -> Root:
    """The whole as an object with a header of ours, of a format this Hearth can read."""
    header = value.get("hearth") if isinstance(value, dict) else None
    if not isinstance(value, dict) or not isinstance(header, dict):
        raise Trouble("community-file-other")
    made = header.get("format")
    if isinstance(made, int) and not isinstance(made, bool) and made > FORMAT:
        raise Trouble("community-file-newer", format=min(made, 10**9))
    return value


def _in_this_format(root: Root) -> Root:
    """A file of an older format as this one has it."""
    made = root["hearth"].get("format")
    if isinstance(made, int) and not isinstance(made, bool) and made in CONVERTERS:
        for older in range(made, FORMAT):
            root = CONVERTERS[older](root)
    return root


def _rows(kind: type[S], root: Root, table: str) -> tuple[S, ...]:
    rows = root.get(table, [])
    if not isinstance(rows, list):
        raise malformed(table, 1, "")
    return tuple(_typed(kind, row, table, number) for number, row in enumerate(rows, start=1))


def _typed(kind: type[S], value: object, table: str, number: int) -> S:
    if not isinstance(value, dict):
        raise malformed(table, number, "")
    for name in value:
        # Nothing that the file holds is passed over in silence.
        if name not in kind.__struct_fields__:
            raise malformed(table, number, name)
    try:
        return msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        place = _PLACE.search(str(error))
        raise malformed(table, number, place[1] if place else "") from error
