"""What is named twice in a community file is refused: only the last of the two would be read."""

import json
import os
from pathlib import Path

import pytest

from app.exchange.decode import decode, read_file
from app.library.opening import open_library
from app.library.trouble import Trouble
from app.resources import resources_folder
from app.words import LANGUAGES
from app.words_files import load_words
from tests.app.exchange.whole import Whole, exported
from tests.app.library.settings import StillMoment


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A file with something in every table."""
    library = open_library(tmp_path_factory.mktemp("whole") / "library.hearth", StillMoment())
    file = exported(library, Whole(library).id)
    library.close()
    return file


def met(data: bytes) -> Trouble:
    """The trouble that reading meets, which can be said in every language."""
    with pytest.raises(Trouble) as found:
        decode(data)
    trouble = found.value
    for language in LANGUAGES:
        words = load_words(resources_folder(), language)
        assert words(f"trouble.{trouble.code}", **trouble.facts)
    return trouble


def again(data: bytes, name: str, value: object = None, *, within: str = "") -> bytes:
    """The file with a name once more in the whole, or in the first row of a part of it."""
    root = json.loads(data)
    place = root[within][0] if within else root
    mark = "\0again"
    place[mark] = place[name] if value is None else value
    return json.dumps(root).replace(json.dumps(mark), json.dumps(name)).encode()


@pytest.mark.parametrize(
    ("name", "within"),
    [
        ("note", ""),
        ("hearth", ""),
        ("community", ""),
        ("blob", ""),
        ("text", "note"),
        ("id", "note"),
    ],
)
def test_a_part_that_is_there_twice(data: bytes, name: str, within: str) -> None:
    """Only the last would be read: sixty of ninety-one notes went that way."""
    trouble = met(again(data, name, within=within))
    assert (trouble.code, trouble.facts) == ("community-file-repeated", {"part": name})


def test_twice_is_twice_however_it_is_written(data: bytes) -> None:
    once_more = again(data, "note").replace(b'"note"', b'"n\\u006fte"', 1)
    assert met(once_more).facts == {"part": "note"}
    assert met(again(data, "note", [])).code == "community-file-repeated"
    assert met(again(data, "omen", []).replace(b'"omen": []', b'"omen": [], "omen": []')).code == (
        "community-file-repeated"
    )


def test_a_cell_with_a_name_twice_in_it(data: bytes) -> None:
    root = json.loads(data)
    cell = root["register_entry"][0]["texts"]
    name = next(iter(json.loads(cell)))
    root["register_entry"][0]["texts"] = cell.replace("{", f'{{"{name}": "other", ', 1)
    trouble = met(json.dumps(root).encode())
    assert (trouble.code, trouble.facts["column"]) == ("community-file-malformed", "texts")


def test_counts_of_an_older_format_beside_those_of_this_one(data: bytes) -> None:
    """One of the two would take the other's place."""
    root = json.loads(data)
    root["tally"] = root["closed_tally"]
    root["hearth"]["format"] = 1
    trouble = met(json.dumps(root).encode())
    assert (trouble.code, trouble.facts["table"]) == ("community-file-misshapen", "tally")


@pytest.mark.skipif(os.name == "nt", reason="no pipes with names")
def test_a_pipe_and_a_link_to_itself_are_no_community_files(tmp_path: Path) -> None:
    """The one would be waited for without end."""
    os.mkfifo(tmp_path / "pipe.json")
    (tmp_path / "circle.json").symlink_to(tmp_path / "circle.json")
    for name in ("pipe.json", "circle.json"):
        with pytest.raises(Trouble):
            read_file(tmp_path / name)
