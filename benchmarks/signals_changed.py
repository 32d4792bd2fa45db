"""The signals of a community after a change in it, against reading all of the community's rows.

The sample community, whose launch was played; the change is a note in a workshop of it.
"""

import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from app.catalogue.load import load_catalogue
from app.community.facts import gather
from app.exchange.sample import import_sample
from app.library.belonging import belongs_to
from app.library.library import Library
from app.library.opening import open_library
from app.library.rows import TABLES, Community, Workshop
from app.moment import MachineMoment
from app.resources import resources_folder
from app.signals.signals import new_signals
from app.workshop.outcomes import catch
from benchmarks.libraries import fill_boards
from benchmarks.measure import Measure, in_turn

GOAL = 3.0
NOTES, TURNS = 300, 15


def measure() -> Iterator[Measure]:
    """The ratio of the medians; neither reads from memory what it read before."""
    catalogue = load_catalogue(resources_folder())
    with (
        tempfile.TemporaryDirectory() as folder,
        closing(open_library(Path(folder) / "library.hearth", MachineMoment())) as library,
    ):
        sample = import_sample(library, catalogue, resources_folder())
        workshop, community = sample.workshop, sample.community.id
        fill_boards(library, workshop, NOTES)

        def ours() -> None:
            _change(library, workshop)
            (facts,) = gather(library.reader, library.moment.now(), community)
            new_signals(library.reader, catalogue, facts)

        def theirs() -> None:
            _change(library, workshop)
            _read_all(library, community)

        def nothing() -> None:
            _change(library, workshop)

        bare, _ = in_turn(nothing, nothing, turns=TURNS)
        one, other = (taken - bare for taken in in_turn(ours, theirs, turns=TURNS))
    yield Measure(
        name="signals after a change, against reading the community's rows",
        value=one / other,
        unit="times",
        goal=GOAL,
        note=f"{one * 1000:.1f} ms against {other * 1000:.1f} ms",
    )


def _change(library: Library, workshop: Workshop) -> None:
    catch(library, workshop, "action", "Ask the night shift what they would need")


def _read_all(library: Library, community: str) -> None:
    for kind in TABLES.values():
        within = belongs_to(kind, Community)
        if within is not None:
            library.reader.cells(f"SELECT * FROM {kind.table} WHERE {within}", community)
