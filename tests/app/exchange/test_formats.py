"""Files of other formats: older ones are read, later ones as far as their format is the same."""

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
from jsonschema import Draft202012Validator

from app.exchange.community_file import FORMAT
from app.exchange.converters import CONVERTERS
from app.exchange.decode import decode
from app.exchange.encode import encode
from app.exchange.importing import import_community
from app.exchange.json_schema import community_schema
from app.library import rows
from app.library.library import Library
from app.library.library_check import check
from app.library.schema import SCHEMA_VERSION
from app.library.trouble import Trouble
from tests.app.exchange.whole import PICTURE, Whole, exported
from tests.app.library.settings import StillMoment

FIXTURES = Path("tests/fixtures")
OLDER = sorted(FIXTURES.glob("community-v*.json"))


def test_there_is_a_file_and_a_converter_for_every_format_before() -> None:
    """Whoever changes the format keeps a file as it was, and says how it becomes the next."""
    assert [path.name for path in OLDER] == [f"community-v{one}.json" for one in range(1, FORMAT)]
    assert list(CONVERTERS) == list(range(1, FORMAT))


@pytest.mark.parametrize("path", OLDER, ids=lambda path: path.stem)
def test_a_file_of_an_older_format_is_brought_in(path: Path, empty: Library) -> None:
    """All of it, and it leaves again in this format."""
    file = decode(path.read_bytes())
    assert file.left_out == {}
    community = import_community(empty, file)
    again = exported(empty, community.id)
    assert json.loads(again)["hearth"]["format"] == FORMAT
    assert msgspec.structs.replace(decode(again), hearth=file.hearth) == file
    before, after = json.loads(path.read_bytes()), json.loads(again)
    for table in ("note", "clause", "dots", "version", "person", "gathering"):
        texts = [[row["id"], row.get("text")] for row in before[table]]
        assert [[row["id"], row.get("text")] for row in after[table]] == texts
    assert {one.value: one.number for one in file.rows(rows.ClosedTally)} == {
        "fine": 1,
        "wholehearted": 1,
    }
    assert check(empty.path).sound


def test_what_no_hearth_wrote_in_an_older_format_is_refused() -> None:
    """Rather than left out without a word."""
    root = json.loads(OLDER[0].read_bytes())
    root["note"][0]["rank"] = 3
    with pytest.raises(Trouble) as met:
        decode(json.dumps(root).encode())
    assert met.value.facts == {"table": "note", "row": 1, "column": "rank"}
    root["note"][0]["rank"] = None
    root["signal"] = [{"id": "0" * 32}]
    with pytest.raises(Trouble) as met:
        decode(json.dumps(root).encode())
    assert met.value.facts["table"] == "signal"


@pytest.fixture
def later(empty: Library) -> dict[str, Any]:
    """A file of a later Hearth: a table more, a column more, and what is there for its sake."""
    root: dict[str, Any] = json.loads(exported(empty, Whole(empty).id))
    root["hearth"]["schema"] = SCHEMA_VERSION + 1
    new = StillMoment().new_id()
    root["omen"] = [{"id": new, "note": root["note"][0]["id"], "seen_by": new}]
    root["note"][0]["mood"] = "calm"
    root["community"]["motto"] = "Mend light"
    root["person"].append({**root["person"][0], "id": new, "name": "Who saw it"})
    kept = {**root["attachment"][0], "id": new, "owner_table": "omen", "owner": new}
    root["attachment"].append(kept)
    return root


def test_what_a_later_schema_added_is_left_out_and_counted(
    later: dict[str, Any], library: Library
) -> None:
    """The rest comes in as from any other file."""
    file = decode(json.dumps(later).encode())
    assert file.left_out == {
        "omen": 1,
        "note.mood": 1,
        "community.motto": 1,
        "person": 1,
        "attachment": 1,
    }
    import_community(library, file)
    assert [one.owner_table for one in file.rows(rows.Attachment)] == ["note"]
    assert [one.data for one in file.blob] == [PICTURE]
    assert exported(library, file.community.id) == encode(file)
    assert check(library.path).sound


def test_the_same_in_a_file_of_this_schema_is_refused(later: dict[str, Any]) -> None:
    """Here it is a mistake, and nothing is passed over in silence."""
    later["hearth"]["schema"] = SCHEMA_VERSION
    with pytest.raises(Trouble) as met:
        decode(json.dumps(later).encode())
    assert met.value.code == "community-file-misshapen"


def test_a_later_schema_excuses_nothing_else(later: dict[str, Any]) -> None:
    """What is known is looked at as ever."""
    later["note"][0]["made"] = "yesterday"
    with pytest.raises(Trouble) as met:
        decode(json.dumps(later).encode())
    assert met.value.facts == {"table": "note", "row": 1, "column": "made"}


def test_a_file_without_what_came_later_is_whole(empty: Library) -> None:
    """A part that an earlier schema did not have is empty."""
    root = json.loads(exported(empty, Whole(empty).id))
    root["hearth"]["schema"] = 2
    del root["cluster"], root["note"][0]["cluster"]
    assert decode(json.dumps(root).encode()).rows(rows.Cluster) == ()
    assert list(Draft202012Validator(community_schema()).iter_errors(root)) == []
