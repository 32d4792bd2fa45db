"""The sample community with its launch played to the end, through the functions of the house."""

from collections.abc import Callable
from pathlib import Path

from app.catalogue.catalogue import Catalogue
from app.community.today import today_in
from app.exchange.sample import Sample, import_sample
from app.exchange.sample_play import SamplePlay
from app.exchange.sample_script import read_script
from app.library.library import Library


def import_played_sample(
    library: Library,
    catalogue: Catalogue,
    resources: Path,
    *,
    language: str = "en",
    later: Callable[[float], None] = lambda minutes: None,
) -> Sample:
    """Put the sample community into the library, and play its launch today, from door to thanks.

    ``later`` is told the minutes that go by in the room: the clock of the library, if it is one
    that can be moved (:meth:`app.exchange.sample.StoryClock.go_on`).
    """
    script = read_script(resources, language)
    today = today_in(script.community.zone, library.moment.now())
    sample = import_sample(library, catalogue, resources, language=language, launch=today)
    workshop = SamplePlay(library, script, sample.workshop, later).play(today)
    return Sample(sample.community, workshop)
