"""Leaves a picture of each page in every theme, at 100 and 200 %, in English and in French."""

import sys
from collections.abc import Sequence
from itertools import product
from pathlib import Path
from typing import get_args

from PySide6.QtWidgets import QApplication

from tests.ui.dress import dress, speak
from tests.ui.fitting import settle
from tests.ui.gallery.window import PAGES, make_shell
from ui.look.themes import ThemeName


def main(arguments: Sequence[str]) -> None:
    """Leave the pictures in the folder that the first argument names; others choose among them."""
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication([])
    for theme, text, page, language in product(
        get_args(ThemeName), (100, 200), PAGES, ("en", "fr")
    ):
        name = f"{page}-{theme}-{text}-{language}"
        if arguments[1:] and not any(part in name for part in arguments[1:]):
            continue
        shell = make_shell(dress(application, theme, text), speak(language), page)
        shell.resize(1440, 900) if text == 100 else shell.resize(1280, 720)
        shell.show()
        settle()
        shell.grab().save(str(folder / f"{name}.png"))
        shell.close()


if __name__ == "__main__":
    main(sys.argv[1:])
