"""Where Hearth's resources lie: written knowledge, words, fonts, icons."""

import sys
from pathlib import Path


def resources_folder() -> Path:
    """The ``resources`` folder beside ``app``: in the source tree, installed, or in a bundle."""
    bundle = getattr(sys, "_MEIPASS", None)
    home = Path(bundle) if bundle else Path(__file__).resolve().parent.parent
    return home / "resources"
