"""The whole sample: a community with five years behind it, put into a library as one change."""

from contextlib import closing
from datetime import date, datetime, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

import msgspec

from app.catalogue.catalogue import Catalogue
from app.community.today import today_in
from app.exchange.community_file import CommunityFile
from app.exchange.encode import gather
from app.exchange.importing import import_community
from app.exchange.renewal_script import read_renewal
from app.exchange.sample import SampleMoment
from app.exchange.sample_script import read_script
from app.exchange.years_play import YearsPlay
from app.exchange.years_script import read_years
from app.library.journal import Scope
from app.library.library import Library
from app.library.opening import open_library
from app.library.rows import Community


class Eve(msgspec.Struct, frozen=True):
    """The community (its id) before a workshop, and the day of its launch."""

    community: str
    launch: date


LEEWAY = timedelta(days=7)
"""The story’s clock begins so long before its first day."""


def import_years(
    library: Library,
    catalogue: Catalogue,
    resources: Path,
    *,
    language: str = "en",
    today: date | None = None,
) -> Community:
    """Put the sample community and its five years into the library; they end ``today``.

    ``language`` is that of what its people say. One change, which can be undone from Home. Raises
    Trouble as :meth:`Library.change` does, and as :func:`app.exchange.importing.check_new` where
    the sample is there already.
    """
    zone = read_script(resources, language).community.zone
    ends = today or today_in(zone, library.moment.now())
    return _bring_in(library, _play(catalogue, resources, language, ends)[0])


def import_until(
    library: Library,
    catalogue: Catalogue,
    resources: Path,
    workshop: str,
    *,
    language: str,
    day: date,
) -> Eve:
    """The same until the eve of a ``workshop`` (its file's name), which falls on ``day`` or, where
    that is a weekend, soon after. Raises as :func:`import_years`."""
    days = read_years(resources, language).today
    days -= read_renewal(resources, language, workshop).workshop.days
    ends = day + timedelta(days=days)
    file, launch = _play(catalogue, resources, language, ends, until=workshop)
    return Eve(_bring_in(library, file).id, launch)


def _bring_in(library: Library, file: CommunityFile) -> Community:
    with library.change("sample-import", Scope()):
        return import_community(library, file)


def _play(
    catalogue: Catalogue, resources: Path, language: str, today: date, until: str = ""
) -> tuple[CommunityFile, date]:
    """The years, played in a library of their own that nobody keeps; and the day of the launch.

    What happened on a day is then dated that day everywhere, whatever this machine’s clock says.
    """
    clock = years_clock(resources, language, today)
    with (
        TemporaryDirectory(ignore_cleanup_errors=True) as folder,
        closing(open_library(Path(folder) / "years.hearth", clock)) as library,
    ):
        library.wait_for_no_disk()
        play = YearsPlay(library, catalogue, resources, clock, language, today)
        return gather(library.reader, play.play(until).id), play.launch


def years_clock(resources: Path, language: str, today: date) -> SampleMoment:
    """A clock that stands before the first day of the years that end ``today``."""
    years = read_years(resources, language)
    begins = today - timedelta(days=years.today - years.founded) - LEEWAY
    zone = ZoneInfo(read_script(resources, language).community.zone)
    return SampleMoment(datetime.combine(begins, time(), zone))
