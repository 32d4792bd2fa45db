"""What a writer is told of an exercise: each rule, broken once."""

from pathlib import Path

import pytest

from app.catalogue.consistency import check_catalogue
from app.catalogue.read import read_unchecked
from tests.app.catalogue.sources import change, copy_of_sources

FILE = "catalogue/exercises/hopes-and-fears.toml"


def codes(resources: Path) -> set[str]:
    """The codes of the faults in that file."""
    return {one.code for one in check_catalogue(read_unchecked(resources)) if one.file == FILE}


def test_the_exercise_is_sound(tmp_path: Path) -> None:
    """As it is shipped nothing is wrong with it."""
    assert codes(copy_of_sources(tmp_path)) == set()


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("seconds = 40, types = 4", "seconds = 400, types = 4", "turns-too-long"),
        ("groups = {", "# groups = {", "groups-missing"),
        ('hopes = ["why-now"', 'hoped = ["why-now"', "unknown-id"),
        ('fears = ["norms", ', "fears = [", "never-fed"),
        ('fears = ["norms", ', 'fears = ["norms", "purpose", ', "fed-in-vain"),
        ('after = ["what-we', 'after = ["hopes-and-fears", "what-we', "unknown-id"),
        ('id = "pens"', 'id = "pencils"', "words-missing"),
        ("[words.en.ways.seated]\naloud", "[words.en.ways.seated]\nbeforehand", "unknown-id"),
        ('small = "With six:', 'small = "Ten minutes. With six:', "minutes-in-words"),
        ("minutes = 4\ndoes", "minutes = 5\ndoes", "minutes-differ"),
        ('say = "What do you see?', f'say = "{"word " * 1000}?', "says-too-much"),
    ],
)
def test_each_fault_is_named(tmp_path: Path, old: str, new: str, code: str) -> None:
    """By its code, in the file it is in."""
    resources = copy_of_sources(tmp_path)
    change(resources, FILE, old, new)
    assert code in codes(resources)
