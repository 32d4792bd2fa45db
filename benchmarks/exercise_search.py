"""Searching exercises as one types, against reading through all of their text at every key.

The reference holds the same text, folded beforehand, one string an exercise, and asks of each
whether the words are in it: the least that a search could do. It ranks nothing, and knows no
endings. Both are asked at every key of each text; a text is typed into an index that has not seen
it before.
"""

import time
from collections.abc import Iterator
from statistics import median

import msgspec

from app.catalogue.exercise_search import ExerciseQuery, ExerciseSearch
from app.catalogue.load import load_catalogue
from app.catalogue.setup import texts_in
from app.folding import fold
from app.resources import resources_folder
from benchmarks.measure import Measure

GOAL = 2.0
TURNS = 7
LANGUAGE = "fr"
TYPED = (
    "craintes",
    "réunions",
    "qui manque",
    "la promesse du parrainage",
    "animer en petits groupes",
    "nouveaux membres",
    "prochaine fois",
)


def measure() -> Iterator[Measure]:
    """The ratio of the medians, over all keys of all texts."""
    catalogue = load_catalogue(resources_folder())
    texts = [
        fold(" ".join(texts_in(msgspec.to_builtins(one.in_language(LANGUAGE))).values()))
        for one in catalogue.exercises
    ]
    keys = [text[: at + 1] for text in TYPED for at in range(len(text))]
    ours: list[float] = []
    scans: list[float] = []
    laid: list[float] = []
    for _turn in range(TURNS):
        search = ExerciseSearch(catalogue, LANGUAGE)
        start = time.perf_counter()
        search.find(ExerciseQuery(text="x"))
        laid.append(time.perf_counter() - start)
        for typed in keys:
            start = time.perf_counter()
            search.find(ExerciseQuery(text=typed))
            between = time.perf_counter()
            _scan(texts, typed)
            ours.append(between - start)
            scans.append(time.perf_counter() - between)
    one, other = median(ours), median(scans)
    yield Measure(
        name=f"a key of the search over {len(texts)} exercises, against a scan of their text",
        value=one / other,
        unit="times",
        goal=GOAL,
        note=f"{one * 1e6:.0f} µs against {other * 1e6:.0f} µs; "
        f"laid out once in {median(laid) * 1000:.0f} ms",
    )


def _scan(texts: list[str], typed: str) -> list[int]:
    words = fold(typed).split()
    return [at for at, text in enumerate(texts) if all(word in text for word in words)]
