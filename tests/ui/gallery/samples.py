"""What the samples of the gallery say, in English or in French."""

from collections.abc import Callable
from datetime import date

from app.words import Words
from ui.parts.fields import Field

TODAY = date(2026, 1, 12)

Speak = Callable[[str, str], str]
"""The English or the French of a sample."""


def speaker(words: Words) -> Speak:
    """Says a sample in the language of the words."""
    return lambda english, french: french if words.language == "fr" else english


FIELDS = (
    Field(key="name", kind="text", label="gallery.name", shows="gallery.name_shows", required=True),
    Field(key="about", kind="long", label="gallery.about", hint="gallery.about_hint", lines=3),
    Field(
        key="language",
        kind="choice",
        label="gallery.language",
        options=(("en", "gallery.english"), ("fr", "gallery.french")),
        half=True,
    ),
    Field(key="people", kind="number", label="gallery.people", unit="gallery.unit", half=True),
    Field(key="day", kind="date", label="gallery.day", half=True),
    Field(key="start", kind="time", label="gallery.start", half=True),
    Field(key="shared", kind="check", label="gallery.shared"),
)


def with_samples(words: Words) -> Words:
    """Words that also know the labels of the sample form."""
    speak = speaker(words)
    samples = {
        "name": speak("Name of the community", "Nom de la communauté"),
        "name_shows": speak("As its members call it", "Comme ses membres l’appellent"),
        "about": speak("What it takes care of", "Ce dont elle prend soin"),
        "about_hint": speak("One sentence is enough.", "Une phrase suffit."),
        "language": speak("Language of the workshop", "Langue de l’atelier"),
        "english": "English",
        "french": "Français",
        "people": speak("People expected", "Personnes attendues"),
        "unit": speak("people", "personnes"),
        "day": speak("Day", "Jour"),
        "start": speak("Starts at", "Commence à"),
        "shared": speak(
            "The charter may be read by the whole organization once it is agreed.",
            "La charte peut être lue par toute l’organisation une fois qu’elle est adoptée.",
        ),
    }

    class Sampled(Words):
        """The words, and the samples."""

        def __call__(self, key: str, /, **values: object) -> str:
            """The sample at ``key``, or the house's own sentence."""
            room, _, name = key.partition(".")
            return samples[name] if room == "gallery" else words(key, **values)

    return Sampled(words.language, {})
