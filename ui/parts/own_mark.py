"""What marks an exercise as one's own, wherever exercises are listed."""

from app.catalogue.catalogue import Catalogue
from app.catalogue.exercise_entries import Exercise
from app.catalogue.own_exercise import is_own
from app.library.reader import Reader
from app.words import Words
from app.workshop.own_exercises import own_row


def own_mark(words: Words, reader: Reader, exercise: Exercise) -> str:
    """That it is one's own, and with what it came where another stood here; else nothing."""
    if not is_own(exercise.id):
        return ""
    row = own_row(reader, exercise.id)
    came = row.came_with if row is not None else ""
    parts = [words("own.mark")] + ([words("own.came-with", name=came)] if came else [])
    return " · ".join(parts)


def own_told(words: Words, reader: Reader, catalogue: Catalogue, exercise: Exercise) -> str:
    """The mark, and which exercise it was copied from where that is known still."""
    mark = own_mark(words, reader, exercise)
    row = own_row(reader, exercise.id) if mark else None
    origin = catalogue.find_exercise(row.copied_from) if row is not None else None
    if origin is None:
        return mark
    name = words("parts.quoted", text=origin.in_language(words.language).name)
    return " · ".join((mark, words("own.copied-from", name=name)))
