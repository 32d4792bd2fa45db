"""``hearth demo``: a launch from first click to charter, and the papers it leaves."""

import json
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec
from msgspec.structs import replace
from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from app.community.today import today_in
from app.exchange.renewal_script import read_renewal
from app.exchange.sample import SampleMoment
from app.exchange.sample_script import minute_of, read_script
from app.exchange.sample_years import import_until
from app.library.backup import backup_folder
from app.library.trouble import Trouble, trouble_at
from app.resources import resources_folder
from exports.atomic_write import CannotWrite, make_folder, write_atomically
from exports.export import make_page, write_page
from exports.registry import DOCUMENTS
from exports.request import ExportRequest
from ui.application import Hearth, machine_of, start
from ui.demo.launch import Launch
from ui.demo.renewal_day import RenewalDay
from ui.demo.robot import Robot
from ui.demo.scripted_dialogs import ScriptedDialogs
from ui.demo.shown_room import BEFORE
from ui.kind_tables import make_reports
from ui.look.apply import IN_FUSION
from ui.settings import Settings, save_settings

SCREENS = {
    "screens": [
        {
            "name": "LAPTOP",
            "x": 0,
            "y": 0,
            "width": 1440,
            "height": 900,
            "logicalDpi": 96,
            "logicalBaseDpi": 96,
            "dpr": 1,
        },
        {
            "name": "HALL",
            "x": 1440,
            "y": 0,
            "width": 1920,
            "height": 1080,
            "logicalDpi": 96,
            "logicalBaseDpi": 96,
            "dpr": 1,
        },
    ]
}
"""A laptop and a projector, for a machine that has neither."""

PAPERS: tuple[tuple[str, str, str], ...] = (
    ("charter.pdf", "charter", "pdf"),
    ("charter.docx", "charter", "docx"),
    ("summary.pdf", "summary", "pdf"),
    ("run-sheet.pdf", "run-sheet", "pdf"),
)
"""The papers of a launch: the name of the file, the document and the format."""

EVE_PAPERS: tuple[tuple[str, str, str], ...] = (
    ("renewal-brief.pdf", "renewal-brief", "pdf"),
    ("since-last-time.pdf", "since-last-time", "pdf"),
)
"""The papers that are read before a renewal."""

CHANGE_PAPERS: tuple[tuple[str, str, str], ...] = (
    ("comparison.pdf", "charter-changes", "pdf"),
    ("comparison.docx", "charter-changes", "docx"),
)
"""The papers that tell what a renewal changed."""

DAY, MORNING = "second_renewal", "first_renewal"
"""The renewals of the sample, by their files' names."""

ROOM = 256 * 1024
"""Bytes that a disk takes where it is not to blame that the play could not go on."""


def play(directory: Path, language: str) -> int:
    """Play the sample launch in ``directory``, in a language; gives 0.

    Leaves library.hearth, charter.pdf and .docx, summary.pdf, run-sheet.pdf and screens/*.png; the
    folder is empty before. Raises Trouble and CannotWrite for what a person can meet.
    """
    script = read_script(resources_folder(), language)

    def launch(hearth: Hearth, robot: Robot, clock: SampleMoment) -> None:
        played = Launch(hearth, robot, script, clock)
        played.play()
        _papers(hearth, directory, PAPERS, played.community, played.workshop)

    _play(directory, language, _early_today(script.community.zone, script.workshop.starts), launch)
    return 0


def play_renewal(directory: Path, language: str, renewal: str = DAY) -> int:
    """Play a renewal of the sample (its file's name) in ``directory``, in a language; gives 0.

    Leaves what :func:`play` does, and renewal-brief.pdf, since-last-time.pdf, comparison.pdf and
    .docx. Raises as :func:`play`.
    """
    resources = resources_folder()
    script = read_renewal(resources, language, renewal)
    zone = read_script(resources, language).community.zone

    def renew(hearth: Hearth, robot: Robot, clock: SampleMoment) -> None:
        day = today_in(zone, clock.now())
        eve = import_until(
            hearth.library, hearth.catalogue, resources, renewal, language=language, day=day
        )
        _papers(hearth, directory, EVE_PAPERS, eve.community)
        played = RenewalDay(hearth, robot, script, eve, clock)
        played.play()
        after = (*PAPERS, *CHANGE_PAPERS)
        _papers(hearth, directory, after, played.community, played.workshop)

    _play(directory, language, _early_today(zone, script.workshop.starts), renew)
    return 0


def _play(
    directory: Path,
    language: str,
    clock: SampleMoment,
    played: Callable[[Hearth, Robot, SampleMoment], None],
) -> None:
    """Open the windows on a library of the play's own in ``directory``, and have it played."""
    library, pictures = directory / "library.hearth", directory / "screens"
    make_folder(pictures)
    qInstallMessageHandler(_pass_on)
    try:
        with trouble_at(directory), _scratch() as scratch, _all_mishaps():
            application = _application(scratch)
            hearth = _open(application, library, _settings(scratch, language), clock)
            try:
                played(hearth, Robot(application, pictures), clock)
            finally:
                hearth.close()
                application.processEvents()
    except (CannotWrite, Trouble):
        raise
    except Exception:
        # What could not be kept shows in the window as a sentence, and the play cannot go on.
        _look_for_room(directory)
        raise
    finally:
        qInstallMessageHandler(None)
    # A library that is only to be looked at needs neither its lock nor copies of itself.
    for file in directory.glob("library.hearth.*"):
        file.unlink(missing_ok=True)
    shutil.rmtree(backup_folder(library), ignore_errors=True)


def _look_for_room(folder: Path) -> None:
    """Raises CannotWrite where the disk takes nothing more."""
    file = folder / ".room"
    try:
        write_atomically(file, bytes(ROOM))
    except CannotWrite as error:
        raise CannotWrite(error.code, folder) from error
    file.unlink()


@contextmanager
def _scratch() -> Iterator[Path]:
    """A folder for what only the play needs; whatever it holds goes with it."""
    with trouble_at(Path(tempfile.gettempdir())):
        folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
    with folder as scratch:
        yield Path(scratch)


@contextmanager
def _all_mishaps() -> Iterator[None]:
    """What goes wrong in answer to an event ends the play as well; the first of it is raised."""
    met: list[BaseException] = []
    before, sys.excepthook = sys.excepthook, lambda kind, error, trace: met.append(error)
    try:
        yield
    except Exception as error:
        raise (met[0] if met else error) from error
    finally:
        sys.excepthook = before
    if met:
        raise met[0]


def _early_today(zone: str, starts: str) -> SampleMoment:
    """A clock that the play sets forward, a little before it is to begin today."""
    today = today_in(zone, datetime.now(UTC))
    begins = datetime.combine(today, time(), ZoneInfo(zone)) + timedelta(minutes=minute_of(starts))
    return SampleMoment((begins - timedelta(minutes=BEFORE)).astimezone(UTC))


def _pass_on(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """Qt's own words, but for what a machine without a screen cannot do, which is expected."""
    if not message.startswith("This plugin does not support"):
        sys.stderr.write(message + "\n")


def _application(scratch: Path) -> QApplication:
    """An application with two screens, offscreen unless the person asked for something else."""
    known = QApplication.instance()
    if isinstance(known, QApplication):
        return known
    if "QT_QPA_PLATFORM" not in os.environ or os.environ["QT_QPA_PLATFORM"] == "offscreen":
        file = scratch / "screens.json"
        file.write_text(json.dumps(SCREENS))
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={file}"
    return QApplication([sys.argv[0], *IN_FUSION])


def _settings(folder: Path, language: str) -> Path:
    """Settings of the demo's own, whatever this person chose for themselves."""
    settings = folder / "settings.json"
    chosen = {"language": language, "theme": "light"}
    save_settings(settings, msgspec.convert(chosen, Settings))
    return settings


def _open(application: QApplication, library: Path, settings: Path, clock: SampleMoment) -> Hearth:
    machine = machine_of(application, settings_file=settings, dialogs=ScriptedDialogs)
    machine = replace(machine, moment=clock)
    hearth = start(application, library, machine, _give_up)
    if hearth is None:
        raise RuntimeError("the demo's library could not be opened")
    return hearth


def _give_up(trouble: Trouble) -> bool:
    raise trouble


def _papers(
    hearth: Hearth,
    directory: Path,
    papers: Sequence[tuple[str, str, str]],
    community: str,
    workshop: str = "",
) -> None:
    words = hearth.speech(hearth.settings.language)
    for name, document, format_ in papers:
        entry = DOCUMENTS[document]
        request = ExportRequest(
            document=document,
            subject=community if entry.subject == "community" else workshop,
            audience=entry.audience,
            format=format_,
            now=hearth.library.moment.now(),
        )
        with hearth.library.snapshot() as reader:
            page = make_page(
                request, reader, hearth.catalogue, make_reports(hearth.catalogue), words
            )
        written = write_page(page, request, resources_folder() / "fonts")
        write_atomically(directory / name, written.data, private=request.audience == "facilitator")
