"""Talk on paper: the notes worth keeping."""

from app.catalogue.catalogue import Catalogue
from app.catalogue.recipe import Recipe
from app.words import Words
from exports.kinds.telling import Told, listed, writing_table
from exports.page import Piece


class TalkTelling:
    """A list of notes."""

    def pieces(self, told: Told) -> tuple[Piece, ...]:
        """The notes, word for word."""
        notes = told.notes()
        return (listed(notes),) if notes else ()

    def worksheet(self, recipe: Recipe, catalogue: Catalogue, words: Words) -> tuple[Piece, ...]:
        """One column to write in."""
        return writing_table((words("paper.worth-keeping"),))
