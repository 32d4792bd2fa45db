"""How the day of a workshop runs, in words."""

from app.words import Words
from app.workshop.catching_up import aim_of
from app.workshop.course import Course
from ui.look.themes import Tone


def pace_text(words: Words, course: Course | None) -> tuple[str, Tone]:
    """How the day runs, in words and in a tone; nothing where it cannot be said.

    A fixed start that would be missed counts, whatever the end will be.
    """
    if course is None:
        return "", "teal"
    late = aim_of(course).late
    if late > 0:
        return words("room.behind", n=late), "amber"
    if late < 0:
        return words("room.ahead", n=-late), "teal"
    return words("room.on-time"), "teal"
