"""How what was read back stands, in words."""

from app.catalogue.register_shapes import Register
from app.registers.answering import AnswerLine
from app.words import Words
from exports.register_words import state_words


def standing_words(words: Words, register: Register, line: AnswerLine) -> str:
    """What became of a line; while nobody said, that it is late, or by when it is expected; empty
    where nothing is known."""
    if line.state:
        return state_words(words, register, line.state)
    if line.late:
        return (
            words("inroom.late-since", day=words.day(line.due))
            if line.due
            else words("inroom.late")
        )
    return words("inroom.due", day=words.day(line.due)) if line.due else ""


def answer_words(words: Words, register: Register, line: AnswerLine) -> str:
    """How a line stands, and what was said of it."""
    return " – ".join(filter(None, (standing_words(words, register, line), line.word)))
