"""Charter work on paper: what was drafted in a run, and how people stood to it."""

from app.catalogue.catalogue import Catalogue
from app.catalogue.recipe import Recipe
from app.charter.versions import agreement_of
from app.library.audience import readable
from app.library.rows import Clause, Version
from app.words import Words
from exports.kinds.telling import Told, small, writing_table
from exports.page import Heading, Piece
from exports.stances import stance_pieces
from exports.wording import clause_pieces


class CharterTelling:
    """The clauses drafted in the run; the stances where a version was put to the room."""

    def pieces(self, told: Told) -> tuple[Piece, ...]:
        """Clauses by section, then stances and reservations."""
        clauses = readable(
            told.reader, told.audience, Clause, "clause.run = ? ORDER BY position", told.run.id
        )
        pieces: list[Piece] = []
        for section in dict.fromkeys(clause.section for clause in clauses):
            known = told.catalogue.find_section(section)
            name = known.in_language(told.words.language).heading if known else section
            pieces.append(Heading(3, name))
            for clause in clauses:
                if clause.section == section:
                    pieces += clause_pieces(
                        clause.form, clause.text, clause.heading, known, told.words.language
                    )
        if "agreement" in told.recipe.sections:
            pieces += self._agreement(told)
        return tuple(pieces)

    def worksheet(self, recipe: Recipe, catalogue: Catalogue, words: Words) -> tuple[Piece, ...]:
        """The question of each section, and lines to answer it."""
        pieces: list[Piece] = []
        for section in recipe.sections:
            known = catalogue.find_section(section)
            if known is not None:
                told = known.in_language(words.language)
                pieces.append(Heading(3, told.heading))
                pieces.append(small(told.prompt))
                pieces += writing_table((told.name,), 3)
        return tuple(pieces)

    def _agreement(self, told: Told) -> list[Piece]:
        versions = told.reader.rows(
            Version, order="number", community=told.community.id, workshop=told.workshop.id
        )
        if not versions:
            return []
        agreement = agreement_of(told.reader, versions[-1].id)
        return list(stance_pieces(told.words, versions[-1], agreement)) if agreement else []
