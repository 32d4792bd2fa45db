"""Qt's own words (menus of fields, the file dialog) in the language of the window."""

from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtWidgets import QApplication

NAME = "qt-words"


def speak_qt(application: QApplication, language: str) -> None:
    """Let Qt speak a language from now on; English is what it speaks by itself."""
    known = application.findChild(QTranslator, NAME)
    if known is not None:
        application.removeTranslator(known)
        known.deleteLater()
    if language == "en":
        return
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    translator = QTranslator(application)
    translator.setObjectName(NAME)
    if translator.load(f"qtbase_{language}", folder):
        application.installTranslator(translator)
