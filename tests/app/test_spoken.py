"""What the program says has words in both languages, and there are no words nobody says."""

from pathlib import Path

import pytest

from app.resources import resources_folder
from app.words import Sentences
from app.words_files import read_sentences
from tests.app.spoken import Mention, Saying, mentions, missing, sayings, wants

ROOT = resources_folder().parent
FLOORS = ("app", "exports", "ui")

SAID_BY_CODE: tuple[tuple[str, str], ...] = ()
"""Beginnings of keys that no text in the code shows, each with the reason. An f-string such as
``words(f"trouble.{code}")`` needs no mention here: its beginning is seen."""


@pytest.fixture(scope="module")
def english() -> Sentences:
    """Every sentence, in English."""
    return read_sentences(resources_folder())["en"]


@pytest.fixture(scope="module")
def files() -> list[Path]:
    """Every file of the program."""
    return [path for floor in FLOORS for path in sorted((ROOT / floor).rglob("*.py"))]


@pytest.fixture(scope="module")
def mentioned(files: list[Path]) -> list[Mention]:
    """Every text in them that looks like a key, or like the beginning of one."""
    return [one for path in files for one in mentions(path)]


def test_every_sentence_said_has_words(files: list[Path], english: Sentences) -> None:
    """A key written out in a call is in resources/words, and gets the values it wants."""
    found = []
    for saying in (one for path in files for one in sayings(path)):
        if saying.key not in english:
            found.append(f"{saying.place}: no words for {saying.key}")
        elif lacking := missing(saying, english):
            found.append(f"{saying.place}: {saying.key} wants {', '.join(sorted(lacking))}")
    assert not found, "\n".join(found)


def test_every_beginning_leads_somewhere(mentioned: list[Mention], english: Sentences) -> None:
    """A key made while running begins like one there is, if its room has words at all."""
    rooms = {key.split(".")[0] for key in english}
    found = [
        f"{mention.place}: no words begin with {mention.key}"
        for mention in mentioned
        if mention.begins
        and mention.key.split(".")[0] in rooms
        and not any(key.startswith(mention.key) for key in english)
    ]
    assert not found, "\n".join(found)


def test_no_words_are_left_unsaid(mentioned: list[Mention], english: Sentences) -> None:
    """Every entry is named in the code, or begins as a key made while running begins."""
    whole = {mention.key for mention in mentioned if not mention.begins}
    begun = [mention.key for mention in set(mentioned) if mention.begins]
    begun += [beginning for beginning, _reason in SAID_BY_CODE]
    unsaid = [
        key
        for key in english
        if key not in whole and not any(key.startswith(beginning) for beginning in begun)
    ]
    assert not unsaid, "\n".join(unsaid)


def test_both_languages_want_the_same_values(english: Sentences) -> None:
    """What English is filled in with, French is too, and in each plural form but "one"."""
    found = []
    french = read_sentences(resources_folder())["fr"]
    for key in english:
        if wants(english[key]) != wants(french[key]):
            found.append(f"{key}: {sorted(wants(english[key]))} and {sorted(wants(french[key]))}")
        for sentence in (english[key], french[key]):
            if not isinstance(sentence, str) and wants(sentence["other"]) != wants(sentence):
                found.append(f"{key}: the plural lacks what the singular has")
    assert not found, "\n".join(found)


def test_sayings_are_seen(tmp_path: Path) -> None:
    """Plain, on an attribute, with a choice; not other calls, not keys made while running."""
    path = tmp_path / "room.py"
    path.write_text(
        'words("a.b", n=1)\nself._words("a.c", **facts)\nwords("a.d" if x else "a.e")\n'
        'other("a.f")\nwords(f"a.{x}")\n'
    )
    assert {(one.key, one.given) for one in sayings(path)} == {
        ("a.b", frozenset({"n"})),
        ("a.c", None),
        ("a.d", frozenset()),
        ("a.e", frozenset()),
    }


def test_mentions_are_seen(tmp_path: Path) -> None:
    """Keys anywhere, and the beginnings of those made while running."""
    path = tmp_path / "room.py"
    path.write_text('FIELD = ("a.b", "no key")\nf"a.{x}"\n"c.d-" + x\nf"{x}.e"\nf"{x} is a.b"\n')
    seen = {(one.key, one.begins) for one in mentions(path)}
    assert seen == {("a.b", False), ("a.", True), ("c.d-", True)}


def test_missing_values_are_seen() -> None:
    """The plural's number too; values handed over as a whole are trusted."""
    said: Sentences = {"a.b": "{name} and {other!r}", "a.n": {"one": "one", "other": "several"}}
    assert missing(Saying("", "a.b", frozenset({"name"})), said) == {"other"}
    assert missing(Saying("", "a.n", frozenset()), said) == {"n"}
    assert missing(Saying("", "a.b", None), said) == frozenset()
    assert wants({"one": "{n:d} {x.y}", "other": "{n}"}) == {"n", "x"}
    assert Mention("", "a.b", begins=False) != Mention("", "a.b", begins=True)
