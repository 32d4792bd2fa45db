"""Exercises in words: what sort they are, how long they take, for how many, where they lead."""

from collections.abc import Sequence

from app.catalogue.catalogue import Catalogue
from app.catalogue.exercise_entries import Exercise
from app.kinds.kind import NOTES
from app.words import Words, capitalized
from ui.look.themes import STAGES, Tone


def kind_name(words: Words, kind: str) -> str:
    """What people do in an exercise of a kind, in a word or two; also of one not known here."""
    key = f"exercises.kind.{kind}"
    return words(key if words.knows(key) else f"exercises.kind.{NOTES}")


def length_range(words: Words, exercise: Exercise) -> str:
    """The shortest and the longest it takes: "20–45 min"."""
    lengths = exercise.minutes
    return words("exercises.range", short=lengths.short, long=lengths.long)


def people_range(words: Words, exercise: Exercise) -> str:
    """How many people it is for."""
    return words("exercises.people", least=exercise.people.least, most=exercise.people.most)


def section_names(catalogue: Catalogue, sections: Sequence[str], language: str) -> list[str]:
    """The names of charter sections that the catalogue knows."""
    found = (catalogue.find_section(section) for section in sections)
    return [one.in_language(language).name for one in found if one is not None]


def lands_in(
    words: Words, catalogue: Catalogue, lands: Sequence[str], sections: Sequence[str]
) -> str:
    """Where what is gathered goes, as far as it is known: "Charter: why now, norms · summary"."""
    parts = []
    for land in lands:
        names = section_names(catalogue, sections, words.language) if land == "charter" else []
        if names:
            said = ", ".join(names).lower()
            parts.append(words("exercises.charter-sections", sections=said))
        elif words.knows(f"exercises.land.{land}"):
            parts.append(words(f"exercises.land.{land}"))
    text = " · ".join(parts)
    return capitalized(text)


def stage_tone(exercise: Exercise | None) -> Tone:
    """The colour of the earliest stage an exercise serves; muted for a block of one's own."""
    if exercise is None:
        return "mute"
    return next((stage for stage in STAGES if stage in exercise.stages), "mute")


def stage_names(catalogue: Catalogue, exercise: Exercise, language: str) -> list[str]:
    """The names of the stages an exercise serves."""
    found = (catalogue.find_stage(stage) for stage in exercise.stages)
    return [one.in_language(language).name for one in found if one is not None]
