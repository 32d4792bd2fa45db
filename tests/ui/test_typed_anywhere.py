"""Nothing typed is ever lost: any text, in any field of any screen, refused or not, left anyhow.

A few draws of place, text, failure and way each time; every field and failure in
``tests/faults/test_typed_everywhere.py``.
"""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, note, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from tests.ui.typed_places import Spot, fields_in, spots_of
from tests.ui.typed_trial import Trial, Typist, trials_of

pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)

TURNS = 7
"""So many trials in each run: each opens a library of its own, and opens it again."""


@pytest.fixture
def typist(qapp: QApplication, tmp_path: Path, furnished_library: Path) -> Iterator[Typist]:
    """Somebody who types in a copy of it."""
    typist = Typist(qapp, furnished_library, tmp_path / "typed")
    yield typist
    typist.end()


def draw(typist: Typist, chance: random.Random) -> Trial:
    """Something typed in some field: one that is in sight, or comes once something is opened."""
    walker, spots = typist.walker, list[Spot]()
    grounds = list(walker.grounds())
    while not spots:
        ground = chance.choice(grounds)
        walker.go(ground)
        spots = spots_of(ground, fields_in(walker.window))
        if not spots or chance.random() < 0.7:
            openers = walker.openers()
            spots = walker.spots(ground, chance.sample(openers, min(5, len(openers))))
    return chance.choice(list(trials_of(chance.choice(spots))))


@settings(
    max_examples=TURNS,
    # A smaller number is not a simpler trial.
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=(HealthCheck.function_scoped_fixture, HealthCheck.too_slow),
)
@given(seed=st.integers(min_value=0, max_value=2**32))
def test_nothing_typed_is_lost(typist: Typist, seed: int) -> None:
    typist.walker.house = typist.renew()
    trial = draw(typist, random.Random(seed))
    # Buttons were pressed to find it, and what some of them do, such as grouping, is done once.
    typist.walker.house = typist.renew()
    note(repr(trial))
    typist.attempt(trial)
