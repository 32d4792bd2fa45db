"""Charter work on paper: what was drafted in a run, and how people stood to it."""

from collections.abc import Iterable

from app.catalogue.catalogue import Catalogue
from app.catalogue.entries import Section
from app.catalogue.recipe import Recipe
from app.charter.reviewing import UNDECIDED, reviews_of
from app.charter.sections import ShapedSection, draft_sections
from app.charter.versions import agreement_of
from app.kinds.charter import asks_agreement, reviews_sections
from app.kinds.kind import CaptureKind, facts_of
from app.library.charter_rows import VERDICTS
from app.library.rows import Clause, Version
from app.words import Words
from app.workshop.rounds import STANCES
from exports.clause_pieces import clause_pieces
from exports.facts.charter_document import AGREEMENT, version_facts
from exports.kinds.report import ReportedRun, small, writing_table
from exports.page import Heading, Piece, Table
from exports.stance_pieces import stance_pieces
from exports.writers.table_widths import TO_WRITE_IN

WRITING = 3
"""Lines to answer a section's question."""
RESERVATIONS = 4


class CharterReport:
    """The clauses drafted in the run; the stances where a version was put to the room."""

    def __init__(self, kind: CaptureKind) -> None:
        """Report the facts of ``kind``."""
        self._kind = kind

    def pieces(self, run: ReportedRun) -> tuple[Piece, ...]:
        """Clauses by section, then stances and reservations."""
        readable = run.readable(Clause)
        drafted = facts_of(self._kind.facts(run.reader, run.running), Clause)
        clauses = [clause for clause in drafted if clause.id in readable]
        pieces: list[Piece] = []
        language = run.words.language
        for section in _told(run, dict.fromkeys(clause.section for clause in clauses)):
            pieces.append(Heading(3, section.heading(language)))
            for clause in clauses:
                if clause.section == section.id:
                    pieces += clause_pieces(
                        clause, section.section, language, columns=section.columns(language)
                    )
        if reviews_sections(run.recipe):
            pieces += _reviewed(run)
        if asks_agreement(run.recipe):
            pieces += self._agreement(run)
        return tuple(pieces)

    def worksheet(self, recipe: Recipe, catalogue: Catalogue, words: Words) -> tuple[Piece, ...]:
        """The question of each section, and lines to answer it; where people give their word, what
        is counted and kept."""
        pieces: list[Piece] = []
        if reviews_sections(recipe):
            pieces += _boxes(recipe, catalogue, words)
        for section in recipe.sections:
            known = catalogue.find_section(section)
            if known is not None and section != AGREEMENT:
                wording = known.in_language(words.language)
                pieces.append(Heading(3, wording.heading))
                pieces.append(small(wording.prompt))
                pieces += writing_table(_heads(known, words.language), WRITING)
        if asks_agreement(recipe):
            pieces += _stances(words)
        return tuple(pieces)

    def _agreement(self, run: ReportedRun) -> list[Piece]:
        """How people stood to each version that this workshop was asked about."""
        community, workshop = run.running.community.id, run.running.workshop.id
        pieces: list[Piece] = []
        for version in run.reader.rows(
            Version, order="number", community=community, workshop=workshop
        ):
            agreement = agreement_of(run.reader, version.id)
            if agreement is not None:
                pieces += stance_pieces(run.words, version_facts(run.reader, version), agreement)
        return pieces


def _reviewed(run: ReportedRun) -> list[Piece]:
    """What was decided about each section of the charter there was, in the words it was said in."""
    words, rows = run.words, []
    reviews = reviews_of(run.reader, run.running.workshop.id)
    for section in _told(run, reviews):
        review = reviews[section.id]
        if review.run == run.running.run.id:
            verdict = words(f"reviewing.verdict.{review.verdict}")
            rows.append((section.heading(words.language), verdict, review.word))
    if not rows:
        return []
    heads = tuple(words(f"reviewing.{head}") for head in ("section", "decided", "word"))
    return [Heading(3, words("reviewing.became")), Table(heads, tuple(rows), (0.3, 0.2, 0.5))]


def _told(run: ReportedRun, sections: Iterable[str]) -> list[ShapedSection]:
    """Sections as the community writes them, in the order in which they are given."""
    named = list(sections)
    known = draft_sections(run.reader, run.catalogue.sections, run.running.community.id, named)
    return [known[one] for one in named]


def _boxes(recipe: Recipe, catalogue: Catalogue, words: Words) -> list[Piece]:
    """A box for each of the four verdicts beside every section."""
    rows = [
        (_name(catalogue, section, words), *[TO_WRITE_IN] * len(VERDICTS))
        for section in recipe.sections
        if section not in UNDECIDED
    ]
    verdicts = tuple(words(f"reviewing.verdict.{verdict}") for verdict in VERDICTS)
    heads = (words("reviewing.section"), *verdicts)
    title = Heading(3, words("reviewing.became"))
    return [title, Table(heads, tuple(rows), (0.4, 0.15, 0.15, 0.15, 0.15))]


def _name(catalogue: Catalogue, section: str, words: Words) -> str:
    known = catalogue.find_section(section)
    return known.in_language(words.language).heading if known else section


def _heads(section: Section, language: str) -> tuple[str, ...]:
    """A table's columns; other sections have one without a name."""
    wording = section.in_language(language)
    return tuple(wording.columns.get(column, "") for column in section.columns) or ("",)


def _stances(words: Words) -> list[Piece]:
    """The five counts, reservations, and the date, to be written in by hand."""
    rows = tuple((words(f"stances.name.{stance}"), TO_WRITE_IN) for stance in STANCES)
    heads = (words("paper.stance"), words("paper.people"))
    return [
        Heading(3, words("paper.where-we-stand")),
        Table(heads, rows, (0.7, 0.3)),
        Heading(3, words("paper.reservations-to-keep")),
        *writing_table(("",), RESERVATIONS),
        Heading(3, words("paper.tried-until-when")),
        *writing_table(("",), 1),
    ]
