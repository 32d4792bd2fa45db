"""What every test stands on: no screen, the same examples every time in CI, nothing left over."""

import gc
import os
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

# Before anything imports Qt. A test that wants a real screen starts its own Xvfb.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A slow machine is no failure; a failure in CI must be the same one on the next run.
settings.register_profile("desk", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "desk")


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Have Python look for no garbage while modules are imported: they all stay."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()


@pytest.fixture(autouse=True, scope="session")
def nobodys_files(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Lay the folders of a person's data and settings in an empty place, for all processes."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "LOCALAPPDATA"):
            patch.setenv(name, str(home / name.lower()))
        yield


@pytest.fixture(scope="session")
def furnished_library(qapp: "QApplication", tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library that is lived in, closed: it takes seconds to make. Each test opens a copy."""
    from tests.ui.lived_in import furnish

    return furnish(qapp, tmp_path_factory.mktemp("furnished"))


@pytest.fixture(autouse=True)
def nothing_left_over(request: pytest.FixtureRequest) -> Iterator[None]:
    """Close every window a test leaves, and deliver the deletions that Qt only posts.

    pytest-qt calls `deleteLater()` but nothing delivers it outside an event loop, so that a
    widget of one test would live on into the next. While there are windows, garbage is looked for
    in their thread alone, as in the program: a worker has another, which hears what to test.
    """
    in_windows = "qapp" in request.fixturenames
    if in_windows:
        gc.disable()
        gc.unfreeze()
    else:
        gc.freeze()  # what is left of windows waits for their thread
        gc.enable()
    yield
    if not in_windows:
        return
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    from ui.garbage import collect_due

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for window in QApplication.topLevelWidgets():
        window.close()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    collect_due()
