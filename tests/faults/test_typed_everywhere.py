"""Nothing typed is ever lost: every field there is, every failure, and each way of leaving."""

import inspect
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.typed_places import Place, Spot
from tests.ui.typed_trial import Trial, Typist, trials_of
from ui.going import Screens

pytestmark = [
    pytest.mark.faults,
    pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True),
]

SCREENS = [
    name for name, _ in inspect.getmembers(Screens, inspect.isfunction) if not name.startswith("_")
]
"""The screens that the window can go to."""


@pytest.fixture
def typist(qapp: QApplication, tmp_path: Path, furnished_library: Path) -> Iterator[Typist]:
    """Somebody who types in copies of it."""
    typist = Typist(qapp, furnished_library, tmp_path / "typed")
    yield typist
    typist.end()


def spots(typist: Typist, screen: str) -> Iterator[Spot]:
    """The fields of a screen, one of those that are made alike, as in every line of a list."""
    known = set()
    for ground in [one for one in typist.walker.grounds() if one.screen == screen]:
        typist.walker.house = typist.renew()
        for spot in typist.walker.spots(ground):
            alike = (_opened(spot.place), spot.dialog, "".join(filter(str.isalpha, spot.name)))
            if alike not in known:
                known.add(alike)
                yield spot


def _opened(place: Place) -> object:
    """What was pressed, whichever the list: blocks have them in other places."""
    opener = place.opener
    return opener and (opener.listing is not None, opener.button, opener.key)


def trials(spot: Spot, number: int) -> Iterator[Trial]:
    """Every failure, each with one text and in one way of leaving, and a text that is too long.

    By turns, by the ``number`` of the field: those of a screen together are left in every way
    after every failure, and the whole takes minutes instead of hours.
    """
    turns: dict[tuple[str, bool], list[Trial]] = {}
    for trial in trials_of(spot):
        too_long = trial.text == "long"
        if not too_long or trial.failure in ("none", "struck"):
            turns.setdefault((trial.failure, too_long), []).append(trial)
    for at, alike in enumerate(turns.values()):
        yield alike[(number + at) % len(alike)]


@pytest.mark.parametrize("screen", SCREENS)
def test_nothing_typed_is_lost_anywhere(typist: Typist, screen: str) -> None:
    lost = []
    for number, spot in enumerate(list(spots(typist, screen))):
        for trial in trials(spot, number):
            typist.walker.house = typist.renew()
            try:
                typist.attempt(trial)
            except AssertionError as error:
                lost.append(f"{error}: {trial}")
    assert not lost, "\n".join(lost)
