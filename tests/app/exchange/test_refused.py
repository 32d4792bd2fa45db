"""Files that are no whole, sound community: a clear Trouble with its place, and nothing changed."""

import copy
import json
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.exchange.community_file import FORMAT
from app.exchange.decode import LARGEST, decode, read_file
from app.exchange.importing import import_community
from app.library import rows
from app.library.journal import Scope
from app.library.library import Library
from app.library.opening import open_library
from app.library.trouble import Trouble
from app.resources import resources_folder
from app.typed_text import LONGEST_TEXT
from app.words import LANGUAGES, Words
from app.words_files import load_words
from tests.app.exchange.whole import Whole, exported
from tests.app.library.settings import StillMoment

Json = dict[str, Any]
ANYWHERE = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
OTHER_ID = "0" * 31 + "f"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A file with something in every table."""
    library = open_library(tmp_path_factory.mktemp("whole") / "library.hearth", StillMoment())
    file = exported(library, Whole(library).id)
    library.close()
    return file


@pytest.fixture(scope="module")
def spare(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """An empty library, left as it was by whoever uses it."""
    library = open_library(tmp_path_factory.mktemp("spare") / "library.hearth", StillMoment())
    yield library
    library.close()


def met(data: bytes) -> Trouble:
    """The trouble that reading meets, which can be said in every language."""
    with pytest.raises(Trouble) as found:
        decode(data)
    trouble = found.value
    for language in LANGUAGES:
        assert spoken(language)(f"trouble.{trouble.code}", **trouble.facts)
    return trouble


@cache
def spoken(language: str) -> Words:
    """The shipped words."""
    return load_words(resources_folder(), language)


def put(root: Json, path: str, value: object) -> None:
    """Set a value deep inside: "note.0.text"."""
    *steps, last = path.split(".")
    at: Any = root
    for step in steps:
        at = at[int(step) if step.isdigit() else step]
    at[last] = value


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "broken-off"),
        (b"   \n", "broken-off"),
        (b'{"hearth": {"format": 1', "broken-off"),
        (b"\xff\xfe{\x00}\x00", "unreadable"),
        (b"PK\x03\x04 a Word file", "unreadable"),
        (b"hello", "unreadable"),
        (b'{"hearth": {"format": 1}} and more', "unreadable"),
        (b'{"hearth": NaN}', "unreadable"),
        (b'{"hearth": 1e999}', "unreadable"),
        (b'{"hearth": "\xe9"}', "unreadable"),
        (b"[" * 100_000, "unreadable"),
        (b"[" * 100_000 + b"]" * 100_000, "unreadable"),
        (b"null", "other"),
        (b"[]", "other"),
        (b"{}", "other"),
        (b'{"hearth": 1}', "other"),
        (b'{"name": "package", "version": "1.0"}', "other"),
    ],
)
def test_what_is_no_community_file_is_refused(data: bytes, code: str) -> None:
    """Empty, cut off, another kind of file, another program's JSON."""
    assert met(data).code == f"community-file-{code}"


def test_a_file_of_a_later_hearth_is_refused_whatever_it_holds(data: bytes) -> None:
    """The format comes first: what else is new in it is not looked at."""
    root = json.loads(data)
    root["hearth"] = {"format": FORMAT + 1, "more": []}
    root["constellation"] = 3
    trouble = met(json.dumps(root).encode())
    assert (trouble.code, trouble.facts) == ("community-file-newer", {"format": FORMAT + 1})


@pytest.mark.parametrize("format", [0, -1, 1.0, "1", None, True, [], 0.5])
def test_a_format_that_is_none_is_refused(data: bytes, format: object) -> None:  # noqa: A002
    """Only the whole numbers from 1 are formats."""
    root = json.loads(data)
    root["hearth"]["format"] = format
    trouble = met(json.dumps(root).encode())
    place = {"table": "hearth", "row": 1, "column": "format"}
    assert (trouble.code, trouble.facts) == ("community-file-malformed", place)


@given(cut=st.integers(min_value=0))
@ANYWHERE
def test_a_file_cut_off_anywhere_is_refused(data: bytes, cut: int) -> None:
    """Whatever its length, a beginning is never taken for the whole."""
    part = data[: cut % (len(data) - 2)]
    assert met(part).code in ("community-file-broken-off", "community-file-unreadable")


@given(noise=st.binary(max_size=300))
@ANYWHERE
def test_arbitrary_bytes_are_refused(noise: bytes) -> None:
    """Bytes of any kind: Trouble and nothing else."""
    met(noise)


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text(st.characters(codec=None), max_size=20)
    | st.sampled_from([OTHER_ID, "yes", "2026-02-30", "2026-01-15", "9" * 10_000, "[]", "{}"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=6,
)


@given(draw=st.data())
@ANYWHERE
def test_a_file_changed_anywhere_is_refused_or_comes_back(
    data: bytes, spare: Library, draw: st.DataObject
) -> None:
    """Any cell replaced by anything: refused, or a file that the library takes and gives back."""
    root = json.loads(data)
    table = draw.draw(st.sampled_from([*sorted(root)]))
    rows = root[table] if isinstance(root[table], list) else [root[table]]
    row = draw.draw(st.sampled_from(rows))
    row[draw.draw(st.sampled_from([*row, "unknown"]))] = draw.draw(JSON)
    try:
        file = decode(json.dumps(root).encode())
    except Trouble:
        return
    import_community(spare, file)
    assert decode(exported(spare, file.community.id)) == file
    spare.undo(Scope())


@pytest.mark.parametrize(
    ("path", "value", "place"),
    [
        ("community.name", "", "community 1 name"),
        ("community.name", " \t", "community 1 name"),
        ("community.zone", "Atlantis/Capital", "community 1 zone"),
        ("community.language", "tlh", "community 1 language"),
        ("person.0.name", 7, "person 1 name"),
        ("note.0.text", "a\0b", "note 1 text"),
        ("note.0.text", "x" * 10_000, "note 1 text"),
        ("note.0.kind", "A hologram", "note 1 kind"),
        ("note.0.position", -1, "note 1 position"),
        ("note.0.position", 2**70, "note 1 position"),
        ("note.0.made", "yesterday", "note 1 made"),
        ("note.0.id", "1", "note 1 id"),
        ("note.0.author", "Ines", "note 1 author"),
        ("note.0.mood", "green", "note 1 mood"),
        ("block.0.recipe", "{", "block 1 recipe"),
        ("block.0.recipe", '{"words": {"tlh": {"title": "x"}}}', "block 1 recipe"),
        ("block.0.recipe", '{"steps": [{"id": "a", "minutes": 99999999999}]}', "block 1 recipe"),
        ("block.0.minutes", 1.5, "block 1 minutes"),
        ("version.0.clauses", "[1]", "version 1 clauses"),
        ("version.0.clauses", "[" * 100_000, "version 1 clauses"),
        ("version.0.date", "2026-02-30", "version 1 date"),
        ("version.0.date", "20260115", "version 1 date"),
        ("block.0.recipe", '["a"]', "block 1 recipe"),
        ("workshop.0.languages", "fr,fr", "workshop 1 languages"),
        ("naming.0.answer", "not-now", "naming 1 answer"),
        ("round.1.closed", None, "round 2 closed"),
        ("round.1.form", "By hand", "round 2 form"),
        ("closed_tally.0.number", -3, "closed_tally 1 number"),
        ("closed_tally.0.item", "Ines", "closed_tally 1 item"),
        ("rhythm_event.0.rule", "FREQ=SECONDLY", "rhythm_event 1 rule"),
        ("rhythm_event.0.rule", "first Tuesday", "rhythm_event 1 rule"),
        ("rhythm_event.0.rule", "\n", "rhythm_event 1 rule"),
        ("blob.0.data", "QUJD", "blob 1 data"),
        ("blob.0.data", "no base64!", "blob 1 data"),
        ("blob.0.hash", "x", "blob 1 hash"),
        ("hearth.audience", "everybody", "hearth 1 audience"),
        ("hearth.more", 1, "hearth 1 more"),
    ],
)
def test_what_cannot_stand_somewhere_is_said_with_its_place(
    data: bytes, path: str, value: object, place: str
) -> None:
    """The table, the row and the column."""
    root = json.loads(data)
    put(root, path, value)
    trouble = met(json.dumps(root).encode())
    assert trouble.code == "community-file-malformed"
    assert "{table} {row} {column}".format_map(trouble.facts) == place


@pytest.mark.parametrize(
    ("path", "value"),
    [("note", {}), ("note.0", 3), ("person.0", None), ("wishes", []), ("blob", 1)],
)
def test_a_table_that_is_none_is_said(data: bytes, path: str, value: object) -> None:
    """A table that is no list, a row that is no row, a table that no community has."""
    root = json.loads(data)
    if path.endswith(".0"):
        root[path[:-2]][0] = value
    else:
        root[path] = value
    trouble = met(json.dumps(root).encode())
    assert trouble.code == "community-file-misshapen"
    assert trouble.facts["table"] == path.split(".")[0]


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("membership.0.person", "membership 1 person"),
        ("membership.0.community", "membership 1 community"),
        ("note.0.run", "note 1 run"),
        ("note.0.cluster", "note 1 cluster"),
        ("clause_source.0.note", "clause_source 1 note"),
        ("reservation.0.version", "reservation 1 version"),
        ("attachment.0.owner", "attachment 1 owner"),
    ],
)
def test_a_reference_that_leads_nowhere_is_said(data: bytes, path: str, place: str) -> None:
    """Every row belongs to the community of the file, through rows of the file."""
    root = json.loads(data)
    put(root, path, OTHER_ID)
    trouble = met(json.dumps(root).encode())
    assert trouble.code == "community-file-astray"
    assert "{table} {row} {column}".format_map(trouble.facts) == place


def _twice(root: Json) -> None:
    root["note"].append(copy.deepcopy(root["note"][0]))


def _blob_twice(root: Json) -> None:
    root["blob"].append(root["blob"][0])


def _count_twice(root: Json) -> None:
    root["closed_tally"].insert(0, root["closed_tally"][0])


@pytest.mark.parametrize("double", [_twice, _blob_twice, _count_twice])
def test_the_same_thing_twice_is_said(data: bytes, double: Callable[[Json], None]) -> None:
    """The same id, the same bytes, the same count."""
    root = json.loads(data)
    double(root)
    trouble = met(json.dumps(root).encode())
    assert (trouble.code, trouble.facts["row"]) == ("community-file-twice", 2)


def _nobody(root: Json) -> None:
    root["person"].append({**root["person"][0], "id": OTHER_ID})


def _needless(root: Json) -> None:
    root["attachment"].clear()


def _of_nothing(root: Json) -> None:
    root["round"][0] |= {"run": None, "version": None}


@pytest.mark.parametrize("add", [_nobody, _needless, _of_nothing])
def test_what_belongs_to_nothing_is_said(data: bytes, add: Callable[[Json], None]) -> None:
    """It would not leave the library with the community again, so it is not let in."""
    root = json.loads(data)
    add(root)
    assert met(json.dumps(root).encode()).code == "community-file-stray"


def test_counts_of_a_round_that_is_not_there_are_said(data: bytes) -> None:
    """Counts alone say nothing of whose they are."""
    root = json.loads(data)
    root["closed_tally"][0]["round"] = root["round"][0]["id"]
    trouble = met(json.dumps(root).encode())
    assert (trouble.code, trouble.facts["column"]) == ("community-file-malformed", "round")


def test_half_a_character_is_said(data: bytes) -> None:
    """A lone surrogate, as a damaged copy leaves it, in JSON that is otherwise whole."""
    root = json.loads(data)
    root["note"][0]["text"] = "half \ud83d"
    assert met(json.dumps(root).encode()).code == "broken-character"
    assert met(b'{"hearth": "\xed\xa0\xbd"}').code == "broken-character"


def test_names_of_a_hostile_file_are_cut_short(data: bytes) -> None:
    """Whatever a file calls its parts can be shown in one sentence."""
    root = json.loads(data)
    root["\x1b[2J" + "x" * 10_000] = []
    table = met(json.dumps(root).encode()).facts["table"]
    assert isinstance(table, str)
    assert len(table) <= 41
    assert table.isprintable()


def test_text_as_long_as_hearth_lets_people_write_is_taken(data: bytes) -> None:
    """The longest text goes in; one character more does not."""
    root = json.loads(data)
    root["clause"][0]["text"] = "x" * LONGEST_TEXT
    assert decode(json.dumps(root).encode()).rows(rows.Clause)[0].text == "x" * LONGEST_TEXT
    root["clause"][0]["text"] += "x"
    met(json.dumps(root).encode())


def test_a_file_from_another_program_is_taken(data: bytes) -> None:
    """Other spaces, another order of keys, letters escaped, a mark at the beginning."""
    root = json.loads(data)
    text = json.dumps(dict(reversed(root.items())), sort_keys=True, indent=None)
    assert decode(b"\xef\xbb\xbf" + text.encode()) == decode(data)


def test_columns_left_out_are_as_in_a_new_row(data: bytes) -> None:
    """A file made by hand need not write what is empty."""
    root = json.loads(data)
    for name in ("sentence", "organization", "notes", "parent", "ended"):
        del root["community"][name]
    assert decode(json.dumps(root).encode()).community.sentence == ""
    del root["community"]["name"]
    assert met(json.dumps(root).encode()).facts["column"] == "name"


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    """By its path."""
    path = tmp_path / "nothing.json"
    with pytest.raises(Trouble) as found:
        read_file(path)
    assert found.value.facts["path"] == str(path)


def test_a_file_without_end_is_not_read(tmp_path: Path) -> None:
    """More than any community has."""
    path = tmp_path / "large.json"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(Trouble) as found:
        read_file(path)
    assert found.value.code == "community-file-too-large"


def test_a_folder_is_no_community_file(tmp_path: Path) -> None:
    """Nor a library that is left as it is: it is not asked for one."""
    with pytest.raises(Trouble) as found:
        read_file(tmp_path)
    assert found.value.code == "community-file-other"
