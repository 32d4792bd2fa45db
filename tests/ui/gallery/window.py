"""The window of the gallery, with one of its pages."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.words import Words
from tests.ui.gallery.form import form_page
from tests.ui.gallery.home import home_page
from tests.ui.gallery.room import room_page
from tests.ui.gallery.samples import Speak, speaker
from ui.look.look import Look
from ui.parts.rail import Rail, RailEntry
from ui.parts.sentences import SentenceBar
from ui.parts.shell import Shell


def make_shell(look: Look, words: Words, page: str) -> Shell:
    """A window with the rail and one page of the gallery."""
    speak = speaker(words)
    entries = [
        RailEntry("communities", speak("Communities", "Communautés"), "communities"),
        RailEntry("portfolio", speak("Portfolio", "Portefeuille"), "portfolio"),
        RailEntry("exercises", speak("Exercises", "Exercices"), "exercises"),
        RailEntry("search", speak("Search", "Rechercher"), "search", "Ctrl+K"),
        RailEntry("settings", speak("Settings", "Réglages"), "settings"),
    ]
    rail = Rail(look, words, "Hearth", entries)
    rail.set_current("communities")
    rail.set_foot(
        speak("Everything is on this computer.", "Tout est sur cet ordinateur."),
        speak("Last backup today 9:14", "Copie de sûreté aujourd’hui à 9 h 14"),
    )
    bar = SentenceBar(look, words)
    shell = Shell(look, rail, bar)
    if page == "form":
        bar.say(
            speak(
                "The disk is full. What you typed is kept; free some space and go on.",
                "Le disque est plein. Votre texte est conservé; libérez de l’espace et continuez.",
            ),
            "ember",
            speak("Try again", "Réessayer"),
        )
    shell.show_screen(PAGES[page](look, words, speak))
    return shell


PAGES: dict[str, Callable[[Look, Words, Speak], QWidget]] = {
    "home": home_page,
    "room": room_page,
    "form": form_page,
}
"""The pages of the gallery."""
