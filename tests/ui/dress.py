"""Dresses the test application as Hearth dresses its own: fonts, style sheet, palette."""

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from app.resources import resources_folder
from app.words import Words
from app.words_files import load_words
from ui.look.apply import apply_look
from ui.look.fonts import SERIF, load_fonts
from ui.look.look import Look, make_look
from ui.look.themes import ThemeName


def dress(application: QApplication, theme: ThemeName = "light", text: int = 100) -> Look:
    """Dress the application in a theme at a text size in per cent; gives the look to hand down."""
    resources = resources_folder()
    if SERIF[0] not in QFontDatabase.families():
        load_fonts(resources / "fonts")
    look = make_look(theme, text)
    apply_look(application, look, resources / "icons")
    return look


def speak(language: str = "en") -> Words:
    """The house's words in a language."""
    return load_words(resources_folder(), language)
