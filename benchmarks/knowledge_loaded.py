"""The catalogue and a language's words from what was built, against parsing where they are written.

Both come before the first picture of the window.
"""

import tomllib
from collections.abc import Iterator
from pathlib import Path

from app.catalogue.load import load_catalogue
from app.resources import resources_folder
from app.words_files import load_words
from benchmarks.measure import Measure, in_turn

GOAL = 0.2
TURNS = 15


def measure() -> Iterator[Measure]:
    """The ratio of the medians."""
    resources = resources_folder()
    written = [*(resources / "catalogue").rglob("*.toml"), *(resources / "words").glob("*.toml")]

    def ours() -> None:
        load_catalogue(resources)
        load_words(resources, "fr")

    one, other = in_turn(ours, lambda: _parse(written), turns=TURNS)
    yield Measure(
        name="catalogue and words loaded as built, against parsing them as written",
        value=one / other,
        unit="times",
        goal=GOAL,
        note=f"{one * 1000:.1f} ms against {other * 1000:.1f} ms",
    )


def _parse(files: list[Path]) -> None:
    for file in files:
        tomllib.loads(file.read_text(encoding="utf-8"))
