"""Stories on paper: each as a chain of cycles, with how one knows; and a sheet to write one on."""

from app.catalogue.catalogue import Catalogue
from app.catalogue.recipe import Recipe
from app.kinds.kind import CaptureKind, facts_of
from app.kinds.stories.diagram import Link, chain_diagram
from app.kinds.stories.kind import CYCLES, EVIDENCE, ValueStory
from app.library.audience import may_read
from app.registers.run_rows import Asked, Filled, asked_of
from app.registers.typed_cells import choices_of
from app.text_direction import join_isolated
from app.words import Words
from exports.filled_rows import where_kept
from exports.kinds.report import ReportedRun, small
from exports.page import Figure, Heading, Paragraph, Piece, Span, Table, spans
from exports.register_words import labelled
from exports.writers.table_widths import TO_WRITE_IN

WIDTH, SIZE = 500.0, 9.5
"""The width for which a chain is laid out, and how large its words are written, in points."""
SHEET = (0.38, 0.62)
"""The widths of a sheet: what to tell, and room for it."""


class StoriesReport:
    """Each story by itself; only those whose readers were agreed to."""

    def __init__(self, kind: CaptureKind) -> None:
        """Report the facts of ``kind``."""
        self._kind = kind

    def pieces(self, run: ReportedRun) -> tuple[Piece, ...]:
        """The stories of the run that its readers may hear."""
        facts = self._kind.facts(run.reader, run.running)
        (found,) = facts_of(facts, Filled)
        stories = [
            one for one in facts_of(facts, ValueStory) if may_read(one.audience, run.audience)
        ]
        pieces: list[Piece] = []
        for story in stories:
            pieces += _story(run.words, found.asked, story)
        return (*pieces, where_kept(run.words, found, run.audience)) if pieces else ()

    def worksheet(self, recipe: Recipe, catalogue: Catalogue, words: Words) -> tuple[Piece, ...]:
        """One story: its parts with what to tell there, and who may hear it."""
        asked = asked_of({one.id: one for one in catalogue.registers}, recipe)
        wording = asked.register.in_language(words.language)
        rows: list[tuple[str, str]] = []
        chosen: list[Piece] = []
        for column in asked.columns:
            name = wording.columns.get(column.id, column.id)
            offered = choices_of(asked.register, column, words)
            if offered:
                choices = join_isolated([choice for _, choice in offered], " · ")
                text = words("stories.worksheet-consent", column=name, choices=choices)
                chosen.append(Paragraph(spans(text)))
                continue
            label = labelled(words, asked.register, column.id)
            rows.append((f"{label} {wording.hints.get(column.id, '')}".strip(), TO_WRITE_IN))
            rows.append((TO_WRITE_IN, TO_WRITE_IN))
        heads = (words("stories.step"), words("stories.what"))
        table = Table(heads, tuple(rows), SHEET)
        return (small(words("stories.worksheet-how")), table, *chosen)


def _story(words: Words, asked: Asked, story: ValueStory) -> list[Piece]:
    """A story: the help, how far the chain goes, what was told, how one knows, who may hear it."""
    pieces: list[Piece] = [Heading(3, story.help)]
    if story.told:
        pieces.append(_chain(words, asked, story))
    known = {one.id for one in asked.register.columns}
    told = {**story.told, EVIDENCE: story.evidence}
    for column, text in told.items():
        lines = [line for line in text.split("\n") if line.strip()]
        if lines and column in known:
            label = labelled(words, asked.register, column)
            pieces.append(Paragraph((Span(f"{label} ", strong=True), Span(lines[0]))))
            pieces += [Paragraph(spans(line)) for line in lines[1:]]
    pieces.append(small(words("stories.consent", consent=_consent(words, asked, story))))
    return pieces


def _chain(words: Words, asked: Asked, story: ValueStory) -> Figure:
    names = asked.register.in_language(words.language).columns
    cycles = [one.id for one in asked.columns if one.id in CYCLES]
    links = [Link(names.get(one, one), one in story.told) for one in cycles]
    rows = tuple(
        (link.name, words("stories.told" if link.told else "stories.not-told")) for link in links
    )
    said = "; ".join(words("stories.said", cycle=name, text=text) for name, text in rows)
    return Figure(
        chain_diagram(links, WIDTH, SIZE),
        words("stories.alternative", said=said),
        words("stories.caption", n=len(story.told), total=len(cycles)),
        Table((words("stories.step"), words("stories.was-told")), rows, (0.7, 0.3)),
    )


def _consent(words: Words, asked: Asked, story: ValueStory) -> str:
    """How far the story goes, in the register's own words."""
    column = next((one for one in asked.register.columns if one.consent), None)
    if column is None or not story.consent:
        return words("stories.no-consent")
    return dict(choices_of(asked.register, column, words)).get(story.consent, story.consent)
