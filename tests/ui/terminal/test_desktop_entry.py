"""The bundle among a person's programs: a double click on a library opens it."""

import configparser
import os
import shlex
import shutil
import subprocess
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from app.library.schema import APPLICATION_ID

pytestmark = pytest.mark.skipif(os.name == "nt", reason="for desktops that follow freedesktop.org")

ROOT = Path(__file__).parents[3]


def added(folder: Path) -> Path:
    """Where a bundle in a folder with a trying name put itself; gives the person's share."""
    bundle = folder / 'my "programs" 100%' / "hearth"
    desktop = bundle / "_internal" / "resources" / "desktop"
    shutil.copytree(ROOT / "resources" / "desktop", desktop)
    script = Path(shutil.copy(ROOT / "scripts" / "add-to-desktop", bundle))
    surroundings = {"HOME": str(folder / "home"), "PATH": os.environ["PATH"]}
    subprocess.run([str(script)], env=surroundings, check=True, capture_output=True)
    return folder / "home" / ".local" / "share"


def test_the_entry_starts_this_bundle_with_the_file(tmp_path: Path) -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment,method-assign]
    entry.read(added(tmp_path) / "applications" / "hearth.desktop", encoding="utf-8")
    said = entry["Desktop Entry"]
    # The file's own escapes come first, those of the command line within.
    program, file = shlex.split(said["Exec"].replace("\\\\", "\\"))
    assert program.replace("%%", "%") == str(tmp_path / 'my "programs" 100%' / "hearth" / "hearth")
    assert file == "%f"
    assert said["MimeType"].strip(";") == "application/vnd.hearth.library"
    assert said["Comment[fr]"]


def test_a_library_is_known_by_its_name_and_by_its_first_bytes(tmp_path: Path) -> None:
    path = added(tmp_path) / "mime" / "packages" / "hearth.xml"
    space = "{http://www.freedesktop.org/standards/shared-mime-info}"
    root = ElementTree.parse(path).getroot()
    globs = [one.get("pattern") for one in root.iter(f"{space}glob")]
    marks = {one.get("offset"): one.get("value") for one in root.iter(f"{space}match")}
    assert globs == ["*.hearth"]
    assert marks["68"] == APPLICATION_ID.to_bytes(4).decode()
