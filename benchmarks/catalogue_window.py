"""The first picture of Hearth with the whole catalogue, against that with eleven exercises of it.

Each in a fresh process, turn by turn, over the same library.
"""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import msgspec

from app.built import built_folder
from app.catalogue.load import FILE, load_catalogue, pack_catalogue
from app.resources import resources_folder
from benchmarks.first_window import TURNS, WARM, show
from benchmarks.libraries import many_communities
from benchmarks.measure import Measure, in_turn

GOAL = 1.05
FEW = 11


def measure() -> Iterator[Measure]:
    """The ratio of the medians."""
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "library.hearth"
        many_communities(library, 1)
        whole, part = (Path(folder) / name for name in ("whole", "part"))
        for home in (whole, part):
            _resources(home)
        count = _leave_few(part)
        ours, theirs = in_turn(
            lambda: show(Path(folder), "hearth", str(library), str(whole)),
            lambda: show(Path(folder), "hearth", str(library), str(part)),
            turns=TURNS,
            warm=WARM,
        )
    yield Measure(
        name=f"first window with {count} exercises against {FEW}",
        value=ours / theirs,
        unit="times",
        goal=GOAL,
        note=f"{ours * 1000:.0f} ms against {theirs * 1000:.0f} ms",
    )


def _resources(home: Path) -> None:
    """The resources as they lie in a bundle: what was built, and no sources."""
    for name in ("built", "fonts", "icons"):
        shutil.copytree(resources_folder() / name, home / "resources" / name)


def _leave_few(home: Path) -> int:
    """Leave the first exercises only; gives how many there were."""
    resources = home / "resources"
    catalogue = load_catalogue(resources)
    few = msgspec.structs.replace(catalogue, exercises=tuple(catalogue.exercises[:FEW]))
    (built_folder(resources) / FILE).write_bytes(pack_catalogue(few))
    return len(catalogue.exercises)
