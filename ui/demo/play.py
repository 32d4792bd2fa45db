"""``hearth demo``: a launch from first click to charter, and the papers it leaves."""

import json
import os
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from app.exchange.script import read_script
from app.resources import resources_folder
from exports.export import Document, Ending, Order, make_page, write_page
from exports.files import write_whole
from ui.application import Hearth, machine_of, start
from ui.demo.hands import Hands
from ui.demo.launch import Launch
from ui.demo.quiet import QuietDialogs
from ui.settings import Settings, save_settings
from ui.tables import make_tellings

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

PAPERS: tuple[tuple[str, Document, Ending], ...] = (
    ("charter.pdf", "charter", "pdf"),
    ("charter.docx", "charter", "docx"),
    ("summary.pdf", "summary", "pdf"),
    ("run-sheet.pdf", "run-sheet", "pdf"),
)


def play(directory: Path) -> int:
    """Play the sample launch in ``directory``; gives 0.

    Leaves library.hearth, charter.pdf and .docx, summary.pdf, run-sheet.pdf and screens/*.png. A
    library left there by an earlier demo is replaced: it is the demo's own.
    """
    pictures = directory / "screens"
    pictures.mkdir(parents=True, exist_ok=True)
    for left in (*directory.glob("library.hearth*"), *pictures.glob("*.png")):
        left.unlink()
    qInstallMessageHandler(_pass_on)
    with tempfile.TemporaryDirectory() as scratch:
        application = _application(Path(scratch))
        hearth = _open(application, directory / "library.hearth", Path(scratch))
        try:
            launch = Launch(
                hearth,
                Hands(application, pictures),
                read_script(resources_folder()),
            )
            launch.play()
            _papers(hearth, directory, launch.community, launch.workshop)
        finally:
            hearth.close()
            application.processEvents()
            qInstallMessageHandler(None)
    return 0


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
    return QApplication([sys.argv[0]])


def _open(application: QApplication, library: Path, scratch: Path) -> Hearth:
    settings = scratch / "settings.json"
    save_settings(settings, Settings(language="en", theme="light"))
    machine = machine_of(application, settings_file=settings, dialogs=QuietDialogs)
    hearth = start(application, library, machine, lambda trouble: False)
    if hearth is None:
        raise RuntimeError("the demo's library could not be opened")
    return hearth


def _papers(hearth: Hearth, directory: Path, community: str, workshop: str) -> None:
    words = hearth.speech("en")
    for name, document, ending in PAPERS:
        order = Order(
            document=document,
            subject=community if document == "charter" else workshop,
            audience="facilitator" if document == "run-sheet" else "community",
            ending=ending,
        )
        with hearth.library.snapshot() as reader:
            page = make_page(order, reader, hearth.catalogue, make_tellings(), words)
        written = write_page(page, order, resources_folder() / "fonts")
        write_whole(directory / name, written.data)
