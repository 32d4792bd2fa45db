"""Any community comes back to the byte; whatever stands in a file, it is all of it or nothing."""

import copy
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from app.exchange.community_file import CommunityFile
from app.exchange.decode import decode
from app.exchange.encode import encode
from app.exchange.importing import import_community
from app.exchange.json_schema import community_schema
from app.library.journal import Scope
from app.library.library import Library
from app.library.library_check import check
from app.library.opening import open_library
from app.library.trouble import Trouble
from app.resources import resources_folder
from app.words import LANGUAGES, Words
from app.words_files import load_words
from tests.app.exchange.invented import communities
from tests.app.exchange.test_refused import JSON
from tests.app.exchange.whole import exported
from tests.app.library.settings import StillMoment

SCHEMA = Draft202012Validator(community_schema())


@pytest.fixture(scope="module")
def spare(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """An empty library, left as it was by whoever uses it."""
    library = open_library(tmp_path_factory.mktemp("spare") / "library.hearth", StillMoment())
    yield library
    library.close()


@cache
def spoken(language: str) -> Words:
    """The shipped words."""
    return load_words(resources_folder(), language)


def all_rows(library: Library) -> list[str]:
    """Everything in the library's file, as another program reads it."""
    with closing(sqlite3.connect(f"file:{library.path}?mode=ro", uri=True)) as connection:
        return list(connection.iterdump())


def brought(library: Library, data: bytes) -> CommunityFile | None:
    """The community of a file, brought in; None where it was refused, as it has to be.

    Refused is: nothing changed, and one sentence to say so in each language.
    """
    before = all_rows(library)
    try:
        file = decode(data)
        import_community(library, file)
    except Trouble as trouble:
        assert all_rows(library) == before
        said = [spoken(one)(f"trouble.{trouble.code}", **trouble.facts) for one in LANGUAGES]
        assert len(set(said)) == len(LANGUAGES)
        for sentence in said:
            assert sentence.endswith(".")
            assert "\n" not in sentence
            assert len(sentence) < 400
        return None
    return file


@given(communities())
@settings(max_examples=25)
def test_any_community_comes_back_to_the_byte(spare: Library, file: CommunityFile) -> None:
    data = encode(file)
    assert decode(data) == file
    assert list(SCHEMA.iter_errors(json.loads(data))) == []
    import_community(spare, file)
    assert exported(spare, file.community.id) == data
    assert check(spare.path).sound
    spare.undo(Scope())


@given(communities(), st.data())
@settings(max_examples=40)
def test_a_file_taken_apart_is_refused_or_comes_back(
    spare: Library, file: CommunityFile, draw: st.DataObject
) -> None:
    """Rows lost, doubled, moved to another table, cells exchanged: as bad copies and scripts do."""
    root = json.loads(encode(file))
    for _ in range(draw.draw(st.integers(1, 3))):
        damage(root, draw)
    found = brought(spare, json.dumps(root).encode())
    if found is not None:
        assert list(SCHEMA.iter_errors(root)) == []
        assert decode(exported(spare, found.community.id)) == in_order(found)
        spare.undo(Scope())


@given(JSON)
@settings(max_examples=50)
def test_any_json_is_refused(spare: Library, value: object) -> None:
    """Also under the keys that a file has."""
    text = json.dumps(value)
    for data in (text, f'{{"hearth": {text}}}', f'{{"hearth": {{"format": {text}}}}}'):
        assert brought(spare, data.encode("utf-8", "surrogatepass")) is None


def in_order(file: CommunityFile) -> CommunityFile:
    """The file with the rows of each table in the order of their keys, as it is written."""
    root = json.loads(encode(file))
    for inside in root.values():
        if isinstance(inside, list):
            keys = ("round", "item", "value", "room_group")
            inside.sort(key=lambda row: [row.get("id", row.get("hash", "")), *map(row.get, keys)])
    return decode(json.dumps(root).encode())


def damage(root: dict[str, Any], draw: st.DataObject) -> None:
    """One thing done to a file that nobody should do."""
    tables = [name for name, inside in root.items() if isinstance(inside, list) and inside]
    if not tables:
        root["person"] = draw.draw(JSON)
        return
    table, other = (root[draw.draw(st.sampled_from(tables))] for _ in range(2))
    row, another = draw.draw(st.sampled_from(table)), draw.draw(st.sampled_from(other))
    done = draw.draw(st.sampled_from(["lost", "doubled", "moved", "taken", "renamed", "emptied"]))
    name = draw.draw(st.sampled_from(sorted(row)))
    match done:
        case "lost":
            table.remove(row)
        case "doubled":
            table.append(copy.deepcopy(row))
        case "moved":
            table.remove(row)
            other.append(row)
        case "taken":
            row[name] = another[draw.draw(st.sampled_from(sorted(another)))]
        case "renamed":
            row[name.upper()] = row.pop(name)
        case _:
            row[name] = draw.draw(st.sampled_from(["", None, 0, [], {}, -1, " ", False]))
